"""What a page is for, and every key that a person has there, with what it does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.console import Group, RenderableType
from rich.style import Style
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Label, Static

from facilitate.language import Words
from facilitate.tui import commands
from facilitate.tui.intents import Intent
from facilitate.tui.keynames import key_read
from facilitate.tui.modal import Modal
from facilitate.tui.sides import Scroll

Named = tuple[str, Intent]
"""An intent with the name that it has on the screen."""


class Help(Modal[None]):
    """Arrows move the text; any of the keys that open it close it again, and so does a tap on the last line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,؟,f1,q,ض,enter", "leave", show=False, id="facilitate.help.leave"),
    ]
    CSS_PATH = "help.tcss"

    def __init__(self, about: str, named: Sequence[Named], words: Words) -> None:
        """`about` is said first; it may be empty."""
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-normal"), (110, "-wide")]
        self._about, self._words = about, words
        self._named = {intent.id: name for name, intent in named}
        self._sections = sections([intent for _, intent in named])

    def compose(self) -> ComposeResult:
        with Vertical(id="help"):
            yield Label(self._words("help.title"), id="help-title", markup=False)
            with Scroll(id="help-text"):
                if self._about:
                    yield Static(self._about, id="help-about", markup=False)
                with Vertical(id="help-columns"):
                    for place in range(2):
                        yield Static(self._column(place), classes="help-column")
            leave = Style(meta={"@click": "screen.leave"})
            yield Static(Text(self._words("help.leave"), leave), id="help-leave")

    def on_mount(self) -> None:
        self.query_one("#help-text").focus()

    def _column(self, place: int) -> Group:
        """The sections of one column, where there are two: what one does here, and what is the same everywhere."""
        parts: list[RenderableType] = []
        for section, intents in self._sections:
            if (section in ("own", "meeting")) == (place == 0):
                parts += [Text(self._words(f"help.section.{section}"), "bold underline"), self._keys(intents), ""]
        return Group(*parts)

    def _keys(self, intents: Sequence[Intent]) -> Table:
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True)
        table.add_column(ratio=1)
        for intent in intents:
            table.add_row(Text(f" {key_read(intent, self._words)} ", "bold reverse"), self._said(intent))
        return table

    def _said(self, intent: Intent) -> Text:
        return Text.assemble((self._named[intent.id], "bold"), f"  {self._words(intent.help)}")

    def action_leave(self) -> None:
        self.dismiss(None)


def sections(intents: Iterable[Intent]) -> tuple[tuple[str, tuple[Intent, ...]], ...]:
    """Intents as help tells them, by the names of its sections: the page's own, the meeting's, the pages, the rest."""
    found: dict[str, list[Intent]] = {"own": [], "meeting": [], "pages": [], "everywhere": []}
    for each in intents:
        found[_SECTION.get(each.id, "own")].append(each)
    return tuple((name, tuple(each)) for name, each in found.items() if each)


_SECTION = {
    **{each.id: "everywhere" for each in commands.EVERY_PAGE},
    **{each.id: "pages" for each in (*commands.PAGES, commands.PROJECTOR)},
    **{each.id: "meeting" for each in (*commands.MEETING, *commands.STEPPING)},
}
