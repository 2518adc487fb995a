"""A meeting, its workbook, and what comes back from it."""

from __future__ import annotations

from pathlib import Path

from facilitate.analysis.scores import scores
from facilitate.domain.meeting.view import see
from facilitate.domain.model import Language
from facilitate.workbook.export import export
from facilitate.workbook.review.changes import Change, changes
from facilitate.workbook.review.edits import ReadBack
from facilitate.workbook.review.meta import read_meta
from facilitate.workbook.review.reading import read_back
from facilitate.workbook.strangers.open import opened
from tests.making import Room


def written(room: Room, path: Path, language: Language = "en") -> Path:
    """The workbook of a meeting as a trainer sees it."""
    export(see(room.meeting, None), path, language, room.meeting.closed or room.laptop(), "1.2.3")
    return path


def back(room: Room, path: Path) -> ReadBack:
    """What differs from the export."""
    book = opened(path)
    assert room.meeting.grid
    return read_back(book, read_meta(book), room.meeting.grid)


def proposed(room: Room, found: ReadBack) -> list[Change]:
    """What the edits come to in the meeting of now."""
    names = (f"x{number}" for number in range(1, 1000))
    seen = see(room.meeting, None)
    return changes(found.edits, seen, scores(seen, room.laptop()), "book.xlsx", lambda: next(names))


def place_of(found: ReadBack) -> dict[str, object]:
    """Each edit's new content by what it is about."""
    return {f"{edit.field} {edit.cell.about} {edit.cell.indicator}": edit.after for edit in found.edits}
