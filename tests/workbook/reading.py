"""Reads exported workbooks for tests."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from facilitate.domain.meeting.view import see
from facilitate.domain.model import Language
from facilitate.workbook.export import export
from tests.making import Room

VERSION = "1.2.3"


def exported(room: Room, path: Path, language: Language = "en", person: str | None = None) -> Workbook:
    """The workbook of a meeting as one person sees it, written and read again, with formulas' results."""
    meeting = see(room.meeting, person)
    export(meeting, path, language, meeting.closed or room.laptop(), VERSION)
    return load_workbook(path, data_only=True)


def table(workbook: Workbook, name: str) -> list[dict[str, Any]]:
    """The rows of a table, by column."""
    for sheet in workbook.worksheets:
        if name in sheet.tables:
            rows = [[cell.value for cell in row] for row in sheet[sheet.tables[name].ref]]
            return [dict(zip(rows[0], row, strict=True)) for row in rows[1:] if any(each is not None for each in row)]
    raise KeyError(name)


def visible(workbook: Workbook) -> list[Worksheet]:
    """The sheets that people see."""
    return [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]


def texts(workbook: Workbook) -> list[str]:
    """Every text in any cell that is shown."""
    values = (cell.value for sheet in visible(workbook) for row in sheet.iter_rows() for cell in row)
    return [value for value in values if isinstance(value, str)]


def margin(sheet: Worksheet, which: str, part: str) -> str:
    """What stands in the head (`oddHeader`) or foot (`oddFooter`) of printed pages: left, center or right."""
    return str(getattr(getattr(sheet, which), part).text)


def raw(path: Path) -> str:
    """Every part of the file, uncompressed, one after the other."""
    with zipfile.ZipFile(path) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())
