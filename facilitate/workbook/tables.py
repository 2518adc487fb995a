"""The data as Excel tables, one a sheet: names and columns are English always, because programs read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from facilitate.workbook import capture_rows, log_rows
from facilitate.workbook.agreement.judged import Judged
from facilitate.workbook.agreement.rows import AgreementRow, agreement_rows
from facilitate.workbook.book import Book
from facilitate.workbook.live_scores import Live, live_scores
from facilitate.workbook.page import grid_line, head, print_pages, title
from facilitate.workbook.score_rows import ScoreRow, score_rows

WIDE: Mapping[str, float] = {
    "text": 60,
    "evidence": 50,
    "title": 40,
    "reason": 24,
    "status_note": 24,
    "measure": 28,
    "note": 40,
}
NARROW: Mapping[str, float] = {
    "step": 9,
    "track": 11,
    "section": 11,
    "points": 10,
    "part": 9,
    "indicator": 12,
    "low": 10,
    "high": 10,
    "code": 14,
    "per": 10,
}
USUAL = 17.0


class Content(NamedTuple):
    """A table: its name, the message id of its sheet's title, its columns and its rows."""

    name: str
    title: str
    columns: Sequence[str]
    rows: Sequence[tuple[Any, ...]]


TABLES = ("Scores", "Steps", "Turns", "Needs", "Decisions", "Actions", "Notes", "Agreement")
"""The tables in the order of their sheets."""


def contents(book: Book, judged: Judged) -> dict[str, Content]:
    """Every table of the workbook, by name; `Scores` follows the scoresheets, which stand already."""
    meeting, names, now = book.meeting, book.names, book.now
    every = [
        _content("Scores", ScoreRow, live_scores(book, score_rows(meeting, names))),
        _content("Steps", log_rows.StepRow, log_rows.step_rows(meeting, book.words.language, now)),
        _content("Turns", log_rows.TurnRow, log_rows.turn_rows(meeting, names, now)),
        _content("Needs", capture_rows.NeedRow, capture_rows.need_rows(meeting, names)),
        _content("Decisions", capture_rows.DecisionRow, capture_rows.decision_rows(meeting, names)),
        _content("Actions", capture_rows.ActionRow, capture_rows.action_rows(meeting, names)),
        _content("Notes", capture_rows.NoteRow, capture_rows.note_rows(meeting, names)),
        _content("Agreement", AgreementRow, agreement_rows(book, judged)),
    ]
    return {content.name: content for content in every}


def _content(name: str, kind: Any, rows: Iterable[tuple[Any, ...]]) -> Content:
    return Content(name, f"workbook.sheet.{name.lower()}", kind._fields, list(rows))


def fill_table(book: Book, sheet: Worksheet, content: Content, back: str) -> None:
    """Write a table under the head of its sheet; an empty one has one empty row, since Excel wants one."""
    columns = content.columns
    widths = [WIDE.get(name) or NARROW.get(name) or USUAL for name in columns]
    lines = (book.line(title(book), grid_line(book), book.words("workbook.table.note")), "")
    top = head(book, sheet, book.words(content.title), lines, len(columns), back)
    for place, name in enumerate(columns, 1):
        book.text(sheet, top, place, name, "head start")
    for row, values in enumerate(content.rows, top + 1):
        for place, value in enumerate(values, 1):
            _put(book, sheet, row, place, value)
        book.fit(sheet, row, [value if isinstance(value, str) else "" for value in values], widths)
    last = top + max(1, len(content.rows))
    table = Table(displayName=content.name, ref=f"A{top}:{get_column_letter(len(columns))}{last}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight9", showRowStripes=True)
    sheet.add_table(table)
    book.widths(sheet, widths)
    sheet.freeze_panes = f"A{top + 1}"
    sheet.sheet_view.showGridLines = True
    print_pages(book, sheet, landscape=True, repeat=top)


def _put(book: Book, sheet: Worksheet, row: int, column: int, value: Any) -> None:
    match value:
        case str():
            book.text(sheet, row, column, value, "data text")
        case datetime():
            book.moment(sheet, row, column, value, "data moment")
        case date():
            book.moment(sheet, row, column, value, "data day")
        case Live():
            book.formula(sheet, row, column, value.formula, value.result, "data number")
        case None:
            pass
        case _:
            book.number(sheet, row, column, value, "data number")
