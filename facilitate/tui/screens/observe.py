"""The observer's screen: the grid, the anchors of the indicator in view, and the meeting's present step above."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from facilitate.analysis.progress import asked, still_open, subjects_of
from facilitate.tui import commands
from facilitate.tui.intents import bound
from facilitate.tui.observer.card import card
from facilitate.tui.observer.lines import where
from facilitate.tui.observer.moving import Moving
from facilitate.tui.observer.news import News
from facilitate.tui.observer.painting import Painting
from facilitate.tui.observer.rows import BETWEEN, packed
from facilitate.tui.observer.scoring import Scoring
from facilitate.tui.observer.sending import Sending
from facilitate.tui.sides import Sides
from facilitate.tui.widgets.anchors import AnchorPanel
from facilitate.tui.widgets.keys import KeyBar
from facilitate.tui.widgets.lineinput import LineInput
from facilitate.tui.widgets.onecard import OneCard
from facilitate.tui.widgets.scoregrid import ScoreGrid
from facilitate.tui.widgets.topbar import TopBar


class ObserveScreen(Painting, News, Scoring, Moving, Sending):
    """Eyes on the room: digits score, one key each for the rest."""

    PAGE = "observe"
    INTENTS = commands.OBSERVE
    BINDINGS: ClassVar[list[BindingType]] = bound(INTENTS)
    CSS_PATH = "observe.tcss"

    def compose(self) -> ComposeResult:
        yield TopBar(self.seat)
        yield Static(id="room", markup=False)
        yield LineInput(id="search", placeholder=self.words("observe.search"))
        yield Static(id="news", markup=False)
        yield Static(id="instep", markup=False)
        yield Static(id="sight", markup=False)
        with Sides(id="both"):
            yield self.grid
            yield AnchorPanel(id="anchors")
            yield OneCard(id="one")
        yield KeyBar(self.intents, self.words)

    def on_mount(self) -> None:
        self.grid.focus()
        self.set_interval(1.0, self._room)

    # Drawing.

    def draw(self) -> None:
        meeting = self.meeting
        self.follow_step()
        self.everything = asked(meeting, self.seat.person, self.step_in_view, self.seat.session.now())
        self.look_for_changes()
        names = tuple(meeting.name(about) for about in subjects_of(meeting, self.seat.person))
        self.grid.show(self.lines_in_sight(meeting.grid) if meeting.grid else (), names or ("",))
        self.return_to_place()
        self.tell_step()
        self._card()
        self._room()
        self.draw_sampling()

    @on(ScoreGrid.Moved)
    def _card(self) -> None:
        found = self.here
        shown = None
        if found is not None and self.meeting.grid is not None:
            step, now = self.seen(found.cell), self.seat.session.now()
            shown = card(self.meeting, self.sheet, found, self.words, self.everything, step, now)
        if self.has_class("-narrow"):
            self.query_one(OneCard).show(shown)
        else:
            self.query_one(AnchorPanel).show(shown)

    def action_tap(self, key: str) -> None:
        """An answer of the card was tapped: its key."""
        self.press(key)

    @on(OneCard.Pressed)
    def _tapped(self, message: OneCard.Pressed) -> None:
        self.press(message.key)

    @on(OneCard.Turned)
    def _turned(self, message: OneCard.Turned) -> None:
        self.commit()
        self.grid.action_move(message.by)

    def _room(self) -> None:
        """The step, who leads, the clock, what has just begun, and how far one's own sheet is."""
        if not self.there:
            return
        self.tick()
        if self.here is not None and self.here.cell in self.running_cells():
            self._card()
        meeting, words = self.meeting, self.words
        if meeting.grid is None:
            self.query_one("#room", Static).update(words("observe.no_grid"))
            return
        state = (
            words("observe.sent") if self.sheet.sent else words("observe.left", count=len(still_open(self.everything)))
        )
        lines = (self.lasting, self.interval_waits, *self.missed_told(), self.reminded, state)
        said = [Text(part) for line in lines if line for part in line.split(BETWEEN)]
        where_now = where(meeting, self.seat.here, self.seat.session.now(), words)
        self._above_grid(where_now, [Text(sign, Style(reverse=True)) for sign in self.signs_now()] + said)

    def _above_grid(self, where_now: str, parts: list[Text]) -> None:
        """The page is laid out anew only where there are more rows, or fewer."""
        room = self.query_one("#room", Static)
        rows = packed(parts, self.size.width - 2)
        if self._rows != len(rows):
            self._rows = len(rows)
            room.styles.height = 1 + len(rows)
        room.update(Text("\n").join([Text(where_now), *rows]), layout=False)

    _rows = 1

    def idle(self, action: str) -> bool:
        sent = self.sheet.sent is not None
        return sent and action in ("not_observed", "not_applicable", "evidence", "part", "seen_in", "clear")
