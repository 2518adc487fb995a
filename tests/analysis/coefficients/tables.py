"""Published tables, and tables made by chance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from facilitate.analysis.coefficients import Declared
from facilitate.domain.scale import Measurement

Cells = list[list[float | None]]


def read(text: str) -> Cells:
    """Rows of figures, a unit a row; a dot is a gap."""
    return [[None if each == "." else float(each) for each in line.split()] for line in text.strip().splitlines()]


def spelt_out(counts: Sequence[Sequence[int]]) -> Cells:
    """The units of a table of two observers, whose points are 1, 2, ...: the first in its rows, the second in
    columns."""
    return [
        [float(mine), float(yours)]
        for mine, row in enumerate(counts, 1)
        for yours, number in enumerate(row, 1)
        for _ in range(number)
    ]


def upto(most: int, level: Measurement = "ordinal") -> Declared:
    """The scale of 1 to so many points."""
    return Declared(tuple(float(point) for point in range(1, most + 1)), level)


SHROUT_FLEISS = read("9 2 5 8\n6 1 3 2\n8 4 6 8\n7 1 2 6\n10 5 6 9\n6 2 4 7")
"""P. E. Shrout & J. L. Fleiss (1979), table 2: 6 targets, 4 judges."""

KRIPPENDORFF_C = read(
    "1 1 . 1\n2 2 3 2\n3 3 3 3\n3 3 3 3\n2 2 2 2\n1 2 3 4\n4 4 4 4\n1 1 2 1\n2 2 2 2\n. 5 5 5\n. . 1 1\n. . 3 ."
)
"""K. Krippendorff (2011), example C: 12 units, 4 observers; Gwet's data of 4 raters in irrCAC."""

FLEISS = read(
    "4 4 4 4 4 4\n2 2 2 5 5 5\n2 3 3 3 3 5\n5 5 5 5 5 5\n2 2 2 4 4 4\n1 1 3 3 3 3\n3 3 3 3 5 5\n1 1 3 3 3 4\n"
    "1 1 4 4 4 4\n5 5 5 5 5 5\n1 4 4 4 4 4\n1 2 4 4 4 4\n2 2 2 3 3 3\n1 4 4 4 4 4\n2 2 4 4 4 5\n3 3 3 3 3 5\n"
    "1 1 1 4 5 5\n1 1 1 1 1 2\n2 2 4 4 4 4\n1 3 3 5 5 5\n5 5 5 5 5 5\n2 4 4 4 4 4\n2 2 4 5 5 5\n1 1 4 4 4 4\n"
    "1 4 4 4 4 5\n2 2 2 2 2 4\n1 1 1 1 5 5\n2 2 4 4 4 4\n1 3 3 3 3 3\n5 5 5 5 5 5"
)
"""J. L. Fleiss (1971): 30 subjects, 6 raters, 5 diagnoses; the rows of R's irr."""

COHEN = spelt_out([[88, 10, 2], [14, 40, 6], [18, 10, 12]])
"""J. Cohen (1960, 1968): two judges, N = 200."""

KENDALL = read("1 1 2\n6 5 3\n3 6 6\n2 2 5\n5 4 4\n4 3 1")
"""6 items, 3 raters: the example of KendallW in R's DescTools."""

ONE_APART = read("3 3 3 3 3\n3 3 3 3 .\n3 3 . 3 3\n3 3 . 3 3\n3 3 3 1 3")
ALL_THE_SAME = [[1.0, 1.0, 1.0]] * 5


class Made(NamedTuple):
    cells: Cells
    scale: Declared


def by_chance(number: int, *, gaps: bool = True, most_observers: int = 30, seed: int = 8) -> Iterator[Made]:
    """Tables with ties, points nobody used, gaps, and observers who agree from hardly to nearly always."""
    chance = Random(seed)
    while number:
        points = chance.randint(2, 7)
        first, step = chance.randint(1, 4), chance.choice((1, 1, 1, 2))
        scale = Declared(tuple(float(first + step * each) for each in range(points)), "ordinal")
        unused = chance.choice(scale.points) if chance.random() < 0.3 else None
        cells = _cells(chance, scale.points, unused, most_observers, chance.uniform(0.05, 0.5) if gaps else 0)
        if cells is not None:
            number -= 1
            yield Made(cells, scale)


def _cells(chance: Random, points: tuple[float, ...], unused: float | None, most: int, missing: float) -> Cells | None:
    """None where an observer has nothing, nothing varies or hardly anything is paired: that has tests of its own."""
    observers = chance.choice((2, 2, 3, 4, chance.randint(2, most)))
    agreeing, able = chance.random(), [point for point in points if point != unused]
    cells: Cells = []
    for _ in range(chance.randint(3, 40)):
        true = chance.choice(able)
        row = [true if chance.random() < agreeing else chance.choice(able) for _ in range(observers)]
        cells.append([None if chance.random() < missing else value for value in row])
    pairs = [[value for value in row if value is not None] for row in cells]
    paired = [row for row in pairs if len(row) > 1]
    varied = {value for row in paired for value in row}
    everybody = all(any(value is not None for value in column) for column in zip(*cells, strict=True))
    return cells if len(varied) > 1 and len(paired) > 1 and everybody else None
