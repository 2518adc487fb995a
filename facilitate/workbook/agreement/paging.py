"""Where printed pages begin: before a part that would not fit under what stands above it, unless that would leave half
a page empty."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from facilitate.workbook.agreement.spans import WIDTHS
from facilitate.workbook.page import END_INCHES, SIDE_INCHES

INCH, A4_WIDTH, A4_HEIGHT = 72.0, 8.27, 11.69
CHARACTER, PADDING = 5.25, 3.75
"""Points that a character of a column's width takes, and its edges."""

USUAL_ROW, SURE = 15.0, 0.93
"""The height of a row that nobody set; programs differ a little in what fits on a page."""


def begin_pages(sheet: Worksheet, tops: Sequence[int], last: int) -> None:
    """Break before the parts that begin in these rows, each up to the next, where that keeps them together."""
    width = sum(CHARACTER * each + PADDING for each in WIDTHS)
    scale = min(1.0, (A4_WIDTH - 2 * SIDE_INCHES) * INCH / width)
    room = (A4_HEIGHT - 2 * END_INCHES) * INCH / scale * SURE
    used = _height(sheet, 1, tops[0] if tops else last)
    for top, end in zip(tops, [*tops[1:], last], strict=True):
        height = _height(sheet, top, end)
        if used > room / 2 and used + height > room:
            sheet.row_breaks.append(Break(id=top - 1))
            used = 0.0
        used = (used + height) % room


def _height(sheet: Worksheet, first: int, end: int) -> float:
    """Of the rows from the first up to the one before the end."""
    return sum(sheet.row_dimensions[row].height or USUAL_ROW for row in range(first, end))
