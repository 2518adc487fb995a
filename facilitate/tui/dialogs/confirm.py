"""Asks yes or no, with what there is to know before."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Button, Label, Static

from facilitate.language import Words
from facilitate.tui.modal import Modal
from facilitate.tui.sides import Beside, Scroll


class Confirm(Modal[bool]):
    """Left and right go to the other button; at first stands the one that changes nothing. The other keys that go
    somewhere move the text, where there is more of it than fits."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, id="facilitate.confirm.leave"),
        Binding("left,right", "app.focus_next", show=False, id="facilitate.confirm.other"),
        Binding("up", "roll('scroll_up')", show=False, id="facilitate.confirm.up"),
        Binding("down", "roll('scroll_down')", show=False, id="facilitate.confirm.down"),
        Binding("pageup", "roll('scroll_page_up')", show=False, id="facilitate.confirm.pageup"),
        Binding("pagedown", "roll('scroll_page_down')", show=False, id="facilitate.confirm.pagedown"),
        Binding("home", "roll('scroll_home')", show=False, id="facilitate.confirm.home"),
        Binding("end", "roll('scroll_end')", show=False, id="facilitate.confirm.end"),
    ]
    CSS_PATH = "confirm.tcss"

    def __init__(self, title: str, body: str, yes: str, words: Words) -> None:
        super().__init__()
        self._title, self._body, self._yes, self._words = title, body, yes, words

    def compose(self) -> ComposeResult:
        with Vertical(id="confirm"):
            yield Label(self._title, id="confirm-title", markup=False)
            with Scroll(id="confirm-body", can_focus=False):
                yield Static(self._body, markup=False)
            with Beside(id="confirm-buttons"):
                yield Button(self._yes, id="yes", variant="primary", compact=True)
                yield Button(self._words("confirm.no"), id="no", compact=True)

    def on_mount(self) -> None:
        self.app.clear_notifications()
        self.query_one("#no", Button).focus()

    @on(Button.Pressed)
    def _answered(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")

    def action_roll(self, how: str) -> None:
        """Move the text; where all of it is in sight, up and down go to the other button."""
        body = self.query_one("#confirm-body", Scroll)
        if body.max_scroll_y > 0:
            ways = {
                "scroll_up": body.scroll_up,
                "scroll_down": body.scroll_down,
                "scroll_page_up": body.scroll_page_up,
                "scroll_page_down": body.scroll_page_down,
                "scroll_home": body.scroll_home,
                "scroll_end": body.scroll_end,
            }
            ways[how](animate=False)
        elif how in ("scroll_up", "scroll_down"):
            self.focus_next()

    def action_leave(self) -> None:
        self.dismiss(False)
