"""The form at the bottom of the page: what kind, the text, who and by when, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Button, Input, Label, Static

from facilitate.domain.events.capturing import CaptureKind
from facilitate.language import Words
from facilitate.tui.capturing import DATED, OWNED
from facilitate.tui.notes.draft import KINDS, Draft
from facilitate.tui.sides import Beside
from facilitate.tui.widgets.entry import Entry
from facilitate.tui.widgets.lineinput import LineInput

FIELDS = ("text", "who", "when")


class CaptureForm(Vertical):
    """Enter goes on to the next line, and keeps after the last. The page decides; the form shows and tells."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, id="facilitate.form.leave"),
        Binding("up", "step(-1)", show=False, id="facilitate.form.up"),
        Binding("down", "step(1)", show=False, id="facilitate.form.down"),
    ]

    @dataclass
    class Typed(Message):
        """Something in it is other than before."""

    @dataclass
    class Left(Message):
        """Enough for now."""

    def __init__(self, words: Words, keep: Callable[[], None], id: str | None = None) -> None:
        """`keep` is called on Enter after the last line, at once: what is typed behind it is for the next."""
        super().__init__(id=id)
        self.words, self.keep = words, keep
        self.what = CaptureKind.NOTE
        self.fields: tuple[str, ...] = ("text",)

    def compose(self) -> ComposeResult:
        words = self.words
        yield Static(id="form-kinds")
        yield Entry(self._enter, id="form-text")
        with Beside(id="form-who-line"):
            yield Label(id="form-who-label", markup=False)
            yield LineInput(id="form-who", enter=self._enter)
        with Beside(id="form-when-line"):
            yield Label(words("capture.when"), markup=False)
            yield LineInput(id="form-when", placeholder=words("capture.when_example"), enter=self._enter)
        yield Static(id="form-told", markup=False)
        with Beside(id="form-buttons"):
            yield Button(words("notes.keep"), id="form-keep", compact=True)
            yield Button(words("notes.leave"), id="form-leave", compact=True)
            yield Static(id="form-place", markup=False)

    # What the page puts into it.

    def put(self, draft: Draft) -> None:
        """Another draft; what is told and where the cursor is are for the page to say."""
        self.turn(draft.what)
        self._entry.put(draft.text)
        self._fill("who", draft.who)
        self._fill("when", draft.when)

    def turn(self, what: CaptureKind) -> None:
        """Another kind: other lines are asked for, and what stands in them stays."""
        self.what = what
        self.fields = ("text", *(("who",) if what in OWNED else ()), *(("when",) if what in DATED else ()))
        for name in ("who", "when"):
            self.query_one(f"#form-{name}-line").display = name in self.fields
        label = self.words("capture.follows" if what is CaptureKind.PARKING else "capture.who")
        self.query_one("#form-who-label", Label).update(label)
        self._entry.placeholder = self.words(f"capture.{what}.text")
        self.draw_kinds()

    def draw_kinds(self) -> None:
        """All kinds, this one lit; where there is no room, only digits for the others."""
        pieces = [self._kind(number, what, True) for number, what in enumerate(KINDS, start=1)]
        line = Text(" ").join(pieces)
        if line.cell_len > max(20, self.size.width - 2):
            pieces = [self._kind(number, what, what == self.what) for number, what in enumerate(KINDS, start=1)]
            line = Text(" ").join(pieces)
        self.query_one("#form-kinds", Static).update(line)

    def _kind(self, number: int, what: CaptureKind, named: bool) -> Text:
        name = f" {self.words(f'capture.{what}')}" if named else ""
        style = Style(bold=True, reverse=what == self.what, meta={"@click": f"screen.kind('{what}')"})
        return Text(f" {number}{name} ", style, no_wrap=True)

    def place(self, text: str) -> None:
        """Where it will belong."""
        self.query_one("#form-place", Static).update(Text(text, no_wrap=True, overflow="ellipsis"))

    def tell(self, text: str | Text, *, severe: bool = False) -> None:
        """One line, in place; empty takes it away."""
        told = self.query_one("#form-told", Static)
        told.set_class(severe, "-severe")
        told.update(Text(text) if isinstance(text, str) else text)

    def know(self, names: Sequence[str]) -> None:
        """Names that complete what is typed."""
        self._line("who").known.names = tuple(names)

    def name_taken(self, name: str) -> None:
        """Put a name into its line, as if it had been typed."""
        self._fill("who", name)
        self.go("who")

    def _fill(self, name: str, value: str) -> None:
        line = self._line(name)
        line.value = value
        line.cursor_position = len(value)

    def go(self, field: str) -> None:
        """Put the cursor into a line."""
        self.screen.set_focus(self.query_one(f"#form-{field if field in self.fields else 'text'}"))

    # What it says to the page.

    @property
    def lines(self) -> tuple[str, str, str]:
        """What stands in it."""
        return self._entry.text, self._line("who").value, self._line("when").value

    @property
    def field(self) -> str:
        """The line in which the cursor is, or was."""
        focused = self.screen.focused
        return next((name for name in FIELDS if focused is not None and focused.id == f"form-{name}"), "")

    @property
    def _entry(self) -> Entry:
        return self.query_one("#form-text", Entry)

    def _line(self, name: str) -> LineInput:
        return self.query_one(f"#form-{name}", LineInput)

    @on(Entry.Changed)
    @on(Input.Changed)
    def _typed(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Typed())

    def _enter(self) -> None:
        place = self.fields.index(self.field) if self.field in self.fields else len(self.fields) - 1
        if place + 1 < len(self.fields) and self._entry.text.strip():
            self.go(self.fields[place + 1])
        else:
            self.keep()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "form-keep":
            self.keep()
        else:
            self.post_message(self.Left())

    def action_leave(self) -> None:
        self.post_message(self.Left())

    def action_step(self, by: int) -> None:
        place = (self.fields.index(self.field) if self.field in self.fields else 0) + by
        if 0 <= place < len(self.fields):
            self.go(self.fields[place])

    def on_resize(self) -> None:
        self.draw_kinds()
