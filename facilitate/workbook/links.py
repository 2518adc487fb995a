"""The way from the summary to every sheet, in groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.workbook.book import Book

SPANS = ((1, 2), (3, 5), (6, 8), (9, 11))
"""First and last columns of the links beside each other."""


class Chapter(NamedTuple):
    """Sheets that belong together, under a message id."""

    name: str
    sheets: Sequence[str]


def write_links(book: Book, sheet: Worksheet, chapters: Sequence[Chapter], row: int) -> int:
    """Write all links from this row on; the first free row."""
    book.text(sheet, row, 1, book.words("workbook.sheets"), "heading")
    row += 1
    for chapter in (each for each in chapters if each.sheets):
        book.ground(sheet, row, range(1, SPANS[-1][-1] + 1), "contents")
        book.text(sheet, row, 1, book.words(chapter.name), "contents", ours=True)
        sheet.row_dimensions[row].height = 18
        for place, name in enumerate(chapter.sheets):
            first, last = SPANS[place % len(SPANS)]
            line = row + 1 + place // len(SPANS)
            book.link(sheet, line, first, name, name)
            book.across(sheet, line, first, last)
            sheet.row_dimensions[line].height = 18
        row += 1 + -(-len(chapter.sheets) // len(SPANS))
    return row
