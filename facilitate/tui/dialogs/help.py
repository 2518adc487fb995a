"""Every key of a screen, with what it does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from facilitate.language import Words
from facilitate.tui.commands import Intent


class Help(ModalScreen[None]):
    """Any of the keys that open it close it again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,q,enter", "leave", show=False, id="facilitate.help.leave"),
    ]
    CSS_PATH = "help.tcss"

    def __init__(self, intents: Sequence[Intent], words: Words) -> None:
        super().__init__()
        self._intents, self._words = intents, words

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="help"):
            yield Label(self._words("help.title"), id="help-title", markup=False)
            yield Static(self._table())
            yield Label(self._words("help.leave"), id="help-leave", markup=False)

    def on_mount(self) -> None:
        self.query_one("#help").focus()

    def _table(self) -> Table:
        table = Table.grid(padding=(0, 2))
        table.add_column(no_wrap=True)
        table.add_column(ratio=1)
        for intent in self._intents:
            name, help_ = self._words(intent.name), self._words(intent.help)
            table.add_row(Text(intent.shown_key, "bold reverse"), Text.assemble((name, "bold"), f"  {help_}"))
        return table

    def action_leave(self) -> None:
        self.dismiss(None)
