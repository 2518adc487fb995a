"""Comparing two by two: which comparisons there are and in which order, what was decided, and where it goes round."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from facilitate.domain.events.capturing import Pair

Couple: TypeAlias = frozenset[str]
"""The two that are compared, whichever stands first."""


class Duel(NamedTuple):
    """One comparison as it is put to the room."""

    first: str
    second: str

    @property
    def couple(self) -> Couple:
        return frozenset(self)


def duels(ranked: Sequence[str]) -> tuple[Duel, ...]:
    """Every comparison once, in an order that depends on nothing but these units.

    As in a tournament where everybody plays everybody: in each round each unit stands at most once, so that the room
    does not hear the same one many times in a row; and nobody stands always first.
    """
    ring: list[str | None] = [*ranked, *([None] if len(ranked) % 2 else [])]
    last, found = len(ring) - 1, []
    for number in range(last):
        turned = [ring[0], *(ring[1 + (place - number) % last] for place in range(last))]
        for place in range(len(ring) // 2):
            one, other = turned[place], turned[last - place]
            if one is not None and other is not None:
                found.append(Duel(other, one) if (place or number) % 2 else Duel(one, other))
    return tuple(found)


def number_of_duels(count: int) -> int:
    """How many comparisons so many units make."""
    return count * (count - 1) // 2


def decided(homes: Mapping[str, str], pairs: Iterable[Pair]) -> dict[Couple, Pair]:
    """What was decided between units; `homes` tells for each need or theme the unit that it counts in now.

    What was said of a theme stands. What was said of its needs before they were put together stands for the theme as
    far as it all says the same; otherwise the room has to be asked again.
    """
    direct: dict[Couple, Pair] = {}
    inherited: dict[Couple, dict[tuple[str, str], Pair]] = {}
    for pair in pairs:
        winner, loser = homes.get(pair.winner), homes.get(pair.loser)
        if winner is None or loser is None or winner == loser:
            continue
        couple = frozenset((winner, loser))
        if (winner, loser) == (pair.winner, pair.loser):
            direct[couple] = pair
        else:
            same = Pair(winner=winner, loser=loser, note=pair.note)
            inherited.setdefault(couple, {})[winner, loser] = same
    agreed = {couple: next(iter(ways.values())) for couple, ways in inherited.items() if len(ways) == 1}
    return {**agreed, **direct}


def still_open(ranked: Sequence[str], known: Mapping[Couple, Pair]) -> tuple[Duel, ...]:
    """The comparisons that nobody decided yet, in their order."""
    return tuple(duel for duel in duels(ranked) if duel.couple not in known)


def cycles(ranked: Sequence[str], beats: Mapping[str, frozenset[str]]) -> tuple[tuple[str, ...], ...]:
    """Where it goes round: A over B, B over C, and C over A. The shortest one of each knot of such units."""
    left, found = list(ranked), []
    while left:
        one = left.pop(0)
        way = _round(one, beats)
        if way:
            found.append(way)
            knot = _reached(one, beats)
            left = [each for each in left if not (each in knot and one in _reached(each, beats))]
    return tuple(found)


def _round(start: str, beats: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """The shortest way from a unit down over others back to itself; nothing where there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while ways:
        longer: list[tuple[str, ...]] = []
        for way in ways:
            below = beats.get(way[-1], frozenset())
            if start in below:
                return way
            longer += [(*way, each) for each in sorted(below - seen)]
            seen |= below
        ways = longer
    return ()


def _reached(start: str, beats: Mapping[str, frozenset[str]]) -> set[str]:
    """Every unit that stands below this one, directly or by others."""
    reached: set[str] = set()
    fresh = {start}
    while fresh:
        fresh = {below for each in fresh for below in beats.get(each, ())} - reached
        reached |= fresh
    return reached
