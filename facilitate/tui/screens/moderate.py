"""The moderator's screen: what now, how long still, what comes, what was said."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from facilitate.analysis.timing import expected_end, step_clock, step_times
from facilitate.domain import topics
from facilitate.domain.agenda import Step
from facilitate.domain.events import running as r
from facilitate.domain.events.capturing import CaptureKind
from facilitate.journal.journal import fresh_name
from facilitate.tui import commands
from facilitate.tui.capturing import capture_fields, captured
from facilitate.tui.dialogs.ask import Ask, Field
from facilitate.tui.dialogs.confirm import Confirm
from facilitate.tui.screen import SeatScreen
from facilitate.tui.seat import Seat
from facilitate.tui.widgets.agenda import AgendaView
from facilitate.tui.widgets.captures import CaptureList
from facilitate.tui.widgets.clock import ClockView
from facilitate.tui.widgets.keys import KeyBar
from facilitate.tui.widgets.stepcard import StepCard
from facilitate.tui.widgets.topbar import TopBar

EXTEND_MINUTES = 2


class ModerateScreen(SeatScreen):
    """One glance, one key."""

    INTENTS = commands.MODERATE
    BINDINGS: ClassVar[list[BindingType]] = commands.bound(INTENTS)
    TOPICS = frozenset({topics.CLOCK, topics.AGENDA, topics.CAPTURES, topics.PEOPLE, topics.MEETING, topics.SENT})
    CSS_PATH = "moderate.tcss"

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self.narrow_panel = 0

    def compose(self) -> ComposeResult:
        yield TopBar(self.seat)
        yield Static(id="now", markup=False)
        with Vertical(id="side"):
            yield AgendaView(id="agenda")
        with Vertical(id="step"):
            yield ClockView()
            yield StepCard()
        with Vertical(id="kept"):
            yield CaptureList()
        yield KeyBar(self.INTENTS, self.words)

    def on_mount(self) -> None:
        super().on_mount()
        self.set_interval(1.0, self.tick)
        self._show_panel()

    # Drawing.

    @property
    def step(self) -> Step | None:
        """The open step; before the start the first one, after the end none."""
        meeting = self.meeting
        if meeting.agenda is None:
            return None
        if meeting.current is not None:
            return meeting.agenda.step(meeting.current.step)
        return None if meeting.closed or meeting.plenary.openings else meeting.agenda.steps[0]

    def draw(self) -> None:
        meeting, now = self.meeting, self.seat.session.now()
        if meeting.agenda is None:
            return
        titles = {step.id: step.title.to(self.words.language) for step in meeting.agenda.steps}
        self.query_one(AgendaView).show(step_times(meeting, now), titles, self.words)
        self.query_one(StepCard).show(meeting.agenda, self.step, self.words)
        self.query_one(CaptureList).show(meeting, self.words)
        self.tick()

    def tick(self) -> None:
        """What moves by itself: the clock and the expected end."""
        meeting, now = self.meeting, self.seat.session.now()
        self.query_one(ClockView).show(step_clock(meeting, now), self.words, self._idle())
        self.query_one("#now", Static).update(self._heading())

    def _heading(self) -> str:
        meeting, words = self.meeting, self.words
        if meeting.closed:
            return words("moderate.closed")
        if self.step is None or meeting.current is None:
            return words("moderate.not_begun" if not meeting.plenary.openings else "moderate.between")
        end = expected_end(meeting, self.seat.session.now())
        ends = words("moderate.ends", time=f"{end.astimezone():%H:%M}") if end else ""
        chair = words("moderate.chair", name=meeting.name(meeting.chair)) if meeting.chair else ""
        tail = " · ".join(each for each in (chair, ends) if each)
        return f"{self.step.id}  {self.step.title.to(words.language)}\n{tail}"

    def _idle(self) -> str:
        return self.words("clock.closed" if self.meeting.closed else "clock.idle")

    def action_panel(self) -> None:
        """On a narrow screen: the step, the agenda, what was kept, one after the other."""
        self.narrow_panel = (self.narrow_panel + 1) % 3
        self._show_panel()

    def _show_panel(self) -> None:
        for number, name in enumerate(("step", "side", "kept")):
            self.query_one(f"#{name}").set_class(number != self.narrow_panel, "-aside")
        self.call_after_refresh(self.draw)

    # Steps.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        meeting = self.meeting
        if action in ("next", "back", "skip") and meeting.closed:
            return None
        if action in ("pause", "extend", "back") and meeting.current is None:
            return None
        return action != "seat" or self.can_change_seat

    def action_next(self) -> None:
        meeting = self.meeting
        following = meeting.next_step()
        if following is None:
            self.action_close()
        else:
            current = meeting.current.step if meeting.current else None
            self.do(r.StepOpened(step=following.id, predecessor=current))

    def action_back(self) -> None:
        meeting = self.meeting
        if meeting.agenda is None or meeting.current is None:
            return
        before = meeting.agenda.before(meeting.current.step)
        if before is None:
            self.say(self.words("moderate.first"))
        else:
            self.do(r.StepOpened(step=before.id, predecessor=meeting.current.step))

    def action_pause(self) -> None:
        current = self.meeting.current
        if current is not None:
            self.do(r.Resumed() if current.paused else r.Paused())

    def action_extend(self) -> None:
        current = self.meeting.current
        if current is not None:
            self.do(r.Extended(step=current.step, minutes=EXTEND_MINUTES))

    def action_skip(self) -> None:
        following = self.meeting.next_step()
        if following is None:
            self.say(self.words("moderate.last"))
            return
        title = self.words("moderate.skip", step=following.id, title=following.title)
        self._ask(title, [Field(self.words("moderate.reason"))], lambda reason: self._skip(following.id, reason[0]))

    def _skip(self, step: str, reason: str) -> None:
        self.do(r.StepSkipped(step=step, reason=reason))

    def action_close(self) -> None:
        words = self.words
        if self.meeting.closed:
            self._ask(words("moderate.reopen"), [Field(words("moderate.reason"))], self._reopen)
            return
        undone = [each for each in step_times(self.meeting, self.seat.session.now()) if each.state == "to_come"]
        body = words("moderate.close_left", count=len(undone)) if undone else words("moderate.close_all")
        self.app.push_screen(Confirm(words("moderate.close"), body, words("moderate.close_yes"), words), self._close)

    def _close(self, yes: bool | None) -> None:
        if yes:
            self.do(r.MeetingClosed())

    def _reopen(self, reason: tuple[str, ...]) -> None:
        self.do(r.MeetingReopened(reason=reason[0]))

    # What is said.

    def _ask(self, title: str, fields: list[Field], then: Callable[[tuple[str, ...]], None]) -> None:
        self.app.push_screen(Ask(title, fields, self.words), lambda found: then(found) if found else None)

    def _capture(self, what: CaptureKind) -> None:
        title = self.words(f"capture.{what}")
        self._ask(title, capture_fields(what, self.words), lambda found: self._keep(what, found))

    def _keep(self, what: CaptureKind, found: tuple[str, ...]) -> None:
        step = self.meeting.current.step if self.meeting.current else None
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
