"""The top bar: which meeting, who sits here, and whether everything is on disk."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from facilitate.tui.drawing import cut
from facilitate.tui.gridmark import marks_of
from facilitate.tui.seat import Seat

MOST_NAME, LEAST_NAME = 18, 8
"""Cells of the name of who sits here: at most, and where there is little room."""

GAP = "  "


class TopBar(Widget):
    """One line that is never wrong about what is kept."""

    DEFAULT_CSS = """
    TopBar { dock: top; height: 1; padding: 0 1; background: $primary; color: $background; text-style: bold; }
    TopBar.-stalled { background: $error; }
    """

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self.seat = seat

    def render_line(self, y: int) -> Strip:
        """One line of segments: it is painted with every key, and must not cost what a text does."""
        seat, style, width = self.seat, self.rich_style, self.size.width
        self.set_class(seat.session.stalled is not None, "-stalled")
        kept, name = self._kept(), seat.meeting.name(seat.person)
        mark = self._mark(width - cell_len(kept) - min(cell_len(name), LEAST_NAME) - 2 * len(GAP))
        room = width - cell_len(mark + kept) - 2 * len(GAP)
        right = f"{cut(name, min(MOST_NAME, room))}{GAP}{kept}"
        title = self._title(width - cell_len(mark + right) - 2 * len(GAP))
        gap = " " * max(1, width - cell_len(title + mark + right))
        light = style + Style(italic=True, bold=False)
        return Strip([Segment(title, style), Segment(mark, light), Segment(gap + right, style)])

    def _mark(self, room: int) -> str:
        """What is to be known of the meeting, in so many cells: the grid always, and whether it was agreed."""
        seat, words = self.seat, self.seat.words
        damaged = len(seat.session.damaged)
        others = (words("top.damaged", count=damaged),) if damaged else ()
        return cut(marks_of(seat.meeting, words, others, room), room)

    def _title(self, room: int) -> str:
        """What the meeting is called, where there is room for some of it."""
        return f"{cut(self.seat.meeting.title.to(self.seat.words.language), room)}{GAP}" if room > 6 else ""

    def _kept(self) -> str:
        session, words = self.seat.session, self.seat.words
        if session.stalled is not None:
            return words("top.not_kept", count=session.pending)
        if session.read_only or self.seat.meeting.read_only:
            return words("top.read_only")
        return words("top.writing") if session.pending else words("top.kept")
