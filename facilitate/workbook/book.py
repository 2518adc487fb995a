"""The workbook while it is written: puts text, numbers and formulas into cells; remembers what each formula gives."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.measures import log_values
from facilitate.analysis.scores import scores
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.sheets import Cell as MeetingCell
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import Language
from facilitate.language import Words
from facilitate.workbook.fitting import height_of
from facilitate.workbook.formula_limits import fits
from facilitate.workbook.names import Names, SheetNames, joined, quoted
from facilitate.workbook.safe import cell_text, direction, must_be_quoted
from facilitate.workbook.styles import Styles
from facilitate.workbook.validation import AnswerLists

NOTHING = "–"
"""Stands where no number can be given; text, so that means and counts pass it by."""


LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"


class Place(NamedTuple):
    """A cell on a sheet."""

    sheet: str
    cell: str

    @property
    def reference(self) -> str:
        """As formulas on other sheets write it."""
        return f"{quoted(self.sheet)}!{self.cell}"


class Pages:
    """A workbook while it is written, in one language, whatever it is about."""

    rehearsal: bool = False
    """Whether every sheet must say that nothing in it was real."""

    def __init__(self, language: Language, program_version: str) -> None:
        self.program_version = program_version
        self.words = Words(language)
        self.sheet_names = SheetNames()
        self.workbook = Workbook()
        self.workbook.remove(self.workbook.worksheets[0])
        self.styles = Styles(self.workbook, language)
        self.cached: dict[Place, float | str] = {}
        self.pictures: dict[str, list[tuple[str, str]]] = {}
        """The charts of each sheet: their titles and what they show, in words."""

    def add_sheet(self, *parts: str) -> Worksheet:
        """A new sheet after the others, named from some parts."""
        sheet: Worksheet = self.workbook.create_sheet(self.sheet_names.take(*parts))
        sheet.sheet_view.rightToLeft = self.words.right_to_left
        sheet.sheet_view.showGridLines = False
        return sheet

    def text(
        self, sheet: Worksheet, row: int, column: int, text: str, look: str = "plain", *, ours: bool = False
    ) -> None:
        """Text as it is, whatever it looks like.

        What people wrote is read in the direction of its first strong character; a line of our own (`ours`), into which
        names of any script are put, in the direction of the sheet.
        """
        cell = cell_at(sheet, row, column)
        kept = cell_text(text)
        self.styles.put(cell, look, None if ours else direction(kept, self.styles.side))
        if not kept:
            return
        cell.value = kept
        cell.data_type = "s"
        if must_be_quoted(kept):
            cell.quotePrefix = True

    def number(self, sheet: Worksheet, row: int, column: int, number: float | None, look: str) -> None:
        """A number, or nothing."""
        cell = cell_at(sheet, row, column)
        self.styles.put(cell, look)
        cell.value = number if number is not None and math.isfinite(number) else None

    def mean(self, sheet: Worksheet, row: int, column: int, number: float | None, look: str) -> None:
        """A number that was computed, or a dash where there is none."""
        if number is None:
            self.text(sheet, row, column, NOTHING, look)
        else:
            self.number(sheet, row, column, number, look)

    def formula(self, sheet: Worksheet, row: int, column: int, formula: str, result: float | str, look: str) -> None:
        """A formula with what it gives, so that readers who do not calculate see it too; the result alone where Excel
        would not take the formula."""
        if not fits(formula):
            if isinstance(result, str):
                self.text(sheet, row, column, result, look)
            else:
                self.number(sheet, row, column, result, look)
            return
        cell = cell_at(sheet, row, column)
        self.styles.put(cell, look)
        cell.value = f"={formula}"
        self.cached[Place(sheet.title, cell.coordinate)] = result

    def moment(self, sheet: Worksheet, row: int, column: int, moment: datetime | date | None, look: str) -> None:
        """A time as the wall of the hall shows it; Excel knows no time zones."""
        cell = cell_at(sheet, row, column)
        self.styles.put(cell, look)
        if isinstance(moment, datetime):
            moment = moment.replace(tzinfo=None, microsecond=0)
        cell.value = moment

    def link(
        self, sheet: Worksheet, row: int, column: int, target: str, text: str, look: str = "link", at: str = "A1"
    ) -> None:
        """A way to a cell of a sheet of the workbook."""
        self.text(sheet, row, column, text, look, ours=True)
        cell = cell_at(sheet, row, column)
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"{quoted(target)}!{at}")

    def ground(self, sheet: Worksheet, row: int, columns: Sequence[int], look: str) -> None:
        """The same look for cells that stay empty."""
        for column in columns:
            self.styles.put(sheet.cell(row, column), look)

    def across(self, sheet: Worksheet, row: int, first: int, last: int) -> None:
        """Make one cell of some beside each other, which have their look already (openpyxl's own way works out the
        borders of each anew)."""
        if last > first:
            sheet.merged_cells.add(CellRange(min_row=row, max_row=row, min_col=first, max_col=last))

    def line(self, *parts: str) -> str:
        """The parts that say something, one after the other; a mark keeps each in its place, whatever its script."""
        return joined(parts, f" {self.mark}·{self.mark} ")

    @property
    def mark(self) -> str:
        """An invisible character of the sheet's direction."""
        return RIGHT_TO_LEFT_MARK if self.words.right_to_left else LEFT_TO_RIGHT_MARK

    def listed(self, names: Iterable[str]) -> str:
        """Names one after the other, in the order of the sheet: two of the other direction would change places."""
        found = tuple(names)
        if len(found) < 2:
            return "".join(found)
        return self.words.listed(f"{each}{self.mark}" if self._foreign(each) else each for each in found)

    def _foreign(self, name: str) -> bool:
        """Whether a name has letters of the other direction."""
        others = ("L",) if self.words.right_to_left else ("R", "AL")
        return any(unicodedata.bidirectional(each) in others for each in name)

    def code(self, text: str) -> str:
        """A fingerprint, a version, a file's name: read from left to right inside any sentence."""
        return f"{LEFT_TO_RIGHT_MARK}{text}{LEFT_TO_RIGHT_MARK}" if self.words.right_to_left and text else text

    def fit(self, sheet: Worksheet, row: int, texts: Sequence[str], widths: Sequence[float]) -> None:
        """Make a row tall enough for these texts in columns of these widths."""
        sheet.row_dimensions[row].height = height_of(
            zip(texts, widths, strict=True), narrow=not self.words.right_to_left
        )

    def widths(self, sheet: Worksheet, widths: Sequence[float]) -> None:
        """Column widths, in characters, from the first column on."""
        for place, width in enumerate(widths, 1):
            sheet.column_dimensions[get_column_letter(place)].width = width


class Book(Pages):
    """One workbook about one meeting in one language, as of one moment."""

    def __init__(self, meeting: Meeting, language: Language, now: Instant, program_version: str) -> None:
        super().__init__(language, program_version)
        self.meeting, self.now, self.rehearsal = meeting, now, meeting.rehearsal
        self.names = Names(meeting)
        self.scores = scores(meeting, now)
        self.log = log_values(meeting, now)
        self.lists = AnswerLists(meeting.grid, self.words)
        self.inputs: list[tuple[str, ...]] = []
        """Cells that can be changed, for `_meta` (`hidden.Input`)."""
        self.answers: dict[tuple[str, MeetingCell], Place] = {}
        """Where each answer of each observer stands."""


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """The cell in that place. Raises TypeError where it is covered by a merged one."""
    cell = sheet.cell(row, column)
    if not isinstance(cell, Cell):
        raise TypeError(f"{cell.coordinate} is covered")
    return cell
