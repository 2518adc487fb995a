"""Where observers differ most, with what each of them gave and what was agreed."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.debriefing import Item
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Count, Duration, Indicator
from facilitate.domain.scale import Noted, Value
from facilitate.workbook.agreement.spans import Span, sentence, span_cells, span_heads
from facilitate.workbook.book import Book
from facilitate.workbook.option_words import level_words
from facilitate.workbook.scoresheet import subject_name
from facilitate.workbook.sheet_rows import section
from facilitate.workbook.wording import shown

MOST = 10
"""So many are shown; the sheet *Comparison* has all."""

COLUMNS = (
    Span("workbook.column.code", 1, 1, "middle"),
    Span("workbook.column.indicator", 2, 3),
    Span("sheets.notes.about", 4, 5),
    Span("sheets.agreement.answers", 6, 10, ours=True),
)


def write_differing(book: Book, sheet: Worksheet, row: int, items: Sequence[Item]) -> int:
    """The ones furthest apart first; the first free row."""
    words, grid = book.words, book.meeting.grid
    differing = [item for item in items if item.differs]
    row = section(book, sheet, row, words("agreement.differing"))
    if grid is None or not differing:
        return sentence(book, sheet, row, words("agreement.differing.none"), "quiet")
    row = span_heads(book, sheet, row, COLUMNS)
    for item in differing[:MOST]:
        cell, indicator = item.cell, grid.by_id[item.cell.indicator]
        whom = book.line(subject_name(book, cell.about), cell.step or "")
        asked = indicator.text.to(words.language) or indicator.id
        values = [indicator.id, asked, whom, answers_told(book, grid, indicator, item)]
        row = span_cells(book, sheet, row, COLUMNS, values)
    more = len(differing) - MOST
    if more > 0:
        comparison = words("workbook.sheet.comparison")
        row = sentence(book, sheet, row, words("sheets.agreement.differing_more", more, sheet=comparison), "quiet")
    return row


def answers_told(book: Book, grid: Grid, indicator: Indicator, item: Item) -> str:
    """A line for each answer with those who gave it, and one for what was agreed."""
    given: dict[str, list[str]] = {}
    for each in item.voices:
        if each.in_person and each.given is not None:
            told = _answer(book, grid, indicator, each.given.value)
            given.setdefault(told, []).append(book.names.of(each.observer))
    lines = [
        book.words("sheets.agreement.given_by", value=told, names=book.listed(names)) for told, names in given.items()
    ]
    if item.consensus is not None and item.consensus.value is not None:
        agreed = _answer(book, grid, indicator, item.consensus.value)
        lines.append(book.words("sheets.agreement.agreed", value=agreed))
    return "\n".join(lines)


def _answer(book: Book, grid: Grid, indicator: Indicator, value: Value | None) -> str:
    words, scale = book.words, grid.scale_of(indicator)
    match value:
        case Noted():
            return value.text
        case int() | float():
            level = next((each for each in scale.levels if each.value == value), None) if scale else None
            if level is not None:
                return level_words(level, words.language)
            if isinstance(indicator, Duration) or (isinstance(indicator, Count) and indicator.measure == "seconds"):
                return words.clock(round(value * 1000))
            if isinstance(indicator, Count) and indicator.measure == "percent":
                return words("common.percent", number=words.number(value))
            return words.number(value)
    return str(shown(book, indicator, value))
