"""Who is heard and how much: each group's share of speaking time against its share of the people present.

There is no person's name in it: the whole room may read it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.style import Style
from rich.text import Text
from textual.widget import Widget

from facilitate.analysis.floor import balanced
from facilitate.language import Words
from facilitate.tui.drawing import cut, fitted, weighed

BESIDE = 60
"""Cells from which name, bar and numbers stand in one line."""


class Heard(NamedTuple):
    """A group: its name, its share of speaking time and of the people present, and the first over the second."""

    label: str
    share: float | None
    presence: float | None
    relative: float | None


_MARKS = {"little": "▼", "even": "=", "much": "▲"}


def ratio(relative: float | None, words: Words) -> str:
    """Share of time over share of the people, such as ``▼ 0.4×``, with a mark for little or much."""
    if relative is None:
        return ""
    return words("floor.ratio", mark=_MARKS[balanced(relative)], number=words.number(min(relative, 99.0), 1))


class BalanceView(Widget):
    """A bar a group; a stroke in it stands where the bar would end if all spoke in proportion to their number."""

    DEFAULT_CSS = "BalanceView { height: auto; padding: 0 1; }"

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: tuple[Heard, ...] = ()
        self._idle = ""
        self._words = Words()

    def show(self, rows: Sequence[Heard], words: Words, idle: str = "") -> None:
        """Draw the groups; `idle` is said where there is none to draw."""
        if (tuple(rows), idle, words) != (self._rows, self._idle, self._words):
            self._rows, self._idle, self._words = tuple(rows), idle, words
            self.refresh(layout=True)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        return 1 + len(self._rows) * (1 if width >= BESIDE else 2) if self._rows else 1

    def render(self) -> Text:
        if not self._rows:
            return Text(self._idle, Style(dim=True))
        return Text("\n", no_wrap=True).join(balance_lines(self._rows, self.size.width, self._words))


def balance_lines(rows: Sequence[Heard], width: int, words: Words) -> list[Text]:
    """The groups as lines of that width, below one that says how to read them."""
    top = max((each for row in rows for each in (row.share, row.presence) if each is not None), default=1.0)
    lines = [Text(cut(words("floor.balance.read"), width), Style(dim=True), no_wrap=True)]
    for row in rows:
        numbers = _numbers(row, words)
        if width >= BESIDE:
            name = fitted(row.label, width // 4)
            room = width - Text(name).cell_len - 28
            lines.append(
                Text(f"{name} {weighed(row.share, row.presence, room, top)} {fitted(numbers, 26, right=True)}")
            )
        else:
            lines.append(Text(cut(row.label, width), Style(bold=True)))
            room = max(6, width - Text(numbers).cell_len - 1)
            lines.append(Text(f"{weighed(row.share, row.presence, room, top)} {numbers}"))
    return lines


def _numbers(row: Heard, words: Words) -> str:
    if row.share is None or row.presence is None:
        return words("floor.balance.unknown")
    percents = words("floor.balance.shares", time=words.percent(row.share), people=words.percent(row.presence))
    return f"{percents} {ratio(row.relative, words)}"
