"""The profile: each section's mean about each moderator and about the meeting, over observers, with the spread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.points import points_range, scorable
from facilitate.analysis.scores import Mean, SubjectScores
from facilitate.workbook.book import NOTHING, Book, Place
from facilitate.workbook.grading import graded
from facilitate.workbook.means import over_observers
from facilitate.workbook.scoresheet import Written, subject_name

CODE_WIDTH, NAME_WIDTH = 7, 27
"""The widths of the first two columns, in characters."""

SIDE_BY_SIDE = 3
"""Subjects that fit beside each other; more begin a new table below."""


def write_profile(book: Book, sheet: Worksheet, written: Mapping[tuple[str, str], Written], row: int) -> int:
    """Write the profile from this row on; the first free row."""
    grid, subjects = book.meeting.grid, book.scores.subjects
    book.text(sheet, row, 1, book.words("workbook.profile"), "heading")
    row += 1
    if grid is None:
        book.text(sheet, row, 1, book.words("workbook.grid.none"), "quiet line")
        return row + 1
    span = points_span(book)
    if span is not None:
        enough = book.words.percent(grid.scoring.enough)
        note = book.words("workbook.profile.note", low=span[0], high=span[1], enough=enough)
        book.text(sheet, row, 1, note, "quiet line", ours=True)
        row += 1
    for place in range(0, len(subjects), SIDE_BY_SIDE):
        row = _block(book, sheet, written, subjects[place : place + SIDE_BY_SIDE], row) + 1
    return row - 1


def points_span(book: Book) -> tuple[float, float] | None:
    """The least and the most that any answer can be worth; nothing where none is worth points."""
    grid = book.meeting.grid
    every = [points_range(grid, each) for each in grid.indicators() if scorable(grid, each)] if grid else []
    spans = [span for span in every if span is not None]
    return (min(low for low, _ in spans), max(high for _, high in spans)) if spans else None


def _block(
    book: Book,
    sheet: Worksheet,
    written: Mapping[tuple[str, str], Written],
    subjects: Sequence[SubjectScores],
    row: int,
) -> int:
    grid = book.meeting.grid
    sections = grid.sections if grid else ()
    _heads(book, sheet, subjects, row)
    first = row + 2
    for row, section in enumerate(sections, first):
        name = section.title.to(book.words.language)
        book.text(sheet, row, 1, section.id, "code bold")
        book.text(sheet, row, 2, name, "row name", ours=True)
        book.fit(sheet, row, [name], [NAME_WIDTH])
        for place, subject in enumerate(subjects):
            cells = cells_of(book, written, subject, section.id)
            _means(book, sheet, row, 3 + 3 * place, subject.sections.get(section.id), cells, "mean")
    row = first + len(sections)
    book.text(sheet, row, 1, "", "code bold")
    book.text(sheet, row, 2, book.words("workbook.overall"), "row name bold")
    for place, subject in enumerate(subjects):
        cells = cells_of(book, written, subject, None)
        _means(book, sheet, row, 3 + 3 * place, subject.overall, cells, "mean bold")
        colour(book, sheet, 3 + 3 * place, first, row)
    return row + 1


def _heads(book: Book, sheet: Worksheet, subjects: Sequence[SubjectScores], row: int) -> None:
    book.ground(sheet, row, (1, 2), "head start")
    book.text(sheet, row + 1, 1, book.words("workbook.column.code"), "head")
    book.text(sheet, row + 1, 2, book.words("workbook.column.section"), "head start")
    sheet.row_dimensions[row].height = sheet.row_dimensions[row + 1].height = 20
    for place, subject in enumerate(subjects):
        column = 3 + 3 * place
        book.ground(sheet, row, range(column, column + 3), "head over")
        book.text(sheet, row, column, subject_name(book, subject.about), "head over")
        for offset, name in enumerate(("mean", "spread", "observers")):
            book.text(sheet, row + 1, column + offset, book.words(f"workbook.column.{name}"), "head")


def cells_of(
    book: Book, written: Mapping[tuple[str, str], Written], subject: SubjectScores, section: str | None
) -> list[Place]:
    """Where the observers' own means stand, or a dash where they answered nothing by hand."""
    sheets = [written[scored.observer, scored.about] for scored in book.scores.sheets if scored.about == subject.about]
    places = (each.overall if section is None else each.sections.get(section) for each in sheets)
    return [place for place in places if place is not None]


def _means(
    book: Book, sheet: Worksheet, row: int, column: int, mean: Mean | None, cells: Sequence[Place], look: str
) -> None:
    """Mean, spread and number of observers; nothing at all where a section has no indicator about the subject. Where
    nobody answered by hand, the log's mean stands alone."""
    if mean is None:
        book.ground(sheet, row, range(column, column + 3), look)
        return
    average, number = mean_formula(mean, cells), over_observers("COUNT({0})", cells, "0")
    spread = over_observers(f'IF(COUNT({{0}})>1,MAX({{0}})-MIN({{0}}),"{NOTHING}")', cells)
    if average is None or number is None or spread is None:
        book.mean(sheet, row, column, mean.mean, look)
        book.mean(sheet, row, column + 1, mean.spread, _spread(look))
        book.number(sheet, row, column + 2, mean.observers, _plain(look))
        return
    book.formula(sheet, row, column, average, NOTHING if mean.mean is None else mean.mean, look)
    book.formula(sheet, row, column + 1, spread, NOTHING if mean.spread is None else mean.spread, _spread(look))
    book.formula(sheet, row, column + 2, number, mean.observers, _plain(look))


def mean_formula(mean: Mean, cells: Sequence[Place]) -> str | None:
    """The mean over observers; where nobody answered by hand, the log's stands alone."""
    alone = repr(mean.mean) if mean.observers == 0 and mean.mean is not None else f'"{NOTHING}"'
    return over_observers("AVERAGE({0})", cells, alone)


def _plain(look: str) -> str:
    return "count bold" if look == "mean bold" else "count"


def _spread(look: str) -> str:
    return "spread bold" if look == "mean bold" else "spread"


def colour(book: Book, sheet: Worksheet, column: int, first: int, last: int) -> None:
    """A light ground from orange over grey to blue behind the means; the numbers say the same."""
    span = points_span(book)
    if span is None:
        return
    letter = get_column_letter(column)
    graded(sheet, f"{letter}{first}:{letter}{last}", span)
