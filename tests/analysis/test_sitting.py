"""How long people have been sitting, and which energiser fits, worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from facilitate.analysis.sitting import LONG, Situation, sat_long, sitting, situation, suggested
from facilitate.domain.agenda import Agenda, Energiser, Step
from facilitate.domain.events.preparing import AgendaSet
from facilitate.domain.events.running import (
    EnergiserRun,
    MeetingClosed,
    Paused,
    Resumed,
    StepClosed,
    StepOpened,
    TrackClosed,
    TrackOpened,
)
from facilitate.domain.people import SETUP
from tests.making import Room, small_room, words


def energiser(code: str, *good_for: str) -> Energiser:
    return Energiser(id=code, title=words(code), minutes=4, good_for=good_for)


ENERGISERS = (
    energiser("E1", "opening", "farmers"),
    energiser("E3", "after_long_sitting", "youth"),
    energiser("E4", "back_to_plenary", "farmers"),
    energiser("E5", "before_vote", "youth"),
)


def long_room(audience: str = "youth") -> Room:
    """S0 arrival; S1 opening; S2 in groups; S3 with an energiser; S4 for all; S5 the vote; all of an hour."""
    rest: list[dict[str, Any]] = [
        {"phase": "opening"},
        {"groups": "small"},
        {"energiser": "E3"},
        {},
        {"records": ("vote",)},
    ]
    steps = [Step(id="S0", phase="before", counted=False, title=words("arrival"), minutes=5)]
    steps += [Step(id=f"S{n}", title=words(f"step {n}"), minutes=60, **more) for n, more in enumerate(rest, start=1)]
    room = small_room()
    agenda = Agenda(id="a", title=words("a"), audience=audience, steps=tuple(steps), energisers=ENERGISERS)
    room.do(SETUP, AgendaSet(agenda=agenda))
    return room


def minutes(room: Room) -> float:
    return sitting(room.meeting, room.laptop()).minutes


def test_people_sit_from_the_real_start_on_and_no_longer_than_the_meeting() -> None:
    room = long_room()
    room.next("mona")
    assert minutes(room) == 0
    room.next("mona", minutes=20)
    assert minutes(room) == 0, "who still arrives does not sit"
    room.laptop.passes(minutes=LONG - 1)
    assert (minutes(room), sat_long(room.meeting, room.laptop())) == (LONG - 1, False)
    room.laptop.passes(minutes=1)
    assert sat_long(room.meeting, room.laptop())
    room.do("mona", MeetingClosed())
    assert minutes(room) == 0


def test_a_step_in_groups_or_with_an_energiser_moves_people_at_its_beginning_and_at_its_end() -> None:
    room = long_room()
    for step in ("S0", "S1", "S2", "S3", "S4"):
        room.next("mona", minutes=10)
        assert minutes(room) == 0, step
        room.laptop.passes(minutes=7)
        assert minutes(room) == (0 if step == "S0" else 7), step
    room.next("mona", minutes=1)
    assert minutes(room) == 8, "from S4 to S5 nobody gets up"


def in_plenary() -> Room:
    """Since 30 minutes in S4, 40 after the last that moved people."""
    room = long_room()
    room.do("mona", StepOpened(step="S1"))
    room.laptop.passes(minutes=10)
    room.do("mona", StepOpened(step="S4", predecessor="S1"))
    room.laptop.passes(minutes=30)
    return room


def test_an_energiser_moves_people() -> None:
    room = in_plenary()
    assert minutes(room) == 40
    room.do("tim", EnergiserRun(energiser="E3", minutes=4, step="S4"))
    room.laptop.passes(minutes=2)
    assert minutes(room) == 2


@pytest.mark.parametrize(("length", "sat"), [(2.9, 47.9), (3.0, 5.0)])
def test_a_pause_moves_people_once_it_is_long_enough_to_get_up(length: float, sat: float) -> None:
    room = in_plenary()
    room.do("mona", Paused())
    room.laptop.passes(minutes=length)
    assert minutes(room) == pytest.approx(sat - 5), "also while it goes on"
    room.do("mona", Resumed())
    room.laptop.passes(minutes=5)
    assert minutes(room) == pytest.approx(sat)


def test_a_time_without_an_open_step_is_a_pause() -> None:
    room = in_plenary()
    room.do("mona", StepClosed(step="S4"))
    room.laptop.passes(minutes=2)
    assert minutes(room) == 2 + 40
    room.laptop.passes(minutes=3)
    assert minutes(room) == 0
    room.do("mona", StepOpened(step="S4"))
    room.laptop.passes(minutes=6)
    assert minutes(room) == 6


def test_groups_that_go_and_come_back_move_people() -> None:
    room = in_plenary()
    room.do("mona", TrackOpened(track="t1", title="Women", step="S4", moderator="milo"))
    room.laptop.passes(minutes=9)
    assert minutes(room) == 9
    room.do("mona", TrackClosed(track="t1"))
    room.laptop.passes(minutes=3)
    assert minutes(room) == 3


def order(now: Situation) -> list[tuple[str, str]]:
    return [(each.energiser.id, each.why.rpartition(".")[2]) for each in suggested(ENERGISERS, now)]


def test_what_fits_the_moment_comes_before_what_fits_the_audience() -> None:
    assert order(Situation()) == [("E1", ""), ("E3", ""), ("E4", ""), ("E5", "")]
    assert order(Situation(("before_vote",), "farmers")) == [
        ("E5", "before_vote"),
        ("E1", "audience"),
        ("E4", "audience"),
        ("E3", ""),
    ]


def test_what_presses_most_comes_first_and_what_was_done_last() -> None:
    now = Situation(("after_long_sitting", "before_vote"), "youth", frozenset({"E1"}))
    assert order(now) == [("E3", "after_long_sitting"), ("E5", "before_vote"), ("E4", ""), ("E1", "done")]
    assert order(now._replace(done=frozenset({"E3"})))[0] == ("E5", "before_vote")


def test_the_energiser_of_the_open_step_comes_first_also_when_it_was_begun() -> None:
    now = Situation(("before_vote",), "farmers", frozenset({"E3", "E4"}), own="E3")
    assert order(now) == [("E3", "own"), ("E5", "before_vote"), ("E1", "audience"), ("E4", "done")]
    room = long_room()
    assert situation(room.meeting, room.laptop()).own is None
    room.do("mona", StepOpened(step="S3"))
    assert situation(room.meeting, room.laptop()).own == "E3"
    room.do("mona", StepClosed(step="S3"))
    assert situation(room.meeting, room.laptop()).own is None


def tags(room: Room) -> tuple[str, ...]:
    return situation(room.meeting, room.laptop()).tags


def test_the_moment_is_read_from_the_meeting() -> None:
    room = long_room()
    assert tags(room) == ("opening",)
    assert situation(room.meeting, room.laptop()).audience == "youth"
    room.next("mona")
    room.next("mona")
    assert tags(room) == ("opening",)
    room.laptop.passes(minutes=50)
    assert tags(room) == ("after_long_sitting", "opening")
    room.next("mona")
    assert tags(room) == (), "in groups, before they come back"
    room.do("mona", TrackOpened(track="t1", title="Women", step="S2"))
    assert tags(room) == ()
    room.do("mona", TrackClosed(track="t1"))
    assert tags(room) == ("back_to_plenary",)
    room.next("mona")
    assert tags(room) == ("back_to_plenary",), "for all again, after groups"
    room.next("mona", minutes=3)
    assert tags(room) == ("before_vote",)
    room.do("mona", EnergiserRun(energiser="E5"))
    assert situation(room.meeting, room.laptop()).done == {"E5"}
