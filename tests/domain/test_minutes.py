"""New minutes for steps: what they may be, and what they leave as it was."""

from __future__ import annotations

from facilitate.domain.events import preparing as p
from facilitate.domain.events import running as r
from facilitate.domain.meeting.minutes import least_minutes, with_minutes
from tests.making import Room, small_room


def least(room: Room, step: str) -> int:
    assert room.meeting.agenda
    found = room.meeting.agenda.step(step)
    assert found
    return least_minutes(room.meeting, found)


def test_a_step_that_has_less_than_its_floor_keeps_that() -> None:
    room = small_room()
    room.do("tim", r.Extended(step="S1", minutes=-7))
    assert least(room, "S1") == 3
    room.do("mona", p.Retimed(minutes={"S1": 3}))
    assert room.meeting.planned_minutes("S1") == 3
    assert room.meeting.extra_minutes == {}


def test_a_protected_step_keeps_what_it_was_extended_by() -> None:
    room = small_room()
    room.do("tim", r.Extended(step="S4", minutes=4))
    assert least(room, "S4") == 14


def test_what_was_announced_stays_however_late_it_begins() -> None:
    room = small_room()
    room.do("mona", p.Retimed(minutes={"S1": 6}))
    assert room.meeting.announced_minutes == 40
    assert room.meeting.agenda
    room.do("mona", p.StepChanged(step=room.meeting.agenda.steps[1]))
    assert room.meeting.announced_minutes == 36, "a new plan, before anybody came, is announced"


def test_the_minutes_of_a_step_that_is_over_are_history() -> None:
    """Two laptops apart: one goes on to the next step, the other one gives the step that is over new minutes."""
    one = small_room()
    one.do("mona", r.StepOpened(step="S1"))
    two = Room(replica="replica2")
    two.record.add(one.events)
    one.do("mona", r.StepOpened(step="S2", predecessor="S1"))
    two.laptop.passes(minutes=1)
    one.record.add([two.do("milo", p.Retimed(minutes={"S1": 8, "S3": 7}))])
    assert [one.meeting.planned_minutes(step) for step in ("S1", "S3")] == [10, 7]


def test_a_step_that_was_left_out_or_opened_meanwhile_takes_its_new_minutes() -> None:
    room = small_room()
    room.do("mona", r.StepOpened(step="S1"), r.StepSkipped(step="S3"))
    room.do("milo", r.StepOpened(step="S2", predecessor="S1"))
    room.do("mona", p.Retimed(minutes={"S2": 7, "S3": 8}))
    assert [room.meeting.planned_minutes(step) for step in ("S2", "S3")] == [7, 8]
    assert room.meeting.skipped == {"S3": ""}, "and stays left out"


def test_groups_keep_the_minutes_they_were_given() -> None:
    room = small_room()
    room.do("mona", r.StepOpened(step="S1"), r.TrackOpened(track="women", title="women", step="S1"))
    room.do("mona", r.Extended(step="S1", minutes=3), r.Extended(step="S1", minutes=5, track="women"))
    meeting = with_minutes(room.meeting, {"S1": 9})
    assert (meeting.planned_minutes("S1"), meeting.planned_minutes("S1", "women")) == (9, 14)


def test_who_changed_the_minutes_with_the_group_or_without_stays_known() -> None:
    room = small_room()
    room.do("mona", p.Retimed(minutes={"S1": 7, "S2": 10}, agreed=True, reason="late start"))
    room.do("milo", p.Retimed(minutes={"S3": 7}))
    assert [(each.steps, each.agreed, each.reason) for each in room.meeting.retimings] == [
        ((("S1", 10, 7),), True, "late start"),
        ((("S3", 10, 7),), False, ""),
    ]
