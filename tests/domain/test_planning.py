"""What is planned: who is expected, who moderates what, the end, the checklist, consent."""

from __future__ import annotations

from datetime import date, datetime

from facilitate.domain.events import planning as n
from facilitate.domain.events import preparing as p
from facilitate.domain.events.running import StepOpened
from facilitate.domain.meeting.fold import fold
from facilitate.domain.people import Group, Role
from tests.making import Room, small_room

WOMEN, MEN = Group(sex="f"), Group(sex="m")


def test_expected_numbers_keep_their_order_and_nobody_takes_a_group_off() -> None:
    room = small_room()
    room.do("nora", n.ExpectedSet(group=WOMEN, number=12), n.ExpectedSet(group=MEN, number=9))
    room.do("nora", n.ExpectedSet(group=WOMEN, number=14))
    assert [(each.group, each.number) for each in room.meeting.expected] == [(WOMEN, 14), (MEN, 9)]
    room.do("nora", n.ExpectedSet(group=WOMEN, number=0))
    assert [each.group for each in room.meeting.expected] == [MEN]


def test_who_moderates_a_step_until_they_are_gone() -> None:
    room = small_room()
    room.do("mona", n.StepAssigned(step="S1", moderator="milo"))
    assert room.meeting.moderator_of("S1") == room.meeting.people["milo"]
    assert room.meeting.moderator_of("S2") is None
    room.do("mona", p.PersonChanged(person="milo", roles=frozenset({Role.HOST})))
    assert room.meeting.moderator_of("S1") is None
    room.do("mona", n.StepAssigned(step="S1"))
    assert not room.meeting.assigned


def test_a_step_that_is_dropped_takes_its_minutes_off_what_is_announced() -> None:
    room = small_room()
    room.do("mona", n.StepDropped(step="S2"))
    assert room.meeting.agenda is not None
    assert [step.id for step in room.meeting.agenda.steps] == ["S0", "S1", "S3", "S4"]
    assert room.meeting.announced_minutes == 30


def test_a_step_that_was_dropped_and_opened_apart_stays() -> None:
    one = small_room()
    two = Room(replica="replica2")
    two.record.add(one.events)
    one.do("mona", StepOpened(step="S1"))
    late = two.do("tess", n.StepDropped(step="S1"))
    meeting = fold([*one.events, late])
    assert meeting.agenda is not None
    assert meeting.agenda.step("S1") is not None
    assert [each.message for each in meeting.clashes] == ["clash.step_was_opened"]


def test_an_end_can_be_locked_and_opened_again() -> None:
    room = small_room()
    room.do("mona", n.EndLocked(end=datetime(2026, 7, 16, 15, 0)))
    assert room.meeting.end == datetime(2026, 7, 16, 15, 0)
    room.do("mona", n.EndLocked())
    assert room.meeting.end is None


def test_the_checklist_and_consent() -> None:
    room = small_room()
    room.do("nora", n.ItemSet(item="i1", what="material", text="markers"))
    room.do("nora", n.ItemSet(item="i1", what="material", text="markers", who="Ali", done=True))
    assert [(each.text, each.who, each.done) for each in room.meeting.checklist.values()] == [("markers", "Ali", True)]
    room.do("nora", n.ItemDropped(item="i1"))
    assert not room.meeting.checklist
    room.do("tess", n.ConsentSet(wording="We note how it is led.", until=date(2027, 1, 1)))
    assert room.meeting.consent is not None
    assert room.meeting.consent.until == date(2027, 1, 1)
