"""Needs, decisions and actions as people read them, on the summary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.ranking import results
from facilitate.domain.events.capturing import CaptureKind
from facilitate.workbook.book import Book
from facilitate.workbook.capture_rows import need_rows


class Span(NamedTuple):
    """The columns from `first` to `last`, together so many characters wide."""

    first: int
    last: int
    width: float


WIDE = (Span(1, 9, 126), Span(10, 10, 11.5))
"""A text and its step."""

SPLIT = (Span(1, 5, 80), Span(6, 7, 23), Span(8, 9, 23), Span(10, 10, 11.5))
"""A text, two things about it, and its step."""


BOLD = 0.8
"""Bold letters leave less room."""


def write_lists(book: Book, sheet: Worksheet, row: int) -> int:
    """Write the three lists from this row on; the first free row."""
    ranked = "dots" if _dotted(book) else "pairs"
    number = len(book.meeting.captured(CaptureKind.NEED))
    row = _list(book, sheet, row, "needs", (SPLIT, (ranked, "theme", "step")), _needs(book), number)
    row = _list(book, sheet, row + 1, "decisions", (WIDE, ("step",)), _decisions(book))
    return _list(book, sheet, row + 1, "actions", (SPLIT, ("owner", "due", "step")), _actions(book))


def _dotted(book: Book) -> bool:
    """Whether dots give the order, or nobody ranked, rather than the pairs that were compared last."""
    return results(book.meeting).method != "pair"


def _needs(book: Book) -> list[tuple[str, ...]]:
    """What was ranked, highest first; a theme as a whole, then its needs. What nobody ranked stands as it was said."""
    dotted, found = _dotted(book), results(book.meeting)
    needs = {row.need: row for row in need_rows(book.meeting, book.names)}
    counts = {need: row.dots if dotted else row.pairs_won for need, row in needs.items()}
    rows: list[tuple[str, ...]] = []
    for line in found.lines:
        if line.unit.theme and found.method:
            rows.append((line.unit.label, book.words.number(line.dots if dotted else line.won), "", ""))
        for row in (needs[need] for need in line.unit.needs):
            count = book.words.number(counts[row.need]) if counts[row.need] else ""
            rows.append((row.text, count, row.theme, row.step))
    return rows


def _decisions(book: Book) -> list[tuple[str, ...]]:
    return [(each.text, each.step or "") for each in book.meeting.captured(CaptureKind.DECISION)]


def _actions(book: Book) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for each in book.meeting.captured(CaptureKind.ACTION):
        due = book.words.day(each.due) if each.due else each.due_said
        missing = book.words("workbook.missing")
        rows.append((each.text, book.names.of(each.owner) or missing, due or missing, each.step or ""))
    return rows


def _list(
    book: Book,
    sheet: Worksheet,
    row: int,
    name: str,
    layout: tuple[Sequence[Span], Sequence[str]],
    rows: Sequence[tuple[str, ...]],
    number: int | None = None,
) -> int:
    """A heading with the number of entries, by default one a row, then the rows; the first free row."""
    book.text(sheet, row, 1, book.words(f"workbook.list.{name}", count=number or len(rows)), "heading")
    sheet.row_dimensions[row].height = 22
    if not rows:
        book.text(sheet, row + 1, 1, book.words(f"workbook.list.{name}.none"), "quiet line")
        return row + 2
    spans, columns = layout
    heads = [book.words(f"workbook.column.{column}") for column in (name, *columns)]
    _row(book, sheet, row + 1, spans, heads, "head start")
    book.fit(sheet, row + 1, heads, [span.width * BOLD for span in spans])
    for place, values in enumerate(rows, row + 2):
        _row(book, sheet, place, spans, values, "text")
        book.fit(sheet, place, values, [span.width for span in spans])
    return row + 2 + len(rows)


def _row(book: Book, sheet: Worksheet, row: int, spans: Sequence[Span], values: Sequence[str], look: str) -> None:
    for (first, last, _), value in zip(spans, values, strict=True):
        book.ground(sheet, row, range(first, last + 1), look)
        book.text(sheet, row, first, value, look)
        if last > first:
            sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)
