"""The projector: the step, the clock, the rules and the needs, large. Never a name, never a score."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from facilitate.analysis.timing import step_clock
from facilitate.domain import topics
from facilitate.domain.events.capturing import CaptureKind
from facilitate.domain.meeting.parts import Capture
from facilitate.tui import commands
from facilitate.tui.screen import SeatScreen
from facilitate.tui.widgets.clock import ClockView


class ShowScreen(SeatScreen):
    """What the whole room may read; it follows the moderator's screen by itself."""

    INTENTS = commands.SHOW
    BINDINGS: ClassVar[list[BindingType]] = commands.bound(INTENTS)
    TOPICS = frozenset({topics.CLOCK, topics.AGENDA, topics.CAPTURES, topics.MEETING})
    CSS_PATH = "show.tcss"

    def compose(self) -> ComposeResult:
        yield Static(id="meeting", markup=False)
        yield Static(id="title", markup=False)
        yield ClockView()
        yield Static(id="output", markup=False)
        with Horizontal(id="lists"):
            with VerticalScroll(id="needs", can_focus=False):
                yield Static()
            with VerticalScroll(id="rules", can_focus=False):
                yield Static()

    def on_mount(self) -> None:
        super().on_mount()
        self.set_interval(1.0, self._tick)

    def draw(self) -> None:
        meeting, words = self.meeting, self.words
        mark = f" · {words('top.rehearsal')}" if meeting.rehearsal else ""
        self.query_one("#meeting", Static).update(f"{meeting.title.to(words.language)}{mark}")
        current = meeting.current
        step = meeting.agenda.step(current.step) if meeting.agenda and current else None
        idle = words("show.thanks") if meeting.closed else words("show.soon")
        self.query_one("#title", Static).update(step.title.to(words.language) if step else idle)
        self.query_one("#output", Static).update(step.output.to(words.language) if step else "")
        self._list("#needs", words("show.needs"), self._ranked())
        self._list("#rules", words("show.rules"), meeting.captured(CaptureKind.RULE))
        self._tick()

    def _ranked(self) -> tuple[Capture, ...]:
        """The needs, those with most dots or most pairs won first, once they were ranked."""
        meeting = self.meeting
        won: dict[str, int] = {}
        for ranking in meeting.rankings:
            for need, count in ranking.counts.items():
                won[need] = won.get(need, 0) + count
            for pair in ranking.pairs:
                won[pair.winner] = won.get(pair.winner, 0) + 1
        needs = meeting.captured(CaptureKind.NEED)
        return tuple(sorted(needs, key=lambda need: -won.get(need.id, 0)))

    def _list(self, selector: str, heading: str, captures: tuple[Capture, ...]) -> None:
        text = Text(f"{heading}\n" if captures else "", "bold")
        for number, capture in enumerate(captures, start=1):
            text.append(f"{self.words.number(number)}. {capture.text}\n", "not bold")
        self.query_one(selector).query_one(Static).update(text)

    def _tick(self) -> None:
        if not self.there:
            return
        clock = step_clock(self.meeting, self.seat.session.now())
        self.query_one(ClockView).show(clock, self.words, "")
