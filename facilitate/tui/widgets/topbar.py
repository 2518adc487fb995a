"""The top bar: which meeting, who sits here, and whether everything is on disk."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from facilitate.tui.drawing import cut
from facilitate.tui.seat import Seat


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
        right = f"{cut(seat.meeting.name(seat.person), 18)}  {self._kept()}"
        title, mark = self._left(width - cell_len(right))
        gap = " " * max(1, width - cell_len(title + mark + right))
        light = style + Style(italic=True, bold=False)
        return Strip([Segment(title, style), Segment(mark, light), Segment(gap + right, style)])

    def _left(self, room: int) -> tuple[str, str]:
        """The meeting, and what is to be known of it, in so many cells."""
        seat, words, meeting = self.seat, self.seat.words, self.seat.meeting
        marks = [words("top.rehearsal")] if meeting.rehearsal else []
        if meeting.grid is not None and meeting.grids.seal is None:
            marks.append(words("top.not_agreed"))
        if seat.session.damaged:
            marks.insert(0, words("top.damaged", count=len(seat.session.damaged)))
        mark = cut(" · ".join(marks), room - 2)
        room -= cell_len(mark) + 4
        return (f"{cut(meeting.title.to(words.language), room)}  " if room > 6 else "", mark)

    def _kept(self) -> str:
        session, words = self.seat.session, self.seat.words
        if session.stalled is not None:
            return words("top.not_kept", count=session.pending)
        if session.read_only or self.seat.meeting.read_only:
            return words("top.read_only")
        return words("top.writing") if session.pending else words("top.kept")
