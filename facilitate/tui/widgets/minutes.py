"""Steps with the minutes they have and would have; each line has room for a finger on minus and on plus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.geometry import Region
from textual.widgets import Static

from facilitate.tui.drawing import cut, fitted
from facilitate.tui.sides import Scroll

CODE = 6
"""At most so many cells for a step's code."""


class MinuteLine(NamedTuple):
    """One step: minutes now, what is to stand as the new ones, and what there is to know beside them."""

    step: str
    title: str
    now: str
    new: str
    beside: str
    changed: bool = False
    fixed: bool = False
    running: bool = False


class MinutesTable(Scroll):
    """The chosen line is marked and its minutes stand out; a tap on a line, its minus or its plus asks the screen for
    ``choose``, ``take`` or ``give`` with the number of the line."""

    DEFAULT_CSS = """
    MinutesTable { scrollbar-size-vertical: 1; }
    MinutesTable > Static {
        width: 1fr; height: auto; link-style: none; link-color: $foreground; link-background: $surface;
        link-style-hover: bold; link-color-hover: $background; link-background-hover: $primary;
    }
    """
    can_focus = False

    def compose(self) -> ComposeResult:
        yield Static()

    def show(self, head: MinuteLine, lines: Sequence[MinuteLine], here: int) -> None:
        """Draw the head and the lines; what was scrolled to stays."""
        everything = [head, *lines]
        code = min(CODE, max(Text(each.step).cell_len for each in lines)) if lines else 0
        beside = max(Text(each.beside).cell_len for each in everything)
        width = max(20, self.scrollable_content_region.width or self.size.width)
        widths = (code, beside, width)
        drawn = [self._line(each, place, place == here, widths) for place, each in enumerate(lines)]
        self.query_one(Static).update(Text("\n").join([self._head(head, widths), *drawn]))

    def keep_in_sight(self, here: int) -> None:
        """Scroll as little as needed for a line to be seen, the first one with the head above it."""
        self.scroll_to_region(Region(0, here + 1 if here else 0, 1, 1 if here else 2), animate=False)

    def _head(self, head: MinuteLine, widths: tuple[int, int, int]) -> Text:
        _, beside, width = widths
        minutes = f" {fitted(head.now, 5, right=True)}   {fitted(head.new, 6, right=True)}  "
        name = fitted(head.title, width - len(minutes) - beside)
        return Text(f"{name}{minutes}{fitted(head.beside, beside)}", Style(dim=True), no_wrap=True)

    def _line(self, line: MinuteLine, place: int, here: bool, widths: tuple[int, int, int]) -> Text:
        code, beside, width = widths
        style = Style(bold=here or line.changed, dim=line.fixed and not here)
        tap = style + Style(meta={"@click": f"screen.choose({place})"})
        marks = f"{'▌' if here else ' '}{'▶' if line.running else ' '}"
        name = f"{marks}{fitted(line.step, code)} {line.title}"
        text = Text(no_wrap=True)
        text.append(fitted(cut(name, width - 17 - beside), width - 17 - beside), tap)
        text.append(f" {fitted(line.now, 3, right=True)} ", tap)
        if line.fixed:
            text.append(" " * 11, tap)
        else:
            text.append(" − ", style + Style(meta={"@click": f"screen.take({place})"}))
            text.append(f"{fitted(line.new, 4, right=True)} ", tap + Style(reverse=here))
            text.append(" + ", style + Style(meta={"@click": f"screen.give({place})"}))
        text.append(f" {fitted(line.beside, beside)}", tap)
        return text
