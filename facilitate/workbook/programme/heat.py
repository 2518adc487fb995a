"""Rows of means by section on light colours: how a meeting, or a moderator in a meeting, was scored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.profiles import About, columns
from facilitate.workbook.programme.book import ALL, ProgrammeBook

SECTION_WIDTH = 11.0


class Column(NamedTuple):
    """A column of means: about whom, and which section; nothing for all together."""

    about: About
    section: str | None


def columns_about(book: ProgrammeBook, *abouts: About) -> list[Column]:
    """The sections about each of these, and after them all together."""
    found = []
    for about in abouts:
        own = [Column(about, section) for each, section in columns(book.programme.profiles) if each == about]
        found += [*own, Column(about, None)] if own else []
    return found


def heads(book: ProgrammeBook, sheet: Worksheet, row: int, first: int, shown: Sequence[Column]) -> None:
    """Two rows over the means: about whom, and the codes of the sections."""
    for place, column in enumerate(shown, first):
        before = shown[place - first - 1].about if place > first else None
        said = book.words(f"compare.about.{column.about}") if column.about != before else ""
        book.text(sheet, row, place, said, "head over", ours=True)
        book.text(sheet, row + 1, place, column.section or book.words("compare.overall"), "head", ours=True)


def key(book: ProgrammeBook, sheet: Worksheet, row: int, shown: Sequence[Column]) -> int:
    """What the codes of the sections stand for, a line for each; the first free row."""
    for code in dict.fromkeys(each.section for each in shown if each.section):
        book.text(sheet, row, 1, code, "quiet line", ours=True)
        book.text(sheet, row, 2, book.section(code), "quiet line", ours=True)
        row += 1
    return row


def means(
    book: ProgrammeBook,
    sheet: Worksheet,
    row: int,
    first: int,
    shown: Sequence[Column],
    among: Mapping[str, str],
    results: Sequence[float | None],
    *,
    bold: bool = False,
) -> None:
    """One row of means over the rows of `Means` that `among` names."""
    for place, (column, result) in enumerate(zip(shown, results, strict=True), first):
        conditions = {**among, "about": column.about, "section": column.section or ALL}
        look = "mean bold" if bold or column.section is None else "mean"
        book.mean_of(sheet, row, place, conditions, result, look)


def coloured(book: ProgrammeBook, sheet: Worksheet, first_row: int, last_row: int, first: int, number: int) -> None:
    """The colours behind so many columns."""
    if last_row >= first_row and number:
        cells = f"{get_column_letter(first)}{first_row}:{get_column_letter(first + number - 1)}{last_row}"
        book.colour(sheet, cells)
