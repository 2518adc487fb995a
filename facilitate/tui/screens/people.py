"""Who is present: counted by sex and age band, or by name; who came late, who left."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from facilitate.domain import topics
from facilitate.tui import commands
from facilitate.tui.console.page import ConsolePage


class PeoplePage(ConsolePage):
    """Who is present."""

    PAGE = commands.PEOPLE.id
    INTENTS = (*commands.MEETING, *commands.EVERY_PAGE)
    BINDINGS: ClassVar[list[BindingType]] = commands.bound(INTENTS)
    PAGE_TOPICS = frozenset({topics.PEOPLE})
    CSS_PATH = "people.tcss"

    def body(self) -> ComposeResult:
        yield Static(id="people-body", markup=False)

    def draw_page(self) -> None:
        self.query_one("#people-body", Static).update("")
