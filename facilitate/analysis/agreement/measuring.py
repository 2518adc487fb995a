"""How far observers agree over some units: every coefficient, and who is how far from whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from statistics import fmean
from typing import NamedTuple

from facilitate.analysis.agreement.putting import Put
from facilitate.analysis.coefficients import (
    COEFFICIENTS,
    Coefficient,
    coefficients,
    distances,
    fleiss_by_point,
    leaving_each_out,
)

MOST_POINTS_TOLD = 30
"""On a scale with more points than these, agreement is not told point by point."""

SHARES = ("percent", "percent_within_1")
"""What is told as a share of all, and not as a coefficient."""

LOWEST = -1.0
"""A coefficient's range is told no further down than that; below it no coefficient of two observers can fall."""

BRIEFLY = (
    "percent",
    "percent_within_1",
    "krippendorff_nominal",
    "krippendorff_ordinal",
    "krippendorff_interval",
    "krippendorff_ratio",
    "gwet_ac1",
    "gwet_ac2_quadratic",
)
"""What is said of a part of the grid."""


class Measured(NamedTuple):
    """Agreement over some units.

    `units` were judged by anybody, `compared` by at least two; `pairable` are the values on those, `pairs` every two
    observers on each. `lead` is the name of Krippendorff's alpha for the kind of scale, which is told first.
    `difference` is the mean of how far two observers are apart in one unit, in the numbers of the scale; nothing on a
    scale without order. `left_out` are codes of indicators that the common scale does not hold.
    """

    put: Put
    observers: tuple[str, ...]
    units: int
    compared: int
    pairable: int
    pairs: int
    coefficients: Mapping[str, Coefficient]
    difference: float | None

    @property
    def lead(self) -> str:
        return f"krippendorff_{self.put.scale.level}"

    @property
    def alpha(self) -> Coefficient:
        return self.coefficients[self.lead]

    @property
    def left_out(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(unit.cell.indicator for unit in self.put.left_out))


class Without(NamedTuple):
    """Krippendorff's alpha without one observer, and how much that changes it: above 0 where the others agree better
    among themselves; nothing where either is undefined."""

    observer: str
    alpha: Coefficient
    change: float | None


class Apart(NamedTuple):
    """Two observers over the units that both judged: the share that both answered the same, the mean of how far they
    are apart, and by how much the first gives more on the mean; nothing where there is none, or no order."""

    one: str
    other: str
    units: int
    same: float | None
    difference: float | None
    higher: float | None


def measured(put: Put, names: Iterable[str] = COEFFICIENTS, bounds: bool = True) -> Measured:
    """These coefficients, or all, over units on one scale."""
    table = put.table
    return Measured(
        put=put,
        observers=put.observers,
        units=len(put.units),
        compared=table.units_paired,
        pairable=table.pairable,
        pairs=sum(each.times * each.given * (each.given - 1) // 2 for each in table.paired),
        coefficients=coefficients(table, names, bounds),
        difference=_difference(put),
    )


def _difference(put: Put) -> float | None:
    """Mean over all pairs of observers on a unit."""
    if put.scale.level == "nominal":
        return None
    apart = [
        abs(one - other)
        for row in put.rows
        for one, other in combinations([value for value in row if value is not None], 2)
    ]
    return fmean(apart) if apart else None


def without_each(found: Measured) -> tuple[Without, ...]:
    """Alpha again and again, each time without another observer; of fewer than three observers nothing is said."""
    if len(found.observers) < 3:
        return ()
    left = leaving_each_out(found.put.table, COEFFICIENTS[found.lead])
    return tuple(Without(found.observers[each.observer], each.without, each.change) for each in left)


def between(put: Put) -> tuple[Apart, ...]:
    """Every two observers."""
    who = put.observers
    return tuple(
        Apart(who[each.one], who[each.other], each.units, each.same, each.difference, each.higher)
        for each in distances(put.table)
    )


def by_point(put: Put) -> Mapping[float, Coefficient]:
    """Fleiss' kappa of each point of the scale against all others; nothing where it has no points, or too many."""
    points: Sequence[float] = put.scale.points
    return fleiss_by_point(put.table) if 2 < len(points) <= MOST_POINTS_TOLD else {}
