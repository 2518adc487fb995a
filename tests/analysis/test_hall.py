"""The hall's clock, the announced end and how late it is: with suspend, changed dates, restarts and several laptops."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitate.analysis.hall import elapsed, hall_time
from facilitate.analysis.retiming import announced_end, lateness
from facilitate.analysis.timing import expected_end, step_clock
from facilitate.domain.events.preparing import MeetingChanged, Retimed
from facilitate.domain.events.running import MeetingClosed, Paused, StepOpened
from facilitate.domain.instants import Instant, Span
from facilitate.journal.journal import Journal
from tests.journal.helping import keep, new_meeting
from tests.making import START, Laptop, Room, small_room

AS_ANNOUNCED = START + timedelta(minutes=40)


def begun(late: float = 10) -> Room:
    """S1 is open since ten past, five of its ten minutes are gone."""
    room = small_room()
    room.laptop.passes(minutes=late)
    room.do("mona", StepOpened(step="S1"))
    room.laptop.passes(minutes=5)
    return room


def on(room: Room, laptop: Laptop) -> tuple[int | None, datetime | None, Span | None]:
    """What another laptop says of the same meeting: the step's remaining time, the end, how late."""
    now, meeting = laptop(), room.meeting
    clock = step_clock(meeting, now)
    return clock.remaining_ms if clock else None, expected_end(meeting, now), lateness(meeting, now)


def test_the_end_is_what_was_announced_and_how_late_it_is() -> None:
    room = begun()
    assert announced_end(room.meeting, room.laptop()) == AS_ANNOUNCED
    assert on(room, room.laptop) == (5 * 60_000, AS_ANNOUNCED + timedelta(minutes=10), Span(600_000))


def test_before_anything_is_opened_the_meeting_begins_as_announced_or_now() -> None:
    room = small_room()
    room.laptop.passes(minutes=-20)
    assert on(room, room.laptop) == (None, AS_ANNOUNCED, Span(0))
    room.laptop.passes(minutes=35)
    assert lateness(room.meeting, room.laptop()) == Span(15 * 60_000)
    room.do("mona", Retimed(minutes={"S1": 6, "S2": 6}))
    assert lateness(room.meeting, room.laptop()) == Span(7 * 60_000), "what was announced stays"


@pytest.mark.parametrize("change", [timedelta(days=-1), timedelta(days=1), timedelta(hours=-1), timedelta(days=-4000)])
def test_a_clock_that_is_changed_mid_step_moves_nothing(change: timedelta) -> None:
    room = begun()
    before = on(room, room.laptop)
    room.laptop.wall += change
    assert on(room, room.laptop) == before
    room.laptop.passes(minutes=5)
    room.do("mona", StepOpened(step="S2", predecessor="S1"))
    assert on(room, room.laptop)[1:] == before[1:]
    room.laptop.passes(minutes=30)
    room.do("mona", MeetingClosed())
    assert expected_end(room.meeting, room.laptop()) == START + timedelta(minutes=50)
    assert lateness(room.meeting, room.laptop()) == Span(10 * 60_000)


def test_a_suspended_hour_counts() -> None:
    room = begun()
    room.laptop.passes(minutes=60)
    assert on(room, room.laptop) == (-55 * 60_000, START + timedelta(minutes=105), Span(65 * 60_000))


def test_a_date_that_was_wrong_at_the_start_and_is_put_right_is_believed_from_then_on() -> None:
    room = small_room()
    room.laptop.wall -= timedelta(days=4000)
    room.do("mona", StepOpened(step="S1"))
    room.laptop.passes(minutes=5)
    assert lateness(room.meeting, room.laptop()) is None
    assert expected_end(room.meeting, room.laptop()) == room.laptop.wall + timedelta(minutes=35), "the laptop's own"
    room.laptop.wall += timedelta(days=4000)
    assert on(room, room.laptop) == (5 * 60_000, AS_ANNOUNCED, Span(0))


def test_an_hour_announced_for_another_day_was_not_meant_for_now() -> None:
    room = begun()
    room.do("mona", MeetingChanged(start=datetime(2026, 7, 20, 14, 0)))
    assert announced_end(room.meeting, room.laptop()) is None
    assert lateness(room.meeting, room.laptop()) is None
    assert expected_end(room.meeting, room.laptop()) == START + timedelta(minutes=50)


