"""The moderator's page: what stays in sight, and what others do that must not move it."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from facilitate.analysis import sitting
from facilitate.domain.events.capturing import Captured, CaptureKind
from facilitate.domain.events.running import Extended, StepOpened
from facilitate.language.words import CODES, Code
from facilitate.tui.app import FacilitateApp
from facilitate.tui.screens.step import StepPage
from facilitate.tui.widgets.agenda import AgendaView
from facilitate.tui.widgets.captures import CaptureList
from facilitate.tui.widgets.clock import ClockView
from facilitate.tui.widgets.stepcard import StepCard
from tests.tui.sitting import NARROW, NORMAL, WIDE, app_for, heading_of, lines_of, made, settled, text_of, until


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return made(tmp_path / "step.meeting")


def notes(app: FacilitateApp, *numbers: int) -> None:
    """The note-taker writes some things down."""
    assert app.session is not None
    for each in numbers:
        app.session.do("nora", Captured(capture=f"c{each}", what=CaptureKind.NOTE, text=f"said {each}"))


async def drawn(pilot: Pilot[int]) -> None:
    app = pilot.app
    assert isinstance(app, FacilitateApp)
    await until(pilot, lambda: isinstance(app.screen, StepPage) and any("●" in line for line in lines_of(app)))


def test_what_is_kept_comes_into_sight_but_nobody_is_torn_away_from_reading(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=NORMAL) as pilot:
            await drawn(pilot)
            kept = app.screen.query_one(CaptureList)
            notes(app, *range(1, 21))
            await until(pilot, lambda: any("said 20" in line for line in lines_of(app)))
            await settled(pilot)
            await pilot.pause()
            kept.scroll_to(y=5, animate=False)
            await until(pilot, lambda: any("said 6" in line for line in lines_of(app)))
            notes(app, 21)
            await until(pilot, lambda: kept.max_scroll_y == 21 - kept.size.height)
            await pilot.pause()
            assert kept.scroll_offset.y == 5
            kept.scroll_end(animate=False)
            await until(pilot, lambda: any("said 21" in line for line in lines_of(app)))
            notes(app, 22)
            await until(pilot, lambda: any("said 22" in line for line in lines_of(app)))

    asyncio.run(walk())


def test_the_text_stays_where_it_was_read_to_until_another_step_is_open(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=(60, 21)) as pilot:
            await pilot.press("n", "n", "n")
            await until(pilot, lambda: "Y02" in heading_of(app))
            card = app.screen.query_one(StepCard)
            await until(pilot, lambda: card.max_scroll_y > 2)
            await pilot.press("down", "down")
            await until(pilot, lambda: card.scroll_offset.y == 2)
            assert app.session is not None
            app.session.do("tim", Extended(step="Y02", minutes=2))
            notes(app, 1)
            await until(pilot, lambda: "9" in text_of(app, "#clock-words"))
            assert card.scroll_offset.y == 2
            await pilot.press("l", "l", "l")  # round the languages
            await until(pilot, lambda: app.screen.query_one(StepCard) is not card)
            await until(pilot, lambda: app.screen.query_one(StepCard).scroll_offset.y == 2)
            app.session.do("tim", StepOpened(step="Y03", predecessor="Y02"))
            await until(pilot, lambda: app.screen.query_one(StepCard).scroll_offset.y == 0)

    asyncio.run(walk())


def test_the_agenda_follows_the_open_step_and_nothing_else(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=(80, 20)) as pilot:
            await pilot.press("n")
            agenda = app.screen.query_one(AgendaView)
            await until(pilot, lambda: agenda.max_scroll_y > 2)
            agenda.scroll_end(animate=False)
            await until(pilot, lambda: agenda.scroll_offset.y == agenda.max_scroll_y)
            notes(app, 1)
            await until(pilot, lambda: any("said 1" in line for line in lines_of(app)))
            await pilot.pause()
            await pilot.pause()
            assert agenda.scroll_offset.y == agenda.max_scroll_y
            await pilot.press("n")
            await until(pilot, lambda: any("▶ Y01" in line for line in lines_of(app)))

    asyncio.run(walk())


@pytest.mark.parametrize("size", [NORMAL, NARROW, WIDE])
@pytest.mark.parametrize("language", CODES)
def test_the_step_is_read_at_one_glance(file: Path, size: tuple[int, int], language: Code) -> None:
    async def walk() -> None:
        app = app_for(file, "mona", language)
        async with app.run_test(size=size) as pilot:
            await pilot.press("n", "n")
            await until(pilot, lambda: "Y01" in heading_of(app))
            await until(pilot, lambda: "Y01" in text_of(app, "#step-title"))
            card, screen, agenda = app.screen.query_one(StepCard), app.screen, app.screen.query_one(AgendaView)
            assert isinstance(screen, StepPage)
            assert card.max_scroll_y == 0, "purpose, output, method and tips are in sight"
            step = screen.meeting.agenda and screen.meeting.agenda.step("Y01")
            assert step
            assert step.tips[-1].to(language).split()[-1] in "\n".join(lines_of(app))
            assert "Y02" in text_of(app, "#step-after")
            assert "Y00" in text_of(app, "#step-before")
            for _ in range(3):
                assert screen.query_one(ClockView).display
                assert screen.query_one(ClockView).region.height == 5
                await pilot.press("v")
            assert agenda.is_attached

    asyncio.run(walk())


def test_in_a_low_window_the_time_stands_above(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=(80, 16)) as pilot:
            await pilot.press("n", "n")
            await until(pilot, lambda: re.search(r"Y01 .*\d:\d\d", heading_of(app)))
            assert not app.screen.query_one(ClockView).display
            await until(pilot, lambda: app.screen.query_one(StepCard).size.height >= 3)
            await pilot.resize_terminal(80, 24)
            await until(pilot, lambda: not re.search(r"Y01 .*\d:\d\d left", heading_of(app)))
            assert app.screen.query_one(ClockView).display

    asyncio.run(walk())


def test_a_long_sitting_is_told_with_the_key_that_helps(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=NORMAL) as pilot:
            await pilot.press("n", "n")
            await until(pilot, lambda: "Y01" in heading_of(app))
            assert not any("Sitting" in line for line in lines_of(app))
            monkeypatch.setattr(sitting, "LONG", 0)
            await until(pilot, lambda: any("e energiser" in line for line in lines_of(app)))

    asyncio.run(walk())
