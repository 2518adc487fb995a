"""Lists for a whole room: what does not fit is turned like a page, by itself or by hand, and never scrolls."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.text import Text
from textual.widget import Widget

from facilitate.tui.projector.boards import Board, Page, pages

TURN_MS = 12_000
"""How long one page stays, in milliseconds: time to read eight lines twice."""


class BoardView(Widget):
    """Some lists one under the other. A page turns at instants of the laptop's clock, so nothing drifts; what is added
    meanwhile leaves the page in view where it is."""

    DEFAULT_CSS = "BoardView { height: 1fr; width: 1fr; }"
    can_focus = False

    def __init__(self, id: str | None = None, written: Callable[[int], str] = str) -> None:
        """`written` is how a number is written."""
        super().__init__(id=id)
        self._written = written
        self.boards: tuple[Board, ...] = ()
        self._pages: tuple[Page, ...] = ((),)
        self._page, self._since = 0, 0

    @property
    def page_count(self) -> int:
        """Pages that there are at this size."""
        return len(self._pages)

    def show(self, boards: Sequence[Board], now_ms: int) -> None:
        """Draw these lists; `now_ms` is any clock that only goes on."""
        before = self._page, self._pages
        headings = [board.heading for board in boards]
        if headings != [board.heading for board in self.boards]:
            self._page, self._since = 0, now_ms
        self.boards = tuple(boards)
        self._cut()
        turns = max(0, now_ms - self._since) // TURN_MS
        self._since += turns * TURN_MS
        self._page = (self._page + turns) % len(self._pages)
        if before != (self._page, self._pages):
            self.refresh()

    def _cut(self) -> None:
        self._pages = pages(self.boards, self.size.width, self.size.height, self._written)
        self._page = min(self._page, len(self._pages) - 1)

    def on_resize(self) -> None:
        self._cut()
        self.refresh()

    def turn(self, by: int, now_ms: int) -> None:
        """Turn by hand; the page then stays as long as any."""
        self._page, self._since = (self._page + by) % len(self._pages), now_ms
        self.refresh()

    def render(self) -> Text:
        return Text("\n").join(self._pages[self._page])
