"""Steps shared out among moderators: in blocks of about the same minutes, or by turns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypeAlias

from facilitate.domain.meeting.minutes import is_over
from facilitate.domain.meeting.state import Meeting

Timed: TypeAlias = tuple[str, int]
"""A step, and its minutes."""


def to_share(meeting: Meeting) -> tuple[Timed, ...]:
    """The steps that count and are still to come, in their order."""
    steps = meeting.agenda.steps if meeting.agenda else ()
    current = meeting.current.step if meeting.current else None
    return tuple(
        (step.id, meeting.planned_minutes(step.id))
        for step in steps
        if step.counted and step.id != current and not is_over(meeting, step.id) and step.id not in meeting.skipped
    )


def in_blocks(steps: Sequence[Timed], moderators: Sequence[str]) -> Mapping[str, str]:
    """Each moderator a run of steps, the longest run as short as it can be, then all as even as they can be.

    Nobody has more than their fair share of the minutes and the longest step on top of it. Where there are as many
    steps as moderators, everybody has one at least.
    """
    many = min(len(moderators), len(steps))
    if not many:
        return {}
    sums = [0]
    for _, minutes in steps:
        sums.append(sums[-1] + minutes)
    ends = _ends(tuple(sums), many)
    owners = [who for who, (start, end) in zip(moderators, ends, strict=False) for _ in range(start, end)]
    return {step: who for (step, _), who in zip(steps, owners, strict=True)}


def _ends(sums: tuple[int, ...], many: int) -> list[tuple[int, int]]:
    """Where each of so many runs begins and ends; `sums` are the minutes before each place."""
    last = len(sums) - 1

    @cache
    def longest(start: int, left: int) -> int:
        """The length of the longest run, of so many from here on, at its best."""
        if left == 1:
            return sums[last] - sums[start]
        ways = range(start + 1, last - left + 2)
        return min(max(sums[end] - sums[start], longest(end, left - 1)) for end in ways)

    most = longest(0, many)

    @cache
    def evenest(start: int, left: int) -> tuple[int, tuple[int, ...]] | None:
        """The smallest sum of squares without a run longer than that, and where its runs end."""
        ways = range(start + 1, last - left + 2) if left > 1 else (last,)
        found: list[tuple[int, tuple[int, ...]]] = []
        for end in ways:
            run = sums[end] - sums[start]
            rest = (0, ()) if left == 1 else evenest(end, left - 1)
            if run <= most and rest is not None:
                found.append((run * run + rest[0], (end, *rest[1])))
        return min(found, default=None)

    best = evenest(0, many)
    ends = best[1] if best else ()
    return list(zip((0, *ends[:-1]), ends, strict=True))


def by_turns(steps: Sequence[Timed], moderators: Sequence[str]) -> Mapping[str, str]:
    """One step after the other to the next moderator; nobody has two more steps than another."""
    return {step: moderators[place % len(moderators)] for place, (step, _) in enumerate(steps)} if moderators else {}


def next_hand(meeting: Meeting, step: str) -> str | None:
    """Whom a step goes to when it is handed on: the moderator after the one who has it; nobody after the last."""
    there = [each.id for each in meeting.moderators if not each.left]
    now = meeting.moderator_of(step)
    if now is None:
        return there[0] if there else None
    place = there.index(now.id) + 1
    return there[place] if place < len(there) else None
