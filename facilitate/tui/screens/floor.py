"""The floor: who speaks, who waits, whose voice was not heard yet."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from facilitate.domain import topics
from facilitate.tui import commands
from facilitate.tui.console.page import ConsolePage


class FloorPage(ConsolePage):
    """The floor."""

    PAGE = commands.FLOOR.id
    INTENTS = (*commands.MEETING, *commands.EVERY_PAGE)
    BINDINGS: ClassVar[list[BindingType]] = commands.bound(INTENTS)
    PAGE_TOPICS = frozenset({topics.TURNS})
    CSS_PATH = "floor.tcss"

    def body(self) -> ComposeResult:
        yield Static(id="floor-body", markup=False)

    def draw_page(self) -> None:
        self.query_one("#floor-body", Static).update("")
