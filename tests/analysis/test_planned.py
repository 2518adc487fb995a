"""The agenda as planned: when each step begins, what fits before the locked end, and who moderates what."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitate.analysis.planned import brought_down, fit, planned, planned_end
from facilitate.analysis.sharing import by_turns, in_blocks, next_hand, to_share
from facilitate.domain.agenda import Agenda, Step
from facilitate.domain.events import planning as n
from facilitate.domain.events import preparing as p
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Role
from tests.making import small_room, words

START = datetime(2026, 7, 16, 14, 0)

Row = tuple[int, int, bool]
ROWS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.booleans()), min_size=1, max_size=9)


def of_steps(rows: list[Row], end: datetime | None = None) -> Meeting:
    """A meeting with steps of these minutes, floors and protections; the first is before the start."""
    steps = [Step(id="A", phase="before", counted=False, title=words("arrival"), minutes=15)]
    steps += [
        Step(id=f"S{n}", title=words(f"step {n}"), minutes=max(rest[:2]), min_minutes=min(rest[:2]), protect=rest[2])
        for n, rest in enumerate(rows)
    ]
    return Meeting(agenda=Agenda(id="a", title=words("agenda"), steps=tuple(steps)), start=START, end=end)


@given(ROWS)
def test_every_step_begins_when_the_one_before_ends(rows: list[Row]) -> None:
    meeting = of_steps(rows)
    arrival, *steps = planned(meeting)
    assert arrival.start == START - timedelta(minutes=15), "people arrive before the hour that was announced"
    clock = START
    for each in steps:
        assert each.start == clock
        clock += timedelta(minutes=each.minutes)
    assert planned_end(meeting) == clock == START + timedelta(minutes=fit(meeting).planned)


def test_without_an_hour_there_are_minutes_and_no_times() -> None:
    meeting = of_steps([(10, 5, False)]).model_copy(update={"start": None})
    assert [each.start for each in planned(meeting)] == [None, None]
    assert planned_end(meeting) is None
    assert fit(meeting) == (10, 5, None)


@given(ROWS, st.integers(1, 400))
def test_brought_down_the_agenda_fits_or_stands_at_its_floors(rows: list[Row], room: int) -> None:
    meeting = of_steps(rows, START + timedelta(minutes=room))
    minutes = brought_down(meeting)
    before = {each.step.id: each for each in planned(meeting)}
    assert all(before[step].least <= each < before[step].minutes for step, each in minutes.items())
    assert not any(before[step].step.protect for step in minutes)
    found = fit(meeting)
    after = found.planned - sum(before[step].minutes - each for step, each in minutes.items())
    assert after == min(found.planned, max(room, found.least)), "not a minute more is taken than has to be"


def test_it_says_by_how_many_minutes_even_the_floors_are_too_long() -> None:
    meeting = of_steps([(10, 6, False), (20, 12, False)], START + timedelta(minutes=15))
    assert (fit(meeting).over, fit(meeting).floors_over) == (15, 3)
    assert brought_down(meeting) == {"S0": 6, "S1": 12}


# Who moderates what.

STEPS = st.lists(st.integers(0, 90), max_size=14).map(lambda each: [(f"S{n}", m) for n, m in enumerate(each)])
MODERATORS = st.integers(1, 5).map(lambda many: [f"m{n}" for n in range(many)])


@given(STEPS, MODERATORS)
def test_blocks_cover_every_step_once_and_nobody_has_more_than_their_share_and_one_step(
    steps: list[tuple[str, int]], moderators: list[str]
) -> None:
    found = in_blocks(steps, moderators)
    assert list(found) == [step for step, _ in steps]
    runs = [who for who, _ in groupby(found.values())]
    assert runs == moderators[: len(runs)], "in the order of the moderators, each in one piece"
    assert len(runs) == min(len(steps), len(moderators)), "nobody is left out"
    minutes = dict(steps)
    for who in runs:
        own = sum(minutes[step] for step, each in found.items() if each == who)
        assert own * len(moderators) <= sum(minutes.values()) + len(moderators) * max(minutes.values())


@given(STEPS, MODERATORS)
def test_by_turns_nobody_has_two_steps_more_than_another(steps: list[tuple[str, int]], moderators: list[str]) -> None:
    found = by_turns(steps, moderators)
    assert list(found) == [step for step, _ in steps]
    many = [sum(each == who for each in found.values()) for who in moderators]
    assert max(many) - min(many) <= 1


@pytest.mark.parametrize(
    ("minutes", "owners"),
    [([10, 10, 10, 10], "aabb"), ([100, 1, 1], "abb"), ([1, 1, 100], "aab"), ([30, 10, 10, 10], "abbb"), ([5], "a")],
)
def test_blocks_are_as_even_as_they_can_be(minutes: list[int], owners: str) -> None:
    steps = [(f"S{n}", each) for n, each in enumerate(minutes)]
    assert "".join(in_blocks(steps, ["a", "b"]).values()) == owners


def test_only_steps_to_come_are_shared_out() -> None:
    room = small_room()
    assert [step for step, _ in to_share(room.meeting)] == ["S1", "S2", "S3", "S4"]
    room.next("mona"), room.next("mona"), room.next("mona")
    assert [step for step, _ in to_share(room.meeting)] == ["S3", "S4"]


def test_one_key_hands_a_step_on_from_moderator_to_moderator_and_to_nobody() -> None:
    room, found = small_room(), []
    for _ in range(3):
        following = next_hand(room.meeting, "S1")
        found.append(following)
        room.do("tess", n.StepAssigned(step="S1", moderator=following))
    assert found == ["mona", "milo", None]
    room.do("tess", p.PersonChanged(person="mona", roles=frozenset({Role.HOST})))
    assert next_hand(room.meeting, "S1") == "milo"
