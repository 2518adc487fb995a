"""The scale that was declared before anybody scored: weights and neighbours come from it, never from the scores."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

from facilitate.analysis.coefficients.result import Unfit
from facilitate.domain.distances import LARGEST, flaw
from facilitate.domain.scale import Measurement


@dataclass(frozen=True, slots=True)
class Declared:
    """The points of a scale in their order, and what they mean; without points, any number: a count, minutes.

    On a nominal scale points have no order; on an ordinal one neighbours are equally far from each other, whatever
    their numbers; on an interval and a ratio scale their numbers say how far.
    `apart` is what the scale itself says of how far its points are from each other, a row and a column for each.
    """

    points: tuple[float, ...] = ()
    level: Measurement = "ordinal"
    apart: tuple[tuple[float, ...], ...] = ()

    def __post_init__(self) -> None:
        for point in self.points:
            if not is_number(point):
                raise Unfit("agreement.why.no_number", value=str(point))
        if len(set(self.points)) < len(self.points):
            raise Unfit("agreement.why.point_twice")
        numbers = all(is_number(far) for row in self.apart for far in row)
        if not numbers or (self.apart and flaw(self.apart, len(self.points)) is not None):
            raise Unfit("agreement.why.distances")


def is_number(value: object) -> bool:
    """Whether it can be reckoned with: neither endless nor so large that its square would be."""
    return isinstance(value, int | float) and abs(value) <= LARGEST and isfinite(value)


def spread(points: tuple[float, ...]) -> tuple[float, ...]:
    """The points between 0 and 1, as far from each other as their numbers say."""
    low, high = min(points, default=0), max(points, default=0)
    return tuple((point - low) / ((high - low) or 1) for point in points)


def even(points: tuple[float, ...]) -> tuple[float, ...]:
    """The points between 0 and 1 in their order, neighbours equally far from each other."""
    return tuple(place / max(1, len(points) - 1) for place in range(len(points)))
