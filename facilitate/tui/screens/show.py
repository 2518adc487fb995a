"""The projector: the step, its clock and what the room needs most, large. Never a name, never a score."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from facilitate.domain import topics
from facilitate.tui import commands
from facilitate.tui.intents import Intent, bound
from facilitate.tui.projector.picture import Shown, shown
from facilitate.tui.screen import ComeBack, SeatScreen
from facilitate.tui.seat import SHOW, Seat
from facilitate.tui.sides import Beside
from facilitate.tui.widgets.bigclock import BigClock
from facilitate.tui.widgets.boardview import BoardView
from facilitate.tui.widgets.keys import KeyBar

CLOCK_SHARE = 0.34
"""How much of the screen's height the digits take at most."""


class ShowScreen(SeatScreen):
    """What the whole room may read; it follows the meeting by itself.

    Opened with `--as show` it is nobody's. Opened from a page it is that person's laptop, and goes back to the page.
    """

    PAGE = "show"
    INTENTS = commands.SHOW
    BINDINGS: ClassVar[list[BindingType]] = [
        *bound(INTENTS),
        Binding("escape", "projector", show=False, id="facilitate.show.back"),
    ]
    TOPICS = frozenset(
        {topics.CLOCK, topics.AGENDA, topics.CAPTURES, topics.GRID, topics.MEETING, topics.TURNS, topics.PEOPLE}
    )
    CSS_PATH = "show.tcss"

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self._turns = False

    def compose(self) -> ComposeResult:
        yield Static(id="above", markup=False)
        yield Static(id="title", markup=False)
        yield BigClock()
        yield Static(id="below", markup=False)
        with Beside(id="lists"):
            yield BoardView("main", self.words.number)
            yield BoardView("aside", self.words.number)
        if self.from_a_page:
            yield KeyBar(self.intents, self.words)

    def on_mount(self) -> None:
        self.set_interval(0.5, self.paint)

    @property
    def from_a_page(self) -> bool:
        """Whether somebody looks at it on their own laptop, and wants to go back to their page."""
        return self.seat.person != SHOW

    @property
    def now_ms(self) -> int:
        return self.seat.session.now().uptime

    # Drawing.

    def draw(self) -> None:
        found = shown(self.meeting, self.seat.session.now(), self.words, self.size.width - 4)
        self._write("#above", found.above)
        self._write("#title", found.title)
        rows = max(3, round(self.size.height * CLOCK_SHARE))
        self.query_one(BigClock).show(found.faces, self.size.width - 2, rows)
        self._write("#below", found.below)
        self._lists(found)

    def _write(self, selector: str, text: str) -> None:
        """Only what changed is painted again."""
        line = self.query_one(selector, Static)
        if line.content != text:
            line.update(text)
        line.display = bool(text)

    def _lists(self, found: Shown) -> None:
        """What the room needs most, and beside it the rest; on a narrow screen the rest comes after it, in pages."""
        main, aside = self.query_one("#main", BoardView), self.query_one("#aside", BoardView)
        beside = bool(found.main and found.aside) and not self.has_class("-narrow")
        aside.display = beside
        main.show(found.main if beside else (*found.main, *found.aside), self.now_ms)
        aside.show(found.aside if beside else (), self.now_ms)
        if self._turns != (turns := self._page_count > 1):
            self._turns = turns
            for keys in self.query(KeyBar):
                keys.refresh()

    # Turning the pages, and going back.

    def idle(self, action: str) -> bool:
        return action in ("page_before", "page_after") and self._page_count < 2

    @property
    def _page_count(self) -> int:
        return max(view.page_count for view in self.query(BoardView))

    def label(self, intent: Intent) -> str:
        return "key.come_back" if intent.id == "leave" and self.from_a_page else super().label(intent)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "projector":
            return self.from_a_page
        return super().check_action(action, parameters)

    def action_page_before(self) -> None:
        self._turn(-1)

    def action_page_after(self) -> None:
        self._turn(1)

    def _turn(self, by: int) -> None:
        for view in self.query(BoardView):
            view.turn(by, self.now_ms)

    def action_projector(self) -> None:
        self.post_message(ComeBack())

    def action_leave(self) -> None:
        if self.from_a_page:
            self.action_projector()
        else:
            super().action_leave()
