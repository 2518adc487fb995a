"""What people are told about being observed and noted, as lines."""

from __future__ import annotations

from collections.abc import Iterator

from facilitate.analysis.consent import consent_said, overdue
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Role
from facilitate.journal.machine import this_machine
from facilitate.language import Words


def consent_lines(meeting: Meeting, person: str, words: Words) -> Iterator[str]:
    """Sentence by sentence; that nothing was said is for trainers, that the time has passed for everybody."""
    seat = meeting.people.get(person)
    if meeting.consent is None and seat is not None and seat.has(Role.TRAINER):
        yield words("consent.not_said")
    for each in consent_said(meeting):
        yield words(each.message, **each.values)
    if (day := overdue(meeting, this_machine().wall.date())) is not None:
        yield words("consent.overdue", day=day)
