"""The moderator's screen: what now, how long still, what comes, what was said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from facilitate.analysis.timing import expected_end, step_clock, step_times
from facilitate.domain import topics
from facilitate.domain.agenda import Step
from facilitate.domain.events import running as r
from facilitate.domain.events.base import FactBase
from facilitate.domain.events.capturing import CaptureKind
from facilitate.domain.events.preparing import AttendanceCounted
from facilitate.domain.people import Group
from facilitate.journal.journal import fresh_name
from facilitate.language.numbers import read_number
from facilitate.tui import commands
from facilitate.tui.capturing import capture_fields, captured
from facilitate.tui.dialogs.ask import Ask, Check, Field
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
SEXES = ("women", "men")


class ModerateScreen(SeatScreen):
    """One glance, one key."""

    INTENTS = commands.MODERATE
    BINDINGS: ClassVar[list[BindingType]] = commands.bound(INTENTS)
    NEEDS: ClassVar[Mapping[str, type[FactBase]]] = {
        "next": r.StepOpened,
        "back": r.StepOpened,
        "pause": r.Paused,
        "extend": r.Extended,
        "skip": r.StepSkipped,
        "close": r.MeetingClosed,
        "lead": r.ChairTaken,
    }
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
        self.call_after_refresh(self._show_panel)

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
        if not self.there:
            return
        meeting, now = self.meeting, self.seat.session.now()
        self.query_one(ClockView).show(step_clock(meeting, now), self.words, self._idle())
        self.query_one("#now", Static).update(self._heading())

    def _heading(self) -> str:
        meeting, words = self.meeting, self.words
        if meeting.closed:
            return words("moderate.closed")
        if self.step is None or meeting.current is None:
            begun = "moderate.between" if meeting.next_step() else "moderate.all_opened"
            return words(begun if meeting.plenary.openings else "moderate.not_begun")
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
        if not self.there:
            return
        for number, name in enumerate(("step", "side", "kept")):
            self.query_one(f"#{name}").set_class(number != self.narrow_panel, "-aside")
        self.call_after_refresh(self.paint)

    # Steps.

    def idle(self, action: str) -> bool:
        meeting = self.meeting
        if action in ("next", "skip"):
            return meeting.closed is not None
        if action == "back":
            return meeting.closed is not None or not meeting.plenary.openings
        return action in ("pause", "extend") and meeting.current is None

    def _a_step_is_open(self) -> bool:
        """Whether a step is open; says why not."""
        if self.meeting.current is not None:
            return True
        self.say(self.words("moderate.closed_key" if self.meeting.closed else "moderate.nothing_open"))
        return False

    def action_next(self) -> None:
        meeting = self.meeting
        following = meeting.next_step()
        if meeting.closed:
            self.say(self.words("moderate.closed_key"))
        elif following is None:
            self.action_close()
        else:
            current = meeting.current.step if meeting.current else None
            self.do(r.StepOpened(step=following.id, predecessor=current))

    def action_back(self) -> None:
        """To the step before; where none is open, to the one that was open last."""
        meeting = self.meeting
        if meeting.agenda is None or meeting.closed or not meeting.plenary.openings:
            self._a_step_is_open()
        elif meeting.current is None:
            self.do(r.StepOpened(step=meeting.plenary.openings[-1].step))
        elif (before := meeting.agenda.before(meeting.current.step)) is None:
            self.say(self.words("moderate.first"))
        else:
            self.do(r.StepOpened(step=before.id, predecessor=meeting.current.step))

    def action_pause(self) -> None:
        current = self.meeting.current
        if self._a_step_is_open() and current is not None:
            self.do(r.Resumed() if current.paused else r.Paused())

    def action_extend(self) -> None:
        current = self.meeting.current
        if self._a_step_is_open() and current is not None:
            self.do(r.Extended(step=current.step, minutes=EXTEND_MINUTES))

    def action_lead(self) -> None:
        """Take the chair; who has it hands it to the next moderator."""
        meeting = self.meeting
        others = [person.id for person in meeting.moderators if person.id != meeting.chair and not person.left]
        to = self.seat.person if self.seat.person != meeting.chair else next(iter(others), None)
        if to is None:
            self.say(self.words("moderate.nobody_else"))
        else:
            self.do(r.ChairTaken(from_=meeting.chair, to=to))

    def action_people(self) -> None:
        fields = [Field(self.words(f"people.{sex}"), optional=True) for sex in SEXES]
        self._ask(self.words("people.title"), fields, self._counted, check=self._numbers_only)

    def _numbers_only(self, found: tuple[str, ...]) -> str | None:
        sound = all(not each or str(read_number(each)).isdigit() for each in found)
        return None if sound and any(found) else self.words("people.numbers")

    def _counted(self, found: tuple[str, ...]) -> None:
        step = self.meeting.current.step if self.meeting.current else None
        counts = [(sex, int(read_number(each) or 0)) for sex, each in zip(SEXES, found, strict=True) if each]
        self.do(*(AttendanceCounted(group=Group(sex=sex), number=number, step=step) for sex, number in counts))

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

    def _ask(
        self, title: str, fields: list[Field], then: Callable[[tuple[str, ...]], None], check: Check | None = None
    ) -> None:
        form = Ask(title, fields, self.words, check=check)
        self.app.push_screen(form, lambda found: then(found) if found else None)

    def _capture(self, what: CaptureKind) -> None:
        """Ask for it; it belongs to the step in which it was begun, wherever the meeting is when it is typed."""
        title, step = self.words(f"capture.{what}"), self.meeting.current.step if self.meeting.current else None
        self._ask(title, capture_fields(what, self.words), lambda found: self._keep(what, found, step))

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
