"""The grid as one widget, drawn line by line: a key costs two lines of paint, however large the grid is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from facilitate.tui.bidi.marks import FIELD
from facilitate.tui.drawing import cut, fitted
from facilitate.tui.sides import Sided, sight_x

CELL = 7


class GridCell(NamedTuple):
    """What stands in one cell: its text, and one mark for a fact (`+`), a fact owed (`!`) or the log (`~`); without
    one the text has its place too."""

    text: str
    mark: str = " "


class GridLine(NamedTuple):
    """A heading, or an indicator with a cell for each subject; one cell alone belongs to the meeting. The text of a
    heading can end with its `progress`, which is never cut."""

    code: str
    text: str
    cells: tuple[GridCell, ...] = ()
    key: str = ""
    progress: str = ""

    @property
    def heading(self) -> bool:
        return not self.cells


class ScoreGrid(Sided, ScrollView, can_focus=True):
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

    def __init__(self, pressed: Callable[[events.Key], None] = lambda event: None, id: str | None = None) -> None:
        """`pressed` says what a key means; it is asked here, before the key goes from widget to widget up the page."""
        super().__init__(id=id)
        self._pressed = pressed
        self._styles: dict[str, Style] = {}
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
        before, renamed = self.lines, names != self.names
        self.subject = self._same_subject(names)
        self.names = names
        if renamed or len(before) != len(lines) or any(a.key != b.key for a, b in zip(before, lines, strict=True)):
            self._other_lines(lines)
            return
        self.lines = lines
        for place, (old, new) in enumerate(zip(before, lines, strict=True)):
            if old is not new and old != new:
                self._repaint(place)

    def _same_subject(self, names: tuple[str, ...]) -> int:
        """Where the subject stands now: with the same name, whoever came before it or went; where that is gone, as near
        as can be."""
        name = self.names[self.subject] if self.subject < len(self.names) else ""
        return names.index(name) if names.count(name) == 1 else max(0, min(self.subject, len(names) - 1))

    def _other_lines(self, lines: tuple[GridLine, ...]) -> None:
        """The cursor goes with its indicator, in the same row of the screen; where that is gone, to the next one."""
        before, row = self.lines, self.cursor - self.scroll_offset.y
        key = self.line.key if self.line else ""
        places = {line.key: place for place, line in enumerate(lines) if not line.heading}
        after = [line.key for line in (*before[self.cursor :], *reversed(before[: self.cursor]))]
        self.lines = lines
        self.cursor = next((places[each] for each in after if each in places), min(places.values(), default=0))
        self.virtual_size = Size(self.size.width, len(lines) + 1)
        self.scroll_to(y=max(0, self.cursor - row), animate=False, immediate=True, force=True)
        self._keep_in_sight()
        self.refresh()
        if self.line is not None and self.line.key != key:
            self.post_message(self.Moved())

    def show_line(self, line: GridLine) -> None:
        """Take new content for one line."""
        here = self.line is not None and self.line.key == line.key
        place = self.cursor if here else next((n for n, each in enumerate(self.lines) if each.key == line.key), None)
        if place is not None and self.lines[place] != line:
            self.lines = (*self.lines[:place], line, *self.lines[place + 1 :])
            self._repaint(place)

    def go_to(self, key: str) -> None:
        """Put the cursor on the line of that key, if it is there."""
        place = next((place for place, line in enumerate(self.lines) if line.key == key), None)
        if place is not None:
            self.go(place)

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
        """Scroll so that the cursor is seen, with a row above and below it where there is room."""
        room = self.size.height - 1  # below the names
        if room < 1:
            return  # not laid out yet; the size that comes brings it into sight
        top, margin = self.scroll_offset.y, 1 if room > 2 else 0
        least, most = self.cursor + margin - room + 1, self.cursor - margin
        goal = max(0, min(max(top, least), most, len(self.lines) - room))
        if goal != top:
            self.scroll_to(y=goal, animate=False, immediate=True, force=True)

    def _repaint(self, place: int) -> None:
        self.refresh(Region(0, place + 1 - self.scroll_offset.y, self.size.width, 1))

    def _near(self, start: int, step: int) -> int | None:
        """The first indicator from a line on, in one direction."""
        place = start
        while 0 <= place < len(self.lines) and self.lines[place].heading:
            place += step
        return place if 0 <= place < len(self.lines) else None

    # Keys and taps.

    def on_key(self, event: events.Key) -> None:
        self._pressed(event)

    def action_move(self, by: int) -> None:
        if not self.lines:
            return
        goal = max(0, min(len(self.lines) - 1, self.cursor + by))
        step = 1 if by > 0 else -1
        found = self._near(goal, step)
        found = self._near(goal, -step) if found is None else found  # above the first there is only a heading
        if found is not None:
            self.go(found)

    def action_turn(self, by: int) -> None:
        if self.names:
            self.go(self.cursor, (self.subject + by) % len(self.names))

    def on_click(self, event: events.Click) -> None:
        place = event.y - 1 + self.scroll_offset.y
        if event.y < 1 or not 0 <= place < len(self.lines) or self.lines[place].heading:
            return
        column = (sight_x(self, event.x) - self._room()) // CELL
        inside = len(self.lines[place].cells) > 1 and 0 <= column < len(self.names)
        self.go(place, column if inside else None)

    # Paint.

    def on_resize(self) -> None:
        self.virtual_size = Size(self.size.width, len(self.lines) + 1)
        self._keep_in_sight()
        self.call_after_refresh(self._keep_in_sight)  # the scroll range of a new size is known only then

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
            title = f" {line.code}  {line.text.removesuffix(line.progress)}".rstrip()
            count = f"  {line.progress}" if line.progress else ""
            said = cut(title, width - cell_len(count)) + count
            return Strip([Segment(fitted(said, width), self._style("heading"))])
        return self._indicator(line, place == self.cursor)

    def _style(self, part: str) -> Style:
        """The colours of a part, looked up once in a theme."""
        found = self._styles.get(part)
        if found is None:
            found = self._styles[part] = self.get_component_rich_style(f"scoregrid--{part}")
        return found

    def notify_style_update(self) -> None:
        self._styles.clear()
        super().notify_style_update()

    def _names(self, width: int) -> Strip:
        style = self._style("names")
        names = "".join(f"{FIELD} {fitted(name, CELL - 1)}" for name in self.names)
        return Strip([Segment(fitted(" " * self._room() + names, width), style)])

    def _indicator(self, line: GridLine, current: bool) -> Strip:
        plain, chosen = self._style("cursor" if current else "line"), self._style("cell")
        sign = "▸" if current else " "
        segments = [Segment(fitted(f"{sign}{FIELD}{fitted(line.code, 4)}{line.text}", self._room()), plain)]
        several = len(line.cells) > 1
        width = CELL if several else CELL * max(1, len(self.names))
        for place, cell in enumerate(line.cells):
            lit = current and (not several or place == self.subject)
            segments.append(Segment(self._cell(cell, width), chosen if lit else plain))
        return Strip(segments).adjust_cell_length(self.size.width, plain)

    def _cell(self, cell: GridCell, width: int) -> str:
        """The answer in the middle of its cells; one about the meeting lies across the columns of all subjects."""
        spare, room = width - CELL, CELL - 2 - len(cell.mark)
        text = f" {fitted(cell.text, room, right=True)}{cell.mark} "
        return " " * (spare // 2) + text + " " * (spare - spare // 2)
