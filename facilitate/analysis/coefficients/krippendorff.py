"""Krippendorff's alpha for nominal, ordinal, interval and ratio scales, any number of observers, with gaps.

K. Krippendorff (2011), Computing Krippendorff's Alpha-Reliability: 1 - (n - 1) * sum(o_ck d_ck) / sum(n_c n_k d_ck),
with o the coincidences of values within units, each unit of m values weighing 1 / (m - 1), and n their sums. Units
with one value say nothing. Its standard error: K. L. Gwet (2014) and his R package irrCAC, which is where
it takes squared ranks as given.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from facilitate.analysis.coefficients.distances import By, Different, Distances, Squares, ratio
from facilitate.analysis.coefficients.linearised import error, interval
from facilitate.analysis.coefficients.named import answered, ordered
from facilitate.analysis.coefficients.result import NOT_ASKED, Coefficient, Undefined, found
from facilitate.analysis.coefficients.scale import spread
from facilitate.analysis.coefficients.table import Table, comparable, varying

MOST_VALUES = 3000
"""With more different values, comparing each with each takes too long."""


@answered
def krippendorff_nominal(table: Table, bounds: bool = True) -> Coefficient:
    """Alpha: two values are the same or not."""
    return _alpha(table, Different(), bounds)


@answered
def krippendorff_ordinal(table: Table, bounds: bool = True) -> Coefficient:
    """Alpha: the number of values between two points, each end counting half, squared."""
    return _alpha(table, Squares(ranks(given_in_pairs(ordered(table)))), bounds)


@answered
def krippendorff_interval(table: Table, bounds: bool = True) -> Coefficient:
    """Alpha: the difference, squared."""
    return _alpha(table, Squares(spread(ordered(table).points)), bounds)


@answered
def krippendorff_ratio(table: Table, bounds: bool = True) -> Coefficient:
    """Alpha: the difference over the sum, squared; for values that are not below 0."""
    given = given_in_pairs(ordered(table))
    used = [point for point, number in zip(table.points, given, strict=True) if number]
    if min(used, default=0) < 0:
        raise Undefined("agreement.why.below_zero")
    if len(used) > MOST_VALUES:
        raise Undefined("agreement.why.many_values", number=len(used))
    return _alpha(table, By(table.points, ratio), bounds)


class _Sums(NamedTuple):
    """Over units with at least two values: how many values, distances within each, and what chance would bring."""

    values: int
    within: Sequence[float]
    observed: float
    by_point: Sequence[float]
    drawn: float


def _alpha(table: Table, distances: Distances, bounds: bool) -> Coefficient:
    comparable(table)
    varying(table.paired)
    given = given_in_pairs(table)
    by_point = distances.towards(given)
    within = [distances.within(each.counts) / (each.given - 1) for each in table.paired]
    observed = sum([each.times * apart for each, apart in zip(table.paired, within, strict=True)])
    drawn = sum([number * each for number, each in zip(given, by_point, strict=True)])
    if not drawn:
        raise Undefined("agreement.why.no_variation")  # they differ by less than can be told
    sums = _Sums(sum(given), within, observed, by_point, drawn)
    value = 1 - (sums.values - 1) * observed / drawn
    if not bounds:
        return found(value, NOT_ASKED, table.units_paired)
    off = error(_parts(table, sums), 1 - sums.values * observed / drawn, table.units_paired)
    return found(value, interval(value, off, table.units_paired), table.units_paired)


def _parts(table: Table, sums: _Sums) -> list[tuple[int, float]]:
    """What units add to alpha, for its standard error; without its correction for few values."""
    mean, chance = sums.values / table.units_paired, sums.drawn / (sums.values * sums.values)
    prime = sums.values * sums.observed / sums.drawn  # 1 - alpha without that correction
    observed, by_point = prime * chance * (1 - 1 / sums.values), [each / sums.values for each in sums.by_point]
    added = []
    for each, within in zip(table.paired, sums.within, strict=True):
        more = (each.given - mean) / mean
        apart = within / mean - observed * more
        drawn = sum([number * by_point[place] for place, number in each.counts]) / mean - chance * more
        added.append((each.times, (chance - apart) / chance - 2 * prime * (chance - drawn) / chance))
    return added


def given_in_pairs(table: Table) -> list[int]:
    """How often each point was given in units with at least two values."""
    given = [0] * len(table.points)
    for each in table.paired:
        for place, number in each.counts:
            given[place] += each.times * number
    return given


def ranks(given: Sequence[int]) -> list[float]:
    """Where each point stands among all values, in the order of the scale: in the middle of its own."""
    ranks, below, whole = list[float](), 0, sum(given) or 1
    for number in given:
        ranks.append((below + number / 2) / whole)
        below += number
    return ranks
