"""Two sheets that nobody reads: what the drop-downs offer, and what `import` needs to know of every cell.

`_meta` holds what the workbook is about, and for each cell that can be changed where it is, what it is about, and what
stood in it; so that a reviewed workbook is compared with what was exported, and not with what the meeting holds now.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.answers import Given
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.scale import Value
from facilitate.workbook.book import NOTHING, Book
from facilitate.workbook.names import quoted
from facilitate.workbook.validation import define, keys_name

LISTS, META = "_lists", "_meta"
SCHEMA = 2
"""The version of the layout that programs rely on."""

MAP = ("sheet", "key", "cell", "field", "observer", "about", "indicator", "step", "exported")
"""The columns of the map of cells on `_meta`, under its facts."""


class Input(NamedTuple):
    """A cell that can be changed. `field` is answer, evidence, comment, consensus or reason; `exported` what stood
    there, answers and consensus as JSON, the rest as text."""

    sheet: str
    key: str
    cell: str
    field: str
    observer: str
    about: str
    indicator: str
    step: str
    exported: str


def coded(value: Value | None) -> str:
    """An answer as `_meta` keeps it."""
    if value is None:
        return ""
    plain: Any = value.model_dump(mode="json") if not isinstance(value, int | float | str) else value
    return json.dumps(plain, ensure_ascii=False, sort_keys=True)


def sheet_key(observer: str, about: str) -> str:
    """What a scoresheet is found by, whatever it is called and wherever it stands."""
    return json.dumps(["scoresheet", observer, about], ensure_ascii=False)


EARLIER = json.dumps(["earlier version"])
"""What stands beside a row that was answered on an earlier version of the grid: its code may stand twice."""


def comparison_key(about: str) -> str:
    """What a part of the comparison is found by; it stands in the row of its heads, and rows follow it."""
    return json.dumps(["comparison", about], ensure_ascii=False)


def fill_lists(book: Book, sheet: Worksheet) -> None:
    """Write what every indicator can be answered with."""
    sheet.sheet_state = "hidden"
    row = 1
    for answers in book.lists.every():
        first = row
        for entry in answers.entries:
            for column, value in enumerate(
                (entry.key, entry.value, NOTHING if entry.points is None else entry.points, entry.meaning), 1
            ):
                if isinstance(value, str):
                    book.text(sheet, row, column, value, "data text")
                else:
                    book.number(sheet, row, column, value, "data number")
            row += 1
        if row > first:
            names = book.workbook.defined_names
            define(names, answers.name, f"{quoted(sheet.title)}!$A${first}:$D${row - 1}")
            define(names, keys_name(answers), f"{quoted(sheet.title)}!$A${first}:$A${row - 1}")


def fill_meta(book: Book, sheet: Worksheet, kind: str | None = None) -> None:
    """Write what the workbook is about (`kind` where it is no export), then the map of its cells."""
    sheet.sheet_state = "hidden"
    meeting = book.meeting
    facts = {
        "facilitate_schema": str(SCHEMA),
        "facilitate_meeting": meeting.id,
        "facilitate_grid": meeting.grid.fingerprint if meeting.grid else "",
        "language": book.words.language,
        "as_of": book.now.wall.isoformat(),
        "program": book.program_version,
    }
    facts |= {"kind": kind} if kind else {}
    for row, fact in enumerate(facts.items(), 1):
        for column, text in enumerate(fact, 1):
            book.text(sheet, row, column, text, "data text")
    top = len(facts) + 2
    for column, name in enumerate(MAP, 1):
        book.text(sheet, top, column, name, "data text")
    for row, each in enumerate(book.inputs, top + 1):
        for column, text in enumerate(each, 1):
            book.text(sheet, row, column, text, "data text")


def answer_inputs(
    sheet: str, observer: str, cell: Cell, row: int, given: Given | None, evidence: str, comment: str
) -> list[Input]:
    """The three cells of a scoresheet's row that can be changed."""
    key, about = sheet_key(observer, cell.about), (observer, cell.about, cell.indicator, cell.step or "")
    value = coded(given.value if given is not None and given.origin != "not_asked" else None)
    return [
        Input(sheet, key, f"C{row}", "answer", *about, value),
        Input(sheet, key, f"F{row}", "evidence", *about, evidence),
        Input(sheet, key, f"H{row}", "comment", *about, comment),
    ]
