"""Mean squares: how much scores vary between units, between observers, and beyond both."""

from __future__ import annotations

from typing import NamedTuple

from facilitate.analysis.coefficients.patterns import Coded
from facilitate.analysis.coefficients.result import Undefined
from facilitate.analysis.coefficients.scale import spread
from facilitate.analysis.coefficients.table import Table, comparable

NONE = 1e-14
"""Mean squares of scores between 0 and 1 that are so small are rounding."""


class Squares(NamedTuple):
    """Mean squares of the units that every observer judged, of scores stretched to between 0 and 1.

    `between` units, `within` units, between `observed` means of observers, and the `residual` beyond units and
    observers; BMS, WMS, JMS and EMS of Shrout & Fleiss (1979).
    """

    units: int
    observers: int
    between: float
    within: float
    observed: float
    residual: float


def squares(table: Table) -> Squares:
    """The mean squares; raises Undefined where fewer than two units are complete, or all scores are the same."""
    comparable(table)
    complete = list(table.complete)
    units, observers = sum([times for _, times in complete]), table.observers
    if units < 2:
        raise Undefined("agreement.why.few_complete", units=units)
    at = (0.0, *spread(table.points))
    rows = [([at[code] for code in row], times) for row, times in complete]
    columns = _means(complete, at, units, observers)
    mean = sum(columns) / observers
    between, residual = 0.0, 0.0
    for row, times in rows:
        own = sum(row) / observers - mean
        between += times * own * own
        beyond = [score - column - own for score, column in zip(row, columns, strict=True)]
        residual += times * sum([each * each for each in beyond])
    observed = units * sum([(column - mean) * (column - mean) for column in columns])
    if observers * between + residual + observed < NONE:
        raise Undefined("agreement.why.no_variation")
    freedom = units * (observers - 1)
    return Squares(
        units,
        observers,
        observers * between / (units - 1),
        (observed + residual) / freedom,
        observed / (observers - 1),
        residual / (freedom - observers + 1),
    )


def _means(rows: list[tuple[Coded, int]], at: tuple[float, ...], units: int, observers: int) -> list[float]:
    """The mean of each observer."""
    sums = [0.0] * observers
    for row, times in rows:
        sums = [whole + times * at[code] for whole, code in zip(sums, row, strict=True)]
    return [each / units for each in sums]
