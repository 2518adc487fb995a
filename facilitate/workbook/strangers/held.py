"""What was read of a stranger's workbook, in openpyxl's own hands."""

from __future__ import annotations

from collections.abc import Iterable

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment

from facilitate.workbook.strangers.sheet import Sheet


def held(sheets: Iterable[Sheet]) -> Workbook:
    """A workbook with the values and comments of the sheets.

    Text stays text, whatever it begins with; formulas are gone, their saved results stay.
    """
    workbook = Workbook()
    for empty in list(workbook.worksheets):
        workbook.remove(empty)
    for sheet in sheets:
        _fill(workbook, sheet)
    return workbook


def _fill(workbook: Workbook, sheet: Sheet) -> None:
    target = workbook.create_sheet(sheet.title)
    target.sheet_state = "hidden" if sheet.hidden else "visible"
    for at, value in sheet.values.items():
        cell = target.cell(at.row, at.column, value)
        if isinstance(value, str) and isinstance(cell, Cell):
            cell.data_type = "e" if at in sheet.errors else "s"
    for at, comment in sheet.comments.items():
        target.cell(at.row, at.column).comment = Comment(comment, "")
