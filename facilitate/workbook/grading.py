"""The light grounds behind numbers from the lowest to the highest; the numbers say the same."""

from __future__ import annotations

from openpyxl.formatting.rule import ColorScale, FormatObject, Rule
from openpyxl.styles import Color
from openpyxl.worksheet.worksheet import Worksheet

from facilitate.workbook.styles import HIGH, LOW, MIDDLE


def graded(sheet: Worksheet, cells: str, span: tuple[float, float]) -> None:
    """From orange over grey to blue: a colour-blind reader, and grey paper, tell the ends apart by the numbers."""
    points = (span[0], (span[0] + span[1]) / 2, span[1])
    scale = ColorScale(
        cfvo=[FormatObject(type="num", val=point) for point in points],
        color=[Color(rgb=f"FF{colour}") for colour in (LOW, MIDDLE, HIGH)],
    )
    sheet.conditional_formatting.add(cells, Rule(type="colorScale", colorScale=scale))
