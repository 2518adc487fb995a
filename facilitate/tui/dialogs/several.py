"""Asks for several of a few things, such as somebody's roles."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Button, Label, OptionList
from textual.widgets.option_list import Option

from facilitate.language import Words
from facilitate.tui.layouts import digit_pressed
from facilitate.tui.modal import Modal
from facilitate.tui.sides import Beside, Options


class _Marked(Options):
    """Enter keeps everything; a tap marks one, as the space bar does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.keep", show=False, id="facilitate.several.keep"),
        Binding("space", "select", show=False, id="facilitate.several.mark"),
    ]


class Several(Modal[frozenset[str] | None]):
    """A digit, or the space bar, marks; Enter keeps; Escape leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, id="facilitate.several.leave"),
    ]
    CSS_PATH = "several.tcss"

    def __init__(self, title: str, options: Sequence[tuple[str, str]], chosen: Collection[str], words: Words) -> None:
        """`options` are (id, name); `chosen` are marked at first."""
        super().__init__()
        self._title, self._options, self._words = title, tuple(options), words
        self._chosen = {each for each, _ in options if each in chosen}

    def compose(self) -> ComposeResult:
        with Vertical(id="several"):
            yield Label(self._title, id="several-title", markup=False)
            yield _Marked()
            with Beside(id="several-buttons"):
                yield Button(self._words("ask.keep"), id="several-keep", compact=True)
                yield Button(self._words("ask.leave"), id="several-leave", compact=True)
            yield Label(self._words("several.keys"), id="several-keys", markup=False)

    def on_mount(self) -> None:
        self.app.clear_notifications()
        self._show()
        self.query_one(OptionList).focus()

    def _show(self) -> None:
        table = self.query_one(OptionList)
        at = table.highlighted or 0
        table.set_options(
            Option(Text(f"{number} {'☑' if each in self._chosen else '☐'} {name}"), id=each)
            for number, (each, name) in enumerate(self._options, 1)
        )
        table.highlighted = at

    def on_key(self, event: events.Key) -> None:
        digit = digit_pressed(event.character)
        if digit is not None and 0 < digit <= len(self._options):
            event.stop()
            self.query_one(OptionList).highlighted = digit - 1
            self._turn(self._options[digit - 1][0])

    @on(OptionList.OptionSelected)
    def _tapped(self, event: OptionList.OptionSelected) -> None:
        self._turn(event.option.id or "")

    def _turn(self, option: str) -> None:
        self._chosen ^= {option}
        self._show()

    @on(Button.Pressed, "#several-keep")
    def action_keep(self) -> None:
        self.dismiss(frozenset(self._chosen))

    @on(Button.Pressed, "#several-leave")
    def action_leave(self) -> None:
        self.dismiss(None)
