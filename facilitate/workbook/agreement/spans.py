"""Tables under each other on one sheet: a column of one goes over several columns of the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.workbook.book import Book
from facilitate.workbook.sheet_rows import TEXTS, Value, put

WIDTHS = (8.0, 33.0, 11.0, 12.0, 10.0, 13.0, 14.0, 12.0, 13.0, 17.0)
"""The columns of the sheet, in characters."""

LARGER = 13 / 11
"""How much larger the letters of a verdict are than others."""


class Span(NamedTuple):
    """A column: the message id of its head, the first and the last column of the sheet that it covers, and the look of
    its cells; `ours` is text that we made, with names of any script in it."""

    head: str
    first: int
    last: int
    look: str = "row name"
    ours: bool = False

    @property
    def width(self) -> float:
        return sum(WIDTHS[self.first - 1 : self.last])


def span_heads(book: Book, sheet: Worksheet, row: int, spans: Sequence[Span]) -> int:
    """Write the heads; the row under them."""
    told = [book.words(each.head) if each.head else "" for each in spans]
    for each, text in zip(spans, told, strict=True):
        look = "head start" if each.look in TEXTS else "head"
        _over(book, sheet, row, each, text, look)
    book.fit(sheet, row, told, [max(6, each.width * 0.8) for each in spans])
    return row + 1


def span_cells(book: Book, sheet: Worksheet, row: int, spans: Sequence[Span], values: Sequence[Value]) -> int:
    """Write one row, as tall as its texts need; the row under it."""
    for each, value in zip(spans, values, strict=True):
        _over(book, sheet, row, each, value, each.look)
    shown = [value if isinstance(value, str) else "" for value in values]
    book.fit(sheet, row, shown, [each.width for each in spans])
    sheet.row_dimensions[row].height = max(18, sheet.row_dimensions[row].height or 0)
    return row + 1


def sentence(book: Book, sheet: Worksheet, row: int, text: str, look: str = "plain", larger: float = 1) -> int:
    """A line of our own over the whole sheet; the row under it."""
    book.text(sheet, row, 1, text, look, ours=True)
    book.across(sheet, row, 1, len(WIDTHS))
    book.fit(sheet, row, [text], [sum(WIDTHS) / larger])
    if larger > 1:
        sheet.row_dimensions[row].height = (sheet.row_dimensions[row].height or 0) * larger + 4
    return row + 1


def _over(book: Book, sheet: Worksheet, row: int, span: Span, value: Value, look: str) -> None:
    book.ground(sheet, row, range(span.first, span.last + 1), look)
    if isinstance(value, str) and span.ours:
        book.text(sheet, row, span.first, value, look, ours=True)
    else:
        put(book, sheet, row, span.first, value, look)
    book.across(sheet, row, span.first, span.last)
