"""The end: what was decided is read back, the participants say how it was, the meeting is closed."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from facilitate.domain import topics
from facilitate.tui import commands
from facilitate.tui.console.page import ConsolePage


class ClosingPage(ConsolePage):
    """The end."""

    PAGE = commands.CLOSING.id
    INTENTS = (*commands.MEETING, *commands.EVERY_PAGE)
    BINDINGS: ClassVar[list[BindingType]] = commands.bound(INTENTS)
    PAGE_TOPICS = frozenset({topics.CAPTURES})
    CSS_PATH = "closing.tcss"

    def body(self) -> ComposeResult:
        yield Static(id="closing-body", markup=False)

    def draw_page(self) -> None:
        self.query_one("#closing-body", Static).update("")
