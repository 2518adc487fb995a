"""Agreement by section and over all: the measures that everybody asks for, alpha with its range, and bars."""

from __future__ import annotations

from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.agreement import Agreement, Measured
from facilitate.workbook.agreement.rows import by_section
from facilitate.workbook.agreement.spans import WIDTHS
from facilitate.workbook.agreement.wording import range_told
from facilitate.workbook.book import NOTHING, Book
from facilitate.workbook.chart_parts import Line, column_of
from facilitate.workbook.charts import Box, Shown, bars
from facilitate.workbook.sheet_rows import Column, Value, cells, heads, section
from facilitate.workbook.styles import form

BOLD = {
    "middle": "middle bold",
    "row name": "row name bold",
    "count": "count bold",
    "share": "share bold",
    "mean": "mean bold",
}
EXACT, NEAR = 6, 7
"""The columns of the two shares that the bars show."""


def write_sections(book: Book, sheet: Worksheet, row: int, found: Agreement) -> int:
    """The table with its heading and its bars; the first free row."""
    words, grid = book.words, book.meeting.grid
    row = section(book, sheet, row, words("sheets.agreement.by_section"))
    columns = _columns(found.whole)
    top, row = row, heads(book, sheet, row, columns)
    titles = {each.id: each.title.to(words.language) for each in (grid.sections if grid else ())}
    for code, each in by_section(found).items():
        own = columns if code else [column._replace(look=BOLD[column.look]) for column in columns]
        row = cells(book, sheet, row, own, _values(book, code, titles.get(code, words("workbook.overall")), each))
    if found.whole.pairs:
        row = _chart(book, sheet, found, titles, top, row + 1)
    return row


def _columns(whole: Measured) -> list[Column]:
    columns = (
        ("workbook.column.code", "middle"),
        ("workbook.column.section", "row name"),
        ("sheets.agreement.units", "count"),
        ("workbook.column.observers", "count"),
        ("sheets.agreement.pairs", "count"),
        ("sheets.agreement.exact", "share"),
        ("sheets.agreement.within_one", "share"),
        ("sheets.agreement.difference", "mean"),
        (f"agreement.name.{whole.lead}", "mean"),
        ("agreement.column.range", "middle"),
    )
    return [Column(name, width, look) for (name, look), width in zip(columns, WIDTHS, strict=True)]


def _shares(found: Measured) -> tuple[float | None, float | None]:
    """How often the same, and how often at most neighbours."""
    return found.coefficients["percent"].value, found.coefficients["percent_within_1"].value


def _values(book: Book, code: str, name: str, found: Measured) -> list[Value]:
    figures = (*_shares(found), found.difference, found.alpha.value)
    shown: list[Value] = [NOTHING if value is None else value for value in figures]
    ranged = range_told(book, found.lead, found.alpha) or NOTHING
    return [code, name, found.compared, len(found.observers), found.pairs, *shown, ranged]


def _chart(book: Book, sheet: Worksheet, found: Agreement, titles: dict[str, str], top: int, row: int) -> int:
    """Bars of the shares that the scale has; the first free row."""
    words, each, first = book.words, list(found.sections.values()), top + 1
    exact, near = _shares(found.whole)
    lines = [
        Line(
            column_of(sheet, EXACT, top, [words("sheets.agreement.exact")]),
            column_of(sheet, EXACT, first, [_shares(one)[0] for one in each]),
        )
    ]
    told: dict[str, Any] = {"exact": words.percent(exact or 0), "units": found.whole.compared}
    message = "sheets.agreement.chart.told_exact"
    if near is not None:
        name = column_of(sheet, NEAR, top, [words("sheets.agreement.within_one")])
        lines.append(Line(name, column_of(sheet, NEAR, first, [_shares(one)[1] for one in each])))
        message, told = "sheets.agreement.chart.told", {**told, "within": words.percent(near)}
    names = column_of(sheet, 2, first, [titles[code] for code in found.sections])
    percent = form(words.language, "percent")
    shown = Shown(words("sheets.agreement.chart"), words(message, **told), names, lines, percent, high=1, step=0.2)
    box = Box(1, len(WIDTHS), row, row + max(11, min(24, 2 * len(each) + 4)))
    bars(book, sheet, shown, box)
    return box.bottom + 1
