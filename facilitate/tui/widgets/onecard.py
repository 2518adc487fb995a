"""One indicator a page, for a phone: the subject in large, and each answer as wide as the screen, to be tapped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from rich.style import Style
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Static

from facilitate.tui.sides import Beside, Scroll

LEAST = 2
"""Rows of a place to tap: a fingertip covers as much."""


class Point(Protocol):
    """One answer that can be given, with the key for it."""

    @property
    def key(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def anchor(self) -> str: ...
    @property
    def chosen(self) -> bool: ...


class Card(Protocol):
    """What is drawn of the indicator in view."""

    @property
    def subject(self) -> str: ...
    @property
    def code(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def points(self) -> Sequence[Point]: ...
    @property
    def how(self) -> str: ...
    @property
    def answer(self) -> str: ...
    @property
    def basis(self) -> Sequence[str]: ...
    @property
    def seen(self) -> str: ...
    @property
    def facts(self) -> Sequence[str]: ...
    @property
    def owed(self) -> str: ...


class OneCard(Scroll):
    """Draws one card; a tap on an answer says its key, one below it that another indicator is wanted."""

    DEFAULT_CSS = """
    OneCard { padding: 0; scrollbar-size-vertical: 1; }
    OneCard > Static { width: 1fr; height: auto; padding: 0 1; }
    OneCard #one-subject {
        background: $primary; color: $background; text-style: bold; height: 3; content-align: center middle;
    }
    OneCard #one-points { padding: 0; }
    OneCard #one-turn { dock: bottom; height: 2; }
    OneCard #one-turn Static {
        width: 1fr; height: 2; background: $panel; text-style: bold; content-align: center middle;
    }
    """
    can_focus = False

    @dataclass
    class Pressed(Message):
        """An answer was tapped: the key that stands for it."""

        key: str

    @dataclass
    class Turned(Message):
        """The indicator before (-1) or after (1) is wanted."""

        by: int

    def compose(self) -> ComposeResult:
        yield Static(id="one-subject", markup=False)
        yield Static(id="one-about")
        yield Static(id="one-points")
        with Beside(id="one-turn"):
            yield Static("◀", id="one-before", markup=False)
            yield Static("▶", id="one-after", markup=False)

    def show(self, card: Card | None) -> None:
        """Draw a card, or nothing; from its top where it is another one."""
        another = (card.code, card.subject) if card else None
        if another != self._shown:
            self._shown = another
            self.scroll_home(animate=False)
        self._card = card
        self.query_one("#one-subject", Static).update(card.subject if card else "")
        self.query_one("#one-about", Static).update(_about(card) if card else Text())
        rows = [row for each in self._places for row in each[1]]
        self.query_one("#one-points", Static).update(Text("\n", no_wrap=True).join(rows))

    _shown: tuple[str, str] | None = None
    _card: Card | None = None

    @property
    def _places(self) -> list[tuple[str, list[Text]]]:
        """Each answer's key and its rows."""
        width = max(8, self.size.width - 2)
        return [(point.key, _rows(point, width)) for point in (self._card.points if self._card else ())]

    def on_resize(self) -> None:
        if self._card is not None:
            self.show(self._card)

    def on_click(self, event: events.Click) -> None:
        for place, by in (("#one-before", -1), ("#one-after", 1)):
            if self.query_one(place).region.contains_point(event.screen_offset):
                self.post_message(self.Turned(by))
                return
        points = self.query_one("#one-points").region
        inside = points.contains_point(event.screen_offset)
        key = self._key_at(event.screen_offset.y - points.y) if inside else ""
        if key:
            self.post_message(self.Pressed(key))

    def _key_at(self, row: int) -> str:
        """The answer in a row; nothing where only a band of numbers stands there."""
        for key, rows in self._places:
            if row < len(rows):
                return key
            row -= len(rows)
        return ""


def _about(card: Card) -> Text:
    text = Text(f"{card.code}  {card.text}", Style(bold=True))
    if card.answer:
        text.append(f"\n{card.answer}", Style(bold=False, italic=True))
    if card.owed:
        text.append(f"\n! {card.owed}")
    for line in (*card.basis, card.seen):
        text.append(f"\n{line}" if line else "", Style(bold=False))
    for fact in card.facts:
        text.append(f"\n+ {fact}", Style(bold=False))
    if card.how:
        text.append(f"\n{card.how}", Style(bold=False, italic=True))
    return text


def _rows(point: Point, width: int) -> list[Text]:
    """The rows of one answer, with a line above that parts it from the one before; the chosen one has a mark."""
    found = Text()
    found.append(f" {point.key} ", Style(bold=True, reverse=bool(point.key)))
    found.append(f" {'●' if point.chosen else '○'} {point.label}", Style(bold=True, underline=point.chosen))
    if point.anchor:
        found.append(f"  {point.anchor}", Style(bold=point.chosen))
    rows = [Text("─" * width, Style(dim=True)), *_wrapped(found, width)]
    return [*rows, *(Text(" ") for _ in range(LEAST - len(rows) + 1))]


def _wrapped(text: Text, width: int) -> list[Text]:
    """The text in rows of at most `width` cells, its styles kept; words stay whole where they can."""
    rows, start, plain = list[Text](), 0, text.plain
    while start < len(plain):
        end = start + 1
        while end < len(plain) and Text(plain[start : end + 1]).cell_len <= width:
            end += 1
        space = plain.rfind(" ", start + 1, end) if end < len(plain) else -1
        end = space + 1 if space > start + width // 2 else end
        rows.append(text[start:end])
        start = end
    return rows
