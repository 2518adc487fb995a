"""The room apart and together again: each group with its moderator, its clock and its needs."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from facilitate.domain import topics
from facilitate.tui import commands
from facilitate.tui.console.page import ConsolePage


class GroupsPage(ConsolePage):
    """The room apart and together again."""

    PAGE = commands.GROUPS.id
    INTENTS = (*commands.MEETING, *commands.EVERY_PAGE)
    BINDINGS: ClassVar[list[BindingType]] = commands.bound(INTENTS)
    PAGE_TOPICS = frozenset({topics.CLOCK})
    CSS_PATH = "groups.tcss"

    def body(self) -> ComposeResult:
        yield Static(id="groups-body", markup=False)

    def draw_page(self) -> None:
        self.query_one("#groups-body", Static).update("")
