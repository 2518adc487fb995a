"""Needs put together, then ranked by dots or by pairs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from facilitate.analysis.ranking import Results, results, units
from facilitate.domain import topics
from facilitate.domain.events import capturing as c
from facilitate.domain.events.base import FactBase
from facilitate.journal.journal import fresh_name
from facilitate.tui import commands
from facilitate.tui.capturing import capture_fields, captured
from facilitate.tui.console.page import ConsolePage
from facilitate.tui.dialogs.field import Field
from facilitate.tui.intents import bound
from facilitate.tui.ranking.dotacts import DotActs
from facilitate.tui.ranking.drawn import result_text
from facilitate.tui.ranking.entries import entries
from facilitate.tui.ranking.grouping import Join, joined, renamed, taken_out, theme_of
from facilitate.tui.ranking.pairacts import PairActs
from facilitate.tui.seat import Seat
from facilitate.tui.sides import Scroll
from facilitate.tui.widgets.unitlist import UnitList


class NeedsPage(ConsolePage, DotActs, PairActs):
    """On one side what there is, with themes and marks; on the other how it was ranked so far."""

    PAGE = commands.NEEDS.id
    INTENTS = commands.RANKING
    BINDINGS: ClassVar[list[BindingType]] = bound(INTENTS)
    NEEDS: ClassVar[Mapping[str, type[FactBase]]] = {
        **ConsolePage.NEEDS,
        "dots": c.Ranked,
        "pairs": c.Ranked,
        "new_need": c.Captured,
        **dict.fromkeys(("mark_need", "put_together", "take_out", "retitle"), c.NeedsGrouped),
    }
    PAGE_TOPICS = frozenset({topics.CAPTURES})
    CSS_PATH = "needs.tcss"

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self._marked: frozenset[str] = frozenset()
        self._result_in_view = False
        self._wanted = ""

    def body(self) -> ComposeResult:
        with Vertical(id="needs-side"):
            yield Static(id="needs-above", markup=False)
            yield UnitList(id="needs-list")
        with Scroll(id="needs-result"):
            yield Static(markup=False)

    def on_mount(self) -> None:
        self._show_panel()
        self.list.focus()

    @property
    def list(self) -> UnitList:
        return self.query_one(UnitList)

    @property
    def marked(self) -> Collection[str]:
        return self._marked

    @property
    def place(self) -> object:
        """The entry under the cursor, and the marks."""
        entry = self.list.entry if self.there else None
        return (entry.key if entry else "", self._marked)

    @place.setter
    def place(self, place: object) -> None:
        match place:
            case (str(key), frozenset() as marked):
                self._wanted, self._marked = key, marked

    # Drawing.

    def draw_page(self) -> None:
        meeting, found = self.meeting, results(self.meeting)
        self._marked &= {*meeting.themes, *(each.id for each in meeting.captured(c.CaptureKind.NEED))}
        narrow = self.has_class("-narrow")
        self.list.show(entries(meeting, found, self._marked, self.words, scores=narrow))
        if self._wanted:
            self.list.go(self._wanted)
            self._wanted = ""
        self.query_one("#needs-above", Static).update(self._above(found))
        panel = self.query_one("#needs-result")
        text = result_text(meeting, found, self.words, max(20, panel.size.width - 3))
        panel.query_one(Static).update(text)
        self.pass_on()

    def _above(self, found: Results) -> str:
        """How many there are to rank, how many are marked, and how many the step takes."""
        words, number = self.words, len(found.lines)
        said = [words("needs.to_rank", count=number) if number else words("needs.none")]
        if self._marked:
            said.append(words("needs.marked", count=len(self._marked)))
        step = self.meeting.agenda.step(self.opening.step) if self.meeting.agenda and self.opening else None
        if step and step.max_items and number > step.max_items:
            said.append(words("needs.at_most", count=step.max_items))
        return " · ".join(said)

    def action_result(self) -> None:
        """To the result, where the arrows scroll it, and back; on a narrow screen the one that is in view."""
        self._result_in_view = not self._result_in_view
        self._show_panel()
        (self.query_one("#needs-result") if self._result_in_view else self.list).focus()
        self.call_after_refresh(self.paint)

    def _show_panel(self) -> None:
        self.query_one("#needs-side").set_class(self._result_in_view, "-aside")
        self.query_one("#needs-result").set_class(not self._result_in_view, "-aside")

    def idle(self, action: str) -> bool:
        if action in ("dots", "pairs", "mark_need", "put_together", "take_out", "retitle"):
            return not self.meeting.captured(c.CaptureKind.NEED)
        return super().idle(action)

    # Putting needs together.

    def action_mark_need(self) -> None:
        if self.list.entry is not None:
            self._mark(self.list.entry.key)

    @on(UnitList.Tapped)
    def _tapped(self, message: UnitList.Tapped) -> None:
        self._mark(message.key)

    def _mark(self, key: str) -> None:
        self._marked ^= {key}
        self.draw_page()

    def action_put_together(self) -> None:
        """The marked ones become a theme, or go into the one that is among them; one alone goes with the chosen one."""
        entry = self.list.entry
        together = self._marked | ({entry.key} if entry and len(self._marked) == 1 else frozenset())
        join = joined(self.meeting, together)
        if join is None:
            self.say(self.words("needs.mark_some"))
        elif join.theme is not None:
            self._join(join, join.title)
        else:
            proposed = join.title
            field = Field(self.words("needs.new_title"), example=proposed, optional=True, names=(proposed,))
            heading = self.words("needs.theme", count=len(join.needs))
            self.ask(heading, [field], lambda found: self._join(join, found[0] or proposed))

    def _join(self, join: Join, title: str) -> None:
        standing = {each.id for each in self.meeting.captured(c.CaptureKind.NEED)}
        needs = tuple(need for need in join.needs if need in standing)
        theme = join.theme or f"g{fresh_name()}"
        if self.do(c.NeedsGrouped(theme=theme, title=title, needs=needs)):
            self._marked = frozenset()
            self._wanted = theme
            self.say(self.words("needs.joined", title=title, count=len(needs)))
            self.draw_page()

    def action_take_out(self) -> None:
        """A need leaves its theme; a theme is dissolved, and its needs stay."""
        entry = self.list.entry
        fact = taken_out(self.meeting, entry.key) if entry else None
        if fact is None:
            self.say(self.words("needs.in_no_theme"))
        elif self.do(fact):
            message = "needs.taken_out" if fact.needs else "needs.dissolved"
            self.say(self.words(message, title=fact.title))

    def action_retitle(self) -> None:
        entry = self.list.entry
        unit = theme_of(self.meeting, entry.key) if entry else None
        if unit is None:
            self.say(self.words("needs.only_themes"))
            return
        field = Field(self.words("needs.theme_title"), unit.label)
        self.ask(self.words("needs.retitle"), [field], lambda found: self._retitle(unit.id, found[0]))

    def _retitle(self, theme: str, title: str) -> None:
        unit = next((each for each in units(self.meeting) if each.id == theme), None)
        if unit is None:
            self.say(self.words("needs.theme_gone"))
        else:
            self.do(renamed(unit, title))

    def action_new_need(self) -> None:
        """A need that is heard while ranking; on this page the first digits are for ranking."""
        kind, step = c.CaptureKind.NEED, self.opening.step if self.opening else None
        track = self.track.id
        self.ask(
            self.words(f"capture.{kind}"),
            capture_fields(kind, self.words),
            lambda found: self._new_need(found, step, track),
        )

    def _new_need(self, found: tuple[str, ...], step: str | None, track: str) -> None:
        self.do(*captured(self.meeting, c.CaptureKind.NEED, found, step, fresh_name, track=track))
