"""Where children, borders and scroll bars stand on a page that is read from the right."""

from __future__ import annotations

import asyncio
import unicodedata

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Static

from facilitate.tui.bidi.lines import DisplayOrder
from facilitate.tui.sides import Beside, Scroll
from tests.tui.sitting import until

WIDE, HIGH = 24, 4


class Page(App[int]):
    """A text of as many lines, in a place that may have a border where its lines begin, beside another text."""

    CSS = """
    #text { width: 3fr; scrollbar-size-vertical: 1; }
    #text.-framed { border-left: solid white; }
    #other { width: 1fr; }
    """
    turned = True

    def __init__(self, lines: int, classes: str) -> None:
        super().__init__()
        self.lines, self.frame = lines, classes

    def compose(self) -> ComposeResult:
        with Beside():
            yield Static("ب", id="other")
            with Scroll(id="text", classes=self.frame):
                for _ in range(self.lines):
                    yield Static("س" * 30)

    def get_line_filters(self) -> list[DisplayOrder]:  # type: ignore[override]
        return [DisplayOrder(turned=True)]


def first_row(app: Page) -> str:
    strip = app.screen._compositor.render_strips(app.size)[0]
    return unicodedata.normalize("NFKC", "".join(segment.text for segment in strip))


@pytest.mark.parametrize("lines", [1, 9])
@pytest.mark.parametrize("border", ["", "│"])
def test_neither_a_border_nor_a_scroll_bar_covers_a_letter(lines: int, border: str) -> None:
    async def walk() -> None:
        app = Page(lines, "-framed" if border else "")
        async with app.run_test(size=(WIDE, HIGH)) as pilot:
            await until(pilot, lambda: app.query_one("#text").show_vertical_scrollbar is (lines > HIGH))
            bar = app.query_one("#text").scrollbar_size_vertical
            letters = WIDE * 3 // 4 - len(border) - bar
            assert first_row(app) == " " * bar + "س" * letters + border + "ب".rjust(WIDE // 4)

    asyncio.run(walk())
