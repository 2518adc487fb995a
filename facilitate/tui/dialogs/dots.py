"""Counts the dots of one group: a number for each need or theme, all kept together."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Label, Static

from facilitate.language import Words
from facilitate.tui import commands
from facilitate.tui.intents import bound
from facilitate.tui.layouts import digit_pressed
from facilitate.tui.modal import Modal
from facilitate.tui.ranking.dotting import Dots
from facilitate.tui.widgets.dottable import DotLine, DotTable
from facilitate.tui.widgets.keys import KeyBar


class DotsTyped(NamedTuple):
    """What stands there at the end, and whether it is to be kept; otherwise it is a draft for the next time."""

    dots: Dots
    keep: bool


class DotsDialog(Modal[DotsTyped]):
    """Arrows choose a line, digits write its number, plus and minus change it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bound(commands.DOTTING),
        Binding("up", "go(-1)", show=False, id="facilitate.dots.up"),
        Binding("down,tab", "go(1)", show=False, id="facilitate.dots.down"),
        Binding("backspace,delete", "erase", show=False, id="facilitate.dots.erase"),
    ]
    CSS_PATH = "dots.tcss"
    AUTO_FOCUS = ""

    def __init__(self, title: str, labels: tuple[str, ...], dots: Dots, people: int | None, words: Words) -> None:
        """`labels` are of the units that `dots` counts, in the same order; `people` of the group are present."""
        super().__init__()
        self._title, self._labels, self._people, self._words = title, labels, people, words
        self.dots = dots

    def compose(self) -> ComposeResult:
        with Vertical(id="dots"):
            yield Label(self._title, id="dots-title", markup=False)
            yield DotTable()
            yield Static(id="dots-unit", markup=False)
            yield Static(id="dots-sum", markup=False)
            yield KeyBar(commands.DOTTING, self._words)

    def on_mount(self) -> None:
        self.app.clear_notifications()
        self.call_after_refresh(self.draw)

    def on_resize(self) -> None:
        self.call_after_refresh(self.draw)

    def draw(self) -> None:
        if not (self.is_attached and self.is_mounted):
            return
        dots, number = self.dots, self._words.number
        first = DotLine(self._words("needs.dots.each"), number(dots.each), heading=True)
        counted = zip(self._labels, dots.counts.values(), strict=True)
        lines = (first, *(DotLine(label, number(count)) for label, count in counted))
        self.query_one(DotTable).show(lines, dots.here)
        whole = self._labels[dots.here - 1] if dots.here else self._words("needs.dots.each_help")
        self.query_one("#dots-unit", Static).update(whole)
        self.query_one("#dots-sum", Static).update("\n".join(self._sum()))

    def _sum(self) -> list[str]:
        """How many are placed of how many, and a quiet word where there are more than exist."""
        words, placed = self._words, self.dots.placed
        if self._people is None:
            return [words("needs.placed", count=placed), words("needs.dots.unknown")]
        there = self._people * self.dots.each
        people = words("needs.present", count=self._people)
        said = [words("needs.dots.of", placed=placed, all=there, people=people, each=self.dots.each)]
        if placed > there:
            said.append(words("needs.dots.over", count=placed - there))
        elif placed < there:
            said.append(words("needs.dots.under", count=there - placed))
        return said

    def _now(self, dots: Dots) -> None:
        self.dots = dots
        self.draw()

    def action_go(self, by: int) -> None:
        self._now(self.dots.gone_to(self.dots.here + by))

    def action_one_dot_more(self) -> None:
        self._now(self.dots.by(1))

    def action_one_dot_fewer(self) -> None:
        self._now(self.dots.by(-1))

    def action_erase(self) -> None:
        self._now(self.dots.erased())

    def on_key(self, event: events.Key) -> None:
        digit = digit_pressed(event.character)
        if digit is not None:
            event.stop()
            self._now(self.dots.digit(digit))

    @on(DotTable.Tapped)
    def _tapped(self, message: DotTable.Tapped) -> None:
        dots = self.dots if message.place == self.dots.here else self.dots.gone_to(message.place)
        self._now(dots.by(message.by) if message.by else dots)

    def action_keep_dots(self) -> None:
        self.dismiss(DotsTyped(self.dots, keep=True))

    def action_leave_off(self) -> None:
        self.dismiss(DotsTyped(self.dots, keep=False))
