"""The observer's screen: the grid, the anchors of the indicator in view, and the meeting's present step above."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from facilitate.analysis.progress import asked, still_open, subjects_of
from facilitate.tui import commands
from facilitate.tui.observer.card import card
from facilitate.tui.observer.lines import grid_lines, where
from facilitate.tui.observer.moving import Moving
from facilitate.tui.observer.scoring import Scoring
from facilitate.tui.observer.sending import Sending
from facilitate.tui.widgets.anchors import AnchorPanel
from facilitate.tui.widgets.keys import KeyBar
from facilitate.tui.widgets.scoregrid import ScoreGrid
from facilitate.tui.widgets.topbar import TopBar


class ObserveScreen(Scoring, Moving, Sending):
    """Eyes on the room: digits score, one key each for the rest."""

    PAGE = "observe"
    INTENTS = commands.OBSERVE
    BINDINGS: ClassVar[list[BindingType]] = commands.bound(INTENTS)
    CSS_PATH = "observe.tcss"

    def compose(self) -> ComposeResult:
        yield TopBar(self.seat)
        yield Static(id="room", markup=False)
        yield ScoreGrid(id="grid")
        yield AnchorPanel(id="anchors")
        yield KeyBar(self.intents, self.words)

    def on_mount(self) -> None:
        super().on_mount()
        self.grid.focus()
        self.set_interval(1.0, self._room)

    # Drawing.

    def draw(self) -> None:
        meeting, words = self.meeting, self.words
        if meeting.grid is None:
            self.query_one("#room", Static).update(words("observe.no_grid"))
            return
        opening = self.seat.here.current
        step = opening.step if opening else None
        self.everything = asked(meeting, self.seat.person, step, self.seat.session.now())
        names = tuple(meeting.name(about) for about in subjects_of(meeting, self.seat.person))
        self.grid.show(grid_lines(meeting.grid, self.everything, self.entry, words), names or ("",))
        self.return_to_place()
        self._card()
        self._room()

    @on(ScoreGrid.Moved)
    def _card(self) -> None:
        found = self.here
        shown = card(self.meeting, self.sheet, found, self.words) if found and self.meeting.grid else None
        self.query_one(AnchorPanel).show(shown)

    def _room(self) -> None:
        """The step, who leads, the clock, and how far one's own sheet is."""
        if not self.there:
            return
        meeting, words = self.meeting, self.words
        state = (
            words("observe.sent") if self.sheet.sent else words("observe.left", count=len(still_open(self.everything)))
        )
        room = where(meeting, self.seat.here, self.seat.session.now(), words)
        self.query_one("#room", Static).update(f"{room}\n{state}")

    def idle(self, action: str) -> bool:
        sent = self.sheet.sent is not None
        return sent and action in ("not_observed", "not_applicable", "evidence", "clear")
