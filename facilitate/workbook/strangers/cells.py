"""One cell of a stranger's sheet as a plain value, with what a reader should know of it, or with why it has none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from facilitate.domain.model import harmless_prose
from facilitate.kits.faults import MessageValue, clean
from facilitate.language.numbers import read_number
from facilitate.workbook.strangers.places import Place
from facilitate.workbook.strangers.sheet import CellValue, Sheet

_AROUND = " \t\n\u00a0\u202f\u200e\u200f\u061c"
"""What people type before and after a number without seeing it: spaces, and the marks of direction."""
_SHOWN = 200  # more than a message shows, and less than takes time to clean


@dataclass(frozen=True)
class Reading:
    """What a cell holds; nothing where it is empty or refused.

    `notes` and `refusal` are message ids; every one of them is said with `values`.
    """

    sheet: str
    cell: str
    value: CellValue | None = None
    notes: tuple[str, ...] = ()
    refusal: str | None = None
    shown: str = ""
    """The value as a message may carry it."""
    cells: str = ""
    """The merged range that the cell belongs to."""

    @property
    def values(self) -> Mapping[str, MessageValue]:
        """For the sentences of `notes` and `refusal`."""
        return {"sheet": self.sheet, "cell": self.cell, "value": self.shown, "cells": self.cells}

    def refused(self, message: str) -> Reading:
        """The same cell, without its value."""
        return replace(self, value=None, refusal=message)

    def noted(self, message: str) -> Reading:
        """The same cell, with one more thing to know of it."""
        return replace(self, notes=(*self.notes, message))


def plain(sheet: Sheet, row: int, column: int) -> Reading:
    """What a cell holds, whatever it is. A text without any sign is an empty cell."""
    at = Place(row, column)
    value = sheet.values.get(at)
    merged = sheet.merged.get(at, "")
    shown = str(clean((value if isinstance(value, str) else _written(value))[:_SHOWN]))
    reading = Reading(sheet.title, at.written, value, shown=shown, cells=merged)
    if merged and merged.partition(":")[0] != at.written:
        return reading.refused("strangers.cell.merged")
    if at in sheet.errors:
        return reading.refused("strangers.cell.error")
    if at in sheet.formulas:
        if value is None:
            return reading.refused("strangers.cell.not_calculated")
        reading = reading.noted("strangers.note.formula")
    if isinstance(value, str):
        return _text(reading, value, sheet, at)
    return reading


def _text(reading: Reading, value: str, sheet: Sheet, at: Place) -> Reading:
    if at in sheet.cut:
        return reading.refused("strangers.cell.too_long")
    if at in sheet.cleaned:
        reading = reading.noted("strangers.note.cleaned")
    return reading if value.strip() else replace(reading, value=None)


def number(sheet: Sheet, row: int, column: int) -> Reading:
    """A number, whole where it is one; nothing where the cell is empty.

    Text that is a number in any digits is taken with a note; TRUE and dates are no numbers, however Excel keeps them.
    """
    reading = plain(sheet, row, column)
    value = reading.value
    if isinstance(value, bool):
        return reading.refused("strangers.cell.truth")
    if isinstance(value, date | time | timedelta):
        return reading.refused("strangers.cell.date")
    if isinstance(value, str):
        found = _number_in(value)
        if found is None:
            return reading.refused("strangers.cell.no_number")
        return replace(reading, value=found).noted("strangers.note.number_as_text")
    return replace(reading, value=int(value)) if isinstance(value, float) and value.is_integer() else reading


def _number_in(text: str) -> int | float | None:
    """Python also takes 1_0 for a number, and words such as nan; a sheet's reader does not."""
    plain_text = text.strip(_AROUND)
    return None if "_" in plain_text or len(plain_text) > 32 else read_number(plain_text)


def text(sheet: Sheet, row: int, column: int) -> Reading:
    """A text in the form that a meeting keeps; numbers and dates as they would be written."""
    reading = plain(sheet, row, column)
    if isinstance(reading.value, str):
        return replace(reading, value=harmless_prose(reading.value))
    return reading if reading.value is None else replace(reading, value=_written(reading.value))


def _written(value: CellValue | None) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return str(int(value)) if abs(value) < 1e15 else str(value)
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return value.isoformat(" ") if isinstance(value, datetime) else str(value)
