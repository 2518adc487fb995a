"""Who was expected, and how many of them came."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from facilitate.analysis.presence import DIMENSIONS, Dimension, heads, in_group, present_by
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Group


class Came(NamedTuple):
    """One group. `came` is nothing where people were not counted by what makes the group."""

    group: Group
    expected: int
    came: int | None


def came(meeting: Meeting) -> tuple[Came, ...]:
    """Every group that was expected, in the order in which it was said."""
    return tuple(_came(meeting))


def _came(meeting: Meeting) -> Iterator[Came]:
    counted = {each.group: each.number for each in meeting.attendance}
    for each in meeting.expected:
        number = counted.get(each.group)
        yield Came(each.group, each.number, _by_parts(meeting, each.group) if number is None else number)


def _by_parts(meeting: Meeting, group: Group) -> int | None:
    """From counts of narrower groups, or of people known by name; nothing where there is none of them, since nobody
    said then that nobody came."""
    known = [dimension for dimension in DIMENSIONS if in_group(group, dimension)]
    if len(known) == 1:
        return present_by(meeting, known[0]).get(in_group(group, known[0]) or "")
    within = [each.number for each in heads(meeting) if all(_same(each.group, group, every) for every in known)]
    return sum(within) if within else None


def _same(one: Group, other: Group, dimension: Dimension) -> bool:
    return in_group(one, dimension) == in_group(other, dimension)
