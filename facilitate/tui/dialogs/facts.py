"""The facts behind one answer: write one, take one in two presses, put other words to one, withdraw one."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Button, Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from facilitate.domain.model import harmless
from facilitate.language import Words
from facilitate.tui.drawing import cut
from facilitate.tui.layouts import bound_keys, digit_pressed
from facilitate.tui.modal import Modal
from facilitate.tui.sides import Beside, Options, Scroll
from facilitate.tui.widgets.lineinput import LineInput

NEW = ""
"""Under what the text of a fact that is not kept yet is set aside."""


class Part(NamedTuple):
    """Something that can be picked instead of writing: its key, what it says, and the point that it is part of."""

    key: str
    label: str
    anchor: int


class Standing(NamedTuple):
    """A fact that is kept already: its words, and when and where it was seen."""

    id: str
    text: str
    stamp: str


class Said(NamedTuple):
    """What the person did: a new fact (no `fact`), other words for one, or one withdrawn."""

    fact: str = NEW
    text: str = ""
    anchor: int | None = None
    on_paper: bool = False
    withdrawn: bool = False


class FactsShown(NamedTuple):
    """What stands in the dialog when it opens."""

    title: str
    body: str
    label: str
    parts: tuple[Part, ...]
    facts: tuple[Standing, ...]


class Facts(Modal[Said | None]):
    """Enter keeps, and so does the key that opened it; Escape closes. `drafts` always holds what is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, id="facilitate.facts.leave"),
        Binding("f8", "close", show=False, priority=True, id="facilitate.facts.close"),
        Binding(bound_keys(("x",)), "paper", show=False, id="facilitate.facts.paper"),
        Binding("delete,backspace", "withdraw", show=False, id="facilitate.facts.withdraw"),
        Binding("up", "turn(-1)", show=False, id="facilitate.facts.up"),
        Binding("down", "turn(1)", show=False, id="facilitate.facts.down"),
    ]
    CSS_PATH = "facts.tcss"

    def __init__(
        self, shown: FactsShown, drafts: MutableMapping[str, str], words: Words, limit: int, picking: bool = False
    ) -> None:
        """`picking` begins in the list, for whoever types slowly; `limit` is letters of one fact."""
        super().__init__()
        self._shown, self._drafts, self._words, self._limit = shown, drafts, words, limit
        self._picking = picking
        self._changing, self._begun = NEW, ""

    def compose(self) -> ComposeResult:
        shown, words = self._shown, self._words
        with Scroll(id="facts", can_focus=False):
            yield Label(shown.title, id="facts-title", markup=False)
            yield Static(shown.body, id="facts-body", markup=False)
            yield Label(shown.label, id="facts-label", markup=False)
            yield LineInput(self._drafts.get(NEW, ""), id="facts-text", enter=self._keep)
            yield Label("", id="facts-why", markup=False)
            with Beside(id="facts-buttons"):
                yield Button(words("ask.keep"), id="facts-keep", compact=True)
                yield Button(words("facts.later"), id="facts-later", compact=True)
                yield Button(words("facts.withdraw"), id="facts-withdraw", compact=True)
            yield Options(*self._options())
            yield Label(words("facts.keys"), id="facts-keys", markup=False)

    def _options(self) -> list[Option]:
        """The points, paper, and the facts that stand; one line each."""
        words = self._words
        found = [_option(each.key, each.label, f"part:{each.anchor}") for each in self._shown.parts]
        found.append(_option("x", words("observe.on_paper"), "paper"))
        for each in self._shown.facts:
            found.append(_option("✎", f"{cut(each.text, 200)}  {each.stamp}", f"fact:{each.id}"))
        return found

    def on_mount(self) -> None:
        self.app.clear_notifications()
        self.query_one("#facts-withdraw").display = False
        field = self.query_one(LineInput)
        field.cursor_position = len(field.value)
        if self._picking:
            self.options.highlighted = 0
            self.options.focus()
        else:
            field.focus()

    @property
    def options(self) -> OptionList:
        return self.query_one(OptionList)

    def _say(self, why: str) -> None:
        self.query_one("#facts-why", Label).update(why)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """Set aside at every letter: nothing that was typed is lost, whatever closes this."""
        if event.value != event.input.value:
            return  # late: the line holds another fact's words by now
        if event.value and event.value != self._begun:
            self._drafts[self._changing] = event.value
        else:
            self._drafts.pop(self._changing, None)
        self._say("")

    # Keeping.

    @on(Button.Pressed, "#facts-keep")
    def _keep(self) -> None:
        text = harmless(self.query_one(LineInput).value)
        if not text and self._changing != NEW:
            self._say(self._words("facts.emptied", button=self._words("facts.withdraw")))
            self.query_one("#facts-withdraw").focus()
        elif not text:
            self._say(self._words("ask.needed"))
        elif len(text) > self._limit:
            self._say(self._words("ask.too_long", count=len(text) - self._limit))
        else:
            self.dismiss(Said(self._changing, text))

    def action_close(self) -> None:
        """The key that opened it: keeps what was typed, and where nothing was, only closes."""
        if harmless(self.query_one(LineInput).value):
            self._keep()
        else:
            self.dismiss(None)

    @on(Button.Pressed, "#facts-later")
    def action_leave(self) -> None:
        self.dismiss(None)

    def action_paper(self) -> None:
        self.dismiss(Said(on_paper=True))

    # The list.

    def on_key(self, event: events.Key) -> None:
        """In the list a point's own digit picks it."""
        digit = digit_pressed(event.character)
        if self.options.has_focus and digit is not None:
            event.stop()
            found = next((each for each in self._shown.parts if each.key == str(digit)), None)
            if found is not None:
                self.dismiss(Said(anchor=found.anchor))

    def action_turn(self, direction: int) -> None:
        """From the line into the list; the list's own arrows go on from there."""
        if not self.options.has_focus:
            self.options.highlighted = 0 if direction > 0 else self.options.option_count - 1
            self.options.focus()

    @on(OptionList.OptionSelected)
    def _picked(self, event: OptionList.OptionSelected) -> None:
        kind, _, which = (event.option.id or "").partition(":")
        if kind == "part":
            self.dismiss(Said(anchor=int(which)))
        elif kind == "paper":
            self.action_paper()
        else:
            self._change(which)

    def _change(self, fact: str) -> None:
        """Put a fact's words into the line; what was begun for a new one stays set aside."""
        standing = next(each for each in self._shown.facts if each.id == fact)
        field = self.query_one(LineInput)
        if self._changing == NEW and field.value:
            self._drafts[NEW] = field.value
        self._changing, self._begun = fact, standing.text
        field.value = self._drafts.get(fact, standing.text)
        field.cursor_position = len(field.value)
        field.focus()
        self.query_one("#facts-label", Label).update(self._words("facts.changing", seen=standing.stamp))
        self.query_one("#facts-withdraw").display = True

    @on(Button.Pressed, "#facts-withdraw")
    def action_withdraw(self) -> None:
        """The fact that is being changed, or the one under the cursor in the list."""
        fact = self._changing
        if self.options.has_focus and self.options.highlighted is not None:
            kind, _, which = (self.options.get_option_at_index(self.options.highlighted).id or "").partition(":")
            fact = which if kind == "fact" else NEW
        if fact != NEW:
            self.dismiss(Said(fact, withdrawn=True))


def _option(key: str, label: str, identifier: str) -> Option:
    text = Text(no_wrap=True, overflow="ellipsis")
    text.append(f" {key} ", "bold reverse").append(f" {label}")
    return Option(text, id=identifier)
