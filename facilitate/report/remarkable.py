"""What went best, and what to talk about: the highest and lowest means, and where observers saw it differently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from facilitate.analysis.scores import Mean, Scores, points_range
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Indicator
from facilitate.report.answers import about, asked
from facilitate.report.blocks import Block, Bullets, Paragraph
from facilitate.report.teller import Teller

FEW = 3
"""So many of each: what people can talk about in one sitting."""

APART = 0.25
"""Observers differ where they are this share of the scale apart."""

GOOD = 0.7
"""Above this share of its scale an indicator went well, such as above 3.1 on a scale from 1 to 4."""


class Remark(NamedTuple):
    """One indicator about one subject; `height` and `apart` are shares of its scale from its worst to its best."""

    indicator: Indicator
    about: str
    mean: Mean
    best: float
    height: float
    apart: float


def remarkable(tell: Teller, grid: Grid, found: Scores) -> Iterator[Block]:
    """Three lists, each only where it has something; nothing stands in two of them."""
    every = list(_remarks(grid, found))
    apart = [each for each in sorted(every, key=lambda each: -each.apart) if each.apart >= APART][:FEW]
    rest = sorted((each for each in every if each not in apart), key=lambda each: each.height)
    same = (each for each in sorted(rest, key=lambda each: -each.height) if each.apart < APART)
    best = [each for each in same if each.height > GOOD][:FEW]
    low = [each for each in rest if each.height <= GOOD][:FEW]
    if best:
        yield tell.part("report.best", 2)
        yield _bullets(tell, best)
    if low or apart:
        yield tell.part("report.talk", 2)
    if apart:
        yield Paragraph(tell("report.talk.apart"))
        yield _bullets(tell, apart)
    if low:
        yield Paragraph(tell("report.talk.lowest_of_rest" if apart else "report.talk.lowest"))
        yield _bullets(tell, low)


def _remarks(grid: Grid, found: Scores) -> Iterator[Remark]:
    for subject in found.subjects:
        for code, mean in subject.indicators.items():
            span = points_range(grid, grid.by_id[code])
            if mean.mean is None or span is None or span[0] == span[1]:
                continue
            length = span[1] - span[0]
            height, apart = (mean.mean - span[0]) / length, (mean.spread or 0) / length
            yield Remark(grid.by_id[code], subject.about, mean, span[1], height, apart)


def _bullets(tell: Teller, remarks: Iterable[Remark]) -> Bullets:
    return Bullets(tuple(_said(tell, each) for each in remarks))


def _said(tell: Teller, remark: Remark) -> str:
    number = tell.words.number
    values: dict[str, Any] = {
        "indicator": asked(tell, remark.indicator),
        "about": about(tell, remark.about),
        "mean": number(remark.mean.mean or 0, 1),
        "best": number(remark.best),
    }
    if not remark.mean.observers:
        return tell("report.remark.log", **values)
    if not remark.apart:
        return tell("report.remark", **values)
    return tell("report.remark.spread", spread=number(remark.mean.spread or 0, 1), **values)
