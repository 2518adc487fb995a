"""Interval marks that a second program of the same observer must not take away, and keys that must not tick others."""

from __future__ import annotations

from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import IntervalMarked
from facilitate.domain.indicator import Interval, Option
from facilitate.domain.meeting.sheets import Cell, IntervalMark
from facilitate.domain.people import SETUP
from facilitate.tui.dialogs.sampling import KEYS
from tests.making import Room, small_grid, small_room, words

CODES = (Option(id="lec", label=words("lec")), Option(id="ask", label=words("ask")))


def marks_after(*facts: IntervalMarked) -> dict[int, IntervalMark]:
    room: Room = small_room()
    room.do(SETUP, GridProposed(grid=small_grid((Interval(id="I1", text=words("I1"), codes=CODES),))))
    room.do("olga", *facts)
    return dict(room.meeting.sheet("olga").intervals[Cell("meeting", "I1")])


def ticked(*codes: str) -> IntervalMarked:
    return IntervalMarked(indicator="I1", interval=1, codes=codes)


MISSED = IntervalMarked(indicator="I1", interval=1, missed=True)


def test_missed_never_takes_a_mark_away_and_a_later_mark_stands() -> None:
    assert marks_after(ticked("lec"), MISSED)[1].codes == ("lec",)
    assert not marks_after(ticked(), MISSED)[1].missed, "somebody looked and saw nothing"
    assert marks_after(MISSED, ticked("ask"))[1].codes == ("ask",)
    assert marks_after(MISSED, MISSED)[1].missed


def test_no_code_has_the_key_that_sends_two_letters_on_an_arabic_keyboard() -> None:
    assert "b" not in KEYS
    assert len(set(KEYS)) == len(KEYS) >= 25
