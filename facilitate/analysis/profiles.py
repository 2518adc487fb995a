"""Profiles of moderators and meetings, put together: over an audience or a centre, and over time.

Every profile counts once, however many observers made it. Small numbers are named: under five observers, or fewer than
three meetings, a difference can come from who was there that day, and nothing is said about who does better.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import fmean
from typing import Literal, NamedTuple, TypeAlias, TypeVar

from facilitate.analysis.scores import Mean

FEW_OBSERVERS, FEW_MEETINGS = 5, 3
"""Fewer than so many are a small number."""

Item = TypeVar("Item")
About: TypeAlias = Literal["moderator", "meeting"]


class Moderator(NamedTuple):
    """A person over all meetings; `key` is the same in two meetings where they are taken for the same person."""

    centre: str
    name: str | None
    key: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Moderator) and self._same == other._same

    def __hash__(self) -> int:
        return hash(self._same)

    @property
    def _same(self) -> tuple[str, str]:
        return (self.centre.casefold(), self.key)


MEETING_ITSELF = Moderator("", None, "meeting")
"""Stands where the meeting as a whole was scored."""


class Profile(NamedTuple):
    """What the observers of one meeting say about one moderator, or about the meeting, by section and altogether."""

    meeting: str
    who: Moderator
    sections: Mapping[str, Mean]
    overall: Mean

    @property
    def about(self) -> About:
        return "meeting" if self.who is MEETING_ITSELF else "moderator"

    def of(self, section: str | None) -> Mean:
        """A section's mean, or that of all; one without a number where the section says nothing about them."""
        found = self.overall if section is None else self.sections.get(section)
        return found or Mean(None, None, None, 0)


class Together(NamedTuple):
    """The mean of some profiles' means, how many they are, of how many meetings, the fewest observers behind one."""

    mean: float | None
    profiles: int
    meetings: int
    observers: int

    @property
    def small(self) -> Small | None:
        return small(self.meetings, self.observers)


Small: TypeAlias = Literal["few_meetings", "few_observers"]


def small(meetings: int, observers: int) -> Small | None:
    """Why a number is small; nothing where it is not."""
    if meetings < FEW_MEETINGS:
        return "few_meetings"
    return "few_observers" if observers < FEW_OBSERVERS else None


def together(profiles: Iterable[Profile], about: About, section: str | None) -> Together:
    """All profiles about moderators, or all about meetings, in one section or altogether."""
    found = [
        (each.meeting, mean) for each in profiles if each.about == about and (mean := each.of(section)).mean is not None
    ]
    values = [mean.mean for _, mean in found if mean.mean is not None]
    observers = min((mean.observers for _, mean in found if mean.observers), default=0)
    return Together(fmean(values) if values else None, len(values), len({meeting for meeting, _ in found}), observers)


def columns(profiles: Sequence[Profile]) -> tuple[tuple[About, str], ...]:
    """What there is to compare, in the order of the grid: sections about moderators, then those about the meeting."""
    every: dict[tuple[About, str], None] = {}
    abouts: tuple[About, ...] = ("moderator", "meeting")
    for about in abouts:
        for profile in profiles:
            if profile.about == about:
                every.update({(about, section): None for section in profile.sections})
    return tuple(every)


class Course(NamedTuple):
    """A moderator over time: profiles in the order of the meetings, and last minus first where there are enough."""

    who: Moderator
    profiles: tuple[Profile, ...]
    change: float | None


def courses(profiles: Sequence[Profile], moderators: Iterable[Moderator]) -> tuple[Course, ...]:
    """Every moderator over time."""
    return tuple(_course(who, [each for each in profiles if each.who == who]) for who in moderators)


def _course(who: Moderator, profiles: Sequence[Profile]) -> Course:
    known = [each.overall.mean for each in profiles if each.overall.mean is not None]
    return Course(who, tuple(profiles), known[-1] - known[0] if len(known) >= FEW_MEETINGS else None)


def grouped(items: Iterable[Item], key: Callable[[Item], str]) -> dict[str, list[Item]]:
    """Items under what they share, whatever its case, in the order of the alphabet; what says nothing comes last."""
    found: dict[str, list[Item]] = {}
    called: dict[str, str] = {}
    for item in items:
        found.setdefault(called.setdefault(key(item).casefold(), key(item)), []).append(item)
    return dict(sorted(found.items(), key=lambda each: (not each[0], each[0])))
