"""Whether a value is an answer to an indicator."""

from __future__ import annotations

from facilitate.domain.decisions.refusal import Refused, refuse
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import (
    Choice,
    Count,
    Derived,
    Duration,
    Indicator,
    Interval,
    Note,
    Rating,
    Tally,
    YesNo,
)
from facilitate.domain.scale import Answer, Chosen, Noted, Value


def why_not(grid: Grid, indicator: Indicator, value: Value | None) -> Refused | None:
    """The reason against this value; nothing where it is an answer, or takes one away."""
    if value is None:
        return None
    if value is Answer.NOT_OBSERVED:
        return None if indicator.not_observed else refuse("refused.not_observed_not_allowed", code=indicator.id)
    if value is Answer.NOT_APPLICABLE:
        return None if indicator.not_applicable else refuse("refused.not_applicable_not_allowed", code=indicator.id)
    match indicator:
        case Rating() | Derived():
            return _on_scale(grid, indicator, value)
        case YesNo():
            return None if value in (Answer.YES, Answer.NO) else refuse("refused.yes_or_no", code=indicator.id)
        case Choice():
            return _chosen(indicator, value)
        case Count() | Tally() | Duration():
            return _counted(indicator, value)
        case Note():
            return None if isinstance(value, Noted) else refuse("refused.text_expected", code=indicator.id)
        case Interval():
            return refuse("refused.intervals_expected", code=indicator.id)


def _on_scale(grid: Grid, indicator: Rating | Derived, value: Value) -> Refused | None:
    scale = grid.scale(indicator.scale)
    points = scale.values if scale else ()
    if isinstance(value, int | float) and value in points:
        return None
    return refuse("refused.not_on_scale", code=indicator.id, points=", ".join(str(point) for point in points))


def _chosen(indicator: Choice, value: Value) -> Refused | None:
    options = {option.id for option in indicator.options}
    if not isinstance(value, Chosen) or not options.issuperset(value.choices):
        return refuse("refused.no_such_option", code=indicator.id)
    return refuse("refused.one_option", code=indicator.id) if len(value.choices) > 1 and not indicator.several else None


def _counted(indicator: Count | Tally | Duration, value: Value) -> Refused | None:
    if not isinstance(value, int | float) or not 0 <= value <= 1_000_000:  # no comparison holds for NaN
        return refuse("refused.number_expected", code=indicator.id)
    if isinstance(indicator, Count) and indicator.measure == "percent" and value > 100:
        return refuse("refused.over_100", code=indicator.id)
    return None
