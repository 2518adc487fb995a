"""Snapshots; and what shakes neither these nor intervals: pauses, the end, a reopening, a changed clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from facilitate.analysis.sampling import LOOK_MS, begins, missed, running
from facilitate.domain.events import running as r
from facilitate.domain.indicator import Interval, Option
from facilitate.domain.meeting.sheets import IntervalMark
from tests.making import Room, small_room, words

CODES = tuple(Option(id=code, label=words(code)) for code in ("all", "some"))
EVERY_TWO = Interval(id="I1", text=words("what is seen"), every_seconds=120, codes=CODES)
MOMENT = Interval(id="M1", text=words("who is with it"), every_seconds=120, codes=CODES, momentary=True, at_most=1)
FIRST = {1: IntervalMark(interval=1, codes=("all",), missed=False, seen=None)}


def begun() -> Room:
    """The first step that counts has just been opened."""
    room = small_room()
    room.next("mona")
    room.next("mona")
    return room


def numbers(room: Room) -> tuple[int, int]:
    """The interval that runs, and the last sign."""
    found = [running(room.meeting, each, room.laptop()) for each in (EVERY_TWO, MOMENT)]
    first, second = (each.number if each else -1 for each in found)
    return first, second


def test_the_first_sign_comes_one_interval_after_the_opening_and_lasts_some_seconds() -> None:
    room = begun()
    assert numbers(room) == (1, 0)
    assert begins(room.meeting, EVERY_TWO, room.laptop())
    assert not begins(room.meeting, MOMENT, room.laptop()), "people still sit down"
    room.laptop.passes(minutes=2)
    found = running(room.meeting, MOMENT, room.laptop())
    assert found is not None
    assert (found.number, found.since_ms, found.left_ms, found.complete) == (1, 0, 120_000, 0)
    assert begins(room.meeting, MOMENT, room.laptop())
    room.laptop.passes(seconds=LOOK_MS / 1000)
    assert not begins(room.meeting, MOMENT, room.laptop())


def test_a_moment_is_missed_when_the_next_sign_comes_and_an_interval_one_later() -> None:
    room = begun()
    room.laptop.passes(minutes=5)
    assert numbers(room) == (3, 2)
    assert missed(room.meeting, MOMENT, FIRST, room.laptop()) == ()
    room.laptop.passes(minutes=1)
    assert missed(room.meeting, MOMENT, FIRST, room.laptop()) == (2,)
    assert missed(room.meeting, EVERY_TWO, FIRST, room.laptop()) == (2,)
    assert missed(room.meeting, MOMENT, {}, room.laptop()) == (), "nobody has begun to sample it"


def test_when_the_sheet_is_sent_nothing_is_waited_for() -> None:
    room = begun()
    room.laptop.passes(minutes=5)
    room.do("mona", r.MeetingClosed())
    room.laptop.passes(minutes=30)
    assert missed(room.meeting, EVERY_TWO, FIRST, room.laptop(), sending=True) == (2,), "the third was cut short"
    assert missed(room.meeting, MOMENT, FIRST, room.laptop(), sending=True) == (2,), "its sign was given"
    assert not begins(room.meeting, EVERY_TWO, room.laptop())


def paused(room: Room) -> None:
    room.do("mona", r.Paused())
    room.laptop.passes(minutes=21)
    assert not begins(room.meeting, EVERY_TWO, room.laptop()), "nobody is called in a pause"
    room.do("mona", r.Resumed())


def reopened(room: Room) -> None:
    room.do("mona", r.MeetingClosed())
    room.laptop.passes(minutes=21)
    room.do("mona", r.MeetingReopened(reason="too early"), r.StepOpened(step="S1"))


def closed_in_a_pause(room: Room) -> None:
    room.do("mona", r.Paused())
    room.laptop.passes(minutes=3)
    reopened(room)


def set_forward(room: Room) -> None:
    room.laptop.wall += timedelta(hours=2)


def set_back(room: Room) -> None:
    room.laptop.wall -= timedelta(days=1)


def set_back_and_reopened(room: Room) -> None:
    set_back(room)
    reopened(room)


@pytest.mark.parametrize("happens", [paused, reopened, closed_in_a_pause, set_forward, set_back, set_back_and_reopened])
def test_the_same_interval_goes_on_after(happens: Callable[[Room], None]) -> None:
    room = begun()
    room.laptop.passes(minutes=5)
    before = [running(room.meeting, each, room.laptop()) for each in (EVERY_TWO, MOMENT)]
    happens(room)
    assert [running(room.meeting, each, room.laptop()) for each in (EVERY_TWO, MOMENT)] == before
    room.laptop.passes(minutes=1)
    assert numbers(room) == (4, 3)


def test_a_meeting_that_was_closed_before_it_began_takes_no_time_from_its_intervals() -> None:
    room = small_room()
    room.next("mona")
    reopened(room)
    room.laptop.passes(minutes=5)
    assert numbers(room) == (3, 2)
