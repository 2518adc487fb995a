"""What a team agrees on where an answer is not one digit, taken back, and on a terminal of few lines."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widgets import Input

from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import MEETING, ConsensusSet, Scored, SheetSent
from facilitate.domain.grid import Section
from facilitate.domain.indicator import Choice, Duration, Indicator, Option, Rating
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.people import SETUP
from facilitate.domain.scale import Answer, Chosen, Level, Scale, Value
from facilitate.journal.journal import Journal
from facilitate.language import Words
from facilitate.tui.app import FacilitateApp
from facilitate.tui.debriefing.known import Known
from facilitate.tui.debriefing.lines import lines
from facilitate.tui.dialogs.ask import Ask
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.dialogs.several import Several
from facilitate.tui.screens.debrief import DebriefScreen
from tests.amending import amend_in
from tests.making import Room, small_grid, small_room, words
from tests.tui.sitting import app_for, kept, lines_of, settled, until

OPTIONS = tuple(Option(id=each, label=words(f"option {each}")) for each in ("o", "a", "x"))
POINTS = Scale(id="ten", levels=tuple(Level(value=value, label=words(str(value))) for value in (-1, 0.5, 1, 10)))
SEVERAL = Choice(id="SEV", text=words("several"), options=OPTIONS, several=True)
LASTS = Duration(id="DUR", text=words("lasting"))
RATED = Rating(id="TEN", text=words("points"), scale="ten", about="meeting")


def met(*answered: tuple[Indicator, Value, Value]) -> Room:
    """Olga and Omar answer everything differently, and send."""
    room = small_room()
    section = Section(id="A", title=words("A"), indicators=tuple(each for each, _, _ in answered))
    room.do(SETUP, GridProposed(grid=small_grid().with_parts(sections=(section,), scales=(POINTS,))))
    for place, observer in enumerate(("olga", "omar")):
        for indicator, *values in answered:
            room.do(observer, Scored(indicator=indicator.id, value=values[place], reason="seen"))
        room.do(observer, SheetSent())
    return room


def filed(room: Room, path: Path) -> Path:
    journal = Journal.create(path)
    assert isinstance(journal.append_all([(event.by, event.fact) for event in room.events]), list)
    journal.close()
    return path


async def seated(pilot: Pilot[int], app: FacilitateApp) -> None:
    await until(pilot, lambda: app.screen_name != "")
    app.sit("tess", "debrief")
    await until(pilot, lambda: isinstance(app.screen, DebriefScreen) and app.screen.there)


async def reasoned(pilot: Pilot[int], app: FacilitateApp) -> None:
    """The reason is written, and it is kept."""
    await until(pilot, lambda: isinstance(app.screen, Ask))
    app.screen.query_one(Input).value = "both"
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(app.screen, DebriefScreen))
    await settled(pilot)


@pytest.mark.parametrize(
    ("answered", "keys", "agreed"),
    [
        ((RATED, -1, 10), ("down", "enter"), 0.5),
        ((RATED, -1, 10), ("down", "down", "down", "enter"), 10),
        ((SEVERAL, Chosen(choices=("o",)), Chosen(choices=("a",))), ("down", "enter"), Answer.NOT_OBSERVED),
    ],
)
def test_an_answer_is_chosen(
    tmp_path: Path, answered: tuple[Indicator, Value, Value], keys: tuple[str, ...], agreed: Value
) -> None:
    file = filed(met(answered), tmp_path / "x.meeting")

    async def walk() -> None:
        app = app_for(file, "tess")
        async with app.run_test(size=(80, 24)) as pilot:
            await seated(pilot, app)
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Choose))
            await pilot.press(*keys)
            await reasoned(pilot, app)

    asyncio.run(walk())
    assert kept(file).record.meeting.consensus[Cell(MEETING, answered[0].id)].value == agreed


def test_several_options_are_marked_and_none_marked_changes_nothing(tmp_path: Path) -> None:
    room = met((SEVERAL, Chosen(choices=("o",)), Chosen(choices=("a",))))
    file = filed(room, tmp_path / "x.meeting")

    async def walk() -> None:
        app = app_for(file, "tess")
        async with app.run_test(size=(80, 24)) as pilot:
            await seated(pilot, app)
            for marks in ((), ("1", "3")):
                await pilot.press("enter")
                await until(pilot, lambda: isinstance(app.screen, Choose))
                await pilot.press("enter")
                await until(pilot, lambda: isinstance(app.screen, Several))
                await pilot.press(*marks, "enter")
                await until(pilot, lambda: not isinstance(app.screen, Several))
            await reasoned(pilot, app)

    asyncio.run(walk())
    events = [event for event in kept(file).record.events if isinstance(event.fact, ConsensusSet)]
    assert [event.fact.value for event in events if isinstance(event.fact, ConsensusSet)] == [
        Chosen(choices=("o", "x"))
    ]


def test_how_long_is_typed_as_it_is_shown(tmp_path: Path) -> None:
    file = filed(met((LASTS, 60, 120)), tmp_path / "x.meeting")

    async def walk() -> None:
        app = app_for(file, "tess")
        async with app.run_test(size=(80, 24)) as pilot:
            await seated(pilot, app)
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Choose))
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Ask))
            typing = app.screen
            typing.query_one(Input).value = "1:30"
            await pilot.press("enter")
            await until(pilot, lambda: app.screen is not typing)
            await reasoned(pilot, app)

    asyncio.run(walk())
    assert kept(file).record.meeting.consensus[Cell(MEETING, "DUR")].value == 90


def test_a_line_that_another_program_drops_meanwhile_is_refused_in_words(tmp_path: Path) -> None:
    file = filed(met((RATED, -1, 10), (LASTS, 60, 120)), tmp_path / "x.meeting")

    async def walk() -> list[str]:
        app = app_for(file, "tess")
        async with app.run_test(size=(80, 24)) as pilot:
            await seated(pilot, app)
            assert isinstance(app.screen, DebriefScreen)
            app.screen.list.go(f"{MEETING}\tDUR\t")
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Choose))
            journal = Journal.open(file)
            amend_in(journal, dropped=["DUR"])
            journal.close()
            session = app.session
            assert session is not None
            await until(pilot, lambda: session.kept.grid and "DUR" not in session.kept.grid.by_id)
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Ask))
            typing = app.screen
            typing.query_one(Input).value = "90"
            await pilot.press("enter")
            await until(pilot, lambda: app.screen is not typing)
            await reasoned(pilot, app)
            return [each.message for each in app._notifications]

    assert asyncio.run(walk()) == ["The grid has no indicator DUR."]
    assert kept(file).record.meeting.consensus == {}


def test_what_was_taken_back_is_to_be_talked_about_again() -> None:
    room = met((RATED, -1, 10))
    room.do("tess", ConsensusSet(indicator="TEN", value=1, reason="both"))
    before = Known(room.meeting, "tess", room.laptop(), Words("en"))
    assert [(line.mark, item.to_talk) for line, item in zip(lines(before, "", 80), before.items, strict=True)] == [
        ("✓", False)
    ]
    room.do("tess", ConsensusSet(indicator="TEN", value=None, reason="she was not there"))
    after = Known(room.meeting, "tess", room.laptop(), Words("en"))
    assert lines(after, "agreed", 80) == ()
    assert [line.mark for line in lines(after, "talk", 80)] == ["!"]


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (117, 20), (120, 40)])
def test_the_letters_of_the_observers_stand_over_what_they_gave(tmp_path: Path, size: tuple[int, int]) -> None:
    file = filed(met((RATED, -1, 10)), tmp_path / "x.meeting")

    async def walk() -> list[str]:
        app = app_for(file, "tess")
        async with app.run_test(size=size) as pilot:
            await seated(pilot, app)
            await pilot.pause()
            return lines_of(app)

    seen = asyncio.run(walk())
    at = next(place for place, line in enumerate(seen) if " Ol " in line)
    row = seen[at + 1]
    assert "TEN" in row
    ends = [cell_len(seen[at][: seen[at].index(sign) + 2]) for sign in ("Ol", "Om")]
    assert [cell_len(row[: row.index(f" {said} ") + 1 + len(said)]) for said in ("-1", "10")] == ends
