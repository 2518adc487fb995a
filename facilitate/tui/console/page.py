"""A page of the console: the bars above and below, what runs by itself, and the ways to the other pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult

from facilitate.domain import topics
from facilitate.domain.events import capturing as c
from facilitate.domain.events import preparing as p
from facilitate.domain.events import running as r
from facilitate.domain.events.base import FactBase
from facilitate.tui import commands
from facilitate.tui.console.heading import heading
from facilitate.tui.console.inserting import InsertActs
from facilitate.tui.console.marks import marks
from facilitate.tui.console.offering import offer, opened
from facilitate.tui.console.timing import TimeActs
from facilitate.tui.intents import Intent
from facilitate.tui.screen import GoTo
from facilitate.tui.seat import Seat
from facilitate.tui.widgets.heading import Heading
from facilitate.tui.widgets.keys import KeyBar
from facilitate.tui.widgets.pagebar import PageBar
from facilitate.tui.widgets.topbar import TopBar

RUNNING = frozenset({topics.CLOCK, topics.AGENDA, topics.PEOPLE, topics.MEETING, topics.TURNS, topics.CAPTURES})
"""What the heading and the page bar of every page show."""


class ConsolePage(InsertActs, TimeActs):
    """One page. A page says its intents, its `PAGE` (the id of the intent that opens it), its body and how to draw it.

    A page draws in `draw_page`; `tick_page` is called every second for what moves by itself.
    """

    PAGE_TOPICS: ClassVar[frozenset[str]] = frozenset()
    NEEDS: ClassVar[Mapping[str, type[FactBase]]] = {
        "next": r.StepOpened,
        "back": r.StepOpened,
        "pause": r.Paused,
        "extend": r.Extended,
        "shorten": r.Extended,
        "skip": r.StepSkipped,
        "lead": r.ChairTaken,
        "insert": p.StepChanged,
        "energise": r.EnergiserRun,
        "retime": p.Retimed,
        "closing": c.Captured,
        "groups": c.Captured,
        "needs": c.Captured,
    }

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self.add_class("console")

    @property
    def topics(self) -> frozenset[str]:
        return RUNNING | self.PAGE_TOPICS

    # Drawing.

    def compose(self) -> ComposeResult:
        yield TopBar(self.seat)
        yield PageBar(self.on_their_keys(commands.PAGES), self.PAGE, self.words)
        yield Heading()
        yield from self.body()
        yield KeyBar(self.intents, self.words)

    def body(self) -> ComposeResult:
        """What stands between the heading and the key bar."""
        yield from ()

    def on_mount(self) -> None:
        self.set_interval(1.0, self.tick)

    def draw(self) -> None:
        self.query_one(PageBar).show(marks(self.meeting, self.words))
        self.draw_page()
        self.tick()
        self._offer_lead()

    def _offer_lead(self) -> None:
        """Once for each step that opens."""
        now = opened(self.meeting)
        if now and now != self.seat.standing.offered:
            self.seat.standing.offered = now
            key = next((each.shown_key for each in self.allowed(self.intents) if each.id == commands.LEAD.id), "")
            said = offer(self.meeting, self.seat.person, key, self.words)
            if said:
                self.app.clear_notifications()
                self.notify(said, markup=False, timeout=12)

    def draw_page(self) -> None:
        """Paint what belongs to this page alone."""

    def tick(self) -> None:
        """What moves by itself."""
        if self.there:
            now, key = self.seat.session.now(), self.retime_key
            lines = heading(self.meeting, self.track, now, self.words, self.clock_in_view, key)
            self.query_one(Heading).show(lines)
            self.tick_page()

    def tick_page(self) -> None:
        """What moves by itself on this page alone."""

    @property
    def clock_in_view(self) -> bool:
        """Whether the page draws the clock itself, so that the heading need not say the time."""
        return False

    def idle(self, action: str) -> bool:
        meeting = self.meeting
        if action in ("next", "skip", "insert", "retime", "lead"):
            return meeting.closed is not None
        if action == "back":
            return meeting.closed is not None or not self.track.openings
        return action in ("pause", "extend", "shorten") and self.opening is None

    def in_bar(self, intent: Intent) -> bool:
        """The page bar goes to the other pages already; in a demo the key bar has the way to another seat."""
        return intent.id != commands.SEAT.id or getattr(self.app, "demo", None) is not None

    # The other pages.

    def _go(self, name: str) -> None:
        if name != self.PAGE:
            self.going = True
            self.post_message(GoTo(name))

    def action_step(self) -> None:
        self._go("step")

    def action_floor(self) -> None:
        self._go("floor")

    def action_notes(self) -> None:
        self._go("notes")

    def action_people(self) -> None:
        self._go("people")

    def action_needs(self) -> None:
        self._go("needs")

    def action_groups(self) -> None:
        self._go("groups")

    def action_closing(self) -> None:
        self._go("closing")

    def action_projector(self) -> None:
        self._go("show")
