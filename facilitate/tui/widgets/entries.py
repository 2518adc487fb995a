"""A list of texts: one line each, the chosen one in full; what others do never moves it under the reader's eyes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from rich.segment import Segment
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from facilitate.tui.sides import Sided
from facilitate.tui.textrows import Row, drawn


class EntryList(Sided, ScrollView, can_focus=True):
    """Arrows or a tap choose a row; Enter, or a tap on the chosen one, opens it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"entrylist--chosen", "entrylist--idle"}
    DEFAULT_CSS = """
    EntryList { scrollbar-size-vertical: 1; scrollbar-gutter: stable; overflow-x: hidden; }
    EntryList > .entrylist--idle { color: $foreground 60%; }
    EntryList > .entrylist--chosen { background: $panel; }
    EntryList:focus > .entrylist--chosen { background: $primary 40%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False, id="facilitate.entrylist.up"),
        Binding("down", "move(1)", show=False, id="facilitate.entrylist.down"),
        Binding("pageup", "move(-8)", show=False, id="facilitate.entrylist.pageup"),
        Binding("pagedown", "move(8)", show=False, id="facilitate.entrylist.pagedown"),
        Binding("home", "move(-99999)", show=False, id="facilitate.entrylist.home"),
        Binding("end", "move(99999)", show=False, id="facilitate.entrylist.end"),
    ]

    @dataclass
    class Opened(Message):
        """That row is wanted, to read or to change it."""

        row: str

    @dataclass
    class Moved(Message):
        """Another row is chosen, or other rows are in sight."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: tuple[Row, ...] = ()
        self.idle = ""
        self.chosen: str | None = None
        self.columns = True
        self._at = 0
        self._tops: list[int] = [0]
        self._seen_height = 0

    # What stands where.

    def show(self, rows: Sequence[Row], idle: str, columns: bool) -> None:
        """Take new rows; `idle` is said where there is none. The first row in sight stays where it is."""
        if (tuple(rows), idle, columns) == (self.rows, self.idle, self.columns):
            return
        anchor = self._anchor()
        self.rows, self.idle, self.columns = tuple(rows), idle, columns
        self._settle(anchor)

    def choose(self, row: str | None) -> None:
        """Choose a row, and bring it into sight."""
        place = self._place(row)
        if place is None:
            return
        self.chosen, self._at = row, place
        self._lay_out()
        self._bring(place)
        self.refresh()
        self.post_message(self.Moved())

    @property
    def below(self) -> int:
        """How many rows begin below what is in sight."""
        end = self.scroll_offset.y + self.size.height
        return sum(top >= end for top in self._tops[: len(self.rows)])

    @property
    def _width(self) -> int:
        return max(10, self.scrollable_content_region.width)

    @property
    def _column(self) -> int:
        return max((Text(row.kind).cell_len for row in self.rows), default=0) if self.columns else 0

    def _lines(self, row: Row) -> list[Text]:
        return drawn(row, self._width, self._column, row.id == self.chosen)

    def _tall(self, row: Row) -> int:
        return len(self._lines(row)) if row.id == self.chosen else 2 if row.more else 1

    def _place(self, row: str | None) -> int | None:
        return next((place for place, each in enumerate(self.rows) if each.id == row), None)

    def _anchor(self) -> tuple[str, int] | None:
        """The first row in sight, and how many of its lines are above."""
        top = self.scroll_offset.y
        place = bisect_right(self._tops, top) - 1
        return (self.rows[place].id, top - self._tops[place]) if place < len(self.rows) else None

    def _settle(self, anchor: tuple[str, int] | None) -> None:
        place = self._place(self.chosen)
        if place is None:  # never on to a neighbour: a key that was meant for that row must not meet this one
            self.chosen = None
        else:
            self._at = place
        self._lay_out()
        first = self._place(anchor[0]) if anchor else None
        if anchor is not None and first is not None:
            self._scroll(self._tops[first] + anchor[1])
        self.refresh()
        self.post_message(self.Moved())

    def _lay_out(self) -> None:
        self._tops = [0, *accumulate(self._tall(row) for row in self.rows)]
        self.virtual_size = Size(self._width, max(1, self._tops[-1]))

    def _scroll(self, top: int) -> None:
        if top != self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, force=True)

    def _bring(self, place: int) -> None:
        top, end = self._tops[place], self._tops[place + 1]
        self.scroll_to_region(Region(0, top, 1, max(1, min(end - top, self.size.height))), animate=False, force=True)

    # Keys and taps.

    def action_move(self, by: int) -> None:
        if self.rows:
            at = self._at + (by if self.chosen is not None or by < 0 else by - 1)
            self.choose(self.rows[max(0, min(len(self.rows) - 1, at))].id)

    def on_click(self, event: events.Click) -> None:
        place = bisect_right(self._tops, event.y + self.scroll_offset.y) - 1
        if 0 <= place < len(self.rows):
            row = self.rows[place].id
            if row == self.chosen:
                self.post_message(self.Opened(row))
            else:
                self.choose(row)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Moved())

    def on_resize(self) -> None:
        """What was in sight stays in sight."""
        before, self._seen_height = self._seen_height, self.size.height
        place, top = self._place(self.chosen), self.scroll_offset.y
        seen = place is not None and top <= self._tops[place] < top + before
        self._settle(self._anchor())
        if place is not None and (seen or not before):
            self._bring(place)

    # Paint.

    def render_line(self, y: int) -> Strip:
        line = y + self.scroll_offset.y
        place = bisect_right(self._tops, line) - 1
        if not self.rows:
            return self._strip(Text(f"  {self.idle}" if line == 0 else ""), "entrylist--idle")
        if place >= len(self.rows):
            return Strip.blank(self.size.width, self.rich_style)
        row = self.rows[place]
        lines, number = self._lines(row), line - self._tops[place]
        text = lines[number] if number < len(lines) else Text()
        return self._strip(text, "entrylist--chosen" if row.id == self.chosen else "")

    def _strip(self, text: Text, component: str) -> Strip:
        style = self.get_component_rich_style(component) if component else self.rich_style
        parts = text.render(self.app.console)
        segments = [Segment(each.text, style + each.style if each.style else style) for each in parts if each.text]
        return Strip(segments).adjust_cell_length(self.size.width, style)
