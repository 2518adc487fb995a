"""The folder's meetings as lines, for pipes and for readers of screens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from facilitate.analysis.consent import overdue
from facilitate.domain.model import harmless
from facilitate.journal.faults import JournalError
from facilitate.journal.journal import Journal
from facilitate.journal.machine import this_machine
from facilitate.language import Words


def listed(folder: Path, words: Words) -> Iterator[str]:
    """A line a meeting, one more where its notes should be erased by now; what cannot be read has its reason."""
    paths = sorted(folder.glob("*.meeting"))
    for path in paths:
        try:
            journal = Journal.open(path, read_only=True)
        except JournalError as why:
            yield words(why.message, **why.values)
            continue
        meeting = journal.record.meeting
        journal.close()
        state = "closed" if meeting.closed else "running" if meeting.plenary.openings else "prepared"
        mark = f" ({words('top.rehearsal')})" if meeting.rehearsal else ""
        told = words.listed((words.for_lines().shown(meeting.title), f"{words(f'home.{state}')}{mark}"))
        yield f"{harmless(path.name)}: {told}"
        if (day := overdue(meeting, this_machine().wall.date())) is not None:
            yield f"  {words('consent.overdue', day=day)}"
    if not paths:
        yield words("cli.home.none", folder=str(folder))
    yield words("cli.home.hint")
