"""The rows of the tables about the meeting under way: steps and turns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from facilitate.analysis.presence import is_participant
from facilitate.analysis.timing import step_times
from facilitate.analysis.turns import attributed, plenary_turns
from facilitate.domain.events.base import PLENARY
from facilitate.domain.instants import Instant, Span, between
from facilitate.domain.meeting.parts import Track
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import Language
from facilitate.domain.people import Group
from facilitate.workbook.names import Names


class StepRow(NamedTuple):
    """A step in plenary, or a step of a split room on one of its tracks."""

    step: str
    track: str
    title: str
    phase: str
    counted: str
    planned_minutes: int
    actual_minutes: float
    approximate: str
    state: str
    opened_at: datetime | None
    closed_at: datetime | None
    reason: str


class TurnRow(NamedTuple):
    """A speaking turn; `seconds` until the export where it still runs. `counted` where it enters shares: in plenary, in
    a step that counts, and known whose it was; `participant` where it was a participant's or a group's."""

    turn: str
    track: str
    step: str
    person: str
    sex: str
    age: str
    place: str
    started_at: datetime
    ended_at: datetime | None
    seconds: float
    approximate: str
    corrected: str
    counted: str
    participant: str


def yes(truth: bool) -> str:
    """Truth as programs read it."""
    return "yes" if truth else "no"


def minutes(span: Span) -> float:
    """Minutes to the hundredth."""
    return round(span.minutes, 2)


def step_rows(meeting: Meeting, language: Language, now: Instant) -> Iterator[StepRow]:
    """The agenda in its order, then the tracks of split steps."""
    for time in step_times(meeting, now):
        yield _step(meeting, language, meeting.plenary, time.step, time.state, time.spent)
    for track in meeting.tracks.values():
        here = track.current.step if track.current else None
        for code in dict.fromkeys(opening.step for opening in track.openings if track.id != PLENARY):
            state = "open" if code == here else "done"
            yield _step(meeting, language, track, code, state, track.spent(code, now))


def _step(meeting: Meeting, language: Language, track: Track, code: str, state: str, spent: Span) -> StepRow:
    step = meeting.agenda.step(code) if meeting.agenda else None
    openings = [opening for opening in track.openings if opening.step == code]
    last = openings[-1].end if openings else None
    return StepRow(
        step=code,
        track=track.id,
        title=track.title or (step.title.to(language) if step else ""),
        phase=step.phase if step else "",
        counted=yes(step.counted if step else True),
        planned_minutes=meeting.planned_minutes(code, track.id),
        actual_minutes=minutes(spent),
        approximate=yes(spent.approximate),
        state=state,
        opened_at=openings[0].start.wall if openings else None,
        closed_at=last.wall if last else None,
        reason=meeting.skipped.get(code, ""),
    )


def turn_rows(meeting: Meeting, names: Names, now: Instant) -> Iterator[TurnRow]:
    """Every turn that stands, in the order in which they began."""
    counted = {turn.id for turn in attributed(plenary_turns(meeting))}
    for turn in meeting.turns.values():
        if turn.withdrawn:
            continue
        person = meeting.people.get(turn.who.person or "")
        length = between(turn.start, turn.end or now)
        yield TurnRow(
            turn=turn.id,
            track=turn.track,
            step=turn.step or "",
            person=names.of(turn.who.person),
            **group_columns(turn.who.group or (person.group if person else None)),
            started_at=turn.start.wall,
            ended_at=turn.end.wall if turn.end else None,
            seconds=round(length.ms / 1000, 1),
            approximate=yes(length.approximate),
            corrected=yes(turn.corrected),
            counted=yes(turn.id in counted),
            participant=yes(person is None or is_participant(person)),
        )


def group_columns(group: Group | None) -> dict[str, Any]:
    """What is known of a group, one column each."""
    return {name: (getattr(group, name) or "") if group else "" for name in ("sex", "age", "place")}
