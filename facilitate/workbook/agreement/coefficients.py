"""All coefficients over the whole grid, each with its range; those that have none with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.agreement import SHARES
from facilitate.analysis.coefficients import Coefficient, Why
from facilitate.workbook.agreement.spans import Span, sentence, span_cells, span_heads
from facilitate.workbook.agreement.wording import range_told
from facilitate.workbook.book import NOTHING, Book
from facilitate.workbook.sheet_rows import section

COLUMNS = (
    Span("agreement.column.name", 1, 3),
    Span("agreement.column.value", 4, 5, "mean"),
    Span("agreement.column.range", 6, 8, "middle"),
)
AS_SHARE = (COLUMNS[0], COLUMNS[1]._replace(look="share"), COLUMNS[2])
UNSAID = "agreement.why.no_distances"
"""Whoever did not declare distances did not ask for a coefficient that weighs by them."""


def write_coefficients(book: Book, sheet: Worksheet, row: int, found: Mapping[str, Coefficient]) -> int:
    """The table, and under it why something is not in it; the first free row."""
    words = book.words
    row = section(book, sheet, row, words("agreement.coefficients"))
    row = sentence(book, sheet, row, words("agreement.coefficients.meaning"), "quiet")
    row = span_heads(book, sheet, row, COLUMNS)
    for name, each in found.items():
        if each.value is not None:
            columns = AS_SHARE if name in SHARES else COLUMNS
            ranged = range_told(book, name, each) or NOTHING
            row = span_cells(book, sheet, row, columns, [words(f"agreement.name.{name}"), each.value, ranged])
    for why in _reasons(book, found):
        row = sentence(book, sheet, row, why, "quiet")
    return row


def _reasons(book: Book, found: Mapping[str, Coefficient]) -> Iterator[str]:
    """Why there is no value, or no range: once for all coefficients of which the same is true."""
    reasons: dict[str, list[str]] = {}
    for name, each in found.items():
        why: Why | None = each.why if each.value is None else each.why_interval
        if why is not None and why.message != UNSAID:
            told = book.words(why.message, **why.values)
            reasons.setdefault(told, []).append(book.words(f"agreement.name.{name}"))
    for told, names in reasons.items():
        yield book.words("agreement.undefined", names=book.listed(names), why=told)
