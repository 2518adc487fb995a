"""The Word document, read back with python-docx."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from facilitate.domain.model import Language
from facilitate.language.words import Words
from facilitate.report import document
from facilitate.report.blocks import Heading, Paragraph, table
from facilitate.report.faults import DocumentsMissing
from facilitate.report.write import write
from tests.report.scene import capture, observed


def written(path: Path, language: Language) -> Any:
    room = observed("olga", "omar")
    capture(room, "note", "x" * 10_000)
    write([(room.meeting, room.laptop())], Words(language), path)
    return docx.Document(str(path))


def test_real_headings_on_a4(tmp_path: Path) -> None:
    found = written(tmp_path / "r.docx", "en")
    page = found.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    headings = [(each.style.name, each.text) for each in found.paragraphs if each.style.name.startswith("Heading")]
    assert headings[0] == ("Heading 1", "small meeting")
    assert ("Heading 2", "Decisions") in headings
    assert found.core_properties.title == "small meeting"
    assert found.core_properties.language == "en"


def test_tables_hold_what_was_said(tmp_path: Path) -> None:
    found = written(tmp_path / "r.docx", "en")
    cells = [[cell.text.strip("\u200e\u200f") for cell in row.cells] for each in found.tables for row in each.rows]
    assert ["What", "Who", "By when"] in cells
    assert ["Ask the commune", "عائشة", "1 August 2026 (after the olives)"] in cells
    assert ["Write the letter", "nobody named", "no date"] in cells


def test_english_runs_from_left_to_right(tmp_path: Path) -> None:
    found = written(tmp_path / "r.docx", "en")
    assert not list(found.element.iter(qn("w:bidi"), qn("w:bidiVisual")))
    turned = ["".join(text.text for text in run.getparent().getparent().iter(qn("w:t"))).strip("\u200f")
              for run in found.element.iter(qn("w:rtl"))]  # fmt: skip
    assert set(turned) == {"عائشة", "ماء صالح للشرب"}


def test_arabic_runs_from_right_to_left(tmp_path: Path) -> None:
    found = written(tmp_path / "r.docx", "ar")
    paragraphs = [
        *found.paragraphs,
        *(each for t in found.tables for row in t.rows for c in row.cells for each in c.paragraphs),
    ]
    assert all(each._p.pPr.find(qn("w:bidi")) is not None for each in paragraphs if each.text)
    assert all(each._tblPr.find(qn("w:bidiVisual")) is not None for each in found.tables)
    runs = [run for each in paragraphs for run in each.runs]
    arabic = [run for run in runs if any("\u0621" <= letter <= "\u064a" for letter in run.text)]
    assert arabic
    assert all(run.font.rtl for run in arabic)
    assert any(run.text.strip("\u200e") == "Mona" and not run.font.rtl for run in runs)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_no_isolates_in_a_document(tmp_path: Path, language: Language) -> None:
    found = written(tmp_path / "r.docx", language)
    text = "".join(each.text or "" for each in found.element.iter(qn("w:t")))
    assert not {"\u2068", "\u2069"} & set(text)


def test_the_header_of_a_table_stands_on_every_page() -> None:
    content = document.render([table(("A", "B"), [("1", "2")] * 3), Paragraph("end")], Words("en"), None)
    assert content.startswith(b"PK")


def test_without_python_docx_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(DocumentsMissing):
        write([], Words("en"), tmp_path / "r.docx")
    assert list(tmp_path.iterdir()) == []


def test_signs_that_xml_cannot_hold_are_left_out() -> None:
    title = Heading(1, "a\ufffe" + "b" * 300)
    content = document.render([title, Paragraph("c\uffffd")], Words("en"), None)
    found = docx.Document(io.BytesIO(content))
    assert [each.text for each in found.paragraphs] == ["a" + "b" * 300, "cd"]


@pytest.mark.parametrize(("language", "name"), [("ar", "Anne-Lise"), ("en", "عائشة"), ("fr", "عائشة")])
def test_a_cell_that_holds_a_name_holds_nothing_else(language: Language, name: str) -> None:
    words = Words(language)
    beside = f"{words.isolated(name)} (1)"
    content = document.render([table(("A", "B"), [(words.isolated(name), beside)])], words, None)
    row = docx.Document(io.BytesIO(content)).tables[0].rows[1]
    assert row.cells[0].text == name
    assert row.cells[1].text.strip("\u200e\u200f") != row.cells[1].text, "in a sentence it is kept apart"
    assert bool(row.cells[0].paragraphs[0].runs[0].font.rtl) == (language != "ar")
