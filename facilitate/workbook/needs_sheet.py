"""Needs and ranking: what came out on top, with bars; then every need, who said it and who wrote it down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.ranking import Line as Ranked
from facilitate.analysis.ranking import Results, results
from facilitate.domain.people import Group
from facilitate.workbook.book import NOTHING, Book
from facilitate.workbook.capture_rows import NeedRow, need_rows
from facilitate.workbook.chart_parts import Line, column_of
from facilitate.workbook.charts import Box, Shown, bars
from facilitate.workbook.live_scores import Live
from facilitate.workbook.page import grid_line, head, meeting_line, print_pages, title
from facilitate.workbook.safe import criterion
from facilitate.workbook.sheet_rows import Column, Value, cells, group_name, heads, section

RANKING = (
    Column("sheets.needs.place", 9, "count"),
    Column("sheets.needs.unit", 54, "row name"),
    Column("workbook.column.dots", 13, "count"),
    Column("workbook.column.pairs", 13, "count"),
    Column("sheets.needs.number", 24, "count"),
)
NEEDS = (
    Column("sheets.needs.place", 9, "count"),
    Column("workbook.column.needs", 54),
    Column("workbook.column.dots", 13, "count"),
    Column("workbook.column.pairs", 13, "count"),
    Column("workbook.column.theme", 24),
    Column("workbook.column.step", 10, "middle"),
    Column("sheets.needs.said_by", 20),
    Column("sheets.needs.written_by", 16),
)
FEW = 12
"""Up to so many dots each has its own line behind the bars."""

MOST_BARS = 15
"""More cannot be compared at a glance."""


def fill_needs(book: Book, sheet: Worksheet, back: str) -> None:
    """Write the sheet."""
    book.widths(sheet, [each.width for each in NEEDS])
    lines = (book.line(title(book), meeting_line(book)), grid_line(book))
    row = head(book, sheet, book.words("sheets.needs"), lines, len(NEEDS), back)
    sheet.freeze_panes = f"A{row}"
    needs = {each.need: each for each in need_rows(book.meeting, book.names)}
    found = results(book.meeting)
    if not needs:
        book.text(sheet, row, 1, book.words("workbook.list.needs.none"), "quiet line", ours=True)
    else:
        row = _ranking(book, sheet, found, needs, row + 1) + 1
        _every(book, sheet, found, needs, row)
    print_pages(book, sheet, landscape=False)


def _ranking(book: Book, sheet: Worksheet, found: Results, needs: Mapping[str, NeedRow], row: int) -> int:
    """What was ranked, highest first, and its chart."""
    words = book.words
    note = f"sheets.needs.by.{found.method}" if found.method else "sheets.needs.not_ranked"
    row = section(book, sheet, row, words("sheets.needs.ranking"), words(note))
    ranked = [line for line in found.lines if line.place is not None]
    if not ranked:
        return row
    first = heads(book, sheet, row, RANKING)
    letter = "D" if found.method == "pair" else "C"
    for row, line in enumerate(ranked, first):
        place = Live(f"RANK({letter}{row},{letter}${first}:{letter}${first + len(ranked) - 1})", line.place or 0)
        values: list[Value] = [place, line.unit.label, *_counts(line, found, needs), len(line.unit.needs)]
        cells(book, sheet, row, RANKING, values)
    box = Box(1, len(NEEDS), row + 2, row + 2 + max(8, min(26, 5 + 2 * min(len(ranked), MOST_BARS))))
    _chart(book, sheet, found, ranked[:MOST_BARS], first, box)
    return box.bottom + 2


def _counts(line: Ranked, found: Results, needs: Mapping[str, NeedRow]) -> list[Value]:
    """Dots and pairs won of what was ranked, as the table `Needs` holds them."""
    own = needs[line.unit.needs[0]]
    columns = ("theme_dots", "theme_pairs_won") if line.unit.theme else ("dots", "pairs_won")
    counted = ((found.dots, columns[0], line.dots), (found.pairs, columns[1], line.won))
    wanted = criterion(own.need)
    return [
        NOTHING
        if by is None
        else Live(f"SUMIFS(Needs[{column}],Needs[need],{wanted})", number)
        if getattr(own, column) == number
        else number
        for by, column, number in counted
    ]


def _chart(book: Book, sheet: Worksheet, found: Results, ranked: Sequence[Ranked], first: int, box: Box) -> None:
    pairs = found.method == "pair"
    words, column = book.words, 4 if pairs else 3
    counts = [line.won if pairs else line.dots for line in ranked]
    names = column_of(sheet, 2, first, [line.unit.label for line in ranked])
    label = words("workbook.column.pairs" if pairs else "workbook.column.dots")
    lines = (Line(column_of(sheet, column, first - 1, [label]), column_of(sheet, column, first, counts)),)
    told = words("sheets.needs.chart.told", first=ranked[0].unit.label, number=counts[0], many=len(ranked))
    chart = words("sheets.needs.chart.pairs" if pairs else "sheets.needs.chart.dots")
    bars(book, sheet, Shown(chart, told, names, lines, step=1 if max(counts) <= FEW else None), box)


def _every(book: Book, sheet: Worksheet, found: Results, needs: Mapping[str, NeedRow], row: int) -> None:
    """Every need under what it was ranked with."""
    row = section(book, sheet, row, book.words("workbook.list.needs", count=len(needs)))
    row = heads(book, sheet, row, NEEDS)
    for line in found.lines:
        for each in (needs[need] for need in line.unit.needs):
            wanted = criterion(each.need)
            counts = [
                Live(f"SUMIFS(Needs[{column}],Needs[need],{wanted})", getattr(each, column)) if by else NOTHING
                for by, column in ((found.dots, "dots"), (found.pairs, "pairs_won"))
            ]
            group = group_name(book, Group(sex=each.sex or None, age=each.age or None, place=each.place or None))
            place = each.rank if each.rank is not None else NOTHING
            values = [place, each.text, *counts, each.theme, each.step, group, each.by]
            row = cells(book, sheet, row, NEEDS, values)
