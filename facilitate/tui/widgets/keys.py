"""The key bar: what can be done now, a few keys at most; a click or a tap does it too."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from rich.text import Text
from textual.widget import Widget

from facilitate.language import Words
from facilitate.tui.commands import Intent


class KeyBar(Widget):
    """Shows intents as ``key Name``; on narrow screens as many as fit, help last and always there."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: auto; max-height: 2; padding: 0 1; background: $panel; color: $foreground; }
    """

    def __init__(self, intents: Sequence[Intent], words: Words) -> None:
        super().__init__()
        self.intents = [intent for intent in intents if intent.bar]
        self.words = words

    def render(self) -> Text:
        width, rows = max(10, self.size.width), 2
        used, row = 0, 1
        line = Text(no_wrap=False)
        for intent in self.intents:
            name = self.words(intent.name)
            piece = Text(no_wrap=True)
            enabled = self.screen.check_action(intent.id, ()) is not False
            tap = Style(meta={"@click": f"screen.{intent.id}"})
            piece.append(intent.shown_key, Style(bold=True, reverse=enabled) + tap)
            piece.append(f" {name}", tap + Style(dim=not enabled))
            if used + piece.cell_len > width:
                if row == rows:
                    break
                line.append("\n")
                row, used = row + 1, 0
            line.append_text(piece)
            used += piece.cell_len + 2
            if used <= width:
                line.append("  ")
        return line

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """One row where all fits, else two."""
        cells = sum(Text(f"{each.shown_key} {self.words(each.name)}").cell_len + 2 for each in self.intents)
        return 1 if cells <= width else 2
