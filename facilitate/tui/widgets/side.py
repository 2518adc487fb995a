"""One of the two that are compared, as large as there is room: a tap on it puts it first."""

from __future__ import annotations

from dataclasses import dataclass

from rich.style import Style
from rich.text import Text
from textual.message import Message
from textual.widgets import Static


class Side(Static):
    """Its key above, its words in the middle, and below what was decided on it before."""

    DEFAULT_CSS = """
    Side { width: 1fr; height: 1fr; padding: 0 1; border: round $primary; }
    Side { content-align: center middle; text-align: center; }
    Side:hover { background: $surface-lighten-1; }
    Side.-first { border: heavy $success; }
    """

    @dataclass
    class Chosen(Message):
        """This one is put first."""

        number: int

    def __init__(self, number: int) -> None:
        super().__init__(markup=False)
        self.number = number

    def show(self, label: str, detail: str, decided: str) -> None:
        """Draw it; `decided` says in words that it was put first, where it was."""
        self.set_class(bool(decided), "-first")
        parts = [Text(f" {self.number} ", Style(bold=True, reverse=True)), Text(), Text(label, Style(bold=True))]
        parts += [Text(detail, Style(dim=True))] if detail else []
        parts += [Text(), Text(f"✓ {decided}")] if decided else []
        self.update(Text("\n").join(parts))

    def on_click(self) -> None:
        self.post_message(self.Chosen(self.number))
