"""Agreement of any number of observers with gaps: in percent, and beyond what chance would bring.

All are 1 - observed / expected disagreement. Observed is the same for all: for every unit with at least two values the
mean distance of its pairs of values, and of these the mean. K. L. Gwet (2014), Handbook of Inter-Rater Reliability, 4th
edition. The expected one is what makes them differ. Units with one value count for shares of points.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from facilitate.analysis.coefficients.distances import By, Different, Distances, beyond_neighbours
from facilitate.analysis.coefficients.linearised import error, interval
from facilitate.analysis.coefficients.named import answered, ordered, quadratic, with_points
from facilitate.analysis.coefficients.patterns import Coded, Pattern
from facilitate.analysis.coefficients.result import NOT_ASKED, Coefficient, Interval, Why, found
from facilitate.analysis.coefficients.table import Table, comparable, varying


class Expected(NamedTuple):
    """What chance would bring: disagreement over all, and for each point what a value of it adds; none if the same."""

    over_all: float
    by_point: Sequence[float] | None = None


Chance: TypeAlias = Callable[[Table, Distances], Expected]


def _drawn(table: Table, distances: Distances) -> Expected:
    given = shares(table)
    by_point = distances.towards(given)
    return Expected(sum(share * each for share, each in zip(given, by_point, strict=True)), by_point)


def _hard_to_tell(table: Table, distances: Distances) -> Expected:
    given, points = shares(table), len(table.points)
    same = points * points - sum(distances.towards([1.0] * points))  # the sum of all weights
    each = same / (points * (points - 1))
    return Expected(1 - each * sum(share * (1 - share) for share in given), [1 - each * (1 - share) for share in given])


def _evenly(table: Table, distances: Distances) -> Expected:
    points = len(table.points)
    return Expected(sum(distances.towards([1.0] * points)) / (points * points))


@answered
def percent(table: Table, bounds: bool = True) -> Coefficient:
    """The share of pairs of observers that gave the same, mean over units; from 0 to 1."""
    return _share(table, Different(), bounds)


@answered
def percent_within_1(table: Table, bounds: bool = True) -> Coefficient:
    """As `percent`; neighbouring points of the declared scale count as the same."""
    return _share(with_points(ordered(table)), By(range(len(table.points)), beyond_neighbours), bounds)


@answered
def percent_quadratic(table: Table, bounds: bool = True) -> Coefficient:
    """As `percent`; points count as nearly the same the nearer they are on the declared scale, by quadratic weights."""
    return _share(with_points(ordered(table)), quadratic(table), bounds)


@answered
def fleiss_kappa(table: Table, bounds: bool = True) -> Coefficient:
    """J. L. Fleiss (1971), Psychological Bulletin 76: chance draws from the shares of points that all observers gave.

    Where observers are not the same number everywhere, the shares of each unit count the same (Gwet 2014).
    """
    if not bounds and table.counted is not None:
        return _fleiss_by_rows(table, table.counted)
    return _beyond_chance(table, Different(), _drawn, bounds)


@answered
def gwet_ac1(table: Table, bounds: bool = True) -> Coefficient:
    """K. L. Gwet (2008), British Journal of Mathematical and Statistical Psychology 61: chance only where points are
    hard to tell apart; expected agreement sum(p (1 - p)) / (q - 1), with the q points of the declared scale."""
    return _beyond_chance(with_points(table), Different(), _hard_to_tell, bounds)


@answered
def gwet_ac2_quadratic(table: Table, bounds: bool = True) -> Coefficient:
    """As `gwet_ac1`, with quadratic weights; Gwet (2014): sum(w) / (q (q - 1)) * sum(p (1 - p))."""
    return _beyond_chance(with_points(ordered(table)), quadratic(table), _hard_to_tell, bounds)


@answered
def brennan_prediger(table: Table, bounds: bool = True) -> Coefficient:
    """R. L. Brennan & D. J. Prediger (1981), Educational and Psychological Measurement 41: chance gives every point of
    the declared scale equally often."""
    return _beyond_chance(with_points(table), Different(), _evenly, bounds)


def _fleiss_by_rows(table: Table, rows: Mapping[Coded, int]) -> Coefficient:
    """The value alone, row by row: of few units patterns take longer to make than this to reckon."""
    paired, agreeing, given_as = 0, 0.0, [0.0] * len(table.points)
    for row, times in rows.items():
        given, same = len(row) - row.count(0), 0
        for code in set(row):
            if code:
                number = row.count(code)
                same += number * number
                given_as[code - 1] += times * number / given
        if given > 1:
            paired += times
            agreeing += times * (same - given) / (given * (given - 1))
    if not paired or len(given_as) - given_as.count(0.0) < 2:
        comparable(table)
        varying(table.patterns)
    whole = sum(given_as)
    expected = sum([share * share for share in given_as]) / (whole * whole)
    return found((agreeing / paired - expected) / (1 - expected), NOT_ASKED, paired)


def shares(table: Table) -> list[float]:
    """The share of each point, mean over units of its share in the unit."""
    found = [0.0] * len(table.points)
    for each in table.patterns:
        share = each.times / each.given
        for place, number in each.counts:
            found[place] += share * number
    return [share / table.units for share in found]


def apart(pattern: Pattern, distances: Distances) -> float:
    """The mean distance of the pairs of values of a unit."""
    return distances.within(pattern.counts) / (pattern.given * (pattern.given - 1))


def observed(table: Table, distances: Distances) -> float:
    """The mean distance of pairs of values, mean over units with at least two."""
    return sum([each.times * apart(each, distances) for each in table.paired]) / table.units_paired


def parts(table: Table, distances: Distances, value: float, expected: Expected) -> list[tuple[int, float]]:
    """What units add to a coefficient, for its standard error."""
    more, chance = table.units / table.units_paired, expected.over_all
    added = []
    for each in table.patterns:
        part = more * (1 - apart(each, distances) / chance) if each.given > 1 else 0.0
        if expected.by_point is not None:
            drawn = sum([number * expected.by_point[place] for place, number in each.counts]) / each.given
            part -= 2 * (1 - value) * (chance - drawn) / chance
        added.append((each.times, part))
    return added


def _share(table: Table, distances: Distances, bounds: bool) -> Coefficient:
    comparable(table)
    value = 1 - observed(table, distances)
    made = _interval(table, distances, value, Expected(1.0)) if bounds else NOT_ASKED
    if isinstance(made, Interval):
        made = made._replace(low=max(0.0, made.low))  # shares begin at 0
    return found(value, made, table.units_paired)


def _beyond_chance(table: Table, distances: Distances, chance: Chance, bounds: bool) -> Coefficient:
    comparable(table)
    varying(table.patterns)
    expected = chance(table, distances)
    value = 1 - observed(table, distances) / expected.over_all
    return found(value, _interval(table, distances, value, expected) if bounds else NOT_ASKED, table.units_paired)


def _interval(table: Table, distances: Distances, value: float, expected: Expected) -> Interval | Why:
    return interval(value, error(parts(table, distances, value, expected), value, table.units), table.units)
