"""What happens to what is typed, told or still on its way to the disk when a person goes elsewhere."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from facilitate.domain.events.observing import EvidenceAdded, Scored
from facilitate.domain.meeting.sheets import Cell
from facilitate.journal.journal import Journal
from facilitate.journal.machine import Readings, this_machine
from facilitate.tui.screens.home import HomeScreen
from facilitate.tui.screens.observe import ObserveScreen
from tests.tui.sitting import NORMAL, app_for, kept, made, settled, until


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return made(tmp_path / "x.meeting")


async def before_the_grid(pilot: Pilot[int]) -> ObserveScreen:
    app = pilot.app
    await until(pilot, lambda: isinstance(app.screen, ObserveScreen) and app.screen.there and app.screen.here)
    assert isinstance(app.screen, ObserveScreen)
    return app.screen


def minutes_late(file: Path) -> object:
    """What Olga has typed for A1."""
    mark = kept(file).record.meeting.sheet("olga").marks.get(Cell("meeting", "A1"))
    return mark.value if mark else None


@pytest.mark.parametrize("elsewhere", ["l", "f2", "tap"])
def test_a_number_that_is_being_typed_is_kept_when_one_goes_elsewhere(file: Path, elsewhere: str) -> None:
    async def walk() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=NORMAL) as pilot:
            screen = await before_the_grid(pilot)
            await pilot.press("1", "2")
            await until(pilot, lambda: screen.entry is not None and screen.entry[1] == "12")
            if elsewhere == "tap":
                await pilot.click(offset=(4, screen.grid.region.y + 3))
                await pilot.press("o")
            else:
                await pilot.press(elsewhere)
            await until(pilot, lambda: minutes_late(file) == 12)
            await settled(pilot)

    asyncio.run(walk())


def test_what_was_told_to_one_person_is_not_told_to_the_next(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "olga")
        app.folder = file.parent
        async with app.run_test(size=NORMAL) as pilot:
            await before_the_grid(pilot)
            assert app.session is not None
            session = app.session
            session.do("olga", EvidenceAdded(indicator="A1", evidence="e1", text="saffron"))
            await settled(pilot)
            await pilot.press("u", "q")
            await until(pilot, lambda: isinstance(app.screen, HomeScreen))
            assert not app._notifications
            session._post(lambda: session.notice("olga", session_told(session)))
            await pilot.pause()
            assert not app._notifications

    asyncio.run(walk())


def session_told(session: Any) -> Any:
    from facilitate.session import TookBack

    return TookBack(
        session._provisional.write("olga", Scored(indicator="A1", value=3), "0" * 12 + "-0000"), again=False
    )


def test_leaving_waits_for_a_disk_that_is_slow(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk, append = threading.Event(), Journal.append

    def slowly(journal: Journal, *args: Any, **kwargs: Any) -> Any:
        assert disk.wait(10)
        return append(journal, *args, **kwargs)

    monkeypatch.setattr(Journal, "append", slowly)

    async def walk() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=NORMAL) as pilot:
            await before_the_grid(pilot)
            await pilot.press("down", "3", "q")
            await pilot.pause()
            assert app.session is not None, "still there"
            disk.set()
            await until(pilot, lambda: app.session is None)
            assert app.not_kept == 0

    asyncio.run(walk())
    assert [mark.value for mark in kept(file).record.meeting.sheet("olga").marks.values()] == [3]


def test_a_coarse_clock_never_says_the_same_for_two_acts() -> None:
    readings, now = Readings(), this_machine()
    found = [readings.of(now).wall for _ in range(5)]
    assert found == sorted(set(found))
