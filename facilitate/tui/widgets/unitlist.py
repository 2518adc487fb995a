"""A list of what can be put together and ranked: a cursor, marks, entries of several lines."""

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
from facilitate.tui.projector.boards import wrapped
from facilitate.tui.sides import Sided, sight_x

LONGEST_ROWS = 4
"""Lines of one entry at most."""


class Entry(NamedTuple):
    """A theme, a need inside it, or a need alone; `beside` says whose it is, `score` what it was given."""

    key: str
    text: str
    beside: str = ""
    score: str = ""
    theme: bool = False
    inside: bool = False
    marked: bool = False


class _Drawn(NamedTuple):
    place: int
    text: str
    dim: str = ""


class UnitList(Sided, ScrollView, can_focus=True):
    """The keys of the cursor; what to do with an entry is for the screen to say. A tap on the margin marks."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"unitlist--entry", "unitlist--cursor"}
    DEFAULT_CSS = """
    UnitList { scrollbar-size-vertical: 1; overflow-x: hidden; }
    UnitList .unitlist--cursor { background: $surface-lighten-2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False, id="facilitate.units.up"),
        Binding("down", "move(1)", show=False, id="facilitate.units.down"),
        Binding("pageup", "move(-8)", show=False, id="facilitate.units.pageup"),
        Binding("pagedown", "move(8)", show=False, id="facilitate.units.pagedown"),
        Binding("home", "move(-9999)", show=False, id="facilitate.units.home"),
        Binding("end", "move(9999)", show=False, id="facilitate.units.end"),
    ]

    @dataclass
    class Tapped(Message):
        """Somebody tapped the margin of an entry, where its mark stands."""

        key: str

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.entries: tuple[Entry, ...] = ()
        self.cursor = 0
        self._drawn: list[_Drawn] = []

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor."""
        return self.entries[self.cursor] if self.cursor < len(self.entries) else None

    def show(self, entries: tuple[Entry, ...]) -> None:
        """Take new content; the cursor stays on its entry, and what is in sight stays in sight."""
        key, top = self.entry.key if self.entry else "", self._top
        self.entries = entries
        keys = [each.key for each in entries]
        self.cursor = keys.index(key) if key in keys else max(0, min(self.cursor, len(entries) - 1))
        self._lay_out()
        moved = next((place for place, each in enumerate(self._drawn) if entries[each.place].key == top), None)
        if moved is not None and moved != self.scroll_offset.y:
            self.scroll_to(y=moved, animate=False)

    def go(self, key: str) -> None:
        """Put the cursor on an entry, if it is there."""
        found = next((place for place, each in enumerate(self.entries) if each.key == key), None)
        if found is not None:
            self.cursor = found
            self.refresh()
            self._keep_in_sight()

    def on_resize(self) -> None:
        self._lay_out()
        self.call_after_refresh(self._keep_in_sight)

    @property
    def _top(self) -> str:
        """The entry that the first line in sight begins, if one begins there."""
        here, above = self.scroll_offset.y, self.scroll_offset.y - 1
        if not 0 < here < len(self._drawn) or self._drawn[here].place == self._drawn[above].place:
            return ""
        return self.entries[self._drawn[here].place].key

    # Keys and taps.

    def action_move(self, by: int) -> None:
        self.cursor = max(0, min(len(self.entries) - 1, self.cursor + by))
        self.refresh()
        self._keep_in_sight()

    def on_click(self, event: events.Click) -> None:
        place = event.y + self.scroll_offset.y
        if 0 <= place < len(self._drawn):
            self.cursor = self._drawn[place].place
            self.refresh()
            if sight_x(self, event.x) < 4:
                self.post_message(self.Tapped(self.entries[self.cursor].key))

    def _keep_in_sight(self) -> None:
        rows = [place for place, each in enumerate(self._drawn) if each.place == self.cursor]
        if not rows or not self.size.height:
            return
        top, height = self.scroll_offset.y, self.size.height
        goal = rows[0] if rows[0] < top else max(top, rows[-1] - height + 1)
        if goal != top:
            self.scroll_to(y=goal, animate=False)

    # Paint.

    def _lay_out(self) -> None:
        width = max(12, self.size.width - 1)
        self._drawn = [row for place, entry in enumerate(self.entries) for row in _rows(entry, place, width)]
        self.virtual_size = Size(self.size.width, len(self._drawn))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width, number = self.size.width, y + self.scroll_offset.y
        if number >= len(self._drawn):
            return Strip.blank(width, self.rich_style)
        row = self._drawn[number]
        here = row.place == self.cursor
        style = self.get_component_rich_style("unitlist--cursor" if here else "unitlist--entry")
        bold = Style(bold=self.entries[row.place].theme or (here and self.has_focus))
        first = number == 0 or self._drawn[number - 1].place != row.place
        sign = "▸" if here and first else " "
        segments = [Segment(f"{sign}{row.text}", style + bold), Segment(row.dim, style + Style(dim=True))]
        return Strip(segments).adjust_cell_length(width, style)


def _rows(entry: Entry, place: int, width: int) -> list[_Drawn]:
    """The lines of one entry: its mark and sign, its words, its score at the end of the first."""
    sign = "▪ " if entry.theme else "  – " if entry.inside else ""
    mark, score = "✓ " if entry.marked else "  ", f"  {entry.score}" if entry.score else ""
    room = width - 1 - len(mark) - len(sign) - cell_len(score)
    parts = wrapped(entry.text, room, LONGEST_ROWS)
    beside = f" ({entry.beside})" if entry.beside else ""
    rows = [_Drawn(place, f"{mark}{sign}{fitted(parts[0], room) if score else parts[0]}{score}")]
    rows += [_Drawn(place, f"{' ' * (len(mark) + len(sign))}{part}") for part in parts[1:]]
    if beside and (not score or len(parts) > 1) and cell_len(parts[-1]) + cell_len(beside) <= room:
        return [*rows[:-1], rows[-1]._replace(dim=beside)]
    return [*rows, _Drawn(place, " " * (len(mark) + len(sign)), beside.strip())] if beside else rows
