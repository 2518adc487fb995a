"""The indicator in view: whom it is about, in large, what each point looks like, and the facts behind the answer."""

from __future__ import annotations

from typing import NamedTuple

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.widgets import Static

from facilitate.tui.sides import Scroll


class Point(NamedTuple):
    """One answer that can be given: the key for it if there is one, its label, and what it looks like."""

    key: str
    label: str
    anchor: str
    chosen: bool


class IndicatorCard(NamedTuple):
    """Everything about the indicator in view, ready to be read."""

    subject: str
    code: str
    text: str
    points: tuple[Point, ...]
    how: str
    answer: str
    facts: tuple[str, ...]
    owed: str
    basis: tuple[str, ...] = ()
    seen: str = ""


class AnchorPanel(Scroll):
    """Draws one card; the subject never changes under the finger unnoticed, because it stands on top in large."""

    DEFAULT_CSS = """
    AnchorPanel { padding: 0 1; scrollbar-size-vertical: 1; }
    AnchorPanel > Static { width: 1fr; height: auto; }
    AnchorPanel #subject { background: $primary; color: $background; text-style: bold; text-align: center; }
    """
    can_focus = False

    def compose(self) -> ComposeResult:
        yield Static(id="subject", markup=False)
        yield Static(id="card")

    def show(self, card: IndicatorCard | None) -> None:
        """Draw a card, or nothing."""
        self.query_one("#subject", Static).update(card.subject if card else "")
        self.query_one("#card", Static).update(self._text(card) if card else Text())
        if card is not None and getattr(self, "_code", None) != (card.code, card.subject):
            self._code = (card.code, card.subject)
            self.scroll_home(animate=False)

    def _text(self, card: IndicatorCard) -> Text:
        text = Text()
        text.append(f"{card.code}  {card.text}\n", Style(bold=True))
        if card.answer:
            text.append(f"{card.answer}\n", Style(italic=True))
        if card.owed:
            text.append(f"! {card.owed}\n", Style(bold=True))
        for line in card.basis:
            text.append(f"  {line}\n")
        if card.seen:
            text.append(f"{card.seen}\n", Style(dim=True))
        for fact in card.facts:
            text.append(f"+ {fact}\n")
        text.append("\n")
        for point in card.points:
            tap = {"@click": f"screen.tap({point.key!r})"} if point.key else None
            text.append(f" {point.key} ", Style(reverse=bool(point.key), bold=True, meta=tap))
            said = f"{'●' if point.chosen else ' '} {point.label}"
            text.append(said, Style(bold=True, underline=point.chosen, meta=tap))
            text.append(f"  {point.anchor}\n" if point.anchor else "\n", Style(bold=point.chosen, meta=tap))
        if card.how:
            text.append(f"{card.how}\n", Style(italic=True))
        return text
