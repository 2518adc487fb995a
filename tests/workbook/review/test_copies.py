"""What stands twice in a reviewed workbook, and what somebody wrote into its hidden sheet: nothing is guessed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from facilitate.domain.events.base import Origin
from facilitate.domain.events.observing import Reviewed
from facilitate.workbook.strangers.faults import NotAccepted
from tests.workbook.review.rounds import back, place_of, proposed, written
from tests.workbook.review.test_changes import brought
from tests.workbook.review.test_reading import SHEET, changed, room_of_olga, typed


@pytest.mark.parametrize("renamed", [False, True])
def test_of_a_copied_sheet_the_one_with_the_exported_name_is_read(tmp_path: Path, renamed: bool) -> None:
    def change(book: Any) -> None:
        copy = book.copy_worksheet(book[SHEET])
        if renamed:
            book[SHEET].title, copy.title = "kept", SHEET
        typed(1)(book)

    found = changed(tmp_path, change)
    assert place_of(found) == {"answer mona A1": 1}
    other = "kept" if renamed else f"{SHEET} Copy"
    assert [(each.at.sheet, each.message, each.values) for each in found.refusals] == [
        (other, "review.copy", {"sheet": SHEET})
    ]


def test_of_two_columns_with_one_head_neither_is_read(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        typed(1)(book)
        head = next(row for row in book[SHEET].iter_rows() if row[2].value == "Answer")
        head[3].value = "Answer"

    found = changed(tmp_path, change)
    assert place_of(found) == {}
    assert [(each.message, each.values) for each in found.refusals] == [("review.column_twice", {"column": "Answer"})]


def meta(column: int, value: str) -> Callable[[Any], None]:
    """Write into the first line of the map of cells."""

    def change(book: Any) -> None:
        sheet = book["_meta"]
        top = next(row[0].row for row in sheet.iter_rows() if row[0].value == "sheet")
        sheet.cell(top + 1, column).value = value

    return change


@pytest.mark.parametrize(
    ("column", "value"),
    [(4, "wish"), (5, ""), (5, "o l"), (6, ""), (7, "Z9"), (8, "a b"), (9, '{"choices": 5}'), (9, "[["), (7, "A2")],
)
def test_a_spoilt_map_is_refused_whole(tmp_path: Path, column: int, value: str) -> None:
    with pytest.raises(NotAccepted, match=r"review\.spoilt_meta"):
        changed(tmp_path, meta(column, value))


def test_words_beside_an_answer_that_changed_meanwhile_are_a_conflict(tmp_path: Path) -> None:
    room = room_of_olga()
    path = brought(tmp_path, room, typed(1), typed("mine", column="H"))
    source = Origin(file="b.xlsx", cell="C1")
    comment = Reviewed(observer="olga", about="mona", indicator="A1", value=None, reason="theirs", source=source)
    room.do("tess", comment)
    made = proposed(room, back(room, path))
    assert [(each.outcome, each.fact) for each in made] == [("conflict", None)]


def test_rows_of_an_earlier_grid_do_not_double_a_code(tmp_path: Path) -> None:
    """The code of such a row may stand above as well."""
    from tests.workbook.odd_meetings import odd_meeting

    for seed in (12, 15, 55):
        room = odd_meeting(seed)
        assert back(room, written(room, tmp_path / "book.xlsx")).refusals == []
