"""Planned and actual time: of each step, of the step that is open, and when the meeting will end.

Everything is about the plenary unless a track is named. Times are kept as `Span`, so that a laptop that slept, or whose
date was changed, still agrees with the others.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import takewhile
from typing import Literal, NamedTuple, TypeAlias

from facilitate.analysis.hall import hall_time
from facilitate.domain.agenda import Step
from facilitate.domain.events.base import PLENARY
from facilitate.domain.instants import Instant, Span
from facilitate.domain.meeting.parts import Opening
from facilitate.domain.meeting.state import Meeting

State: TypeAlias = Literal["done", "open", "skipped", "to_come"]

MINUTE_MS = 60_000


class StepTime(NamedTuple):
    """One step of the agenda: planned minutes with what it was extended by, and the time it took so far."""

    step: str
    planned: int
    spent: Span
    state: State
    counted: bool = True

    @property
    def over_ms(self) -> int:
        """Milliseconds beyond the plan; below 0 where it took less. Means little before the step is done."""
        return self.spent.ms - self.planned * MINUTE_MS

    def overran(self, share: float) -> bool:
        """Whether it took longer than planned by more than this share of the plan."""
        return self.state in ("done", "open") and self.spent.ms > self.planned * MINUTE_MS * (1 + share)


class StepClock(NamedTuple):
    """The open step's clock, in milliseconds; `remaining_ms` is below 0 once the step is over its time."""

    step: str
    planned_ms: int
    spent: Span
    remaining_ms: int
    paused: bool

    @property
    def warning_ms(self) -> int:
        """From how much time left on the end is near: two minutes, in a short step a fifth of it."""
        return min(2 * MINUTE_MS, self.planned_ms // 5)


def step_times(meeting: Meeting, now: Instant) -> tuple[StepTime, ...]:
    """Every step of the agenda, in its order; pauses do not count, and all openings of a step count together."""
    steps = meeting.agenda.steps if meeting.agenda else ()
    return tuple(
        StepTime(
            step=step.id,
            planned=meeting.planned_minutes(step.id),
            spent=meeting.plenary.spent(step.id, now),
            state=_state(meeting, step),
            counted=step.counted,
        )
        for step in steps
    )


def _state(meeting: Meeting, step: Step) -> State:
    """A step that nobody opened is to come, wherever it stands, until it is skipped or the meeting is closed."""
    if meeting.current is not None and meeting.current.step == step.id:
        return "open"
    if step.id in meeting.skipped:
        return "skipped"
    if any(opening.step == step.id for opening in meeting.plenary.openings):
        return "done"
    return "skipped" if meeting.closed else "to_come"


def step_clock(meeting: Meeting, now: Instant, track: str = PLENARY) -> StepClock | None:
    """The clock of the step that is open on a track; nothing where none is."""
    found = meeting.tracks.get(track)
    current = found.current if found else None
    if found is None or current is None:
        return None
    planned = meeting.planned_minutes(current.step, track) * MINUTE_MS
    spent = found.spent(current.step, now)
    return StepClock(current.step, planned, spent, planned - spent.ms, current.paused)


def expected_end(meeting: Meeting, now: Instant) -> datetime | None:
    """When the meeting will end if every step to come takes its planned time, as the clock in the hall will show it.

    That is now, with what remains of the open step (nothing, once it is over its time) and the planned minutes of the
    counted steps to come. While the room is apart, everybody waits for the group that has most before it. While people
    still arrive, the counted steps begin at the announced hour, or where that has passed, once the arrival has had its
    time. Where no hour was announced, the laptop's own clock counts. A closed meeting ended when it was closed; without
    an agenda nobody knows.
    """
    at = meeting.closed or now
    hall = hall_time(meeting, at)
    clock = hall.clock if hall else at.wall
    if meeting.closed is not None:
        return clock
    if meeting.agenda is None:
        return None
    minutes = sum(each.planned for each in step_times(meeting, now) if each.state == "to_come" and each.counted)
    remaining = timedelta(milliseconds=_remaining_ms(meeting, now))
    announced = meeting.start.replace(tzinfo=clock.tzinfo) if hall and meeting.start else clock
    begins = announced if first_opening(meeting) is None and announced > clock else clock + remaining
    return begins + timedelta(minutes=minutes)


def _remaining_ms(meeting: Meeting, now: Instant) -> int:
    """What remains of the open step; more where a group has more before it until all are together."""
    clock = step_clock(meeting, now)
    if clock is None:
        return 0
    ahead = _in_groups_ms(meeting, clock.step, PLENARY)
    groups = (step_clock(meeting, now, track.id) for track in meeting.apart)
    ways = [
        max(0, each.remaining_ms) + _in_groups_ms(meeting, each.step, track.id) - ahead
        for track, each in zip(meeting.apart, groups, strict=True)
        if each is not None
    ]
    return max(0, clock.remaining_ms, *ways)


def _in_groups_ms(meeting: Meeting, step: str, track: str) -> int:
    """The planned time of the steps in groups that follow a step directly, on a track."""
    steps = meeting.agenda.steps if meeting.agenda else ()
    places = [place for place, each in enumerate(steps) if each.id == step]
    following = takewhile(lambda each: each.apart, steps[places[0] + 1 :] if places else ())
    return MINUTE_MS * sum(
        meeting.planned_minutes(each.id, track) for each in following if each.id not in meeting.skipped
    )


def first_opening(meeting: Meeting) -> Opening | None:
    """The real start: the first time that a step which counts was opened in plenary."""
    uncounted = {step.id for step in meeting.agenda.steps if not step.counted} if meeting.agenda else set()
    return next((opening for opening in meeting.plenary.openings if opening.step not in uncounted), None)


def start_delay_minutes(meeting: Meeting) -> float | None:
    """Minutes from the announced to the real start, below 0 where it began early; nothing where either is not known.

    The announced hour is what the clock in the hall shows, so it is compared with what the laptop's clock showed, at
    the laptop's own offset.
    """
    opening = first_opening(meeting)
    if meeting.start is None or opening is None:
        return None
    return (opening.start.wall.replace(tzinfo=None) - meeting.start).total_seconds() / 60
