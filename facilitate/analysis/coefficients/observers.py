"""Which observer stands apart, and how far observers are from each other: for talking about it, not for ranking
people."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

from facilitate.analysis.coefficients.named import Statistic
from facilitate.analysis.coefficients.result import Coefficient
from facilitate.analysis.coefficients.table import Table


class Left(NamedTuple):
    """A coefficient without one observer, by place in the table as it came, and how much that changes it.

    `change` is above 0 where the others agree better among themselves; nothing where either is undefined.
    """

    observer: int
    without: Coefficient
    change: float | None


def leaving_each_out(table: Table, statistic: Statistic) -> tuple[Left, ...]:
    """The coefficient again and again, each time without another observer; without intervals."""
    whole = statistic(table, False).value
    return tuple(_left(table, place, statistic, whole) for place in range(table.observers))


def stands_apart(table: Table, statistic: Statistic) -> Left | None:
    """The observer whose absence changes a coefficient most, of equal ones the first; none where nothing changes.

    There must be three at least: of two observers it cannot be said who stands apart.
    """
    if table.observers < 3:
        return None
    known = [each for each in leaving_each_out(table, statistic) if each.change]
    return max(known, key=lambda each: abs(each.change or 0), default=None)


class Between(NamedTuple):
    """Two observers, by their places in the table as it came, over the units that both judged.

    `difference` is the mean of how far their values are apart; `higher` by how much the first gives more than the
    second, on the mean; both nothing on a scale without order. `same` is the share of units with the same value. All
    are nothing where no unit is shared.
    """

    one: int
    other: int
    units: int
    same: float | None = None
    difference: float | None = None
    higher: float | None = None


def distances(table: Table) -> tuple[Between, ...]:
    """How far every two observers are from each other, in the numbers of the scale."""
    return tuple(_between(table, one, other) for one, other in combinations(range(table.observers), 2))


def _left(table: Table, place: int, statistic: Statistic, whole: float | None) -> Left:
    without = statistic(table.without(place), False)
    change = without.value - whole if without.value is not None and whole is not None else None
    return Left(table.columns[place], without, change)


def _between(table: Table, one: int, other: int) -> Between:
    joint = table.joint(one, other)
    units, names = sum(joint.values()), (table.columns[one], table.columns[other])
    if not units:
        return Between(*names, 0)
    same = sum(times for (mine, yours), times in joint.items() if mine == yours) / units
    if table.scale.level == "nominal":
        return Between(*names, units, same)
    apart = [(table.points[mine] - table.points[yours], times) for (mine, yours), times in joint.items()]
    difference = sum(times * abs(each) for each, times in apart) / units
    return Between(*names, units, same, difference, sum(times * each for each, times in apart) / units)
