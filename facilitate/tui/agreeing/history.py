"""What was proposed since the grid was put on the table, and what each proposal changed on which line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from facilitate.domain.events import agreeing as g
from facilitate.domain.grid import FRAME, Grid
from facilitate.domain.indicator import Derived, Rating
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.agreement import Change, GridHistory
from facilitate.domain.meeting.proposing import proposed
from facilitate.tui.agreeing.keys import is_scale, is_section, name_of


class Done(NamedTuple):
    """One proposal, and the grid before and after it; `by` is nobody in one's own draft."""

    change: Change
    by: str
    at: Instant | None
    before: Grid
    after: Grid


def done(grids: GridHistory, told: Sequence[Done] = ()) -> tuple[Done, ...]:
    """Every proposal on the grid that is being discussed, in order. What a sealed grid was made of is told, too.

    `told` is what this gave before: what is still so in it is not made again.
    """
    if grids.begun is None or grids.amendments:
        return ()
    found, grid = list[Done](), grids.begun
    for each in grids.proposals:
        found.append(_next(found, told, Done(each.change, each.by, each.at, grid, grid)))
        grid = found[-1].after
    return tuple(found)


def drafted(base: Grid, changes: Iterable[Change], told: Sequence[Done] = ()) -> tuple[Done, ...]:
    """The same of a draft that nobody else has seen."""
    found, grid = list[Done](), base
    for change in changes:
        found.append(_next(found, told, Done(change, "", None, grid, grid)))
        grid = found[-1].after
    return tuple(found)


def _next(found: Sequence[Done], told: Sequence[Done], begun: Done) -> Done:
    """A proposal with the grid after it, as it was told before where that was the same."""
    before = told[len(found)] if len(found) < len(told) else None
    if before is not None and before.before is begun.before and before.change is begun.change:
        return before._replace(by=begun.by, at=begun.at)
    return begun._replace(after=proposed(begun.before, begun.change))


def concerning(history: Iterable[Done], key: str, grid: Grid) -> list[Done]:
    """What was changed on a line, newest first; an indicator is followed to the codes that it had before."""
    found, code = list[Done](), key
    for each in reversed(tuple(history)):
        change = each.change
        if key == FRAME:
            if _on_frame(each):
                found.append(each)
        elif is_section(key):
            if isinstance(change, g.SectionProposed) and change.section == name_of(key):
                found.append(each)
        elif is_scale(key):
            if isinstance(change, g.ScaleProposed) and change.scale == name_of(key):
                found.append(each)
        elif isinstance(change, g.IndicatorProposed) and code in _codes(change):
            found.append(each)
            code = change.code
        elif isinstance(change, g.ScaleProposed) and change.scale == _scale(grid, key):
            found.append(each)
    return found


def _codes(change: g.IndicatorProposed) -> tuple[str, ...]:
    """The code that the indicator has after the change."""
    return (change.indicator.id,) if change.indicator else (change.code,)


def _scale(grid: Grid, code: str) -> str | None:
    indicator = grid.by_id.get(code)
    return indicator.scale if isinstance(indicator, Rating | Derived) else None


def _on_frame(each: Done) -> bool:
    """Whether it asks everybody about the frame again."""
    return each.before.frame != each.after.frame


def last_on(history: Iterable[Done], key: str, grid: Grid) -> Done | None:
    """The newest change of a line."""
    return next(iter(concerning(history, key, grid)), None)
