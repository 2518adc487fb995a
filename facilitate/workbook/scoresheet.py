"""One observer's scoresheet about one moderator or the meeting: every indicator with its answer and its facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.answers import Given, belongs, same_question
from facilitate.analysis.scores import SubjectSheet
from facilitate.analysis.sections import SectionScore, counted
from facilitate.domain.events.observing import MEETING
from facilitate.domain.grid import Grid, Section
from facilitate.domain.indicator import Indicator, Note
from facilitate.domain.meeting.sheets import Cell, Evidence, Sheet
from facilitate.workbook.book import NOTHING, Book, Place
from facilitate.workbook.legend import write_legend
from facilitate.workbook.means import overall_formula, section_formula
from facilitate.workbook.page import grid_line, head, meeting_line, print_pages, title
from facilitate.workbook.wording import facts_told, meaning, shown

COLUMNS = ("code", "indicator", "answer", "points", "meaning", "evidence", "step")
CODE, INDICATOR, ANSWER, POINTS, MEANING, EVIDENCE, STEP = range(1, 8)
WIDTHS = (8, 40, 13, 9, 40, 42, 10)
EVERY = range(1, len(COLUMNS) + 1)


class Written(NamedTuple):
    """Where a scoresheet's means stand: by section, and overall."""

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
        middle = place in (CODE, ANSWER, POINTS, STEP)
        book.text(sheet, row, place, book.words(f"workbook.column.{name}"), "head" if middle else "head start")
    sheet.row_dimensions[row].height = 22
    book.widths(sheet, WIDTHS)
    sheet.freeze_panes = f"C{row + 1}"
    print_pages(book, sheet, landscape=True, repeat=row)
    written, row = _Writer(book, sheet, scored).fill(row + 1)
    write_legend(book, sheet, scored.about, row + 1)
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
        self.means: dict[str, Place] = {}

    def fill(self, row: int) -> tuple[Written, int]:
        """Write all rows from this one on; the places of the means, and the first free row."""
        grid = self.book.meeting.grid
        if grid is None:
            return Written({}, None), row
        for section, score in zip(grid.sections, self.scored.sections, strict=True):
            row = self._section(grid, section, score, row)
        overall, row = self._overall(row)
        return Written(self.means, overall), self._earlier(row)

    def _section(self, grid: Grid, section: Section, score: SectionScore, row: int) -> int:
        own = [indicator for indicator in section.indicators if belongs(indicator, self.scored.about)]
        if not own:
            return row
        title = section.title.to(self.book.words.language)
        scorable = bool(counted(grid, section, self.scored.about))
        self._band(row, section.id, title, score, section_formula(self.book, section, self.scored), scored=scorable)
        if scorable:
            self.means[section.id] = Place(self.sheet.title, f"D{row}")
        row += 1
        for indicator in own:
            for cell in self._cells(indicator):
                self._indicator(grid, indicator, cell, row, self.scored.answers.get(cell))
                row += 1
        return row

    def _band(self, row: int, code: str, title: str, score: SectionScore, formula: str | None, *, scored: bool) -> None:
        book, sheet = self.book, self.sheet
        book.ground(sheet, row, EVERY, "band")
        book.text(sheet, row, CODE, code, "band code")
        book.text(sheet, row, INDICATOR, title, "band", ours=True)
        sheet.row_dimensions[row].height = 20
        if not scored:
            return
        if formula is None:
            book.mean(sheet, row, POINTS, score.mean, "band mean")
        else:
            book.formula(sheet, row, POINTS, formula, NOTHING if score.mean is None else score.mean, "band mean")
        said = "workbook.scored_of" if score.mean is not None else "workbook.too_little"
        note = book.words(said, scored=score.scored, applicable=score.applicable)
        book.text(sheet, row, MEANING, note, "band note", ours=True)

    def _cells(self, indicator: Indicator) -> list[Cell]:
        """The cells that were answered; one empty one where none was."""
        found = [cell for cell in self.scored.answers if cell.indicator == indicator.id]
        return found or [Cell(self.scored.about, indicator.id)]

    def _indicator(self, grid: Grid, indicator: Indicator, cell: Cell, row: int, given: Given | None) -> None:
        book, sheet = self.book, self.sheet
        mark = self.own.marks.get(cell)
        texts = {
            INDICATOR: indicator.text.to(book.words.language),
            MEANING: meaning(book, grid, indicator, cell, self.own, given),
            EVIDENCE: facts_told(book, indicator, self._evidence(cell)),
        }
        for column, text in texts.items():
            book.text(sheet, row, column, text, "text")
        book.text(sheet, row, CODE, indicator.id, "code")
        texts[ANSWER] = self._answer(indicator, given, row)
        book.number(sheet, row, POINTS, given.points if given else None, "points")
        book.text(sheet, row, STEP, cell.step or (mark.seen if mark else None) or "", "code")
        book.fit(sheet, row, list(texts.values()), [WIDTHS[column - 1] for column in texts])

    def _evidence(self, cell: Cell) -> list[Evidence]:
        own = (each for each in self.own.evidence.values() if each.cell[:2] == cell[:2])
        return [each for each in own if cell.step in (None, each.cell.step)]

    def _answer(self, indicator: Indicator, given: Given | None, row: int) -> str:
        """Write the answer; as text where it is one, for the row's height."""
        asked = given if given is not None and given.origin != "not_asked" else None
        value = shown(self.book, indicator, asked.value if asked else None)
        if not isinstance(value, str):
            self.book.number(self.sheet, row, ANSWER, value, "answer")
            return ""
        value = value or (NOTHING if not isinstance(indicator, Note) else "")
        self.book.text(self.sheet, row, ANSWER, value, "answer")
        return value

    def _overall(self, row: int) -> tuple[Place | None, int]:
        score = self.scored.overall
        if not self.means:
            return None, row
        formula = overall_formula(self.book, self.scored, list(self.means.values()))
        self._band(row, "", self.book.words("workbook.overall"), score, formula, scored=True)
        return Place(self.sheet.title, f"D{row}"), row + 1

    def _earlier(self, row: int) -> int:
        """Scores on an earlier version of the grid stay, and enter no mean."""
        meeting = self.book.meeting
        marks = [(cell, mark) for cell, mark in self.own.marks.items() if cell.about == self.scored.about]
        earlier = [each for each in marks if not same_question(meeting, each[1].version, each[0].indicator)]
        if not earlier:
            return row
        self.book.ground(self.sheet, row, EVERY, "band")
        self.book.text(self.sheet, row, INDICATOR, self.book.words("workbook.earlier_version"), "band")
        for cell, mark in earlier:
            row += 1
            grid = meeting.grids.versions[mark.version]
            indicator = grid.by_id.get(cell.indicator)
            if indicator is not None:
                self._indicator(grid, indicator, cell, row, Given(mark.value, None, "mark"))
        return row + 1
