"""Meetings as somebody without a seat may see them, for whoever puts several side by side."""

from __future__ import annotations

from collections.abc import Iterable

from facilitate.domain.instants import Instant
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.meeting.view import see
from facilitate.journal.journal import Journal


def as_of_last_event(journal: Journal) -> tuple[Meeting, Instant] | None:
    """The meeting at the time of its last event, so that the same file gives the same results; nothing in an empty
    one."""
    if not journal.record.events:
        return None
    last = journal.record.events[-1]
    return see(journal.record.meeting, None), Instant(wall=last.wall, boot=last.boot, uptime=last.uptime)


def each_once(told: Iterable[tuple[Meeting, Instant]]) -> list[tuple[Meeting, Instant]]:
    """Every meeting once; of several files of one, that which goes on longest."""
    found: dict[str, tuple[Meeting, Instant]] = {}
    for meeting, now in told:
        before = found.get(meeting.id)
        if before is None or before[1].wall < now.wall:
            found[meeting.id] = (meeting, now)
    return list(found.values())
