"""Edits a workbook in LibreOffice as a person would: run by the system's Python, which has UNO.

    uno_edits.py PIPE SOURCE TARGET EDITS.json

An edit is ["set", sheet, cell, text or number], ["insert_row", sheet, row], ["move_column", sheet, from, to],
["rename", sheet, name] or ["first", sheet]. The profile's soffice must listen on PIPE.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]


def connected(pipe: str) -> Any:
    """The desktop of the program that listens there, as soon as it does."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    until = time.monotonic() + 60
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def option(name: str, value: Any) -> Any:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def edit(document: Any, what: list[Any]) -> None:
    sheets = document.Sheets
    kind, name, *rest = what
    sheet = sheets.getByName(name)
    if sheet.isProtected():
        sheet.unprotect("")
    if kind == "set":
        cell = sheet.getCellRangeByName(rest[0])
        if isinstance(rest[1], str):
            cell.setString(rest[1])
        else:
            cell.setValue(rest[1])
    elif kind == "insert_row":
        sheet.Rows.insertByIndex(rest[0] - 1, 1)
    elif kind == "move_column":
        source, target = rest
        sheet.Columns.insertByIndex(target, 1)
        moved = sheet.Columns.getByIndex(source + (1 if target <= source else 0)).getRangeAddress()
        sheet.moveRange(sheet.getCellByPosition(target, 0).getCellAddress(), moved)
    elif kind == "rename":
        sheet.setName(rest[0])
    elif kind == "first":
        sheets.moveByName(name, 0)


def main() -> None:
    pipe, source, target, edits = sys.argv[1:]
    desktop = connected(pipe)
    document = desktop.loadComponentFromURL(Path(source).as_uri(), "_blank", 0, (option("Hidden", True),))
    for each in json.loads(edits):
        edit(document, each)
    document.storeToURL(Path(target).as_uri(), (option("FilterName", "Calc MS Excel 2007 XML"),))
    document.close(True)
    desktop.terminate()


if __name__ == "__main__":
    main()
