"""Re-timing: worked out by hand, and what must hold whatever happened in the meeting."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitate.analysis.retiming import MOST_MINUTES, Row, announced_end, outlook, propose, why_not
from facilitate.analysis.timing import expected_end
from facilitate.domain.agenda import Agenda, Step
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import Event
from facilitate.domain.events.preparing import AgendaSet, MeetingChanged, Retimed
from facilitate.domain.events.running import Extended, MeetingClosed, StepOpened, StepSkipped
from tests.domain.acting import Actor
from tests.making import START, Room, small_room, words

EXAMPLES = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
CHANCES = st.integers(0, 2**32).map(Random)


def late(minutes: float, spent: float = 0) -> Room:
    """S1 was opened so late, and has run so long; S2 and S3 can spare four minutes each, S4 none."""
    room = small_room()
    room.laptop.passes(minutes=minutes)
    room.do("mona", StepOpened(step="S1"))
    room.laptop.passes(minutes=spent)
    return room


def cuts(room: Room) -> Mapping[str, int]:
    return {row.step: row.planned - row.proposed for row in propose(room.meeting, room.laptop()).rows}


@pytest.mark.parametrize(
    ("minutes", "spent", "taken"),
    [
        (0, 3, {"S1": 0, "S2": 0, "S3": 0, "S4": 0}),
        (1, 3, {"S1": 0, "S2": 1, "S3": 0, "S4": 0}),
        (4, 3, {"S1": 0, "S2": 2, "S3": 2, "S4": 0}),
        (4.1, 3, {"S1": 0, "S2": 3, "S3": 2, "S4": 0}),
        (8, 3, {"S1": 0, "S2": 4, "S3": 4, "S4": 0}),
        (10, 3, {"S1": 2, "S2": 4, "S3": 4, "S4": 0}),
        (20, 3, {"S1": 4, "S2": 4, "S3": 4, "S4": 0}),
        (20, 8.2, {"S1": 1, "S2": 4, "S3": 4, "S4": 0}),
        (20, 10, {"S1": 0, "S2": 4, "S3": 4, "S4": 0}),
    ],
)
def test_time_comes_from_the_steps_to_come_and_then_from_the_open_one(
    minutes: float, spent: float, taken: Mapping[str, int]
) -> None:
    assert cuts(late(minutes, spent)) == taken


def test_steps_give_in_proportion_to_what_they_can_spare() -> None:
    room = small_room()
    minutes = {"A": (30, 10), "B": (20, 10), "C": (15, 10), "D": (9, 10)}
    steps = tuple(
        Step(id=code, title=words(code), minutes=planned, min_minutes=least)
        for code, (planned, least) in minutes.items()
    )
    room.do("tess", AgendaSet(agenda=Agenda(id="a", title=words("a"), steps=steps)))
    room.laptop.passes(minutes=8)
    assert cuts(room) == {"A": 5, "B": 2, "C": 1, "D": 0}, "of 20, 10, 5 and no minutes to spare"


def test_what_a_proposal_says() -> None:
    room = late(15, spent=3)
    room.do("tim", StepSkipped(step="S3"))
    room.do("tim", Extended(step="S2", minutes=3), Extended(step="S4", minutes=1))
    found = propose(room.meeting, room.laptop())
    assert found.rows == (
        Row("S1", 10, 8, 6, spent=3),
        Row("S2", 13, 6, 6),
        Row("S4", 11, 11, 11, protected=True),
    )
    assert found.announced == START + timedelta(minutes=40)
    assert found.end_before == START + timedelta(minutes=49)
    assert found.end_after == found.announced
    assert (found.late, found.over, found.in_hand, found.can_win) == (9, 0, 0, True)
    assert found.changed == {"S1": 8, "S2": 6}


def test_who_is_not_late_is_offered_nothing_and_told_how_much_is_in_hand() -> None:
    room = late(0)
    room.do("tim", StepSkipped(step="S3"))
    found = propose(room.meeting, room.laptop())
    assert found.changed == {}
    assert (found.late, found.over, found.in_hand) == (0, 0, 10)


def test_where_nothing_can_be_won_it_is_said_how_much_stays_over() -> None:
    room = late(9)
    room.do("tim", *(Extended(step=step, minutes=-4) for step in ("S1", "S2", "S3")))
    room.laptop.passes(minutes=8)  # S1 has used more than its six minutes
    found = propose(room.meeting, room.laptop())
    assert (found.changed, found.can_win, found.late, found.over) == ({}, False, 0, 0)
    room.laptop.passes(minutes=2, seconds=1)
    found = propose(room.meeting, room.laptop())
    assert (found.changed, found.can_win, found.late, found.over) == ({}, False, 2, 2)


def test_a_step_that_has_less_than_its_floor_and_one_that_is_over_its_time_give_nothing() -> None:
    room = late(20, spent=12)
    room.do("tim", Extended(step="S2", minutes=-7))
    found = propose(room.meeting, room.laptop())
    assert [(row.step, row.planned, row.floor) for row in found.rows[:2]] == [("S1", 10, 10), ("S2", 3, 3)]


def test_without_an_announced_hour_there_is_nothing_to_come_back_to() -> None:
    room = late(20)
    room.do("mona", MeetingChanged(start=datetime(2026, 7, 30, 14, 0)))
    found = propose(room.meeting, room.laptop())
    assert (found.announced, found.changed, found.late, found.in_hand) == (None, {}, 0, 0)
    assert found.end_before == START + timedelta(minutes=60)


def test_a_closed_meeting_has_no_step_to_re_time() -> None:
    room = late(20)
    room.do("mona", MeetingClosed())
    assert propose(room.meeting, room.laptop()).rows == ()


def test_the_open_step_does_not_count_where_it_does_not() -> None:
    room = small_room()
    room.next("mona", minutes=9)
    assert cuts(room) == {"S1": 4, "S2": 4, "S3": 4, "S4": 0}, "9 minutes late, and the arrival takes 5"


def test_minutes_of_ones_own_tell_their_end_at_once() -> None:
    room = late(10)
    found = outlook(room.meeting, room.laptop(), {"S2": 7, "S3": 12, "S9": 1})
    assert found.end_after == START + timedelta(minutes=49)
    assert found.changed == {"S2": 7, "S3": 12}
    room.next("milo")
    room.next("milo")
    later = outlook(room.meeting, room.laptop(), {"S2": 7, "S3": 12})
    assert later.changed == {"S3": 12}, "S2 has gone by meanwhile"


ROW, OPEN, VOTE = Row("S2", 10, 8, 6), Row("S1", 10, 10, 7, spent=7), Row("S4", 10, 10, 10, protected=True)


@pytest.mark.parametrize(
    ("row", "minutes", "why"),
    [
        (ROW, 6, None),
        (ROW, 25, None),
        (ROW, 5, Refused("retime.floor", {"step": "S2", "minutes": 6})),
        (ROW, MOST_MINUTES + 1, Refused("retime.too_long", {"step": "S2", "minutes": MOST_MINUTES})),
        (OPEN, 7, None),
        (OPEN, 6, Refused("retime.spent", {"step": "S1", "minutes": 7})),
        (OPEN._replace(floor=8), 7, Refused("retime.floor", {"step": "S1", "minutes": 8})),
        (VOTE, 10, None),
        (VOTE, 9, Refused("retime.protected", {"step": "S4", "minutes": 10})),
        (VOTE, 11, Refused("retime.protected", {"step": "S4", "minutes": 10})),
        (Row("S3", 300, 300, 6), 300, None),
    ],
)
def test_why_a_step_cannot_have_so_many_minutes(row: Row, minutes: int, why: Refused | None) -> None:
    assert why_not(row, minutes) == why


# Whatever happened before.


def played(chance: Random) -> Room:
    """A meeting in which anything happened, some time after its announced start."""
    room, actor = small_room(), Actor(chance)
    room.laptop.passes(minutes=chance.randint(-15, 18))
    for _ in range(chance.randint(0, 30)):
        room.laptop.passes(seconds=chance.choice((0, 7, 45)))
        room.try_(*actor.act(room))
    room.laptop.passes(seconds=chance.randint(0, 500))
    return room


@EXAMPLES
@given(CHANCES)
def test_no_floor_is_undercut_no_protected_step_touched_and_no_minute_cut_for_nothing(chance: Random) -> None:
    room = played(chance)
    now = room.laptop()
    found = propose(room.meeting, now)
    steps = {step.id: step for step in room.meeting.agenda.steps} if room.meeting.agenda else {}
    cut = sum(row.planned - row.proposed for row in found.rows)
    for row in found.rows:
        step, spent = steps[row.step], room.meeting.plenary.spent(row.step, now)
        assert min(row.planned, step.min_minutes) <= row.floor <= row.proposed <= row.planned
        assert row.proposed == row.planned or not step.protect
        if row.spent is not None:
            assert row.proposed == row.planned or row.proposed * 60_000 >= spent.ms
            others = [each for each in found.rows if each.spent is None]
            assert row.proposed == row.planned or all(each.proposed == each.floor for each in others)
        assert step.counted
        assert row.step not in room.meeting.skipped or row.spent is not None
    assert cut == min(found.late, sum(row.slack for row in found.rows))


@EXAMPLES
@given(CHANCES)
def test_what_is_accepted_gives_the_end_that_was_promised(chance: Random) -> None:
    room = played(chance)
    now = room.laptop()
    found = propose(room.meeting, now)
    announced = announced_end(room.meeting, now)
    if found.changed:
        event = room.try_("mona", Retimed(minutes=found.changed, reason="late", agreed=True))
        assert isinstance(event, Event), event
    assert expected_end(room.meeting, now) == found.end_after
    assert announced_end(room.meeting, now) == announced
    if announced is not None and found.end_after is not None and found.over:
        assert all(row.proposed == row.floor for row in found.rows), "past the announced end only at the floors"
    elif found.changed and announced is not None and found.end_after is not None:
        # a minute of a step that a group is at already, and the plenary has before it, is won twice
        most = timedelta(minutes=2 if room.meeting.apart else 1)
        assert timedelta(0) <= announced - found.end_after < most


@EXAMPLES
@given(CHANCES)
def test_what_happens_meanwhile_refuses_what_was_proposed_or_is_harmless(chance: Random) -> None:
    """Somebody thinks about a proposal while others go on; only steps that are over refuse it, and floors hold."""
    room, actor = played(chance), Actor(chance)
    minutes = propose(room.meeting, room.laptop()).changed
    for _ in range(4):
        room.laptop.passes(seconds=40)
        by, fact = actor.step(room)
        room.try_(by, fact)
    before = room.meeting
    left = outlook(before, room.laptop(), minutes).changed
    if not left:
        return
    refused = room.try_("mona", Retimed(minutes=left))
    assert isinstance(refused, Event), refused
    for step in before.agenda.steps if before.agenda else ():
        if step.id not in left:
            assert room.meeting.planned_minutes(step.id) == before.planned_minutes(step.id)
        assert room.meeting.planned_minutes(step.id) >= min(before.planned_minutes(step.id), step.min_minutes)
    assert room.meeting.tracks == before.tracks
    assert room.meeting.skipped == before.skipped
