"""Decisions and actions: what was decided, and who does what by when, with what is still missing."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.domain.events.capturing import CaptureKind
from facilitate.domain.meeting.parts import Capture
from facilitate.workbook.book import Book
from facilitate.workbook.live_scores import Live
from facilitate.workbook.names import joined
from facilitate.workbook.page import grid_line, head, meeting_line, print_pages, title
from facilitate.workbook.sheet_rows import Column, Value, cells, heads, put, section

ACTIONS = (
    Column("sheets.results.number", 8, "middle"),
    Column("workbook.column.actions", 58),
    Column("workbook.column.owner", 26),
    Column("workbook.column.due", 22),
    Column("sheets.results.complete", 22, "middle"),
    Column("sheets.results.status", 24, "middle"),
    Column("workbook.column.step", 10, "middle"),
)
DECISIONS = (
    Column("sheets.results.number", 8, "middle"),
    Column("workbook.column.decisions", 58),
    Column("sheets.needs.written_by", 26),
    Column("workbook.column.step", 22, "middle"),
)


def fill_results(book: Book, sheet: Worksheet, back: str) -> None:
    """Write the sheet."""
    book.widths(sheet, [each.width for each in ACTIONS])
    lines = (book.line(title(book), meeting_line(book)), grid_line(book))
    row = head(book, sheet, book.words("sheets.results"), lines, len(ACTIONS), back)
    sheet.freeze_panes = f"A{row}"
    row = _decisions(book, sheet, row + 1)
    _actions(book, sheet, row + 1)
    print_pages(book, sheet, landscape=True)


def _decisions(book: Book, sheet: Worksheet, row: int) -> int:
    found = book.meeting.captured(CaptureKind.DECISION)
    row = section(book, sheet, row, book.words("workbook.list.decisions", count=len(found)))
    if not found:
        book.text(sheet, row, 1, book.words("workbook.list.decisions.none"), "quiet line", ours=True)
        return row + 1
    row = heads(book, sheet, row, DECISIONS)
    for number, each in enumerate(found, 1):
        values: list[Value] = [number, each.text, book.names.of(each.by), each.step or ""]
        row = cells(book, sheet, row, DECISIONS, values)
    return row


def _actions(book: Book, sheet: Worksheet, row: int) -> None:
    found = book.meeting.captured(CaptureKind.ACTION)
    row = section(book, sheet, row, book.words("workbook.list.actions", count=len(found)))
    if not found:
        book.text(sheet, row, 1, book.words("workbook.list.actions.none"), "quiet line", ours=True)
        return
    complete = sum(each.complete for each in found)
    book.text(sheet, row, 2, book.words("sheets.results.complete_of_all"), "row name bold", ours=True)
    share = Live('COUNTIFS(Actions[complete],"yes")/COUNTA(Actions[action])', complete / len(found))
    put(book, sheet, row, 3, share, "share bold")
    sheet.row_dimensions[row].height = 20
    row = heads(book, sheet, row + 2, ACTIONS)
    for number, each in enumerate(found, 1):
        due = each.due or each.due_said or book.words("workbook.missing")
        values: list[Value] = [
            number,
            each.text,
            book.names.of(each.owner) or book.words("workbook.missing"),
            due,
            _missing(book, each) or book.words("sheets.results.is_complete"),
            joined((book.words(f"report.status.{each.status}"), each.status_note), "\n"),
            each.step or "",
        ]
        cells(book, sheet, row, ACTIONS, values)
        if each.due:
            put(book, sheet, row, 4, each.due, "day")
        for column, missing in ((3, not each.owner), (4, not (each.due or each.due_said)), (5, not each.complete)):
            if missing:
                put(book, sheet, row, column, values[column - 1], "flag")
        row += 1


def _missing(book: Book, action: Capture) -> str:
    """What an action still needs."""
    if action.complete:
        return ""
    needed = ((action.owner, "workbook.column.owner"), (action.due or action.due_said, "workbook.column.due"))
    parts = [book.words(column) for there, column in needed if not there]
    return (
        book.words("sheets.results.lacks", what=book.words.listed(parts)) if parts else book.words("workbook.missing")
    )
