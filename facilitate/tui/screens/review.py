"""The trainer's screen: who has sent, how the sections stand, what the meeting brought; and the workbook by one key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from facilitate.analysis.scores import Mean, scores
from facilitate.analysis.timing import step_clock
from facilitate.domain import topics
from facilitate.domain.events.base import FactBase
from facilitate.domain.events.capturing import CaptureKind
from facilitate.domain.events.observing import MEETING, DebriefOpened, PinSet, SheetReleased
from facilitate.domain.meeting.sheets import Sheet
from facilitate.domain.meeting.view import awaited, given, released, scores_open, sees_scores
from facilitate.domain.people import Role
from facilitate.tui import commands
from facilitate.tui.capturing import owed
from facilitate.tui.dialogs.ask import Ask, Field
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.intents import Intent, bound
from facilitate.tui.papers import TypingIn
from facilitate.tui.screen import GoTo
from facilitate.tui.sides import Scroll
from facilitate.tui.widgets.keys import KeyBar
from facilitate.tui.widgets.topbar import TopBar


class ReviewScreen(TypingIn):
    """Blind until all have sent; then section by section, with the spread beside every mean."""

    PAGE = "review"
    INTENTS = commands.REVIEW
    BINDINGS: ClassVar[list[BindingType]] = bound(INTENTS)
    NEEDS: ClassVar[Mapping[str, type[FactBase]]] = {"debrief": DebriefOpened, "release": SheetReleased}
    TOPICS = frozenset(
        {topics.SENT, topics.CLOCK, topics.AGENDA, topics.CAPTURES, topics.PEOPLE, topics.GRID, topics.MEETING}
    )
    CSS_PATH = "review.tcss"

    def compose(self) -> ComposeResult:
        yield TopBar(self.seat)
        yield Static(id="room", markup=False)
        with Scroll(id="body"):
            yield Static(id="sheets")
            yield Static(id="profile")
            yield Static(id="brought")
        yield KeyBar(self.intents, self.words)

    def on_mount(self) -> None:
        self.query_one("#body").focus()
        self.set_interval(1.0, self._room)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "debrief":
            if sees_scores(self.meeting, self.seat.person):
                return True
            if scores_open(self.meeting):
                return False
        if action == "clear_pin" and self.seat.person not in (
            each.id for each in self.meeting.people_with(Role.TRAINER)
        ):
            return False
        if action == "type_in" and not self.may_type_in:
            return False
        return super().check_action(action, parameters)

    def draw(self) -> None:
        super().draw()
        self._room()
        self.query_one("#sheets", Static).update(self._sheets())
        self.query_one("#profile", Static).update(self._profile())
        self.query_one("#brought", Static).update(self._brought())

    def _room(self) -> None:
        if not self.there:
            return
        meeting, words = self.meeting, self.words
        clock = step_clock(meeting, self.seat.session.now())
        step = meeting.agenda.step(clock.step) if meeting.agenda and clock else None
        if step is None or clock is None:
            said = words("moderate.closed") if meeting.closed else words("observe.not_begun")
        else:
            sign = "+" if clock.remaining_ms < 0 else ""
            time = f"{sign}{words.clock(clock.remaining_ms)}"
            chair = meeting.name(meeting.chair)
            said = words("observe.step", step=step.id, title=step.title, name=chair, time=time)
        self.query_one("#room", Static).update(said)

    def _sheets(self) -> Table:
        """One line an observer: not begun, scoring, sent."""
        meeting, words = self.meeting, self.words
        table = Table.grid(padding=(0, 2))
        table.add_row(Text(words("review.sheets"), "bold"))
        for person in meeting.observers:
            sheet = meeting.sheet(person.id)
            state = self._state(sheet)
            sign = {"sent": "✓", "released": "–"}.get(state, "·")
            seen = f" · {words('review.after_seeing')}" if sheet.after_seeing else ""
            table.add_row(Text(f" {sign} {person.name}"), Text(f"{words(f'review.{state}')}{seen}"))
        waiting = awaited(meeting)
        if waiting and not sees_scores(meeting, self.seat.person):
            own = self.seat.person in (each.id for each in meeting.observers)
            said = words("review.blind_own") if own else words("review.blind", count=len(waiting))
            table.add_row(Text(said, "italic"))
        return table

    def _state(self, sheet: Sheet) -> str:
        """How far a sheet is; one that only a moderator, or only a trainer, has released waits for the other."""
        if sheet.sent:
            return "sent"
        if sheet.released:
            return "released" if released(self.meeting, sheet) else "half_released"
        return "recalled" if sheet.recalled else "waits"

    def _profile(self) -> Table | Text:
        """Section by moderator and meeting: mean, and in brackets how far apart the observers are."""
        meeting, words = self.meeting, self.words
        if not sees_scores(meeting, self.seat.person) or meeting.grid is None:
            return Text()
        found = scores(meeting, self.seat.session.now())
        table = Table(box=None, pad_edge=False, caption=Text(words("review.spread")), caption_justify="left")
        table.add_column(Text(words("review.section")), ratio=2)
        for subject in found.subjects:
            name = words("observe.about_meeting") if subject.about == MEETING else meeting.name(subject.about)
            table.add_column(Text(name), justify="right")
        for section in meeting.grid.sections:
            cells = [Text(self._mean(subject.sections.get(section.id))) for subject in found.subjects]
            table.add_row(Text(f"{section.id}  {section.title.to(words.language)}"), *cells)
        table.add_row(
            Text(words("review.overall"), "bold"), *[Text(self._mean(each.overall)) for each in found.subjects]
        )
        return table

    def _mean(self, found: Mean | None) -> str:
        if found is None or found.mean is None:
            return "–"
        spread = "" if found.spread is None else f" ({self.words.number(found.spread, 1)})"
        return f"{self.words.number(found.mean, 2)}{spread}"

    def _brought(self) -> Text:
        meeting, words = self.meeting, self.words
        text = Text()
        for kind in (CaptureKind.NEED, CaptureKind.DECISION, CaptureKind.ACTION, CaptureKind.PARKING):
            found = meeting.captured(kind)
            text.append(words(f"review.{kind}s", count=len(found)), "bold")
            text.append("\n")
            for capture in found:
                beside = f"  {owed(capture, meeting, words)}" if capture.what is CaptureKind.ACTION else ""
                text.append(f"  {capture.text}{beside}\n")
        if meeting.consent is None:
            text.append(words("consent.not_said"), "italic")
        return text

    def label(self, intent: Intent) -> str:
        """Where scores are open, the key leads to the talk about them."""
        seen = intent.id == "debrief" and sees_scores(self.meeting, self.seat.person)
        return "key.debrief.page" if seen else super().label(intent)

    def action_debrief(self) -> None:
        """Open the debrief before all have sent; once scores are seen, go and talk about them."""
        words = self.words
        if sees_scores(self.meeting, self.seat.person):
            self.post_message(GoTo("debrief"))
            return
        ask = Ask(words("review.debrief"), [Field(words("moderate.reason"))], words, words("review.debrief_body"))
        self.app.push_screen(ask, lambda reason: self._open(reason[0]) if reason else None)

    def _open(self, reason: str) -> None:
        self.do(DebriefOpened(reason=reason))

    # An observer who is not there.

    def action_release(self) -> None:
        """Say that nobody waits for somebody's sheet any longer; it takes a moderator and a trainer."""
        meeting, words = self.meeting, self.words
        absent = [each for each in meeting.observers if not given(meeting, meeting.sheet(each.id))]
        absent = [each for each in absent if each.id != self.seat.person]
        if not absent:
            self.say(words("review.nobody_waits"))
            return
        options = [(each.id, each.name, words(f"review.{self._state(meeting.sheet(each.id))}")) for each in absent]
        self.app.push_screen(Choose(words("review.release"), options, words), self._why_release)

    def _why_release(self, observer: str | None) -> None:
        if observer is None:
            return
        words = self.words
        ask = Ask(words("review.release"), [Field(words("moderate.reason"))], words, words("review.release_body"))
        self.app.push_screen(ask, lambda reason: self._release(observer, reason[0]) if reason else None)

    def _release(self, observer: str, reason: str) -> None:
        self.do(SheetReleased(observer=observer, reason=reason))

    # A PIN that was forgotten.

    def action_clear_pin(self) -> None:
        """Take it away, with a reason that its owner is told."""
        words = self.words
        options = [(each.id, each.name, "") for each in self.meeting.people.values() if each.pin]
        if options:
            self.app.push_screen(Choose(words("review.pin"), options, words), self._why_clear_pin)
        else:
            self.say(words("review.no_pin"))

    def _why_clear_pin(self, person: str | None) -> None:
        if person is None:
            return
        words, title = self.words, self.words("review.pin_of", name=self.meeting.name(person))
        ask = Ask(title, [Field(words("moderate.reason"))], words, words("review.pin_body"))
        self.app.push_screen(ask, lambda why: self._clear_pin(person, why[0]) if why else None)

    def _clear_pin(self, person: str, why: str) -> None:
        if self.do(PinSet(person=person, reason=why)):
            self.say(self.words("review.pin_gone", name=self.meeting.name(person)))
