"""What an answer is worth: its place on the points of the grid, from worst to best.

A rating is its own points. Yes and no are worth `scoring.yes` and `scoring.no`; counts, tallies and durations what
their band says, or, with a threshold and no bands, as much as yes from the threshold on and as no below it; a choice
the score of its option, several the mean of theirs. A scale whose best point is its lowest, and an indicator scored in
reverse, are mirrored within their own range: lowest + highest - points. Not observed, not applicable and notes are
never numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import fmean

from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Choice, Count, Derived, Duration, Indicator, Rating, Tally, YesNo
from facilitate.domain.scale import Answer, Chosen, Value, banded


def points(grid: Grid, indicator: Indicator, value: Value | None) -> float | None:
    """The points of a value that was given; nothing where it is worth none, or is no answer to this indicator."""
    if value is None:
        return None
    raw = _raw(grid, indicator, value)
    if raw is None:
        return None
    span = points_range(grid, indicator)
    return span[0] + span[1] - raw if span and _mirrored(grid, indicator) else raw


def points_range(grid: Grid, indicator: Indicator) -> tuple[float, float] | None:
    """The fewest and the most points an answer can be worth; nothing where no answer is worth points."""
    every = list(_possible(grid, indicator))
    return (min(every), max(every)) if every else None


def possible_points(grid: Grid, indicator: Indicator) -> tuple[float, ...]:
    """Every number of points that one answer can be worth; of several options at once, what each alone is worth."""
    span = points_range(grid, indicator)
    if span is None:
        return ()
    every = _possible(grid, indicator)
    return tuple(span[0] + span[1] - each for each in every) if _mirrored(grid, indicator) else tuple(every)


def scorable(grid: Grid, indicator: Indicator) -> bool:
    """Whether answers are worth points that count: notes, intervals, counts without bands and weight 0 do not."""
    return indicator.weight > 0 and points_range(grid, indicator) is not None


def reach(grid: Grid) -> tuple[float, float] | None:
    """The fewest and the most points that any indicator of a grid gives; nothing where none gives any."""
    every = [points_range(grid, each) for each in grid.indicators() if scorable(grid, each)]
    spans = [span for span in every if span is not None]
    return (min(low for low, _ in spans), max(high for _, high in spans)) if spans else None


def derive(grid: Grid, indicator: Derived, behaviours: Iterable[tuple[Indicator, float]]) -> float | None:
    """The points of an element from those of its behaviours, each with its own; nothing where none was scored.

    `mean`, `lowest` and `highest` take the behaviours' points as they are. `share` asks how far towards its best each
    behaviour came (a yes is all, a no nothing) and lays the mean of that on the element's own scale.
    """
    scored = list(behaviours)
    if not scored:
        return None
    if indicator.rule == "share":
        scale = grid.scale(indicator.scale)
        reached = fmean(_reached(grid, behaviour, worth) for behaviour, worth in scored)
        return scale.lowest + reached * (scale.highest - scale.lowest) if scale else None
    worths = [worth for _, worth in scored]
    return {"lowest": min, "highest": max}.get(indicator.rule, fmean)(worths)


def _reached(grid: Grid, behaviour: Indicator, worth: float) -> float:
    span = points_range(grid, behaviour)
    return (worth - span[0]) / (span[1] - span[0]) if span and span[1] > span[0] else 1.0


def _mirrored(grid: Grid, indicator: Indicator) -> bool:
    scale = grid.scale_of(indicator)
    return indicator.reverse != (scale is not None and scale.best == "low")


def _possible(grid: Grid, indicator: Indicator) -> Sequence[float]:
    match indicator:
        case Rating() | Derived():
            scale = grid.scale(indicator.scale)
            return scale.values if scale else ()
        case YesNo():
            return (grid.scoring.yes, grid.scoring.no)
        case Count() | Tally() | Duration() if indicator.bands:
            return [band.score for band in indicator.bands]
        case Count() if indicator.threshold is not None:
            return (grid.scoring.yes, grid.scoring.no)
        case Choice():
            return [option.score for option in indicator.options if option.score is not None]
    return ()


def _raw(grid: Grid, indicator: Indicator, value: Value) -> float | None:
    """The points before any mirror."""
    match indicator:
        case YesNo():
            worth = {Answer.YES: grid.scoring.yes, Answer.NO: grid.scoring.no}
            return worth.get(value) if isinstance(value, Answer) else None
        case Choice():
            return _of_choice(indicator, value)
    if not isinstance(value, int | float):
        return None
    match indicator:
        case Rating() | Derived():
            return value if value in _possible(grid, indicator) else None
        case Count() | Tally() | Duration() if indicator.bands:
            return banded(indicator.bands, value)
        case Count() if indicator.threshold is not None:
            return grid.scoring.yes if value >= indicator.threshold else grid.scoring.no
    return None


def _of_choice(indicator: Choice, value: Value) -> float | None:
    chosen = value.choices if isinstance(value, Chosen) else ()
    scores = [each.score for each in indicator.options if each.id in chosen and each.score is not None]
    return fmean(scores) if scores else None
