"""The second view: audiences, or centres, side by side; sections down, groups across."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import fmean
from typing import Any, NamedTuple

from rich.style import Style
from rich.text import Text

from facilitate.analysis.profiles import About, Profile, Together, columns, grouped, together
from facilitate.analysis.programme import Held, Programme, audience, centre
from facilitate.language import Words
from facilitate.tui.comparing.called import BOLD, NOTHING, Called, across, widest

KEYS: Mapping[str, Callable[[Held], str]] = {"audience": audience, "centre": centre}
"""What meetings are put together by."""

FIGURES = ("people", "minutes_planned", "minutes_used", "needs", "decisions", "actions")
ABOUTS: tuple[About, ...] = ("moderator", "meeting")

LABEL, LONG_LABEL = 30, 46
"""Cells of a section's name: at least, and at most."""

LEAST, MOST = 14, 34
"""Cells of a group: at least, and at most. With less room groups stand below each other."""


class Group(NamedTuple):
    """Meetings that share something, and the profiles of those that are compared."""

    name: str
    held: Sequence[Held]
    profiles: Sequence[Profile]


class Apart(NamedTuple):
    """Where two groups are furthest from each other."""

    about: About
    section: str
    high: tuple[str, Together]
    low: tuple[str, Together]

    @property
    def gap(self) -> float:
        return (self.high[1].mean or 0.0) - (self.low[1].mean or 0.0)


def groups_of(programme: Programme, by: str, words: Words) -> list[Group]:
    """The groups that there are, with what each is called."""
    called, found = Called(programme, words), []
    for code, held in grouped(programme.held, KEYS[by]).items():
        ids = {each.meeting.id for each in held}
        own = [each for each in programme.profiles if each.meeting in ids]
        found.append(Group(called.group(by, code), held, own))
    return found


def furthest(programme: Programme, groups: Sequence[Group]) -> Apart | None:
    """The section in which groups differ most; nothing where no section has a mean in two of them."""
    every = []
    for about, section in columns(programme.profiles):
        means = [(each.name, together(each.profiles, about, section)) for each in groups]
        known = sorted((each for each in means if each[1].mean is not None), key=lambda each: each[1].mean or 0.0)
        if len(known) > 1:
            every.append(Apart(about, section, known[-1], known[0]))
    return max(every, key=lambda each: each.gap, default=None)


def group_lines(programme: Programme, by: str, words: Words, room: int) -> list[Text]:
    """The whole view."""
    return list(_Groups(programme, by, words, room).lines())


