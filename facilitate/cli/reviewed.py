"""A workbook comes in: a reviewed one told cell by cell, kept as events that name the file and the cell."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from facilitate.analysis.scores import scores
from facilitate.cli.frame import DONE, FINDINGS, Stop, say
from facilitate.cli.paper_in import PAPER, import_paper
from facilitate.cli.reviewed_lines import ReviewedLines
from facilitate.domain.decisions.decide import decide
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import Fact
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.meeting.view import see, sees_scores
from facilitate.domain.people import SETUP, Role
from facilitate.journal.journal import Journal, fresh_name
from facilitate.language import Words

if TYPE_CHECKING:
    from facilitate.workbook.review.changes import Change
    from facilitate.workbook.review.meta import Meta
    from facilitate.workbook.strangers.open import Opened


def import_workbook(journal: Journal, source: Path, by: str, words: Words, *, dry_run: bool) -> int:
    """A workbook that was reviewed, or a paper pack that was typed into; the exit status.

    Raises Stop where nothing of it can be taken.
    """
    from facilitate.workbook.review.meta import read_meta
    from facilitate.workbook.strangers.faults import NotAccepted
    from facilitate.workbook.strangers.open import opened

    meeting = journal.record.meeting
    try:
        book = opened(source)
        meta = read_meta(book)
        if meta.meeting != meeting.id and (meta.meeting or meta.kind != PAPER):
            raise Stop("review.other_meeting", file=source.name, meeting=str(journal.path))
        version = version_of(meeting, meta.grid, source.name)
        if version < len(meeting.grids.amendments):
            tell_mapping(meeting, version, words)
        if meta.kind == PAPER:
            return import_paper(journal, source, book, meta, version, by, words, dry_run=dry_run)
        return _Review(journal, source, reviewer(meeting, by, words), words, dry_run).take(book, meta, version)
    except NotAccepted as fault:
        raise Stop(fault.message, **{"file": source.name, **fault.values}) from None


class _Review:
    """One reviewed workbook on its way into a meeting."""

    def __init__(self, journal: Journal, source: Path, by: str, words: Words, dry_run: bool) -> None:
        self.journal, self.source, self.by, self.words, self.dry_run = journal, source, by, words, dry_run
        self.taken = self.refused = 0

    def take(self, book: Opened, meta: Meta, version: int) -> int:
        """Tell everything, keep what can be kept; the exit status. `version` is the grid's that the workbook is of."""
        from facilitate.workbook.review.carrying import carried_edits
        from facilitate.workbook.review.changes import changes
        from facilitate.workbook.review.reading import read_back

        meeting, person = self.journal.record.meeting, None if self.by == SETUP else self.by
        if not sees_scores(meeting, person):
            raise Stop("refused.scores_closed")
        seen = see(meeting, person)
        history = meeting.grids
        found = carried_edits(read_back(book, meta, history.versions[version]), history, version)
        last = self.journal.record.events[-1]
        now = Instant(wall=last.wall, boot=last.boot, uptime=last.uptime)
        tell = ReviewedLines(seen, history.versions[-1], self.words)
        judged = [
            (change, self._refusal(change))
            for change in changes(found.edits, seen, scores(seen, now), self.source.name, fresh_name)
        ]
        self._keep([change.fact for change, refusal in judged if change.fact is not None and refusal is None])
        for change, refusal in judged:
            self._told(change, refusal, tell)
        for said in found.refusals:
            say(tell.said(said))
        for said in found.notes:
            say(tell.said(said, note=True))
        self.refused += len(found.refusals)
        message = "review.would" if self.dry_run else "review.done"
        say(self.words(message, count=self.taken, unchanged=found.unchanged, refused=self.refused))
        return FINDINGS if self.refused else DONE

    def _keep(self, facts: Sequence[Fact]) -> None:
        """All in one act: a disk that is full keeps none of them. Raises Stop where the meeting changed meanwhile."""
        if facts and not self.dry_run:
            kept = self.journal.append_all([(self.by, fact) for fact in facts])
            if isinstance(kept, Refused):
                raise Stop(kept.message, **kept.values)

    def _told(self, change: Change, refusal: Refused | None, tell: ReviewedLines) -> None:
        say(tell.refused(change, refusal) if refusal else tell.change(change))
        self.taken += change.fact is not None and refusal is None
        self.refused += refusal is not None or change.outcome in ("conflict", "rewritten")

    def _refusal(self, change: Change) -> Refused | None:
        if change.fact is None:
            return None
        decided = decide(self.journal.record.meeting, self.journal.record.undo, self.by, change.fact)
        return decided if isinstance(decided, Refused) else None


def reviewer(meeting: Meeting, by: str, words: Words) -> str:
    """Whose review it is: of whoever was named, of the only trainer, or, where there is none, of the command line."""
    if by != SETUP:
        person = meeting.people[by]
        if not person.has(Role.TRAINER):
            raise Stop("review.not_a_trainer", name=person.name)
        return by
    trainers = [each for each in meeting.people.values() if each.has(Role.TRAINER) and not each.left]
    if len(trainers) > 1:
        raise Stop("review.which_trainer", names=words.listed(each.name or each.id for each in trainers))
    return trainers[0].id if trainers else SETUP


def version_of(meeting: Meeting, fingerprint: str, file: str) -> int:
    """The version of the meeting's grid that a workbook was made with, the last one first. Raises Stop for another."""
    grid, versions = meeting.grid, meeting.grids.versions
    if grid is None:
        raise Stop("refused.no_grid")
    found = [place for place, each in enumerate(versions) if each.fingerprint == fingerprint]
    if not found:
        raise Stop("review.other_grid", file=file, fingerprint=grid.short_fingerprint)
    return found[-1]


def tell_mapping(meeting: Meeting, version: int, words: Words) -> None:
    """That a workbook is of an earlier version of the grid, and which codes are others now."""
    from facilitate.workbook.review.carrying import renamed

    history, now = meeting.grids, meeting.grids.versions[-1]
    pairs = words.listed(renamed(history, version))
    before = history.versions[version].short_fingerprint
    message = "review.through" if pairs else "review.through_same"
    say(words(message, fingerprint=before, now=now.short_fingerprint, pairs=pairs))
