"""What all coefficients share: the reasons for which one has no value, and weights from the declared scale."""

from __future__ import annotations

from functools import wraps
from typing import Protocol

from facilitate.analysis.coefficients.distances import By, Squares, difference
from facilitate.analysis.coefficients.result import Coefficient, Undefined, undefined
from facilitate.analysis.coefficients.scale import even, spread
from facilitate.analysis.coefficients.table import Table


class Statistic(Protocol):
    def __call__(self, table: Table, bounds: bool = True) -> Coefficient:
        """The coefficient of a table; without `bounds` only its value, which is faster."""


def answered(statistic: Statistic) -> Statistic:
    """The statistic, answering with the reason where it is undefined."""

    @wraps(statistic)
    def answering(table: Table, bounds: bool = True) -> Coefficient:
        try:
            return statistic(table, bounds)
        except Undefined as reason:
            return undefined(reason.why)

    return answering


def ordered(table: Table) -> Table:
    """The same table; raises Undefined where points of its scale have no order."""
    if table.scale.level == "nominal":
        raise Undefined("agreement.why.no_order")
    return table


def with_points(table: Table) -> Table:
    """The same table; raises Undefined where its scale has no list of points, such as a count."""
    if not table.scale.points:
        raise Undefined("agreement.why.no_points")
    return table


def quadratic(table: Table) -> Squares:
    """J. L. Fleiss & J. Cohen (1973): squared differences."""
    return Squares(places(table))


def linear(table: Table) -> By:
    """D. V. Cicchetti & T. Allison (1971): differences."""
    return By(places(table), difference)


def places(table: Table) -> tuple[float, ...]:
    """Where the points stand between 0 and 1: by their order on an ordinal scale, else by their numbers."""
    by_order = table.scale.level in ("nominal", "ordinal") and bool(table.scale.points)
    return even(table.points) if by_order else spread(table.points)
