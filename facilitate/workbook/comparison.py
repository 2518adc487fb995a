"""The comparison: every indicator with what each observer gave, mean and spread, whether to talk about it, and what was
agreed after talking.

Cells of observers follow their scoresheets; only the consensus and its reason can be typed, and they stand beside the
originals for ever.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean, stdev
from typing import NamedTuple

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.answers import Given, belongs
from facilitate.analysis.points import points_range, scorable
from facilitate.analysis.scores import SubjectSheet
from facilitate.analysis.sections import ROUNDING
from facilitate.domain.indicator import Indicator
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.scale import Chosen
from facilitate.workbook.answer_lists import plain
from facilitate.workbook.book import NOTHING, Book, Place
from facilitate.workbook.grading import graded
from facilitate.workbook.hidden import Input, coded, comparison_key
from facilitate.workbook.live import looked_up
from facilitate.workbook.page import grid_line, head, print_pages, protect, title
from facilitate.workbook.scoresheet import subject_name
from facilitate.workbook.wording import shown

FIRST = 3
"""The column of the first observer, after the code and the indicator."""

BEFORE, AFTER = (8, 44), (11, 11, 14, 16, 34)
OBSERVER_WIDTH = 11

FEW = 4
"""Up to so many observers the greatest minus the smallest says enough; with more it grows by chance alone."""

TALK_SPREAD, TALK_DEVIATION = 0.5, 1 / 3
"""From these shares of an indicator's range on, a difference is talked about."""


class Columns(NamedTuple):
    """Where things stand for so many observers."""

    observers: int

    @property
    def mean(self) -> int:
        return FIRST + self.observers

    @property
    def consensus(self) -> int:
        return self.mean + 3

    @property
    def last(self) -> int:
        return self.mean + 4

    def letter(self, offset: int) -> str:
        """A column after the observers: 0 mean, 1 spread, 2 talk, 3 consensus, 4 reason, 5 the key."""
        return get_column_letter(self.mean + offset)


def fill_comparison(book: Book, sheet: Worksheet, back: str) -> None:
    """Write the sheet: a part for each moderator and one for the meeting."""
    by_subject = {
        subject.about: [each for each in book.scores.sheets if each.about == subject.about]
        for subject in book.scores.subjects
    }
    columns = Columns(max((len(each) for each in by_subject.values()), default=0))
    book.widths(sheet, (*BEFORE, *(OBSERVER_WIDTH,) * columns.observers, *AFTER))
    lines = (book.line(title(book), grid_line(book)), "")
    row = head(book, sheet, book.words("workbook.sheet.comparison"), lines, columns.last, back)
    book.text(sheet, row, 1, book.words("workbook.comparison.note"), "quiet line", ours=True)
    if book.meeting.reviews:
        row += 1
        book.text(sheet, row, 1, book.words("workbook.comparison.reviewed"), "quiet line", ours=True)
    begun = False
    for about, sheets in by_subject.items():
        if sheets:
            if begun:
                sheet.row_breaks.append(Break(id=row + 1))  # each part begins a page
            begun = True
            row = _Part(book, sheet, columns, about, sheets).write(row + 2)
    if not book.scores.sheets:
        book.text(sheet, row + 2, 1, book.words("workbook.comparison.none"), "quiet line", ours=True)
    sheet.column_dimensions[columns.letter(5)].hidden = True
    sheet.freeze_panes = "C1"
    print_pages(book, sheet, landscape=columns.observers > FEW)
    protect(sheet)


