"""The moderator's own page: what now, how long still, what comes, what was said, at one glance."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from facilitate.analysis.sitting import sat_long, sitting
from facilitate.analysis.timing import step_clock, step_times
from facilitate.domain import topics
from facilitate.domain.agenda import Step
from facilitate.domain.events.capturing import CaptureKind
from facilitate.journal.journal import fresh_name
from facilitate.tui import commands
from facilitate.tui.capturing import capture_fields, captured, known_names
from facilitate.tui.console.floor_line import floor_line
from facilitate.tui.console.neighbours import coming, gone_by
from facilitate.tui.console.page import ConsolePage
from facilitate.tui.intents import bound
from facilitate.tui.seat import Seat
from facilitate.tui.sides import Below, Beside
from facilitate.tui.widgets.agenda import AgendaView
from facilitate.tui.widgets.captures import CaptureList
from facilitate.tui.widgets.clock import ClockView
from facilitate.tui.widgets.stepcard import StepCard


class StepPage(ConsolePage):
    """One glance, one key."""

    PAGE = commands.STEP.id
    INTENTS = commands.MODERATE
    BINDINGS: ClassVar[list[BindingType]] = bound(INTENTS)
    PAGE_TOPICS = frozenset({topics.CAPTURES, topics.SENT})
    CSS_PATH = "step.tcss"

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-low"), (28, "-tall")]
        self.narrow_panel = 0
        self._left_at: tuple[str, float] | None = None

    def body(self) -> ComposeResult:
        yield ClockView()
        with Below(id="step"):
            yield Static(id="step-title", markup=False)
            yield StepCard()
            yield Static(id="step-after")
            yield Static(id="step-before")
        with Below(id="side"):
            yield AgendaView(id="agenda")
        with Below(id="kept"):
            yield CaptureList()
        with Beside(id="foot"):
            yield Static(id="floor-line", markup=False)
            yield Static(id="sitting-line", markup=False)

    def begun(self) -> None:
        self._show_panel()

    @property
    def place(self) -> object:
        """Which panel is in view, and how far the text of which step was read."""
        card = self.query(StepCard)
        return (self.narrow_panel, card.first().read_to) if card else None

    @place.setter
    def place(self, place: object) -> None:
        match place:
            case (int(panel), (str(step), float(line))):
                self.narrow_panel, self._left_at = panel, (step, line)

    @property
    def step(self) -> Step | None:
        """The open step; where none is open, the one that comes; after the end none."""
        if self.meeting.agenda is None or self.meeting.closed:
            return None
        return self.meeting.agenda.step(self.opening.step) if self.opening else self.next_here()

    # Drawing.

    def draw_page(self) -> None:
        meeting, now, words = self.meeting, self.seat.session.now(), self.words
        if meeting.agenda is None:
            return
        titles = {step.id: step.title.to(words.language) for step in meeting.agenda.steps}
        people = {step: person.name for step in titles if (person := meeting.moderator_of(step)) is not None}
        self.query_one(AgendaView).show(step_times(meeting, now), titles, words, people)
        self.query_one("#step-title", Static).update(self._title())
        card = self.query_one(StepCard)
        card.show(meeting.agenda, self.step, words)
        if self._left_at is not None:
            card.read_on(*self._left_at)
            self._left_at = None
        self.query_one("#step-after", Static).update(coming(meeting, self.track, words))
        before = gone_by(meeting, self.track, now, words)
        self.query_one("#step-before", Static).update(before)
        self.query_one("#step-before").display = bool(before) and self.clock_in_view
        self.query_one(CaptureList).show(meeting, words)

    def _title(self) -> str:
        step = self.step
        if step is None:
            return ""
        if self.opening is None:
            return self.words("step.comes", step=step.id, title=step.title)
        return f"{step.id}  {step.title.to(self.words.language)}"

    @property
    def clock_in_view(self) -> bool:
        return not self.has_class("-short")

    def tick_page(self) -> None:
        meeting, now, words = self.meeting, self.seat.session.now(), self.words
        clock = step_clock(meeting, now, self.track.id)
        self.query_one(ClockView).show(clock, words, words("clock.closed" if meeting.closed else "clock.idle"))
        floor, sat = floor_line(meeting, now, words), ""
        if sat_long(meeting, now):
            sat = words("step.sitting", minutes=words.minutes(sitting(meeting, now).ms))
        for name, said in (("#floor-line", floor), ("#sitting-line", sat)):
            self.query_one(name, Static).update(said)
            self.query_one(name).display = bool(said)
        self.query_one("#foot").display = bool(floor or sat)

    # Reading.

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

    @property
    def _read(self) -> VerticalScroll:
        """What the arrows move: the text of the step, on a narrow screen the panel in view."""
        panels: tuple[type[VerticalScroll], ...] = (StepCard, AgendaView, CaptureList)
        return self.query_one(panels[self.narrow_panel if self.has_class("-narrow") else 0])

    def action_read_up(self) -> None:
        self._read.scroll_up(animate=False)

    def action_read_down(self) -> None:
        self._read.scroll_down(animate=False)

    def action_page_up(self) -> None:
        self._read.scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        self._read.scroll_page_down(animate=False)

    @on(AgendaView.Tapped)
    def _tapped(self, message: AgendaView.Tapped) -> None:
        """A tap on a step asks whether to open it, of whoever may."""
        if self.check_action(commands.NEXT.id, ()) is not False:
            self.ask_to_open(message.step)

    # What is said.

    def _capture(self, what: CaptureKind) -> None:
        """Ask for it; it belongs to the step in which it was begun, wherever the meeting is when it is typed."""
        title, step = self.words(f"capture.{what}"), self.opening.step if self.opening else None
        fields, track = capture_fields(what, self.words, known_names(self.meeting)), self.track.id
        self.ask(title, fields, lambda found: self._keep(what, found, step, track))

    def _keep(self, what: CaptureKind, found: tuple[str, ...], step: str | None, track: str) -> None:
        language = self.words.language
        self.do(*captured(self.meeting, what, found, step, fresh_name, track=track, language=language))

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
