"""The participation sheet tells the longest silences, and names small groups."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitate.domain.events.base import Spoke
from facilitate.domain.events.preparing import AttendanceCounted
from facilitate.domain.events.running import TurnEnded, TurnStarted
from facilitate.domain.people import Group
from tests.making import Room, small_room
from tests.workbook.reading import exported, texts
from tests.workbook.test_meeting_sheets import starting

WOMEN, MEN = Group(sex="women"), Group(sex="men")


def talked(*turns: tuple[Group, float, float]) -> Room:
    """Four women and eight men; turns of a group, so many minutes each, with so many minutes of silence after."""
    room = small_room()
    room.do("nora", AttendanceCounted(group=WOMEN, number=4), AttendanceCounted(group=MEN, number=8))
    room.next("mona")
    room.next("mona", minutes=5)
    for number, (group, minutes, quiet) in enumerate(turns):
        room.do("tim", TurnStarted(turn=f"t{number}", who=Spoke(group=group)))
        room.laptop.passes(minutes=minutes)
        room.do("tim", TurnEnded(turn=f"t{number}"))
        room.laptop.passes(minutes=quiet)
    return room


def test_each_group_has_its_longest_silence_and_the_meeting_its_own(tmp_path: Path) -> None:
    book = exported(talked((WOMEN, 2, 0), (MEN, 5, 1.5), (WOMEN, 2, 0)), tmp_path / "b.xlsx")
    women = starting(book, "Participation", "Sex", "women (small group)")
    men = starting(book, "Participation", "Sex", "men")
    assert (women[9], men[9]) == pytest.approx((6.5, 3.5))
    assert (women[2], women[4]) == (4, 2)
    assert women[5] == pytest.approx(4), "the turns are found under the name that the table has"
    assert any("The longest silence lasted 2 minutes; it began at 14:12" in text for text in texts(book))
    assert any("fewer than 5 people" in text for text in texts(book))


def test_where_the_log_cannot_tell_there_is_a_dash(tmp_path: Path) -> None:
    book = exported(talked((MEN, 2, 8)), tmp_path / "b.xlsx")
    assert starting(book, "Participation", "Sex", "men")[9] == "–"
    assert not any("silence" in text for text in texts(book))
