"""A paper pack that was typed into comes in: scores like those of a CSV, the lists as whoever brings them in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from facilitate.cli.frame import DONE, FINDINGS, say
from facilitate.cli.paper_lines import PaperLines
from facilitate.cli.reviewed_lines import ReviewedLines
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.meeting.view import see
from facilitate.domain.people import SETUP
from facilitate.journal.journal import Journal, fresh_name
from facilitate.kits.bringing_in import Plan, Planner
from facilitate.language import Words

if TYPE_CHECKING:
    from facilitate.workbook.review.meta import Meta
    from facilitate.workbook.strangers.open import Opened

PAPER = "paper"
"""What `_meta` calls a paper pack."""


def import_paper(
    journal: Journal, source: Path, book: Opened, meta: Meta, version: int, by: str, words: Words, *, dry_run: bool
) -> int:
    """Take in what was typed into a paper pack of that version of the grid; the exit status."""
    from facilitate.cli.imports import tell_import
    from facilitate.kits.scores_csv import ScoreFile
    from facilitate.workbook.review.carrying import carried_paper
    from facilitate.workbook.review.paper import read_paper

    meeting = journal.record.meeting
    history = meeting.grids
    found = carried_paper(read_paper(book, meta, history.versions[version]), history, version)
    plan: Plan = Planner(meeting, by, source.name, fresh_name).plan(found.rows)
    if plan.acts and not dry_run:
        kept = journal.append_all([(by, fact) for fact in plan.acts])
        if isinstance(kept, Refused):  # the meeting changed meanwhile
            say(words(kept.message, **kept.values), error=True)
            return FINDINGS
    status = tell_import(source.name, ScoreFile(tuple(found.rows)), plan, words.for_lines(), dry_run=dry_run)
    tell = ReviewedLines(see(journal.record.meeting, None if by == SETUP else by), history.versions[-1], words)
    for said in found.refusals:
        say(tell.said(said))
    refused = PaperLines(journal, by, words.for_lines(), dry_run).bring_in(found.lines)
    return max(status, FINDINGS if found.refusals or refused else DONE)
