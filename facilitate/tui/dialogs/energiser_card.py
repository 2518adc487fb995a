"""How the energiser goes that is being done: large, to be read aloud from a laptop on a table."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Button, Label, Static

from facilitate.domain.agenda import Energiser
from facilitate.language import Words
from facilitate.tui.energising import instructions, length_said
from facilitate.tui.modal import Modal
from facilitate.tui.sides import Scroll


class EnergiserCard(Modal[None]):
    """Stays until it is done: Enter, Escape or a tap on the button."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "done", show=False, id="facilitate.card.done"),
        Binding("up", "roll(-1)", show=False, id="facilitate.card.up"),
        Binding("down", "roll(1)", show=False, id="facilitate.card.down"),
        Binding("pageup", "roll(-8)", show=False, id="facilitate.card.page_up"),
        Binding("pagedown,space", "roll(8)", show=False, priority=True, id="facilitate.card.page_down"),
    ]
    CSS_PATH = "energiser_card.tcss"

    def __init__(self, energiser: Energiser, passed: Callable[[], int], words: Words) -> None:
        """`passed` says how many milliseconds ago it was begun."""
        super().__init__()
        self._energiser, self._passed, self._words = energiser, passed, words

    def compose(self) -> ComposeResult:
        words = self._words
        with Vertical(id="card"):
            yield Label(self._energiser.title.to(words.language), id="card-title", markup=False)
            yield Label("", id="card-time", markup=False)
            with Scroll(id="card-body", can_focus=False):
                yield Static(instructions(self._energiser, words, airy=True))
            yield Button(words("energise.finished"), id="card-done", variant="primary", compact=True)

    def on_mount(self) -> None:
        self.app.clear_notifications()
        self.query_one(Button).focus()
        self.set_interval(1.0, self._tick)
        self._tick()

    def _tick(self) -> None:
        """How long it has been going on, of how much."""
        words = self._words
        time, minutes = words.clock(self._passed()), length_said(self._energiser, words)
        self.query_one("#card-time", Label).update(words("energise.running", time=time, minutes=minutes))

    def action_roll(self, lines: int) -> None:
        self.query_one("#card-body").scroll_relative(y=lines, animate=False)

    def on_button_pressed(self) -> None:
        self.action_done()

    def action_done(self) -> None:
        self.dismiss(None)
