"""From which side a program is read: the order of its lines, keys that go by sight, who puts letters in order."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from textual import events, on
from textual.driver import Driver
from textual.filter import LineFilter
from textual.widgets import Input, TextArea

from facilitate.domain.model import without_controls
from facilitate.kits.settings import read_settings
from facilitate.language import Words
from facilitate.tui.anywhere import NextLanguage, OrderedBy
from facilitate.tui.bidi.caret import side
from facilitate.tui.bidi.cells import Counted
from facilitate.tui.bidi.driver import ordering
from facilitate.tui.bidi.lines import DisplayOrder, Unmarked
from facilitate.tui.bidi.terminal import ANEW, LEAVE_ORDER, ORDERERS, OWN_ORDER, Orderer, terminal_name, usual
from facilitate.tui.posting import Posting

ENVIRONMENT = "FACILITATE_LETTERS"
_OTHER_SIDE = {"left": "right", "right": "left"}


class Reading(Posting):
    """Lines are put in display order after they are drawn; nothing else in the program knows of it."""

    words: Words
    remember: Callable[[Mapping[str, object]], None]
    orderer: Orderer = "app"

    def get_driver_class(self) -> type[Driver]:
        return ordering(super().get_driver_class())

    @property
    def turned(self) -> bool:
        """Whether pages are read from the right, and mirrored by the program."""
        return self.words.right_to_left and self.orderer == "app"

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), *_FILTERS[self.orderer if self.orderer != "app" else self.turned]]

    def notify(self, message: str, **how: Any) -> None:
        """A notice stands at the end of the lines, on whichever side they end now."""
        self.set_class(self.turned, "-turned")
        super().notify(message, **how)

    def filters_for(self, typed: str) -> tuple[int, Sequence[LineFilter]]:
        """From which side something that is typed is read (1: the right), and what puts it in order: by its own first
        letter, whatever the language of the page."""
        if self.orderer != "app":
            return 0, (_COUNTED,)
        base = side(typed, int(self.turned))
        return base, _TYPED[base]

    def ordered_by(self, chosen: Mapping[str, Orderer]) -> None:
        """Choose who orders: as the environment says, else as was chosen for terminals of this kind, else as usual."""
        name, wanted = terminal_name(os.environ), os.environ.get(ENVIRONMENT)
        asked: Orderer | None = next((each for each in ORDERERS if each == wanted), None)
        self.have_ordered(asked or chosen.get(name) or usual(name))

    def have_ordered(self, orderer: Orderer) -> None:
        """From now on that one orders; the terminal is told at once."""
        self.orderer = orderer
        if self._driver is not None and not self._driver.is_headless:
            self._driver.write((LEAVE_ORDER if orderer == "app" else OWN_ORDER) + ANEW)

    @on(OrderedBy)
    def _ordered_by(self, message: OrderedBy) -> None:
        """What was chosen by eye is remembered for terminals of this kind."""
        chosen: Orderer = next((each for each in ORDERERS if each == message.orderer), "app")
        self.have_ordered(chosen)
        self.remember({"letters": {**read_settings().letters, terminal_name(os.environ): chosen}})
        self.post_message(NextLanguage(self.words.language))  # draws everything anew

    async def on_event(self, event: events.Event) -> None:
        """Keys go by sight; of what is pasted nothing reaches a field that a terminal would obey."""
        if isinstance(event, events.Paste) and not event.is_forwarded:
            event = events.Paste(without_controls(event.text))
        if isinstance(event, events.Key) and not event.is_forwarded and self.turned:
            event = by_sight(event) if not isinstance(self.focused, Input | TextArea) else event
        await super().on_event(event)


_COUNTED = Counted()
_TYPED: tuple[tuple[LineFilter, ...], ...] = (
    (_COUNTED, DisplayOrder(turned=False, whole=True)),
    (_COUNTED, DisplayOrder(turned=True, whole=True)),
)
_FILTERS: Mapping[Orderer | bool, tuple[LineFilter, ...]] = {
    True: (_COUNTED, DisplayOrder(turned=True)),
    False: (_COUNTED, DisplayOrder(turned=False)),
    "terminal": (_COUNTED, Unmarked()),
    "off": (_COUNTED, Unmarked()),
}


def by_sight(event: events.Key) -> events.Key:
    """On a page that is read from the right the arrow to the left goes on, and the one to the right goes back."""
    *held, arrow = event.key.split("+")
    other = _OTHER_SIDE.get(arrow)
    return events.Key("+".join([*held, other]), None) if other else event
