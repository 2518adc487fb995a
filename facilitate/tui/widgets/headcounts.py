"""Numbers of people in a table: one cell is chosen, digits set it, and one more or one fewer is a key or a tap."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from facilitate.tui.drawing import fitted
from facilitate.tui.layouts import digit_pressed
from facilitate.tui.sides import sight_x

LONGEST = 4
"""Digits of a number that can be typed."""

FEWER, MORE = range(1, 6), range(7, 12)
"""Where the two buttons lie on the last line, in cells from the left."""


class CountLine(NamedTuple):
    """One row: its title, and for each column a number and what that cell is called in full."""

    title: str
    numbers: tuple[int, ...]
    names: tuple[str, ...]


class Counts(NamedTuple):
    """The table: titles of the columns, the rows, the title of the sums, and how a number is written."""

    columns: tuple[str, ...] = ()
    lines: tuple[CountLine, ...] = ()
    total: str = ""
    written: Callable[[int], str] = str


class Widths(NamedTuple):
    """How the table lies in its width: cells of the titles, cells of a column, and how many columns can be seen."""

    title: int
    column: int
    seen: int


def widths(room: int, table: Counts) -> Widths:
    """Columns as wide as there is room for, the sums always in sight."""
    title = min(16, max((Text(each.title).cell_len for each in table.lines), default=0) + 2)
    column = max(6, min(14, (room - title) // (len(table.columns) + 1)))
    return Widths(title, column, max(1, min(len(table.columns), (room - title) // column - 1)))


class HeadCounts(Widget, can_focus=True):
    """The cursor and what is being typed stay here; the numbers come from the screen, and go to it as messages."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "headcounts--titles",
        "headcounts--cell",
        "headcounts--chosen",
        "headcounts--button",
    }
    DEFAULT_CSS = """
    HeadCounts { height: auto; }
    HeadCounts .headcounts--titles { text-style: bold; background: $surface; }
    HeadCounts .headcounts--chosen { text-style: bold; background: $surface-lighten-2; }
    HeadCounts:focus .headcounts--chosen { background: $primary; color: $background; }
    HeadCounts .headcounts--button { text-style: bold; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1, 0)", show=False, id="facilitate.counts.up"),
        Binding("down", "move(1, 0)", show=False, id="facilitate.counts.down"),
        Binding("left", "move(0, -1)", show=False, id="facilitate.counts.left"),
        Binding("right", "move(0, 1)", show=False, id="facilitate.counts.right"),
    ]

    @dataclass
    class Counted(Message):
        """A number was typed into a cell."""

        line: int
        column: int
        number: int

    @dataclass
    class Stepped(Message):
        """One more in a cell (1), or one fewer (-1)."""

        line: int
        column: int
        by: int

    @dataclass
    class Entered(Message):
        """Enter, where nothing was being typed."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.table = Counts()
        self.cursor = (0, 0)
        self.typed = ""

    def show(self, table: Counts) -> None:
        """Take new numbers; the cursor and what is being typed stay."""
        taller = len(table.lines) != len(self.table.lines)
        self.table = table
        self.cursor = self._inside(*self.cursor)
        self.refresh(layout=taller)

    def stand(self, cursor: tuple[int, int], typed: str) -> None:
        """Put the cursor back where it stood, with what was being typed."""
        self.cursor, self.typed = self._inside(*cursor), typed
        self.refresh()

    def _inside(self, line: int, column: int) -> tuple[int, int]:
        lines, columns = len(self.table.lines), len(self.table.columns)
        return max(0, min(lines - 1, line)), max(0, min(columns - 1, column))

    # Keys and taps.

    def on_key(self, event: events.Key) -> None:
        digit = digit_pressed(event.character)
        if digit is not None:
            event.stop()
            self.type(digit)
        elif event.key == "enter":
            event.stop()
            if not self.keep():
                self.post_message(self.Entered())
        elif event.key in ("backspace", "delete"):  # never anything else here, such as that somebody left
            event.stop()
            self._typing(self.typed[:-1])
        elif self.typed and event.key == "escape":
            event.stop()
            self._typing("")

    def type(self, digit: int) -> None:
        """One more digit of the number under the cursor."""
        if self.table.lines:
            self._typing(f"{self.typed}{digit}"[:LONGEST])

    def _typing(self, typed: str) -> None:
        self.typed = typed
        self.refresh()

    def take(self) -> Counted | None:
        """What was being typed, as the number it is now; the caller keeps it."""
        if not self.typed:
            return None
        number, self.typed = int(self.typed), ""
        self.refresh()
        return self.Counted(*self.cursor, number)

    def keep(self) -> bool:
        """What was being typed is the number now; False where nothing was."""
        counted = self.take()
        if counted is None:
            return False
        self.post_message(counted)
        return True

    def one(self, by: int) -> None:
        """One more, or one fewer, than what is kept or was just typed."""
        if self.typed:
            self.typed = str(max(0, int(self.typed) + by))
            self.keep()
        elif self.table.lines:
            self.post_message(self.Stepped(*self.cursor, by))

    def action_move(self, lines: int, columns: int) -> None:
        self.go(self.cursor[0] + lines, self.cursor[1] + columns)

    def go(self, line: int, column: int) -> None:
        """To another cell; a number that was being typed is kept."""
        self.keep()
        self.cursor = self._inside(line, column)
        self.refresh()

    def on_blur(self) -> None:
        self.keep()

    def on_click(self, event: events.Click) -> None:
        tapped = event.get_content_offset(self)
        if tapped is None:
            return
        x, y = sight_x(self, event.x) - (event.x - tapped.x), tapped.y
        if y == len(self._rows) and x in (*FEWER, *MORE):
            self.one(1 if x in MORE else -1)
        elif 0 < y <= len(self.table.lines):
            wide = widths(self.size.width, self.table)
            place = (x - wide.title) // wide.column
            inside = x >= wide.title and place < wide.seen
            self.go(y - 1, self._first(wide) + place if inside else self.cursor[1])

    # Paint.

    @property
    def _rows(self) -> range:
        """Lines of the table: the titles, the rows, and the sums where there are several rows."""
        return range(1 + len(self.table.lines) + (len(self.table.lines) > 1))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        return len(self._rows) + 1

    def _first(self, wide: Widths) -> int:
        """The first column that is seen, so that the cursor's is."""
        return max(0, self.cursor[1] - wide.seen + 1)

    def render_line(self, y: int) -> Strip:
        table, rows = self.table, self._rows
        if not table.lines or y > len(rows):
            return Strip.blank(self.size.width, self.rich_style)
        if y == len(rows):
            return self._buttons()
        wide = widths(self.size.width, table)
        first = self._first(wide)
        seen = range(first, first + wide.seen)
        if y == 0:
            titles = [table.columns[place] for place in seen]
            return self._strip("", [*titles, table.total], wide, "headcounts--titles")
        if y > len(table.lines):
            sums = [sum(line.numbers[place] for line in table.lines) for place in seen]
            whole = sum(sum(line.numbers) for line in table.lines)
            return self._strip(
                table.total, [table.written(each) for each in (*sums, whole)], wide, "headcounts--titles"
            )
        line, here = table.lines[y - 1], self.cursor[0] == y - 1
        numbers = [self._number(number, here and place == self.cursor[1]) for place, number in enumerate(line.numbers)]
        shown = [*(numbers[place] for place in seen), table.written(sum(line.numbers))]
        chosen = self.cursor[1] - first if here else None
        return self._strip(f"{'▸' if here else ' '}{line.title}", shown, wide, "headcounts--cell", chosen)

    def _number(self, number: int, chosen: bool) -> str:
        shown = self.table.written(number)
        typed = "".join(self.table.written(int(digit)) for digit in self.typed)
        return f"[{f'{typed}_' if typed else shown}]" if chosen else shown

    def _strip(self, title: str, cells: list[str], wide: Widths, style: str, chosen: int | None = None) -> Strip:
        plain, lit = self.get_component_rich_style(style), self.get_component_rich_style("headcounts--chosen")
        segments = [Segment(fitted(title, wide.title), plain)]
        for place, cell in enumerate(cells):
            shown = (
                fitted(cell, wide.column, right=True)
                if cell.endswith("]")
                else f"{fitted(cell, wide.column - 1, right=True)} "
            )
            segments.append(Segment(shown, lit if place == chosen else plain))
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _buttons(self) -> Strip:
        """One fewer, one more, and which cell that is."""
        line, column = self.cursor
        button, plain = self.get_component_rich_style("headcounts--button"), self.rich_style
        name = fitted(f" {self.table.lines[line].names[column]}", max(0, self.size.width - MORE.stop - 1))
        segments = [(" ", plain), ("  −  ", button), (" ", plain), ("  +  ", button), (name, plain)]
        return Strip([Segment(text, style) for text, style in segments]).adjust_cell_length(self.size.width, plain)
