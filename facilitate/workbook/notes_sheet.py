"""Notes and evidence, step by step: what was written down, put aside and agreed, and the facts behind the scores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.answers import visible_sheets
from facilitate.domain.events.capturing import CaptureKind
from facilitate.workbook.book import Book
from facilitate.workbook.names import joined
from facilitate.workbook.page import grid_line, head, meeting_line, print_pages, title
from facilitate.workbook.scoresheet import subject_name
from facilitate.workbook.sheet_rows import Column, Value, cells, heads
from facilitate.workbook.wording import fact_told

COLUMNS = (
    Column("sheets.notes.kind", 18, "row name"),
    Column("sheets.notes.text", 72),
    Column("sheets.notes.about", 24),
    Column("sheets.notes.indicator", 12, "middle"),
    Column("sheets.notes.by", 22),
    Column("sheets.notes.at", 11, "hour"),
)


class Noted(NamedTuple):
    """Something that was written down, with its step."""

    step: str
    kind: str
    text: str
    about: str
    indicator: str
    by: str
    at: datetime


def fill_notes(book: Book, sheet: Worksheet, back: str) -> None:
    """Write the sheet."""
    book.widths(sheet, [each.width for each in COLUMNS])
    lines = (book.line(title(book), meeting_line(book)), grid_line(book))
    top = head(book, sheet, book.words("sheets.notes"), lines, len(COLUMNS), back)
    row = heads(book, sheet, top, COLUMNS)
    sheet.freeze_panes = f"A{row}"
    found = list(_noted(book))
    if not found:
        book.text(sheet, row, 1, book.words("sheets.notes.none"), "quiet line", ours=True)
    for step, named in _steps(book, found):
        row = _step(book, sheet, row, named, [each for each in found if each.step == step])
    print_pages(book, sheet, landscape=True, repeat=top)


def _steps(book: Book, found: Sequence[Noted]) -> Iterator[tuple[str, str]]:
    """The steps of which something was noted, in the order of the agenda; last what belongs to none."""
    steps = {
        step.id: step.title.to(book.words.language)
        for step in (book.meeting.agenda.steps if book.meeting.agenda else ())
    }
    there = dict.fromkeys(each.step for each in found)
    for code in [*(each for each in steps if each in there), *(each for each in there if each and each not in steps)]:
        yield code, joined((code, steps.get(code, "")), "  ")
    if "" in there:
        yield "", book.words("sheets.notes.no_step")


def _step(book: Book, sheet: Worksheet, row: int, named: str, found: Sequence[Noted]) -> int:
    book.ground(sheet, row, range(1, len(COLUMNS) + 1), "band")
    book.text(sheet, row, 1, named, "band", ours=True)
    book.across(sheet, row, 1, len(COLUMNS))
    sheet.row_dimensions[row].height = 20
    row += 1
    for each in found:
        kind = book.words(f"sheets.kind.{each.kind}")
        values: list[Value] = [
            kind,
            each.text,
            each.about,
            each.indicator,
            each.by,
            each.at.replace(tzinfo=None, microsecond=0),
        ]
        row = cells(book, sheet, row, COLUMNS, values)
    return row


def _noted(book: Book) -> Iterator[Noted]:
    """Notes of the team first, then the facts of the sheets that are shown, by indicator."""
    meeting, names = book.meeting, book.names
    for each in meeting.captured(CaptureKind.RULE, CaptureKind.NOTE, CaptureKind.PARKING):
        owner = names.of(each.owner)
        yield Noted(each.step or "", each.what, each.text, owner, "", names.of(each.by), each.at.wall)
    order = {code: place for place, code in enumerate(meeting.grid.by_id if meeting.grid else ())}
    told = [
        Noted(
            fact.cell.step or fact.seen or "",
            "fact",
            fact_told(book, fact),
            subject_name(book, fact.cell.about),
            fact.cell.indicator,
            names.of(sheet.observer),
            fact.at.wall,
        )
        for sheet in visible_sheets(meeting)
        for fact in sheet.evidence.values()
    ]
    yield from sorted(told, key=lambda each: (order.get(each.indicator, len(order)), each.indicator, each.about))
