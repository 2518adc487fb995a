"""Long lists and grids in little room: the cursor is always seen, and what is missing can all be read."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Button

from facilitate.language import Words
from facilitate.tui.dialogs.confirm import Confirm
from facilitate.tui.screens.observe import ObserveScreen
from facilitate.tui.widgets.scoregrid import GridCell, GridLine, ScoreGrid
from tests.tui.sitting import NORMAL, app_for, made, until

LINES = tuple(GridLine(f"A{n}", "words", (GridCell("3"),), key=f"A{n}") for n in range(60))


class Alone(App[None]):
    """The grid and nothing else."""

    def compose(self) -> ComposeResult:
        yield ScoreGrid(id="grid")


def stands_at(text: VerticalScroll, row: int) -> bool:
    """Whether a text has been moved that far."""
    return text.scroll_offset.y == row


def seen(grid: ScoreGrid) -> bool:
    """Whether the cursor is on a row of the screen, with a row above and below it where there are any."""
    row, room = grid.cursor - grid.scroll_offset.y, grid.size.height - 1
    above, below = min(1, grid.cursor), min(1, len(grid.lines) - 1 - grid.cursor)
    return above <= row < room - below


def test_the_cursor_is_seen_after_every_change_of_lines_and_of_size() -> None:
    async def walk() -> None:
        app = Alone()
        async with app.run_test(size=(60, 20)) as pilot:
            grid = app.query_one(ScoreGrid)
            grid.show(LINES, ("Amina",))
            await pilot.pause()
            for place in (59, 30, 0, 18, 17, 40, 39):
                grid.go(place)
                await pilot.pause()
                assert seen(grid), place
            grid.go(45)
            grid.show(LINES[44:46], ("Amina",))
            await pilot.pause()
            assert seen(grid)
            grid.show(LINES, ("Amina",))
            await pilot.pause()
            assert (grid.cursor, seen(grid)) == (45, True), "everything is shown again"
            for height in (8, 30, 12):
                await pilot.resize_terminal(60, height)
                await until_seen(grid)

    async def until_seen(grid: ScoreGrid) -> None:
        for _ in range(200):
            await asyncio.sleep(0.01)
            if seen(grid):
                return
        raise AssertionError((grid.cursor, grid.scroll_offset, grid.size))

    asyncio.run(walk())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return made(tmp_path / "x.meeting")


def test_the_cursor_is_seen_after_a_search_another_language_and_a_jump(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: getattr(app.screen, "here", None))
            screen = app.screen
            assert isinstance(screen, ObserveScreen)
            last = screen.grid.lines[-1]
            await pilot.press("slash", *last.key.lower())
            await until(pilot, lambda: len(screen.grid.lines) < 5)
            await pilot.press("enter", "escape")
            await until(pilot, lambda: len(screen.grid.lines) > 20)
            await until(pilot, lambda: seen(screen.grid))
            assert screen.grid.line == last
            await pilot.press("l")
            await until(pilot, lambda: app.screen is not screen and getattr(app.screen, "here", None))
            other = app.screen
            assert isinstance(other, ObserveScreen)
            await until(pilot, lambda: other.grid.line and other.grid.line.key == last.key and seen(other.grid))

    asyncio.run(walk())


def test_a_long_list_before_sending_is_moved_by_keys_and_the_buttons_keep_theirs(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: getattr(app.screen, "here", None))
            body = "\n".join(f"line {n}" for n in range(60))
            app.push_screen(Confirm("Send?", body, "Send", Words("en")))
            await until(pilot, lambda: isinstance(app.screen, Confirm) and app.screen.query("#no:focus"))
            screen = app.screen
            text = screen.query_one("#confirm-body", VerticalScroll)
            assert text.size.height >= 12, "the room that there is"
            assert screen.query_one("#no", Button).region.bottom < 24
            for key, there in (("down", 1), ("up", 0), ("end", text.max_scroll_y), ("home", 0)):
                await pilot.press(key)
                await until(pilot, partial(stands_at, text, there))
            await pilot.press("pagedown")
            await until(pilot, lambda: text.scroll_offset.y > 5)
            assert screen.query("#no:focus")
            await pilot.press("left")
            assert screen.query("#yes:focus")

    asyncio.run(walk())


def test_a_long_heading_is_cut_before_its_count() -> None:
    async def walk() -> None:
        app = Alone()
        async with app.run_test(size=(30, 8)) as pilot:
            grid = app.query_one(ScoreGrid)
            title = "Participation and equity of voice"
            grid.show((GridLine("C", f"{title}  3/8", key="section:C", progress="3/8"), *LINES), ("Amina",))
            await pilot.pause()
            line = grid.render_line(1).text.rstrip()
            assert line.startswith(" C  Participation")
            assert line.endswith("  3/8")

    asyncio.run(walk())
