"""Plain text: widths, wrapping, tables, directions."""

from __future__ import annotations

import pytest

from facilitate.language.words import END_ISOLATE, ISOLATE, Words
from facilitate.report.blocks import Block, Bullets, Heading, Paragraph, Table, table
from facilitate.report.teller import isolated
from facilitate.report.text import RIGHT_TO_LEFT_MARK, render
from facilitate.report.width import padded, width, wrapped

ENGLISH, ARABIC = Words("en"), Words("ar")


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("مُسيِّر", 4), ("会議", 4), (f"{ISOLATE}Ali{END_ISOLATE}", 3), ("é", 1), ("e\u0301", 1)],
)
def test_width_in_columns(text: str, columns: int) -> None:
    assert width(text) == columns
    assert width(padded(text, 10)) == width(padded(text, 10, end=True)) == 10


def test_a_word_longer_than_the_line_is_cut_and_no_mark_loses_its_letter() -> None:
    assert wrapped("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]
    lines = wrapped("مُسيِّر" * 5, 7)
    assert all(width(line) <= 7 for line in lines)
    assert "".join(lines) == "مُسيِّر" * 5
    assert not any(line.startswith(("\u064f", "\u0650", "\u0651")) for line in lines)


def test_wide_characters_wrap_by_columns() -> None:
    assert wrapped("会議会議", 5) == ["会議", "会議"]


def test_breaks_never_at_unbreakable_spaces() -> None:
    assert wrapped("Lieu\u00a0: Tabant", 8) == ["Lieu\u00a0:", "Tabant"]


def test_no_line_starts_with_a_per_cent_sign() -> None:
    assert wrapped("less than 60 % of it", 12) == ["less than", "60 % of it"]


def test_line_breaks_stay() -> None:
    assert wrapped("one\n\ntwo", 20) == ["one", "", "two"]


def test_an_isolate_that_is_cut_is_closed_and_opened_again() -> None:
    lines = wrapped(f"قال {ISOLATE}one two three{END_ISOLATE} ثم", 9)
    assert len(lines) > 2
    assert all(line.count(ISOLATE) == line.count(END_ISOLATE) for line in lines)


def test_ten_thousand_characters_wrap() -> None:
    text = render([Bullets(("word " * 2_000,))], ENGLISH)
    assert max(map(len, text.splitlines())) <= 80
    assert text.count("word") == 2_000


def test_a_table_is_aligned_columns() -> None:
    text = render([table(("Need", "Dots"), [("Water", "12"), ("A longer need", "3")], numbers_from=1)], ENGLISH)
    assert text == "  Need           Dots\n  Water            12\n  A longer need     3\n"


def test_a_table_too_wide_is_said_line_by_line() -> None:
    wide = table(("What", "Who"), [("x" * 50, "Ali"), ("short", "")])
    assert render([wide], ENGLISH, 40).splitlines() == [
        "  What:",
        f"  {'x' * 38}",
        f"  {'x' * 12}",
        "  Who: Ali",
        "",
        "  What: short",
    ]


def test_a_cell_of_several_lines_is_said_line_by_line() -> None:
    assert "What: one\n  two" in render([table(("What", "Who"), [("one\ntwo", "Ali")])], ENGLISH)


def test_no_rules_or_boxes() -> None:
    blocks: list[Block] = [Heading(1, "Title"), Paragraph("Text"), table(("A", "B"), [("1", "2")]), Bullets(("x",))]
    assert not set(render(blocks, ENGLISH)) & set("=_|+#*~─│┌━")


def test_parts_stand_apart_and_an_introduction_stands_with_its_list() -> None:
    text = render([Heading(1, "T"), Paragraph("Why:"), Bullets(("x",)), Heading(2, "P"), Paragraph("y")], ENGLISH)
    assert text == "T\n\n  Why:\n  - x\n\n\nP\n\n  y\n"


def test_every_line_of_an_arabic_report_runs_from_right_to_left() -> None:
    blocks: list[Block] = [
        Bullets(("Ask the commune", "ماء")),
        table(("من؟", "العدد"), [("Ali", "3"), ("مريم", "4")], numbers_from=1),
    ]
    lines = [line for line in render(blocks, ARABIC).splitlines() if line]
    latin = [line for line in lines if "A" in line]
    assert all(line.startswith(RIGHT_TO_LEFT_MARK) for line in latin)
    assert not any(line.startswith(RIGHT_TO_LEFT_MARK) for line in lines if "ماء" in line)
    assert f"{ISOLATE}Ali{END_ISOLATE}" in lines[3]


def test_a_cell_of_the_other_direction_keeps_its_column() -> None:
    row = render([table(("Who", "Turns"), [("عائشة", "3")], numbers_from=1)], ENGLISH).splitlines()[1]
    assert row == f"  {ISOLATE}عائشة{END_ISOLATE}      3"


@pytest.mark.parametrize(("words", "name", "apart"), [
    (ENGLISH, "Mona", False), (ENGLISH, "عائشة", True), (ARABIC, "عائشة", False), (ARABIC, "Mona", True),
    (ARABIC, "15-17", True), (ARABIC, "من؟ ماذا؟", False),
])  # fmt: skip
def test_names_that_could_turn_a_sentence_stand_apart(words: Words, name: str, apart: bool) -> None:
    assert isolated(words, name) == (words.isolated(name) if apart else name)


def test_nothing_is_no_trouble() -> None:
    assert render([], ENGLISH) == "\n"
    assert render([Table(("A",), (), ("start",))], ENGLISH) == "  A\n"


def test_a_line_never_begins_with_a_sign_that_french_sets_apart() -> None:
    assert wrapped("parler sans pression : Salma", 20) == ["parler sans", "pression : Salma"]
    assert wrapped("le mot « bien » ici", 8) == ["le mot", "« bien »", "ici"]
