"""Asks for one of several things, such as who sits down here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Label, OptionList, Static
from textual.widgets.option_list import Option

from facilitate.language import Words
from facilitate.tui.layouts import ARABIC_LAYOUT, digit_pressed
from facilitate.tui.modal import Modal
from facilitate.tui.sides import Options, Scroll

_LETTERS = {sent: key for key, sent in ARABIC_LAYOUT.items()}


class Choose(Modal[str | None]):
    """Arrows and Enter, or a tap; Escape leaves. Where options are known by keys, the key chooses at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, id="facilitate.choose.leave"),
        Binding("pageup", "roll(-1)", show=False, priority=True, id="facilitate.choose.page_up"),
        Binding("pagedown", "roll(1)", show=False, priority=True, id="facilitate.choose.page_down"),
    ]
    CSS_PATH = "choose.tcss"

    def __init__(
        self,
        title: str,
        options: Sequence[tuple[str, str, str]],
        words: Words,
        body: str = "",
        *,
        keyed: bool = False,
        at: str = "",
    ) -> None:
        """`options` are (id, name, what is said beside it); `body` is read before choosing, by pages if it is long.
        `keyed` says that an id of one character is the key that chooses it; `at` is the option to begin on."""
        super().__init__()
        self._keyed, self._at = keyed, at
        self._title, self._options, self._words, self._body = title, options, words, body

    def compose(self) -> ComposeResult:
        with Vertical(id="choose", classes="-with-body" if self._body else ""):
            yield Label(self._title, id="choose-title", markup=False)
            if self._body:
                with Scroll(id="choose-body", can_focus=False):
                    yield Static(self._body, markup=False)
            yield Options(
                *(
                    Option(Text.assemble((name, "bold"), f"  {beside}"), id=identifier)
                    for identifier, name, beside in self._options
                )
            )
            yield Label(self._words("choose.keyed" if self._keyed else "choose.keys"), id="choose-keys", markup=False)

    def on_mount(self) -> None:
        table = self.query_one(OptionList)
        places = [each for each, (identifier, *_) in enumerate(self._options) if identifier == self._at]
        table.highlighted = places[0] if places else 0
        table.focus()

    def on_key(self, event: events.Key) -> None:
        digit = digit_pressed(event.character)
        key = _LETTERS.get(event.character or "", event.character) if digit is None else str(digit)
        if self._keyed and any(identifier == key for identifier, *_ in self._options):
            event.stop()
            self.dismiss(key)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return bool(self._body) if action == "roll" else super().check_action(action, parameters)

    def action_roll(self, pages: int) -> None:
        body = self.query_one("#choose-body", Scroll)
        body.scroll_relative(y=pages * max(1, body.size.height - 1), animate=False)

    def action_leave(self) -> None:
        self.dismiss(None)
