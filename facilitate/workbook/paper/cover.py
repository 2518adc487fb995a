"""The first page: what to print, how to fill it in, how it comes back into the computer; and the way to each form."""

from __future__ import annotations

from collections.abc import Collection

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.workbook.book import Book
from facilitate.workbook.paper.frame import finish, head

WIDTHS = (6, 90)
LINES = ("print", "cross", "fact", "alone", "type", "screen", "table")


def fill_cover(book: Book, sheet: Worksheet, backs: Collection[str]) -> None:
    """Write how the pack is used, and links to its forms; `backs` come behind theirs."""
    words = book.words
    book.widths(sheet, WIDTHS)
    row = head(book, sheet, words("paper.cover"), len(WIDTHS))
    for number, name in enumerate(LINES, 1):
        text = words(f"paper.cover.{name}")
        book.text(sheet, row, 1, words.number(number), "paper code", ours=True)
        book.text(sheet, row, 2, text, "paper cover", ours=True)
        book.fit(sheet, row, [text], [WIDTHS[1] * 0.72])
        row += 1
    row += 1
    book.text(sheet, row, 1, words("workbook.sheets"), "heading")
    for other in book.workbook.worksheets[1:]:
        if other.title not in backs:
            row += 1
            book.link(sheet, row, 2, other.title, other.title)
    finish(book, sheet, f"B{row}", repeat=None, one_page=True)
