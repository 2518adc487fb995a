"""How far observers agree who counted something, interval by interval, or ticked in which intervals they saw it.

J. O. Cooper, T. E. Heron & W. L. Heward (2007), Applied Behavior Analysis, 2nd edition, chapter 5. All are shares
from 0 to 1 of two observers, over the intervals that both looked at; of more observers, the mean of the pairs that
have one. Counts that are both 0 are the same count.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import chain, combinations
from typing import TypeAlias

from facilitate.analysis.coefficients.result import Coefficient, Unfit, Why, undefined
from facilitate.analysis.coefficients.scale import is_number
from facilitate.analysis.coefficients.table import Rows

Both: TypeAlias = Sequence[tuple[float, float]]
"""What two observers counted in each interval that both looked at; not empty."""


def total_count(both: Both) -> float | None:
    """The smaller total over the larger; says nothing of whether they saw the same events."""
    return _smaller(sum(one for one, _ in both), sum(other for _, other in both))


def mean_count_per_interval(both: Both) -> float | None:
    """In each interval the smaller count over the larger, and of these the mean."""
    return sum(_smaller(one, other) for one, other in both) / len(both)


def exact_count_per_interval(both: Both) -> float | None:
    """The share of intervals with the same count."""
    return _share(both, lambda one, other: one == other)


def interval_by_interval(both: Both) -> float | None:
    """The share of intervals in which both saw it or both did not; high by chance where it is frequent or rare."""
    return _share(both, lambda one, other: (one > 0) == (other > 0))


def scored_interval(both: Both) -> float | None:
    """Of the intervals in which somebody saw it, the share in which both did: for what is rare."""
    return _share([each for each in both if max(each) > 0], lambda one, other: min(one, other) > 0)


def unscored_interval(both: Both) -> float | None:
    """Of the intervals in which somebody did not see it, the share in which neither did: for what is frequent."""
    return _share([each for each in both if min(each) <= 0], lambda one, other: max(one, other) <= 0)


MEASURES: Mapping[str, tuple[Callable[[Both], float | None], str]] = {
    "total_count": (total_count, ""),
    "mean_count_per_interval": (mean_count_per_interval, ""),
    "exact_count_per_interval": (exact_count_per_interval, ""),
    "interval_by_interval": (interval_by_interval, ""),
    "scored_interval": (scored_interval, "agreement.why.never_seen"),
    "unscored_interval": (unscored_interval, "agreement.why.always_seen"),
}
"""By name, and why one is undefined where there are intervals."""


def occurrences(rows: Rows) -> dict[str, Coefficient]:
    """All measures by name, of a table of counts: an interval a row, an observer a column; nothing where not looked.

    A tick is 1, no tick 0. No intervals are given with them: intervals that follow each other are no random sample.
    Raises Unfit where a count is below 0 or no number, or rows differ in length.
    """
    width = len(rows[0]) if rows else 0
    if set(map(len, rows)) - {width}:
        raise Unfit("agreement.why.ragged")
    for value in set(chain.from_iterable(rows)) - {None}:
        if not is_number(value):
            raise Unfit("agreement.why.no_number", value=str(value))
        if value is not None and value < 0:
            raise Unfit("agreement.why.below_zero")
    columns = [column for column in zip(*rows, strict=True) if any(value is not None for value in column)]
    if len(columns) < 2:
        why = Why("agreement.why.one_observer" if columns else "agreement.why.nothing")
        return {name: undefined(why) for name in MEASURES}
    pairs = [_both(one, other) for one, other in combinations(columns, 2)]
    known = [each for each in pairs if each]
    return {name: _mean(known, len(pairs), measure, Why(reason)) for name, (measure, reason) in MEASURES.items()}


def _both(one: Sequence[float | None], other: Sequence[float | None]) -> Both:
    return [(mine, yours) for mine, yours in zip(one, other, strict=True) if mine is not None and yours is not None]


def _mean(pairs: Sequence[Both], of: int, measure: Callable[[Both], float | None], reason: Why) -> Coefficient:
    if not pairs:
        return undefined(Why("agreement.why.no_pair"))
    values = [value for value in map(measure, pairs) if value is not None]
    if not values:
        return undefined(reason)
    no_interval = Why("agreement.why.interval_in_a_row")
    most = max(len(each) for each in pairs)
    return Coefficient(sum(values) / len(values), why_interval=no_interval, rests_on=most, left_out=of - len(values))


def _smaller(one: float, other: float) -> float:
    return min(one, other) / max(one, other) if one != other else 1.0


def _share(both: Both, same: Callable[[float, float], bool]) -> float | None:
    return sum(same(*each) for each in both) / len(both) if both else None
