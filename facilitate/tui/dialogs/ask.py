"""Asks for one or several lines of text, at the bottom of the screen, with the meeting still in view above."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Button, Input, Label, Static

from facilitate.domain.model import harmless
from facilitate.language import Words
from facilitate.tui.dialogs.field import Check, Field
from facilitate.tui.modal import Modal
from facilitate.tui.sides import Beside, Scroll
from facilitate.tui.widgets.lineinput import LineInput

__all__ = ["Ask", "Check", "Field"]


class Ask(Modal[tuple[str, ...] | None]):
    """Enter goes to the next line and keeps after the last; Escape leaves, and what was typed is kept nowhere."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, id="facilitate.ask.leave"),
        Binding("up", "app.focus_previous", show=False, id="facilitate.ask.up"),
        Binding("down", "app.focus_next", show=False, id="facilitate.ask.down"),
    ]
    CSS_PATH = "ask.tcss"

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        words: Words,
        body: str = "",
        check: Check | None = None,
        first: int = 0,
        verbs: tuple[str, str] | None = None,
    ) -> None:
        """`check` says what is wrong with what was typed; the form then stays, with everything in it. The cursor begins
        in the `first` of the lines, counted from 0. `verbs` name the button and the keys where nothing is kept."""
        super().__init__()
        self._first = first
        self._check = check
        several = "ask.keys_several" if len(fields) > 1 else "ask.keys"
        self._verbs = verbs or (words("ask.keep"), words(several))
        self._title, self._fields, self._words, self._body = title, tuple(fields), words, body
        self._thought_over: tuple[str, ...] | None = None

    def compose(self) -> ComposeResult:
        with Scroll(id="ask", can_focus=False):
            yield Label(self._title, id="ask-title", markup=False)
            if self._body:
                yield Static(self._body, id="ask-body", markup=False)
            for number, field in enumerate(self._fields):
                yield Label(field.label, markup=False)
                enter = partial(self._enter, number)
                yield LineInput(field.value, field.example, f"field-{number}", field.names, enter, field.secret)
            yield Label("", id="ask-why", markup=False)
            with Beside(id="ask-buttons"):
                yield Button(self._verbs[0], id="ask-keep", compact=True)
                yield Button(self._words("ask.leave"), id="ask-leave", compact=True)
            yield Label(self._verbs[1], id="ask-keys", markup=False)

    def on_mount(self) -> None:
        self.app.clear_notifications()
        first = self.query_one(f"#field-{self._first}", Input)
        first.focus()
        if self._fields[self._first].proposal:
            first.action_select_all()

    @property
    def _values(self) -> tuple[str, ...]:
        return tuple(harmless(self.query_one(f"#field-{n}", Input).value) for n in range(len(self._fields)))

    def _say(self, why: str) -> None:
        self.query_one("#ask-why", Label).update(why)

    @on(Input.Changed)
    def _told(self, event: Input.Changed) -> None:
        """Below the lines: how the one that is being typed is understood."""
        field = self._fields[int((event.input.id or "field-0").rpartition("-")[2])]
        self._say(field.live(event.value) if field.live else "")

    def _enter(self, place: int) -> None:
        why = self._wrong(place, self._values[place])
        if why is not None:
            self._say(why)
        elif place + 1 < len(self._fields):
            self.set_focus(self.query_one(f"#field-{place + 1}"))
        else:
            self._finish()

    @on(Button.Pressed, "#ask-keep")
    def _finish(self) -> None:
        values = self._values
        for place, value in enumerate(values):
            why = self._wrong(place, value)
            if why is not None:
                self.query_one(f"#field-{place}", Input).focus()
                self._say(why)
                return
        wrong = self._check(values) if self._check else None
        if wrong is None and self._thought_over != values:
            wrong = next((why for why in map(_doubt, self._fields, values) if why is not None), None)
            self._thought_over = values
        if wrong is None:
            self.dismiss(values)
        else:
            self._say(wrong)
            self._begin_secrets_anew()

    def _begin_secrets_anew(self) -> None:
        """Nobody can mend what they cannot see: secret lines are empty again, with the cursor in the first."""
        secret = [self.query_one(f"#field-{n}", Input) for n, field in enumerate(self._fields) if field.secret]
        with self.prevent(Input.Changed):
            for each in secret:
                each.clear()
        if secret:
            secret[0].focus()

    def _wrong(self, place: int, value: str) -> str | None:
        """What is wrong with one line; what is too long stays whole, for whoever typed it to shorten."""
        field = self._fields[place]
        if not value and not field.optional:
            return self._words("ask.needed")
        return self._words("ask.too_long", count=len(value) - field.limit) if len(value) > field.limit else None

    @on(Button.Pressed, "#ask-leave")
    def action_leave(self) -> None:
        self.dismiss(None)


def _doubt(field: Field, value: str) -> str | None:
    return field.doubt(value) if field.doubt else None
