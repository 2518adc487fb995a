"""Intraclass correlations: how much of what scores vary comes from the units, and not from who observed.

P. E. Shrout & J. L. Fleiss (1979), Psychological Bulletin 86, by whose names they go; intervals and more: K. O.
McGraw & S. P. Wong (1996), Psychological Methods 1. Only
units that every observer judged. ``1``: each unit had other observers; ``2``: these observers are some out of many;
``3``: these observers are all there are, and that one is stricter does not count. ``_1``: of one observer; ``_k``: of
the mean of all.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from facilitate.analysis.coefficients.laws import fisher, fisher_passed
from facilitate.analysis.coefficients.named import answered, ordered
from facilitate.analysis.coefficients.result import (
    CONFIDENCE,
    NOT_ASKED,
    Coefficient,
    Interval,
    Tested,
    Undefined,
    Why,
    found,
)
from facilitate.analysis.coefficients.squares import NONE, Squares, squares
from facilitate.analysis.coefficients.table import Table

TAIL = (1 + CONFIDENCE) / 2


class _Limits(NamedTuple):
    """Between which ratios of mean squares the true one lies."""

    low: float
    high: float


@answered
def icc_1_1(table: Table, bounds: bool = True) -> Coefficient:
    """One observer, others for each unit."""
    known = _known(table)
    rest, freedom = known.within, known.units * (known.observers - 1)
    value = _over(known.between - rest, known.between + (known.observers - 1) * rest)
    return _exact(known, value, rest, freedom, lambda ratio: _single(ratio, known.observers), bounds)


@answered
def icc_3_1(table: Table, bounds: bool = True) -> Coefficient:
    """One of these observers; only the order and the distances of units count."""
    known = _known(table)
    rest, freedom = known.residual, (known.units - 1) * (known.observers - 1)
    value = _over(known.between - rest, known.between + (known.observers - 1) * rest)
    return _exact(known, value, rest, freedom, lambda ratio: _single(ratio, known.observers), bounds)


@answered
def icc_1_k(table: Table, bounds: bool = True) -> Coefficient:
    """The mean of the observers, others for each unit."""
    known = _known(table)
    value = _over(known.between - known.within, known.between)
    return _exact(known, value, known.within, known.units * (known.observers - 1), lambda ratio: 1 - 1 / ratio, bounds)


@answered
def icc_3_k(table: Table, bounds: bool = True) -> Coefficient:
    """The mean of these observers; only the order and the distances of units count."""
    known = _known(table)
    value = _over(known.between - known.residual, known.between)
    freedom = (known.units - 1) * (known.observers - 1)
    return _exact(known, value, known.residual, freedom, lambda ratio: 1 - 1 / ratio, bounds)


@answered
def icc_2_1(table: Table, bounds: bool = True) -> Coefficient:
    """One observer out of many; the same score counts, not only the same order."""
    known = _known(table)
    return found(_absolute(known), _interval(known) if bounds else NOT_ASKED, known.units, _test(known))


@answered
def icc_2_k(table: Table, bounds: bool = True) -> Coefficient:
    """The mean of observers who are some out of many."""
    known = _known(table)
    more = (known.observed - known.residual) / known.units
    value = _over(known.between - known.residual, known.between + more)
    made = _interval(known) if bounds else NOT_ASKED
    if isinstance(made, Interval):  # Spearman and Brown, as McGraw & Wong
        low, high = (_stepped_up(each, known.observers) for each in made[:2])
        made = Interval(low, high, "exact") if low is not None and high is not None else UNBOUNDED
    return found(value, made, known.units, _test(known))


UNBOUNDED = Why("agreement.why.interval_unbounded")


def _known(table: Table) -> Squares:
    return squares(ordered(table))


def _over(above: float, below: float) -> float:
    """A share of variance; raises Undefined where the units do not differ, so that there is none."""
    if below < NONE:
        raise Undefined("agreement.why.units_alike")
    return above / below


def _single(ratio: float, observers: int) -> float:
    return (ratio - 1) / (ratio + observers - 1)


Turned: TypeAlias = Callable[[float], float]


def _exact(known: Squares, value: float, rest: float, freedom: int, turned: Turned, bounds: bool) -> Coefficient:
    """With the interval of an F ratio, turned into a correlation, as McGraw & Wong."""
    if rest < NONE:
        return found(value, Why("agreement.why.interval_no_spread"), known.units)
    ratio, units = known.between / rest, known.units - 1
    test = Tested("F", ratio, (units, freedom), fisher_passed(ratio, units, freedom))
    if not bounds:
        return found(value, NOT_ASKED, known.units, test)
    low, high = ratio / fisher(TAIL, units, freedom), ratio * fisher(TAIL, freedom, units)
    made = Interval(turned(low), turned(high), "exact") if low > 0 else UNBOUNDED
    return found(value, made, known.units, test)


def _absolute(known: Squares) -> float:
    more = known.observers * (known.observed - known.residual) / known.units
    return _over(known.between - known.residual, known.between + (known.observers - 1) * known.residual + more)


def _test(known: Squares) -> Tested | None:
    if known.residual < NONE:
        return None
    ratio, freedom = known.between / known.residual, (known.units - 1) * (known.observers - 1)
    return Tested("F", ratio, (known.units - 1, freedom), fisher_passed(ratio, known.units - 1, freedom))


def _interval(known: Squares) -> Interval | Why:
    """Of ICC(2,1): F. E. Satterthwaite's degrees of freedom, as Shrout & Fleiss and McGraw & Wong."""
    if known.residual < NONE:
        return Why("agreement.why.interval_no_spread")
    n, k, value, rest = known.units, known.observers, _absolute(known), known.residual
    stricter = k * value * known.observed / rest
    other = n * (1 + (k - 1) * value) - k * value
    below = (n - 1) * stricter * stricter + other * other
    if not below:
        return UNBOUNDED
    freedom = (n - 1) * (k - 1) * (stricter + other) * (stricter + other) / below
    if not freedom:
        return UNBOUNDED
    all_else = k * known.observed + (k * n - k - n) * rest
    far, near = fisher(TAIL, n - 1, freedom), fisher(TAIL, freedom, n - 1)
    low = n * (known.between - far * rest) / (far * all_else + n * known.between)
    high = n * (near * known.between - rest) / (all_else + n * near * known.between)
    return Interval(low, high, "exact")


def _stepped_up(single: float, observers: int) -> float | None:
    below = 1 + (observers - 1) * single
    return observers * single / below if below > 0 else None
