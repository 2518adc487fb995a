"""A scoresheet on paper, as it is typed: what stands on it, in its order, and for whom one can be typed."""

from __future__ import annotations

from facilitate.analysis.progress import Asked, asked
from facilitate.domain.agenda import named_by
from facilitate.domain.events.observing import MEETING
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Person


def on_paper(meeting: Meeting, observer: str, about: str, now: Instant) -> tuple[Asked, ...]:
    """Every line of one observer's sheet about one subject; an indicator about steps has a line for each step."""
    steps = [step.id for step in meeting.agenda.steps] if meeting.agenda else []
    plain = asked(meeting, observer, None, now)
    by_step = [(step, each) for step in steps for each in asked(meeting, observer, step, now) if each.cell.step]
    found = [each for each in plain if each.cell.about == about]
    if about == MEETING:
        found += [
            each
            for step, each in by_step
            if not each.indicator.steps or named_by(each.indicator.steps, meeting.agenda, step)
        ]
    order = {code: place for place, code in enumerate(meeting.grid.by_id)} if meeting.grid else {}
    return tuple(sorted(found, key=lambda each: order[each.indicator.id]))


def fillers(meeting: Meeting) -> tuple[Person, ...]:
    """Observers whose paper can be typed: they have not sent, or what they sent was brought in."""
    return tuple(
        person
        for person in meeting.observers
        if meeting.sheet(person.id).sent is None or meeting.sheet(person.id).imported
    )


def subjects(meeting: Meeting, observer: str) -> tuple[str, ...]:
    """Whom an observer's sheets are about: moderators, then the meeting."""
    return (*(person.id for person in meeting.observed_by(observer)), MEETING)
