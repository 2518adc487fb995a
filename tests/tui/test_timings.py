"""What was timed can be put right: other times as people type them, another group or step, or never so."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from facilitate.cli.seats import errands
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import Timed
from facilitate.domain.events.running import StepOpened
from facilitate.domain.grid import Grid, Section
from facilitate.domain.indicator import Duration, Option
from facilitate.domain.meeting.sheets import Timing
from facilitate.journal.journal import Journal
from facilitate.language import Words
from facilitate.tui.app import FacilitateApp
from facilitate.tui.dialogs.ask import Ask
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.observer.timings import Typed, as_typed, time_told
from facilitate.tui.screens.observe import ObserveScreen
from tests.making import Laptop, Room, small_room, words
from tests.tui.sitting import NORMAL, kept, lines_of, settled, text_of, until

GROUPS = tuple(Option(id=each, label=words(each)) for each in ("women", "men"))
TALKS = Duration(id="W2", text=words("talking"), groups=GROUPS)
WAITS = Duration(id="W1", text=words("waiting"))
GRID = Grid(id="g", title=words("g"), sections=(Section(id="S", title=words("S"), indicators=(TALKS, WAITS)),))


def begun() -> Room:
    """Step S1 is open; Olga has timed the women from 14:00:00 to 14:01:00, by the clock of the test's own zone."""
    room = small_room()
    room.do("tess", GridProposed(grid=GRID))
    room.do("mona", StepOpened(step="S0"), StepOpened(step="S1", predecessor="S0"))
    start = room.laptop.wall + timedelta(microseconds=250)
    stop = start + timedelta(minutes=1)
    room.do("olga", Timed(indicator="W2", step="S1", timing="d1", group="women", start=start, stop=stop))
    room.laptop.passes(minutes=10)
    return room


def clock(room: Room, minutes: float) -> str:
    return time_told(room.laptop.wall + timedelta(minutes=minutes))


def typed(room: Room, *texts: str, new: bool = False) -> Timed | Refused:
    before = None if new else room.meeting.sheet("olga").timings["d1"]
    cell = room.meeting.sheet("olga").timings["d1"].cell
    return as_typed(room.meeting, TALKS, cell, before, Typed(*texts), room.laptop.wall, Words("en"))


def test_other_times_another_group_another_step() -> None:
    room = begun()
    before: Timing = room.meeting.sheet("olga").timings["d1"]
    fact = typed(room, time_told(before.start), clock(room, -8), "2", "s0")
    assert isinstance(fact, Timed)
    assert fact.start == before.start, "a time that was left as it stands keeps its fractions"
    assert fact.stop == room.laptop.wall - timedelta(minutes=8)
    assert (fact.timing, fact.group, fact.step) == ("d1", "men", "S0")
    room.do("olga", fact)
    assert room.meeting.sheet("olga").timings["d1"].group == "men"


def test_one_that_was_never_timed_can_be_given_and_may_still_run() -> None:
    room = begun()
    fact = typed(room, clock(room, -3), "", "WOMEN", new=True)
    assert isinstance(fact, Timed)
    assert (fact.start, fact.stop, fact.group) == (room.laptop.wall - timedelta(minutes=3), None, "women")


@pytest.mark.parametrize(
    ("start", "stop", "group", "step", "message"),
    [
        ("soon", "", "1", "", "timings.no_time"),
        ("", "", "1", "", "timings.no_time"),
        (-3, "later", "1", "", "timings.no_time"),
        (-3, -4, "1", "", "refused.stop_before_start"),
        (2, "", "1", "", "timings.future"),
        (-3, 2, "1", "", "timings.future"),
        (-3, -2, "3", "", "timings.no_group"),
        (-3, -2, "", "", "timings.no_group"),
        (-3, -2, "men", "S9", "refused.no_such_step"),
    ],
)
def test_what_cannot_be_is_said(start: str | int, stop: str | int, group: str, step: str, message: str) -> None:
    room = begun()
    texts = [each if isinstance(each, str) else clock(room, each) for each in (start, stop)]
    found = typed(room, *texts, group, step)
    assert isinstance(found, Refused)
    assert found.message == message


# On the screen.


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path, room = tmp_path / "x.meeting", begun()
    journal = Journal.create(path, Laptop())
    assert isinstance(journal.append_all([(event.by, event.fact) for event in room.events]), list)
    journal.close()
    return path


def test_a_timing_is_corrected_and_another_withdrawn_and_what_runs_ticks_in_its_cell(file: Path) -> None:
    laptop = Laptop()
    laptop.passes(minutes=10)

    async def walk(pilot: Pilot[int], app: FacilitateApp, screen: ObserveScreen) -> None:
        await pilot.press("2")
        laptop.passes(seconds=65)
        await until(pilot, lambda: any("W2" in line and " 1:05 " in line for line in lines_of(app)))
        await pilot.press("t")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await pilot.press("enter")
        await until(pilot, lambda: app.screen.query_one(OptionList).option_count == 2)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        app.screen.query_one("#field-1", Input).value = "never"
        await pilot.press("enter", "enter", "enter", "enter")
        await until(pilot, lambda: "no time of day" in text_of(app, "#ask-why"))
        stop: datetime = laptop.wall - timedelta(minutes=8)
        app.screen.query_one("#field-1", Input).value = f"{stop.astimezone():%Hh%M}"
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is screen)
        await pilot.press("t")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await pilot.press("down", "enter")
        await until(pilot, lambda: app.screen.query_one(OptionList).option_count == 2)
        await pilot.press("down", "enter")
        await until(pilot, lambda: not screen.lasting)

    async def walked() -> None:
        app = FacilitateApp(Words("en"), errands())
        app.begin_with(Journal.open(file, laptop), "olga")
        async with app.run_test(size=NORMAL) as pilot:
            screen = app.screen
            assert isinstance(screen, ObserveScreen)
            await until(pilot, lambda: screen.here)
            await walk(pilot, app, screen)
            await settled(pilot)

    asyncio.run(walked())
    (timing,) = kept(file).record.meeting.sheet("olga").timings.values()
    assert timing.stop is not None
    assert (timing.id, timing.group) == ("d1", "women")
    assert timing.stop == (laptop.wall - timedelta(minutes=8)).replace(second=0)
