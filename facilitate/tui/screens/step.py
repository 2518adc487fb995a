"""The moderator's own page: what now, how long still, what comes, what was said, at one glance."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from facilitate.analysis.timing import step_clock, step_times
from facilitate.domain import topics
from facilitate.domain.agenda import Step
from facilitate.domain.events.capturing import CaptureKind
from facilitate.journal.journal import fresh_name
from facilitate.tui import commands
from facilitate.tui.capturing import capture_fields, captured
from facilitate.tui.console.page import ConsolePage
from facilitate.tui.seat import Seat
from facilitate.tui.widgets.agenda import AgendaView
from facilitate.tui.widgets.captures import CaptureList
from facilitate.tui.widgets.clock import ClockView
from facilitate.tui.widgets.stepcard import StepCard


class StepPage(ConsolePage):
    """One glance, one key."""

    PAGE = commands.STEP.id
    INTENTS = commands.MODERATE
    BINDINGS: ClassVar[list[BindingType]] = commands.bound(INTENTS)
    PAGE_TOPICS = frozenset({topics.CAPTURES, topics.SENT})
    CSS_PATH = "step.tcss"

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self.narrow_panel = 0

    def body(self) -> ComposeResult:
        with Vertical(id="side"):
            yield AgendaView(id="agenda")
        with Vertical(id="step"):
            yield ClockView()
            yield StepCard()
        with Vertical(id="kept"):
            yield CaptureList()

    def on_mount(self) -> None:
        super().on_mount()
        self.call_after_refresh(self._show_panel)

    @property
    def step(self) -> Step | None:
        """The open step; before the start the first one, after the end none."""
        meeting = self.meeting
        if meeting.agenda is None:
            return None
        if self.opening is not None:
            return meeting.agenda.step(self.opening.step)
        return None if meeting.closed or meeting.plenary.openings else meeting.agenda.steps[0]

    def draw_page(self) -> None:
        meeting, now = self.meeting, self.seat.session.now()
        if meeting.agenda is None:
            return
        titles = {step.id: step.title.to(self.words.language) for step in meeting.agenda.steps}
        self.query_one(AgendaView).show(step_times(meeting, now), titles, self.words)
        self.query_one(StepCard).show(meeting.agenda, self.step, self.words)
        self.query_one(CaptureList).show(meeting, self.words)

    def tick_page(self) -> None:
        clock = step_clock(self.meeting, self.seat.session.now(), self.track.id)
        idle = self.words("clock.closed" if self.meeting.closed else "clock.idle")
        self.query_one(ClockView).show(clock, self.words, idle)

    def action_panel(self) -> None:
        """On a narrow screen: the step, the agenda, what was kept, one after the other."""
        self.narrow_panel = (self.narrow_panel + 1) % 3
        self._show_panel()

    def _show_panel(self) -> None:
        if not self.there:
            return
        for number, name in enumerate(("step", "side", "kept")):
            self.query_one(f"#{name}").set_class(number != self.narrow_panel, "-aside")
        self.call_after_refresh(self.paint)

    # What is said.

    def _capture(self, what: CaptureKind) -> None:
        """Ask for it; it belongs to the step in which it was begun, wherever the meeting is when it is typed."""
        title, step = self.words(f"capture.{what}"), self.opening.step if self.opening else None
        self.ask(title, capture_fields(what, self.words), lambda found: self._keep(what, found, step))

    def _keep(self, what: CaptureKind, found: tuple[str, ...], step: str | None) -> None:
        self.do(*captured(self.meeting, what, found, step, fresh_name))

    def action_need(self) -> None:
        self._capture(CaptureKind.NEED)

    def action_decision(self) -> None:
        self._capture(CaptureKind.DECISION)

    def action_action(self) -> None:
        self._capture(CaptureKind.ACTION)

    def action_park(self) -> None:
        self._capture(CaptureKind.PARKING)

    def action_note(self) -> None:
        self._capture(CaptureKind.NOTE)

    def action_rule(self) -> None:
        self._capture(CaptureKind.RULE)
