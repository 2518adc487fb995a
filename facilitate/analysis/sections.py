"""A section's score from the answers on one sheet, and when it is shown.

It is the mean of the indicators' points, weighted, and shown only when at least `scoring.enough` of the section's
applicable indicators was scored. *Not applicable*, and an indicator whose condition is not met, leaves the denominator;
*not observed* and no answer stay in it. Only indicators whose answers can be worth points count, and behaviours count
through the element that is derived from them, not twice.

Overall, the same rule holds for all indicators together; the score is the mean of the sections shown, by the sections'
weights.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from statistics import fmean
from typing import NamedTuple

from facilitate.analysis.answers import Given, belongs, points_given
from facilitate.analysis.points import scorable
from facilitate.domain.grid import Grid, Section
from facilitate.domain.indicator import Derived, Indicator
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.scale import Answer

ROUNDING = 1e-9
"""So that 3 of 5 is 60 %, whatever binary fractions say."""


class SectionScore(NamedTuple):
    """A section's score on one sheet; no mean where too little was scored. `by_hand` counts what the observer gave."""

    section: str
    mean: float | None
    scored: int
    applicable: int
    by_hand: int


def counted(grid: Grid, section: Section, about: str) -> tuple[Indicator, ...]:
    """The indicators whose points make a section's score about one subject."""
    through = {code for each in grid.indicators() if isinstance(each, Derived) for code in each.behaviours}
    return tuple(
        each for each in section.indicators if belongs(each, about) and scorable(grid, each) and each.id not in through
    )


def section_score(grid: Grid, section: Section, about: str, given: Mapping[Cell, Given]) -> SectionScore:
    """A section's score about one subject from the answers that stand."""
    return score_of(grid, section.id, counted(grid, section, about), given)


def score_of(grid: Grid, section: str, indicators: Iterable[Indicator], given: Mapping[Cell, Given]) -> SectionScore:
    """The score of these indicators from the answers that stand."""
    applicable, worth, by_hand = 0, [], 0
    for indicator in indicators:
        own = [each for cell, each in given.items() if cell.indicator == indicator.id]
        if own and all(each.value is Answer.NOT_APPLICABLE for each in own):
            continue
        applicable += 1
        scored = points_given(own)
        if scored:
            worth.append((indicator.weight, fmean(scored)))
            by_hand += any(each.by_hand and each.points is not None for each in own)
    shown = _enough(grid, len(worth), applicable)
    return SectionScore(section, _weighted(worth) if shown else None, len(worth), applicable, by_hand)


def _enough(grid: Grid, scored: int, applicable: int) -> bool:
    return scored > 0 and scored + ROUNDING >= grid.scoring.enough * applicable


def _weighted(worth: Iterable[tuple[float, float]]) -> float | None:
    pairs = [(weight, value) for weight, value in worth if weight > 0]
    whole = sum(weight for weight, _ in pairs)
    return sum(weight * value for weight, value in pairs) / whole if whole else None


def overall_score(grid: Grid, sections: tuple[SectionScore, ...]) -> SectionScore:
    """The score of all sections together, as a section without a name."""
    weights = {section.id: section.weight for section in grid.sections}
    scored, applicable = sum(each.scored for each in sections), sum(each.applicable for each in sections)
    mean = _weighted((weights[each.section], each.mean) for each in sections if each.mean is not None)
    shown = _enough(grid, scored, applicable)
    return SectionScore("", mean if shown else None, scored, applicable, sum(each.by_hand for each in sections))
