"""The debrief: where observers differ, why, and what the team agrees on; and the same in pictures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from facilitate.domain import topics
from facilitate.domain.events.base import FactBase
from facilitate.domain.events.observing import ConsensusSet
from facilitate.report.agreement import agreement_blocks, next_told, verdict_told
from facilitate.report.teller import Teller
from facilitate.report.text import render
from facilitate.tui import commands_after
from facilitate.tui.debriefing.agreeing import Agreeing
from facilitate.tui.debriefing.between import between
from facilitate.tui.debriefing.heat import heat
from facilitate.tui.debriefing.known import Known
from facilitate.tui.debriefing.lines import ONLY, heads, lines
from facilitate.tui.debriefing.profile import profile
from facilitate.tui.debriefing.talking import Talking
from facilitate.tui.intents import bound
from facilitate.tui.screen import GoTo
from facilitate.tui.sides import Scroll, Sides
from facilitate.tui.widgets.gridlist import GridList
from facilitate.tui.widgets.keys import KeyBar
from facilitate.tui.widgets.pagebar import PageBar
from facilitate.tui.widgets.topbar import TopBar

VIEWS = tuple(each.id for each in commands_after.VIEWS)
PICTURES = {"heat": heat, "profile": profile, "between": between}
WIDE, LOW, ROOM, LINE = 110, 18, 30, 64
"""Cells from which list and line stand side by side; lines below which there is none for what all this means, and from
which there is room for what to do next."""


class DebriefScreen(Agreeing):
    """A list of what to talk about, with the line under the cursor in full; and four pictures of all of it."""

    PAGE = "debrief"
    INTENTS = commands_after.DEBRIEFING
    BINDINGS: ClassVar[list[BindingType]] = bound(INTENTS)
    NEEDS: ClassVar[Mapping[str, type[FactBase]]] = {"agree_on": ConsensusSet}
    TOPICS = frozenset({topics.SENT, topics.PEOPLE, topics.GRID, topics.MEETING})
    CSS_PATH = "debrief.tcss"

    def compose(self) -> ComposeResult:
        yield TopBar(self.seat)
        yield PageBar(commands_after.VIEWS, self.shop.view, self.words)
        yield Static(id="debrief-above", markup=False)
        yield Static(id="debrief-heads", markup=False)
        with Sides(id="debrief-both"):
            yield GridList(id="debrief-list")
            with Scroll(id="debrief-detail", can_focus=False):
                yield Static(markup=False)
        with Scroll(id="debrief-picture"):
            yield Static(markup=False)
        yield KeyBar(self.intents, self.words)

    def begun(self) -> None:
        """Where the person left off."""
        self.draw()
        self.list.go(self.shop.key)
        self._in_hand()

    # Drawing.

    def draw(self) -> None:
        super().draw()
        talking = self.shop.view == "talk"
        above = self.query_one("#debrief-above", Static)
        above.update(self._above())
        above.display = self.shop.view != "figures" or not self.known.open  # figures say the same
        for name in ("both", "heads", "picture"):
            self.query_one(f"#debrief-{name}").display = talking != (name == "picture")
        if talking:
            self._draw_list()
        else:
            self.query_one("#debrief-picture > Static", Static).update(self._picture())
        self.query_one(KeyBar).refresh()

    def _draw_list(self) -> None:
        known, only = self.known, self.shop.only
        width = self._list_width
        self.list.show(lines(known, only, width), self.words(f"debrief.none.{only or 'all'}") if known.open else "")
        over, said = self.query_one("#debrief-heads", Static), heads(known, only, width)
        over.update(said)
        over.styles.width = width
        over.display = bool(said.strip())
        self.draw_detail()

    @property
    def _list_width(self) -> int:
        """The list is as wide as the page, or takes five parts of twelve."""
        return self.size.width * 5 // 12 if self.size.width >= WIDE else self.size.width

    def _above(self) -> Text:
        """What this means, and how far the talk has come."""
        known, words = self.known, self.words
        tell = Teller(known.meeting, known.now, words)
        if not known.open:
            return Text(words("debrief.blind" if known.meeting.grid else "agreement.verdict.no_grid"))
        talk = sum(each.to_talk for each in known.items)
        agreed = sum(each.agreed for each in known.items)
        count = Text(words("debrief.to_talk", count=talk, agreed=agreed), "bold")
        if self.size.height < LOW and known.items:
            return count
        said = Text(verdict_told(tell, known.agreement))
        if self.shop.view == "talk" and self.size.height >= ROOM and self.size.width >= LINE:
            said.append(f" {next_told(tell, known.agreement)}", "italic")
        return Text("\n").join([said, count]) if known.items else said

    def _picture(self) -> Text:
        known, width = self.known, max(20, self.size.width - 4)
        if not known.open:
            return Text()
        if (self.shop.view, width) not in known.pictures:
            known.pictures[self.shop.view, width] = self._drawn(known, width)
        return known.pictures[self.shop.view, width]

    def _drawn(self, known: Known, width: int) -> Text:
        if self.shop.view == "figures":
            tell = Teller(known.meeting, known.now, self.words)
            blocks = agreement_blocks(tell, known.scores, known.figures)
            return Text(render(blocks, self.words, width).rstrip("\n"))
        return Text("\n").join(PICTURES[self.shop.view](known, width))

    @on(GridList.Moved)
    def _moved(self) -> None:
        self.draw_detail()

    def draw_detail(self) -> None:
        """The line under the cursor; what is in sight of it stays, while it is the same line."""
        if not self.there:
            return
        scroll, item = self.query_one("#debrief-detail", Scroll), self.item
        width = max(20, (scroll.size.width or self._list_width) - 2)
        said = Talking(self.known, item, width).drawn() if item else Text()
        scroll.query_one(Static).update(said)
        if self.list.key != self.shop.key:
            self.shop.key = self.list.key or self.shop.key
            scroll.scroll_home(animate=False)

    def _in_hand(self) -> None:
        """The keys of the cursor go to what is looked at."""
        (self.list if self.shop.view == "talk" else self.query_one("#debrief-picture")).focus()

    # Views.

    def _view(self, name: str) -> None:
        self.shop.view = name
        bar = self.query_one(PageBar)
        bar.here = name
        bar.refresh()
        self.query_one("#debrief-picture", Scroll).scroll_home(animate=False)
        self.draw()
        self._in_hand()

    def action_talk(self) -> None:
        self._view("talk")

    def action_heat(self) -> None:
        self._view("heat")

    def action_profile(self) -> None:
        self._view("profile")

    def action_between(self) -> None:
        self._view("between")

    def action_figures(self) -> None:
        self._view("figures")

    def action_next_view(self) -> None:
        self._view(VIEWS[(VIEWS.index(self.shop.view) + 1) % len(VIEWS)])

    # Going about.

    def action_next_talk(self) -> None:
        self._go_to_talk(1)

    def action_previous_talk(self) -> None:
        self._go_to_talk(-1)

    def _go_to_talk(self, by: int) -> None:
        """To the next line that is still to be talked about, round and round."""
        if self.shop.view != "talk":
            self._view("talk")
        keys, place = [each.key for each in self.list.lines], self.list.cursor
        round_ = [(place + by * step) % len(keys) for step in range(1, len(keys) + 1)] if keys else []
        found = next((each for each in round_ if (item := self.known.item(keys[each])) and item.to_talk), None)
        if found is None:
            self.say(self.words("debrief.none.talk"))
        else:
            self.list.go(keys[found])

    def action_only_talk(self) -> None:
        self.shop.only = ONLY[(ONLY.index(self.shop.only) + 1) % len(ONLY)]
        if self.shop.view != "talk":
            self._view("talk")
        self.draw()
        self.say(self.words(f"debrief.only.{self.shop.only or 'all'}"))

    def action_page_down(self) -> None:
        self._scrolled.scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        self._scrolled.scroll_page_up(animate=False)

    @property
    def _scrolled(self) -> Scroll:
        return self.query_one("#debrief-detail" if self.shop.view == "talk" else "#debrief-picture", Scroll)

    def action_to_review(self) -> None:
        self.post_message(GoTo("review"))
