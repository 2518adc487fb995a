"""What was said and must not be lost: written down, put right, withdrawn."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from facilitate.domain import topics
from facilitate.tui import commands
from facilitate.tui.console.page import ConsolePage


class NotesPage(ConsolePage):
    """What was said and must not be lost."""

    PAGE = commands.NOTES.id
    INTENTS = (*commands.MEETING, *commands.EVERY_PAGE)
    BINDINGS: ClassVar[list[BindingType]] = commands.bound(INTENTS)
    PAGE_TOPICS = frozenset({topics.CAPTURES})
    CSS_PATH = "notes.tcss"

    def body(self) -> ComposeResult:
        yield Static(id="notes-body", markup=False)

    def draw_page(self) -> None:
        self.query_one("#notes-body", Static).update("")
