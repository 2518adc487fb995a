"""Gwet's linearised variance: what each unit adds to a coefficient of the form 1 - observed / expected, and from it a
standard error.

K. L. Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition; (2008), British Journal of Mathematical
and Statistical Psychology 61; with gaps as in his R package irrCAC. Written for disagreement, 1 minus his agreement.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

from facilitate.analysis.coefficients.laws import student
from facilitate.analysis.coefficients.result import CONFIDENCE, Interval, Why

NONE = 1e-12
"""A standard error that small is rounding."""


def interval(value: float, error: float, units: int) -> Interval | Why:
    """Of a coefficient with this standard error over so many units: by Student's t, and never above 1."""
    if units < 2:
        return Why("agreement.why.interval_one_unit")
    if error < NONE:
        return Why("agreement.why.interval_no_spread")
    reach = student((1 + CONFIDENCE) / 2, units - 1) * error
    return Interval(value - reach, min(1.0, value + reach), "linearised")


def error(parts: Iterable[tuple[int, float]], value: float, units: int) -> float:
    """The standard error from what units add: how many units, and what each of them adds."""
    if units < 2:
        return 0.0
    squares = sum([times * (part - value) * (part - value) for times, part in parts])
    return sqrt(squares / (units * (units - 1)))
