"""The floor: silence belongs to nobody, the queue never touches the running turn, keys keep their places."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitate.analysis.turns import plenary_time, plenary_turns, spoken_in
from facilitate.domain.events import Fact
from facilitate.domain.events import running as r
from facilitate.domain.events.base import Spoke
from facilitate.domain.events.observing import Undone
from facilitate.domain.events.preparing import AttendanceCounted, PersonAdded, PersonLeft
from facilitate.domain.instants import Span, between
from facilitate.domain.meeting.floor import counted, offered
from facilitate.domain.meeting.parts import Turn
from facilitate.domain.people import Group, Role
from tests.making import Room, small_room

WOMEN, MEN = Spoke(group=Group(sex="women")), Spoke(group=Group(sex="men"))
MONA, MILO = Spoke(person="mona"), Spoke(person="milo")
EXAMPLES = settings(max_examples=60, deadline=None, derandomize=True)


def begun() -> Room:
    room = small_room()
    room.do("mona", r.StepOpened(step="S1"))
    return room


def running(room: Room) -> Turn | None:
    return next((turn for turn in room.meeting.turns.values() if turn.end is None), None)


ENDS: list[tuple[str, tuple[Fact, ...]]] = [
    ("a pause", (r.Paused(),)),
    ("the next step", (r.StepOpened(step="S2", predecessor="S1"),)),
    ("the end of the step", (r.StepClosed(step="S1"),)),
    ("a room that splits", (r.TrackOpened(track="men", title="men", step="S1"),)),
    ("the end", (r.MeetingClosed(),)),
]


@pytest.mark.parametrize(("what", "facts"), ENDS, ids=[what for what, _ in ENDS])
def test_nobody_speaks_on_through(what: str, facts: tuple[Fact, ...]) -> None:
    room = begun()
    room.do("tim", r.TurnStarted(turn="t1", who=WOMEN))
    room.laptop.passes(minutes=2)
    event = room.do("mona", *facts)
    room.laptop.passes(minutes=7)
    assert running(room) is None
    assert spoken_in(room.meeting.turns.values(), room.laptop()) == Span(120_000)
    room.do("mona", Undone(event=event.id))
    found = running(room)
    assert found is not None, "as if it had never been done"
    assert between(found.start, room.laptop()).minutes == 9


def test_a_group_that_goes_on_leaves_the_floor_of_another_alone() -> None:
    room = begun()
    for track in ("men", "women"):
        room.do("mona", r.TrackOpened(track=track, title=track, step="S1"))
    room.do("tim", r.TurnStarted(turn="t1", track="men"), r.TurnStarted(turn="t2", track="women"))
    room.do("mona", r.TrackClosed(track="men"))
    assert (room.meeting.turns["t1"].end is None, room.meeting.turns["t2"].end is None) == (False, True)


def test_a_wrong_tap_taken_back_gives_the_floor_back() -> None:
    room = begun()
    room.do("tim", r.TurnStarted(turn="t1", who=WOMEN))
    room.laptop.passes(seconds=30)
    wrong = room.do("tim", r.TurnStarted(turn="t2", who=MEN))
    room.laptop.passes(seconds=5)
    room.do("tim", Undone(event=wrong.id))
    found = running(room)
    assert found is not None
    assert (found.id, between(found.start, room.laptop()).ms) == ("t1", 35_000)


def test_who_waited_and_speaks_waits_no_more_until_it_is_taken_back() -> None:
    room = begun()
    room.do("tim", r.TurnQueued(turn="q1", who=WOMEN), r.TurnQueued(turn="q2", who=MEN))
    event = room.do("tim", r.TurnStarted(turn="q1", who=WOMEN))
    assert [each.id for each in room.meeting.queue] == ["q2"]
    room.do("tim", Undone(event=event.id))
    assert [each.id for each in room.meeting.queue] == ["q1", "q2"]


def test_two_of_a_group_may_wait_and_one_person_once() -> None:
    room = begun()
    room.do("tim", r.TurnQueued(turn="q1", who=WOMEN), r.TurnQueued(turn="q2", who=WOMEN))
    room.do("tim", r.TurnQueued(turn="q3", who=MILO))
    refused = room.try_("nora", r.TurnQueued(turn="q4", who=Spoke(person="milo", group=Group(sex="men"))))
    assert getattr(refused, "message", "") == "refused.waits_already"
    assert [each.id for each in room.meeting.queue] == ["q1", "q2", "q3"]


Act = Callable[[Room, int], object]


def _start(room: Room, number: int) -> object:
    return room.try_("tim", r.TurnStarted(turn=f"t{number}", who=(WOMEN, MEN, MONA)[number % 3]))


def _end(room: Room, _: int) -> object:
    found = running(room)
    return found and room.try_("nora", r.TurnEnded(turn=found.id))


def _correct(room: Room, number: int) -> object:
    turns = [*room.meeting.turns]
    return turns and room.try_("tim", r.TurnCorrected(turn=turns[number % len(turns)], who=MILO))


def _queue(room: Room, number: int) -> object:
    return room.try_("nora", r.TurnQueued(turn=f"q{number}", who=(WOMEN, MEN, MILO)[number % 3]))


def _first(room: Room, _: int) -> object:
    queue = room.meeting.queue
    return queue and room.try_("tim", r.TurnStarted(turn=queue[0].id, who=queue[0].who))


def _pause(room: Room, _: int) -> object:
    current = room.meeting.current
    return room.try_("mona", r.Resumed() if current and current.paused else r.Paused())


def _next(room: Room, _: int) -> object:
    step = room.meeting.next_step()
    current = room.meeting.current
    return step and room.try_("mona", r.StepOpened(step=step.id, predecessor=current.step if current else None))


def _split(room: Room, number: int) -> object:
    apart = room.meeting.apart
    if apart:
        return room.try_("mona", r.TrackClosed(track=apart[0].id))
    opened = {track.step for track in room.meeting.tracks.values()}
    current = room.meeting.current
    if current is None or current.paused or current.step in opened:
        return None
    return room.try_("mona", r.TrackOpened(track=f"g{number}", title="g", step=current.step))


ACTS: tuple[Act, ...] = (_start, _start, _end, _correct, _queue, _first, _pause, _next, _split)
PLAYS = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 90)), max_size=40)


def played(play: list[tuple[Act, int]]) -> tuple[Room, int]:
    """A room, and the milliseconds in which the plenary was together, its clock ran, and nobody had the floor."""
    room, silent = begun(), 0
    for number, (act, seconds) in enumerate(play):
        act(room, number)
        room.laptop.passes(seconds=seconds)
        current = room.meeting.current
        if current and not current.paused and not room.meeting.apart and running(room) is None:
            silent += seconds * 1000
    return room, silent


@EXAMPLES
@given(PLAYS)
def test_turns_and_silence_make_the_time_of_the_plenary(play: list[tuple[Act, int]]) -> None:
    room, silent = played(play)
    now = room.laptop()
    assert spoken_in(plenary_turns(room.meeting), now).ms + silent == plenary_time(room.meeting, now).ms


@EXAMPLES
@given(PLAYS, st.integers(0, 20))
def test_taking_one_off_the_queue_never_touches_the_running_turn(play: list[tuple[Act, int]], place: int) -> None:
    room, _ = played(play)
    before = room.meeting
    if not before.queue:
        return
    gone = before.queue[place % len(before.queue)].id
    room.laptop.passes(seconds=3)
    room.do("nora", r.TurnUnqueued(turn=gone))
    assert room.meeting.turns == before.turns
    assert [each.id for each in room.meeting.queue] == [each.id for each in before.queue if each.id != gone]


def test_until_somebody_is_counted_women_and_men_come_first() -> None:
    assert offered(small_room().meeting) == (WOMEN, MEN, MONA, MILO)


def count(room: Room, **numbers: int) -> None:
    """``women_18=5``: five women of 18-29."""
    for name, number in numbers.items():
        sex, _, age = name.partition("_")
        group = Group(sex=sex, age={"18": "18-29", "60": "60-99"}.get(age))
        room.do("nora", AttendanceCounted(group=group, number=number))


def called(room: Room) -> list[str]:
    """Who is offered the floor, in the order of the keys."""
    groups = [each.group or Group() for each in offered(room.meeting)]
    names = (f"{group.sex} {group.age or ''}".strip() for group in groups)
    return [each.person or name for each, name in zip(offered(room.meeting), names, strict=True)]


def test_groups_come_in_their_natural_order_before_moderators_and_people() -> None:
    room = small_room()
    room.person("aicha", Role.PARTICIPANT)
    count(room, men_60=2, women_60=1, men_18=3, women_18=4)
    assert called(room) == ["women 18-29", "women 60-99", "men 18-29", "men 60-99", "mona", "milo", "aicha"]


def test_women_of_whom_the_age_bands_are_counted_are_offered_by_age() -> None:
    room = small_room()
    count(room, women=5, men=6, women_18=2)
    assert called(room)[:3] == ["women", "women 18-29", "men"], "three women have no band"
    assert counted(room.meeting)[Group(sex="women")] == 3
    count(room, women_60=3)
    assert called(room)[:3] == ["women 18-29", "women 60-99", "men"]


def test_from_the_first_turn_on_no_key_changes_its_meaning() -> None:
    room = begun()
    room.do("tim", r.TurnStarted(turn="t1", who=MEN))
    assert called(room) == ["women", "men", "mona", "milo"]
    count(room, women_18=4, men_18=3)
    room.person("aicha", Role.PARTICIPANT)
    count(room, women_60=1)
    room.do("mona", PersonAdded(person="khadija", roles=frozenset({Role.CO_MODERATOR})))
    room.do("mona", PersonLeft(person="milo"))
    room.do("tim", r.TurnStarted(turn="t2", who=Spoke(person="tess")))
    found = called(room)
    assert found[:4] == ["women", "men", "mona", "milo"]
    assert found[4:] == ["women 18-29", "men 18-29", "aicha", "women 60-99", "khadija", "tess"]
    count(room, women_18=0)
    assert called(room) == found
