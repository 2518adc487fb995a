"""Who was expected and who came, and the checklist, in the report and on the sheet to sign."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from facilitate.analysis.expecting import came
from facilitate.domain.events.planning import ExpectedSet, ItemSet
from facilitate.domain.events.preparing import AttendanceCounted
from facilitate.domain.people import Group, Role
from facilitate.language import Words
from facilitate.report.write import as_text
from facilitate.workbook.paper.pack import blank
from tests.making import Room, small_room

WOMEN, MEN, YOUNG = Group(sex="women"), Group(sex="men"), Group(sex="women", age="18-29")


def expecting() -> Room:
    room = small_room()
    for group, number in ((WOMEN, 12), (MEN, 8), (YOUNG, 5), (Group(place="Timit"), 4)):
        room.do("tess", ExpectedSet(group=group, number=number))
    return room


def found(room: Room) -> list[int | None]:
    return [each.came for each in came(room.meeting)]


def test_nobody_is_said_to_be_missing_before_anybody_was_counted() -> None:
    assert found(expecting()) == [None, None, None, None]


def test_a_count_of_the_group_itself_is_what_came() -> None:
    room = expecting()
    room.do("nora", AttendanceCounted(group=WOMEN, number=9), AttendanceCounted(group=MEN, number=0))
    assert found(room) == [9, 0, None, None], "by age and by place nobody was counted"


def test_narrower_counts_add_up_to_the_group() -> None:
    room = expecting()
    room.do("nora", AttendanceCounted(group=YOUNG, number=5))
    room.do("nora", AttendanceCounted(group=Group(sex="women", age="30-59"), number=2))
    assert found(room) == [7, None, 5, None], "nobody said that no man came"


def test_people_known_by_name_are_counted_too() -> None:
    room = expecting()
    room.person("zineb", Role.PARTICIPANT, group=Group(sex="women", age="18-29", place="Timit"))
    assert found(room) == [1, None, 1, 1]


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "women: 12 expected, 9 came"), ("fr", "femmes : attendus 12, venus 9"), ("ar", "المنتظر 12، والحاضر 9")],
)
def test_the_report_says_both_and_what_was_got_ready(language: str, line: str) -> None:
    room, words = expecting(), Words("fr" if language == "fr" else "ar" if language == "ar" else "en")
    room.do("nora", AttendanceCounted(group=WOMEN, number=9))
    room.do("tess", ItemSet(item="i1", what="material", text="Rope", who="Said", done=True))
    room.do("tess", ItemSet(item="i2", what="invitation", text="Headman"))
    told = as_text([(room.meeting, room.laptop())], words)
    assert line in told
    assert any("✓" in each and "Rope" in each and "Said" in each for each in told.splitlines())
    assert any("☐" in each and "Headman" in each for each in told.splitlines())


def test_the_sheet_to_sign_says_how_many_are_expected(tmp_path: Path) -> None:
    room, target = expecting(), tmp_path / "paper.xlsx"
    blank(room.meeting, target, "en", room.laptop(), "test")
    sheet = load_workbook(target)["Attendance"]
    assert any("women: 12" in str(cell.value) for row in sheet.iter_rows() for cell in row)
