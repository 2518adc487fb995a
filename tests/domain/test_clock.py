"""The clock: lengths of time survive suspend, two laptops and a changed date."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitate.domain.events import running as r
from facilitate.domain.instants import NO_STAMP, Instant, Span, between, next_stamp, total
from tests.making import START, Laptop, Room, small_room

MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
INSTANTS = st.builds(Instant, wall=MOMENTS, boot=st.sampled_from(["", "a", "b"]), uptime=st.integers(0, 10**10))


def spent(room: Room, step: str, track: str = "plenary") -> Span:
    return room.meeting.tracks[track].spent(step, room.laptop())


def minutes(number: float, *, approximate: bool = False) -> Span:
    return Span(round(number * 60_000), approximate)


def test_same_boot_counts_uptime_and_another_one_the_clocks() -> None:
    start = Instant(wall=START, boot="a", uptime=1_000)
    assert between(start, Instant(wall=START + timedelta(days=3), boot="a", uptime=61_000)) == Span(60_000)
    assert between(start, Instant(wall=START + timedelta(minutes=2), boot="b", uptime=5)) == Span(120_000, True)
    assert between(Instant(wall=START), Instant(wall=START + timedelta(minutes=1))) == Span(60_000, True)


def test_clocks_in_two_zones_are_one_time() -> None:
    start = Instant(wall=START, boot="a")
    end = Instant(wall=(START + timedelta(minutes=5)).astimezone(timezone(timedelta(hours=1))), boot="b")
    assert between(start, end) == Span(300_000, True)


@given(INSTANTS, INSTANTS)
def test_no_time_is_less_than_nothing(start: Instant, end: Instant) -> None:
    span = between(start, end)
    assert span.ms >= 0
    assert span.approximate == (not start.boot or start.boot != end.boot)


@given(st.lists(st.tuples(st.integers(0, 10**9), st.booleans()).map(lambda pair: Span(*pair))))
def test_a_sum_is_approximate_if_a_part_is(spans: list[Span]) -> None:
    assert total(spans) == Span(sum(span.ms for span in spans), any(span.approximate for span in spans))


@given(st.lists(st.integers(-(10**6), 2**44), min_size=1, max_size=40))
def test_stamps_only_grow_and_sort_as_text(walls: list[int]) -> None:
    stamps = [NO_STAMP]
    for wall in walls:
        stamps.append(next_stamp(stamps[-1], wall))
    assert stamps == sorted(set(stamps))
    assert {len(stamp) for stamp in stamps} == {17}


def test_a_stamp_follows_the_clock_and_never_runs_out_of_numbers() -> None:
    assert next_stamp(NO_STAMP, 0x10) == "000000000010-0000"
    assert next_stamp("000000000010-0000", 0x10) == "000000000010-0001"
    assert next_stamp("000000000010-ffff", 0x0F) == "000000000011-0000"


def test_an_hour_of_suspend_counts() -> None:
    room = small_room()
    room.next("mona")
    room.laptop.passes(60)  # the clock went on, and so did uptime, which also counts in suspend
    assert spent(room, "S0") == minutes(60)


@pytest.mark.parametrize("days", [-1, 1, 365])
def test_a_changed_date_changes_no_length(days: int) -> None:
    room = small_room()
    room.next("mona")
    room.laptop.passes(4)
    room.laptop.wall += timedelta(days=days)
    room.do("mona", r.Paused())
    room.laptop.passes(3)
    room.do("mona", r.Resumed())
    room.laptop.passes(2)
    assert spent(room, "S0") == minutes(6)
    room.next("mona", minutes=1)
    assert spent(room, "S0") == minutes(7)
    assert room.meeting.clashes == ()


def test_after_a_restart_the_length_is_approximate() -> None:
    room = small_room()
    room.next("mona")
    room.laptop.passes(5)
    room.laptop.boot, room.laptop.uptime = "boot-2", 10
    assert spent(room, "S0") == minutes(5, approximate=True)


def test_another_laptop_with_a_wrong_date_only_makes_it_approximate() -> None:
    room = small_room()
    room.next("mona")
    other = Room(Laptop("other", START + timedelta(minutes=12)), "replica2")
    other.record.add(room.events)
    other.next("milo")
    assert spent(other, "S0") == minutes(12, approximate=True)


def test_a_pause_does_not_count_and_going_back_adds_up() -> None:
    room = small_room()
    room.do("mona", r.StepOpened(step="S1"))
    room.laptop.passes(4)
    room.do("mona", r.Paused(reason="tea"))
    room.laptop.passes(10)
    assert spent(room, "S1") == minutes(4)
    room.do("mona", r.Resumed())
    room.laptop.passes(1)
    room.do("mona", r.StepOpened(step="S2", predecessor="S1"))
    room.laptop.passes(7)
    room.do("mona", r.StepOpened(step="S1", predecessor="S2"))
    room.laptop.passes(2)
    assert spent(room, "S1") == minutes(7)
    assert spent(room, "S2") == minutes(7)
    room.laptop.passes(1)
    assert spent(room, "S2") == minutes(7)


def test_a_pause_ends_with_its_step() -> None:
    room = small_room()
    room.do("mona", r.StepOpened(step="S1"))
    room.laptop.passes(1)
    room.do("mona", r.Paused())
    room.laptop.passes(9)
    room.do("mona", r.StepOpened(step="S2", predecessor="S1"))
    room.laptop.passes(5)
    assert spent(room, "S1") == minutes(1)
    assert spent(room, "S2") == minutes(5)
    assert room.meeting.current
    assert not room.meeting.current.paused


def test_the_tracks_of_a_split_room_have_clocks_of_their_own() -> None:
    room = small_room()
    room.do("mona", r.StepOpened(step="S1"))
    for track in ("women", "men"):
        room.do("mona", r.TrackOpened(track=track, title=track, step="S1"))
    room.laptop.passes(2)
    room.do("milo", r.Paused(track="men"))
    room.laptop.passes(3)
    room.do("mona", r.TrackClosed(track="women"))
    room.laptop.passes(3)
    assert (spent(room, "S1", "women"), spent(room, "S1", "men")) == (minutes(5), minutes(2))
    assert spent(room, "S1") == minutes(8)
    room.do("mona", r.StepOpened(step="S2", predecessor="S1"))
    room.laptop.passes(3)
    assert spent(room, "S1", "men") == minutes(2)
    assert not room.meeting.tracks["men"].open


def test_the_end_of_the_meeting_stops_every_clock() -> None:
    room = small_room()
    room.do("mona", r.StepOpened(step="S1"), r.TrackOpened(track="men", title="men", step="S1"))
    room.do("mona", r.TurnStarted(turn="t1", track="men"))
    room.laptop.passes(2)
    room.do("mona", r.MeetingClosed())
    room.laptop.passes(50)
    assert (spent(room, "S1"), spent(room, "S1", "men")) == (minutes(2), minutes(2))
    assert room.meeting.turns["t1"].end is not None


def test_minutes_that_were_added_count_for_their_track_only() -> None:
    room = small_room()
    room.do("mona", r.StepOpened(step="S1"), r.Extended(step="S1", minutes=5), r.Extended(step="S1", minutes=-3))
    assert room.meeting.planned_minutes("S1") == 12
    assert room.meeting.planned_minutes("S1", "men") == 10
    room.do("mona", r.Extended(step="S1", minutes=-240))
    assert room.meeting.planned_minutes("S1") == 0


def test_what_happened_earlier_is_measured_by_the_clock() -> None:
    room = small_room()
    room.do("mona", r.StepOpened(step="S1"))
    room.laptop.passes(10)
    late = room.scribe.write("mona", r.StepClosed(step="S1"), room.record.latest, START + timedelta(minutes=8))
    room.record.add([late])
    assert spent(room, "S1") == minutes(8, approximate=True)
