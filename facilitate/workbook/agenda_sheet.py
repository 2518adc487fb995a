"""The agenda: planned and actual minutes and hours of every step, the difference and why, with bars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.domain.agenda import Step
from facilitate.domain.events.base import PLENARY
from facilitate.workbook.book import NOTHING, Book
from facilitate.workbook.chart_parts import Line, column_of
from facilitate.workbook.charts import Box, Shown, bars
from facilitate.workbook.live_scores import Live
from facilitate.workbook.log_rows import StepRow, step_rows
from facilitate.workbook.names import joined
from facilitate.workbook.page import grid_line, head, meeting_line, print_pages, title
from facilitate.workbook.safe import criterion
from facilitate.workbook.sheet_rows import Column, Value, cells, heads, section

COLUMNS = (
    Column("sheets.step", 9, "middle"),
    Column("sheets.agenda.title", 42, "row name"),
    Column("sheets.agenda.start_planned", 12, "hour"),
    Column("sheets.agenda.start_actual", 12, "hour"),
    Column("sheets.agenda.first", 12, "count"),
    Column("sheets.agenda.planned", 12, "count"),
    Column("sheets.agenda.actual", 12, "minutes"),
    Column("sheets.agenda.difference", 12, "change"),
    Column("sheets.agenda.why", 30),
)
TOTAL = (
    Column("", 9, "code bold"),
    Column("", 42, "row name bold"),
    *(Column("", 12, "code bold"),) * 2,
    Column("", 12, "count bold"),
    Column("", 12, "count bold"),
    Column("", 12, "minutes bold"),
    Column("", 12, "change bold"),
    Column("", 30, "code bold"),
)
DAY = 24 * 60
EXCEL_BEGAN = datetime(1899, 12, 30)
ON_ONE_PAGE = 34
"""So many steps can still be read when all are printed on one page, with their bars."""


def fill_agenda(book: Book, sheet: Worksheet, back: str) -> None:
    """Write the sheet."""
    book.widths(sheet, [each.width for each in COLUMNS])
    lines = (book.line(title(book), meeting_line(book)), grid_line(book))
    top = head(book, sheet, book.words("sheets.agenda"), lines, len(COLUMNS), back)
    rows = list(step_rows(book.meeting, book.words.language, book.now))
    plenary, groups = [each for each in rows if each.track == PLENARY], [each for each in rows if each.track != PLENARY]
    row = first = heads(book, sheet, top, COLUMNS)
    sheet.freeze_panes = f"C{row}"
    starts = dict(_starts(book, plenary, row))
    for each in plenary:
        row = cells(book, sheet, row, COLUMNS, _values(book, each, row, starts.get(row, NOTHING)))
    row = cells(book, sheet, row, TOTAL, _total(book, plenary))
    if groups:
        row = section(book, sheet, row + 1, book.words("sheets.agenda.groups"))
        for each in groups:
            row = cells(book, sheet, row, COLUMNS, _values(book, each, row, NOTHING))
    if plenary:
        _chart(book, sheet, plenary, first, row + 1)
    whole = len(rows) <= ON_ONE_PAGE
    print_pages(book, sheet, landscape=False, repeat=None if whole else top, whole=whole)


def _original(book: Book, step: Step | None, code: str) -> int:
    """The minutes that stood in the agenda before it was changed in the meeting."""
    changes = (each for done in book.meeting.retimings for each in done.steps if each[0] == code)
    return next((before for _, before, _ in changes), step.minutes if step else 0)


def _step(book: Book, code: str) -> Step | None:
    return book.meeting.agenda.step(code) if book.meeting.agenda else None


def _starts(book: Book, rows: Sequence[StepRow], first: int) -> Iterator[tuple[int, Value]]:
    """When each step that counts was to begin, from the announced hour on."""
    at = book.meeting.start
    if at is None:
        return
    serial, before = _serial(at), None
    for place, each in enumerate(rows, first):
        if each.counted != "yes":
            continue
        if before is None:
            yield place, at.replace(tzinfo=None)
        else:
            serial += _original(book, _step(book, rows[before - first].step), rows[before - first].step) / DAY
            yield place, Live(f"C{before}+E{before}/{DAY}", serial)
        before = place


def _values(book: Book, each: StepRow, row: int, start: Value) -> list[Value]:
    track = criterion(each.track) or '"plenary"'
    among = f"Steps[step],$A{row},Steps[track],{track}"
    opened = f"SUMIFS(Steps[opened_at],{among})"
    began = _serial(each.opened_at) if each.opened_at else NOTHING
    took = each.actual_minutes
    return [
        each.step,
        each.title or each.step,
        start,
        Live(f'IF({opened}>0,{opened},"{NOTHING}")', began),
        _original(book, _step(book, each.step), each.step) if each.track == PLENARY else each.planned_minutes,
        Live(f"SUMIFS(Steps[planned_minutes],{among})", each.planned_minutes),
        Live(f"SUMIFS(Steps[actual_minutes],{among})", took),
        Live(f'IF(G{row}>0,G{row}-F{row},"{NOTHING}")', took - each.planned_minutes if took > 0 else NOTHING),
        _why(book, each),
    ]


def _serial(moment: datetime) -> float:
    """A moment of the wall as Excel counts it: in days."""
    return (moment.replace(tzinfo=None, microsecond=0) - EXCEL_BEGAN) / timedelta(days=1)


def _why(book: Book, each: StepRow) -> str:
    """What is known of why a step took more or less: left out, re-timed, or a clock that cannot be trusted."""
    words = book.words
    state = words(f"sheets.state.{each.state}") if each.state != "done" else ""
    changes = [done.reason for done in book.meeting.retimings if any(each.step == step for step, _, _ in done.steps)]
    changed = words.listed(dict.fromkeys(reason for reason in changes if reason)) if each.track == PLENARY else ""
    counted = words("sheets.agenda.not_counted") if each.counted != "yes" else ""
    about = words("sheets.agenda.approximate") if each.approximate == "yes" and each.actual_minutes else ""
    return joined((counted, joined((state, each.reason), ": "), changed, about), "\n")


def _total(book: Book, rows: Sequence[StepRow]) -> list[Value]:
    counted = [each for each in rows if each.counted == "yes"]
    among = 'Steps[counted],"yes",Steps[track],"plenary"'
    planned = sum(each.planned_minutes for each in counted)
    actual = sum(each.actual_minutes for each in counted)
    first = sum(_original(book, _step(book, each.step), each.step) for each in counted)
    sums = (f"SUMIFS(Steps[planned_minutes],{among})", f"SUMIFS(Steps[actual_minutes],{among})")
    return [
        "",
        book.words("sheets.agenda.total"),
        "",
        "",
        first,
        Live(sums[0], planned),
        Live(sums[1], actual),
        Live(f"{sums[1]}-{sums[0]}", actual - planned),
        "",
    ]


def _chart(book: Book, sheet: Worksheet, rows: Sequence[StepRow], first: int, top: int) -> None:
    """Bars under the table."""
    words, head_row = book.words, first - 1
    names = column_of(sheet, 2, first, [each.title or each.step for each in rows])
    planned = column_of(sheet, 6, first, [each.planned_minutes for each in rows])
    actual = column_of(sheet, 7, first, [each.actual_minutes for each in rows])
    lines = (
        Line(column_of(sheet, 6, head_row, [words("sheets.agenda.planned")]), planned),
        Line(column_of(sheet, 7, head_row, [words("sheets.agenda.actual")]), actual),
    )
    over = sum(each.actual_minutes > each.planned_minutes for each in rows)
    told = words("sheets.agenda.chart.told", steps=len(rows), over=over)
    shown = Shown(words("sheets.agenda.chart"), told, names, lines, form="0")
    bars(book, sheet, shown, Box(1, len(COLUMNS), top, top + max(14, min(28, 2 * len(rows)))))
