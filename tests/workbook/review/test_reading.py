"""What a trainer may have done to a workbook: each cell is understood, or named with the mend; none costs another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import EvidenceAdded, Scored, SheetSent
from facilitate.domain.grid import Section
from facilitate.domain.indicator import Choice, Option
from facilitate.domain.people import SETUP
from facilitate.domain.scale import Answer, Chosen
from facilitate.workbook.review.edits import ReadBack
from facilitate.workbook.review.meta import read_meta
from facilitate.workbook.strangers.faults import NotAccepted
from facilitate.workbook.strangers.open import opened
from tests.making import Room, rating, small_grid, small_room, words
from tests.workbook.review.rounds import back, place_of, written

SHEET = "Olga – Mona"


def room_of_olga() -> Room:
    room = small_room(observers=1)
    room.do(
        "olga",
        Scored(about="mona", indicator="A1", value=3),
        Scored(about="mona", indicator="A2", value=2),
        Scored(indicator="A3", value=Answer.YES),
        Scored(indicator="B1", value=5),
        EvidenceAdded(evidence="e1", about="mona", indicator="A1", text="She waited."),
        SheetSent(),
    )
    return room


def changed(tmp_path: Path, change: Callable[[Any], None], room: Room | None = None) -> ReadBack:
    """What is found after somebody changed the workbook with openpyxl."""
    room = room or room_of_olga()
    path = written(room, tmp_path / "book.xlsx")
    book = load_workbook(path)
    change(book)
    book.save(path)
    return back(room, path)


def at(sheet: Worksheet, code: str) -> int:
    return next(row[0].row for row in sheet.iter_rows(max_col=1) if row[0].value == code)


def typed(value: Any, code: str = "A1", sheet: str = SHEET, column: str = "C") -> Callable[[Any], None]:
    def change(book: Any) -> None:
        book[sheet][f"{column}{at(book[sheet], code)}"].value = value

    return change


def test_untouched_it_says_nothing(tmp_path: Path) -> None:
    found = changed(tmp_path, lambda book: None)
    assert (found.edits, found.refusals, found.notes) == ([], [], [])


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        (1, 1),
        ("4 – level 4", 4),
        ("1 – level 1 (fr)", 1),
        ("٤", 4),
        (" 2 ", 2),
        ("2.0", 2),
        ("not observed", Answer.NOT_OBSERVED),
        ("Sans objet", Answer.NOT_APPLICABLE),
        ("لم يُلاحَظ", Answer.NOT_OBSERVED),
        ("nobs", Answer.NOT_OBSERVED),
    ],
)
def test_an_answer_is_understood(tmp_path: Path, value: Any, answer: object) -> None:
    found = changed(tmp_path, typed(value))
    assert place_of(found) == {"answer mona A1": answer}
    assert not found.refusals


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (2.5, "review.no_answer"),
        (7, "review.no_answer"),
        ("yes", "review.no_answer"),
        ("well", "review.no_answer"),
        ("=1+1", "review.formula"),
        (True, "review.no_answer"),
        (date(1900, 1, 3), "review.no_answer"),
        (None, "review.emptied"),
    ],
)
def test_what_is_no_answer_is_named_and_costs_no_other(tmp_path: Path, value: Any, message: str) -> None:
    def change(book: Any) -> None:
        typed(value)(book)
        typed(4, "A2")(book)

    found = changed(tmp_path, change)
    said = [(each.at.shown, each.message) for each in found.refusals]
    row = next(edit.at.cell for edit in found.edits)
    assert said == [(f"{SHEET}!C{int(row[1:]) - 1}", message)]
    assert place_of(found) == {"answer mona A2": 4}


def test_yes_and_numbers_in_any_language(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        typed("لا", "A3", "Olga – the meeting")(book)
        typed("٣٫٥", "B1", "Olga – the meeting")(book)

    assert place_of(changed(tmp_path, change)) == {"answer meeting A3": Answer.NO, "answer meeting B1": 3.5}


def test_several_options_come_back(tmp_path: Path) -> None:
    options = tuple(Option(id=name, label=words(f"the {name}")) for name in ("women", "men", "young"))
    room = small_room(observers=1)
    several = Choice(id="A9", text=words("?"), options=options, several=True)
    sections = (Section(id="A", title=words("A"), indicators=(several, rating("A1"))),)
    room.do(SETUP, GridProposed(grid=small_grid().with_sections(sections)))
    room.do("olga", Scored(indicator="A9", value=Chosen(choices=("men", "women"))), SheetSent())
    sheet = "Olga – the meeting"
    assert not changed(tmp_path, lambda book: None, room).edits
    found = changed(tmp_path, typed("the young ; WOMEN", "A9", sheet), room)
    assert place_of(found) == {"answer meeting A9": Chosen(choices=("women", "young"))}
    assert changed(tmp_path, typed("the old", "A9", sheet), room).refusals[0].message == "review.no_answer"


def test_rows_and_columns_are_found_wherever_they_are(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        sheet = book[SHEET]
        typed(1)(book)
        sheet.insert_rows(at(sheet, "A1"), 3)
        sheet.insert_cols(1, 2)
        sheet.title = "renamed"
        book.move_sheet(sheet, 5)

    found = changed(tmp_path, change)
    assert place_of(found) == {"answer mona A1": 1}
    assert found.edits[0].at.sheet == "renamed"


def test_rows_that_are_gone_or_doubled_are_named(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        sheet = book[SHEET]
        sheet.delete_rows(at(sheet, "A1"))
        last = sheet.max_row + 1
        sheet[f"A{last}"].value = "A2"

    said = [(each.message, each.values) for each in changed(tmp_path, change).refusals]
    assert said == [("review.row_gone", {"code": "A1"}), ("review.row_twice", {"code": "A2"})]


def test_a_missing_column_or_sheet_is_told_once(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        book[SHEET].delete_cols(3)
        del book["Olga – the meeting"]

    said = {(each.at.sheet, each.message) for each in changed(tmp_path, change).refusals}
    assert said == {(SHEET, "review.column_gone"), ("Olga – the meeting", "review.sheet_gone")}


def test_merged_cells_are_named(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        sheet = book[SHEET]
        row = at(sheet, "A1")
        sheet.merge_cells(f"C{row}:C{row + 1}")

    assert [each.message for each in changed(tmp_path, change).refusals] == ["strangers.cell.merged"]


def test_a_sheet_without_its_key_is_known_by_name(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        for row in book[SHEET].iter_rows(min_col=12, max_col=12):
            row[0].value = None
        typed(1)(book)

    assert place_of(changed(tmp_path, change)) == {"answer mona A1": 1}


def test_facts_and_comments(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        typed("She waited.\nThen she asked again.", column="F")(book)
        typed("seen from the door", column="H")(book)

    assert place_of(changed(tmp_path, change)) == {
        "evidence mona A1": "She waited.\nThen she asked again.",
        "comment mona A1": "seen from the door",
    }


def test_without_meta_it_is_no_workbook_of_ours(tmp_path: Path) -> None:
    path = written(room_of_olga(), tmp_path / "book.xlsx")
    book = load_workbook(path)
    del book["_meta"]
    book.save(path)
    with pytest.raises(NotAccepted, match=r"review\.no_meta"):
        read_meta(opened(path))
    other = load_workbook(written(room_of_olga(), path))
    other["_meta"]["B1"].value = "9"
    other.save(path)
    with pytest.raises(NotAccepted, match=r"review\.other_layout"):
        read_meta(opened(path))