class _Part:
    """All indicators about one subject."""

    def __init__(
        self, book: Book, sheet: Worksheet, columns: Columns, about: str, sheets: Sequence[SubjectSheet]
    ) -> None:
        self.book, self.sheet, self.columns, self.about, self.sheets = book, sheet, columns, about, sheets
        self.grid = book.meeting.grid

    def write(self, row: int) -> int:
        """Write the part from this row on; its last row."""
        self._heads(row)
        row += 1
        for section in self.grid.sections if self.grid else ():
            own = [each for each in section.indicators if belongs(each, self.about) and self._compared(each)]
            if not own:
                continue
            self.book.ground(self.sheet, row, range(1, self.columns.last + 1), "band")
            self.book.text(self.sheet, row, 1, section.id, "band code")
            self.book.text(self.sheet, row, 2, section.title.to(self.book.words.language), "band", ours=True)
            for indicator in own:
                for cell in self._cells(indicator):
                    row += 1
                    self._row(indicator, cell, row)
            row += 1
        return row - 1

    def _compared(self, indicator: Indicator) -> bool:
        return self.grid is not None and scorable(self.grid, indicator)

    def _heads(self, row: int) -> None:
        book, sheet, columns = self.book, self.sheet, self.columns
        names = [book.words(f"workbook.column.{name}") for name in ("mean", "spread", "talk", "consensus", "reason")]
        observers = [book.names.of(each.observer) for each in self.sheets]
        observers += [""] * (columns.observers - len(observers))
        code = book.words("workbook.column.code")
        people = [subject_name(book, self.about), *observers]
        people = [f"{name}{book.mark}" if name in (code, *names) else name for name in people]  # `import` goes by heads
        texts = [code, *people, *names]
        for place, text in enumerate(texts, 1):
            book.text(sheet, row, place, text, "head start" if place == 2 else "head")
        book.text(sheet, row, columns.last + 1, comparison_key(self.about), "data text")
        widths = (*BEFORE, *(OBSERVER_WIDTH,) * columns.observers, *AFTER)
        book.fit(sheet, row, texts, [width * 0.8 for width in widths])

    def _cells(self, indicator: Indicator) -> list[Cell]:
        """The indicator's cell; for one about steps that of every step that somebody scored."""
        found = {cell: None for each in self.sheets for cell in each.answers if cell.indicator == indicator.id}
        return list(found) or [Cell(self.about, indicator.id)]

    def _row(self, indicator: Indicator, cell: Cell, row: int) -> None:
        book, sheet, columns = self.book, self.sheet, self.columns
        text = indicator.text.to(book.words.language)
        book.text(sheet, row, 1, indicator.id, "code")
        book.text(sheet, row, 2, f"{text} · {cell.step}" if cell.step else text, "text")
        values: list[float] = []
        for place in range(columns.observers):
            given = self.sheets[place].answers.get(cell) if place < len(self.sheets) else None
            at = self._answer(place, cell)
            self._observer(indicator, row, FIRST + place, at, given)
            if at is not None and given is not None and given.points is not None:
                values.append(given.points)
        agreed = book.meeting.consensus.get(cell)
        self._statistics(indicator, row, values, agreed is not None and agreed.value is not None)
        reason = self._consensus(indicator, cell, row)
        widths = (BEFORE[1], AFTER[-1])
        book.fit(sheet, row, (text, reason), widths)

    def _answer(self, place: int, cell: Cell) -> Place | None:
        return self.book.answers.get((self.sheets[place].observer, cell)) if place < len(self.sheets) else None

    def _observer(self, indicator: Indicator, row: int, column: int, at: Place | None, given: Given | None) -> None:
        if at is None:
            self.book.text(self.sheet, row, column, "", "compared")
            return
        answer, worth = at.reference, at.reference.replace(f"!{at.cell}", f"!D{at.cell[1:]}")
        coded_value = f"IFERROR({looked_up(answer, self.book.lists.of(indicator.id), 2)},{answer})"
        # a number that is worth no points enters no mean
        other = f'IF(ISNUMBER({answer}),"{NOTHING}",{coded_value})'
        formula = f'IF(ISNUMBER({worth}),{worth},IF(ISBLANK({answer}),"",{other}))'
        self.book.formula(self.sheet, row, column, formula, self._seen(indicator, given), "compared")

    def _seen(self, indicator: Indicator, given: Given | None) -> float | str:
        """What an observer's cell shows: points, or the answer that is worth none: one of a list as programs write it,
        several options as they stand."""
        if given is None or given.value is None or given.origin == "not_asked":
            return ""
        if given.points is not None:
            return given.points
        if isinstance(given.value, int | float):
            return NOTHING
        several = isinstance(given.value, Chosen) and not self.book.lists.of(indicator.id).closed
        return shown(self.book, indicator, given.value) if several else plain(given.value)

    def _statistics(self, indicator: Indicator, row: int, values: Sequence[float], agreed: bool) -> None:
        book, columns = self.book, self.columns
        every = f"{get_column_letter(FIRST)}{row}:{get_column_letter(FIRST + columns.observers - 1)}{row}"
        mean = fmean(values) if values else NOTHING
        book.formula(self.sheet, row, columns.mean, f'IF(COUNT({every}),AVERAGE({every}),"{NOTHING}")', mean, "mean")
        several = len(values) > 1
        spread = max(values) - min(values) if several else NOTHING
        formula = f'IF(COUNT({every})>1,MAX({every})-MIN({every}),"{NOTHING}")'
        book.formula(self.sheet, row, columns.mean + 1, formula, spread, "spread")
        span = points_range(self.grid, indicator) if self.grid else None
        width = span[1] - span[0] if span and span[1] > span[0] else 1
        deviation, difference = (share * width - ROUNDING for share in (TALK_DEVIATION, TALK_SPREAD))
        talk = several and (
            stdev(values) >= deviation if len(values) > FEW else max(values) - min(values) >= difference
        )
        word = book.words("workbook.comparison.talk")
        deviates = f"STDEV({every})>={deviation!r}"
        differs = f"MAX({every})-MIN({every})>={difference!r}"
        settled = f"OR(COUNT({every})<2,NOT(ISBLANK({columns.letter(3)}{row})))"  # what is agreed on is talked through
        formula = f'IF({settled},"",IF(IF(COUNT({every})>{FEW},{deviates},{differs}),"{word}",""))'
        book.formula(self.sheet, row, columns.mean + 2, formula, word if talk and not agreed else "", "talk")
        if span is not None:
            graded(self.sheet, every, span)

    def _consensus(self, indicator: Indicator, cell: Cell, row: int) -> str:
        book, sheet, columns = self.book, self.sheet, self.columns
        agreed = book.meeting.consensus.get(cell)
        value = agreed.value if agreed else None
        seen = shown(book, indicator, value)
        if isinstance(seen, str):
            book.text(sheet, row, columns.consensus, seen, "input")
        else:
            book.number(sheet, row, columns.consensus, seen, "input")
        reason = agreed.reason if agreed else ""
        book.text(sheet, row, columns.last, reason, "input text")
        place = f"{columns.letter(3)}{row}"
        book.lists.accept(sheet, place, indicator)
        about = ("", cell.about, cell.indicator, cell.step or "")
        key = comparison_key(self.about)
        book.inputs.append(Input(sheet.title, key, place, "consensus", *about, coded(value)))
        book.inputs.append(Input(sheet.title, key, f"{columns.letter(4)}{row}", "reason", *about, reason))
        return reason
