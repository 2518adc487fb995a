"""What can be compared between meetings: those on the same grid, or the indicators that no version of it changed.

The grid of most meetings that have scores leads; of two that led as many, that of most meetings, then the one used
last. A meeting on another version of that grid is compared on what is the same in both, as long as that is at least
half of what is worth points; another grid is not.

Where the file of a meeting holds the amendments between two versions, *the same* is what they say: an indicator with
another code or other words is compared with what it became. What a programme has locked stays comparable whatever a
centre adds beside it, and however little of its grid that is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from facilitate.analysis.linking import Links, Through
from facilitate.analysis.points import scorable
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Derived, Indicator
from facilitate.domain.model import replaced

LEAST_SHARE = 0.5
"""So much of what is worth points must be the same for two versions to be compared."""


class Comparable(NamedTuple):
    """The grid that leads, the fingerprints of the grids that are compared, and which codes are the same in all."""

    grid: Grid
    fingerprints: frozenset[str]
    codes: frozenset[str]
    through: Mapping[str, Through] = {}
    """By fingerprint, how the leading grid goes into another version, where a file says so."""

    @property
    def shared(self) -> Grid:
        """The leading grid with nothing but what is compared."""
        return only(self.grid, self.codes)

    @property
    def left_out(self) -> tuple[str, ...]:
        """Codes of the leading grid that another version changed."""
        return tuple(code for code in self.grid.by_id if code not in self.codes)


def comparable(
    grids: Sequence[Grid | None], links: Links | None = None, scored: Iterable[Grid | None] = ()
) -> Comparable | None:
    """What the grids of some meetings, in the order in which these took place, have in common; nothing without any.
    `scored` are the grids of those meetings that have scores."""
    links = links or Links()
    every = {grid.fingerprint: grid for grid in grids if grid is not None}
    if not every:
        return None
    times = Counter(grid.fingerprint for grid in grids if grid is not None)
    last = {grid.fingerprint: place for place, grid in enumerate(grids) if grid is not None}
    used = Counter(grid.fingerprint for grid in scored if grid is not None)
    ordered = sorted(every, key=lambda each: (-used[each], -times[each], -last[each]))
    lead = every[ordered[0]]
    kept, codes, through = {lead.fingerprint}, frozenset(lead.by_id), dict[str, Through]()
    for fingerprint in ordered[1:]:
        way = links.between(lead.fingerprint, fingerprint)
        common = _whole(lead, codes & set(way.codes)) if way else unchanged(lead, every[fingerprint], codes)
        locked = as_locked(lead, every[fingerprint])
        if _worth(lead, common) >= LEAST_SHARE * _worth(lead, lead.by_id) > 0 or locked:
            kept.add(fingerprint)
            codes = codes & (common | locked)
            through |= {fingerprint: way} if way else {}
    return Comparable(lead, frozenset(kept), codes, through)


def as_locked(lead: Grid, other: Grid) -> frozenset[str]:
    """What the leading grid locks, where the other one locks and asks all of it too; else nothing.

    Centres may call their grids otherwise: what is locked is the programme's.
    """
    locked = frozenset(lead.locked)
    same = lead.scoring == other.scoring and locked <= set(other.locked)
    if not same or not all(_same(lead, other, code) for code in locked):
        return frozenset()
    return _whole(lead, locked)


def unchanged(before: Grid, after: Grid, codes: Iterable[str]) -> frozenset[str]:
    """Which of these codes ask the same in both versions of a grid, in the same section, for the same points."""
    if before.id != after.id or before.scoring != after.scoring:
        return frozenset()
    return _whole(before, {code for code in codes if _same(before, after, code)})


def _whole(grid: Grid, codes: Collection[str]) -> frozenset[str]:
    """Those of some codes whose answers depend on no others."""
    found = set(codes)
    while lacking := {code for code in found if not _needs(grid.by_id[code]) <= found}:
        found -= lacking
    return frozenset(found)


def _same(before: Grid, after: Grid, code: str) -> bool:
    one, other = before.by_id.get(code), after.by_id.get(code)
    return (
        one is not None
        and other is not None
        and one == other
        and before.scale_of(one) == after.scale_of(other)
        and before.section_of[code].id == after.section_of[code].id
        and before.section_of[code].weight == after.section_of[code].weight
    )


def _needs(indicator: Indicator) -> set[str]:
    """The codes that an indicator's answer depends on."""
    through = set(indicator.behaviours) if isinstance(indicator, Derived) else set()
    return through | ({indicator.when.indicator} if indicator.when else set())


def _worth(grid: Grid, codes: Collection[str] | Mapping[str, Indicator]) -> int:
    return sum(scorable(grid, each) for code, each in grid.by_id.items() if code in codes)


def only(grid: Grid, codes: frozenset[str]) -> Grid:
    """The grid with these indicators and no others; sections that would be empty are left out."""
    if codes.issuperset(grid.by_id):
        return grid
    kept = (
        replaced(section, indicators=tuple(each for each in section.indicators if each.id in codes))
        for section in grid.sections
    )
    return grid.with_sections(tuple(section for section in kept if section.indicators))
