"""The meetings of a folder, as the home screen lists them."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from facilitate.domain.meeting.agreement import Standing
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import Wording
from facilitate.journal.faults import JournalError
from facilitate.journal.journal import Journal

State: TypeAlias = Literal["prepared", "running", "closed", "unreadable"]


class Entry(NamedTuple):
    """One meeting file: what it is, or the message of why it cannot be read."""

    path: Path
    state: State
    title: Wording = Wording()
    place: str = ""
    start: datetime | None = None
    rehearsal: bool = False
    keep_until: date | None = None
    standing: Standing | None = None
    """Whether its grid was agreed; nothing without a grid."""

    why: JournalError | None = None


def meetings_in(folder: Path) -> tuple[Entry, ...]:
    """Every ``*.meeting`` of a folder, the newest first; a file that cannot be read is listed with the reason."""
    found = [entry_of(path) for path in folder.glob("*.meeting")]
    return tuple(sorted(found, key=lambda entry: (entry.start or datetime.min, entry.path.name), reverse=True))


def entry_of(path: Path) -> Entry:
    try:
        journal = Journal.open(path, read_only=True)
    except JournalError as why:
        return Entry(path, "unreadable", why=why)
    meeting = journal.record.meeting
    journal.close()
    until = meeting.consent.until if meeting.consent else None
    return Entry(
        path,
        _state(meeting),
        meeting.title,
        meeting.place,
        meeting.start,
        meeting.rehearsal,
        keep_until=until,
        standing=meeting.grids.standing if meeting.grid else None,
    )


def _state(meeting: Meeting) -> State:
    if meeting.closed:
        return "closed"
    return "running" if meeting.plenary.openings else "prepared"
