"""How far points of a scale are from each other, and what follows from it for counts and shares of points.

Agreement weights, as Cohen (1968) and Gwet (2014) write them, are 1 minus these distances; the largest distance on the
declared scale is 1.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from facilitate.analysis.coefficients.patterns import Counts


class Distances(Protocol):
    def between(self, one: int, other: int) -> float:
        """How far two points are from each other, by their places on the scale."""

    def within(self, counts: Counts) -> float:
        """The sum over all ordered pairs of these values."""

    def towards(self, shares: Sequence[float]) -> list[float]:
        """For each point, its mean distance from values that have these shares, or numbers."""


class Different:
    """Two points are the same or they are not."""

    def between(self, one: int, other: int) -> float:
        return float(one != other)

    def within(self, counts: Counts) -> float:
        if len(counts) == 1:
            return 0.0
        given = sum([number for _, number in counts])
        return given * given - sum([number * number for _, number in counts])

    def towards(self, shares: Sequence[float]) -> list[float]:
        whole = sum(shares)
        return [whole - share for share in shares]


class Squares:
    """The squared difference of numbers `at` which the points stand."""

    def __init__(self, at: Sequence[float]) -> None:
        self.at = at

    def between(self, one: int, other: int) -> float:
        apart = self.at[one] - self.at[other]
        return apart * apart

    def within(self, counts: Counts) -> float:
        if len(counts) == 1:
            return 0.0
        at, given = self.at, sum([number for _, number in counts])
        mean = sum([at[place] * number for place, number in counts]) / given
        return 2 * given * sum([number * (at[place] - mean) * (at[place] - mean) for place, number in counts])

    def towards(self, shares: Sequence[float]) -> list[float]:
        whole = sum(shares) or 1.0
        mean = sum(share * at for share, at in zip(shares, self.at, strict=True)) / whole
        spread = sum(share * (at - mean) * (at - mean) for share, at in zip(shares, self.at, strict=True))
        return [spread + whole * (at - mean) * (at - mean) for at in self.at]


class By:
    """What a function says of the numbers `at` which the points stand."""

    def __init__(self, at: Sequence[float], apart: Callable[[float, float], float]) -> None:
        self.at, self.apart = at, apart

    def between(self, one: int, other: int) -> float:
        return self.apart(self.at[one], self.at[other])

    def within(self, counts: Counts) -> float:
        if len(counts) == 1:
            return 0.0
        each = [(self.at[place], number) for place, number in counts]
        return sum([some * more * self.apart(one, other) for one, some in each for other, more in each])

    def towards(self, shares: Sequence[float]) -> list[float]:
        given = [(at, share) for at, share in zip(self.at, shares, strict=True) if share]
        return [sum([share * self.apart(one, other) for other, share in given]) for one in self.at]


class Listed:
    """What a table says, a row and a column for each place on the scale; it holds a number above 0."""

    def __init__(self, apart: Sequence[Sequence[float]]) -> None:
        largest = max(map(max, apart))
        self.apart = [[far / largest for far in row] for row in apart]

    def between(self, one: int, other: int) -> float:
        return self.apart[one][other]

    def within(self, counts: Counts) -> float:
        return sum([some * more * self.apart[one][other] for one, some in counts for other, more in counts])

    def towards(self, shares: Sequence[float]) -> list[float]:
        return [sum([share * far for share, far in zip(shares, row, strict=True)]) for row in self.apart]


def difference(one: float, other: float) -> float:
    """Cicchetti & Allison (1971): linear weights."""
    return abs(one - other)


def ratio(one: float, other: float) -> float:
    """Krippendorff (2011): the difference over the sum, squared; 0 and 0 are the same."""
    whole = one + other
    apart = (one - other) / whole if whole else 0.0
    return apart * apart


def beyond_neighbours(one: float, other: float) -> float:
    """Whether two places on the scale are more than one point apart."""
    return float(abs(one - other) > 1)
