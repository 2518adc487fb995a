"""The end of a meeting: decisions and actions read back, the participants' quick evaluation, closing, or going on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from facilitate.domain import topics
from facilitate.domain.events import capturing as c
from facilitate.domain.events import running as r
from facilitate.domain.events.base import FactBase
from facilitate.domain.meeting.parts import Capture
from facilitate.journal.journal import fresh_name
from facilitate.tui import commands
from facilitate.tui.closing import (
    ending,
    left_over,
    mended,
    mending_fields,
    spoken,
    to_read,
)
from facilitate.tui.console.evaluating import Evaluating
from facilitate.tui.dialogs.ask import Field
from facilitate.tui.dialogs.confirm import Confirm
from facilitate.tui.intents import Intent, bound
from facilitate.tui.seat import Seat
from facilitate.tui.sides import Scroll
from facilitate.tui.widgets.headcounts import HeadCounts
from facilitate.tui.widgets.readback import ReadBack


class _Place(NamedTuple):
    """What is being read, what was read, the answers that are not kept yet, and the number being typed."""

    reading: str | None
    read: frozenset[str]
    draft: dict[str, int] | None
    typed: str


class ClosingPage(Evaluating):
    """Three parts, each with a mark once it is done; none waits for another."""

    PAGE = commands.CLOSING.id
    INTENTS = commands.CLOSE_DOWN
    BINDINGS: ClassVar[list[BindingType]] = bound(INTENTS)
    NEEDS: ClassVar[Mapping[str, type[FactBase]]] = {
        **Evaluating.NEEDS,
        "mend": c.CaptureChanged,
        "close": r.MeetingClosed,
    }
    PAGE_TOPICS = frozenset({topics.CAPTURES})
    CSS_PATH = "closing.tcss"

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self.reading: str | None = None
        self.read: frozenset[str] = frozenset()

    def body(self) -> ComposeResult:
        with Scroll(id="closing-parts", can_focus=False):
            yield Static(id="closing-reading", classes="part", markup=False)
            yield ReadBack()
            yield Static(id="closing-evaluation", classes="part", markup=False)
            yield HeadCounts()
            yield Static(id="closing-end", classes="part", markup=False)
            yield Static(id="closing-left", markup=False)

    def on_mount(self) -> None:
        self.query_one(ReadBack).focus()

    # Drawing.

    def draw_page(self) -> None:
        self._draw_reading()
        self.draw_answers()
        self._draw_end()

    def _draw_reading(self) -> None:
        meeting, words = self.meeting, self.words
        things, here = to_read(meeting), self.here
        if here is not None:
            self.reading, self.read = here.id, self.read | {here.id}
        done = sum(each.id in self.read for each in things)
        said = words("closing.read", done=done, total=len(things))
        self.head("#closing-reading", 1, done == len(things), said)
        self.query_one(ReadBack).show(spoken(meeting, here, words) if here else None, words("closing.nothing"))

    def _draw_end(self) -> None:
        meeting, words, now = self.meeting, self.words, self.seat.session.now()
        closed = meeting.closed is not None
        may = self.check_action("close", ()) is not False
        how = ("closing.x_reopens" if closed else "closing.x_closes") if may else "closing.moderators"
        self.head("#closing-end", 3, closed, words("closing.end", how=words(how)))
        said = ending(meeting, now, words) or left_over(meeting, now, words) or [words("closing.all_done")]
        again = [words("closing.reopened", reason=reason) for reason in meeting.reopened]
        self.query_one("#closing-left", Static).update("\n".join((" · ".join(said), *again)))

    # Reading back.

    @property
    def here(self) -> Capture | None:
        """What is being read; the first where nothing was read yet, or what was being read is gone."""
        things = to_read(self.meeting)
        return next((each for each in things if each.id == self.reading), things[0] if things else None)

    @on(ReadBack.Turned)
    def _turned(self, event: ReadBack.Turned) -> None:
        self.action_read(event.by)

    def action_read(self, by: int) -> None:
        """To the one before, or the next; after the last comes the evaluation."""
        things = [each.id for each in to_read(self.meeting)]
        place = things.index(self.reading) + by if self.reading in things else 0
        if place >= len(things):
            self.answers.focus()
        else:
            self.reading = things[max(0, place)]
            self._draw_reading()

    def action_mend(self) -> None:
        """Put right what is being read, or say who and by when."""
        capture, words, today = self.here, self.words, date.today()
        if capture is None:
            self.say(words("closing.nothing"))
            return
        fields = mending_fields(lambda: self.meeting, capture, words, today)
        empty = next((place for place, field in enumerate(fields) if not field.value), 0)
        self.ask(words("closing.mend"), fields, lambda found: self._mend(capture, found, today), first=empty)

    def _mend(self, capture: Capture, found: tuple[str, ...], today: date) -> None:
        facts = mended(self.meeting, capture, found, self.words, today, fresh_name)
        if facts:
            self.do(*facts)

    # The end.

    def label(self, intent: Intent) -> str:
        return "key.reopen" if intent.id == "close" and self.meeting.closed else super().label(intent)

    def action_close(self) -> None:
        """Close, after a list of what is left; or reopen, with a reason."""
        self.keep_answers()
        words = self.words
        if self.meeting.closed:
            self.ask(words("closing.reopen"), [Field(words("moderate.reason"))], self._reopen)
            return
        unread = sum(each.id not in self.read for each in to_read(self.meeting))
        lines = [words("closing.unread", count=unread)] if unread else []
        lines += [*left_over(self.meeting, self.seat.session.now(), words), words("closing.close_means")]
        confirm = Confirm(words("closing.close"), "\n".join(lines), words("closing.yes"), words)
        self.app.push_screen(confirm, lambda yes: self._close() if yes else None)

    def _close(self) -> None:
        if self.do(r.MeetingClosed()):
            self.say(self.words("closing.closed"))

    def _reopen(self, found: tuple[str, ...]) -> None:
        if self.do(r.MeetingReopened(reason=found[0])):
            self.say(self.words("closing.goes_on"))

    # Leaving the page.

    @property
    def place(self) -> object:
        return _Place(self.reading, self.read, self.draft, self.answers.typed)

    @place.setter
    def place(self, place: object) -> None:
        if isinstance(place, _Place):
            self.reading, self.read, self.draft, self.typed = place
