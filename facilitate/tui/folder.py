"""The meetings of a folder, as the home screen lists them."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from time import time_ns
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
    """One meeting's file; read again only if it was written since."""
    stamp = _stamp(path)
    known = _KNOWN.get(path)
    if known is not None and known[0] == stamp:
        return known[1]
    found = _read(path)
    if stamp is not None and found.why is None:
        _KNOWN[path] = (stamp, found)
    return found


_Stamp: TypeAlias = tuple[int, int, int]
_KNOWN: dict[Path, tuple[_Stamp, Entry]] = {}
"""What stood in the files when they were read last: with many meetings, coming home would take seconds."""

_SETTLED_NS = 4_000_000_000
"""A file that was written just now may be written again under the same time: some disks count every other second."""


def _stamp(path: Path) -> _Stamp | None:
    """What changes whenever a file does; nothing where that cannot be relied upon."""
    try:
        begun = path.with_name(f"{path.name}-journal")
        if begun.exists() and begun.stat().st_size:
            return None
        found = path.stat()
    except OSError:
        return None
    settled = found.st_mtime_ns < time_ns() - _SETTLED_NS
    return (found.st_ino, found.st_size, found.st_mtime_ns) if settled else None


def _read(path: Path) -> Entry:
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
