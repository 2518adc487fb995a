"""When the meeting was announced to end, how late it is, and new minutes that would bring it back."""

from __future__ import annotations

from datetime import datetime, timedelta

from facilitate.analysis.timing import expected_end
from facilitate.domain.instants import Instant, Span
from facilitate.domain.meeting.state import Meeting

SAME_DAY = timedelta(hours=12)
"""An announced hour further away than this was never meant for now, or a clock is wrong."""


def announced_end(meeting: Meeting, now: Instant) -> datetime | None:
    """When people were told that the meeting ends; nothing where no hour was announced, or another day was."""
    if meeting.start is None or meeting.announced_minutes is None:
        return None
    begins = meeting.start.replace(tzinfo=now.wall.tzinfo)
    first = meeting.plenary.openings[0].start.wall if meeting.plenary.openings else now.wall
    if abs(first - begins) > SAME_DAY:
        return None
    return begins + timedelta(minutes=meeting.announced_minutes)


def lateness(meeting: Meeting, now: Instant) -> Span | None:
    """How much later than announced the meeting will end if nothing changes; below 0 where there is time in hand."""
    announced, end = announced_end(meeting, now), expected_end(meeting, now)
    if announced is None or end is None:
        return None
    return Span(round((end - announced).total_seconds() * 1000))
