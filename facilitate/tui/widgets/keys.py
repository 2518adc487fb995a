"""The key bar: what can be done now, a few keys at most; a click or a tap does it too."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from rich.text import Text
from textual.widget import Widget

from facilitate.language import Words
from facilitate.tui.intents import Intent
from facilitate.tui.keynames import key_read

NARROW = 64
"""Columns below which a third row is taken rather than left out what does not fit."""

GAP = 2


class KeyBar(Widget):
    """Shows intents as ``key Name``, each whole or not at all; the first ones stay, and the last always: it is help."""

    DEFAULT_CSS = """
    KeyBar {
        dock: bottom; height: auto; max-height: 3; padding: 0 1; background: $panel; color: $foreground;
        link-style: none; link-color: $foreground; link-background: $panel;
        link-style-hover: bold; link-color-hover: $background; link-background-hover: $primary;
    }
    """

    def __init__(self, intents: Sequence[Intent], words: Words) -> None:
        super().__init__()
        self.intents = [intent for intent in intents if intent.bar]
        self.words = words

    @property
    def _there(self) -> list[Intent]:
        """What this person can do on this screen, now or later: `check_action` says False to the rest."""
        wanted = getattr(self.screen, "in_bar", lambda intent: True)
        return [each for each in self.intents if self.screen.check_action(each.id, ()) is not False and wanted(each)]

    def render(self) -> Text:
        pieces = [self._piece(intent) for intent in self._there]
        gap = Text(" " * GAP)
        rows = self._rows(self.size.width)
        return Text("\n", no_wrap=True).join(gap.join(pieces[place] for place in row) for row in rows)

    def _rows(self, width: int) -> list[list[int]]:
        widths = [Text(f"{key_read(each, self.words)} {self._called(each)}").cell_len for each in self._there]
        return rows_of(widths, width, 2 if width >= NARROW - 2 else 3)

    def _called(self, intent: Intent) -> str:
        """The intent's name, or the one that this screen has for it."""
        label = getattr(self.screen, "label", None)
        return self.words(label(intent) if label else intent.name)

    def _piece(self, intent: Intent) -> Text:
        """One key and its name; dim where it can do nothing now."""
        idle = getattr(self.screen, "idle", None)
        enabled = idle is None or not idle(intent.id)
        tap = Style(meta={"@click": f"screen.{intent.id}"})
        piece = Text(no_wrap=True)
        piece.append(key_read(intent, self.words), Style(bold=True, reverse=enabled) + tap)
        piece.append(f" {self._called(intent)}", tap + Style(dim=not enabled))
        return piece

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        return max(1, len(self._rows(width)))


def rows_of(widths: Sequence[int], room: int, most: int) -> list[list[int]]:
    """Which pieces stand in which row: in order, as many as fit whole into so many rows, and the last one always."""
    rows: list[list[int]] = [[]]
    used = 0
    for place, width in enumerate(widths):
        last = place == len(widths) - 1
        if used and used + width > room and len(rows) < most:
            rows.append([])
            used = 0
        reserved = 0 if last or len(rows) < most else GAP + widths[-1]
        if used and used + width + reserved > room and not last:
            rows[-1].append(len(widths) - 1)
            return rows
        rows[-1].append(place)
        used += width + GAP
    return rows
