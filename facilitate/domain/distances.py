"""How far the points of a scale are from each other, where the scale says so itself: J. Cohen (1968), Psychological
Bulletin 70, weighs disagreements by a table that neither the order of points nor their numbers give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from facilitate.domain.scale import Number, Scale

Distances: TypeAlias = tuple[tuple[Number, ...], ...]
"""A row and a column for each point."""

Apart: TypeAlias = Mapping[tuple[Number, Number], Number]
"""The same by the two points, each pair in both directions."""

LARGEST = 1e150
"""Squares of larger numbers are none that a computer can hold."""


class Flaw(NamedTuple):
    """Why a table gives no distances, and in which row and column, counted from 0.

    `rows` and `row`: too many or too few, or numbers in one; `number`: below 0, or none to reckon with; `own`: a point
    that is not 0 from itself; `uneven`: farther in one direction than in the other; `nothing`: all are 0.
    """

    how: Literal["rows", "row", "number", "own", "uneven", "nothing"]
    row: int = 0
    column: int = 0


def flaw(distances: Sequence[Sequence[Number]], points: int) -> Flaw | None:
    """The first reason for which a table gives no distances between so many points; none where it does."""
    if len(distances) != points:
        return Flaw("rows")
    for row, numbers in enumerate(distances):
        if len(numbers) != points:
            return Flaw("row", row)
    for row, numbers in enumerate(distances):
        for column, number in enumerate(numbers):
            if not 0 <= number <= LARGEST:
                return Flaw("number", row, column)
            if row == column and number:
                return Flaw("own", row, column)
            if column < row and number != distances[column][row]:
                return Flaw("uneven", column, row)
    return None if any(map(any, distances)) else Flaw("nothing")


def apart(scale: Scale) -> Apart:
    """How far every two points are from each other; nothing where the scale declares no distances, or flawed ones."""
    return by_points(sorted(scale.values), scale.distances) if sound(scale) else {}


def sound(scale: Scale) -> bool:
    """Whether the scale declares distances that can be reckoned with."""
    values = scale.values
    return len(set(values)) == len(values) and flaw(scale.distances, len(values)) is None


def by_points(points: Sequence[Number], distances: Distances) -> Apart:
    """A table by its points, which stand in the order of its rows."""
    rows = zip(points, distances, strict=True)
    return {(one, other): far for one, row in rows for other, far in zip(points, row, strict=True)}


def tabled(points: Sequence[Number], far: Apart) -> Distances:
    """The table with rows and columns in the order of these points; nothing where there is nothing to say."""
    return tuple(tuple(far[one, other] for other in points) for one in points) if far else ()
