"""Sections and their indicators compared: found again under another code, in another section, at another place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from facilitate.analysis.differences.difference import Difference, Spot, Tree
from facilitate.analysis.differences.fields import stands_after
from facilitate.analysis.differences.pairing import Pairs, both, moved, paired
from facilitate.analysis.differences.parts import became, name, renames, without_name, written
from facilitate.domain.model import Wording


class Held(NamedTuple):
    """An indicator, the section in which it stands, and the code of the indicator before it there."""

    section: Tree
    indicator: Tree
    after: str | None


def sections(old: list[Tree], new: list[Tree], scales: Mapping[str, str]) -> Iterator[Difference]:
    """What became of each section and of its indicators; `scales` are new names of scales by old ones."""
    pairs = paired(old, new, lambda each: (name(each), _title(each)), _title, name)
    indicators = _Indicators(old, new, pairs, scales)
    elsewhere = [id(after) for _, after in moved(old, list(both(pairs)))]
    for before, after in pairs:
        spot = _spot(after or before or {})
        yield from became(spot, before, after, "indicators")
        if before and after and id(after) in elsewhere:
            places = {"after": stands_after(old, before)}, {"after": stands_after(new, after)}
            yield spot.differs("place", *places, "moved")
        yield from indicators.told_under(after or before or {})


def _spot(section: Tree, indicator: str | None = None) -> Spot:
    title = Wording(**section["title"])
    if indicator is None:
        return Spot("section", section["id"], section["id"], title)
    return Spot("indicator", indicator, section["id"], title)


def _title(section: Tree) -> str:
    return written(section["title"])


def _text(indicator: Tree) -> object:
    """What is asked; an indicator without any words is like no other."""
    return written(indicator["text"]) if any(indicator["text"].values()) else id(indicator)


class _Indicators:
    """The indicators of both grids in pairs, by the section under which each is told."""

    def __init__(self, old: list[Tree], new: list[Tree], pairs: Pairs[Tree], scales: Mapping[str, str]) -> None:
        self._now = {id(before): after for before, after in pairs if before is not None}
        self._then = _held(old, lambda each: _naming(each, "scale", scales))
        likenesses = (_of_indicator(each) for each in (written, without_name, name, _text))
        self._pairs = paired(self._then, _held(new, lambda each: each), *likenesses)
        self._codes = renames(
            [(before and before.indicator, after and after.indicator) for before, after in self._pairs]
        )

    def told_under(self, section: Tree) -> Iterator[Difference]:
        """What became of those that stand in this section now; gone ones are told where they stood."""
        here = [pair for pair in self._pairs if self._home(*pair) is section]
        stayed = [pair for pair in both(here) if self._now[id(pair[0].section)] is section]
        still = {id(after) for _, after in stayed} - {id(after) for _, after in moved(self._then, stayed)}
        for before, after in here:
            found = after or before
            spot = _spot(section, found.indicator["id"] if found else "")
            was = _naming(_naming(before.indicator, "behaviours", self._codes), "when", self._codes) if before else None
            yield from became(spot, was, after and after.indicator)
            if before and after and id(after) not in still:
                yield spot.differs("place", _place(before), _place(after), "moved")

    def _home(self, before: Held | None, after: Held | None) -> Tree | None:
        if after is not None:
            return after.section
        return (self._now[id(before.section)] or before.section) if before is not None else None


def _held(grid: list[Tree], as_read: Callable[[Tree], Tree]) -> list[Held]:
    found = []
    for section in grid:
        after = None
        for indicator in section["indicators"]:
            found.append(Held(section, as_read(indicator), after))
            after = indicator["id"]
    return found


def _of_indicator(likeness: Callable[[Tree], object]) -> Callable[[Held], object]:
    return lambda held: likeness(held.indicator)


def _place(held: Held) -> Tree:
    return {"section": held.section["id"], "after": held.after}


def _naming(indicator: Tree, field: str, names: Mapping[str, str]) -> Tree:
    """The indicator with new names where `field` names something that has one now."""
    return {**indicator, field: _renamed(indicator[field], names)} if names and field in indicator else indicator


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {**value, "indicator": names.get(value["indicator"], value["indicator"])}
    if isinstance(value, list):
        return [names.get(each, each) for each in value]
    return names.get(value, value)
