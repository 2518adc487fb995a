"""The fold: the same meeting for the same events, whatever way they came; no act touches what is not its own."""

from __future__ import annotations

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitate.domain.events import Event, parse_event
from facilitate.domain.events import observing as o
from facilitate.domain.events import running as r
from facilitate.domain.meeting.fold import fold
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.record import Record
from tests.domain.acting import Actor, joined, laptops, plenary_only, union
from tests.making import Room, small_room

EXAMPLES = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
CHANCES = st.integers(0, 2**32).map(Random)


def listed(meeting: Meeting) -> tuple[object, ...]:
    """What equality of mappings does not see: the order in which people read things."""
    return ([*meeting.people], [*meeting.captures], [*meeting.turns], [*meeting.tracks], [*meeting.themes])


def same(one: Meeting, other: Meeting) -> None:
    assert one == other
    assert listed(one) == listed(other)


def events_of(chance: Random) -> list[Event]:
    return union(laptops(chance, number=3, acts=70))


@EXAMPLES
@given(CHANCES)
def test_the_order_of_arrival_does_not_matter(chance: Random) -> None:
    events = events_of(chance)
    meeting = fold(events)
    for _ in range(3):
        chance.shuffle(events)
        same(fold(events), meeting)


@EXAMPLES
@given(CHANCES)
def test_a_record_that_grows_piece_by_piece_is_the_fold(chance: Random) -> None:
    events = events_of(chance)
    meeting = fold(events)
    if chance.random() < 0.7:
        chance.shuffle(events)
    record = Record()
    while events:
        piece = chance.randint(1, 9)
        record.add(events[:piece])
        events = events[piece:]
        same(record.meeting, fold(record.events))
    same(record.meeting, meeting)
    assert record.latest == max(event.at for event in record.events)


@EXAMPLES
@given(CHANCES)
def test_laptops_that_meet_hold_the_same_meeting(chance: Random) -> None:
    rooms = laptops(chance, number=3, acts=50)
    for _ in range(2):  # the second round changes nothing
        for room in rooms:
            for other in rooms:
                joined(room, other)
    meeting = fold(union(rooms))
    for room in rooms:
        same(room.meeting, meeting)


@EXAMPLES
@given(CHANCES)
def test_the_fold_of_lines_is_the_fold_of_events(chance: Random) -> None:
    events = events_of(chance)
    read = [parse_event(event.to_json()) for event in events]
    assert all(isinstance(event, Event) for event in read)
    same(fold(event for event in read if isinstance(event, Event)), fold(events))


@EXAMPLES
@given(CHANCES)
def test_one_laptop_that_was_never_refused_has_no_clash(chance: Random) -> None:
    (room,) = laptops(chance, number=1, acts=120)
    assert room.meeting.clashes == ()


@EXAMPLES
@given(CHANCES)
def test_an_event_changes_only_the_clock_of_its_track(chance: Random) -> None:
    for before, event, after in _steps(chance):
        if plenary_only(event.fact) or isinstance(event.fact, o.Undone | o.Redone):
            continue
        own = event.fact.track if isinstance(event.fact, r.OnTrack) else None
        for track in before.tracks.values():
            if track.id != own:
                assert after.tracks[track.id] == track, event


@EXAMPLES
@given(CHANCES)
def test_an_act_writes_on_the_sheet_of_its_observer_only(chance: Random) -> None:
    for before, event, after in _steps(chance):
        if isinstance(event.fact, o.Undone | o.Redone | o.SheetSent | o.SheetReleased | o.DebriefOpened):
            continue
        for observer in before.sheets:
            if observer != (getattr(event.fact, "observer", None) or event.by):
                assert after.sheet(observer) == before.sheet(observer), event


def _steps(chance: Random) -> list[tuple[Meeting, Event, Meeting]]:
    room = small_room()
    actor, steps = Actor(chance), []
    for _ in range(80):
        before = room.meeting
        done = room.try_(*actor.act(room))
        if isinstance(done, Event):
            steps.append((before, done, room.meeting))
    return steps


def test_a_refused_undo_is_listed_where_it_stands_in_the_order() -> None:
    """A clash of an undo and a later one of a step are told in their order, also when events arrive one by one."""
    room = small_room()
    room.next("mona")
    late = Room(replica="replica2")
    late.record.add(room.events)
    opened = room.next("mona")
    joined(late, room)
    late.do("milo", r.Paused())
    undo = room.scribe.write("milo", o.Undone(event=opened.id), late.record.latest)
    resume = room.scribe.write("milo", r.StepClosed(step="S4"), undo.at).model_copy(update={"seq": undo.seq + 1})
    record = Record([*late.events, undo])
    record.add([resume])
    same(record.meeting, fold([*late.events, undo, resume]))
    assert [clash.message for clash in record.meeting.clashes] == ["refused.undo_not_own", "clash.step_not_open"]
