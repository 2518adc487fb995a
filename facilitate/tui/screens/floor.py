"""The floor: who speaks, who waits, whose voice was not heard yet."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from facilitate.analysis.floor import Board, OnFloor
from facilitate.tui import commands
from facilitate.tui.console import speakers, turns
from facilitate.tui.console.turn_acts import TurnActs
from facilitate.tui.drawing import fitted
from facilitate.tui.intents import bound
from facilitate.tui.sides import Sides
from facilitate.tui.widgets.balance import BalanceView


class Place(NamedTuple):
    """What somebody chose on this page. A question is not among it: who comes back must find the keys as they are."""

    waiting: str | None = None
    turn: str | None = None


class FloorPage(TurnActs):
    """One key or one tap starts a turn and ends the last; silence belongs to nobody."""

    PAGE = commands.FLOOR.id
    INTENTS = commands.TURNS
    BINDINGS: ClassVar[list[BindingType]] = [*bound(INTENTS), *commands.SPEAKERS]
    CSS_PATH = "floor.tcss"

    def body(self) -> ComposeResult:
        yield Static(id="floor-now", markup=False)
        with Sides(id="floor-body"):
            yield self.speakers
            with Sides(id="floor-beside"):
                yield self.waiting
                yield self.last
                yield BalanceView("floor-balance")

    @property
    def place(self) -> object:
        return Place(self.waiting.cursor, self.last.cursor)

    @place.setter
    def place(self, place: object) -> None:
        if isinstance(place, Place):
            self.waiting.cursor, self.last.cursor = place

    def draw_page(self) -> None:
        meeting, words = self.meeting, self.words
        queue = turns.waiting(self.board, meeting, words, self.waiting.room)
        self.waiting.show(queue.rows, queue.head, words("floor.queue_empty"))
        last = turns.turns(meeting, words, self.last.room)
        self.last.show(last.rows, last.head, words("floor.turns_empty"))

    def tick_page(self) -> None:
        found, running, words = self.board, self.running, self.words
        drawn = speakers.speakers(found, running, self.meeting, words, self.speakers.room)
        self.speakers.show(drawn.rows, drawn.head)
        heard, said = speakers.heard(found, words), turns.said_of_all(found, words)
        self.query_one(BalanceView).show(heard, words, said)
        self._show_now(found, running, said)

    def _show_now(self, found: Board, running: OnFloor | None, said: str) -> None:
        """Who speaks; then what is asked, or worth knowing; then who is missing."""
        place, asked = self.query_one("#floor-now", Static), self._asked()
        width = max(1, place.content_size.width)
        first = Text(fitted(f" {turns.said_now(running, self.meeting, self.words)}", width))
        first.stylize(Style(bold=True, reverse=running is not None))
        second = Text(fitted(f" {asked or self._hint(running)}", width))
        second.stylize(Style(bold=True, reverse=bool(asked)))
        place.update(Text("\n", no_wrap=True).join((first, second, Text(fitted(f" {said}", width)))))

    def _asked(self) -> str:
        turn = self.to_correct
        if self.question == "spoke" and turn is not None:
            return self.words("floor.who_spoke", name=self.called(turn.who), time=turns.when(turn, self.words))
        return self.words("floor.who_waits") if self.question == "waits" else ""

    def _hint(self, running: OnFloor | None) -> str:
        """What is worth knowing just now."""
        words, meeting, opening = self.words, self.meeting, self.opening
        if meeting.closed is not None:
            return ""
        if self.split:
            return words("floor.apart")
        if opening is not None and opening.paused:
            return words("floor.paused")
        if running is not None and running.forgotten:
            return words("floor.forgotten")
        if running is not None and running.past_ms:
            return words("floor.past", past=words.clock(running.past_ms), usual=words.clock(running.usual_ms or 0))
        step = meeting.agenda.step(opening.step) if meeting.agenda and opening else None
        return words("floor.uncounted") if step is not None and not step.counted else ""