class _Groups:
    def __init__(self, programme: Programme, by: str, words: Words, room: int) -> None:
        self.programme, self.by, self.words, self.room = programme, by, words, room
        self.called = Called(programme, words)
        self.groups = groups_of(programme, by, words)
        self.apart = furthest(programme, self.groups)
        self.label, self.width = self._widths()

    def lines(self) -> Iterator[Text]:
        words = self.words
        yield Text(words(f"compare.sheet.{self.by}"), BOLD)
        yield from self._said()
        for about in ABOUTS:
            sections = [section for each, section in columns(self.programme.profiles) if each == about]
            if sections:
                yield Text()
                yield from self._scores(about, sections)
        yield Text()
        yield from self._figures()

    def _widths(self) -> tuple[int, int]:
        """Cells of a label and of a group; none for a group where they have no room beside each other."""
        words, number = self.words, max(1, len(self.groups))
        least = max(LEAST, 1 + widest([words(f"compare.short.{each}") for each in ("few_meetings", "few_observers")]))
        names = [f"  {self.called.section(code)} " for _, code in columns(self.programme.profiles)]
        names += [f"  {words(f'compare.behind.{each}')} " for each in ("meetings", "observers", "small")]
        for label in (max(LABEL, min(LONG_LABEL, widest(names))), LABEL):
            width = (self.room - label) // number
            if width >= least:
                return label, min(MOST, width)
        return 0, 0

    def _said(self) -> Iterator[Text]:
        """In one sentence what differs most; never who is better."""
        words, apart = self.words, self.apart
        if len(self.groups) == 1:
            yield Text(words(f"sidebyside.one.{self.by}", name=self.groups[0].name))
        elif apart is None:
            yield Text(words("sidebyside.nothing_scored"))
        elif round(apart.gap, 2) == 0:
            yield Text(words("sidebyside.no_gap"))
        else:
            (high, most), (low, least) = apart.high, apart.low
            values: dict[str, Any] = {
                "about": words(f"compare.about.{apart.about}"),
                "section": self.called.section_title(apart.section),
                "high": high,
                "low": low,
                "most": self.called.mean(most.mean),
                "least": self.called.mean(least.mean),
                "gap": self.called.mean(apart.gap),
            }
            said = words("sidebyside.differs", **values)
            if most.small or least.small:
                said = f"{said} {words('sidebyside.differs_small')}"
            yield Text(said)

    def _scores(self, about: About, sections: Sequence[str]) -> Iterator[Text]:
        words = self.words
        yield from self._head(words(f"compare.about.{about}"))
        for section in sections:
            far = self.apart is not None and (about, section) == (self.apart.about, self.apart.section)
            means = [together(each.profiles, about, section).mean for each in self.groups]
            cells = [self._mean(each) for each in means]
            yield from self._row(f"{'◆' if far and self.apart and round(self.apart.gap, 2) else ' '} ", section, cells)
        whole = [together(each.profiles, about, None) for each in self.groups]
        yield from self._row("  ", None, [self._mean(each.mean) for each in whole])
        yield from self._below("compare.behind.meetings", [self.called.count(each.meetings) for each in whole])
        fewest = [self.called.count(each.observers) if each.observers else NOTHING for each in whole]
        yield from self._below("compare.behind.observers", fewest)
        if any(each.small for each in whole):
            said = [words(f"compare.short.{each.small}") if each.small else "" for each in whole]
            yield from self._below("compare.behind.small", said)

    def _figures(self) -> Iterator[Text]:
        yield from self._head(self.words("compare.per_meeting"))
        yield from self._below("compare.row.meetings", [self.called.count(len(each.held)) for each in self.groups])
        for name in FIGURES:
            numbers = []
            for group in self.groups:
                known = [value for each in group.held if (value := getattr(each.figures, name)) is not None]
                numbers.append(self.called.count(fmean(known)) if known else NOTHING)
            yield from self._below(f"compare.column.{name}", numbers)

    # A line across, or a line for each group.

    def _head(self, title: str) -> Iterator[Text]:
        if not self.width:
            yield Text(title, Style(bold=True, underline=True))
            return
        names = [(each.name, self.width) for each in self.groups]
        yield across([(title, self.label), *names], Style(bold=True, underline=True))

    def _row(self, mark: str, section: str | None, cells: Sequence[str]) -> Iterator[Text]:
        style = BOLD if section is None else Style()
        yield from self._across(f"{mark}{self.called.section(section)}", cells, style)

    def _below(self, message: str, cells: Sequence[str]) -> Iterator[Text]:
        yield from self._across(f"  {self.words(message)}", cells, Style(italic=True))

    def _across(self, label: str, cells: Sequence[str], style: Style) -> Iterator[Text]:
        if self.width:
            yield across([(label, self.label), *((each, self.width) for each in cells)], style)
            return
        yield Text(label, style)
        name = min(widest([each.name for each in self.groups]) + 1, self.room // 2)
        for group, cell in zip(self.groups, cells, strict=True):
            if cell:
                yield across([("", 4), (group.name, name), (cell, self.room - name - 4)], style)

    def _mean(self, value: float | None) -> str:
        """The number, and a bar as long as there is room for."""
        room = self.width - 7 if self.width else min(20, self.room // 3)
        drawn = self.called.bar(value, min(20, room))
        return f"{self.called.mean(value)} {drawn}".rstrip()
