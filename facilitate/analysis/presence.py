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
    """The head counts, without those of nobody; where nothing was counted, one for each participant known by name who
    has not left."""
    if meeting.attendance:
        return tuple(Heads(each.group, each.number) for each in meeting.attendance if each.number)
    people = (person for person in meeting.people.values() if person.has(Role.PARTICIPANT) and not person.left)
    return tuple(Heads(person.group or Group(), 1) for person in people)


def present(meeting: Meeting) -> int | None:
    """How many participants were present; nothing where nobody was counted and nobody is known."""
    counted = heads(meeting)
    if not meeting.attendance:
        return len(counted) or None
    return _sum(apart(counted))


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

    A count of a sex as a whole is of all of them: women 8 beside women of 18-29 5 are 8 women, 5 of them of 18-29.
    Women 8, men 12 and young people 9 are 20 people and not 29: where it is not known who of a count is also in
    another, those counts are taken that find most people.
    """
    every = tuple(counted)
    if not _overlapping(every):
        return every
    sexes = dict.fromkeys(each.group.sex for each in every if each.group.sex)
    of_a_sex = [each for sex in sexes for each in _of_sex(sex, [each for each in every if each.group.sex == sex])]
    of_any = _fullest([each for each in every if not each.group.sex])
    return tuple(max(of_a_sex, of_any, key=_sum))


def _of_sex(sex: str, counted: list[Heads]) -> list[Heads]:
    """What is known of one sex: its narrower counts, and those of the whole who are in none of them."""
    whole = sum(each.number for each in counted if each.group == Group(sex=sex))
    narrower = _fullest([each for each in counted if each.group != Group(sex=sex)])
    rest = whole - _sum(narrower)
    return [*narrower, Heads(Group(sex=sex), rest)] if rest > 0 else narrower


def _fullest(counted: list[Heads]) -> list[Heads]:
    """All of them where nobody can stand twice, else those made in the same way (with the same things known) that find
    most people."""
    if not _overlapping(counted):
        return counted
    ways: dict[tuple[bool, ...], list[Heads]] = {}
    for each in counted:
        way = tuple(in_group(each.group, dimension) is not None for dimension in DIMENSIONS)
        ways.setdefault(way, []).append(each)
    return max(ways.values(), key=_sum)


def _sum(counted: Iterable[Heads]) -> int:
    return sum(each.number for each in counted)


def _overlapping(counted: Iterable[Heads]) -> bool:
    return any(_may_overlap(one.group, other.group) for one, other in combinations(counted, 2))


def _may_overlap(one: Group, other: Group) -> bool:
    """Two groups hold the same people unless they differ in something that is known of both."""
    both = ((in_group(one, dimension), in_group(other, dimension)) for dimension in DIMENSIONS)
    return not any(a is not None and b is not None and a != b for a, b in both)
