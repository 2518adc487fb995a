"""Agreeing on the grid: read it indicator by indicator, propose, say yes or no, seal."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from facilitate.domain import topics
from facilitate.tui.commands_before import AGREEING
from facilitate.tui.intents import bound
from facilitate.tui.screen import SeatScreen
from facilitate.tui.widgets.keys import KeyBar
from facilitate.tui.widgets.topbar import TopBar


class AgreeScreen(SeatScreen):
    """Agreeing on the grid: read it indicator by indicator, propose, say yes or no, seal."""

    PAGE = "agree"
    INTENTS = AGREEING
    BINDINGS: ClassVar[list[BindingType]] = bound(INTENTS)
    TOPICS = frozenset({topics.AGENDA, topics.PEOPLE, topics.MEETING, topics.GRID})

    def compose(self) -> ComposeResult:
        yield TopBar(self.seat)
        yield KeyBar(self.intents, self.words)
