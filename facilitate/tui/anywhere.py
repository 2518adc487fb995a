"""What every screen has: its keys where this person put them, help, search, the language, light or dark."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual.message import Message
from textual.screen import Screen

from facilitate.language import Words
from facilitate.tui.bidi.chosen import choices
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.dialogs.help import Help
from facilitate.tui.intents import Intent, moved
from facilitate.tui.sides import Sided


@dataclass
class Goodbye(Message):
    """The person has had enough of this screen."""


@dataclass
class NextLanguage(Message):
    """The person wants to read another language: that one, or the next."""

    code: str = ""


@dataclass
class NextTheme(Message):
    """The hall is brighter, or darker, than the colours are made for."""


@dataclass
class OrderedBy(Message):
    """Letters are put in order by that one from now on (`tui/bidi/terminal.py`)."""

    orderer: str


class AnyScreen(Sided, Screen[None]):
    """A screen lists its intents; everything that tells people about keys reads them from here."""

    PAGE: ClassVar[str] = ""
    INTENTS: ClassVar[tuple[Intent, ...]] = ()
    words: Words

    @property
    def intents(self) -> tuple[Intent, ...]:
        """What can be done here, on the keys that this person put it."""
        return self.on_their_keys(self.INTENTS)

    def on_their_keys(self, intents: Iterable[Intent]) -> tuple[Intent, ...]:
        """Intents with the keys that this person put them on."""
        elsewhere: Mapping[str, tuple[str, ...]] = getattr(self.app, "keys_moved", {})
        return moved(intents, elsewhere)

    def label(self, intent: Intent) -> str:
        """What a key is called here, as a message id."""
        return intent.name

    def allowed(self, intents: Iterable[Intent]) -> tuple[Intent, ...]:
        """Those that this person has a right to."""
        return tuple(each for each in intents if self.check_action(each.id, ()) is not False)

    def action_help(self) -> None:
        """About what has the focus, or about the page; then the keys, those of this page first."""
        named = [(self.words(self.label(each)), each) for each in self.allowed(self.intents)]
        self.app.push_screen(Help(self._about(), named, self.words))

    def _about(self) -> str:
        """A paragraph; the nearest part round the focus that has one speaks for itself."""
        around = self.focused.ancestors_with_self if self.focused else ()
        parts = [str(part) for each in around if (part := getattr(each, "help_id", None))]
        for message in (*(f"help.{part}" for part in parts), f"help.page.{self.PAGE}"):
            said = self.words(message)
            if said != message:
                return said
        return ""

    def action_palette(self) -> None:
        from facilitate.tui.palette import Palette

        self.app.push_screen(Palette(self.words))

    def action_language(self) -> None:
        self.post_message(NextLanguage())

    def action_letters(self) -> None:
        """Have chosen, by eye, who puts Arabic letters in order on this terminal."""
        asked = Choose(self.words("letters.title"), choices(self.words), self.words)
        self.app.push_screen(asked, self._have_ordered)

    def _have_ordered(self, orderer: str | None) -> None:
        if orderer is not None:
            self.post_message(OrderedBy(orderer))

    def action_theme(self) -> None:
        self.post_message(NextTheme())

    def action_leave(self) -> None:
        self.post_message(Goodbye())