def test_two_laptops_say_the_same_apart_from_the_mark() -> None:
    room = begun()
    other = Laptop("other", room.laptop.wall)
    remaining, end, late = on(room, room.laptop)
    assert on(room, other) == (remaining, end, Span(late.ms if late else 0, approximate=True))
    joined = Room(other, "replica2")
    joined.record.add(room.events)
    joined.do("milo", Paused())
    for laptop in (room.laptop, other):
        laptop.passes(minutes=4)
    mine, theirs = on(joined, room.laptop), on(joined, other)
    assert mine[:2] == theirs[:2]
    assert mine[2] is not None
    assert theirs[2] is not None
    assert mine[2].ms == theirs[2].ms == 14 * 60_000


def test_a_laptop_whose_clock_is_a_day_behind_is_wrong_by_one_step_and_not_by_a_day() -> None:
    room = begun()
    behind = Laptop("behind", room.laptop.wall - timedelta(days=1))
    assert on(room, behind)[1] == AS_ANNOUNCED + timedelta(minutes=10), "the whole of S1 is still to come there"
    other = Room(behind, "replica2")
    other.record.add(room.events)
    for laptop in (room.laptop, behind):
        laptop.passes(minutes=5)
    other.do("milo", StepOpened(step="S2", predecessor="S1"))
    for laptop in (room.laptop, behind):
        laptop.passes(minutes=3)
    assert lateness(other.meeting, behind()) == Span(0, approximate=True), "ten minutes of S1 are not known there"
    assert lateness(other.meeting, room.laptop()) == Span(3 * 60_000, approximate=True), "S2 seems to be over"


def test_a_restart_in_the_middle_goes_on_where_it_was() -> None:
    room = begun()
    room.laptop.passes(minutes=5)
    room.laptop.boot, room.laptop.uptime = "boot-2", 40_000
    room.do("mona", StepOpened(step="S2", predecessor="S1"))
    room.laptop.passes(minutes=2)
    room.laptop.wall -= timedelta(days=1)
    assert on(room, room.laptop)[1:] == (AS_ANNOUNCED + timedelta(minutes=10), Span(600_000, approximate=True))


def test_two_programs_on_one_file_and_a_changed_date(tmp_path: Path) -> None:
    laptop = Laptop()
    journal = new_meeting(tmp_path / "one.meeting")
    journal.close()
    first, second = (Journal.open(tmp_path / "one.meeting", laptop) for _ in range(2))
    keep(first, "mona", StepOpened(step="S1"))
    laptop.passes(minutes=4)
    laptop.wall -= timedelta(days=1)
    keep(second, "milo", StepOpened(step="S2", predecessor="S1"))
    laptop.passes(minutes=63)
    first.follow()
    for each in (first, second):
        meeting, now = each.record.meeting, laptop()
        clock = step_clock(meeting, now)
        assert clock is not None
        assert (clock.step, clock.spent) == ("S2", Span(63 * 60_000))
        assert (clock.remaining_ms, lateness(meeting, now)) == (-53 * 60_000, Span(47 * 60_000))
        each.close()


INSTANTS = st.builds(
    Instant,
    wall=st.datetimes(datetime(2026, 7, 1), datetime(2026, 8, 1)).map(lambda wall: wall.replace(tzinfo=START.tzinfo)),
    boot=st.sampled_from(["", "a", "b"]),
    uptime=st.integers(0, 10**9),
)


@given(st.lists(INSTANTS, min_size=1, max_size=8))
def test_time_never_runs_back_and_one_boot_is_exact(points: list[Instant]) -> None:
    assert elapsed(points).ms >= 0
    same = [point.model_copy(update={"boot": "a", "uptime": 1_000 * place}) for place, point in enumerate(points)]
    assert elapsed(same) == Span(1_000 * (len(points) - 1))


@given(st.lists(st.tuples(st.integers(0, 90), st.sampled_from("ab")), min_size=1, max_size=9))
def test_laptops_with_right_clocks_add_up_to_what_passed(steps: list[tuple[int, str]]) -> None:
    wall, points = START, []
    for minutes, boot in steps:
        wall += timedelta(minutes=minutes)
        uptime = round((wall - START).total_seconds() * 1000) + (5 if boot == "a" else 77)
        points.append(Instant(wall=wall, boot=boot, uptime=uptime))
    assert elapsed(points).ms == round((points[-1].wall - points[0].wall).total_seconds() * 1000)
    room = small_room()
    now = hall_time(room.meeting, points[-1])
    assert now is not None
    assert now.clock == points[-1].wall
