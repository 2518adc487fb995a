"""What must hold of time whatever happened in the meeting: it adds up, and nobody's act moves another one's clock."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitate.analysis.timing import expected_end, first_opening, step_clock, step_times
from facilitate.domain.events import Event, Fact
from facilitate.domain.events import capturing as c
from facilitate.domain.events import observing as o
from facilitate.domain.events import preparing as p
from facilitate.domain.events import running as r
from facilitate.domain.instants import NO_TIME, Instant, Span, between, total
from facilitate.domain.meeting.state import Meeting
from tests.domain.acting import Actor, plenary_only
from tests.making import Room, small_room

EXAMPLES = settings(max_examples=50, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
CHANCES = st.integers(0, 2**32).map(Random)

AGENDA = (p.AgendaSet, p.StepChanged, p.StepMoved, p.Retimed)
BACK = (o.Undone, o.Redone, r.MeetingReopened)


def acts(chance: Random, number: int = 70) -> list[tuple[Meeting, Event, Meeting, Room]]:
    """What people did one after the other, with the meeting before and after; the clock steps are tried more often."""
    room, actor, done = small_room(), Actor(chance), []
    room.next("mona")
    for _ in range(number):
        room.laptop.passes(seconds=chance.choice((0, 9, 80)))
        before = room.meeting
        event = room.try_(*(actor.act if chance.random() < 0.5 else chance.choice((actor.step, actor.clock)))(room))
        if isinstance(event, Event):
            done.append((before, event, room.meeting, room))
    return done


def clocks(meeting: Meeting, now: Instant) -> dict[tuple[str, str], tuple[int, Span]]:
    """Planned minutes and time spent of every step on every track."""
    steps = meeting.agenda.steps if meeting.agenda else ()
    return {
        (track.id, step.id): (meeting.planned_minutes(step.id, track.id), track.spent(step.id, now))
        for track in meeting.tracks.values()
        for step in steps
    }


def moves(fact: Fact, track: str, step: str) -> bool:
    """Whether an act may change the clock or the plan of a step on a track."""
    if isinstance(fact, BACK) or plenary_only(fact):
        return True
    if isinstance(fact, p.Retimed):
        return step in fact.minutes
    if isinstance(fact, AGENDA):
        return True
    if isinstance(fact, r.Extended):
        return (fact.track, fact.step) == (track, step)
    return isinstance(fact, r.OnTrack) and fact.track == track


@EXAMPLES
@given(CHANCES)
def test_no_act_elsewhere_moves_the_clock_of_a_step(chance: Random) -> None:
    for before, event, after, room in acts(chance):
        now = room.laptop()
        was, became = clocks(before, now), clocks(after, now)
        for key, clock in was.items():
            if not moves(event.fact, *key):
                assert became[key] == clock, event


@EXAMPLES
@given(CHANCES)
def test_turns_captures_scores_and_counts_move_no_clock_at_all(chance: Random) -> None:
    still = (r.TurnStarted, r.TurnEnded, r.TurnCorrected, r.TurnQueued, r.TurnUnqueued, r.EnergiserRun, r.ChairTaken)
    kept = (c.Captured, c.CaptureChanged, c.CaptureWithdrawn, c.NeedsGrouped, c.Ranked, p.AttendanceCounted)
    room, actor = small_room(), Actor(chance)
    room.next("mona")
    room.next("mona", minutes=2)
    room.do("mona", r.TrackOpened(track="women", title="women", step="S1", moderator="milo"))
    for _ in range(30):
        room.laptop.passes(seconds=5)
        before, now = room.meeting, room.laptop()
        event = room.try_(*chance.choice((actor.turn, actor.capture, actor.score, actor.person))(room))
        if isinstance(event, Event) and isinstance(event.fact, (*still, *kept, o.Observation, p.PersonAdded)):
            for track in ("plenary", "women"):
                assert step_clock(room.meeting, now, track) == step_clock(before, now, track)
            assert expected_end(room.meeting, now) == expected_end(before, now)


@EXAMPLES
@given(CHANCES)
def test_planned_spent_and_remaining_add_up(chance: Random) -> None:
    *_, room = acts(chance)[-1]
    room.laptop.passes(seconds=chance.randrange(2_000))
    meeting, now = room.meeting, room.laptop()
    for track in meeting.tracks.values():
        clock = step_clock(meeting, now, track.id)
        assert (clock is None) == (track.current is None)
        if clock is not None:
            assert clock.planned_ms == meeting.planned_minutes(clock.step, track.id) * 60_000
            assert clock.planned_ms - clock.spent.ms == clock.remaining_ms
    times = step_times(meeting, now)
    for time in times:
        assert time.planned == meeting.planned_minutes(time.step)
        assert time.over_ms == time.spent.ms - time.planned * 60_000


@EXAMPLES
@given(CHANCES)
def test_running_paused_and_empty_time_together_are_the_time_that_passed(chance: Random) -> None:
    *_, room = acts(chance)[-1]
    room.laptop.passes(seconds=chance.randrange(2_000))
    now, openings = room.laptop(), room.meeting.plenary.openings
    running = total(opening.spent(now) for opening in openings)
    paused = total(
        between(pause.start, pause.end or opening.end or now) for opening in openings for pause in opening.pauses
    )
    empty = total(between(before.end, after.start) for before, after in pairwise(openings) if before.end is not None)
    last = openings[-1].end
    since = between(last, now) if last is not None else NO_TIME
    assert running.plus(paused).plus(empty).plus(since) == between(openings[0].start, now)
    known = {step.id for step in room.meeting.agenda.steps} if room.meeting.agenda else set()
    gone = total(opening.spent(now) for opening in openings if opening.step not in known)
    assert total(time.spent for time in step_times(room.meeting, now)).plus(gone) == running


@EXAMPLES
@given(CHANCES)
def test_the_end_is_now_with_what_remains_and_what_is_to_come(chance: Random) -> None:
    *_, room = acts(chance)[-1]
    room.laptop.passes(seconds=chance.randrange(2_000))
    meeting, now = room.meeting, room.laptop()
    if meeting.closed is not None or first_opening(meeting) is None:
        return
    clock = step_clock(meeting, now)
    to_come = sum(each.planned for each in step_times(meeting, now) if each.state == "to_come" and each.counted)
    rest = timedelta(milliseconds=max(0, clock.remaining_ms) if clock else 0, minutes=to_come)
    end = expected_end(meeting, now)
    assert end is not None
    assert end >= now.wall + rest if meeting.apart else end == now.wall + rest
