"""The first sheet: what is compared, and every meeting on a line of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.programme import Held, audience
from facilitate.analysis.programme_notes import notes
from facilitate.workbook.book import NOTHING
from facilitate.workbook.page import head
from facilitate.workbook.programme.book import ProgrammeBook

WIDTHS = {
    "title": 36.0,
    "date": 12.0,
    "centre": 11.0,
    "place": 22.0,
    "audience": 14.0,
    "people": 11.0,
    "minutes_planned": 11.0,
    "minutes_used": 11.0,
    "needs": 11.0,
    "decisions": 11.0,
    "actions": 11.0,
    "sent": 11.0,
    "grid": 12.0,
}
NUMBERS = ("people", "minutes_planned", "minutes_used", "needs", "decisions", "actions")
LINKS_IN_A_ROW = 3
ONE_LINE = 170
"""Characters that fit beside each other."""


def fill_overview(book: ProgrammeBook, sheet: Worksheet, others: Sequence[str], overflow: str) -> None:
    """Write it; `others` are the sheets to lead to, `overflow` says where scores stand that are not in the workbook."""
    words, columns = book.words, len(WIDTHS)
    book.widths(sheet, list(WIDTHS.values()))
    row = head(book, sheet, words("compare.title"), (book.period(), book.grid_line()), columns, None)
    told = [book.note(note) for note in notes(book.programme)]
    told += [] if book.live else [words("compare.note.values")]
    told += [overflow] if overflow else []
    for text in told:
        row = _note(book, sheet, row, text)
    row = _links(book, sheet, others, row + 1)
    row = _meetings(book, sheet, "compare.compared", book.programme.compared, row + 1)
    if book.programme.apart:
        row = _meetings(book, sheet, "compare.apart", book.programme.apart, row + 1)
    book.printed(sheet)
    sheet.print_area = f"A1:{get_column_letter(columns)}{row}"


def _note(book: ProgrammeBook, sheet: Worksheet, row: int, text: str) -> int:
    """A sentence over the whole width, on several lines only where it must be; the first free row."""
    long = len(text) > ONE_LINE
    book.text(sheet, row, 1, f"{book.mark}• {text}", "plain" if long else "quiet line", ours=True)
    if long:
        book.across(sheet, row, 1, len(WIDTHS))
        book.fit(sheet, row, [text], [sum(WIDTHS.values()) * 0.9])
    return row + 1


def _links(book: ProgrammeBook, sheet: Worksheet, others: Sequence[str], row: int) -> int:
    spans = ((1, 1), (2, 4), (5, 7))
    for place, name in enumerate(others):
        first, last = spans[place % LINKS_IN_A_ROW]
        line = row + place // LINKS_IN_A_ROW
        book.link(sheet, line, first, name, name)
        book.across(sheet, line, first, last)
        sheet.row_dimensions[line].height = 18
    return row + 1 + (len(others) - 1) // LINKS_IN_A_ROW


def _meetings(book: ProgrammeBook, sheet: Worksheet, heading: str, held: Sequence[Held], row: int) -> int:
    """Meetings under a heading, with their sums; the first free row."""
    book.text(sheet, row, 1, book.words(heading), "heading", ours=True)
    names = [book.words(f"compare.column.{name}") for name in WIDTHS]
    for column, name in enumerate(names, 1):
        book.text(sheet, row + 1, column, name, "head" if column > 5 else "head start")
    book.fit(sheet, row + 1, names, [width * 0.8 for width in WIDTHS.values()])
    first = row + 2
    for line, each in enumerate(held, first):
        _meeting(book, sheet, line, each)
    last = first + len(held) - 1
    if not held:
        return first
    book.ground(sheet, last + 1, range(1, len(WIDTHS) + 1), "row name bold")
    book.text(sheet, last + 1, 1, book.words("compare.sum"), "row name bold")
    for column, name in enumerate(WIDTHS, 1):
        if name in NUMBERS:
            letter = get_column_letter(column)
            whole = sum(getattr(each.figures, name) or 0 for each in held)
            book.formula(sheet, last + 1, column, f"SUM({letter}{first}:{letter}{last})", whole, "count bold")
    return last + 2


def _meeting(book: ProgrammeBook, sheet: Worksheet, row: int, held: Held) -> None:
    meeting, words = held.meeting, book.words
    title = book.title(meeting.id)
    if meeting.rehearsal:
        title = words("report.training.rehearsal", title=title)
    sent = words("workbook.of", some=held.figures.sent, all=held.figures.observers)
    grid = book.code(meeting.grid.short_fingerprint) if meeting.grid else words("compare.no_grid")
    texts: list[Any] = [title, held.moment, meeting.centre, meeting.place, book.audience(audience(held))]
    for column, value in enumerate(texts, 1):
        if column == 2:
            book.moment(sheet, row, column, held.moment.date() if held.moment else None, "day")
        else:
            book.text(sheet, row, column, value, "row name")
    for column, name in enumerate(NUMBERS, len(texts) + 1):
        number = getattr(held.figures, name)
        if number is None:
            book.text(sheet, row, column, NOTHING, "count")
        else:
            book.number(sheet, row, column, number, "count")
    book.text(sheet, row, len(WIDTHS) - 1, sent, "middle", ours=True)
    book.text(sheet, row, len(WIDTHS), grid, "middle", ours=True)
    book.fit(sheet, row, [title, meeting.place], [WIDTHS["title"], WIDTHS["place"]])
