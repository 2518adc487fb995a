"""Undo and redo over many acts: all the way back and all the way forward, the meeting is what it was."""

from __future__ import annotations

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitate.domain.events import Event
from facilitate.domain.events import observing as o
from facilitate.domain.events import preparing as p
from facilitate.domain.events import running as r
from tests.domain.acting import Actor
from tests.making import Room, small_room

EXAMPLES = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
CHANCES = st.integers(0, 2**32).map(Random)


def back(room: Room, by: str) -> bool:
    last = room.record.undo.next_undo(by)
    return last is not None and isinstance(room.try_(by, o.Undone(event=last.id)), Event)


def forward(room: Room, by: str) -> bool:
    last = room.record.undo.next_redo(by)
    return last is not None and isinstance(room.try_(by, o.Redone(event=last.id)), Event)


@EXAMPLES
@given(CHANCES)
def test_as_far_back_as_it_goes_and_forward_again_is_where_it_was(chance: Random) -> None:
    room, actor = small_room(), Actor(chance)
    for _ in range(60):
        room.laptop.passes(seconds=chance.choice((0, 5, 70)))
        room.try_(*actor.act(room))
    for by in ("mona", "milo", "tim", "nora", "tess", "olga", "omar"):
        places = [room.meeting]
        while len(places) < 8 and back(room, by):
            room.laptop.passes(seconds=3)
            places.append(room.meeting)
        for place in reversed(places[:-1]):
            assert forward(room, by)
            assert room.meeting == place


def test_new_minutes_taken_back_bring_back_what_steps_were_extended_by() -> None:
    room = small_room()
    room.do("mona", r.StepOpened(step="S1"), r.Extended(step="S2", minutes=5))
    before = room.meeting
    retimed = room.do("mona", p.Retimed(minutes={"S2": 8, "S3": 7}, agreed=True))
    after = room.meeting
    assert [after.planned_minutes(step) for step in ("S2", "S3")] == [8, 7]
    room.do("mona", o.Undone(event=retimed.id))
    assert room.meeting == before
    assert room.meeting.planned_minutes("S2") == 15
    room.do("mona", o.Redone(event=retimed.id))
    assert room.meeting == after
