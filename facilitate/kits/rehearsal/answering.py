"""What an observer answers on an indicator of any kind: how well the thing was done, and how the observer leans."""

from __future__ import annotations

from random import Random

from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Choice, Count, Indicator, Note, Rating, YesNo
from facilitate.domain.scale import Answer, Chosen, Noted, Number, Value
from facilitate.kits.rehearsal.voices import sights

_NOT_OBSERVED = 0.04
_NOT_APPLICABLE = 0.015
_MOST = {"percent": 60, "minutes": 12, "seconds": 240, "people": 9, "times": 6, "steps": 4}


class Truth:
    """How well one thing was done, from 0 to 1, and another draw for what has no well or badly."""

    def __init__(self, skill: float, stream: Random) -> None:
        self.quality = min(1.0, max(0.0, skill + stream.gauss(0, 0.17)))
        self.draw = stream.random()


def answer(grid: Grid, indicator: Indicator, truth: Truth, lean: float, stream: Random, language: str) -> Value:
    """The answer, mostly within one point of what another observer gives; `lean` is in points of a scale."""
    seen = stream.random()
    if indicator.not_observed and seen < _NOT_OBSERVED:
        return Answer.NOT_OBSERVED
    if indicator.not_applicable and seen > 1 - _NOT_APPLICABLE:
        return Answer.NOT_APPLICABLE
    match indicator:
        case Rating():
            return _rated(grid, indicator, truth, lean, stream)
        case YesNo():
            well = (truth.quality > 0.42) != (stream.random() < 0.06)
            return Answer.YES if well != indicator.reverse else Answer.NO
        case Choice():
            return _chosen(indicator, truth, stream)
        case Note():
            return Noted(text=stream.choice(sights().remarks).to(language))
        case _:
            return _counted(indicator, truth, stream)


def from_worst(grid: Grid, indicator: Rating) -> list[Number]:
    """The points of the indicator's scale, the worst first."""
    scale = grid.scale(indicator.scale)
    if scale is None:
        return []
    return sorted(scale.values, reverse=(scale.best == "low") != indicator.reverse)


def _rated(grid: Grid, indicator: Rating, truth: Truth, lean: float, stream: Random) -> Value:
    levels = from_worst(grid, indicator)
    if not levels:
        return Answer.NOT_OBSERVED
    place = round(truth.quality * (len(levels) - 1) + lean + stream.gauss(0, 0.3))
    return levels[min(max(place, 0), len(levels) - 1)]


def _chosen(indicator: Choice, truth: Truth, stream: Random) -> Chosen:
    """Most observers choose the same; of several options some choose a second one."""
    codes = [option.id for option in indicator.options]
    draw = truth.draw if stream.random() < 0.8 else stream.random()
    place = int(draw * len(codes))
    chosen = {place}
    if indicator.several and stream.random() < 0.4:
        chosen.add((place + 1) % len(codes))
    return Chosen(choices=tuple(codes[each] for each in sorted(chosen)))


def _counted(indicator: Indicator, truth: Truth, stream: Random) -> int:
    """A number: fewer where the thing was done well, give or take a little."""
    most = _MOST[indicator.measure] if isinstance(indicator, Count) else _MOST["times"]
    width = max(1, most // 12)
    number = round(most * (1 - truth.quality) * (0.6 + 0.4 * truth.draw)) + stream.randint(-width, width)
    return min(max(number, 0), 100 if most == _MOST["percent"] else 1_000)
