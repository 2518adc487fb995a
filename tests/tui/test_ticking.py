"""What a tick, and a tick taken away, leave in an interval; what was written before stays readable."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import IntervalMarked
from facilitate.domain.meeting.sheets import Cell, IntervalMark
from facilitate.tui.dialogs.sampling import Sampling
from facilitate.tui.observer.presses import Presses
from tests.making import small_room
from tests.tui.sitting import NORMAL, app_for, kept, settled, text_of, until
from tests.tui.test_sampling import GRID, file

__all__ = ["file"]


def marks_of(path: Path) -> dict[int, IntervalMark]:
    return {
        n: mark for marks in kept(path).record.meeting.sheet("olga").intervals.values() for n, mark in marks.items()
    }


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        (("1", "2", "1", "2"), None),
        (("space", "1", "2", "1", "2"), ()),
        (("1", "2", "1", "space", "2"), ("code2",)),
        (("1", "1"), ("code1",)),
    ],
)
def test_without_its_last_tick_an_interval_is_as_it_was_before(
    file: Path, keys: tuple[str, ...], codes: tuple[str, ...] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("facilitate.tui.observer.presses.WITHIN", 1_000_000)
    said: list[str] = []

    async def walk() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: getattr(app.screen, "here", None))
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Sampling))
            await pilot.press(*keys)
            await settled(pilot)
            said.extend((text_of(app, "#sampling-clock"), text_of(app, "#sampling-told")))

    asyncio.run(walk())
    marks = marks_of(file)
    assert (marks[1].codes if 1 in marks else None) == codes
    assert ("not marked yet" in said[0]) is (codes is None)
    assert ("twice" in said[1]) is (keys == ("1", "1"))


def test_a_mark_that_was_withdrawn_leaves_nothing_and_can_be_missed_or_marked_again() -> None:
    room = small_room()

    room.do("tess", GridProposed(grid=GRID))
    mark = IntervalMarked(indicator="I1", step="S1", interval=1, codes=("code1",))
    gone = IntervalMarked(indicator="I1", step="S1", interval=1, withdrawn=True)
    room.do("olga", mark)
    room.do("olga", gone)
    assert room.meeting.sheet("olga").intervals == {}
    room.do("olga", IntervalMarked(indicator="I1", step="S1", interval=1, missed=True))
    room.do("olga", gone)
    room.do("olga", mark)
    ((_, marks),) = room.meeting.sheet("olga").intervals.items()
    assert marks[1].codes == ("code1",)


def test_a_held_key_stays_one_press() -> None:

    presses, cell = Presses(), Cell("meeting", "I1")
    assert [presses.again(cell, "1", at) for at in (0, 400, 800, 1_400)] == [False, True, True, False]
