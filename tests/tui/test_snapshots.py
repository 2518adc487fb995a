"""Snapshots on the observer's screen, the quiet word that something has begun, and what is taken back on the page."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from facilitate.cli.seats import errands
from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import IntervalMarked
from facilitate.domain.events.running import MeetingClosed, StepOpened
from facilitate.domain.grid import Grid, Section
from facilitate.domain.indicator import Interval, Option
from facilitate.domain.meeting.sheets import IntervalMark
from facilitate.journal.journal import Journal
from facilitate.kits.settings import ENVIRONMENT
from facilitate.language import Words
from facilitate.language.words import Code
from facilitate.tui.app import FacilitateApp
from facilitate.tui.dialogs.facts import Facts
from facilitate.tui.dialogs.sampling import Sampling
from facilitate.tui.screens.observe import ObserveScreen
from tests.making import Laptop, small_room, words
from tests.tui.sitting import NARROW, NORMAL, kept, lines_of, settled, text_of, until

CODES = tuple(Option(id=each, label=words(each)) for each in ("all", "half", "nobody"))
ONE = Interval(id="M1", text=words("with it"), every_seconds=600, momentary=True, at_most=1, codes=CODES)
TWO = Interval(id="M2", text=words("who talks"), every_seconds=3600, momentary=True, at_most=2, codes=CODES)
GRID = Grid(id="g", title=words("g"), sections=(Section(id="S", title=words("S"), indicators=(ONE, TWO)),))
Walk = Callable[[Pilot[int], FacilitateApp, ObserveScreen], Awaitable[None]]


class Sitting:
    """Olga before a meeting that has just begun, on a laptop whose clock moves when told."""

    def __init__(self, path: Path) -> None:
        self.path, self.laptop = path, Laptop()
        journal = Journal.create(path, self.laptop)
        acts = [
            (event.by, GridProposed(grid=GRID) if isinstance(event.fact, GridProposed) else event.fact)
            for event in small_room().events
        ]
        acts += [("mona", StepOpened(step="S0")), ("mona", StepOpened(step="S1", predecessor="S0"))]
        assert isinstance(journal.append_all(acts), list)
        journal.close()

    def walk(self, steps: Walk, size: tuple[int, int] = NORMAL, language: Code = "en") -> None:
        async def walked() -> None:
            app = FacilitateApp(Words(language), errands())
            app.begin_with(Journal.open(self.path, self.laptop), "olga")
            async with app.run_test(size=size) as pilot:
                screen = app.screen
                assert isinstance(screen, ObserveScreen)
                await until(pilot, lambda: screen.here)
                await steps(pilot, app, screen)
                await settled(pilot)

        asyncio.run(walked())

    def marks(self, indicator: str) -> dict[int, IntervalMark]:
        found = kept(self.path).record.meeting.sheet("olga").intervals.items()
        return next((dict(marks) for cell, marks in found if cell.indicator == indicator), {})


@pytest.fixture
def olga(tmp_path: Path) -> Sitting:
    return Sitting(tmp_path / "x.meeting")


def said(app: FacilitateApp) -> str:
    return text_of(app, "#sampling-clock")


@pytest.mark.parametrize(("size", "language"), [(NORMAL, "en"), (NARROW, "fr"), (NARROW, "ar")])
def test_a_snapshot_waits_for_its_sign_and_a_second_tick_replaces_the_first(
    olga: Sitting, size: tuple[int, int], language: Code
) -> None:
    words = Words(language)

    async def steps(pilot: Pilot[int], app: FacilitateApp, screen: ObserveScreen) -> None:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Sampling))
        assert words("snapshot.first", time="10:00") in said(app)
        await pilot.press("1")
        olga.laptop.passes(minutes=10)
        await until(pilot, lambda: words("snapshot.look") in said(app))
        await pilot.press("1", "3")
        olga.laptop.passes(seconds=75)
        await until(pilot, lambda: words("snapshot.was", time="1:15") in said(app))
        assert [line for line in lines_of(app) if "✓" in line]
        olga.laptop.passes(minutes=20)
        await until(pilot, lambda: words("snapshot.interval", number="3") in said(app))
        await pilot.press("left")
        assert words("snapshot.missed") in said(app)

    olga.walk(steps, size, language)
    marks = olga.marks("M1")
    assert {number: mark.codes for number, mark in marks.items()} == {1: ("nobody",), 2: ()}
    assert marks[2].missed
    assert olga.marks("M2") == {}


def test_one_code_too_many_is_told_on_the_page(olga: Sitting) -> None:
    olga.laptop.passes(minutes=60)

    async def steps(pilot: Pilot[int], app: FacilitateApp, screen: ObserveScreen) -> None:
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, Sampling))
        await pilot.press("1", "2", "3")
        assert "At most 2" in text_of(app, "#sampling-told")
        await pilot.press("1")
        assert text_of(app, "#sampling-told") == ""

    olga.walk(steps)
    assert olga.marks("M2")[1].codes == ("half",)


def test_what_was_ticked_on_the_page_is_taken_back_and_nothing_else(olga: Sitting) -> None:
    other = Journal.open(olga.path, olga.laptop)
    olga.laptop.passes(minutes=10)
    other.append("olga", IntervalMarked(indicator="M1", interval=1, codes=("all",)))
    other.close()
    olga.laptop.passes(minutes=11)

    async def steps(pilot: Pilot[int], app: FacilitateApp, screen: ObserveScreen) -> None:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Sampling))
        await pilot.press("backspace")
        assert "Nothing was ticked" in text_of(app, "#sampling-told")
        await pilot.press("3")
        await settled(pilot)
        olga.laptop.passes(minutes=30)
        await until(pilot, lambda: 3 in screen.sheet.intervals[screen.everything[0].cell])
        await pilot.press("backspace")
        await until(pilot, lambda: not [line for line in lines_of(app) if "✓" in line])
        await pilot.press("plus")
        await until(pilot, lambda: screen.sheet.intervals[screen.everything[0].cell][2].codes == ("nobody",))

    olga.walk(steps)
    marks = olga.marks("M1")
    assert (marks[1].codes, marks[2].codes, marks[3].missed) == (("all",), ("nobody",), True)


def test_after_the_close_the_last_moment_can_be_put_right_until_the_sheet_is_sent(olga: Sitting) -> None:
    olga.laptop.passes(minutes=25)
    other = Journal.open(olga.path, olga.laptop)
    other.append("mona", MeetingClosed())
    other.close()
    olga.laptop.passes(minutes=60)

    async def steps(pilot: Pilot[int], app: FacilitateApp, screen: ObserveScreen) -> None:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Sampling))
        assert re.match(r"Snapshot 2 · \d\d:\d\d · The meeting is closed\.", said(app))
        await pilot.press("2", "left")
        assert "Snapshot 1" in said(app)
        await pilot.press("escape")
        assert "snapshot" not in text_of_room(screen)

    olga.walk(steps)
    assert olga.marks("M1")[2].codes == ("half",)


def test_a_sign_stands_above_the_grid_and_in_the_frame_of_what_is_being_typed(
    olga: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, rung = tmp_path / "settings.json", list[int]()
    settings.write_text('{"bell": true}', encoding="utf-8")
    monkeypatch.setenv(ENVIRONMENT, str(settings))
    monkeypatch.setattr(FacilitateApp, "bell", lambda app: rung.append(1))

    async def steps(pilot: Pilot[int], app: FacilitateApp, screen: ObserveScreen) -> None:
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, Facts))
        await pilot.press("h", "e")
        olga.laptop.passes(minutes=10)
        await until(
            pilot, lambda: any("M1: snapshot 1, look up once" in line and "╭" in line for line in lines_of(app))
        )
        await pilot.press("y")
        assert app.screen.query_one(Input).value == "hey"
        await pilot.press("escape")
        await until(pilot, lambda: "M1: snapshot 1, look up once" in text_of_room(screen))
        olga.laptop.passes(seconds=11)
        await until(pilot, lambda: "M1: snapshot 1 waits, next sign in 9:4" in text_of_room(screen))
        assert rung == [1]

    olga.walk(steps)


def text_of_room(screen: ObserveScreen) -> str:
    return str(screen.query_one("#room").render())


def test_nothing_rings_unless_somebody_wanted_it(olga: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FacilitateApp, "bell", lambda app: pytest.fail("a hall is quiet"))

    async def steps(pilot: Pilot[int], app: FacilitateApp, screen: ObserveScreen) -> None:
        olga.laptop.passes(minutes=10)
        await until(pilot, lambda: "M1: snapshot 1, look up once" in text_of_room(screen))

    olga.walk(steps)
