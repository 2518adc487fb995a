"""The top bar: which meeting, who sits here, and whether everything is on disk."""

from __future__ import annotations

from rich.style import Style
from rich.text import Text
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

    def render(self) -> Text:
        seat, words, meeting = self.seat, self.seat.words, self.seat.meeting
        self.set_class(seat.session.stalled is not None, "-stalled")
        right = Text(f"{cut(meeting.name(seat.person), 18)}  {self._kept()}")
        marks = [words("top.rehearsal")] if meeting.rehearsal else []
        if meeting.grid is not None and meeting.grids.seal is None:
            marks.append(words("top.not_agreed"))
        if seat.session.damaged:
            marks.insert(0, words("top.damaged", count=len(seat.session.damaged)))
        mark = cut(" · ".join(marks), self.size.width - right.cell_len - 2)
        room = self.size.width - right.cell_len - Text(mark).cell_len - 4
        left = Text(f"{cut(meeting.title.to(words.language), room)}  " if room > 6 else "", no_wrap=True)
        left.append(mark, Style(italic=True, bold=False))
        left.append(" " * max(1, self.size.width - left.cell_len - right.cell_len))
        left.append_text(right)
        return left

    def _kept(self) -> str:
        session, words = self.seat.session, self.seat.words
        if session.stalled is not None:
            return words("top.not_kept", count=session.pending)
        if session.read_only or self.seat.meeting.read_only:
            return words("top.read_only")
        return words("top.writing") if session.pending else words("top.kept")
