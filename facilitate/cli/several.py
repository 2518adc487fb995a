"""Commands about several meetings: the files and folders that were named, each meeting once."""

from __future__ import annotations

from pathlib import Path

from facilitate.cli.events import opened, tell_damage
from facilitate.cli.frame import DONE, FINDINGS, Stop, say
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.state import Meeting
from facilitate.journal import told
from facilitate.journal.faults import JournalError
from facilitate.journal.journal import Journal
from facilitate.language import Words


def as_of_last_event(journal: Journal) -> tuple[Meeting, Instant]:
    """What somebody without a seat may see, and the time of the last event: the same file gives the same results."""
    found = told.as_of_last_event(journal)
    if found is None:
        raise Stop("cli.error.nothing_in_it", file=str(journal.path))
    return found


def meetings_in(files: tuple[str, ...], words: Words) -> tuple[list[tuple[Meeting, Instant]], int]:
    """Every meeting of some files and folders, each once; one that cannot be read is told, and loses no other."""
    meetings: list[tuple[Meeting, Instant]] = []
    paths, status = _files(files), DONE
    for path in paths:
        try:
            with opened(str(path)) as journal:
                status = max(status, tell_damage(journal, words))
                meetings.append(as_of_last_event(journal))
        except (JournalError, Stop) as stop:
            if len(paths) == 1:
                raise
            say(f"facilitate: {words(stop.message, **stop.values)}", error=True)
            status = FINDINGS
    if not meetings:
        raise Stop("cli.error.no_meetings", file=files)
    return told.each_once(meetings), status


def _files(names: tuple[str, ...]) -> list[Path]:
    found: list[Path] = []
    for name in names:
        path = Path(name)
        found += sorted(path.glob("*.meeting")) if path.is_dir() else [path]
    return found
