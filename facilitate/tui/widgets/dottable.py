"""What gets dots, a line each with its number; one line more for how many dots each person has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from facilitate.tui.drawing import fitted
from facilitate.tui.sides import Sided, sight_x

FEWER, NUMBER, MORE = " [-] ", 5, " [+]"
"""What is tapped for one fewer and one more, and the columns of the number between them."""


class DotLine(NamedTuple):
    """One line: its words, and its number as it is written."""

    text: str
    number: str
    heading: bool = False


class DotTable(Sided, ScrollView):
    """Draws lines and a cursor; a tap says where it was."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"dottable--line", "dottable--cursor"}
    DEFAULT_CSS = """
    DotTable { scrollbar-size-vertical: 1; overflow-x: hidden; }
    DotTable .dottable--cursor { background: $surface-lighten-2; text-style: bold; }
    """
    can_focus = False

    @dataclass
    class Tapped(Message):
        """A line was tapped; `by` is 1 or -1 where it was on the sign for one more or one fewer."""

        place: int
        by: int = 0

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[DotLine, ...] = ()
        self._here = 0

    def show(self, lines: tuple[DotLine, ...], here: int) -> None:
        """Draw these lines, the cursor on one of them, which is in sight."""
        self._lines, self._here = lines, here
        self.virtual_size = Size(self.size.width, len(lines))
        self.refresh()
        self.call_after_refresh(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        top, height = self.scroll_offset.y, self.size.height
        goal = self._here if self._here < top else max(top, self._here - height + 1)
        if height and goal != top:
            self.scroll_to(y=goal, animate=False)

    def on_click(self, event: events.Click) -> None:
        place = event.y + self.scroll_offset.y
        if not 0 <= place < len(self._lines):
            return
        fewer, more = self._room, self._room + len(FEWER) + NUMBER
        x = sight_x(self, event.x)
        by = 1 if x >= more else -1 if fewer <= x < fewer + len(FEWER) else 0
        self.post_message(self.Tapped(place, by))

    @property
    def _room(self) -> int:
        """Columns of the words."""
        return max(8, self.size.width - 1 - len(FEWER) - NUMBER - len(MORE))

    def render_line(self, y: int) -> Strip:
        width, place = self.size.width, y + self.scroll_offset.y
        if place >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        line, here = self._lines[place], place == self._here
        style = self.get_component_rich_style("dottable--cursor" if here else "dottable--line")
        words = fitted(f"{'▸' if here else ' '} {line.text}", self._room)
        number = fitted(line.number, NUMBER, right=True)
        segments = [
            Segment(words, style + Style(italic=line.heading)),
            Segment(FEWER, style + Style(dim=not here)),
            Segment(number, style + Style(bold=True)),
            Segment(MORE, style + Style(dim=not here)),
        ]
        return Strip(segments).adjust_cell_length(width, style)
