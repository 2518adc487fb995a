"""Durations: what overlaps in one group counts once, and a changed clock stretches nothing."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from facilitate.analysis.lasting import run_ms, seconds_by_group, stopped_at, timings_of
from facilitate.analysis.progress import asked
from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import Timed
from facilitate.domain.indicator import Duration, Option
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.sheets import Cell, Timing
from facilitate.domain.people import SETUP
from tests.making import START, Room, small_grid, small_room, words

CELL = Cell("meeting", "D1")
GROUPS = tuple(Option(id=each, label=words(each)) for each in ("women", "men"))


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def timing(start: float, stop: float | None, group: str | None = None, name: str = "") -> Timing:
    ended = None if stop is None else at(stop)
    typed = Instant(wall=at(start))
    name = name or f"d{start}-{stop}"
    return Timing(id=name, cell=CELL, group=group, start=at(start), stop=ended, seen=None, typed=typed)


def test_what_overlaps_in_one_group_counts_once_and_groups_add_up() -> None:
    timings = [timing(0, 60, "women"), timing(30, 90, "women"), timing(40, 50, "women"), timing(30, 40, "men")]
    assert seconds_by_group(timings) == {"women": 90, "men": 10}
    assert seconds_by_group([timing(0, None)]) == {}


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=6), st.permutations(range(6)))
def test_each_second_counts_once_in_whatever_order_timings_were_written(
    spans: list[tuple[int, int]], order: list[int]
) -> None:
    timings = [timing(start, start + length, name=f"d{n}") for n, (start, length) in enumerate(spans)]
    shuffled = [timings[each] for each in order if each < len(timings)]
    seconds = {second for start, length in spans for second in range(start, start + length)}
    assert sum(seconds_by_group(shuffled).values()) == len(seconds)


def begun() -> Room:
    room = small_room()
    room.do(SETUP, GridProposed(grid=small_grid((Duration(id="D1", text=words("wait"), groups=GROUPS),))))
    room.next("mona")
    return room


def running(room: Room) -> Timing:
    (found,) = timings_of(room.meeting.sheet("olga"), CELL)
    return found


def test_a_clock_that_is_changed_meanwhile_stretches_nothing() -> None:
    room = begun()
    room.do("olga", Timed(indicator="D1", timing="d1", group="women", start=room.laptop.wall))
    room.laptop.passes(seconds=30)
    room.laptop.wall -= timedelta(hours=3)
    assert run_ms(running(room), room.laptop()) == 30_000
    assert stopped_at(running(room), room.laptop()) == at(30)


def test_what_began_before_it_was_typed_runs_from_its_start() -> None:
    room = begun()
    room.laptop.passes(seconds=100)
    room.do("olga", Timed(indicator="D1", timing="d1", group="women", start=at(40)))
    room.laptop.passes(seconds=20)
    assert run_ms(running(room), room.laptop()) == 80_000
    room.do("olga", Timed(indicator="D1", timing="d1", group="men", start=at(40)))
    assert run_ms(running(room), room.laptop()) == 80_000


def test_the_answer_is_the_seconds_of_all_groups() -> None:
    room = begun()
    for number, (group, start, stop) in enumerate((("women", 0, 60), ("women", 30, 90), ("men", 0, 5))):
        room.do("olga", Timed(indicator="D1", timing=f"d{number}", group=group, start=at(start), stop=at(stop)))
    (found,) = (each for each in asked(room.meeting, "olga", None, room.laptop()) if each.indicator.id == "D1")
    assert found.given is not None
    assert found.given.value == 95
