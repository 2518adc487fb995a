"""The grid as one widget, drawn line by line: a key costs two lines of paint, however large the grid is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from facilitate.tui.drawing import fitted

CELL = 7


class GridCell(NamedTuple):
    """What stands in one cell: its text, and one mark for a fact (`+`), a fact owed (`!`) or the log (`~`)."""

    text: str
    mark: str = " "


class GridLine(NamedTuple):
    """A heading, or an indicator with a cell for each subject; one cell alone belongs to the meeting."""

    code: str
    text: str
    cells: tuple[GridCell, ...] = ()
    key: str = ""

    @property
    def heading(self) -> bool:
        return not self.cells


class ScoreGrid(ScrollView, can_focus=True):
    """A cursor over lines and subjects; what a key means is for the screen to say."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "scoregrid--heading",
        "scoregrid--line",
        "scoregrid--cursor",
        "scoregrid--cell",
        "scoregrid--names",
    }
    DEFAULT_CSS = """
    ScoreGrid { scrollbar-size-vertical: 1; overflow-x: hidden; }
    ScoreGrid .scoregrid--heading { background: $panel; color: $primary; text-style: bold; }
    ScoreGrid .scoregrid--names { background: $surface; text-style: bold underline; }
    ScoreGrid .scoregrid--cursor { background: $surface-lighten-2; text-style: bold; }
    ScoreGrid .scoregrid--cell { background: $primary; color: $background; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", show=False, id="facilitate.grid.up"),
        Binding("down,j", "move(1)", show=False, id="facilitate.grid.down"),
        Binding("left", "turn(-1)", show=False, id="facilitate.grid.left"),
        Binding("right", "turn(1)", show=False, id="facilitate.grid.right"),
        Binding("pageup", "move(-10)", show=False, id="facilitate.grid.pageup"),
        Binding("pagedown", "move(10)", show=False, id="facilitate.grid.pagedown"),
        Binding("home", "move(-9999)", show=False, id="facilitate.grid.home"),
        Binding("end", "move(9999)", show=False, id="facilitate.grid.end"),
    ]

    @dataclass
    class Moved(Message):
        """The cursor stands elsewhere."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines: tuple[GridLine, ...] = ()
        self.names: tuple[str, ...] = ()
        self.cursor = 0
        self.subject = 0

    # What stands where.

    @property
    def line(self) -> GridLine | None:
        """The line under the cursor."""
        return self.lines[self.cursor] if self.cursor < len(self.lines) else None

    def show(self, lines: tuple[GridLine, ...], names: tuple[str, ...]) -> None:
        """Take new content; only lines that differ are painted, and the cursor stays on its indicator."""
        before, key = self.lines, self.line.key if self.line else ""
        self.lines, renamed = lines, names != self.names
        self.names = names
        if renamed or len(before) != len(lines):
            keys = [each.key for each in lines]
            self.cursor = keys.index(key) if key in keys else self._near(0, 1)
            self.virtual_size = Size(self.size.width, len(lines) + 1)
            self.refresh()
            return
        for place, (old, new) in enumerate(zip(before, lines, strict=True)):
            if old != new:
                self._repaint(place)

    def go(self, place: int, subject: int | None = None) -> None:
        """Put the cursor on a line, and on a subject."""
        if not 0 <= place < len(self.lines):
            return
        old, self.cursor = self.cursor, place
        if subject is not None:
            self.subject = subject
        self._repaint(old)
        self._repaint(place)
        self._keep_in_sight()
        self.post_message(self.Moved())

    def _keep_in_sight(self) -> None:
        room = max(1, self.size.height - 1)
        top = self.scroll_offset.y
        goal = max(0, self.cursor - 1) if self.cursor - 1 < top else max(top, self.cursor - room + 1)
        if goal != top:
            self.scroll_to(y=goal, animate=False)

    def _repaint(self, place: int) -> None:
        self.refresh(Region(0, place + 1 - self.scroll_offset.y, self.size.width, 1))

    def _near(self, start: int, step: int) -> int:
        """The first indicator from a line on, in one direction; the old place where there is none."""
        place = start
        while 0 <= place < len(self.lines) and self.lines[place].heading:
            place += step
        return place if 0 <= place < len(self.lines) else self.cursor

    # Keys and taps.

    def action_move(self, by: int) -> None:
        goal = max(0, min(len(self.lines) - 1, self.cursor + by))
        step = 1 if by > 0 else -1
        found = self._near(goal, step)
        self.go(found if not self.lines[found].heading else self._near(goal, -step))

    def action_turn(self, by: int) -> None:
        if self.names:
            self.go(self.cursor, (self.subject + by) % len(self.names))

    def on_click(self, event: events.Click) -> None:
        place = event.y - 1 + self.scroll_offset.y
        if event.y < 1 or not 0 <= place < len(self.lines) or self.lines[place].heading:
            return
        column = (event.x - self._room()) // CELL
        inside = len(self.lines[place].cells) > 1 and 0 <= column < len(self.names)
        self.go(place, column if inside else None)

    # Paint.

    def on_resize(self) -> None:
        self.virtual_size = Size(self.size.width, len(self.lines) + 1)

    def _room(self) -> int:
        return max(8, self.size.width - 1 - CELL * max(1, len(self.names)))

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if y == 0:
            return self._names(width)
        place = y - 1 + self.scroll_offset.y
        if place >= len(self.lines):
            return Strip.blank(width, self.rich_style)
        line = self.lines[place]
        if line.heading:
            style = self.get_component_rich_style("scoregrid--heading")
            return Strip([Segment(fitted(f" {line.code}  {line.text}", width), style)])
        return self._indicator(line, place == self.cursor)

    def _names(self, width: int) -> Strip:
        style = self.get_component_rich_style("scoregrid--names")
        names = "".join(f" {fitted(name, CELL - 1)}" for name in self.names)
        return Strip([Segment(fitted(" " * self._room() + names, width), style)])

    def _indicator(self, line: GridLine, current: bool) -> Strip:
        plain = self.get_component_rich_style("scoregrid--cursor" if current else "scoregrid--line")
        chosen = self.get_component_rich_style("scoregrid--cell")
        sign = "▸" if current else " "
        segments = [Segment(fitted(f"{sign}{fitted(line.code, 4)}{line.text}", self._room()), plain)]
        several = len(line.cells) > 1
        width = CELL if several else CELL * max(1, len(self.names))
        for place, cell in enumerate(line.cells):
            lit = current and (not several or place == self.subject)
            segments.append(Segment(self._cell(cell, width), chosen if lit else plain))
        return Strip(segments).adjust_cell_length(self.size.width, plain)

    def _cell(self, cell: GridCell, width: int) -> str:
        """The answer in the middle of its cells; one about the meeting lies across the columns of all subjects."""
        spare = width - CELL
        return (
            " " * (spare // 2) + f" {fitted(cell.text, CELL - 3, right=True)}{cell.mark} " + " " * (spare - spare // 2)
        )
