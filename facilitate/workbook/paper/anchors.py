"""The back of a scoresheet: what is seen at each point, indicator by indicator."""

from __future__ import annotations

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.answers import belongs
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Derived, Indicator, Rating, YesNo, anchor_at
from facilitate.domain.scale import Answer, Scale
from facilitate.workbook.book import Book
from facilitate.workbook.paper.frame import finish, head

CODE_WIDTH, PAGE_WIDTH = 7, 112
MOST_POINTS = 5
"""More points than that stand under each other."""


def fill_anchors(book: Book, sheet: Worksheet, grid: Grid, about: str) -> None:
    """Write the anchors of every indicator about this subject, and the rules for observers."""
    asked = [each for each in grid.indicators() if belongs(each, about)]
    points = max((len(scale.levels) for each in asked if (scale := grid.scale_of(each))), default=2)
    points = min(MOST_POINTS, max(2, points))
    width = (PAGE_WIDTH - CODE_WIDTH) / points
    book.widths(sheet, (CODE_WIDTH, *[width] * points))
    row = head(book, sheet, book.words("paper.anchors"), points + 1, _rules(book, grid))
    used: Scale | None = None
    for indicator in asked:
        texts = _texts(book, grid, indicator)
        if not any(texts):
            continue
        scale = grid.scale_of(indicator)
        if scale is not None and scale != used and len(scale.levels) <= points:
            _levels(book, sheet, scale, row, points)
            used, row = scale, row + 1
        book.text(sheet, row, 1, indicator.id, "paper code")
        while texts:
            now, texts = texts[:points], texts[points:]
            for column in range(points):
                book.text(sheet, row, column + 2, now[column] if column < len(now) else "", "paper small")
            book.fit(sheet, row, now, [width * 1.02] * len(now))
            row += 1
    finish(book, sheet, f"{get_column_letter(points + 1)}{max(row - 1, 4)}", repeat=None, one_page=True)


def _rules(book: Book, grid: Grid) -> str:
    return "  ·  ".join(rule.to(book.words.language) for rule in grid.observer_rules)


def _levels(book: Book, sheet: Worksheet, scale: Scale, row: int, points: int) -> None:
    book.ground(sheet, row, range(1, points + 2), "paper head")
    for column, level in enumerate(scale.levels, 2):
        number, label = book.words.number(level.value), level.label.to(book.words.language)
        book.text(sheet, row, column, f"{number}  {label}", "paper head", ours=True)
    sheet.row_dimensions[row].height = 20


def _texts(book: Book, grid: Grid, indicator: Indicator) -> list[str]:
    """What is seen at each point, in the order of the boxes."""
    language, scale = book.words.language, grid.scale_of(indicator)
    if isinstance(indicator, Rating | Derived) and scale is not None:
        found = [anchor_at(indicator.anchors, level.value).to(language) for level in scale.levels]
        if len(scale.levels) > MOST_POINTS:
            return [
                f"{book.words.number(level.value)}: {text}" for level, text in zip(scale.levels, found, strict=True)
            ]
        return found
    if isinstance(indicator, YesNo) and (indicator.yes_means or indicator.no_means):
        said = ((Answer.YES, indicator.yes_means), (Answer.NO, indicator.no_means))
        return [f"{book.words(f'common.{answer}')}: {means.to(language)}" if means else "" for answer, means in said]
    return []
