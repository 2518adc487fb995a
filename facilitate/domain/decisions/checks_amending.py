"""When a sealed grid may be amended: its mapping says what became of every indicator, so that no score is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from facilitate.domain.decisions.checks_grid import unsound
from facilitate.domain.decisions.refusal import Refused, refuse
from facilitate.domain.events import agreeing as g
from facilitate.domain.events.base import FactBase
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Indicator
from facilitate.domain.locks import broken_locks
from facilitate.domain.meeting.mapping import SHAPES
from facilitate.domain.meeting.state import Meeting


def grid_amended(meeting: Meeting, _: str, fact: g.GridAmended) -> Refused | None:
    grid = meeting.grid
    if grid is None or not meeting.grids.seal:
        return refuse("refused.not_sealed")
    if not fact.reason:
        return refuse("refused.reason_needed")
    if fact.before != grid.fingerprint:
        return refuse("refused.grid_changed_meanwhile")
    if fact.grid.fingerprint == grid.fingerprint:
        return refuse("refused.nothing_changed")
    broken = broken_locks(grid, fact.grid)
    if broken:
        return refuse("refused.locked", codes=broken)
    return unsound(fact.grid) or why_not_mapped(grid, fact.grid, fact.mapping)


def why_not_mapped(before: Grid, after: Grid, mapping: tuple[g.Mapped, ...]) -> Refused | None:
    """What is wrong with a mapping between two versions; nothing where every code of both stands in it once."""
    olds, news = ([code for each in mapping for code in getattr(each, side)] for side in ("old", "new"))
    for grid, named in ((before, olds), (after, news)):
        unknown = next((code for code in named if code not in grid.by_id), None)
        if unknown is not None:
            return refuse("refused.no_such_indicator", code=unknown)
        twice = next((code for code, times in Counter(named).items() if times > 1), None)
        if twice is not None:
            return refuse("refused.mapped_twice", code=twice)
    missing = (set(before.by_id) - set(olds)) | (set(after.by_id) - set(news))
    if missing:
        return refuse("refused.mapping_incomplete", codes=tuple(sorted(missing)))
    return next((why for each in mapping if (why := _row(before, after, each)) is not None), None)


def _row(before: Grid, after: Grid, row: g.Mapped) -> Refused | None:
    code = (*row.old, *row.new)[0] if row.old or row.new else ""
    if not SHAPES[row.how](len(row.old), len(row.new)):
        return refuse("refused.mapping_shape", code=code)
    if row.how not in ("same", "renamed"):
        return None
    old, new = before.by_id[row.old[0]], after.by_id[row.new[0]]
    if row.how == "same" and (old != new or before.scale_of(old) != after.scale_of(new)):
        return refuse("refused.not_the_same", code=code)
    if row.how == "renamed" and not same_measure(before, old, after, new):
        return refuse("refused.other_measure", code=code)
    return None


def same_measure(before: Grid, old: Indicator, after: Grid, new: Indicator) -> bool:
    """Whether an answer to one indicator means as much on the other: same kind and subject, same points or options."""
    if (old.kind, old.about, old.reverse) != (new.kind, new.about, new.reverse):
        return False
    one, other = before.scale_of(old), after.scale_of(new)
    if one and other and (one.values, one.best, one.measurement) != (other.values, other.best, other.measurement):
        return False
    return _measure(old) == _measure(new)


def _measure(indicator: Indicator) -> tuple[Any, ...]:
    """What the answers of a kind are counted in, and out of what they are chosen."""
    counted = (getattr(indicator, name, None) for name in ("measure", "several", "every_seconds", "momentary"))
    options = (option.id for name in ("options", "groups", "codes") for option in getattr(indicator, name, ()))
    return (*counted, *options)


CHECKS: Mapping[type[FactBase], Callable[[Meeting, str, Any], Refused | None]] = {g.GridAmended: grid_amended}
