"""What people ranked, and how it came out: dots and pairs, for needs and for the themes that they were put into."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from facilitate.analysis.pairing import cycles
from facilitate.analysis.presence import apart, heads, present
from facilitate.analysis.tallies import Counted, Homes, Method, Since, counted, tally
from facilitate.domain.meeting.grouping import grouped
from facilitate.domain.meeting.parts import Ranking
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Group


class Unit(NamedTuple):
    """What is ranked: a theme with its needs, or a need that is in none."""

    id: str
    label: str
    needs: tuple[str, ...]
    theme: bool = False


class Line(NamedTuple):
    """A unit in its order. The same place as another one is a tie; no place is for what was not ranked."""

    unit: Unit
    place: int | None = None
    tied: bool = False
    dots: int = 0
    won: int = 0
    lost: int = 0


class Results(NamedTuple):
    """How it stands; `method` is what was ranked by last, and gives the order. `rounds` are A over B over C over A."""

    lines: tuple[Line, ...]
    method: Method | None
    dots: Counted | None
    pairs: Counted | None
    rounds: tuple[tuple[Unit, ...], ...]

    @property
    def counted(self) -> Counted | None:
        """What gives the order."""
        return self.pairs if self.method == "pair" else self.dots

    @property
    def since(self) -> Since:
        """What changed since it was ranked."""
        return self.counted.since if self.counted else Since()


def units(meeting: Meeting) -> tuple[Unit, ...]:
    """What can be ranked, in the order in which its first need was said."""
    found: dict[str, list[str]] = {}
    for need, theme in grouped(meeting).items():
        found.setdefault(theme or need, []).append(need)
    return tuple(_unit(meeting, each, tuple(needs)) for each, needs in found.items())


def _unit(meeting: Meeting, identifier: str, needs: tuple[str, ...]) -> Unit:
    theme = meeting.themes.get(identifier) if identifier not in needs else None
    label = theme.title if theme else meeting.captures[identifier].text
    return Unit(identifier, " ".join(label.split()), needs, theme is not None)


def homes(found: Iterable[Unit]) -> Homes:
    """For each need and theme the unit that it counts in."""
    return {each: unit.id for unit in found for each in (unit.id, *unit.needs)}


def voters(meeting: Meeting, group: Group | None) -> int | None:
    """How many people of a group are present; nothing where they were not counted."""
    if group is None:
        return present(meeting)
    known = {name: value for name in ("sex", "age", "place") if (value := getattr(group, name))}
    inside = [each for each in heads(meeting) if all(getattr(each.group, name) == known[name] for name in known)]
    return sum(each.number for each in (apart(inside) if meeting.attendance else inside)) or None


def results(meeting: Meeting) -> Results:
    """How the ranking stands, whether or not it is finished."""
    found, stand = units(meeting), grouped(meeting)
    home = homes(found)
    ranked = [each for each in meeting.rankings if each.pairs or any(each.counts.values())]
    tallies = [(each.method, tally(each, home, stand)) for each in ranked]
    dots = counted("dots", (each for method, each in tallies if method == "dots"))
    pairs = counted("pair", (each for method, each in tallies if method == "pair"))
    method = _order_by(ranked, home)
    rounds = cycles([unit.id for unit in found], _beats(pairs))
    by_id = {unit.id: unit for unit in found}
    ways = tuple(tuple(by_id[each] for each in way) for way in rounds)
    return Results(_lines(found, method, dots, pairs), method, dots, pairs, ways)


def _order_by(ranked: Iterable[Ranking], home: Homes) -> Method | None:
    """The method that was used last on something that still stands."""
    return next((each.method for each in reversed([*ranked]) if any(need in home for need in each.needs)), None)


def _lines(
    found: tuple[Unit, ...], method: Method | None, dots: Counted | None, pairs: Counted | None
) -> tuple[Line, ...]:
    """What was ranked by the method that gives the order, then the rest by the other one, without a place."""
    first, other = (pairs, dots) if method == "pair" else (dots, pairs)
    places = first.places if first else {}
    lost = _lost(pairs)
    lines = [
        Line(
            unit,
            place=places.get(unit.id),
            tied=[*places.values()].count(places.get(unit.id, 0)) > 1,
            dots=dots.scores.get(unit.id, 0) if dots else 0,
            won=pairs.scores.get(unit.id, 0) if pairs else 0,
            lost=lost.get(unit.id, 0),
        )
        for unit in found
    ]
    rest = other.scores if other else {}
    return tuple(sorted(lines, key=lambda line: (line.place or len(lines) + 1, -rest.get(line.unit.id, 0))))


def _lost(pairs: Counted | None) -> Mapping[str, int]:
    lost: dict[str, int] = {}
    for each in pairs.adding if pairs else ():
        for pair in each.pairs.values():
            lost[pair.loser] = lost.get(pair.loser, 0) + 1
    return lost


def _beats(pairs: Counted | None) -> Mapping[str, frozenset[str]]:
    """For each unit those that it was put before by more groups than the other way round."""
    ahead: dict[tuple[str, str], int] = {}
    for each in pairs.adding if pairs else ():
        for pair in each.pairs.values():
            ahead[pair.winner, pair.loser] = ahead.get((pair.winner, pair.loser), 0) + 1
    over = [(one, other) for (one, other), times in ahead.items() if times > ahead.get((other, one), 0)]
    return {one: frozenset(loser for winner, loser in over if winner == one) for one, _ in over}
