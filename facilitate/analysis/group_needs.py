"""Needs by group: how many each group named, and what each put first when it ranked.

A need was named by the group that was written down with it, and, in a split room, by the group that worked apart. A
group that was counted and named nothing stands there with none, as soon as anything is known in its dimension.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from facilitate.analysis.participation import FEW_PEOPLE
from facilitate.analysis.presence import DIMENSIONS, in_group, present_by
from facilitate.analysis.ranking import Unit, results, voters
from facilitate.analysis.tallies import Counted, Method, Tally
from facilitate.domain.events.base import PLENARY
from facilitate.domain.events.capturing import CaptureKind
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Group

Kind: TypeAlias = Literal["sex", "age", "place", "track"]


class GroupNeeds(NamedTuple):
    """The needs that one group named; `present` is how many they were, nothing where that is not known. The value of a
    group of a split room is its track."""

    kind: Kind
    value: str
    needs: tuple[str, ...]
    present: int | None

    @property
    def small(self) -> bool:
        """Whether they are known to be few."""
        return self.present is not None and self.present < FEW_PEOPLE


class FirstChoice(NamedTuple):
    """What one group put first, several where they are equal, none where it placed nothing: its score (dots, or pairs
    won) out of the group's total, and the best place of these among everybody."""

    group: Group | None
    method: Method
    units: tuple[Unit, ...]
    score: int
    total: int
    place: int | None
    people: int | None

    @property
    def small(self) -> bool:
        """Whether they are known to be few."""
        return self.people is not None and self.people < FEW_PEOPLE


def needs_by_group(meeting: Meeting) -> tuple[GroupNeeds, ...]:
    """Groups by sex, then age, then place, then those of split rooms."""
    return tuple(_by_people(meeting)) + tuple(_by_track(meeting))


def needs_of_nobody(meeting: Meeting) -> tuple[str, ...]:
    """Needs of which no group was written down, and that were said in plenary."""
    found = meeting.captured(CaptureKind.NEED)
    return tuple(
        each.id for each in found if each.track == PLENARY and not any(in_group(each.group, one) for one in DIMENSIONS)
    )


def _by_people(meeting: Meeting) -> Iterator[GroupNeeds]:
    found = meeting.captured(CaptureKind.NEED)
    for dimension in DIMENSIONS:
        own: dict[str, list[str]] = {}
        for need in found:
            value = in_group(need.group, dimension)
            if value:
                own.setdefault(value, []).append(need.id)
        there = present_by(meeting, dimension)
        for value in sorted({*own, *there}) if own else ():
            yield GroupNeeds(dimension, value, tuple(own.get(value, ())), there.get(value))


def _by_track(meeting: Meeting) -> Iterator[GroupNeeds]:
    found = meeting.captured(CaptureKind.NEED)
    apart = [track for track in meeting.tracks if track != PLENARY]
    own = {track: tuple(need.id for need in found if need.track == track) for track in apart}
    if any(own.values()):
        yield from (GroupNeeds("track", track, needs, None) for track, needs in own.items())


def first_choices(meeting: Meeting) -> tuple[FirstChoice, ...]:
    """Each group's first choice: by dots, then by pairs."""
    found = results(meeting)
    units = {line.unit.id: line.unit for line in found.lines}
    ways: tuple[tuple[Method, Counted | None], ...] = (("dots", found.dots), ("pair", found.pairs))
    return tuple(
        _first(meeting, method, tally, counted, units)
        for method, counted in ways
        if counted is not None
        for tally in counted.tallies
    )


def _first(meeting: Meeting, method: Method, tally: Tally, counted: Counted, units: dict[str, Unit]) -> FirstChoice:
    most = max(tally.scores.values(), default=0)
    first = [unit for unit, score in tally.scores.items() if score == most and most]
    places = [counted.places[unit] for unit in first if unit in counted.places]
    return FirstChoice(
        group=tally.group,
        method=method,
        units=tuple(units[unit] for unit in first),
        score=most,
        total=tally.total,
        place=min(places, default=None),
        people=voters(meeting, tally.group),
    )


def of_one_mind(choices: Iterable[FirstChoice]) -> bool:
    """Whether some one thing stands first, or shares the first place, with each group that chose."""
    firsts = [{unit.id for unit in each.units} for each in choices if each.units]
    return bool(firsts) and bool(set.intersection(*firsts))
