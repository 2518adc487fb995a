"""Asks for one or several lines of text, at the bottom of the screen, with the meeting still in view above."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static

from facilitate.domain.model import harmless
from facilitate.language import Words


class Field(NamedTuple):
    """One line to fill: its label, what stands there already, an example, and whether it may stay empty."""

    label: str
    value: str = ""
    example: str = ""
    optional: bool = False
    limit: int = 1_000


Check = Callable[[tuple[str, ...]], str | None]


class Ask(ModalScreen[tuple[str, ...] | None]):
    """Enter goes to the next line and keeps after the last; Escape leaves, and what was typed is kept nowhere."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False, id="facilitate.ask.leave")]
    CSS_PATH = "ask.tcss"

    def __init__(
        self, title: str, fields: Sequence[Field], words: Words, body: str = "", check: Check | None = None
    ) -> None:
        """`check` says what is wrong with what was typed; the form then stays, with everything in it."""
        super().__init__()
        self._check = check
        self._title, self._fields, self._words, self._body = title, tuple(fields), words, body

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="ask", can_focus=False):
            yield Label(self._title, id="ask-title", markup=False)
            if self._body:
                yield Static(self._body, id="ask-body", markup=False)
            for number, field in enumerate(self._fields):
                yield Label(field.label, markup=False)
                yield Input(field.value, placeholder=field.example, id=f"field-{number}", max_length=field.limit)
            yield Label("", id="ask-why", markup=False)
            several = len(self._fields) > 1
            yield Label(self._words("ask.keys_several" if several else "ask.keys"), id="ask-keys", markup=False)

    def on_mount(self) -> None:
        self.app.clear_notifications()
        self.query_one("#field-0", Input).focus()

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        place = int((event.input.id or "field-0").rpartition("-")[2])
        if not harmless(event.value) and not self._fields[place].optional:
            self.query_one("#ask-why", Label).update(self._words("ask.needed"))
        elif place + 1 < len(self._fields):
            self.query_one(f"#field-{place + 1}", Input).focus()
        else:
            self._finish()

    def _finish(self) -> None:
        values = tuple(harmless(self.query_one(f"#field-{n}", Input).value) for n in range(len(self._fields)))
        for number, (value, field) in enumerate(zip(values, self._fields, strict=True)):
            if not value and not field.optional:
                self.query_one(f"#field-{number}", Input).focus()
                return
        wrong = self._check(values) if self._check else None
        if wrong is None:
            self.dismiss(values)
        else:
            self.query_one("#ask-why", Label).update(wrong)

    def action_leave(self) -> None:
        self.dismiss(None)
