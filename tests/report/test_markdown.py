"""Markdown shows what people typed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from facilitate.language.words import END_ISOLATE, ISOLATE, Words
from facilitate.report.blocks import Block, Bullets, Heading, Paragraph, table
from facilitate.report.markdown import literal, render
from facilitate.report.teller import isolated
from facilitate.report.write import write
from tests.report.scene import capture, closed

ENGLISH, ARABIC = Words("en"), Words("ar")


def shown(text: str) -> str:
    """What a reader of Markdown sees of escaped text."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text).replace("&#64;", "@")


@pytest.mark.parametrize(
    "text",
    ["[bold]", "a | b * c", "_x_", "# title", "- item", "1. one", "12) two", "<b>x</b>", "`x`", "a\\b", "&amp;",
     "=====", "~~x~~", "https://example.org", "www.example.org", "a@example.org", "+ x", "$x$", "![x](y)"],
)  # fmt: skip
def test_signs_mean_nothing(text: str) -> None:
    assert shown(literal(text)) == text
    assert not re.match(r"(#|[-+*] |\d+[.)] |=+$|<)", literal(text))
    assert not re.search(r"(?<!\\)[|*_<`\[\]~$]", literal(text))
    assert "https:/" not in literal(text)


def test_a_name_in_a_table_stays_in_its_cell() -> None:
    text = render([table(("Who", "Turns"), [("[bold] | *x*\nsecond", "3")], numbers_from=1)], ENGLISH)
    rows = text.splitlines()
    assert rows[1] == "| --- | ---: |"
    assert rows[2] == r"| \[bold\] \| \*x\*<br>second | 3 |"


def test_headings_and_lists() -> None:
    blocks: list[Block] = [Heading(1, "T"), Heading(2, "P"), Paragraph("a\nb"), Bullets(("x\ny", "z"))]
    assert render(blocks, ENGLISH) == "# T\n\n## P\n\na\\\nb\n\n- x\\\n  y\n- z\n"


def test_arabic_runs_from_right_to_left() -> None:
    text = render([Paragraph("ماء")], ARABIC)
    assert text == '<div dir="rtl">\n\nماء\n\n</div>\n'


def test_a_name_of_the_other_direction_stands_apart_from_the_digits_after_it() -> None:
    name = isolated(ENGLISH, "عائشة")
    blocks: list[Block] = [Paragraph(f"Led by {name}, 12 minutes"), table(("Who", "Turns"), [(name, "3")])]
    text = render(blocks, ENGLISH)
    assert f"Led by {ISOLATE}عائشة{END_ISOLATE}, 12 minutes" in text
    assert f"| {ISOLATE}عائشة{END_ISOLATE} | 3 |" in text


def test_the_whole_report(tmp_path: Path) -> None:
    room = closed()
    capture(room, "action", "Ask [bold] | *x*", owner="mona")
    write([(room.meeting, room.laptop())], ENGLISH, tmp_path / "r.md")
    text = (tmp_path / "r.md").read_text(encoding="utf-8")
    assert text.startswith("# small meeting\n")
    assert r"| Ask \[bold\] \| \*x\* | Mona | no date |" in text
    for row in re.findall(r"^\|.*$", text, re.M):
        assert len(re.findall(r"(?<!\\)\|", row)) in range(3, 7)
