"""The line of a section on a scoresheet: its mean, from how many of how many; and the line of all sections together.

Two cells that are not shown stand beside: the mean over what was answered by hand, which the summary takes (a value
from the log is the same on every sheet), and how many indicators apply.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.sections import SectionScore
from facilitate.domain.grid import Grid, Section
from facilitate.workbook.answer_row import ANSWER, CODE, EVERY, INDICATOR, MEANING, POINTS
from facilitate.workbook.book import NOTHING, Book, Place
from facilitate.workbook.live import (
    Asked,
    applicable_formula,
    literal,
    mean_formula,
    overall_formula,
    runs,
    scored_formula,
)
from facilitate.workbook.validation import not_applicable_words

BY_HAND, APPLICABLE = 10, 11


class Band(NamedTuple):
    """A section's line: its row, its weight, how many cells by hand are worth points (a formula), and the cell with its
    mean where there are any."""

    section: str
    row: int
    weight: float
    hands: str
    by_hand: Place


def write_band(
    book: Book, sheet: Worksheet, grid: Grid, section: Section, asked: Sequence[Asked], score: SectionScore, row: int
) -> Band | None:
    """Write a section's line; nothing to tell where none of its indicators counts."""
    _ground(book, sheet, row, section.id, section.title.to(book.words.language))
    if not asked:
        return None
    scored, applicable = f"C{row}", f"K{row}"
    words = not_applicable_words(book.words)
    book.formula(sheet, row, ANSWER, scored_formula(asked), score.scored, "band count")
    book.formula(sheet, row, APPLICABLE, applicable_formula(asked, words), score.applicable, "data number")
    mean = mean_formula(asked, scored, applicable, grid.scoring.enough)
    return _mean(book, sheet, row, mean, score, section.id, section.weight, _any_by_hand(asked))


def write_overall(
    book: Book, sheet: Worksheet, grid: Grid, bands: Sequence[Band], score: SectionScore, row: int
) -> Place:
    """Write the line of all sections; the cell with the mean that the summary takes."""
    _ground(book, sheet, row, "", book.words("workbook.overall"))
    rows = [band.row for band in bands]
    book.formula(sheet, row, ANSWER, "+".join(f"C{each}" for each in rows), score.scored, "band count")
    book.formula(sheet, row, APPLICABLE, "+".join(f"K{each}" for each in rows), score.applicable, "data number")
    means = [(f"D{band.row}", band.weight) for band in bands]
    mean = overall_formula(means, f"C{row}", f"K{row}", grid.scoring.enough)
    by_hand = "+".join(band.hands for band in bands)
    return _mean(book, sheet, row, mean, score, "", 1.0, by_hand).by_hand


def _any_by_hand(asked: Sequence[Asked]) -> str:
    """How many cells by hand are worth points."""
    cells = [cell for each in asked for cell in each.by_hand]
    return f"COUNT({runs(cells)})" if cells else "0"


def _ground(book: Book, sheet: Worksheet, row: int, code: str, title: str) -> None:
    book.ground(sheet, row, EVERY, "band")
    book.text(sheet, row, CODE, code, "band code")
    book.text(sheet, row, INDICATOR, title, "band", ours=True)
    sheet.row_dimensions[row].height = 20


def _mean(
    book: Book,
    sheet: Worksheet,
    row: int,
    formula: str,
    score: SectionScore,
    section: str,
    weight: float,
    by_hand: str,
) -> Band:
    mean = NOTHING if score.mean is None else score.mean
    book.formula(sheet, row, POINTS, formula, mean, "band mean")
    own = mean if score.by_hand else NOTHING
    book.formula(sheet, row, BY_HAND, f'IF({by_hand},D{row},"{NOTHING}")', own, "data number")
    said, little = (_template(book, name, row) for name in ("scored_of", "too_little"))
    name = "workbook.scored_of" if score.mean is not None else "workbook.too_little"
    told = book.words(name, scored=score.scored, applicable=score.applicable)
    book.formula(sheet, row, MEANING, f"IF(ISNUMBER(D{row}),{said},{little})", told, "band note")
    return Band(section, row, weight, by_hand, Place(sheet.title, f"J{row}"))


def _template(book: Book, name: str, row: int) -> str:
    """A sentence with two numbers as a formula that puts in the numbers of now."""
    told = book.words(f"workbook.{name}", scored=71_717, applicable=93_939)
    for number, cell in ((71_717, f"C{row}"), (93_939, f"K{row}")):
        for form in (book.words.number(number), str(number)):
            told = told.replace(form, f"\x00{cell}\x00")
    parts = told.split("\x00")
    return "&".join(part if place % 2 else literal(part) for place, part in enumerate(parts) if part)
