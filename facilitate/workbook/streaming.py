"""Sheets whose rows go to the disk as they come (openpyxl's write-only mode), beside others that are kept in memory."""

from __future__ import annotations

from typing import Any
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.writer.excel import ExcelWriter

LEAST_WORK = 1
"""How hard the archive in memory is packed: it is packed again when it is finished."""


def add_stream(workbook: Workbook, name: str) -> Any:
    """A sheet after the others, to which rows are appended; they cannot be read or changed any more."""
    sheet = WriteOnlyWorksheet(workbook, name)
    adder: Any = workbook  # openpyxl adds such sheets only to workbooks that have no others
    adder._add_sheet(sheet=sheet)
    return sheet


def streams(workbook: Workbook) -> frozenset[str]:
    """The names of the sheets that were added so."""
    sheets: Any = workbook.worksheets
    return frozenset(sheet.title for sheet in sheets if isinstance(sheet, WriteOnlyWorksheet))


def write(workbook: Workbook, target: Any) -> None:
    """Save the workbook into a file that is open for writing."""
    with ZipFile(target, "w", compression=8, compresslevel=LEAST_WORK) as archive:
        _Writer(workbook, archive).write_data()


class _Writer(ExcelWriter):
    """openpyxl's own, for both kinds of sheets in one workbook."""

    def write_worksheet(self, ws: Any) -> None:
        if not isinstance(ws, WriteOnlyWorksheet):
            super().write_worksheet(ws)
            return
        sheet: Any = ws
        own: Any = self
        sheet._drawing = None
        if not sheet.closed:
            sheet.close()
        sheet._rels = sheet._writer._rels
        own._archive.write(sheet._writer.out, sheet.path[1:])
        own.manifest.append(sheet)
        sheet._writer.cleanup()
