"""Needs put together, then ranked by dots or by pairs."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from facilitate.domain import topics
from facilitate.tui import commands
from facilitate.tui.console.page import ConsolePage


class NeedsPage(ConsolePage):
    """Needs put together, then ranked by dots or by pairs.."""

    PAGE = commands.NEEDS.id
    INTENTS = (*commands.MEETING, *commands.EVERY_PAGE)
    BINDINGS: ClassVar[list[BindingType]] = commands.bound(INTENTS)
    PAGE_TOPICS = frozenset({topics.CAPTURES})
    CSS_PATH = "needs.tcss"

    def body(self) -> ComposeResult:
        yield Static(id="needs-body", markup=False)

    def draw_page(self) -> None:
        self.query_one("#needs-body", Static).update("")
