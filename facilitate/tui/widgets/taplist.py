"""A list whose rows are large enough to tap: one widget, drawn line by line.

What stands in a row, and what a tap means, is for the page to say. What somebody else does changes the rows, and never
which one is chosen here, nor where on the screen it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.text import Text
from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from facilitate.tui.bidi.marks import FIELD
from facilitate.tui.sides import Sided, sight_x

CROSS = " ✕ "
"""Stands at the end of a row that can be taken off the list."""


class TapRow(NamedTuple):
    """One row: what it stands for, and its lines; all rows of a list have as many."""

    id: str
    lines: tuple[Text, ...]


class TapList(Sided, ScrollView, can_focus=True):
    """Arrows or a tap put the cursor on a row; at first it is on none. Enter, and a tap on the row itself, choose."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"taplist--head", "taplist--cursor", "taplist--idle"}
    DEFAULT_CSS = """
    TapList { scrollbar-size-vertical: 1; scrollbar-gutter: stable; overflow-x: hidden; }
    TapList > .taplist--head { color: $foreground 70%; text-style: underline; }
    TapList > .taplist--idle { color: $foreground 60%; }
    TapList > .taplist--cursor { background: $panel; text-style: bold; }
    TapList:focus > .taplist--cursor { background: $primary 40%; text-style: bold; }
    TapList:focus > .taplist--head { color: $primary; text-style: bold underline; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False, id="facilitate.taplist.up"),
        Binding("down", "move(1)", show=False, id="facilitate.taplist.down"),
        Binding("pageup", "move(-8)", show=False, id="facilitate.taplist.pageup"),
        Binding("pagedown", "move(8)", show=False, id="facilitate.taplist.pagedown"),
        Binding("home", "move(-9999)", show=False, id="facilitate.taplist.home"),
        Binding("end", "move(9999)", show=False, id="facilitate.taplist.end"),
        Binding("enter", "choose", show=False, id="facilitate.taplist.choose"),
        Binding("delete,backspace", "drop", show=False, id="facilitate.taplist.drop"),
    ]

    @dataclass
    class Chosen(Message):
        """That row is wanted."""

        taplist: TapList
        row: str

        @property
        def control(self) -> TapList:
            return self.taplist

    @dataclass
    class Dropped(Message):
        """That row should go."""

        taplist: TapList
        row: str

        @property
        def control(self) -> TapList:
            return self.taplist

    @dataclass
    class Moved(Message):
        """The cursor stands on that row, or on none."""

        taplist: TapList
        row: str | None

        @property
        def control(self) -> TapList:
            return self.taplist

    @dataclass
    class Resized(Message):
        """There is more room for a row, or less."""

        taplist: TapList

        @property
        def control(self) -> TapList:
            return self.taplist

    def __init__(self, id: str, *, at_once: bool = False, drops: bool = False) -> None:
        """`at_once`: one tap chooses; else the first puts the cursor there. `drops`: rows can be taken off."""
        super().__init__(id=id)
        self.rows: tuple[TapRow, ...] = ()
        self.head, self.idle = Text(), ""
        self.cursor: str | None = None
        self.at_once, self.drops = at_once, drops

    # What stands where.

    @property
    def room(self) -> int:
        """Cells that a row may fill."""
        return max(1, self.scrollable_content_region.width - 1 - (len(CROSS) if self.drops else 0))

    @property
    def tall(self) -> int:
        """Lines of a row."""
        return max((len(row.lines) for row in self.rows), default=1)

    def show(self, rows: Sequence[TapRow], head: Text, idle: str = "") -> None:
        """Take new content; `idle` is said where there is no row. Only rows that differ are painted."""
        before, stood, top = self.rows, self._place(self.cursor), self.scroll_offset.y
        changed = (head, idle) != (self.head, self.idle) or [row.id for row in before] != [row.id for row in rows]
        self.rows, self.head, self.idle = tuple(rows), head, idle
        if changed or self._lines != self.virtual_size.height:
            self._fit()
            now = self._place(self.cursor)
            if now is None and self.cursor is not None:
                self.put(None)  # never on to a neighbour: a key that was meant for this row must not meet that one
            elif stood is not None and now is not None and now != stood:
                self.scroll_to(y=top + (now - stood) * self.tall, animate=False)
            elif stood is None:
                self._keep_in_sight()
            self.refresh()
            return
        for place, (old, new) in enumerate(zip(before, self.rows, strict=True)):
            if old.lines != new.lines:
                self._repaint(place)

    def put(self, row: str | None) -> None:
        """Put the cursor on a row, or on none."""
        if row == self.cursor:
            return
        self.cursor = row
        self.refresh()
        self._keep_in_sight()
        self.post_message(self.Moved(self, row))

    def _keep_in_sight(self) -> None:
        place = self._place(self.cursor)
        if place is not None:
            self.scroll_to_region(Region(0, place * self.tall, 1, self.tall + 1), animate=False, force=True)

    @property
    def _lines(self) -> int:
        return len(self.rows) * self.tall + 1

    def _fit(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, self._lines)

    def _place(self, row: str | None) -> int | None:
        return next((place for place, each in enumerate(self.rows) if each.id == row), None)

    def _repaint(self, place: int) -> None:
        top = 1 + place * self.tall - self.scroll_offset.y
        self.refresh(Region(0, top, self.size.width, self.tall))

    # Keys and taps.

    def action_move(self, by: int) -> None:
        if not self.rows:
            return
        place = self._place(self.cursor)
        goal = (0 if by > 0 else len(self.rows) - 1) if place is None else place + by
        self.put(self.rows[max(0, min(len(self.rows) - 1, goal))].id)

    def action_choose(self) -> None:
        if self.cursor is None:
            raise SkipAction
        self.post_message(self.Chosen(self, self.cursor))

    def action_drop(self) -> None:
        if self.cursor is None or not self.drops:
            raise SkipAction
        self.post_message(self.Dropped(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        place = (event.y - 1 + self.scroll_offset.y) // self.tall
        if event.y < 1 or not 0 <= place < len(self.rows):
            return
        row = self.rows[place].id
        if self.drops and sight_x(self, event.x) >= self.room + 1:
            self.post_message(self.Dropped(self, row))
        elif self.at_once or row == self.cursor:
            self.post_message(self.Chosen(self, row))
        else:
            self.put(row)

    # Paint.

    def on_resize(self) -> None:
        self._fit()
        self.post_message(self.Resized(self))

    def render_line(self, y: int) -> Strip:
        if y == 0:
            return self._strip(self.head, "taplist--head")
        place, line = divmod(y - 1 + self.scroll_offset.y, self.tall)
        if not self.rows and place == 0:
            return self._strip(Text(f" {self.idle}"), "taplist--idle")
        if place >= len(self.rows):
            return Strip.blank(self.size.width, self.rich_style)
        row = self.rows[place]
        lit = row.id == self.cursor
        text = Text("›" if lit and line == 0 else " ").append_text(row.lines[line])
        if self.drops:
            text.truncate(self.room + 1, pad=True)
            text.append(f"{FIELD}{CROSS}" if line == 0 else "")
        return self._strip(text, "taplist--cursor" if lit else "")

    def _strip(self, text: Text, component: str) -> Strip:
        """One line in the style of its part of the list."""
        style = self.get_component_rich_style(component) if component else self.rich_style
        parts = Text().append_text(text).render(self.app.console)
        segments = [Segment(each.text, style + each.style if each.style else style) for each in parts if each.text]
        return Strip(segments).adjust_cell_length(self.size.width, style)
