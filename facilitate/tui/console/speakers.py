"""The board of speakers as rows to tap: key, name, people present, turns, time, and time set against people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.style import Style
from rich.text import Text

from facilitate.analysis.floor import Board, OnFloor, Speaker
from facilitate.domain.events.base import Spoke
from facilitate.domain.meeting.floor import speaker
from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words
from facilitate.tui.console.naming import group_name, speaker_name
from facilitate.tui.drawing import cut, fitted, weighed
from facilitate.tui.widgets.balance import Heard, ratio
from facilitate.tui.widgets.taplist import TapRow

TWO_LINES = 60
"""Cells below which a row has two lines: on a phone a finger must meet it."""

_BAR_FROM = 34
"""Cells of name and bar together from which on there is a bar."""


def row_id(who: Spoke) -> str:
    """What a row of the board stands for, as one word."""
    group = who.group
    if who.person is not None or group is None:
        return f"person {who.person}"
    return f"group {group.sex} {group.age} {group.place}"


class Picture(NamedTuple):
    """Rows, and the line above them."""

    head: Text
    rows: tuple[TapRow, ...]


class _Cells(NamedTuple):
    people: str
    turns: str
    time: str
    weight: str


def speakers(found: Board, running: OnFloor | None, meeting: Meeting, words: Words, width: int) -> Picture:
    """The board in that many cells."""
    drawer = _Drawer(found, meeting, words, width)
    now = row_id(speaker(running.turn.who)) if running else ""
    rows = (TapRow(row_id(each.who), drawer.lines(each, row_id(each.who) == now)) for each in found.speakers)
    return Picture(drawer.head(), tuple(rows))


def heard(found: Board, words: Words) -> tuple[Heard, ...]:
    """The groups for a picture of the balance; nobody where no share can be given."""
    if found.why is not None:
        return ()
    return tuple(
        Heard(group_name(each.who.group, words), each.share, each.presence, each.relative) for each in found.groups
    )


class _Drawer:
    """Draws the rows of one board, each column as wide as its longest cell."""

    def __init__(self, found: Board, meeting: Meeting, words: Words, width: int) -> None:
        self.meeting, self.words, self.width = meeting, words, width
        self.heads = _Cells(*(words(f"floor.column.{each}") for each in _Cells._fields))
        shown = [self.heads, *(self.cells(each) for each in found.speakers)]
        self.columns = [max(Text(each[place]).cell_len for each in shown) + 2 for place in range(4)]
        shares = (share for each in found.groups for share in (each.share, each.presence) if share is not None)
        self.top = max(shares, default=1.0)
        room = width - 3 - sum(self.columns) - 1
        self.bar = max(0, room * 2 // 5) if room >= _BAR_FROM and found.why is None else 0
        self.name = max(6, room - self.bar - (1 if self.bar else 0))

    @property
    def flat(self) -> bool:
        return self.width >= TWO_LINES

    def cells(self, each: Speaker) -> _Cells:
        words = self.words
        people = "" if each.present is None else words.number(each.present)
        turns, time = words.number(each.turns), words.clock(each.spoken.ms)
        return _Cells(people, turns if each.turns else "–", time if each.turns else "", self.weight(each))

    def weight(self, each: Speaker) -> str:
        """The share of time over that of people; of a moderator the share of time."""
        if each.silent:
            return self.words("floor.not_yet")
        if each.relative is not None:
            return ratio(each.relative, self.words)
        if each.away:
            return self.words("floor.away") if not each.is_group else ""
        return self.words.percent(each.share) if each.share is not None and not each.is_group else ""

    def head(self) -> Text:
        if not self.flat:
            return Text(cut(f"  {self.words('floor.board')}", self.width))
        return Text(f"   {fitted(self.words('floor.board'), self.name)}{self.columned(self.heads)}")

    def columned(self, cells: _Cells) -> str:
        numbers = (fitted(each, size, right=True) for each, size in zip(cells[:3], self.columns[:3], strict=True))
        return f"{''.join(numbers)}  {fitted(cells.weight, self.columns[3] - 2)}"

    def lines(self, each: Speaker, runs: bool) -> tuple[Text, ...]:
        style = Style(bold=True, reverse=True) if runs else Style(dim=each.away and not each.turns)
        key = str(each.key or " ")
        mark, name = "▶" if runs else " ", speaker_name(each.who, self.meeting, self.words)
        if self.flat:
            drawn = f" {weighed(each.share, each.presence, self.bar, self.top)}" if self.bar else ""
            line = f"{mark}{key} {fitted(name, self.name)}{self.columned(self.cells(each))}{drawn}"
            return (_styled(line, style, self.width),)
        return self._two(f"{mark}{key} {name}", each, style)

    def _two(self, named: str, each: Speaker, style: Style) -> tuple[Text, ...]:
        cells, words = self.cells(each), self.words
        room = self.width - Text(cells.weight).cell_len - 1
        parts = [words("floor.present", count=each.present)] if each.present is not None else []
        parts += [words("floor.turns", count=each.turns), cells.time] if each.turns else []
        below = f"   {' · '.join(parts)}"
        return (
            _styled(f"{fitted(named, room)} {cells.weight}", style, self.width, bold=True),
            _styled(below, style, self.width),
        )


def _styled(line: str, style: Style, width: int, *, bold: bool = False) -> Text:
    return Text(fitted(line, width), style + Style(bold=True) if bold else style, no_wrap=True)


def by_row(each: Sequence[Speaker]) -> dict[str, Speaker]:
    """The speakers by their rows."""
    return {row_id(one.who): one for one in each}
