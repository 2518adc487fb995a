"""Asks who joins: a name, and by one key each the sex, the age band and the role."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Label

from facilitate.domain.model import harmless
from facilitate.language import Words
from facilitate.tui.modal import Modal
from facilitate.tui.sides import Scroll
from facilitate.tui.widgets.pick import Pick

LONGEST_NAME = 200


class Question(NamedTuple):
    """A line with a few answers (id, name), one of them chosen already."""

    id: str
    label: str
    options: Sequence[tuple[str, str]]
    chosen: str


class Joining(Modal[dict[str, str] | None]):
    """Enter goes to the next line and keeps after the last; Escape leaves. Gives the name and the answers."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, id="facilitate.joining.leave"),
        Binding("down", "app.focus_next", show=False, id="facilitate.joining.down"),
        Binding("up", "app.focus_previous", show=False, id="facilitate.joining.up"),
    ]
    CSS_PATH = "joining.tcss"

    def __init__(
        self,
        title: str,
        name: str,
        questions: Sequence[Question],
        words: Words,
        check: Callable[[str], str | None],
    ) -> None:
        """`check` says what is wrong with a name; the form then stays, with everything in it."""
        super().__init__()
        self._title, self._called, self._questions = title, name, tuple(questions)
        self._words, self._check = words, check

    def compose(self) -> ComposeResult:
        words = self._words
        with Scroll(id="joining", can_focus=False):
            yield Label(self._title, id="joining-title", markup=False)
            yield Label(words("people.name"), markup=False)
            yield Input(self._called, id="joining-name", max_length=LONGEST_NAME)
            yield Label("", id="joining-why", markup=False)
            for number, question in enumerate(self._questions):
                yield Label(question.label, markup=False)
                yield Pick(question.options, question.chosen, id=f"pick-{number}")
            yield Label(words("people.join_keys"), id="joining-keys", markup=False)

    def on_mount(self) -> None:
        self.app.clear_notifications()
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _named(self) -> None:
        if not self._wrong():
            self._after(-1)

    @on(Pick.Submitted)
    def _picked(self, event: Pick.Submitted) -> None:
        self._after(int((event.pick.id or "pick-0").rpartition("-")[2]))

    def _after(self, place: int) -> None:
        """To the line after that one, or keep everything."""
        if place + 1 < len(self._questions):
            self.query_one(f"#pick-{place + 1}", Pick).focus()
        elif not self._wrong():
            picked = zip(self._questions, self.query(Pick), strict=True)
            name = harmless(self.query_one(Input).value)
            self.dismiss({"name": name, **{question.id: pick.chosen for question, pick in picked}})

    def _wrong(self) -> bool:
        """Whether the name cannot stand; says why, at the name."""
        field = self.query_one(Input)
        name = harmless(field.value)
        why = self._check(name) if name else self._words("ask.needed")
        self.query_one("#joining-why", Label).update(why or "")
        if why is not None:
            field.focus()
        return why is not None

    def action_leave(self) -> None:
        self.dismiss(None)
