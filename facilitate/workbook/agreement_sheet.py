"""How far observers agree, by section and over all, what the measures mean, and whether the values are still those of
the scores in this workbook."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.agreement import Measured
from facilitate.workbook.agreement_rows import by_section, measured
from facilitate.workbook.book import NOTHING, Book
from facilitate.workbook.chart_parts import Line, column_of
from facilitate.workbook.charts import Box, Shown, bars
from facilitate.workbook.live import literal
from facilitate.workbook.live_scores import Live
from facilitate.workbook.page import grid_line, head, meeting_line, print_pages, title
from facilitate.workbook.sheet_rows import Column, Value, cells, heads, put, section
from facilitate.workbook.styles import form
from facilitate.workbook.tables import Content

COLUMNS = (
    Column("workbook.column.code", 9, "middle"),
    Column("workbook.column.section", 40, "row name"),
    Column("sheets.agreement.units", 13, "count"),
    Column("workbook.column.observers", 12, "count"),
    Column("sheets.agreement.pairs", 12, "count"),
    Column("sheets.agreement.exact", 15, "share"),
    Column("sheets.agreement.within_one", 15, "share"),
    Column("sheets.agreement.difference", 15, "mean"),
    Column("sheets.agreement.alpha", 15, "mean"),
)
BOLD = {
    "middle": "middle bold",
    "row name": "row name bold",
    "count": "count bold",
    "share": "share bold",
    "mean": "mean bold",
}
EXPLAINED = ("units", "exact", "within_one", "difference", "alpha", "undefined")
STATE_WIDTH = 146.0


def fill_agreement(book: Book, sheet: Worksheet, scores: Content, back: str) -> None:
    """Write the sheet; `scores` is the table that the values were reckoned from."""
    book.widths(sheet, [each.width for each in COLUMNS])
    lines = (book.line(title(book), meeting_line(book)), grid_line(book))
    row = head(book, sheet, book.words("sheets.agreement"), lines, len(COLUMNS), back)
    sheet.freeze_panes = f"A{row}"
    row = _state(book, sheet, scores, row + 1) + 1
    found = by_section(book)
    row = section(book, sheet, row, book.words("sheets.agreement.by_section"))
    top, row = row, heads(book, sheet, row, COLUMNS)
    titles = {
        each.id: each.title.to(book.words.language)
        for each in (book.meeting.grid.sections if book.meeting.grid else ())
    }
    for code, each in found.items():
        columns = COLUMNS if code else [column._replace(look=BOLD[column.look]) for column in COLUMNS]
        row = cells(book, sheet, row, columns, _values(code, titles.get(code, book.words("workbook.overall")), each))
    if found[""].pairs:
        row = _chart(book, sheet, found, titles, top, row + 1) + 1
    row = section(book, sheet, row + 1, book.words("sheets.agreement.meaning"))
    for name in EXPLAINED:
        text = book.words(f"sheets.agreement.means.{name}")
        book.text(sheet, row, 1, text, "plain", ours=True)
        book.across(sheet, row, 1, len(COLUMNS))
        book.fit(sheet, row, [text], [STATE_WIDTH])
        row += 1
    print_pages(book, sheet, landscape=False, whole=True)


def _values(code: str, name: str, found: Measured) -> list[Value]:
    shown: list[Value] = [NOTHING if value is None else value for value in measured(found)]
    return [code, name, found.compared, len(found.observers), found.pairs, *shown]


def _state(book: Book, sheet: Worksheet, scores: Content, row: int) -> int:
    """Says by itself whether scores were changed since: what Excel cannot reckon stands still."""
    live, fixed = _checksum(scores)
    fresh, stale = book.words("sheets.agreement.fresh"), book.words("sheets.agreement.stale")
    book.ground(sheet, row, range(1, len(COLUMNS) + 1), "state")
    formula = f"IF(ABS({live}-{fixed!r})<0.000001,{literal(fresh)},{literal(stale)})"
    put(book, sheet, row, 1, Live(formula, fresh), "state")
    book.across(sheet, row, 1, len(COLUMNS))
    sheet.row_dimensions[row].height = 24
    return row + 1


def _checksum(scores: Content) -> tuple[str, float]:
    """A number that changes with any score: values and points, each times its row; and what it is now."""
    columns = [scores.columns.index(name) for name in ("points", "value")]
    total = 0.0
    for place, values in enumerate(scores.rows, 1):
        for column in columns:
            value = values[column]
            value = value.result if isinstance(value, Live) else value
            total += place * value if isinstance(value, int | float) else 0
    rows = "(ROW(Scores[points])-ROW(Scores[[#Headers],[points]]))"
    return "+".join(f"SUMPRODUCT({rows},Scores[{name}])" for name in ("points", "value")), total


def _chart(book: Book, sheet: Worksheet, found: dict[str, Measured], titles: dict[str, str], top: int, row: int) -> int:
    """Bars of the two shares; the first free row."""
    words, sections = book.words, [code for code in found if code]
    each: Sequence[Measured] = [found[code] for code in sections]
    first = top + 1
    lines = (
        Line(
            column_of(sheet, 6, top, [words("sheets.agreement.exact")]),
            column_of(sheet, 6, first, [measured(one)[0] for one in each]),
        ),
        Line(
            column_of(sheet, 7, top, [words("sheets.agreement.within_one")]),
            column_of(sheet, 7, first, [measured(one)[1] for one in each]),
        ),
    )
    names = column_of(sheet, 2, first, [titles[code] for code in sections])
    whole = found[""]
    told = words(
        "sheets.agreement.chart.told",
        exact=words.percent(measured(whole)[0] or 0),
        within=words.percent(measured(whole)[1] or 0),
        units=whole.compared,
    )
    shown = Shown(
        words("sheets.agreement.chart"), told, names, lines, form(words.language, "percent"), high=1, step=0.2
    )
    box = Box(1, len(COLUMNS), row, row + max(11, min(24, 2 * len(sections) + 4)))
    bars(book, sheet, shown, box)
    return box.bottom + 1
