"""A scoresheet to fill in by hand: a box for each point, a line for the fact; everything on one page.

Beside what is printed stands the cell that takes the answer when the sheet is typed into on a laptop.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.answers import belongs
from facilitate.domain.agenda import named_by
from facilitate.domain.events.observing import MEETING
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Choice, Count, Duration, Indicator, Interval, YesNo
from facilitate.domain.scale import Answer
from facilitate.workbook.book import Book
from facilitate.workbook.fitting import height_of
from facilitate.workbook.hidden import Input, sheet_key
from facilitate.workbook.names import joined
from facilitate.workbook.paper.frame import entry, finish, head

CODE, TEXT, BOXES = 1, 2, 3
CODE_WIDTH, TEXT_WIDTH, BOX_WIDTH, FACT_WIDTH, ANSWER_WIDTH = 7, 36, 4.8, 26, 16
FEWEST_BOXES, MOST_BOXES = 4, 7
LINE = 31.0
"""Points: what a hand needs for one line."""

UNKNOWN = "moderator"
"""What `_meta` says in place of a moderator whom the pack does not know."""


class Subject(NamedTuple):
    """Whose sheet about whom; empty where the pack does not know."""

    observer: str
    about: str


class _Layout(NamedTuple):
    """Where the columns after the boxes are."""

    boxes: int

    @property
    def not_observed(self) -> int:
        return BOXES + self.boxes

    @property
    def fact(self) -> int:
        return self.not_observed + 2

    @property
    def answer(self) -> int:
        return self.fact + 1


def fill_paper(book: Book, sheet: Worksheet, grid: Grid, subject: Subject) -> None:
    """Write one empty scoresheet."""
    words = book.words
    layout = _Layout(_boxes(grid, subject.about))
    widths = [CODE_WIDTH, TEXT_WIDTH, *[BOX_WIDTH] * layout.boxes, 9, 9, FACT_WIDTH, ANSWER_WIDTH]
    book.widths(sheet, widths)
    name = "paper.scoresheet.meeting" if subject.about == MEETING else "paper.scoresheet.moderator"
    row = head(book, sheet, words(name), layout.fact, words("paper.scoresheet.how"))
    row = _named(book, sheet, subject, layout, row)
    _heads(book, sheet, layout, row)
    sheet.freeze_panes = f"C{row + 1}"
    for section in grid.sections:
        asked = [each for each in section.indicators if belongs(each, subject.about)]
        if not asked:
            continue
        row += 1
        book.ground(sheet, row, range(1, layout.answer + 1), "paper band")
        title = joined((section.id, section.title.to(words.language)), "  ")
        book.text(sheet, row, 1, title, "paper band", ours=True)
        sheet.row_dimensions[row].height = 18
        for indicator in asked:
            for step in _steps(book, indicator):
                row += 1
                _line(book, sheet, layout, grid, subject, indicator, step, row)
    finish(book, sheet, f"{get_column_letter(layout.fact)}{row}", repeat=None, one_page=True)


def _boxes(grid: Grid, about: str) -> int:
    """How many boxes stand side by side: as many as the longest scale has points."""
    scales = [grid.scale_of(each) for each in grid.indicators() if belongs(each, about)]
    most = max((len(scale.levels) for scale in scales if scale), default=0)
    return min(MOST_BOXES, max(FEWEST_BOXES, most))


def _steps(book: Book, indicator: Indicator) -> Iterator[str]:
    """One line for each step in which an indicator about steps is asked."""
    agenda = book.meeting.agenda
    if indicator.about != "step" or agenda is None:
        yield ""
        return
    for step in agenda.steps:
        if not indicator.steps or named_by(indicator.steps, agenda, step.id):
            yield step.id


def _named(book: Book, sheet: Worksheet, subject: Subject, layout: _Layout, row: int) -> int:
    """The lines at the top: observer, moderator, place, date; the first free row."""
    meeting, key = book.meeting, sheet_key(subject.observer, subject.about)
    day = book.words.day(meeting.start.date()) if meeting.start else ""
    about = (
        []
        if subject.about == MEETING
        else [("about", book.names.of(subject.about) if subject.about != UNKNOWN else "")]
    )
    lines = [("observer", book.names.of(subject.observer)), *about, ("place", meeting.place), ("date", day)]
    for place, (field, known) in enumerate(lines):
        line, column = row + 2 * (place // 2), 1 if place % 2 == 0 else BOXES
        last = TEXT if column == 1 else layout.fact
        book.text(sheet, line, column, book.words(f"paper.line.{field}"), "paper label", ours=True)
        cell = f"{get_column_letter(column)}{line + 1}"
        book.ground(sheet, line + 1, range(column, last + 1), "paper entry")
        what = Input(sheet.title, key, cell, field, *subject, "", "", known)
        entry(book, sheet, line + 1, column, what, "paper entry")
        sheet.merge_cells(start_row=line + 1, end_row=line + 1, start_column=column, end_column=last)
        sheet.row_dimensions[line].height, sheet.row_dimensions[line + 1].height = 16, 22
    return row + 2 * ((len(lines) + 1) // 2) + 1


def _heads(book: Book, sheet: Worksheet, layout: _Layout, row: int) -> None:
    words = book.words
    every = {CODE: "paper.column.code", TEXT: "paper.column.indicator", BOXES: "paper.column.score"}
    every |= {layout.not_observed: "common.not_observed", layout.not_observed + 1: "common.not_applicable"}
    every |= {layout.fact: "paper.column.fact", layout.answer: "paper.column.typed"}
    book.ground(sheet, row, range(1, layout.answer + 1), "paper head")
    for column, name in every.items():
        book.text(sheet, row, column, words(name), "paper head", ours=True)
    sheet.merge_cells(start_row=row, end_row=row, start_column=BOXES, end_column=BOXES + layout.boxes - 1)
    sheet.row_dimensions[row].height = 32


def _line(
    book: Book,
    sheet: Worksheet,
    layout: _Layout,
    grid: Grid,
    subject: Subject,
    indicator: Indicator,
    step: str,
    row: int,
) -> None:
    """One indicator: its code, its text, the boxes, the fact, and the cell for typing."""
    text = indicator.text.to(book.words.language)
    book.text(sheet, row, CODE, joined((indicator.id, step), "\n"), "paper code")
    book.text(sheet, row, TEXT, text, "paper text")
    _answers(book, sheet, layout, grid, indicator, row)
    for place, allowed in enumerate((indicator.not_observed, indicator.not_applicable)):
        book.ground(sheet, row, (layout.not_observed + place,), "paper box" if allowed else "paper none")
    key = sheet_key(subject.observer, subject.about)
    for column, field, look in ((layout.fact, "evidence", "paper write"), (layout.answer, "answer", "input")):
        cell = f"{get_column_letter(column)}{row}"
        what = Input(sheet.title, key, cell, field, *subject, indicator.id, step, "")
        entry(book, sheet, row, column, what, look)
        if field == "answer":
            book.lists.accept(sheet, cell, indicator)
    narrow = not book.words.right_to_left
    sheet.row_dimensions[row].height = max(LINE, height_of([(text, TEXT_WIDTH)], narrow=narrow))


def _answers(book: Book, sheet: Worksheet, layout: _Layout, grid: Grid, indicator: Indicator, row: int) -> None:
    """A box for each point; two for yes and no; one to write in for everything else."""
    scale = grid.scale_of(indicator)
    boxes = range(BOXES, BOXES + layout.boxes)
    if scale is not None and len(scale.levels) <= layout.boxes:
        book.ground(sheet, row, boxes, "paper none")
        for column, level in zip(boxes, scale.levels, strict=False):
            book.text(sheet, row, column, book.words.number(level.value), "paper box", ours=True)
        return
    if isinstance(indicator, YesNo):
        half = layout.boxes // 2
        spans = ((BOXES, BOXES + half - 1), (BOXES + half, BOXES + layout.boxes - 1))
        for (first, last), answer in zip(spans, (Answer.YES, Answer.NO), strict=True):
            _wide(book, sheet, row, first, last, book.words(f"common.{answer}"), "paper box")
        return
    _wide(book, sheet, row, BOXES, BOXES + layout.boxes - 1, _unit(book, indicator), "paper unit")


def _unit(book: Book, indicator: Indicator) -> str:
    """What is to be written: how many of what."""
    match indicator:
        case Count():
            return f"…… {book.words(f'measure.{indicator.measure}')}"
        case Duration():
            return f"…… {book.words('measure.seconds')}"
        case Choice():
            return joined((each.label.to(book.words.language) or each.id for each in indicator.options), " / ")
        case Interval():
            return joined((each.label.to(book.words.language) or each.id for each in indicator.codes), " / ")
    return ""


def _wide(book: Book, sheet: Worksheet, row: int, first: int, last: int, text: str, look: str) -> None:
    book.ground(sheet, row, range(first, last + 1), look)
    book.text(sheet, row, first, text, look, ours=True)
    if last > first:
        sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)
