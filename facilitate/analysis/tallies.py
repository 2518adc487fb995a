"""What each group said of what is ranked, in dots or in pairs, and what it adds up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from facilitate.analysis.pairing import Couple, Duel, decided, still_open
from facilitate.analysis.presence import Heads, apart
from facilitate.domain.events.capturing import Pair
from facilitate.domain.meeting.parts import Ranking
from facilitate.domain.people import Group

Method: TypeAlias = Literal["dots", "pair"]
Homes: TypeAlias = Mapping[str, str]
"""For each need and theme the unit that it counts in."""


class Since(NamedTuple):
    """The needs that came, went, or were put together otherwise since they were ranked."""

    added: frozenset[str] = frozenset()
    withdrawn: frozenset[str] = frozenset()
    regrouped: frozenset[str] = frozenset()


class Tally(NamedTuple):
    """What one group said; `adds` is false where its people stand in another tally that is added up already.

    `scores` are dots, or pairs won; `gone` are those on what no longer stands. `pairs` and `open` are for comparisons:
    what was decided, and what was not.
    """

    group: Group | None
    asked: tuple[str, ...]
    scores: Mapping[str, int]
    since: Since
    gone: int = 0
    adds: bool = True
    pairs: Mapping[Couple, Pair] = {}
    open: tuple[Duel, ...] = ()

    @property
    def total(self) -> int:
        """Dots placed, or comparisons decided."""
        return sum(self.scores.values())


class Counted(NamedTuple):
    """All groups' tallies of one method, what they add up to, and the place of each unit that was ranked."""

    tallies: tuple[Tally, ...]
    scores: Mapping[str, int]
    places: Mapping[str, int]

    @property
    def adding(self) -> tuple[Tally, ...]:
        """The tallies that are added up."""
        return tuple(each for each in self.tallies if each.adds)

    @property
    def since(self) -> Since:
        """What changed since any of them."""
        return Since(
            *(frozenset[str]().union(*sets) for sets in zip(*(each.since for each in self.adding), strict=True))
        )

    @property
    def gone(self) -> int:
        """Dots, or comparisons, of what no longer stands."""
        return sum(each.gone for each in self.adding)

    @property
    def open(self) -> int:
        """Comparisons that were not decided."""
        return sum(len(each.open) for each in self.adding)


def tally(ranking: Ranking, homes: Homes, stand: Mapping[str, str]) -> Tally:
    """What one group said, as far as it is about what stands now; `stand` are the needs with their themes."""
    asked = tuple(dict.fromkeys(homes[each] for each in ranking.needs if each in homes))
    scores, since = dict.fromkeys(asked, 0), _since(ranking, stand)
    if ranking.method == "pair":
        pairs = decided(homes, ranking.pairs)
        for pair in pairs.values():
            scores[pair.winner] = scores.get(pair.winner, 0) + 1
        gone = sum(not {pair.winner, pair.loser} <= homes.keys() for pair in ranking.pairs)
        return Tally(ranking.group, asked, scores, since, gone, pairs=pairs, open=still_open(asked, pairs))
    for each, dots in ranking.counts.items():
        if each in homes:
            scores[homes[each]] = scores.get(homes[each], 0) + dots
    gone = sum(dots for each, dots in ranking.counts.items() if each not in homes)
    return Tally(ranking.group, asked, scores, since, gone)


def _since(ranking: Ranking, stand: Mapping[str, str]) -> Since:
    """What changed: of the needs that were ranked, and whatever was added."""
    ranked = {need for need, theme in ranking.stood.items() if {need, theme} & set(ranking.needs)}
    moved = {need for need in ranking.stood.keys() & stand.keys() if ranking.stood[need] != stand[need]}
    into = {need for need in moved if stand[need] in ranking.needs}
    return Since(
        added=frozenset(stand.keys() - ranking.stood.keys()),
        withdrawn=frozenset(ranked - stand.keys()),
        regrouped=frozenset((moved & ranked) | into),
    )


def counted(method: Method, tallies: Iterable[Tally]) -> Counted | None:
    """All tallies of a method together; nothing where nobody ranked by it."""
    every = tuple(tallies)
    if not every:
        return None
    adding = _adding(method, every)
    marked = tuple(each._replace(adds=each.group in adding) for each in every)
    scores: dict[str, int] = {}
    for each in marked:
        for unit, score in each.scores.items() if each.adds else ():
            scores[unit] = scores.get(unit, 0) + score
    places = {unit: 1 + sum(other > score for other in scores.values()) for unit, score in scores.items()}
    return Counted(marked, scores, places)


def _adding(method: Method, tallies: Sequence[Tally]) -> set[Group | None]:
    """The groups that are added up, so that nobody counts twice.

    Where everybody compared pairs together, that stands before what groups did apart. Otherwise, of groups that may
    hold the same people, those counted in the same way who placed most.
    """
    groups = {each.group for each in tallies}
    if method == "pair" and None in groups:
        return {None}
    chosen = apart(Heads(each.group or Group(), each.total) for each in tallies)
    return {each.group for each in tallies if any((each.group or Group()) == heads.group for heads in chosen)}
