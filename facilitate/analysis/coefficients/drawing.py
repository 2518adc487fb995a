"""An interval by drawing: what a statistic would be if other units of the same kind had been judged.

B. Efron & R. Tibshirani (1993), An Introduction to the Bootstrap, chapter 13: percentiles of the statistic over units
drawn with replacement. From very many units fewer are drawn, and the distances from the value are made smaller by the
square root of their share (D. N. Politis & J. P. Romano 1994, Annals of Statistics 22). The seed is fixed: the same
scores give the same interval.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import accumulate
from math import sqrt
from random import Random

from facilitate.analysis.coefficients.patterns import Coded
from facilitate.analysis.coefficients.result import CONFIDENCE, Interval, Why

TIMES, AT_MOST, SEED, FEWEST = 999, 500, 2011, 3
"""How often is drawn, how many units at most, from which seed; from two units nothing is learnt by drawing."""


def drawn(
    rows: dict[Coded, int], statistic: Callable[[dict[Coded, int]], float | None], value: float
) -> Interval | Why:
    """The 95 % interval of a statistic between 0 and 1; draws in which it is undefined are left out."""
    units = sum(rows.values())
    if units < FEWEST:
        return Why("agreement.why.interval_few_units", {"units": units})
    each, chance = sorted(rows), Random(SEED)
    weights = list(accumulate(rows[row] for row in each))
    number = min(units, AT_MOST)
    seen = []
    for _ in range(TIMES):
        one = statistic(Counter(chance.choices(each, cum_weights=weights, k=number)))
        if one is not None:
            seen.append(one)
    seen.sort()
    if len(seen) < TIMES // 2 or seen[-1] - seen[0] < 1e-12:
        return Why("agreement.why.interval_no_spread")
    narrower = sqrt(number / units)
    low, high = (
        value + narrower * (_at(seen, share) - value) for share in ((1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2)
    )
    return Interval(max(0.0, low), min(1.0, high), "bootstrap")


def _at(ordered: list[float], share: float) -> float:
    return ordered[round(share * (len(ordered) - 1))]
