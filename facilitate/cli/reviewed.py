"""A reviewed workbook comes in: told cell by cell, kept as events that name the file and the cell."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from facilitate.analysis.scores import scores
from facilitate.cli.events import opened as meeting_opened
from facilitate.cli.events import tell_damage
from facilitate.cli.frame import DONE, FINDINGS, Stop, say
from facilitate.cli.reviewed_lines import ReviewedLines
from facilitate.cli.seats import person_called
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.grid import Grid
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.meeting.view import see, sees_scores
from facilitate.domain.people import SETUP, Role
from facilitate.journal.journal import Journal, fresh_name
from facilitate.language import Words


def import_workbook(file: str, sheet: str, person: str | None, dry_run: bool, words: Words) -> int:
    """Take a reviewed workbook into a meeting; the exit status. Raises Stop where nothing of it can be taken."""
    from facilitate.workbook.review.changes import Change, changes
    from facilitate.workbook.review.meta import read_meta
    from facilitate.workbook.review.reading import read_back
    from facilitate.workbook.strangers.faults import NotAccepted
    from facilitate.workbook.strangers.open import opened

    path = Path(sheet)
    try:
        book = opened(path)
        meta = read_meta(book)
    except NotAccepted as fault:
        raise Stop(fault.message, **{"file": path.name, **fault.values}) from None
    with meeting_opened(file, read_only=dry_run) as journal:
        meeting = journal.record.meeting
        if meta.meeting != meeting.id:
            raise Stop("review.other_meeting", file=path.name, meeting=file)
        by = reviewer(meeting, person, words)
        grid = grid_of(meeting, meta.grid, path.name)
        seen = see(meeting, None if by == SETUP else by)
        if not sees_scores(meeting, None if by == SETUP else by):
            raise Stop("refused.scores_closed")
        try:
            found = read_back(book, meta, grid)
        except NotAccepted as fault:
            raise Stop(fault.message, **{"file": path.name, **fault.values}) from None
        made: Sequence[Change] = changes(found.edits, seen, scores(seen, _last(journal)), path.name, fresh_name)
        tell = ReviewedLines(seen, grid, words)
        taken = refused = 0
        for change in made:
            refusal = None
            if change.fact is not None and not dry_run:
                kept = journal.append(by, change.fact)
                refusal = kept if isinstance(kept, Refused) else None
            say(tell.refused(change, refusal) if refusal else tell.change(change))
            taken += change.fact is not None and refusal is None
            refused += refusal is not None or change.outcome in ("conflict", "rewritten")
        for said in found.refusals:
            say(tell.said(said))
        for said in found.notes:
            say(tell.said(said, note=True))
        status = tell_damage(journal, words)
    refused += len(found.refusals)
    say(words(_summary(dry_run), count=taken, unchanged=found.unchanged, refused=refused))
    return max(status, FINDINGS if refused else DONE)


def _summary(dry_run: bool) -> str:
    return "review.would" if dry_run else "review.done"


def _last(journal: Journal) -> Instant:
    last = journal.record.events[-1]
    return Instant(wall=last.wall, boot=last.boot, uptime=last.uptime)


def reviewer(meeting: Meeting, name: str | None, words: Words) -> str:
    """Whose review it is: the one named, the only trainer, or, where there is no trainer, the command line."""
    if name is not None:
        person = person_called(meeting, name)
        if not meeting.people[person].has(Role.TRAINER):
            raise Stop("review.not_a_trainer", name=name)
        return person
    trainers = [each for each in meeting.people.values() if each.has(Role.TRAINER) and not each.left]
    if len(trainers) > 1:
        raise Stop("review.which_trainer", names=words.listed(each.name or each.id for each in trainers))
    return trainers[0].id if trainers else SETUP


def grid_of(meeting: Meeting, fingerprint: str, file: str) -> Grid:
    """The grid that the workbook was made with: the one in force. Raises Stop for another."""
    grid = meeting.grid
    if grid is None:
        raise Stop("refused.no_grid")
    if grid.fingerprint == fingerprint:
        return grid
    known = any(each.fingerprint == fingerprint for each in meeting.grids.versions)
    values: dict[str, Any] = {"file": file, "fingerprint": grid.short_fingerprint}
    raise Stop("review.earlier_grid" if known else "review.other_grid", **values)
