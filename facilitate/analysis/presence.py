"""Who was present: head counts by group, where they were made, else the participants who are known by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Literal, NamedTuple, TypeAlias

from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Group, Person, Role

Dimension: TypeAlias = Literal["sex", "age", "place"]
DIMENSIONS: tuple[Dimension, ...] = ("sex", "age", "place")

MODERATING = frozenset({Role.MODERATOR, Role.CO_MODERATOR})


class Heads(NamedTuple):
    """So many people of a group."""

    group: Group
    number: int


def in_group(group: Group | None, dimension: Dimension) -> str | None:
    """What is known of a group in one dimension."""
    known: str | None = getattr(group, dimension) if group else None
    return known or None


def is_participant(person: Person) -> bool:
    """Whether somebody takes part: a participant by role, or somebody without any."""
    return not person.roles or person.has(Role.PARTICIPANT)


def heads(meeting: Meeting) -> tuple[Heads, ...]:
    """The head counts; where nobody counted, one for each participant known by name who has not left."""
    if meeting.attendance:
        return tuple(Heads(each.group, each.number) for each in meeting.attendance)
    people = (person for person in meeting.people.values() if person.has(Role.PARTICIPANT) and not person.left)
    return tuple(Heads(person.group or Group(), 1) for person in people)


def present(meeting: Meeting) -> int | None:
    """How many participants were present; nothing where nobody was counted and nobody is known."""
    counted = heads(meeting)
    if not meeting.attendance:
        return len(counted) or None
    return sum(each.number for each in apart(counted))


def present_by(meeting: Meeting, dimension: Dimension) -> Mapping[str, int]:
    """Participants by what is known in one dimension; those of whom it is not known are left out."""
    known = [each for each in heads(meeting) if in_group(each.group, dimension)]
    result: dict[str, int] = {}
    for each in apart(known) if meeting.attendance else known:
        value = in_group(each.group, dimension) or ""
        result[value] = result.get(value, 0) + each.number
    return result


def apart(counted: Iterable[Heads]) -> tuple[Heads, ...]:
    """Counts in which nobody stands twice.

    Women 8, men 12 and young people 9 are 20 people and not 29: where two counts may hold the same people, those made
    in the same way (with the same things known) that find most people are taken.
    """
    every = tuple(counted)
    if not any(_may_overlap(one.group, other.group) for one, other in combinations(every, 2)):
        return every
    ways: dict[tuple[bool, ...], list[Heads]] = {}
    for each in every:
        way = tuple(in_group(each.group, dimension) is not None for dimension in DIMENSIONS)
        ways.setdefault(way, []).append(each)
    return tuple(max(ways.values(), key=lambda way: sum(each.number for each in way)))


def _may_overlap(one: Group, other: Group) -> bool:
    """Two groups hold the same people unless they differ in something that is known of both."""
    both = ((in_group(one, dimension), in_group(other, dimension)) for dimension in DIMENSIONS)
    return not any(a is not None and b is not None and a != b for a, b in both)
