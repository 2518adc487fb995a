"""Cells as people fill them: each has a value, perhaps with a note, or a reason; none costs its neighbours theirs."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from facilitate.language import Words
from facilitate.language.words import CODES, Code
from facilitate.workbook.strangers.cells import Reading, number, plain, text
from facilitate.workbook.strangers.open import opened
from facilitate.workbook.strangers.sheet import CellValue, Sheet
from tests.workbook.strangers.making import good, packed, place, row

AS_TEXT = ("strangers.note.number_as_text",)
ODD = (
    '<c r="B1"><f>1+1</f></c><c r="C1"><f>1+1</f><v>2</v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    '<c r="E1"><v>1e999</v></c><c r="F1"><v>NaN</v></c><c r="G1" t="s"><v>9</v></c>'
    '<c r="H1" t="inlineStr"><is><t>a_x001B_[31mb&#x202E;c&#xA;d</t></is></c><c r="I1" t="str"><f>""</f><v></v></c>'
    '<c r="J1" t="inlineStr"><is><t>_x005F_x001B_</t></is></c>'
    '<c r="K1" t="inlineStr"><is><t>_xD83D__xDE00_</t></is></c>'
    f'<c r="L1" t="inlineStr"><is><t>{"x" * 40_000}</t></is></c><c r="M1"><f>X</f><v>3.0</v></c>'
)


def made(tmp_path: Path, *cells: CellValue | None) -> Sheet:
    """A sheet whose first row somebody filled."""
    workbook = Workbook()
    assert workbook.active is not None
    workbook.active.append(cells)
    workbook.save(path := tmp_path / "theirs.xlsx")
    return opened(path).sheets[0]


@pytest.fixture
def odd(tmp_path: Path) -> Sheet:
    data = row('<c r="A1"><v>1</v></c>', ODD, '<c r="N1"><v>7</v></c>')
    after = '<mergeCells><mergeCell ref="N1:O2"/></mergeCells>'
    return opened(packed(tmp_path / "odd.xlsx", good(data, after))).sheets[0]


def numbered(sheet: Sheet, cell: str) -> tuple[object, tuple[str, ...], str | None]:
    reading = number(sheet, *place(cell))
    return reading.value, reading.notes, reading.refusal


@pytest.mark.parametrize(
    ("typed", "value"), [(3, 3), (2.5, 2.5), (4.0, 4), (0, 0), (-1, -1), (None, None), ("", None), ("  ", None)]
)
def test_numbers_and_nothing_are_taken_as_they_are(tmp_path: Path, typed: CellValue | None, value: object) -> None:
    assert numbered(made(tmp_path, typed, "beside"), "A1") == (value, (), None)


@pytest.mark.parametrize(
    ("typed", "value"),
    [("3", 3), (" 3 ", 3), ("٣", 3), ("۳", 3), ("٢٫٥", 2.5), ("2,5", 2.5), ("-1", -1), ("\u200f٣", 3)],
)
def test_numbers_written_as_text_are_taken_with_a_note(tmp_path: Path, typed: str, value: float) -> None:
    assert numbered(made(tmp_path, typed), "A1") == (value, AS_TEXT, None)


@pytest.mark.parametrize("typed", ["three", "1_0", "nan", "inf", "1e999", "3 4", "3/4", "٣ نقط", "9" * 60])
def test_other_texts_are_no_numbers(tmp_path: Path, typed: str) -> None:
    assert numbered(made(tmp_path, typed), "A1") == (None, (), "strangers.cell.no_number")


def test_truth_and_dates_are_no_numbers(tmp_path: Path) -> None:
    sheet = made(tmp_path, True, datetime(1900, 1, 3), 3)
    assert numbered(sheet, "A1")[2] == "strangers.cell.truth"
    assert numbered(sheet, "B1")[2] == "strangers.cell.date"
    assert numbered(sheet, "C1") == (3, (), None)


def test_formulas_count_by_their_saved_results(odd: Sheet) -> None:
    assert numbered(odd, "B1") == (None, (), "strangers.cell.not_calculated")
    assert numbered(odd, "C1") == (2, ("strangers.note.formula",), None)
    assert numbered(odd, "D1") == (None, (), "strangers.cell.error")
    assert numbered(odd, "I1") == (None, ("strangers.note.formula",), None)
    assert repr(numbered(odd, "M1")) == "(3, ('strangers.note.formula',), None)"


def test_what_cannot_be_a_value_is_named_and_shown(odd: Sheet) -> None:
    shown = {cell: number(odd, *place(cell)).shown for cell in ("E1", "F1", "G1")}
    assert shown == {"E1": "1e999", "F1": "NaN", "G1": "9"}
    assert {numbered(odd, cell)[2] for cell in shown} == {"strangers.cell.error"}
    assert numbered(odd, "A1") == (1, (), None)


def test_nothing_in_a_text_reaches_the_terminal(odd: Sheet) -> None:
    reading = text(odd, *place("H1"))
    assert (reading.value, reading.notes) == ("a[31mbc\nd", ("strangers.note.cleaned",))
    assert plain(odd, *place("J1")).value == "_x001B_"
    assert plain(odd, *place("K1")).value == "😀"
    assert plain(odd, *place("L1")).refusal == "strangers.cell.too_long"


def test_a_merged_cell_says_nothing_for_those_it_covers(odd: Sheet) -> None:
    assert numbered(odd, "N1") == (7, (), None)
    covered = number(odd, *place("O2"))
    assert (covered.refusal, covered.cells) == ("strangers.cell.merged", "N1:O2")


def test_texts_are_written_out(tmp_path: Path) -> None:
    sheet = made(tmp_path, " a  b ", 3, 2.5, True, datetime(2026, 7, 16), datetime(2026, 7, 16, 14, 5))
    written = [text(sheet, 1, column).value for column in range(1, 8)]
    assert written == ["a b", "3", "2.5", "TRUE", "2026-07-16", "2026-07-16 14:05:00", None]


@pytest.mark.parametrize("language", CODES)
def test_each_sentence_names_sheet_and_cell(language: Code, odd: Sheet) -> None:
    readings: list[Reading] = [number(odd, 1, column) for column in range(1, 16)] + [text(odd, 1, 8)]
    for reading in readings:
        for message in (*reading.notes, *filter(None, [reading.refusal])):
            sentence = Words(language)(message, None, **reading.values)
            assert reading.sheet in sentence
            assert reading.cell in sentence
            assert "{" not in sentence
