"""What the points and the answers of a scoresheet mean, under it."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.answers import belongs
from facilitate.domain.grid import Grid
from facilitate.domain.scale import Scale
from facilitate.workbook.book import Book


def write_legend(book: Book, sheet: Worksheet, about: str, row: int) -> None:
    """The scales that this subject's indicators are rated on, and the answers that are not numbers."""
    grid = book.meeting.grid
    if grid is None:
        return
    book.text(sheet, row, 1, book.words("workbook.legend"), "heading")
    for scale in _scales(grid, about):
        for level in sorted(scale.levels, key=lambda level: level.value, reverse=True):
            row += 1
            book.number(sheet, row, 1, level.value, "code")
            book.text(sheet, row, 2, level.label.to(book.words.language), "text")
    for answer in ("not_observed", "not_applicable"):
        row += 1
        book.text(sheet, row, 1, "–", "code")
        book.text(sheet, row, 2, book.words(f"common.{answer}"), "text")
        book.text(sheet, row, 3, book.words(f"workbook.legend.{answer}"), "quiet line", ours=True)
    enough = book.words.percent(grid.scoring.enough)
    book.text(sheet, row + 1, 2, book.words("workbook.legend.enough", enough=enough), "quiet line", ours=True)


def _scales(grid: Grid, about: str) -> list[Scale]:
    used = {scale.id for each in grid.indicators() if belongs(each, about) and (scale := grid.scale_of(each))}
    return [scale for scale in grid.scales if scale.id in used]
