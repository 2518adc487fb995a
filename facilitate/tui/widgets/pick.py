"""One of a few things, all of them in sight: the arrows or a digit choose, and so does a tap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget

from facilitate.tui.layouts import digit_pressed


class Pick(Widget, can_focus=True):
    """Options as ``1 women  2 men``; the chosen one has a dot beside it."""

    DEFAULT_CSS = """
    Pick {
        height: auto; padding: 0 1; background: $panel;
        link-style: none; link-color: $foreground; link-background: $panel;
        link-style-hover: bold; link-color-hover: $background; link-background-hover: $primary;
    }
    Pick:focus { background: $surface-lighten-2; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", show=False, id="facilitate.pick.left"),
        Binding("right", "turn(1)", show=False, id="facilitate.pick.right"),
    ]

    @dataclass
    class Submitted(Message):
        """Enter: on to the next line."""

        pick: Pick

    @dataclass
    class Chosen(Message):
        """Another option than before."""

        pick: Pick

    def __init__(self, options: Sequence[tuple[str, str]], chosen: str, id: str | None = None) -> None:
        """`options` are (id, name)."""
        super().__init__(id=id)
        self.options = tuple(options)
        self.chosen = chosen

    def on_key(self, event: events.Key) -> None:
        digit = digit_pressed(event.character)
        if digit is not None:
            event.stop()
            self.action_pick(digit - 1)
        elif event.key == "enter":
            event.stop()
            self.post_message(self.Submitted(self))

    def action_turn(self, by: int) -> None:
        places = [option for option, _ in self.options]
        self.action_pick((places.index(self.chosen) + by) % len(places) if self.chosen in places else 0)

    def action_pick(self, place: int) -> None:
        """Choose by place, counted from 0."""
        if 0 <= place < len(self.options):
            before, self.chosen = self.chosen, self.options[place][0]
            self.focus()
            self.refresh()
            if self.chosen != before:
                self.post_message(self.Chosen(self))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        return len(self._lines(width))

    def render(self) -> Text:
        return Text("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Text]:
        """The options in as many lines as they need; a number is never parted from its option."""
        lines = [Text(no_wrap=True)]
        for place, (option, name) in enumerate(self.options):
            piece = self._piece(place, option, name)
            if lines[-1].cell_len and lines[-1].cell_len + 2 + piece.cell_len > width:
                lines.append(Text(no_wrap=True))
            lines[-1].append("  " if lines[-1].cell_len else "").append_text(piece)
        return lines

    def _piece(self, place: int, option: str, name: str) -> Text:
        chosen = option == self.chosen
        style = Style(meta={"@click": f"pick({place})"}, bold=chosen, underline=chosen)
        return Text(f"{place + 1}{'●' if chosen else ' '}{name}", style)
