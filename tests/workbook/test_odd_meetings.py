"""Meetings made by chance: what formulas give, what Excel takes, and what comes back from an untouched file."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from facilitate.domain.meeting.view import see
from facilitate.domain.model import LANGUAGES
from facilitate.workbook.book import Book
from facilitate.workbook.export import build
from facilitate.workbook.formula_limits import fits
from facilitate.workbook.package import finished
from facilitate.workbook.safe import CELL_UNITS, units
from tests.workbook.odd_meetings import odd_meeting
from tests.workbook.review.rounds import back, written
from tests.workbook.test_recalculation import SOFFICE, all_recalculated, assert_equal

SEEDS = (4, 14, 20, 24, 26, 29, 39, 167, 199)
"""Each of these, with others beside them, once showed a fault."""

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.]{0,254}")
LIKE_A_CELL = re.compile(r"[A-Za-z]{1,3}[0-9]+|[Rr][0-9]*[Cc][0-9]*")


def book_of(seed: int) -> Book:
    room = odd_meeting(seed)
    return build(see(room.meeting, None), LANGUAGES[seed % 3], room.laptop(), "1.2.3")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed: formulas are not recalculated")
def test_formulas_give_what_we_wrote_whatever_the_grid(tmp_path: Path) -> None:
    books = [book_of(seed) for seed in SEEDS]
    for book, found in zip(books, all_recalculated(books, tmp_path), strict=True):
        assert_equal(book, found)


@pytest.mark.parametrize("seed", [*SEEDS, 12, 15, 17, 34, 41, 51, 55])
def test_an_untouched_workbook_comes_back_without_a_word(tmp_path: Path, seed: int) -> None:
    room = odd_meeting(seed)
    found = back(room, written(room, tmp_path / "book.xlsx", LANGUAGES[seed % 3]))
    assert (found.edits, found.refusals, found.notes) == ([], [], [])


@pytest.mark.parametrize("seed", SEEDS)
def test_excel_would_take_it(seed: int) -> None:
    book = book_of(seed)
    names = [*book.workbook.defined_names, *(name for sheet in book.workbook.worksheets for name in sheet.tables)]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(NAME.fullmatch(name) and not LIKE_A_CELL.fullmatch(name) for name in names)
    for sheet in book.workbook.worksheets:
        _check_sheet(sheet)
    file = finished(book.workbook, book.cached, book.now.wall, book.pictures)
    archive = zipfile.ZipFile(io.BytesIO(file))
    for part in archive.namelist():
        if part.endswith(".xml"):
            ElementTree.fromstring(archive.read(part))
            assert "\ufffe" not in archive.read(part).decode()


def _check_sheet(sheet: Worksheet) -> None:
    assert units(sheet.title) <= 31
    for table in sheet.tables.values():
        columns = [column.name.casefold() for column in table.tableColumns]
        assert len(set(columns)) == len(columns)
    for each in sheet.data_validations.dataValidation:
        assert max(units(text or "") for text in (each.prompt, each.error, each.formula1)) <= 255
        assert max(units(text or "") for text in (each.promptTitle, each.errorTitle)) <= 32
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                assert fits(str(cell.value)[1:])
                assert all(units(text) <= 257 for text in re.findall(r'"(?:[^"]|"")*"', str(cell.value)))
            assert units(str(cell.value or "")) <= CELL_UNITS


def test_formulas_beyond_excels_limits_are_told() -> None:
    assert fits("IF(A1,1," * 59 + "0" + ")" * 59)
    assert not fits("IF(A1,1," * 61 + "0" + ")" * 61)
    assert fits(f"MAX({','.join(['A1'] * 255)})")
    assert not fits(f"MAX({','.join(['A1'] * 256)})")
    assert fits('IF(A1,"(((' + "," * 300 + '",0)')
    assert not fits("1" + "+1" * 4000)
