"""Every two observers beside each other, and alpha without each of them."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.agreement import Agreement, Apart
from facilitate.workbook.agreement.spans import Span, span_cells, span_heads
from facilitate.workbook.book import NOTHING, Book
from facilitate.workbook.sheet_rows import Value, section

PAIRS = (
    Span("sheets.agreement.pair", 1, 2, ours=True),
    Span("sheets.agreement.units", 3, 3, "count"),
    Span("sheets.agreement.exact", 4, 5, "share"),
    Span("sheets.agreement.difference", 6, 6, "mean"),
    Span("sheets.agreement.gives_more", 7, 10, ours=True),
)
WITHOUT = (Span("workbook.column.observers", 1, 2, ours=True), Span("", 3, 5, "mean"))
ALL = (Span("", 1, 2, "row name bold"), Span("", 3, 5, "mean bold"))


def write_pairs(book: Book, sheet: Worksheet, row: int, found: Agreement) -> int:
    """Every two observers who judged something in common; the first free row."""
    pairs = [each for each in found.between if each.units]
    if not pairs:
        return row
    row = span_heads(book, sheet, section(book, sheet, row, book.words("agreement.between")), PAIRS)
    for each in pairs:
        names = book.listed(book.names.of(who) for who in (each.one, each.other))
        shown: list[Value] = [NOTHING if value is None else value for value in (each.same, each.difference)]
        row = span_cells(book, sheet, row, PAIRS, [names, each.units, *shown, _more(book, each)])
    return row


def _more(book: Book, each: Apart) -> str:
    """Who of two gives more on the mean, and by how much."""
    if each.higher is None:
        return NOTHING
    if not round(abs(each.higher), 2):
        return book.words("sheets.agreement.neither")
    name = book.names.of(each.one if each.higher > 0 else each.other)
    return book.words("sheets.agreement.by_more", name=name, more=book.words.number(abs(each.higher), 2))


def write_without(book: Book, sheet: Worksheet, row: int, found: Agreement) -> int:
    """Alpha of the others where each observer is left out, beside that of all; the first free row."""
    known = [each for each in found.without if each.alpha.value is not None]
    if not known:
        return row
    words = book.words
    row = section(book, sheet, row, words("agreement.without_each"), words("agreement.without_each.meaning"))
    without = (WITHOUT[0], WITHOUT[1]._replace(head=f"agreement.name.{found.whole.lead}"))
    row = span_heads(book, sheet, row, without)
    for each in known:
        name = words("sheets.agreement.without", name=book.names.of(each.observer))
        row = span_cells(book, sheet, row, WITHOUT, [name, each.alpha.value])
    alpha = found.whole.alpha.value
    every: list[Value] = [words("sheets.agreement.everybody"), NOTHING if alpha is None else alpha]
    return span_cells(book, sheet, row, ALL, every)
