"""Cohen's kappa of two observers, plain and weighted; of more, the mean of all pairs.

J. Cohen (1960), Educational and Psychological Measurement 20; (1968), Psychological Bulletin 70. The mean of pairs:
R. J. Light (1971), Psychological Bulletin 76. Standard error of one pair: J. L. Fleiss, J. Cohen & B. S. Everitt
(1969), Psychological Bulletin 72. Of a mean of pairs: the same parts, of which that error is the
root mean square, are added up by unit, since pairs with the same units are not independent; with two observers it is
theirs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from math import sqrt
from typing import NamedTuple

from facilitate.analysis.coefficients.distances import Different, Distances
from facilitate.analysis.coefficients.laws import normal
from facilitate.analysis.coefficients.linearised import NONE
from facilitate.analysis.coefficients.named import answered, linear, ordered, quadratic
from facilitate.analysis.coefficients.result import CONFIDENCE, NOT_ASKED, Coefficient, Interval, Undefined, Why, found
from facilitate.analysis.coefficients.table import Table, comparable


class Pair(NamedTuple):
    """Two observers: their kappa, and what a unit adds to it, by the two points that they gave."""

    one: int
    other: int
    value: float
    parts: Mapping[tuple[int, int], float]


@answered
def cohen_kappa(table: Table, bounds: bool = True) -> Coefficient:
    """Two points are the same or not."""
    return weighted_kappa(table, Different(), bounds)


@answered
def cohen_kappa_linear(table: Table, bounds: bool = True) -> Coefficient:
    """Weighted by how many points of the declared scale lie between; on interval and ratio scales by the difference."""
    return weighted_kappa(table, linear(ordered(table)), bounds)


@answered
def cohen_kappa_quadratic(table: Table, bounds: bool = True) -> Coefficient:
    """As linear, squared."""
    return weighted_kappa(table, quadratic(ordered(table)), bounds)


def pair(table: Table, distances: Distances, one: int, other: int) -> Pair | None:
    """Two observers by their places in the table; none where they share no unit, or both gave one point only."""
    joint = table.joint(one, other)
    units, points = sum(joint.values()), len(table.points)
    first, second = [0.0] * points, [0.0] * points
    for (mine, yours), times in joint.items():
        first[mine] += times / units
        second[yours] += times / units
    from_first, from_second = distances.towards(first), distances.towards(second)
    chance = sum([share * each for share, each in zip(first, from_second, strict=True)])
    if chance < NONE or len({point for cell in joint for point in cell}) < 2:
        return None
    each = {cell: distances.between(*cell) for cell in joint}
    rest = sum([times * each[cell] for cell, times in joint.items()]) / units / chance  # 1 - kappa
    parts = {
        (mine, yours): (rest * (from_second[mine] + from_first[yours] - chance) - each[mine, yours]) / chance / units
        for mine, yours in joint
    }
    return Pair(one, other, 1 - rest, parts)


def weighted_kappa(table: Table, distances: Distances, bounds: bool = True) -> Coefficient:
    """Of points with any distances, such as Cohen (1968) has: the mean of the pairs that have one.

    Raises Undefined where none has.
    """
    comparable(table)
    pairs = [pair(table, distances, one, other) for one, other in combinations(range(table.observers), 2)]
    known = [each for each in pairs if each is not None]
    if not known:
        raise Undefined("agreement.why.no_variation")
    value = sum(each.value for each in known) / len(known)
    of_all = found(value, _interval(value, _error(table, known)) if bounds else NOT_ASKED, table.units_paired)
    return replace(of_all, left_out=len(pairs) - len(known))


def _error(table: Table, pairs: Sequence[Pair]) -> float:
    squares, off = 0.0, [(each.one, each.other, each.parts) for each in pairs]
    for row, times in table.rows.items():
        part = 0.0
        for one, other, parts in off:
            if row[one] and row[other]:
                part += parts[row[one] - 1, row[other] - 1]
        squares += times * part * part
    return sqrt(squares) / len(pairs)


def _interval(value: float, error: float) -> Interval | Why:
    if error < NONE:
        return Why("agreement.why.interval_no_spread")
    reach = normal((1 + CONFIDENCE) / 2) * error
    return Interval(value - reach, min(1.0, value + reach), "large_sample")
