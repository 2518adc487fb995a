"""What stands above the grid while something is sampled or timed: what was missed, and all of it on a narrow screen."""

from __future__ import annotations

import asyncio
from pathlib import Path

from rich.text import Text

from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import IntervalMarked
from facilitate.domain.events.running import StepOpened
from facilitate.domain.meeting.sheets import Cell
from facilitate.language import Words
from facilitate.tui.observer.rows import packed
from facilitate.tui.observer.waiting import missed_told
from tests.making import small_room
from tests.tui.sitting import NARROW, app_for, settled, text_of, until
from tests.tui.test_sampling import GRID, SEEN, file

__all__ = ["file"]


def test_missed_intervals_are_told_and_when_there_are_many_the_last_ones() -> None:
    room = small_room()
    room.do("tess", GridProposed(grid=GRID))
    room.do("mona", StepOpened(step="S0"))
    room.do("mona", StepOpened(step="S1", predecessor="S0"))
    room.do("olga", IntervalMarked(indicator="I1", step="S1", interval=2, codes=("code1",)))

    def told(*, sending: bool = False) -> list[str]:
        sampled = [(SEEN, Cell("meeting", "I1"))]
        sheet = room.meeting.sheet("olga")
        return missed_told(room.meeting, sheet, sampled, room.laptop(), Words("en"), sending=sending)

    assert told() == []
    room.laptop.passes(minutes=8, seconds=1)
    assert told() == ["I1: missed 1, 3"], "the fourth can still be marked"
    assert told(sending=True) == ["I1: missed 1, 3, 4"]
    room.laptop.passes(minutes=12)
    assert told() == ["I1: missed … 4, 5, 6, 7, 8, 9"]


def test_rows_take_what_has_room_and_the_last_one_the_rest() -> None:
    parts = [Text(each) for each in ("aaaa", "bbbb", "cccc", "dddd", "eeee")]
    assert [row.plain for row in packed(parts, 11, most=2)] == ["aaaa · bbbb", "cccc · dddd · eeee"]
    assert [row.plain for row in packed(parts[:1], 2)] == ["aaaa"]


def test_on_a_narrow_screen_nothing_that_runs_is_cut(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=NARROW) as pilot:
            await until(pilot, lambda: getattr(app.screen, "here", None))
            await pilot.press("down", "enter", "down", "1")
            await settled(pilot)
            await until(pilot, lambda: "W2 women" in text_of(app, "#room"))
            rows = text_of(app, "#room").splitlines()
            assert len(rows) >= 3
            assert all(len(row) <= NARROW[0] - 2 for row in rows[1:])
            assert app.screen.query_one("#room").size.height == len(rows)

    asyncio.run(walk())
