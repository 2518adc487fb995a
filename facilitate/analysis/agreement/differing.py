"""How far answers to one question are apart, from 0 (all the same) to 1 (the whole length of its own scale)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from statistics import fmean

from facilitate.analysis.agreement.putting import declared
from facilitate.analysis.answers import Given
from facilitate.analysis.coefficients import Unfit, disagreement
from facilitate.analysis.points import possible_points
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Count, Duration, Indicator, Rating, Tally
from facilitate.domain.scale import Chosen, Value


def apart(grid: Grid, indicator: Indicator, given: Mapping[str, Given]) -> float | None:
    """The mean over all pairs of observers; nothing where fewer than two answered.

    Points of a scale by how far they stand from each other on it; counts with bands by what they are worth; counts
    without by how much smaller one is than the other; options by how many two have in common.
    """
    values = [each.value for each in given.values() if each.value is not None]
    if len(values) < 2:
        return None
    if isinstance(indicator, Rating):
        return _on_scale(grid, indicator, values)
    if isinstance(indicator, Count | Tally | Duration):
        worth = [each.points for each in given.values()]
        known = [each for each in worth if each is not None]
        if len(known) == len(worth) and len(possible_points(grid, indicator)) > 1:
            every = possible_points(grid, indicator)
            length = max(every) - min(every)
            return _mean(known, lambda one, other: abs(one - other) / length) if length else 0.0
        return _mean([each for each in values if isinstance(each, int | float)], _smaller)
    numbers = [each for each in values if isinstance(each, int | float)]
    if numbers:
        return _on_scale(grid, indicator, numbers)
    return _mean(values, _unlike)


def _on_scale(grid: Grid, indicator: Indicator, values: Sequence[Value]) -> float | None:
    numbers = [each if isinstance(each, int | float) else None for each in values]
    try:
        return disagreement([numbers], declared(grid, indicator))[0]
    except Unfit:  # a value of a scale that has changed since
        return _mean(values, lambda one, other: float(one != other))


def _smaller(one: float, other: float) -> float:
    return 1 - min(one, other) / max(one, other) if one != other else 0.0


def _unlike(one: Value, other: Value) -> float:
    """Whether two answers differ; of several options, the share of all named that not both named."""
    if isinstance(one, Chosen) and isinstance(other, Chosen):
        both, either = {*one.choices} & {*other.choices}, {*one.choices} | {*other.choices}
        return 1 - len(both) / len(either)
    return float(one != other)


def _mean(values: Sequence[Value] | Sequence[float], how: Callable[..., float]) -> float | None:
    return fmean(how(one, other) for one, other in combinations(values, 2)) if len(values) > 1 else None
