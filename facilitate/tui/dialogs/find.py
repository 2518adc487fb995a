"""Asks for one of many by some letters of its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from facilitate.language import Words
from facilitate.language.letters import folded
from facilitate.tui.modal import Modal
from facilitate.tui.sides import Options

Choices = Sequence[tuple[str, str, str]]


def found(options: Choices, letters: str) -> list[tuple[str, str, str]]:
    """The options whose names have these letters, those that begin with them first; in any spelling of a letter."""
    wanted = folded(letters.strip())
    having = [each for each in options if wanted in folded(f"{each[1]} {each[2]}")]
    return sorted(having, key=lambda each: not folded(each[1]).startswith(wanted))


class Find(Modal[str | None]):
    """Letters narrow the list, the arrows move in it, Enter or a tap chooses; Escape leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, id="facilitate.find.leave"),
        Binding("up", "move(-1)", show=False, id="facilitate.find.up"),
        Binding("down", "move(1)", show=False, id="facilitate.find.down"),
    ]
    CSS_PATH = "find.tcss"

    def __init__(self, title: str, options: Choices, words: Words) -> None:
        """`options` are (id, name, what is said beside it)."""
        super().__init__()
        self._title, self._options, self._words = title, tuple(options), words

    def compose(self) -> ComposeResult:
        with Vertical(id="find"):
            yield Label(self._title, id="find-title", markup=False)
            yield Input(id="find-letters", placeholder=self._words("find.letters"))
            choices = Options(id="find-found")
            choices.can_focus = False
            yield choices
            yield Label(self._words("choose.keys"), id="find-keys", markup=False)

    def on_mount(self) -> None:
        self.app.clear_notifications()
        self._fill("")
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._fill(event.value)

    def _fill(self, letters: str) -> None:
        choices = self.query_one(OptionList)
        choices.clear_options()
        having = found(self._options, letters)
        choices.add_options(
            Option(Text.assemble((name, "bold"), f"  {beside}"), id=each) for each, name, beside in having
        )
        choices.highlighted = 0 if having else None

    def action_move(self, by: int) -> None:
        choices = self.query_one(OptionList)
        if by < 0:
            choices.action_cursor_up()
        else:
            choices.action_cursor_down()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        choices = self.query_one(OptionList)
        if choices.highlighted is not None:
            self.dismiss(choices.get_option_at_index(choices.highlighted).id)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)

    def action_leave(self) -> None:
        self.dismiss(None)
