"""Asks for one of several things, such as who sits down here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from facilitate.language import Words
from facilitate.tui.modal import Modal
from facilitate.tui.sides import Options


class Choose(Modal[str | None]):
    """Arrows and Enter, or a tap; Escape leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False, id="facilitate.choose.leave")]
    CSS_PATH = "choose.tcss"

    def __init__(self, title: str, options: Sequence[tuple[str, str, str]], words: Words) -> None:
        """`options` are (id, name, what is said beside it)."""
        super().__init__()
        self._title, self._options, self._words = title, options, words

    def compose(self) -> ComposeResult:
        with Vertical(id="choose"):
            yield Label(self._title, id="choose-title", markup=False)
            yield Options(
                *(
                    Option(Text.assemble((name, "bold"), f"  {beside}"), id=identifier)
                    for identifier, name, beside in self._options
                )
            )
            yield Label(self._words("choose.keys"), id="choose-keys", markup=False)

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)

    def action_leave(self) -> None:
        self.dismiss(None)
