"""What others change under an observer's hands: told until it is read; the cursor stays, and nothing typed is lost."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import Fact
from facilitate.domain.events.agreeing import IndicatorProposed
from facilitate.domain.events.observing import EvidenceAdded, Scored
from facilitate.domain.events.preparing import PersonChanged
from facilitate.domain.events.running import StepOpened
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.people import Role
from facilitate.journal.journal import Journal
from facilitate.tui.app import FacilitateApp
from facilitate.tui.dialogs.facts import Facts
from facilitate.tui.screens.observe import ObserveScreen
from facilitate.tui.screens.review import ReviewScreen
from tests.making import rating
from tests.tui.sitting import NORMAL, app_for, kept, lines_of, made, settled, until


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return made(tmp_path / "x.meeting")


class Elsewhere:
    """Another program on the same file."""

    def __init__(self, path: Path) -> None:
        self.journal = Journal.open(path)

    def do(self, by: str, *facts: Fact) -> None:
        done = self.journal.append(by, *facts)
        assert not isinstance(done, Refused), done

    def drop(self, *codes: str) -> None:
        self.do("mona", *(IndicatorProposed(action="drop", code=code) for code in codes))


Steps = Callable[[FacilitateApp, Pilot[int], Elsewhere], Coroutine[None, None, None]]


def walk(path: Path, steps: Steps) -> None:
    """Olga before her grid, others beside her."""

    async def walked() -> None:
        app, others = app_for(path, "olga"), Elsewhere(path)
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: getattr(app.screen, "here", None))
            await steps(app, pilot, others)
            await settled(pilot)
        others.journal.close()

    asyncio.run(walked())


def page(app: FacilitateApp) -> ObserveScreen:
    found = next(screen for screen in app.screen_stack if isinstance(screen, ObserveScreen))
    assert isinstance(found, ObserveScreen)
    return found


def above(app: FacilitateApp, place: str = "#news") -> str:
    """What stands above the grid; nothing where the line is not there."""
    line = page(app).query_one(place, Static)
    return str(line.render()) if line.display else ""


def at(app: FacilitateApp) -> Cell:
    """The answer under the cursor."""
    here = page(app).here
    return here.cell if here is not None else Cell("", "")


async def go(app: FacilitateApp, pilot: Pilot[int], code: str) -> None:
    await pilot.press("slash", *code.lower(), "enter", "escape")
    await until(pilot, lambda: at(app).indicator == code)


def test_the_same_seat_in_two_programs_is_told_once_for_each_until_it_is_read(file: Path) -> None:
    async def steps(app: FacilitateApp, pilot: Pilot[int], others: Elsewhere) -> None:
        others.do("omar", Scored(about="mona", indicator="A2", value=2))
        others.do("olga", Scored(about="mona", indicator="A2", value=3))
        await until(pilot, lambda: "You sit here twice" in above(app))
        await pilot.press("down", "2", "3")
        await pilot.press("l")
        await until(pilot, lambda: "مرتين" in above(app))
        await pilot.press("escape")
        others.do("olga", Scored(about="mona", indicator="A4", value=3))
        await until(pilot, lambda: page(app).sheet.marks.get(Cell("mona", "A4")))
        assert above(app) == ""
        third = Elsewhere(file)
        third.do("olga", Scored(about="mona", indicator="A4", value=2))
        await until(pilot, lambda: "مرتين" in above(app))
        third.journal.close()

    walk(file, steps)


def test_a_moderator_who_sits_twice_is_told_too_and_one_program_alone_never(file: Path) -> None:
    async def walked() -> None:
        app, others = app_for(file, "mona"), Elsewhere(file)
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: getattr(app.screen, "there", False))
            await pilot.press("n")
            await settled(pilot)
            others.do("milo", StepOpened(step="Y01", predecessor="Y00"))
            await until(pilot, lambda: any("Y01" in line for line in lines_of(app)))
            assert not any("twice" in notice.message for notice in app._notifications)
            others.do("mona", StepOpened(step="Y02", predecessor="Y01"))
            await until(pilot, lambda: any("You sit here twice" in notice.message for notice in app._notifications))
        others.journal.close()

    asyncio.run(walked())


def test_a_grid_that_changes_is_told_by_code_and_the_cursor_stays_on_its_indicator(file: Path) -> None:
    async def steps(app: FacilitateApp, pilot: Pilot[int], others: Elsewhere) -> None:
        await go(app, pilot, "A2")
        await pilot.press("3")
        await go(app, pilot, "B1")
        others.drop("A2", "A3")
        others.do("mona", IndicatorProposed(action="add", code="Z9", section="A", indicator=rating("Z9")))
        others.do("mona", IndicatorProposed(action="edit", code="B3", indicator=rating("B3")))
        await until(pilot, lambda: "new Z9 · reworded B3 · gone A2, A3" in above(app))
        assert "1 answer of yours to what is gone stays in the file" in " ".join(above(app).split())
        assert at(app).indicator == "B1"
        await pilot.press("s")
        await until(pilot, lambda: any("1 answer belongs to an indicator" in line for line in lines_of(app)))
        await pilot.press("escape", "escape")
        await until(pilot, lambda: above(app) == "")

    walk(file, steps)
    assert kept(file).record.meeting.sheet("olga").marks[Cell("mona", "A2")].value == 3, "it stays in the file"


def test_a_number_that_is_typed_for_what_is_gone_waits_and_comes_back_with_it(file: Path) -> None:
    async def steps(app: FacilitateApp, pilot: Pilot[int], others: Elsewhere) -> None:
        await go(app, pilot, "C5")
        await pilot.press("1", "2")
        others.drop("C5")
        await until(pilot, lambda: "Typed for C5" in above(app) and "12" in above(app))
        await pilot.press("s")
        await until(pilot, lambda: any("Typed for C5" in line for line in lines_of(app)))
        await pilot.press("escape", "escape", "q")
        await until(pilot, lambda: any("begun" in line for line in lines_of(app)))
        await pilot.press("escape")
        assert isinstance(others.journal.take_back("mona"), list)
        await until(pilot, lambda: any("C5 is asked again; you had typed 12" in line for line in lines_of(app)))

    walk(file, steps)
    assert not kept(file).record.meeting.sheet("olga").marks


def test_a_fact_that_is_being_written_for_what_is_gone_is_set_aside_and_told(file: Path) -> None:
    async def steps(app: FacilitateApp, pilot: Pilot[int], others: Elsewhere) -> None:
        await go(app, pilot, "A2")
        await pilot.press("e", *"said twice")
        others.drop("A2")
        await until(pilot, lambda: "A2" not in page(app).by_code)
        assert isinstance(app.screen, Facts)
        await pilot.press("enter")
        await until(pilot, lambda: "Typed for A2" in above(app) and "said twice" in above(app))

    walk(file, steps)
    assert not kept(file).record.meeting.sheet("olga").evidence


def test_what_the_file_refuses_after_it_was_painted_is_a_draft_again(file: Path) -> None:
    async def steps(app: FacilitateApp, pilot: Pilot[int], _: Elsewhere) -> None:
        session, screen = app.session, page(app)
        assert session is not None
        screen.do(EvidenceAdded(about="mona", indicator="A2", evidence="e1", text="a long fact"))
        wish = next(iter(session._pending.values()))
        session._withdrawn(wish, Refused("refused.sheet_sent"))
        await until(pilot, lambda: screen.desk.texts(Cell("mona", "A2")) == {"": "a long fact"})

    walk(file, steps)


def test_when_a_moderator_steps_down_the_cursor_never_goes_silently_to_another(file: Path) -> None:
    async def steps(app: FacilitateApp, pilot: Pilot[int], others: Elsewhere) -> None:
        others.do("mona", PersonChanged(person="nora", roles=frozenset({Role.MODERATOR})))
        await until(pilot, lambda: "Nora moderates too now" in above(app))
        await go(app, pilot, "A2")
        await pilot.press("tab", "tab")
        await until(pilot, lambda: at(app).about == "nora")
        others.do("mona", PersonChanged(person="mona", roles=frozenset({Role.PARTICIPANT})))
        await until(pilot, lambda: "Mona no longer moderates" in " ".join(above(app).split()))
        assert page(app).grid.names == ("Milo", "Nora")
        assert at(app).about == "nora"
        await pilot.press("3")
        await until(pilot, lambda: page(app).sheet.marks)
        others.do("milo", PersonChanged(person="mona", roles=frozenset({Role.MODERATOR})))
        await until(pilot, lambda: page(app).grid.names == ("Mona", "Milo", "Nora"))
        assert at(app).about == "nora"
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        others.do("milo", PersonChanged(person="mona", roles=frozenset({Role.PARTICIPANT})))
        await until(pilot, lambda: app.session and len(app.session.kept.moderators) == 2)
        await pilot.press("f2", "f2")
        await until(pilot, lambda: getattr(app.screen, "here", None))
        assert at(app) == Cell("nora", "A2"), "also over other pages"

    walk(file, steps)
    assert list(kept(file).record.meeting.sheet("olga").marks) == [Cell("nora", "A2")]


def test_a_meeting_without_a_grid_any_longer_stands_every_key(file: Path) -> None:
    async def steps(app: FacilitateApp, pilot: Pilot[int], others: Elsewhere) -> None:
        grid = page(app).meeting.grid
        assert grid is not None
        others.drop(*grid.by_id)
        await until(pilot, lambda: page(app).here is None)
        await pilot.press("3", "n", "x", "e", "d", "v", "f", "enter", "tab", "delete", "down", "escape", "s", "escape")

    walk(file, steps)
