"""Says that the window is too small, until it is larger."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.geometry import Size
from textual.widgets import Static

from facilitate.language import Words
from facilitate.tui.modal import Modal

LEAST = Size(40, 12)
"""Columns and rows that a screen needs."""


class TooSmall(Modal[None]):
    """Nothing is lost behind it, and no key does anything."""

    DEFAULT_CSS = """
    TooSmall { align: center middle; background: $background; }
    TooSmall Static { width: auto; height: auto; max-width: 100%; }
    """

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        yield Static(f"{self._words('small.title')}\n{self._words('small.body')}", markup=False)
