"""Asks yes or no, with what there is to know before."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Label, Static

from facilitate.language import Words


class Confirm(ModalScreen[bool]):
    """The arrows go to the other button; at first stands the one that changes nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, id="facilitate.confirm.leave"),
        Binding("left,right,up,down", "app.focus_next", show=False, id="facilitate.confirm.other"),
    ]
    CSS_PATH = "confirm.tcss"

    def __init__(self, title: str, body: str, yes: str, words: Words) -> None:
        super().__init__()
        self._title, self._body, self._yes, self._words = title, body, yes, words

    def compose(self) -> ComposeResult:
        with Vertical(id="confirm"):
            yield Label(self._title, id="confirm-title", markup=False)
            with VerticalScroll(id="confirm-body", can_focus=False):
                yield Static(self._body, markup=False)
            with Horizontal(id="confirm-buttons"):
                yield Button(self._yes, id="yes", variant="primary", compact=True)
                yield Button(self._words("confirm.no"), id="no", compact=True)

    def on_mount(self) -> None:
        self.app.clear_notifications()
        self.query_one("#no", Button).focus()

    @on(Button.Pressed)
    def _answered(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")

    def action_leave(self) -> None:
        self.dismiss(False)
