"""What people are told about being observed and noted, as message ids: who reads it puts it into words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from facilitate.domain.meeting.state import Meeting


class Said(NamedTuple):
    """One sentence: its message id and values."""

    message: str
    values: Mapping[str, Any] = {}


def consent_said(meeting: Meeting) -> tuple[Said, ...]:
    """What the team decided to tell, sentence by sentence; nothing where it has decided nothing yet.

    Own words stand as they were written. The day is said in any case. Nobody is named: it is read by the whole room.
    """
    consent = meeting.consent
    if consent is None:
        return ()
    until = (Said("consent.until", {"day": consent.until}),) if consent.until else ()
    if consent.wording:
        own = (line for line in consent.wording.split("\n") if line)
        return (*(Said("consent.own", {"text": line}) for line in own), *until)
    observers = sum(not each.left for each in meeting.observers)
    observed = (Said("consent.observed", {"count": observers}),) if observers else ()
    return (Said("consent.noted"), *observed, Said("consent.about"), *until, Said("consent.ask"))


def overdue(meeting: Meeting, today: date) -> date | None:
    """The day by which notes and scores should have been erased, where it has passed."""
    until = meeting.consent.until if meeting.consent else None
    return until if until is not None and until < today else None
