"""An amendment takes along what was said: under its new code what goes on, put aside with its version what does not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from facilitate.domain.meeting.sheets import Cell, Review, Said, Sheet
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import replaced

Kept = TypeVar("Kept")
Codes = Mapping[str, str]
"""For each code that goes on, its code from now on."""


def carried_on(meeting: Meeting, version: int, codes: Codes) -> Meeting:
    """The meeting with everything that was said on `version` where the next version has it."""
    if not (meeting.sheets or meeting.reviews or meeting.consensus):
        return meeting
    sheets = {observer: _sheet(sheet, version, codes) for observer, sheet in meeting.sheets.items()}
    reviews, aside = {}, dict(meeting.earlier)
    for (observer, cell), review in meeting.reviews.items():
        if (now := _renamed(cell, codes)) is not None:
            reviews[observer, now] = review
        else:
            aside[version, observer, cell] = review
    consensus: dict[Cell, Review] = {}
    for cell, review in meeting.consensus.items():
        if (now := _renamed(cell, codes)) is not None:
            consensus[now] = review
        else:
            aside[version, None, cell] = review
    return replaced(meeting, sheets=sheets, reviews=reviews, consensus=consensus, earlier=aside)


def _renamed(cell: Cell, codes: Codes) -> Cell | None:
    code = codes.get(cell.indicator)
    return None if code is None else cell._replace(indicator=code)


def _sheet(sheet: Sheet, version: int, codes: Codes) -> Sheet:
    on: dict[str, Any] = {}
    aside: dict[str, Any] = {}
    for name in ("marks", "tallies", "tallied_in", "intervals"):
        on[name], aside[name] = _by_cell(getattr(sheet, name).items(), codes)
    for name in ("timings", "evidence"):
        on[name], aside[name] = _with_cell(getattr(sheet, name), codes)
    earlier = {**sheet.earlier, version: Said(**aside)} if any(aside.values()) else sheet.earlier
    return replaced(sheet, **on, earlier=earlier)


def _by_cell(items: Iterable[tuple[Cell, Kept]], codes: Codes) -> tuple[dict[Cell, Kept], dict[Cell, Kept]]:
    on, aside = dict[Cell, Kept](), dict[Cell, Kept]()
    for cell, kept in items:
        now = _renamed(cell, codes)
        if now is not None:
            on[now] = kept
        else:
            aside[cell] = kept
    return on, aside


def _with_cell(kept: Mapping[str, Any], codes: Codes) -> tuple[dict[str, Any], dict[str, Any]]:
    """Timings and facts have names of their own; the cell is one of their fields."""
    on, aside = dict[str, Any](), dict[str, Any]()
    for name, each in kept.items():
        now = _renamed(each.cell, codes)
        if now is None:
            aside[name] = each
        else:
            on[name] = each if now == each.cell else replaced(each, cell=now)
    return on, aside
