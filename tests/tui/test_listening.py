"""Screens listen once, and paint what is not on disk yet as such."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from facilitate.domain.events.preparing import PersonChanged
from facilitate.domain.people import Role
from facilitate.journal.journal import Journal
from facilitate.tui.app import FacilitateApp
from facilitate.tui.screen import GoTo
from facilitate.tui.screens.observe import ObserveScreen
from facilitate.tui.seat import PAGES
from tests.tui.sitting import NORMAL, app_for, made, settled, until


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return made(tmp_path / "x.meeting")


async def before_the_grid(pilot: Pilot[int]) -> ObserveScreen:
    app = pilot.app
    await until(pilot, lambda: isinstance(app.screen, ObserveScreen) and app.screen.there and app.screen.here)
    assert isinstance(app.screen, ObserveScreen)
    return app.screen


def listeners(app: FacilitateApp) -> int:
    assert app.session is not None
    return len(app.session._listeners)


def test_every_page_listens_once_and_no_more_when_it_is_left(file: Path) -> None:
    """What is drawn twice is slow twice."""

    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: getattr(app.screen, "there", False))
            usual = listeners(app)
            for page in (*PAGES[1:], *PAGES):
                app.post_message(GoTo(page))
                await until(pilot, lambda page=page: app.screen_name == page and getattr(app.screen, "there", False))  # type: ignore[misc]
                assert listeners(app) == usual, page

    asyncio.run(walk())


def test_an_answer_has_a_sign_until_it_is_on_disk(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the disk is, nothing looks kept that is not."""
    disk, append = threading.Event(), Journal.append

    def slowly(journal: Journal, *args: Any, **kwargs: Any) -> Any:
        assert disk.wait(10)
        return append(journal, *args, **kwargs)

    monkeypatch.setattr(Journal, "append", slowly)

    async def walk() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=NORMAL) as pilot:
            grid = (await before_the_grid(pilot)).grid
            await pilot.press("down", "3")
            await until(pilot, lambda: grid.line and grid.line.cells[0] == ("3", "…"))
            await pilot.press("down", "down", "2")
            await until(pilot, lambda: grid.line and grid.line.cells == (("2", "…"), ("·", " ")))
            before = grid.lines[grid.cursor - 2]
            assert (before.key, before.cells[0]) == ("A2", ("3", "…")), "drawn anew, and still waiting"
            disk.set()
            await settled(pilot)
            await until(pilot, lambda: all(cell.mark != "…" for line in grid.lines for cell in line.cells))

    asyncio.run(walk())


def test_home_goes_to_the_first_indicator_and_end_to_the_last(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=NORMAL) as pilot:
            grid = (await before_the_grid(pilot)).grid
            for key, place in (("end", len(grid.lines) - 1), ("home", 1), ("pagedown", None), ("pageup", 1)):
                await pilot.press(key)
                assert place in (None, grid.cursor), key

    asyncio.run(walk())


def test_the_subject_stays_who_it_is_when_another_comes_before_or_goes(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=NORMAL) as pilot:
            grid = (await before_the_grid(pilot)).grid
            await pilot.press("right")
            assert (grid.names, grid.subject) == (("Mona", "Milo"), 1)
            assert app.session is not None
            app.session.do("nora", PersonChanged(person="mona", roles=frozenset({Role.NOTE_TAKER})))
            await until(pilot, lambda: grid.names == ("Milo",))
            assert grid.subject == 0
            app.session.do("nora", PersonChanged(person="mona", roles=frozenset({Role.MODERATOR})))
            await until(pilot, lambda: len(grid.names) == 2)
            assert grid.names[grid.subject] == "Milo"

    asyncio.run(walk())
