"""In which units observers disagree most: the order in which a team talks about them."""

from __future__ import annotations

from collections import Counter
from functools import cache

from facilitate.analysis.coefficients.chance import apart
from facilitate.analysis.coefficients.distances import Different, Distances
from facilitate.analysis.coefficients.named import linear
from facilitate.analysis.coefficients.patterns import Pattern
from facilitate.analysis.coefficients.scale import Declared
from facilitate.analysis.coefficients.table import Rows, tabulated


def disagreement(rows: Rows, scale: Declared) -> tuple[float | None, ...]:
    """For each unit, how far its values are apart: the mean over all pairs of observers, from 0 to 1.

    1 is the whole length of the scale; on a scale without order, different values are 1 apart. Nothing where fewer
    than two observers judged. Raises Unfit where a value is no point of the scale.
    """
    table = tabulated(rows, scale)
    how: Distances = Different() if scale.level == "nominal" else linear(table)
    place = {point: at for at, point in enumerate(table.points)}

    @cache
    def of(values: tuple[float, ...]) -> float | None:
        if len(values) < 2:
            return None
        counts = Counter(place[value] for value in values)
        return apart(Pattern(1, len(values), tuple(counts.items())), how)

    return tuple(of(tuple(value for value in row if value is not None)) for row in rows)
