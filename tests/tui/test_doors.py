"""What few walks pass: points of two digits, the projector, who sees what has been sent, and being told to stop."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path

import pytest
from textual.widgets import Button

from facilitate.analysis.progress import owes_fact
from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import MEETING, Scored, SheetSent
from facilitate.domain.grid import Grid, Section
from facilitate.domain.indicator import Count, Rating
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.people import SETUP
from facilitate.domain.scale import Level, Scale
from facilitate.journal.journal import Journal
from facilitate.tui.dialogs.confirm import Confirm
from facilitate.tui.screens.closing import ClosingPage
from tests.making import small_grid, small_room, words
from tests.tui.sitting import NORMAL, app_for, kept, lines_of, made, settled, until


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return made(tmp_path / "doors.meeting")


def written(path: Path, *acts: tuple[str, Scored | SheetSent]) -> None:
    journal = Journal.open(path)
    assert isinstance(journal.append_all(acts), list)
    journal.close()


def test_a_point_of_two_digits_is_typed_and_ended_by_enter(tmp_path: Path) -> None:
    levels = tuple(Level(value=value, label=words(str(value))) for value in (1, 5, 10))
    rating = Rating(id="T1", text=words("ten"), scale="ten")
    grid = Grid(
        id="ten",
        title=words("ten"),
        scales=(Scale(id="ten", levels=levels),),
        sections=(Section(id="T", title=words("T"), indicators=(rating,)),),
    )
    path = tmp_path / "ten.meeting"
    journal = Journal.create(path)
    acts = [(event.by, event.fact) for event in small_room().events]
    assert isinstance(journal.append_all([*acts, (SETUP, GridProposed(grid=grid))]), list)
    journal.close()

    async def walk() -> None:
        app = app_for(path, "olga")
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: getattr(app.screen, "here", None))
            await pilot.press("1", "0", "enter")
            await settled(pilot)

    asyncio.run(walk())
    marks = kept(path).record.meeting.sheet("olga").marks
    assert {cell: mark.value for cell, mark in marks.items()} == {Cell(MEETING, "T1"): 10}


def test_the_projector_shows_no_name_and_no_score(file: Path) -> None:
    written(file, ("olga", Scored(about="mona", indicator="A2", value=3)), ("olga", SheetSent()))

    async def walk() -> None:
        app = app_for(file, "show")
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: any("small meeting" in line for line in lines_of(app)))
            shown = "\n".join(lines_of(app))
            assert not any(name in shown for name in ("Mona", "Milo", "Olga", "Tess", "A2"))

    asyncio.run(walk())


@pytest.mark.parametrize(("person", "sees"), [("omar", False), ("mona", False), ("olga", True)])
def test_what_was_sent_is_seen_by_those_who_sent(file: Path, person: str, sees: bool) -> None:
    written(file, ("olga", Scored(about="mona", indicator="A2", value=3)), ("olga", SheetSent()))

    async def walk() -> None:
        app = app_for(file, person)
        async with app.run_test(size=(100, 40)) as pilot:
            await pilot.press("f2")
            await until(pilot, lambda: any("Scoresheets" in line for line in lines_of(app)))
            assert any("In brackets" in line for line in lines_of(app)) == sees

    asyncio.run(walk())


def test_the_arrows_go_from_no_to_yes(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=(40, 12)) as pilot:
            await pilot.press("n", "c")
            await until(pilot, lambda: isinstance(app.screen, ClosingPage) and app.screen.there)
            await pilot.press("x")
            await until(pilot, lambda: isinstance(app.screen, Confirm))
            buttons = app.screen.query(Button)
            assert all(app.screen.region.contains_region(button.region) for button in buttons), "both can be seen"
            assert app.focused is app.screen.query_one("#no")
            await pilot.press("left")
            assert app.focused is app.screen.query_one("#yes")

    asyncio.run(walk())


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="this system has no such signal")
def test_a_closed_terminal_ends_the_program_in_order(file: Path) -> None:
    async def walk() -> int | None:
        app = app_for(file, "mona")
        async with app.run_test(size=NORMAL) as pilot:
            await pilot.press("n")
            await until(pilot, lambda: app.session and app.session.kept.current)
            os.kill(os.getpid(), signal.SIGHUP)
            await until(pilot, lambda: app.return_value is not None)
        return app.return_value

    assert asyncio.run(walk()) == 0
    assert kept(file).record.meeting.current is not None


def test_a_count_of_four_is_no_four() -> None:
    grid = small_grid()
    count = grid.by_id["B1"]
    assert isinstance(count, Count)
    assert owes_fact(grid, grid.by_id["A1"], 4)
    assert not owes_fact(grid, count, 4)
    assert owes_fact(grid, count.model_copy(update={"evidence_for": (0,)}), 0), "its own rule holds"
