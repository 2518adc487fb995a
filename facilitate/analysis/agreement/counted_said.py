"""What one sheet says of an indicator that is counted or timed: in all, and by the steps in which it was seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from facilitate.analysis.coefficients.scale import is_number
from facilitate.analysis.lasting import counted_seconds, timings_of
from facilitate.domain.indicator import Indicator
from facilitate.domain.meeting.sheets import Cell, Mark, Sheet


class Said(NamedTuple):
    """What one observer counted: in all, and by step where that is known; `everywhere`, so that no press is 0."""

    total: float
    by_step: Mapping[str | None, float] | None = None
    everywhere: bool = False


def said_of(sheet: Sheet, indicator: Indicator, about: str, group: str | None) -> Said | None:
    """What a sheet says of one indicator and subject, or of one group in it; nothing where it says nothing."""
    if indicator.about == "step":
        return _about_steps(sheet, indicator, about, group)
    cell = Cell(about, indicator.id)
    if cell in sheet.marks:
        number = _typed(sheet.marks[cell], group)
        return None if number is None else Said(number)
    parts = _parts(sheet, cell)
    if not parts:
        return None
    known = {step for steps in parts.values() for step in steps}
    counts: dict[str | None, float] = {}
    for step, number in _of_group(parts, group):
        counts[step] = counts.get(step, 0) + number
    return Said(sum(counts.values()), None if known == {None} else counts, everywhere=True)


def _about_steps(sheet: Sheet, indicator: Indicator, about: str, group: str | None) -> Said | None:
    timed = (each.cell for each in sheet.timings.values())
    every = (*sheet.marks, *sheet.tallies, *timed)
    cells = dict.fromkeys(cell for cell in every if (cell.about, cell.indicator) == (about, indicator.id))
    counts: dict[str | None, float] = {}
    for cell in cells:
        if cell in sheet.marks:
            number = _typed(sheet.marks[cell], group)
            if number is not None:
                counts[cell.step] = number
        elif parts := _parts(sheet, cell):
            counts[cell.step] = sum(number for _, number in _of_group(parts, group))
    return Said(sum(counts.values()), counts, everywhere=sheet.marks.keys().isdisjoint(cells)) if counts else None


def _typed(mark: Mark, group: str | None) -> float | None:
    """The number of an answer; it is about all groups together."""
    value = mark.value
    return value if group is None and isinstance(value, int | float) and is_number(value) and value >= 0 else None


Parts: TypeAlias = Mapping[str | None, Mapping[str | None, float]]
"""Counts or seconds, by group and by the step in which they were seen."""


def _parts(sheet: Sheet, cell: Cell) -> Parts:
    if cell in sheet.tallied_in:
        return sheet.tallied_in[cell]
    parts: dict[str | None, dict[str | None, float]] = {}
    for timing, seconds in counted_seconds(timings_of(sheet, cell)):
        steps = parts.setdefault(timing.group, {})
        steps[timing.seen] = steps.get(timing.seen, 0.0) + seconds
    return parts


def _of_group(parts: Parts, group: str | None) -> Iterator[tuple[str | None, float]]:
    """What was counted of one group, or of all."""
    for each, steps in parts.items():
        if group in (None, each):
            yield from steps.items()
