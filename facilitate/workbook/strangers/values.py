"""The value of a cell from what stands in its part."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from openpyxl.utils.datetime import from_excel

from facilitate.workbook.strangers.formats import Shows
from facilitate.workbook.strangers.limits import LONGEST_NUMBER
from facilitate.workbook.strangers.sheet import CellValue

_NUMBER = re.compile(r"[+-]?(\d+)?(\.\d*)?([eE][+-]?\d+)?", re.ASCII)
_TRUTH = {"1": True, "true": True, "0": False, "false": False}
_ENDLESS = (float("inf"), float("-inf"))


def number(raw: str) -> int | float | None:
    """The number; nothing where it is none, or one that no computer holds, such as 1e999."""
    written = raw.strip()
    found = _NUMBER.fullmatch(written) if len(written) <= LONGEST_NUMBER else None
    if found is None or not (found[1] or (found[2] or ".") != "."):
        return None
    if found[2] is None and found[3] is None:
        return int(written)
    value = float(written)
    return None if value in _ENDLESS else value


def dated(value: float, shows: Shows, epoch: datetime) -> CellValue | None:
    """The day, the time or the length of time that a number is shown as; nothing where the calendar has none such."""
    if shows == "number":
        return value
    try:
        found: CellValue | None = from_excel(value, epoch, timedelta=shows == "length")
    except (OverflowError, ValueError, TypeError):
        return None
    return found


def truth(raw: str) -> bool | None:
    """TRUE or FALSE, however it is written."""
    return _TRUTH.get(raw.strip().lower())


def moment(raw: str) -> date | time | None:
    """A date, a time, or both, in their international form."""
    written = raw.strip().removesuffix("Z")
    for kind in (date, datetime, time):
        try:
            return kind.fromisoformat(written)
        except ValueError:
            continue
    return None
