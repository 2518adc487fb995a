"""The sections' profile at a glance: every mean by section and subject on its colour, a radar and bars beside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.scores import Mean, SubjectScores
from facilitate.workbook.book import NOTHING, Book
from facilitate.workbook.chart_parts import Line, column_of
from facilitate.workbook.charts import ROW_POINTS, Box, Shown, bars, radar
from facilitate.workbook.profile import cells_of, colour, mean_formula, points_span
from facilitate.workbook.scoresheet import Written, subject_name
from facilitate.workbook.sheet_rows import section

BESIDE = 4
"""So many subjects leave room for the radar beside them."""

LAST = 11
"""The last column of the summary."""

LEAST_SPOKES = 3
"""With fewer a radar is a line."""


class Heat(NamedTuple):
    """Where the heat map stands: its row of names, its first row of means, the codes and the titles of its sections."""

    head: int
    first: int
    codes: Sequence[str]
    titles: Sequence[str]


def write_heat(book: Book, sheet: Worksheet, written: Mapping[tuple[str, str], Written], row: int) -> int:
    """Write the heat map and its charts from this row on; the first free row."""
    words, grid, span = book.words, book.meeting.grid, points_span(book)
    if grid is None or span is None:
        row = section(book, sheet, row, words("sheets.heat"))
        book.text(sheet, row, 1, words("workbook.grid.none"), "quiet line", ours=True)
        return row + 1
    note = words("sheets.heat.note", low=span[0], high=span[1])
    row = section(book, sheet, row, words("sheets.heat"), note)
    subjects = book.scores.subjects
    heat = _table(book, sheet, written, subjects, row)
    end = heat.first + len(heat.codes) + 1
    if not any(mean.mean is not None for subject in subjects for mean in subject.sections.values()):
        return end
    if len(heat.codes) >= LEAST_SPOKES:
        beside = len(subjects) <= BESIDE
        top = row if beside else end + 1
        box = Box(3 + len(subjects) + 1 if beside else 1, LAST, top, max(end - 1, top + 13))
        radar(book, sheet, _shown(book, sheet, heat, subjects, span, codes=True), box)
        end = max(end, box.bottom + 1)
    height = max(11, min(34, len(heat.codes) * (len(subjects) + 1) * 3 // 5 + 5))
    box = Box(1, LAST, end + 1, end + 1 + height)
    bars(book, sheet, _shown(book, sheet, heat, subjects, span, codes=False), box)
    return box.bottom + 1


def _table(
    book: Book,
    sheet: Worksheet,
    written: Mapping[tuple[str, str], Written],
    subjects: Sequence[SubjectScores],
    row: int,
) -> Heat:
    grid = book.meeting.grid
    sections = grid.sections if grid else ()
    for place, text in enumerate((book.words("workbook.column.code"), book.words("workbook.column.section")), 1):
        book.text(sheet, row, place, text, "head start" if place > 1 else "head")
    names = [subject_name(book, subject.about) for subject in subjects]
    for place, name in enumerate(names, 3):
        book.text(sheet, row, place, name, "head")
    book.fit(sheet, row, names, [9.0] * len(names))
    titles = [each.title.to(book.words.language) for each in sections]
    for line, (each, name) in enumerate(zip(sections, titles, strict=True), row + 1):
        book.text(sheet, line, 1, each.id, "code bold")
        book.text(sheet, line, 2, name, "row name", ours=True)
        book.fit(sheet, line, [name], [27])
        sheet.row_dimensions[line].height = max(ROW_POINTS, sheet.row_dimensions[line].height or 0)
        for place, subject in enumerate(subjects, 3):
            _mean(book, sheet, line, place, subject, subject.sections.get(each.id), written, each.id)
    last = row + 1 + len(sections)
    book.text(sheet, last, 1, "", "code bold")
    book.text(sheet, last, 2, book.words("workbook.overall"), "row name bold")
    sheet.row_dimensions[last].height = ROW_POINTS
    for place, subject in enumerate(subjects, 3):
        _mean(book, sheet, last, place, subject, subject.overall, written, None)
        colour(book, sheet, place, row + 1, last)
    return Heat(row, row + 1, [each.id for each in sections], titles)


def _mean(
    book: Book,
    sheet: Worksheet,
    row: int,
    column: int,
    subject: SubjectScores,
    mean: Mean | None,
    written: Mapping[tuple[str, str], Written],
    code: str | None,
) -> None:
    look = "mean" if code else "mean bold"
    if mean is None:
        book.ground(sheet, row, [column], look)
        return
    formula = mean_formula(mean, cells_of(book, written, subject, code))
    if formula is None:
        book.mean(sheet, row, column, mean.mean, look)
    else:
        book.formula(sheet, row, column, formula, NOTHING if mean.mean is None else mean.mean, look)


def _shown(
    book: Book,
    sheet: Worksheet,
    heat: Heat,
    subjects: Sequence[SubjectScores],
    span: tuple[float, float],
    *,
    codes: bool,
) -> Shown:
    """The same means on spokes, which have codes, and as bars, which have room for names."""
    words = book.words
    names = column_of(sheet, 1, heat.first, heat.codes) if codes else column_of(sheet, 2, heat.first, heat.titles)
    lines, parts = [], []
    for place, subject in enumerate(subjects, 3):
        name = subject_name(book, subject.about)
        means = [mean.mean if (mean := subject.sections.get(code)) else None for code in heat.codes]
        lines.append(Line(column_of(sheet, place, heat.head, [name]), column_of(sheet, place, heat.first, means)))
        overall = NOTHING if subject.overall.mean is None else words.number(subject.overall.mean, 2)
        parts.append(words("sheets.heat.told.part", name=name, mean=overall))
    kind = "radar" if codes else "bars"
    told = words(f"sheets.heat.{kind}.told", low=span[0], high=span[1], parts=words.listed(parts))
    return Shown(words(f"sheets.heat.{kind}"), told, names, lines, "0.00", min(0, span[0]), span[1], _unit(span))


def _unit(span: tuple[float, float]) -> float | None:
    """Rings one point apart, where that is not too many."""
    return 1 if span[1] - min(0, span[0]) <= 10 else None
