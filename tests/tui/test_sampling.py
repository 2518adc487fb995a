"""Sampling and durations on the observer's screen: kept at each key, missed where nobody looked, stops put right."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from facilitate.analysis.lasting import ended_at
from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import Timed
from facilitate.domain.events.running import StepOpened
from facilitate.domain.grid import Grid, Section
from facilitate.domain.indicator import Duration, Interval, Option
from facilitate.journal.journal import Journal
from facilitate.language import Words
from facilitate.language.words import CODES, Code
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.dialogs.sampling import KEYS, Sampling
from facilitate.tui.observer.lasting import lasting_told
from facilitate.tui.screens.observe import ObserveScreen
from tests.making import small_room, words
from tests.tui.sitting import NARROW, NORMAL, app_for, kept, lines_of, settled, until

SEEN = Interval(
    id="I1",
    text=words("what is seen"),
    codes=tuple(Option(id=f"code{n}", label=words(f"sight {n}")) for n in range(1, 26)),
)
WAITS = Duration(id="W1", text=words("waiting"))
TALKS = Duration(id="W2", text=words("talking"), groups=(Option(id="women", label=words("women")),))
GRID = Grid(id="g", title=words("g"), sections=(Section(id="S", title=words("S"), indicators=(SEEN, WAITS, TALKS)),))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "x.meeting"
    journal = Journal.create(path)
    acts = [
        (event.by, GridProposed(grid=GRID) if isinstance(event.fact, GridProposed) else event.fact)
        for event in small_room().events
    ]
    acts += [("mona", StepOpened(step="S0")), ("mona", StepOpened(step="S1", predecessor="S0"))]
    assert isinstance(journal.append_all(acts), list)
    journal.close()
    return path


def test_every_code_of_a_long_protocol_has_a_key_of_its_own() -> None:
    assert len(set(KEYS)) == len(KEYS) >= 25


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("size", [NORMAL, NARROW])
def test_ticks_are_kept_one_by_one_on_any_layout(file: Path, size: tuple[int, int], language: Code) -> None:
    async def walk() -> None:
        app = app_for(file, "olga", language)
        async with app.run_test(size=size) as pilot:
            screen = app.screen
            assert isinstance(screen, ObserveScreen)
            await until(pilot, lambda: screen.here)
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Sampling))
            await pilot.press("1", "٢", "a", "ي", "1")  # on the Arabic layout the key of d, the thirteenth code
            await settled(pilot)
            assert any("✓" in line for line in lines_of(app))
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is screen)

    asyncio.run(walk())
    ((_, marks),) = kept(file).record.meeting.sheet("olga").intervals.items()
    assert marks[1].codes == ("code2", "code11", "code13")


def test_nothing_seen_is_not_missed(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=NORMAL) as pilot:
            screen = app.screen
            assert isinstance(screen, ObserveScreen)
            await until(pilot, lambda: screen.here)
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Sampling))
            await pilot.press("space")
            await settled(pilot)

    asyncio.run(walk())
    ((_, marks),) = kept(file).record.meeting.sheet("olga").intervals.items()
    assert (marks[1].codes, marks[1].missed) == ((), False)


def test_the_same_key_starts_and_stops(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=NORMAL) as pilot:
            screen = app.screen
            assert isinstance(screen, ObserveScreen)
            await until(pilot, lambda: screen.here)
            await pilot.press("down", "enter", "down", "1")
            await settled(pilot)
            assert "W1" in screen.lasting
            assert "W2 women" in screen.lasting
            await pilot.press("1")
            await settled(pilot)
            assert "W2" not in screen.lasting

    asyncio.run(walk())
    timings = kept(file).record.meeting.sheet("olga").timings.values()
    assert [(each.cell.indicator, each.group, each.stop is None) for each in timings] == [
        ("W1", None, True),
        ("W2", "women", False),
    ]


def test_a_forgotten_stop_is_noticed_and_put_where_the_step_ended(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=NORMAL) as pilot:
            screen = app.screen
            assert isinstance(screen, ObserveScreen)
            await until(pilot, lambda: screen.here)
            await pilot.press("down", "enter")
            await settled(pilot)
            other = Journal.open(file)
            other.append("mona", StepOpened(step="S2", predecessor="S1"))
            other.close()
            await until(pilot, lambda: "ended" in screen.lasting)
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Choose))
            await pilot.press("enter")
            await until(pilot, lambda: not screen.lasting)
            await settled(pilot)

    asyncio.run(walk())
    meeting = kept(file).record.meeting
    (timing,) = meeting.sheet("olga").timings.values()
    assert timing.stop == ended_at(meeting, timing)


def test_how_long_something_lasts_is_told_with_its_group() -> None:
    room = small_room()
    room.do("tess", GridProposed(grid=GRID))
    room.do("mona", StepOpened(step="S0"))
    start = room.laptop().wall
    room.do("olga", Timed(about="meeting", indicator="W2", step="S0", timing="t", group="women", start=start))
    (timing,) = room.meeting.sheet("olga").timings.values()
    room.laptop.passes(seconds=75)
    room.laptop.wall += timedelta(hours=1)  # somebody sets the clock: what has passed stays
    assert "W2 women 1:15" in lasting_told(room.meeting, timing, room.laptop(), Words("en"))
