"""Planned and actual time, worked out by hand."""

from __future__ import annotations

from datetime import datetime, timedelta

from facilitate.analysis.timing import expected_end, start_delay_minutes, step_clock, step_times
from facilitate.domain.events.preparing import MeetingChanged
from facilitate.domain.events.running import Extended, MeetingClosed, Paused, Resumed, StepOpened, StepSkipped
from facilitate.domain.people import SETUP
from tests.making import START, Room, small_room


def under_way() -> Room:
    """S0 opened at 14:00, S1 at 14:07; S1 took 15 minutes with a pause of 3; S2 is open since 14:22, now is 14:26."""
    room = small_room()
    room.next("mona")
    room.next("mona", minutes=7)
    room.laptop.passes(minutes=4)
    room.do("mona", Paused())
    room.laptop.passes(minutes=3)
    room.do("mona", Resumed())
    room.next("mona", minutes=8)
    room.laptop.passes(minutes=4)
    return room


def test_each_step_has_its_planned_and_its_actual_time() -> None:
    room = under_way()
    room.do("tim", Extended(step="S2", minutes=5))
    room.do("tim", StepSkipped(step="S3", reason="late"))
    s0, s1, s2, s3, s4 = step_times(room.meeting, room.laptop())
    assert (s0.state, s0.counted, s0.planned, s0.spent.minutes) == ("done", False, 5, 7)
    assert (s1.state, s1.planned, s1.spent.minutes, s1.over_ms) == ("done", 10, 12, 2 * 60_000)
    assert (s2.state, s2.planned, s2.spent.minutes, s2.over_ms) == ("open", 15, 4, -11 * 60_000)
    assert (s3.state, s3.spent.ms) == ("skipped", 0)
    assert (s4.state, s4.spent.ms) == ("to_come", 0)
    assert not s1.overran(0.2), "12 minutes are exactly 20 % more than 10"
    assert s1.overran(0.19)


def test_openings_of_a_step_that_is_gone_back_to_count_together() -> None:
    room = under_way()
    room.do("mona", StepOpened(step="S1", predecessor="S2"))
    room.laptop.passes(minutes=2)
    clock = step_clock(room.meeting, room.laptop())
    assert clock is not None
    assert (clock.step, clock.spent.minutes, clock.remaining_ms) == ("S1", 14, -4 * 60_000)


def test_a_paused_clock_stands_still() -> None:
    room = under_way()
    room.do("mona", Paused())
    room.laptop.passes(minutes=30)
    clock = step_clock(room.meeting, room.laptop())
    assert clock is not None
    assert clock.paused
    assert clock.remaining_ms == 6 * 60_000
    assert step_clock(small_room().meeting, room.laptop()) is None


def test_the_expected_end_adds_what_remains_and_what_is_to_come() -> None:
    room = under_way()  # at 14:26: 6 of S2, and S3 and S4
    assert expected_end(room.meeting, room.laptop()) == START + timedelta(minutes=26 + 6 + 20)
    room.laptop.passes(minutes=10)  # S2 is 4 over: nothing remains of it
    assert expected_end(room.meeting, room.laptop()) == START + timedelta(minutes=36 + 20)
    room.do("tim", StepSkipped(step="S3"))
    assert expected_end(room.meeting, room.laptop()) == START + timedelta(minutes=36 + 10)
    room.do("mona", MeetingClosed())
    room.laptop.passes(minutes=60)
    assert expected_end(room.meeting, room.laptop()) == START + timedelta(minutes=36)
    assert step_times(room.meeting, room.laptop())[4].state == "skipped", "nothing is to come any more"


def test_a_suspended_laptop_and_a_changed_date_agree() -> None:
    room = under_way()
    room.laptop.wall += timedelta(days=400)
    clock = step_clock(room.meeting, room.laptop())
    assert clock is not None
    assert clock.spent == (4 * 60_000, False)
    room.laptop.boot = "boot-2"
    clock = step_clock(room.meeting, room.laptop())
    assert clock is not None
    assert clock.spent.approximate


def test_the_delay_is_from_the_announced_hour_to_the_first_step_that_counts() -> None:
    room = under_way()
    assert start_delay_minutes(room.meeting) == 7
    room.do(SETUP, MeetingChanged(start=datetime(2026, 7, 16, 14, 30)))
    assert start_delay_minutes(room.meeting) == -23
    assert start_delay_minutes(small_room().meeting) is None
