"""How often each point was given in every unit, for very many units at once.

A column of scores becomes one long number with a byte for each unit, 1 where the point was given; columns are added
up as such numbers, so that Python adds a hundred thousand units in one step. A byte holds up to 255 observers.
"""

from __future__ import annotations

from collections import Counter

MOST_OBSERVERS, MOST_POINTS = 255, 64
"""More observers do not fit into a byte; with more points it is no longer faster."""


def lanes(flat: bytes, width: int, points: int) -> Counter[tuple[int, ...]]:
    """How many units have the same counts; `flat` holds row after row of `width` observers, 0 for none, k for point k.

    Counts stand in the order of the points.
    """
    units, columns = len(flat) // width, [flat[place::width] for place in range(width)]
    counts = [_counted(columns, point).to_bytes(units, "little") for point in range(1, points + 1)]
    return Counter(zip(*counts, strict=True))


def _counted(columns: list[bytes], point: int) -> int:
    only = bytes(code == point for code in range(256))
    return sum(int.from_bytes(column.translate(only), "little") for column in columns)
