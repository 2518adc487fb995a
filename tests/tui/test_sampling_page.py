"""The page of sampling: which interval is in view and when it is, what has room on it, and what it explains."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual.pilot import Pilot

from facilitate.analysis.sampling import span_of
from facilitate.domain.events.running import Paused, Resumed, StepOpened
from facilitate.domain.indicator import Interval, Option
from facilitate.language.words import CODES, Code
from facilitate.tui.app import FacilitateApp
from facilitate.tui.dialogs.sampling import Sampling
from facilitate.tui.screens.observe import ObserveScreen
from tests.making import small_room, words
from tests.tui.sitting import NARROW, app_for, lines_of, settled, text_of, until
from tests.tui.test_sampling import file
from tests.tui.test_snapshots import Sitting

__all__ = ["file"]


def clock_of(app: FacilitateApp) -> str:
    return text_of(app, "#sampling-clock")


def test_an_earlier_one_is_left_when_the_next_begins_but_not_under_a_finger_that_ticks(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path / "x.meeting")
    sitting.laptop.passes(minutes=20, seconds=1)

    async def steps(pilot: Pilot[int], app: FacilitateApp, screen: ObserveScreen) -> None:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Sampling))
        await pilot.press("left")
        assert "Snapshot 1" in clock_of(app)
        sitting.laptop.passes(minutes=10)
        await until(pilot, lambda: "Snapshot 3" in clock_of(app))
        assert "Snapshot 3: look up once" in text_of(app, "#sampling-told")
        sitting.laptop.passes(minutes=9, seconds=58)
        await pilot.press("left", "1")
        await settled(pilot)
        sitting.laptop.passes(seconds=4)
        await until(pilot, lambda: "4" in clock_of(app).split("gone by", 1)[-1])
        assert "Snapshot 2" in clock_of(app)
        sitting.laptop.passes(seconds=4)
        await until(pilot, lambda: "Snapshot 4" in clock_of(app))

    sitting.walk(steps)


def test_the_times_of_day_of_an_interval_leave_out_the_pauses() -> None:
    room = small_room()
    seen = Interval(id="I", text=words("i"), codes=(Option(id="a", label=words("a")),))
    assert span_of(room.meeting, seen, 1, room.laptop()) is None
    room.do("mona", StepOpened(step="S0"))
    room.do("mona", StepOpened(step="S1", predecessor="S0"))
    start = room.laptop().wall
    room.laptop.passes(minutes=3)
    room.do("mona", Paused())
    room.laptop.passes(minutes=10)
    room.do("mona", Resumed())

    def minutes(number: int) -> list[int]:
        times = span_of(room.meeting, seen, number, room.laptop())
        return [round((each - start).total_seconds() / 60) for each in times or ()]

    assert [minutes(each) for each in (1, 2, 3)] == [[0, 2], [2, 14], [14, 16]]


@pytest.mark.parametrize("language", CODES)
def test_on_a_narrow_screen_the_keys_stay_and_the_codes_scroll(file: Path, language: Code) -> None:
    async def walk() -> None:
        app = app_for(file, "olga", language)
        async with app.run_test(size=NARROW) as pilot:
            await until(pilot, lambda: getattr(app.screen, "here", None))
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Sampling))
            keys, codes = app.screen.query_one("#sampling-keys"), app.screen.query_one("#sampling-list")
            for pressed in ((), ("question_mark",), ("question_mark",)):
                await pilot.press(*pressed)
                await until(pilot, lambda: 0 < keys.region.bottom < NARROW[1] and codes.size.height >= 3)
            assert not any("sight 25" in line for line in lines_of(app))
            await pilot.press("pagedown", "pagedown", "pagedown", "down")
            await until(pilot, lambda: any("sight 25" in line for line in lines_of(app)))
            await pilot.press("u")
            assert "⌫" in text_of(app, "#sampling-told")

    asyncio.run(walk())
