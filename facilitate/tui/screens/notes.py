"""What was said and must not be lost: written down, put right, withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from facilitate.domain import topics
from facilitate.domain.events import capturing as c
from facilitate.domain.events.base import FactBase
from facilitate.domain.events.capturing import CaptureKind
from facilitate.tui import commands
from facilitate.tui.console.page import ConsolePage
from facilitate.tui.drawing import cut
from facilitate.tui.intents import bound
from facilitate.tui.notes.draft import KINDS
from facilitate.tui.notes.form import CaptureForm
from facilitate.tui.notes.listing import above, idle, looked_at, row_of
from facilitate.tui.notes.writing import Writing
from facilitate.tui.seat import Seat
from facilitate.tui.widgets.entries import EntryList
from facilitate.tui.widgets.lineinput import LineInput


class NotesPage(Writing):
    """A list above, a form below; what others do never moves either under the fingers of who is typing."""

    PAGE = commands.NOTES.id
    INTENTS = (*commands.NOTING, *commands.MEETING, *commands.STEPPING, *commands.EVERY_PAGE)
    BINDINGS: ClassVar[list[BindingType]] = [
        *bound(INTENTS),
        Binding("escape", "enough", show=False, id="facilitate.notes.enough"),
    ]
    PAGE_TOPICS = frozenset({topics.CAPTURES})
    NEEDS: ClassVar[Mapping[str, type[FactBase]]] = {
        **ConsolePage.NEEDS,
        **{intent.id: c.Captured for intent in commands.CAPTURES},
        "change": c.CaptureChanged,
        "withdraw": c.CaptureWithdrawn,
    }
    AUTO_FOCUS = "EntryList"
    CSS_PATH = "notes.tcss"

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self._restored = False

    def body(self) -> ComposeResult:
        yield Static(id="notes-above", markup=False)
        yield LineInput(id="notes-search", placeholder=self.words("notes.search"))
        yield EntryList(id="notes-list")
        yield CaptureForm(self.words, self.keep, id="notes-form")

    @property
    def entries(self) -> EntryList:
        return self.query_one(EntryList)

    @property
    def search(self) -> LineInput:
        return self.query_one("#notes-search", LineInput)

    # Drawing.

    def draw_page(self) -> None:
        meeting, book = self.meeting, self.book
        found = looked_at(meeting, book, self.step_here)
        rows = [row_of(each, meeting, self.words, each.id in book.aside) for each in found]
        self.entries.show(rows, idle(meeting, self.words), columns=not self.has_class("-narrow"))
        if self._restored:
            self.draw_form()
        else:
            self._restored = True
            self._restore()
        self._draw_above()

    def _restore(self) -> None:
        """As the person left it: for another page, or another language."""
        rows, book = self.entries.rows, self.book
        self.search.value = book.search
        self.search.display = bool(book.search)
        known = any(row.id == book.chosen for row in rows)
        self.entries.choose(book.chosen if known else rows[-1].id if rows else None)
        if book.writing is not None:
            self.write(book.writing)
        else:
            self.draw_form()

    @on(EntryList.Moved)
    def _draw_above(self) -> None:
        if not self.there:
            return
        entries = self.entries
        self.book.chosen = entries.chosen
        said = above(self.meeting, self.book, len(entries.rows), entries.below, self.step_here, self.words)
        self.query_one("#notes-above", Static).update(Text(said, no_wrap=True, overflow="ellipsis"))

    @property
    def typing(self) -> bool:
        return super().typing or self.focused is self.search

    def idle(self, action: str) -> bool:
        nothing = action in ("change", "withdraw") and self.entries.chosen is None
        return nothing or super().idle(action)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "kind" and self.book.writing is None:
            return False
        return super().check_action(action, parameters)

    def reveal(self, capture: str) -> None:
        self.entries.choose(capture)

    def after_writing(self) -> None:
        self.entries.focus()

    # What is written.

    def action_need(self) -> None:
        self.begin(CaptureKind.NEED)

    def action_decision(self) -> None:
        self.begin(CaptureKind.DECISION)

    def action_action(self) -> None:
        self.begin(CaptureKind.ACTION)

    def action_park(self) -> None:
        self.begin(CaptureKind.PARKING)

    def action_note(self) -> None:
        self.begin(CaptureKind.NOTE)

    def action_rule(self) -> None:
        self.begin(CaptureKind.RULE)

    # What is put right.

    @on(EntryList.Opened)
    def action_change(self) -> None:
        """Open the chosen one in the form."""
        capture = self.meeting.captures.get(self.entries.chosen or "")
        if capture is None:
            self.say(self.words("notes.choose_one"))
        elif self.check_action("change", ()):
            self.begin_change(capture)

    def action_withdraw(self) -> None:
        """Take the chosen one off the list, and put the cursor on the one after it."""
        entries = self.entries
        place = next((place for place, row in enumerate(entries.rows) if row.id == entries.chosen), None)
        if place is None:
            self.say(self.words("notes.choose_one"))
            return
        row = entries.rows[place]
        others = [*entries.rows[place + 1 :], *reversed(entries.rows[:place])]
        if self.do(c.CaptureWithdrawn(capture=row.id)):
            entries.choose(others[0].id if others else None)
            self.say(self.words("notes.withdrawn", text=cut(" ".join(row.text.split()), 40)))

    # What is looked at.

    def action_filter(self) -> None:
        """One kind after the other, then all again."""
        kinds = [None, *KINDS]
        self.book.kind = kinds[(kinds.index(self.book.kind) + 1) % len(kinds)]
        self._look()

    def action_this_step(self) -> None:
        self.book.this_step = not self.book.this_step
        self._look()

    def _look(self) -> None:
        """Another choice of rows; the chosen one stays chosen where it is among them."""
        self.draw_page()
        rows = self.entries.rows
        if self.entries.chosen is None and rows:
            self.entries.choose(rows[-1].id)

    def action_search(self) -> None:
        self.search.display = True
        self.search.focus()

    @on(Input.Changed, "#notes-search")
    def _search(self, event: Input.Changed) -> None:
        if self.there and event.value != self.book.search:
            self.book.search = event.value
            self._look()

    @on(Input.Submitted, "#notes-search")
    def _searched(self) -> None:
        self.search.display = bool(self.book.search)
        self.entries.focus()

    def action_enough(self) -> None:
        """Escape: out of the search, which ends, or out of the form."""
        if self.book.search or self.search.display:
            self.search.value = ""
            self._searched()
        elif self.book.writing is not None:
            self.leave_form()
