"""The lines of a grid, one below the other: a cursor, marks before the words, numbers and signs behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from facilitate.tui.drawing import fitted
from facilitate.tui.sides import Sided


class GridLine(NamedTuple):
    """`mark` is the reader's own answer, `signs` stand behind; a `title` is bold and stands over what it holds."""

    key: str
    code: str
    text: str
    mark: str = ""
    signs: str = ""
    title: bool = False


class GridList(Sided, ScrollView, can_focus=True, inherit_bindings=False):
    """The keys of the cursor; what to do with a line is for the screen to say."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"gridlist--line", "gridlist--cursor"}
    DEFAULT_CSS = """
    GridList { scrollbar-size-vertical: 1; overflow-x: hidden; }
    GridList .gridlist--cursor { background: $surface-lighten-2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False, id="facilitate.gridlist.up"),
        Binding("down", "move(1)", show=False, id="facilitate.gridlist.down"),
        Binding("home", "move(-9999)", show=False, id="facilitate.gridlist.home"),
        Binding("end", "move(9999)", show=False, id="facilitate.gridlist.end"),
    ]

    @dataclass
    class Moved(Message):
        """The cursor is on another line."""

        key: str

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines: tuple[GridLine, ...] = ()
        self.cursor = 0
        self._otherwise = ""

    @property
    def key(self) -> str:
        """The line under the cursor."""
        return self.lines[self.cursor].key if self.cursor < len(self.lines) else ""

    def show(self, lines: tuple[GridLine, ...], otherwise: str) -> None:
        """Take new content: the cursor stays on its line, or near it; what is in sight stays in sight."""
        key, top = self.key, self._top
        self.lines, self._otherwise = lines, otherwise
        keys = [each.key for each in lines]
        self.cursor = keys.index(key) if key in keys else max(0, min(self.cursor, len(lines) - 1))
        self.virtual_size = Size(self.size.width, len(lines))
        if top in keys and keys.index(top) != self.scroll_offset.y:
            self.scroll_to(y=keys.index(top), animate=False)
        self.refresh()

    @property
    def _top(self) -> str:
        """The first line in sight, once somebody has scrolled."""
        place = self.scroll_offset.y
        return self.lines[place].key if 0 < place < len(self.lines) else ""

    def go(self, key: str) -> None:
        """Put the cursor on a line, if it is there."""
        found = next((place for place, each in enumerate(self.lines) if each.key == key), None)
        if found is not None:
            self._set(found)

    def action_move(self, by: int) -> None:
        self._set(max(0, min(len(self.lines) - 1, self.cursor + by)))

    def on_click(self, event: events.Click) -> None:
        place = event.y + self.scroll_offset.y
        if 0 <= place < len(self.lines):
            self._set(place)

    def on_resize(self) -> None:
        self.virtual_size = Size(self.size.width, len(self.lines))
        self.call_after_refresh(self._keep_in_sight)

    def _set(self, place: int) -> None:
        moved, self.cursor = place != self.cursor, place
        self.refresh()
        self._keep_in_sight()
        if moved:
            self.post_message(self.Moved(self.key))

    def _keep_in_sight(self) -> None:
        top, height = self.scroll_offset.y, self.size.height
        if height and not top <= self.cursor < top + height:
            goal = self.cursor if self.cursor < top else self.cursor - height + 1
            self.scroll_to(y=goal, animate=False)

    def render_line(self, y: int) -> Strip:
        width, place = self.scrollable_content_region.width, y + self.scroll_offset.y
        if place >= len(self.lines):
            said = fitted(self._otherwise, width) if y == 0 and not self.lines else ""
            return Strip([Segment(said, self.rich_style)]).adjust_cell_length(width, self.rich_style)
        line, here = self.lines[place], place == self.cursor
        style = self.get_component_rich_style("gridlist--cursor" if here else "gridlist--line")
        style += Style(bold=line.title or (here and self.has_focus))
        signs = f" {line.signs}" if line.signs else ""
        before = f"{'▸' if here else ' '}{fitted(line.mark, 1)} "
        code = f"{line.code} " if line.title else fitted(line.code, 5)
        room = max(1, width - cell_len(before) - cell_len(code) - cell_len(signs))
        return Strip([Segment(f"{before}{code}{fitted(line.text, room)}{signs}", style)]).adjust_cell_length(
            width, style
        )
