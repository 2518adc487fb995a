"""Rows that people read: heads, then cells whose look the column gives."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple, TypeAlias

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.domain.people import Group, band_shown
from facilitate.workbook.book import Book
from facilitate.workbook.live_scores import Live

Value: TypeAlias = str | float | Live | datetime | date | None

TEXTS = frozenset({"row name"})


class Column(NamedTuple):
    """A column: the message id of its head, its width in characters, and how its cells look."""

    head: str
    width: float
    look: str = "row name"


def heads(book: Book, sheet: Worksheet, row: int, columns: Sequence[Column], first: int = 1) -> int:
    """Write the heads; the row under them."""
    told = [book.words(each.head) if each.head else "" for each in columns]
    for place, (each, text) in enumerate(zip(columns, told, strict=True), first):
        book.text(sheet, row, place, text, "head start" if each.look in TEXTS else "head")
    book.fit(sheet, row, told, [max(6, each.width * 0.8) for each in columns])
    return row + 1


def cells(
    book: Book, sheet: Worksheet, row: int, columns: Sequence[Column], values: Sequence[Value], first: int = 1
) -> int:
    """Write one row, as tall as its texts need; the row under it."""
    for place, (each, value) in enumerate(zip(columns, values, strict=True), first):
        put(book, sheet, row, place, value, each.look)
    shown = [value if isinstance(value, str) else "" for value in values]
    book.fit(sheet, row, shown, [each.width for each in columns])
    sheet.row_dimensions[row].height = max(18, sheet.row_dimensions[row].height or 0)
    return row + 1


def put(book: Book, sheet: Worksheet, row: int, column: int, value: Value, look: str) -> None:
    """Whatever stands in a cell."""
    match value:
        case str():
            book.text(sheet, row, column, value, look)
        case Live():
            book.formula(sheet, row, column, value.formula, value.result, look)
        case date():
            book.moment(sheet, row, column, value, look)
        case None:
            book.ground(sheet, row, [column], look)
        case _:
            book.number(sheet, row, column, value, look)


def section(book: Book, sheet: Worksheet, row: int, text: str, note: str = "") -> int:
    """A heading, with a quiet line under it; the row under both. Whoever prints it keeps it with what follows."""
    book.text(sheet, row, 1, text, "heading", ours=True)
    sheet.row_dimensions[row].height = 22
    if note:
        row += 1
        book.text(sheet, row, 1, note, "quiet line", ours=True)
        sheet.row_dimensions[row].height = 17
    return row + 1


def group_part(book: Book, dimension: str, value: str | None) -> str:
    """What a group has in one dimension, in words where there are some."""
    if not value:
        return ""
    if dimension == "age" and value[0].isdigit():
        return book.words("report.age.years", age=band_shown(value))
    message = f"report.{dimension}.{value}"
    said = book.words(message)
    return value if said == message else said


def group_name(book: Book, group: Group | None) -> str:
    """A group as it was counted, such as "women, aged 18-29"; nothing where nothing is known."""
    parts = (group_part(book, each, getattr(group, each, None)) for each in ("sex", "age", "place"))
    return book.words.listed(part for part in parts if part)
