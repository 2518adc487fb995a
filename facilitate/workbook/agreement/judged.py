"""What sheet and table are made of, found once: agreement takes longest of all that a workbook holds."""

from __future__ import annotations

from typing import NamedTuple

from facilitate.analysis.agreement import Agreement, agreement
from facilitate.analysis.debriefing import Item, items
from facilitate.workbook.book import Book


class Judged(NamedTuple):
    """How far observers agree, and everything that was judged, where they differ most first."""

    found: Agreement
    items: tuple[Item, ...]


def judged(book: Book) -> Judged:
    """The agreement of the observers whose scoresheets are in the workbook."""
    found = agreement(book.meeting, book.scores, book.now)
    return Judged(found, items(book.meeting, book.scores, found, book.now))
