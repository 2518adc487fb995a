"""Who is present: counted by sex and age band, and by name for those who like; who came late, who left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from facilitate.domain import topics
from facilitate.domain.events import Fact
from facilitate.domain.events import preparing as p
from facilitate.domain.events.base import FactBase
from facilitate.domain.people import Person
from facilitate.journal.journal import fresh_name
from facilitate.tui import commands
from facilitate.tui.attending import also_counted, change_lines, counted, number_at, table
from facilitate.tui.console.page import ConsolePage
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.dialogs.joining import Joining
from facilitate.tui.intents import bound
from facilitate.tui.joining import Newcomer, joined, listed, put_right, questions, row, why_not_free
from facilitate.tui.layouts import digit_pressed
from facilitate.tui.seat import Seat
from facilitate.tui.sides import Below, Options, Scroll
from facilitate.tui.widgets.headcounts import HeadCounts


class PeoplePage(ConsolePage):
    """A table of numbers, and a list of names; each is useful without the other."""

    PAGE = commands.PEOPLE.id
    INTENTS = commands.COUNT
    BINDINGS: ClassVar[list[BindingType]] = bound(INTENTS)
    NEEDS: ClassVar[Mapping[str, type[FactBase]]] = {
        **ConsolePage.NEEDS,
        "more": p.AttendanceCounted,
        "fewer": p.AttendanceCounted,
        "join": p.PersonAdded,
        "away": p.PersonLeft,
    }
    PAGE_TOPICS = frozenset({topics.PEOPLE})
    CSS_PATH = "people.tcss"

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self._wanted: object = None
        self._rows: list[tuple[str, Text]] = []
        self._changes = 0

    def body(self) -> ComposeResult:
        with Below(id="people-counts"):
            yield HeadCounts()
            with Scroll(id="people-changes", can_focus=False):
                yield Static(markup=False)
        with Below(id="people-names"):
            yield Static(id="people-known", markup=False)
            yield Options(id="people-list", markup=False)

    def on_mount(self) -> None:
        self.counts.focus()

    @property
    def counts(self) -> HeadCounts:
        return self.query_one(HeadCounts)

    @property
    def names(self) -> OptionList:
        return self.query_one("#people-list", OptionList)

    # Drawing.

    def draw_page(self) -> None:
        self.counts.show(table(self.meeting, self.words))
        match self._wanted:
            case ((int(line), int(column)), str(typed)):
                self._wanted = None
                self.counts.stand((line, column), typed)
        self._draw_changes()
        self._draw_names()

    def _draw_changes(self) -> None:
        meeting, words = self.meeting, self.words
        lines = change_lines(meeting, words)
        if not lines:
            lines = [words("people.nobody_moved" if meeting.attendance else "people.how_to_count")]
        also = also_counted(meeting, words)
        panel = self.query_one("#people-changes", VerticalScroll)
        grown, self._changes = self._changes < len(lines), len(lines)
        panel.query_one(Static).update("\n".join([*([also] if also else []), *lines]))
        if grown:
            panel.scroll_end(animate=False)

    def _draw_names(self) -> None:
        people, words = listed(self.meeting), self.words
        present = sum(not each.left for each in people)
        title = words("people.known", count=present) if people else words("people.nobody_known")
        self.query_one("#people-known", Static).update(title)
        rows = [(each.id, row(each, words)) for each in people]
        if rows == self._rows:
            return
        self._rows, names = rows, self.names
        chosen, top = names.highlighted_option, names.scroll_offset.y
        names.set_options([Option(text, id=person) for person, text in rows])
        if chosen is not None and chosen.id in dict(rows):
            names.highlighted = names.get_option_index(str(chosen.id))
        names.scroll_to(y=top, animate=False)

    # Counting.

    def on_key(self, event: events.Key) -> None:
        """A digit counts wherever the focus is."""
        digit = digit_pressed(event.character)
        if digit is not None and not self.counts.has_focus:
            event.stop()
            self.counts.focus()
            self.counts.type(digit)

    @on(HeadCounts.Counted)
    def _counted(self, event: HeadCounts.Counted) -> None:
        self._keep(counted(self.meeting, event.line, event.column, event.number))

    @on(HeadCounts.Stepped)
    def _stepped(self, event: HeadCounts.Stepped) -> None:
        before = number_at(self.meeting, event.line, event.column)
        if before + event.by >= 0:
            self._keep(counted(self.meeting, event.line, event.column, before + event.by, by_one=True))

    def _keep(self, facts: list[Fact]) -> None:
        if facts:
            self.do(*facts)

    def action_more(self) -> None:
        self.counts.one(1)

    def action_fewer(self) -> None:
        self.counts.one(-1)

    def _keep_typed(self) -> None:
        """Going on keeps the number that was being typed."""
        typed = self.counts.take()
        if typed is not None:
            self._counted(typed)

    def _go(self, name: str) -> None:
        self._keep_typed()
        super()._go(name)

    def action_seat(self) -> None:
        self._keep_typed()
        super().action_seat()

    def action_leave(self) -> None:
        self._keep_typed()
        super().action_leave()

    @property
    def place(self) -> object:
        return (self.counts.cursor, self.counts.typed)

    @place.setter
    def place(self, place: object) -> None:
        self._wanted = place

    # Names.

    @property
    def chosen(self) -> Person | None:
        """Who is highlighted in the list."""
        option = self.names.highlighted_option if self.there else None
        return self.meeting.people.get(option.id or "") if option else None

    def idle(self, action: str) -> bool:
        if action == "away":
            return self.chosen is None or self.chosen.left
        return super().idle(action)

    def action_join(self) -> None:
        self._ask(None, self.words("people.join"), self._join)

    def _ask(self, person: Person | None, title: str, then: Callable[[Newcomer], None]) -> None:
        meeting, words = self.meeting, self.words
        taken = partial(why_not_free, meeting, person=person.id if person else None, words=words)
        form = Joining(title, person.name if person else "", questions(meeting, person, words), words, taken)
        self.app.push_screen(form, lambda found: then(Newcomer(**found)) if found else None)

    def _join(self, who: Newcomer) -> None:
        person, facts = joined(self.meeting, who, fresh_name)
        if self.do(*facts):
            self.names.highlighted = self.names.get_option_index(person)
            counted = "people.joined_counts" if self.meeting.attendance else "people.joined"
            self.say(self.words(counted, name=who.name))

    def action_away(self) -> None:
        person = self.chosen
        if person is None or person.left:
            self.say(self.words("people.choose_first"))
        elif self.do(p.PersonLeft(person=person.id)):
            self.say(self.words("people.went", name=person.name))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        """Who left comes back; for anybody else there is a choice."""
        person, words = self.meeting.people.get(event.option.id or ""), self.words
        if person is None:
            return
        if person.left:
            if self.do(p.PersonChanged(person=person.id, returned=True)):
                self.say(words("people.back", name=person.name))
            return
        ways = [(way, words(f"people.{way}"), words(f"people.{way}.help")) for way in ("go", "correct")]
        self.app.push_screen(Choose(person.name, ways, words), partial(self._chosen, person))

    def _chosen(self, person: Person, way: str | None) -> None:
        if way == "go":
            self.action_away()
        elif way == "correct":
            self._ask(person, self.words("people.correct"), partial(self._put_right, person))

    def _put_right(self, person: Person, who: Newcomer) -> None:
        self._keep(put_right(person, who))
