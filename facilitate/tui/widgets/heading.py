"""Two lines over every page of the console."""

from __future__ import annotations

from typing import Protocol

from rich.style import Style
from rich.text import Text
from textual.widgets import Static


class Lines(Protocol):
    """What there is to say, and how urgent the time is."""

    @property
    def first(self) -> str: ...
    @property
    def second(self) -> str: ...
    @property
    def urgency(self) -> str: ...


class Heading(Static):
    """The first line bold; past the time in the theme's colour of error, which the words say too."""

    DEFAULT_CSS = """
    Heading { height: 2; padding: 0 1; background: $surface; text-wrap: nowrap; text-overflow: ellipsis; }
    Heading.-soon { color: $warning; }
    Heading.-over { color: $error; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._said: tuple[str, str] = ("", "")

    def show(self, lines: Lines) -> None:
        """Draw the lines, if they changed."""
        self.set_class(lines.urgency == "soon", "-soon")
        self.set_class(lines.urgency == "over", "-over")
        if (lines.first, lines.second) != self._said:
            self._said = (lines.first, lines.second)
            self.update(Text.assemble((lines.first, Style(bold=True)), f"\n{lines.second}"))
