"""On which step answers are put: said above the grid while it is not the open one, and back by itself or by Escape."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from facilitate.domain.agenda import named_by
from facilitate.domain.events.agreeing import IndicatorProposed
from facilitate.domain.events.observing import MEETING
from facilitate.domain.events.running import StepOpened
from facilitate.domain.indicator import Count
from facilitate.domain.meeting.sheets import Cell
from facilitate.journal.journal import Journal
from facilitate.kits.kit_file import read_kit
from facilitate.language import Words
from facilitate.tui.app import FacilitateApp
from facilitate.tui.observer.context import put_on
from facilitate.tui.screens.observe import ObserveScreen
from tests.journal.helping import keep, new_meeting
from tests.making import words
from tests.tui.sitting import NORMAL, app_for, kept, lines_of, settled, until

LATE = Cell(MEETING, "B2", "S0")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Two steps were opened; B2 is about steps, and so is B9, a number."""
    path = tmp_path / "x.meeting"
    journal = new_meeting(path)
    many = Count(id="B9", text=words("how many"), about="step")
    keep(journal, "mona", IndicatorProposed(action="add", code="B9", section="B", indicator=many))
    keep(journal, "mona", StepOpened(step="S0"), StepOpened(step="S1", predecessor="S0"))
    journal.close()
    return path


def walk(path: Path, steps: Callable[[ObserveScreen, Pilot[int], Journal], Coroutine[None, None, None]]) -> None:
    async def walked() -> None:
        app, others = app_for(path, "olga"), Journal.open(path)
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: getattr(app.screen, "here", None))
            screen = app.screen
            assert isinstance(screen, ObserveScreen)
            await steps(screen, pilot, others)
            await settled(pilot)
        others.close()

    asyncio.run(walked())


def in_step(screen: ObserveScreen) -> str:
    line = screen.query_one("#instep", Static)
    return str(line.render()) if line.display else ""


def told(screen: ObserveScreen, text: str) -> bool:
    assert isinstance(screen.app, FacilitateApp)
    return any(text in line for line in lines_of(screen.app))


@pytest.mark.parametrize(
    ("step", "now", "said"),
    [
        (None, None, ""),
        ("S1", "S1", ""),
        ("S0", "S1", "Answers about steps go on S0, not on S1 · Esc: back to S1"),
        ("S0", None, "Answers about steps go on S0; no step is open · Esc: leave S0"),
    ],
)
def test_the_line_stands_only_where_it_is_not_the_open_step(step: str | None, now: str | None, said: str) -> None:
    assert put_on(step, now, Words("en")) == said


def test_a_late_answer_goes_on_its_step_and_the_next_step_takes_over_by_itself(file: Path) -> None:
    async def steps(screen: ObserveScreen, pilot: Pilot[int], others: Journal) -> None:
        assert in_step(screen) == ""
        await pilot.press("d")
        await until(pilot, lambda: "go on S0, not on S1" in in_step(screen))
        await pilot.press("3")
        await until(pilot, lambda: LATE in screen.sheet.marks)
        assert "go on S0, not on S1" in in_step(screen), "an answer does not move it"
        keep(others, "mona", StepOpened(step="S2", predecessor="S1"))
        await until(pilot, lambda: told(screen, "go on S2 again, which is open"))
        assert in_step(screen) == ""
        await pilot.press("2")
        await until(pilot, lambda: len(screen.sheet.marks) == 2)

    walk(file, steps)
    marks = kept(file).record.meeting.sheet("olga").marks
    assert {cell: mark.value for cell, mark in marks.items()} == {LATE: 3, Cell(MEETING, "B2", "S2"): 2}


def test_escape_goes_back_to_the_open_step(file: Path) -> None:
    async def steps(screen: ObserveScreen, pilot: Pilot[int], _: Journal) -> None:
        await pilot.press("f", "d")
        await until(pilot, lambda: in_step(screen))
        sight = screen.sight
        await pilot.press("escape")
        await until(pilot, lambda: not in_step(screen) and screen.step_in_view == "S1")
        assert screen.sight == sight, "what is in sight is for the next Escape"
        await pilot.press("escape")
        await until(pilot, lambda: screen.sight.whole)

    walk(file, steps)


def test_a_number_that_is_being_typed_stays_on_the_step_it_was_begun_for(file: Path) -> None:
    async def steps(screen: ObserveScreen, pilot: Pilot[int], others: Journal) -> None:
        screen.grid.go_to("B9")
        await pilot.press("1")
        keep(others, "mona", StepOpened(step="S2", predecessor="S1"))
        await until(pilot, lambda: "go on S1, not on S2" in in_step(screen))
        await pilot.press("2", "enter")
        await until(pilot, lambda: screen.sheet.marks)
        assert in_step(screen) == ""

    walk(file, steps)
    marks = kept(file).record.meeting.sheet("olga").marks
    assert {cell: mark.value for cell, mark in marks.items()} == {Cell(MEETING, "B9", "S1"): 12}


def test_the_shipped_grid_says_by_phases_what_a_step_should_have_shown() -> None:
    kit = read_kit("farmers")
    opening = [each.id for each in kit.agenda.steps if each.phase == "opening"]
    shown = {each.id for each in kit.grid.indicators() if named_by(each.steps, kit.agenda, opening[0])}
    assert shown == {"A2", "A3", "A4"}
    for phase in ("prioritising", "planning", "closing"):
        (step, *_) = [each.id for each in kit.agenda.steps if each.phase == phase]
        assert any(named_by(each.steps, kit.agenda, step) for each in kit.grid.indicators()), phase


def test_a_correction_stays_on_the_step_it_was_seen_in_until_v_moves_it(file: Path) -> None:
    cell = Cell("mona", "A1")

    async def steps(screen: ObserveScreen, pilot: Pilot[int], others: Journal) -> None:
        screen.grid.go_to("A1")
        await pilot.press("3")
        await until(pilot, lambda: cell in screen.sheet.marks)
        keep(others, "mona", StepOpened(step="S2", predecessor="S1"))
        await until(pilot, lambda: screen.step_here == "S2")
        await until(pilot, lambda: told(screen, "seen in S1; open step: S2"))
        await pilot.press("2")
        await until(pilot, lambda: screen.sheet.marks[cell].value == 2)
        assert screen.sheet.marks[cell].seen == "S1"
        await pilot.press("delete")
        await until(pilot, lambda: cell not in screen.sheet.marks)
        await pilot.press("4")
        await until(pilot, lambda: cell in screen.sheet.marks)
        assert screen.sheet.marks[cell].seen == "S2", "a new answer is on the open step"

    walk(file, steps)
