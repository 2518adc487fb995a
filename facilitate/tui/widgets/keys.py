"""The key bar: what can be done now, a few keys at most; a click or a tap does it too."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from rich.text import Text
from textual.widget import Widget

from facilitate.language import Words
from facilitate.tui.commands import Intent

NARROW = 64


class KeyBar(Widget):
    """Shows intents as ``key Name``; on narrow screens as many as fit, the last of them always: it is help."""

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
        return [intent for intent in self.intents if self.screen.check_action(intent.id, ()) is not False]

    def render(self) -> Text:
        pieces = [self._piece(intent) for intent in self._there]
        line, used, row = Text(no_wrap=False), 0, 1
        rows, width = max(1, self.size.height), max(10, self.size.width)
        last = pieces[-1] if pieces else Text()
        for place, piece in enumerate(pieces):
            reserve = last.cell_len + 2 if row == rows and place < len(pieces) - 1 else 0
            if used + piece.cell_len + reserve > width:
                if row == rows:
                    line.append_text(last)
                    break
                line.append("\n")
                row, used = row + 1, 0
            line.append_text(piece)
            used += piece.cell_len + 2
            line.append("  " if used <= width else "")
        return line

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
        piece.append(intent.shown_key, Style(bold=True, reverse=enabled) + tap)
        piece.append(f" {self._called(intent)}", tap + Style(dim=not enabled))
        return piece

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """One row where all fits, two where that is enough, three on a narrow screen."""
        cells = sum(Text(f"{each.shown_key} {self._called(each)}").cell_len + 2 for each in self._there)
        return min(2 if width >= NARROW else 3, 1 + cells // max(1, width))
