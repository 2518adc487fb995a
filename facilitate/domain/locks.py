"""What a programme has locked in a grid: centres add to it, and do not change it, so that all stay comparable.

With an indicator its scale, the section that it stands in with its weight, the indicators that its answers follow from
or that it is asked after, and the scoring of the grid are locked.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Derived, Indicator


def broken_locks(before: Grid, after: Grid) -> tuple[str, ...]:
    """Codes that are locked in a grid and are not as they were in the next one."""
    if before.locked and before.scoring != after.scoring:
        return before.locked
    return tuple(code for code in before.locked if _as_locked(before, code) != _as_locked(after, code))


def _as_locked(grid: Grid, code: str) -> tuple[Any, ...]:
    """Everything that scores on an indicator depend on."""
    indicator = grid.by_id.get(code)
    if indicator is None:
        return (code in grid.locked,)
    section = grid.section_of[code]
    used = [(each, grid.scale_of(each)) for each in _used(grid, indicator, {code})]
    return (code in grid.locked, indicator, grid.scale_of(indicator), section.id, section.weight, used)


def _used(grid: Grid, indicator: Indicator, seen: set[str]) -> Iterator[Indicator]:
    """The indicators of the grid on whose answers this one's depend, near and far, each once."""
    codes = indicator.behaviours if isinstance(indicator, Derived) else ()
    for code in (*codes, *((indicator.when.indicator,) if indicator.when else ())):
        if code in grid.by_id and code not in seen:
            seen.add(code)
            yield grid.by_id[code]
            yield from _used(grid, grid.by_id[code], seen)
