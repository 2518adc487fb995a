"""One observer's scoresheet about one moderator or the meeting: every indicator with its answer and its facts.

The cells of answers, facts and comments can be changed; points, meanings and means follow by themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.answers import answer_put_aside, belongs, earlier_sheet, put_aside
from facilitate.analysis.scores import SubjectSheet
from facilitate.analysis.sections import SectionScore, counted
from facilitate.domain.events.observing import MEETING
from facilitate.domain.grid import Grid, Section
from facilitate.domain.indicator import Indicator
from facilitate.domain.meeting.sheets import Cell, Sheet
from facilitate.workbook.answer_row import (
    ANSWER,
    CODE,
    COLUMNS,
    EVERY,
    INDICATOR,
    ORIGINAL,
    POINTS,
    STEP,
    WIDTHS,
    RowContext,
    write_answer,
)
from facilitate.workbook.band import Band, write_band, write_overall
from facilitate.workbook.book import Book, Place
from facilitate.workbook.hidden import EARLIER, sheet_key
from facilitate.workbook.legend import write_legend
from facilitate.workbook.live import Asked
from facilitate.workbook.page import grid_line, head, meeting_line, print_pages, protect, title

KEY = 12
"""The column, not shown, that says whose sheet it is; the two before it hold what means are made of."""


ON_ONE_PAGE = 36
"""So many rows can still be read when all are printed on one page."""


class Written(NamedTuple):
    """Where a scoresheet's means over what was answered by hand stand: by section, and overall."""

    sections: Mapping[str, Place]
    overall: Place | None


def subject_name(book: Book, about: str) -> str:
    """Whom or what a sheet is about, as people read it."""
    return book.words("workbook.the_meeting") if about == MEETING else book.names.of(about)


def fill_scoresheet(book: Book, sheet: Worksheet, scored: SubjectSheet, back: str) -> Written:
    """Write one scoresheet; the places of its means, for the summary."""
    observer, subject = book.names.of(scored.observer), subject_name(book, scored.about)
    heading = book.words("workbook.scoresheet.title", observer=observer, subject=subject)
    lines = (book.line(title(book), meeting_line(book)), book.line(_sent(book, scored.observer), grid_line(book)))
    row = head(book, sheet, heading, lines, len(COLUMNS), back)
    for place, name in enumerate(COLUMNS, 1):
        middle = place in (CODE, ANSWER, POINTS, STEP, ORIGINAL)
        book.text(sheet, row, place, book.words(f"workbook.column.{name}"), "head" if middle else "head start")
    book.text(sheet, row, KEY, sheet_key(scored.observer, scored.about), "data text")
    sheet.row_dimensions[row].height = 34
    book.widths(sheet, (*WIDTHS, 9, 9, 9))
    for letter in "JKL":
        sheet.column_dimensions[letter].hidden = True
    sheet.freeze_panes = f"C{row + 1}"
    top = row
    written, row = _Writer(book, sheet, scored).fill(row + 1)
    write_legend(book, sheet, scored.about, row + 1)
    print_pages(book, sheet, landscape=True, repeat=top, whole=row - top <= ON_ONE_PAGE)
    protect(sheet)
    return written


def _sent(book: Book, observer: str) -> str:
    """How far the sheet is from being sent, and what must be known of it."""
    sheet = book.meeting.sheet(observer)
    said = [book.words("workbook.sent", when=sheet.sent.wall) if sheet.sent else book.words("workbook.not_sent")]
    said += [book.words("workbook.after_seeing")] if sheet.after_seeing else []
    said += [book.words("workbook.imported")] if sheet.imported else []
    return book.line(*said)


class _Writer:
    """Writes the rows of one scoresheet."""

    def __init__(self, book: Book, sheet: Worksheet, scored: SubjectSheet) -> None:
        self.book, self.sheet, self.scored = book, sheet, scored
        self.own: Sheet = book.meeting.sheet(scored.observer)
        self.context = RowContext(book, sheet, self.own, answers=scored.answers)
        self.rows: dict[Cell, int] = {}
        """The row of each answer, known before any is written: an element stands above its behaviours."""

    def fill(self, row: int) -> tuple[Written, int]:
        """Write all rows from this one on; the places of the means, and the first free row."""
        grid = self.book.meeting.grid
        if grid is None:
            return Written({}, None), row
        own = [(section, self._asked(section)) for section in grid.sections]
        self._lay_out([asked for _, asked in own if asked], row)
        bands: list[Band] = []
        for (section, asked), score in zip(own, self.scored.sections, strict=True):
            if asked:
                row = self._section(grid, section, score, asked, row, bands)
        overall = None
        if bands:
            overall = write_overall(self.book, self.sheet, grid, bands, self.scored.overall, row)
            row += 1
        means = {band.section: band.by_hand for band in bands}
        return Written(means, overall), self._earlier(row)

    def _asked(self, section: Section) -> list[tuple[Indicator, Cell]]:
        """The cells that were answered; one empty one where none was."""
        found = []
        for indicator in section.indicators:
            if belongs(indicator, self.scored.about):
                cells = [cell for cell in self.scored.answers if cell.indicator == indicator.id]
                found += [(indicator, cell) for cell in cells or [Cell(self.scored.about, indicator.id)]]
        return found

    def _lay_out(self, sections: Sequence[Sequence[tuple[Indicator, Cell]]], row: int) -> None:
        for asked in sections:
            self.rows |= {cell: place for place, (_, cell) in enumerate(asked, row + 1)}
            row += 1 + len(asked)

    def _points(self, cell: Cell) -> str | None:
        return f"D{self.rows[cell]}" if cell in self.rows else None

    def _section(
        self,
        grid: Grid,
        section: Section,
        score: SectionScore,
        asked: Sequence[tuple[Indicator, Cell]],
        row: int,
        bands: list[Band],
    ) -> int:
        band, counting = row, {each.id for each in counted(grid, section, self.scored.about)}
        parts: dict[str, list[Asked]] = {}
        for row, (indicator, cell) in enumerate(asked, band + 1):
            given = self.scored.answers.get(cell)
            written = write_answer(self.context, grid, indicator, cell, row, given, points_of=self._points)
            if indicator.id in counting:
                parts.setdefault(indicator.id, []).append(written)
        made = write_band(self.book, self.sheet, grid, section, [_one(each) for each in parts.values()], score, band)
        bands += [made] if made else []
        return row + 1

    def _earlier(self, row: int) -> int:
        """Scores on an earlier version of the grid stay, and enter no mean."""
        meeting = self.book.meeting
        earlier = [each for each in put_aside(self.own) if each[1].about == self.scored.about]
        if not earlier:
            return row
        self.book.ground(self.sheet, row, EVERY, "band")
        self.book.text(self.sheet, row, INDICATOR, self.book.words("workbook.earlier_version"), "band")
        for version, cell in earlier:
            grid = meeting.grids.versions[version]
            indicator = grid.by_id.get(cell.indicator)
            if indicator is not None:
                row += 1
                context = RowContext(self.book, self.sheet, earlier_sheet(self.own, version), version)
                given = answer_put_aside(meeting, self.own, version, cell)
                write_answer(context, grid, indicator, cell, row, given, points_of=None)
                self.book.text(self.sheet, row, KEY, EARLIER, "data text")
        return row + 1


def _one(parts: Sequence[Asked]) -> Asked:
    """An indicator about steps is one, with the rows of all its steps."""
    return Asked(
        parts[0].weight,
        tuple(cell for each in parts for cell in each.answers if not each.leaves),
        tuple(cell for each in parts for cell in each.points),
        tuple(cell for each in parts for cell in each.by_hand),
    )
