"""What a grid lacks before people can agree on it and score with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from facilitate.domain.distances import sound
from facilitate.domain.grid import Grid, Section
from facilitate.domain.indicator import Derived, Indicator, Rating


class Lack(NamedTuple):
    """A message id with its values; `code` is the indicator or section that lacks it, nothing for the grid."""

    message: str
    code: str = ""
    values: Mapping[str, Any] = MappingProxyType({})


def lacks(grid: Grid) -> tuple[Lack, ...]:
    """Everything that must be mended before the grid can be sealed or take effect; nothing where it is sound."""
    return tuple(_lacks(grid))


def _lacks(grid: Grid) -> Iterator[Lack]:
    if not grid.title:
        yield Lack("lack.no_title")
    if not grid.by_id:
        yield Lack("lack.empty")
    sections, codes = Counter(each.id for each in grid.sections), Counter(each.id for each in grid.indicators())
    scales = Counter(each.id for each in grid.scales)
    yield from (Lack("lack.twice_scale", code) for code, times in scales.items() if times > 1)
    yield from (Lack("lack.twice_section", code) for code, times in sections.items() if times > 1)
    yield from (Lack("lack.twice_code", code) for code, times in codes.items() if times > 1)
    yield from (Lack("lack.distances", each.id) for each in grid.scales if each.distances and not sound(each))
    for section in grid.sections:
        yield from _section(section)
    for indicator in grid.indicators():
        yield from _indicator(grid, indicator)


def _section(section: Section) -> Iterator[Lack]:
    if not section.title:
        yield Lack("lack.no_text", section.id)
    if not section.indicators:
        yield Lack("lack.empty_section", section.id)


def _indicator(grid: Grid, indicator: Indicator) -> Iterator[Lack]:
    code = indicator.id
    if not indicator.text:
        yield Lack("lack.no_text", code)
    if isinstance(indicator, Rating | Derived):
        yield from _anchors(grid, indicator)
    if indicator.when and indicator.when.indicator not in grid.by_id:
        yield Lack("lack.condition", code, {"missing": indicator.when.indicator})
    if isinstance(indicator, Derived):
        gone = [each for each in indicator.behaviours if each not in grid.by_id]
        yield from (Lack("lack.behaviour", code, {"missing": each}) for each in gone)


def _anchors(grid: Grid, indicator: Rating | Derived) -> Iterator[Lack]:
    scale = grid.scale(indicator.scale)
    if scale is None:
        yield Lack("lack.no_scale", indicator.id, {"scale": indicator.scale})
        return
    told = {anchor.value for anchor in indicator.anchors}
    astray = [str(value) for value in sorted(told - set(scale.values))]
    if astray:
        yield Lack("lack.anchor_off_scale", indicator.id, {"points": astray, "scale": scale.id})
