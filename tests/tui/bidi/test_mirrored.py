"""Where children, borders and scroll bars stand on a page that is read from the right."""

from __future__ import annotations

import asyncio
import unicodedata

import pytest
from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.color import Color
from textual.widgets import Static

from facilitate.language import Words
from facilitate.tui.bidi.lines import DisplayOrder
from facilitate.tui.sides import Beside, Scroll
from facilitate.tui.widgets.bigclock import BigClock, Face
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

    def get_line_filters(self) -> list[DisplayOrder]:
        return [DisplayOrder(turned=True)]


class Clock(App[int]):
    """The clock of the projector."""

    CSS = "BigClock { padding: 0 1; }"
    turned = True

    def compose(self) -> ComposeResult:
        yield BigClock()

    def get_line_filters(self) -> list[DisplayOrder]:
        return [DisplayOrder(turned=True)]


def rows(app: App[int]) -> list[str]:
    strips = app.screen._compositor.render_strips(app.size)
    return [unicodedata.normalize("NFKC", "".join(segment.text for segment in strip)) for strip in strips]


def first_row(app: App[int]) -> str:
    return rows(app)[0]


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


def test_a_full_line_keeps_its_place() -> None:
    """Its marks are no spaces, which would be counted and cut away."""

    async def walk() -> None:
        app = Clock()
        async with app.run_test(size=(WIDE * 2 + 2, HIGH * 2)) as pilot:
            clock = app.query_one(BigClock)
            clock.show([Face("3:25", "بقي من 10", 0.5)], WIDE * 2, HIGH)
            await until(pilot, lambda: any("10" in row for row in rows(app)))
            (row,) = [row for row in rows(app) if "10" in row]
            assert (len(row) - len(row.lstrip())) - (len(row) - len(row.rstrip())) in (0, 1, -1), "in the middle"

    asyncio.run(walk())


def test_arabic_arrows_point_where_reading_goes_on() -> None:
    for message in ("notes.owed", "notes.followed", "capture.understood", "capture.passed"):
        said = Words("ar")(message, who="يوسف", when="غدًا", day="غدًا")
        shown = "".join(segment.text for segment in DisplayOrder(turned=True).apply([Segment(said)], Color(0, 0, 0)))
        assert shown.endswith("←"), message
