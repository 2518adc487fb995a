"""The room apart and together: who comes along, clocks that do not touch each other, and the way back."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitate.analysis.timing import MINUTE_MS, StepClock, step_clock
from facilitate.domain.agenda import RoomShape
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import Event, Fact
from facilitate.domain.events import observing as o
from facilitate.domain.events import preparing as p
from facilitate.domain.events import running as r
from facilitate.domain.events.base import PLENARY
from facilitate.domain.instants import between, total
from facilitate.domain.meeting.fold import fold
from facilitate.domain.meeting.parts import Track
from facilitate.domain.model import replaced
from facilitate.domain.people import Role
from tests.making import Room, small_agenda, small_room

EXAMPLES = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
CHANCES = st.integers(0, 2**32).map(Random)
CODES = ("S1", "S2", "S3", "S4")
WOMEN = r.TrackOpened(track="women", title="Women", step="S2", moderator="mona", observers=("olga",))
MEN = r.TrackOpened(track="men", title="Men", step="S2", moderator="milo", observers=("omar",))


def split_room(s4: RoomShape = "plenary") -> Room:
    """A meeting in which S2 and S3 are done in groups, and S2 is open."""
    room, agenda = small_room(), small_agenda()
    shapes: dict[str, RoomShape] = {"S2": "split", "S3": "small", "S4": s4}
    steps = tuple(replaced(step, groups=shapes.get(step.id, "plenary")) for step in agenda.steps)
    room.do("tess", p.AgendaSet(agenda=replaced(agenda, steps=steps)))
    room.do("mona", r.StepOpened(step="S2"))
    return room


def apart() -> Room:
    room = split_room()
    room.do("mona", WOMEN, MEN)
    return room


def go(room: Room, step: str, track: str = PLENARY, by: str = "tim") -> Event:
    current = room.meeting.tracks[track].current
    return room.do(by, r.StepOpened(step=step, predecessor=current.step if current else None, track=track))


def steps(room: Room) -> dict[str, list[str]]:
    """The steps that each group has opened."""
    return {track.id: [each.step for each in track.openings] for track in room.meeting.tracks.values()}


def clocks(room: Room) -> dict[str, StepClock | None]:
    return {track: step_clock(room.meeting, room.laptop(), track) for track in room.meeting.tracks}


def test_groups_stay_apart_over_steps_that_are_done_in_groups() -> None:
    room = apart()
    room.laptop.passes(7)
    room.do("mona", r.Paused(track="women"))
    opened = go(room, "S3")
    assert steps(room) == {"plenary": ["S2", "S3"], "women": ["S2", "S3"], "men": ["S2", "S3"]}
    for track in room.meeting.apart:
        assert track.openings[0].end == track.openings[1].start == opened.instant
        assert track.openings[1].event == opened.id
        assert track.current is not None
        assert not track.current.paused
    assert [clock.remaining_ms for clock in clocks(room).values() if clock] == [10 * MINUTE_MS] * 3


@pytest.mark.parametrize("shape", ["plenary", "pairs", "alone"])
def test_any_other_step_brings_them_back(shape: RoomShape) -> None:
    room = split_room(shape)
    room.do("mona", WOMEN, MEN)
    go(room, "S4")
    assert not list(room.meeting.apart)
    assert steps(room)["women"] == ["S2"]
    assert room.meeting.tracks["women"].current is None


def test_a_group_that_is_ahead_is_left_alone_and_one_that_is_not_comes_along() -> None:
    room = apart()
    go(room, "S3", "women", "mona")
    room.laptop.passes(4)
    go(room, "S3")
    assert steps(room) == {"plenary": ["S2", "S3"], "women": ["S2", "S3"], "men": ["S2", "S3"]}
    women, men = clocks(room)["women"], clocks(room)["men"]
    assert women is not None
    assert men is not None
    assert (women.remaining_ms, men.remaining_ms) == (6 * MINUTE_MS, 10 * MINUTE_MS)


def test_when_the_plenary_goes_back_they_come_along_and_forward_again() -> None:
    room = apart()
    for step in ("S3", "S2", "S3"):
        go(room, step)
    assert steps(room)["men"] == ["S2", "S3", "S2", "S3"]
    go(room, "S2", "men", "milo")
    go(room, "S2")
    assert steps(room)["men"] == ["S2", "S3", "S2", "S3", "S2"], "it was there already"


def test_a_group_that_is_two_steps_ahead_is_not_called_back() -> None:
    room = split_room("small")
    room.do("mona", WOMEN, MEN)
    go(room, "S4", "women", "mona")
    go(room, "S3")
    assert steps(room)["women"] == ["S2", "S4"]
    go(room, "S4")
    assert steps(room)["women"] == ["S2", "S4"]
    assert steps(room)["men"] == ["S2", "S3", "S4"]


def test_the_end_of_the_meeting_ends_every_group() -> None:
    room = apart()
    closing = room.do("mona", r.MeetingClosed())
    assert not list(room.meeting.apart)
    room.do("mona", o.Undone(event=closing.id))
    assert [track.id for track in room.meeting.apart] == ["women", "men"]


def test_a_group_gets_another_moderator_and_keeps_its_clock() -> None:
    room = apart()
    room.laptop.passes(3)
    before = clocks(room)["women"]
    room.do("tim", r.TrackChanged(track="women", title="Mothers", moderator="tess", observers=("olga",)))
    track = room.meeting.tracks["women"]
    assert (track.title, track.moderator, track.observers) == ("Mothers", "tess", ("olga",))
    assert clocks(room)["women"] == before


def test_two_changes_of_a_group_that_meet_the_last_one_stands() -> None:
    room = apart()
    other = Room(replica="replica2")
    other.record.add(room.events)
    room.do("tim", r.TrackChanged(track="women", title="one"))
    other.laptop.passes(1)
    late = other.do("tim", r.TrackChanged(track="women", title="two"))
    room.record.add([late])
    assert room.meeting.tracks["women"].title == "two"
    assert room.meeting.clashes == ()


def test_whoever_moderates_a_group_runs_its_clock_and_no_other() -> None:
    room = split_room()
    room.person("kamal", Role.CO_MODERATOR)
    room.do("mona", replaced(WOMEN, moderator="kamal"), MEN)
    room.do("kamal", r.Paused(track="women"), r.Resumed(track="women"), r.Extended(step="S2", minutes=2, track="women"))
    go(room, "S3", "women", "kamal")
    for fact in (r.Paused(track="men"), r.Paused(), r.TrackClosed(track="women"), WOMEN):
        refused = room.try_("kamal", fact)
        assert isinstance(refused, Refused)
        assert refused.message == "refused.not_yours", fact
    room.do("mona", r.TrackClosed(track="women"))
    assert isinstance(room.try_("kamal", r.Paused(track="women")), Refused)


def test_a_refusal_says_who_is_with_which_group() -> None:
    room = apart()
    late = r.TrackOpened(track="t3", title="Young", step="S2", moderator="milo")
    assert room.try_("tim", late) == Refused("refused.in_another_group", {"name": "Milo", "title": "Men"})
    room.do("mona", r.TrackClosed(track="men"))
    room.do("tim", late)


# Whatever people do.


class Actors:
    """People who run a room that is apart, now together and now in groups, on laptops whose clocks go on."""

    def __init__(self, chance: Random) -> None:
        self.chance, self.room = chance, split_room()
        self.done: list[Event] = []

    def act(self) -> tuple[str, Fact]:
        meeting, chance = self.room.meeting, self.chance
        track = chance.choice([*meeting.tracks.values()])
        current = track.current.step if track.current else None
        fresh = f"t{len(meeting.tracks)}"
        choices: list[Fact] = [
            r.StepOpened(step=chance.choice(CODES), predecessor=current, track=track.id),
            r.Paused(track=track.id),
            r.Resumed(track=track.id),
            r.Extended(step=current or "S1", minutes=chance.randint(-5, 9), track=track.id),
            r.TrackOpened(track=fresh, title=fresh, step=chance.choice(CODES)),
            r.TrackOpened(track=fresh, title=fresh, step=current or "S2", moderator=chance.choice(("mona", "milo"))),
            r.TrackChanged(track=track.id, title=fresh, moderator=chance.choice(("mona", None))),
            r.TrackClosed(track=track.id),
        ]
        return chance.choice(("mona", "milo", "tim")), chance.choice(choices)

    def play(self, acts: int) -> Room:
        for _ in range(acts):
            self.room.laptop.passes(seconds=self.chance.choice((0, 1, 40, 300)))
            done = self.room.try_(*self.act())
            self.done += [done] if isinstance(done, Event) else []
        return self.room


def times(track: Track, room: Room) -> tuple[int, ...]:
    """What the clock of a group has shown for each step, in milliseconds."""
    return tuple(track.spent(code, room.laptop()).ms for code in CODES)


@EXAMPLES
@given(CHANCES)
def test_nothing_that_a_group_does_touches_the_clock_of_another_or_of_the_plenary(chance: Random) -> None:
    actors = Actors(chance)
    room = actors.play(12)
    for _ in range(40):
        room.laptop.passes(seconds=chance.choice((0, 7)))
        before, (by, fact) = room.meeting, actors.act()
        if not isinstance(fact, r.OnTrack) or fact.track == PLENARY or not isinstance(room.try_(by, fact), Event):
            continue
        for track in before.tracks.values():
            if track.id != fact.track:
                assert room.meeting.tracks[track.id] == track, fact
                for code in CODES:
                    assert room.meeting.planned_minutes(code, track.id) == before.planned_minutes(code, track.id)


@EXAMPLES
@given(CHANCES)
def test_planned_spent_and_left_agree_for_every_group(chance: Random) -> None:
    room = Actors(chance).play(60)
    now = room.laptop()
    for track in room.meeting.tracks.values():
        clock = step_clock(room.meeting, now, track.id)
        if clock is not None:
            planned = room.meeting.planned_minutes(clock.step, track.id) * MINUTE_MS
            assert (clock.planned_ms, clock.remaining_ms) == (planned, planned - clock.spent.ms)
            assert clock.spent == track.spent(clock.step, now)
        still = total(
            between(pause.start, pause.end or each.end or now) for each in track.openings for pause in each.pauses
        )
        whole = total(between(each.start, each.end or now) for each in track.openings)
        assert sum(times(track, room)) + still.ms == whole.ms, "all the time is in a step or in a pause"
        for one, other in zip(track.openings, track.openings[1:], strict=False):
            assert one.end is not None
            assert one.end.uptime <= other.start.uptime, "one step at a time"


@EXAMPLES
@given(CHANCES)
def test_a_split_or_a_coming_together_that_is_taken_back_leaves_every_clock_as_if_it_had_not_been(
    chance: Random,
) -> None:
    actors = Actors(chance)
    room = actors.play(25)
    before, splitting = room.events.copy(), not room.meeting.apart
    facts: list[Fact] = (
        [r.TrackOpened(track=f"new{n}", title=f"new{n}", step="S2") for n in range(3)]
        if splitting
        else [r.TrackClosed(track=track.id) for track in room.meeting.apart]
    )
    done = [room.try_("mona", fact) for fact in facts]
    if not all(isinstance(each, Event) for each in done):
        return  # no step is open
    room.laptop.passes(5)
    for each in reversed(done):
        assert isinstance(each, Event)
        room.do("mona", o.Undone(event=each.id))
    assert room.meeting == fold(before)
    untouched = Room(room.laptop)
    untouched.record.add(before)
    assert clocks(room) == clocks(untouched)
    assert {t.id: times(t, room) for t in room.meeting.tracks.values()} == {
        t.id: times(t, untouched) for t in untouched.meeting.tracks.values()
    }


@EXAMPLES
@given(CHANCES)
def test_groups_of_two_laptops_make_one_room_in_any_order(chance: Random) -> None:
    first = Actors(chance)
    first.play(10)
    rooms = []
    for name in ("replica2", "replica3"):
        actors = Actors(chance)
        actors.room = Room(replica=name)
        actors.room.record.add(first.room.events)
        actors.room.laptop.passes(minutes=60)
        rooms.append(actors.play(20))
    events = list({event.id: event for room in rooms for event in room.events}.values())
    meeting = fold(events)
    for _ in range(3):
        chance.shuffle(events)
        assert fold(events) == meeting
