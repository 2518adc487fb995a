"""What was said is put right, piece by piece, and nothing else of it changes."""

from __future__ import annotations

from datetime import date

from facilitate.domain.events import capturing as c
from tests.making import Room, small_room


def room_with_an_action() -> Room:
    room = small_room()
    deed = c.Captured(capture="a1", what=c.CaptureKind.ACTION, text="ask", owner="mona", due=date(2026, 8, 15))
    room.do("nora", deed)
    return room


def test_an_owner_and_a_day_are_taken_away_again() -> None:
    room = room_with_an_action()
    room.do("milo", c.CaptureChanged(capture="a1", cleared=("owner", "due"), due_said="after the olives"))
    action = room.meeting.captures["a1"]
    assert (action.owner, action.due, action.due_said, action.text) == (None, None, "after the olives", "ask")
    assert action.changed
    assert not action.complete


def test_an_empty_change_changes_nothing_but_that_it_was_changed() -> None:
    room = room_with_an_action()
    before = room.meeting.captures["a1"]
    room.do("nora", c.CaptureChanged(capture="a1"))
    assert room.meeting.captures["a1"] == before.model_copy(update={"changed": True})


def test_two_people_change_two_things_and_both_stand() -> None:
    room = room_with_an_action()
    room.do("nora", c.CaptureChanged(capture="a1", text="ask the mayor"))
    room.do("mona", c.CaptureChanged(capture="a1", what=c.CaptureKind.DECISION, cleared=("due",)))
    found = room.meeting.captures["a1"]
    assert (found.what, found.text, found.owner, found.due) == (c.CaptureKind.DECISION, "ask the mayor", "mona", None)
