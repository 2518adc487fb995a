"""The agenda as it is planned: when each step begins, who leads it, how it is done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import takewhile
from typing import NamedTuple

from facilitate.domain.agenda import Energiser, Method, Step
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Person


class AgendaRow(NamedTuple):
    """One step. `after` are minutes from the announced start, negative for steps before it; `at` is the hour on the
    wall, where a start is announced."""

    step: Step
    after: int
    at: datetime | None
    minutes: int
    moderator: Person | None
    method: Method | None
    energiser: Energiser | None


def agenda_rows(meeting: Meeting) -> tuple[AgendaRow, ...]:
    """Every step in its order, those before the start counted backwards from it."""
    return tuple(_rows(meeting))


def planned_end(meeting: Meeting) -> datetime | None:
    """When the last step ends by the plan."""
    last = next(reversed(agenda_rows(meeting)), None)
    return last.at + timedelta(minutes=last.minutes) if last is not None and last.at is not None else None


def _rows(meeting: Meeting) -> Iterator[AgendaRow]:
    agenda = meeting.agenda
    if agenda is None:
        return
    energisers = {each.id: each for each in agenda.energisers}
    at = -sum(meeting.planned_minutes(step.id) for step in takewhile(lambda step: not step.counted, agenda.steps))
    for step in agenda.steps:
        minutes = meeting.planned_minutes(step.id)
        yield AgendaRow(
            step,
            at,
            meeting.start + timedelta(minutes=at) if meeting.start else None,
            minutes,
            meeting.moderator_of(step.id),
            agenda.methods.get(step.method or ""),
            energisers.get(step.energiser or ""),
        )
        at += minutes
