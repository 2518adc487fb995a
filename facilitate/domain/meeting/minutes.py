"""The minutes of steps: how few re-timing may leave them, and the meeting with other ones."""

from __future__ import annotations

from collections.abc import Mapping

from facilitate.domain.agenda import Step
from facilitate.domain.events.base import PLENARY
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import replaced


def is_over(meeting: Meeting, step: str) -> bool:
    """Whether a step was opened in plenary and is open no more: its minutes are history."""
    open_now = meeting.current is not None and meeting.current.step == step
    return not open_now and any(opening.step == step for opening in meeting.plenary.openings)


def was_opened(meeting: Meeting, step: str) -> bool:
    """Whether a step was ever opened, in plenary or in a group."""
    return any(opening.step == step for track in meeting.tracks.values() for opening in track.openings)


def least_minutes(meeting: Meeting, step: Step) -> int:
    """How few minutes re-timing may leave a step: its floor, or what it has now where it is protected or has less."""
    planned = meeting.planned_minutes(step.id)
    return planned if step.protect else min(planned, step.min_minutes)


def with_minutes(meeting: Meeting, minutes: Mapping[str, int]) -> Meeting:
    """The meeting with these minutes, extensions included, for the steps named that are not over.

    What was announced stays: bringing the meeting back to it is what re-timing is for.
    """
    if meeting.agenda is None:
        return meeting
    given = {step: each for step, each in minutes.items() if not is_over(meeting, step)}
    steps = tuple(replaced(step, minutes=given.get(step.id, step.minutes)) for step in meeting.agenda.steps)
    extra = {key: each for key, each in meeting.extra_minutes.items() if key[0] != PLENARY or key[1] not in given}
    return replaced(meeting, agenda=replaced(meeting.agenda, steps=steps), extra_minutes=extra)
