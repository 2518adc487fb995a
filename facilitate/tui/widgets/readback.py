"""One thing that was decided or promised, large, for whoever reads it aloud."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from facilitate.tui.sides import Scroll


class Spoken(NamedTuple):
    """What it is, its words, who and by when, and what it lacks.

    `ways` lead to the one before and to the next: what each is called, with the screen's action.
    """

    title: str
    text: str
    beside: str = ""
    lacking: tuple[str, ...] = ()
    ways: tuple[tuple[str, str], ...] = ()


class ReadBack(Scroll, can_focus=True):
    """Draws one of them; the arrows and Enter ask for the one before and the next."""

    DEFAULT_CSS = """
    ReadBack { padding: 0 2; border: round $panel; scrollbar-size-vertical: 1; }
    ReadBack:focus { border: round $primary; }
    ReadBack > Static {
        width: 1fr; height: auto;
        link-style: reverse; link-color: $foreground; link-background: $background;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,left", "go(-1)", show=False, id="facilitate.readback.before"),
        Binding("down,right,enter", "go(1)", show=False, id="facilitate.readback.after"),
    ]

    @dataclass
    class Turned(Message):
        """The one before (-1), or the next (1)."""

        by: int

    def compose(self) -> ComposeResult:
        yield Static()

    def show(self, spoken: Spoken | None, otherwise: str) -> None:
        """Draw one thing; `otherwise` is said where there is nothing."""
        self.query_one(Static).update(_drawn(spoken) if spoken else Text(otherwise))
        if getattr(self, "_spoken", None) != spoken:
            self._spoken = spoken
            self.scroll_home(animate=False)

    def action_go(self, by: int) -> None:
        self.post_message(self.Turned(by))


def _drawn(spoken: Spoken) -> Text:
    text = Text.assemble((spoken.title, Style(underline=True)), "\n\n", (spoken.text, Style(bold=True)), "\n")
    if spoken.beside:
        text.append(f"→ {spoken.beside}\n", Style(bold=True))
    for lacking in spoken.lacking:
        text.append(f"! {lacking}\n", Style(italic=True))
    text.append("\n")
    for name, action in spoken.ways:
        text.append(f" {name} ", Style(reverse=True, meta={"@click": f"screen.{action}"}))
        text.append("  ")
    return text
