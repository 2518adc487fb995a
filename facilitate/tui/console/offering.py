"""The lead is offered when a step opens that somebody else was to moderate."""

from __future__ import annotations

from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words


def opened(meeting: Meeting) -> str:
    """Which opening of a step in plenary runs now; nothing where none does."""
    return f"{len(meeting.plenary.openings)} {meeting.current.step}" if meeting.current else ""


def offer(meeting: Meeting, person: str, key: str, words: Words) -> str:
    """What to tell somebody about the step that is open: that they hand the lead over, or take it; mostly nothing.

    It is told to whoever leads and to whoever is to moderate the step, and only where these are two people. `key` is
    the one for it.
    """
    current = meeting.current
    planned = meeting.moderator_of(current.step) if current else None
    if current is None or planned is None or meeting.closed or planned.id == meeting.chair or not key:
        return ""
    if person == planned.id:
        return words("prepare.take_over", step=current.step, key=key)
    if person == meeting.chair:
        return words("prepare.hand_over", name=planned.name, step=current.step, key=key)
    return ""
