"""The console's pages in one line: a key each, the one in view lit; a click or a tap goes there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.style import Style
from rich.text import Text
from textual.widget import Widget

from facilitate.language import Words
from facilitate.tui.intents import Intent


class PageBar(Widget):
    """Key and name of each page; where that does not fit, the names of the others are left out.

    A page on which something waits has a quiet mark, such as ``•3`` for three who wait for the floor.
    """

    DEFAULT_CSS = """
    PageBar {
        dock: top; height: 1; padding: 0 1; margin-top: 1; background: $panel; color: $foreground;
        link-style: none; link-color: $foreground; link-background: $panel;
        link-style-hover: bold; link-color-hover: $background; link-background-hover: $primary;
    }
    """

    def __init__(self, pages: Sequence[Intent], here: str, words: Words) -> None:
        super().__init__()
        self.pages, self.here, self.words = tuple(pages), here, words
        self._marks: Mapping[str, str] = {}

    def show(self, marks: Mapping[str, str]) -> None:
        """What waits on which page, by the pages' ids."""
        self._marks = marks
        self.refresh()

    @property
    def _there(self) -> list[Intent]:
        return [page for page in self.pages if self.screen.check_action(page.id, ()) is not False]

    def render(self) -> Text:
        for gap, named in (("  ", True), ("", True), (" ", False), ("", False)):
            pieces = [self._piece(page, named or page.id == self.here) for page in self._there]
            line = Text(gap, no_wrap=True).join(pieces)
            if line.cell_len <= self.size.width:
                break
        return line

    def _piece(self, page: Intent, named: bool) -> Text:
        tap = Style(meta={"@click": f"screen.{page.id}"})
        here = page.id == self.here
        name = f" {self.words(page.name)}" if named else ""
        mark = f" {self._marks[page.id]}" if self._marks.get(page.id) else ""
        return Text(f" {page.shown_key}{name}{mark} ", Style(bold=True, reverse=here) + tap, no_wrap=True)
