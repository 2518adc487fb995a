"""What a coefficient comes to: its value and its 95 % interval, or in words that can be translated why there is
none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any, Literal, NamedTuple, TypeAlias

How: TypeAlias = Literal["linearised", "large_sample", "exact", "bootstrap"]
"""How an interval was made: Gwet's linearised standard error with Student's t; the standard error for large samples of
Fleiss, Cohen and Everitt with the normal law; from the F distribution; by drawing units again and again."""

CONFIDENCE, ROUNDING = 0.95, 1e-14


class Why(NamedTuple):
    """A reason: a message id and its values; the sentence is made where somebody reads it."""

    message: str
    values: Mapping[str, Any] = {}


NOT_ASKED = Why("agreement.why.interval_not_asked")


class Undefined(Exception):
    """Something has no value, and why."""

    def __init__(self, message: str, **values: Any) -> None:
        super().__init__(message)
        self.why = Why(message, values)


class Unfit(Undefined):
    """A table that nothing can be said about: a value off its scale, or rows of different lengths."""


class Tested(NamedTuple):
    """What a coefficient is tested with: chi-square or F, its degrees of freedom, and how often chance does so well."""

    law: Literal["chi2", "F"]
    statistic: float
    freedom: tuple[float, ...]
    chance: float


class Interval(NamedTuple):
    """Between which values the coefficient lies, at 95 %, and how that was found."""

    low: float
    high: float
    how: How


@dataclass(frozen=True, slots=True)
class Coefficient:
    """A value, or `why` there is none; `low` and `high` of its 95 % interval and `how` it was made, or `why_interval`.

    `rests_on` is the number of units that it was reckoned from; `left_out` how many pairs of observers have none of
    their own, of a mean over pairs.
    """

    value: float | None = None
    why: Why | None = None
    low: float | None = None
    high: float | None = None
    how: How | None = None
    why_interval: Why | None = None
    rests_on: int = 0
    test: Tested | None = None
    left_out: int = 0


def undefined(why: Why) -> Coefficient:
    return Coefficient(why=why, why_interval=why)


def found(value: float, interval: Interval | Why, rests_on: int, test: Tested | None = None) -> Coefficient:
    """A coefficient; numbers that a computer cannot hold are no numbers."""
    if not isfinite(value):
        return undefined(Why("agreement.why.too_large"))
    if abs(value) < ROUNDING:
        value = 0.0
    if isinstance(interval, Interval) and not (isfinite(interval.low) and isfinite(interval.high)):
        interval = Why("agreement.why.interval_unbounded")
    if isinstance(interval, Why):
        return Coefficient(value, why_interval=interval, rests_on=rests_on, test=test)
    return Coefficient(value, None, *interval, rests_on=rests_on, test=test)
