"""Preparing a meeting at the keyboard: through all parts, with others at work, with an Arabic keyboard, by taps."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from facilitate.domain.events import planning as n
from facilitate.domain.events import preparing as p
from facilitate.domain.events import running as r
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Group, Role
from facilitate.journal.journal import Journal
from facilitate.language.words import Code
from facilitate.tui.app import FacilitateApp
from facilitate.tui.dialogs.ask import Ask
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.dialogs.confirm import Confirm
from facilitate.tui.dialogs.find import Find
from facilitate.tui.dialogs.joining import Joining
from facilitate.tui.dialogs.several import Several
from facilitate.tui.screens.prepare import PrepareScreen
from facilitate.tui.widgets.taplist import TapList
from tests.tui.sitting import NORMAL, WIDE, app_for, kept, lines_of, made, settled, until

Walk = Callable[[Pilot[int], FacilitateApp], Coroutine[Any, Any, None]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return made(tmp_path / "prepare.meeting")


def sit(file: Path, walk: Walk, person: str = "tess", language: Code = "en", size: tuple[int, int] = NORMAL) -> Meeting:
    """Have somebody at the page; the meeting as it is on disk afterwards."""

    async def whole() -> None:
        app = app_for(file, person, language)
        async with app.run_test(size=size) as pilot:
            await until(pilot, lambda: isinstance(app.screen, PrepareScreen) and app.screen.there)
            await pilot.pause()
            await walk(pilot, app)
            await settled(pilot)

    asyncio.run(whole())
    return kept(file).record.meeting


def on(app: FacilitateApp, kind: type) -> Callable[[], bool]:
    return lambda: isinstance(app.screen, kind)


def page(app: FacilitateApp) -> PrepareScreen:
    screen = app.screen
    assert isinstance(screen, PrepareScreen)
    return screen


def agenda(app: FacilitateApp) -> TapList:
    return page(app).list_of("agenda")


async def chosen(pilot: Pilot[int], app: FacilitateApp, kind: type, *keys: str) -> None:
    """Press the keys in the dialog that comes up, until the page is back."""
    await until(pilot, on(app, kind))
    await pilot.press(*keys)
    await until(pilot, lambda: not isinstance(app.screen, kind))


async def part(pilot: Pilot[int], app: FacilitateApp, key: str, name: str) -> None:
    await pilot.press(key)
    await until(pilot, lambda: page(app).part == name and page(app).focused is page(app)._widget(name))
    await pilot.pause()


def test_a_meeting_is_prepared_part_by_part(file: Path) -> None:
    async def walk(pilot: Pilot[int], app: FacilitateApp) -> None:
        await pilot.press("j")  # the first thing that is missing: the place
        await until(pilot, lambda: page(app).chosen == "where")
        await pilot.press("j")  # and on to the next: a step that nobody is to moderate
        await until(pilot, lambda: (page(app).part, page(app).chosen) == ("agenda", "Y01"))
        await part(pilot, app, "m", "about")
        await pilot.press("enter")
        await chosen(pilot, app, Ask, *"Coop", "enter", "enter")
        await part(pilot, app, "p", "team")
        await pilot.press("n")
        await chosen(pilot, app, Joining, *"Zineb", "enter", "2", "enter")
        await pilot.press("space")  # whom she observes
        await chosen(pilot, app, Several, "1", "enter")
        await part(pilot, app, "a", "agenda")
        await pilot.press("s")
        await chosen(pilot, app, Choose, "enter")
        await until(pilot, lambda: agenda(app).cursor == "Y01")
        await pilot.press("minus", "plus", "plus", "right_square_bracket", "space")
        await pilot.press("n")
        await until(pilot, on(app, Find))
        await chosen(pilot, app, Find, *"farming", "enter")
        await part(pilot, app, "e", "expected")
        await pilot.press("right", "8", "enter")
        await part(pilot, app, "k", "checklist")
        await pilot.press("x", "space")
        await part(pilot, app, "c", "consent")
        await pilot.press("down", "enter")
        await chosen(pilot, app, Ask, "6", "enter")

    found = sit(file, walk)
    assert found.place == "Coop"
    zineb = next(each for each in found.people.values() if each.name == "Zineb")
    assert (zineb.roles, zineb.observes) == (frozenset({Role.OBSERVER}), ("milo",))
    assert found.agenda
    assert [step.id for step in found.agenda.steps][:5] == ["Y00", "Y02", "Y01", "F04", "Y03"]
    welcome = found.agenda.step("Y01")
    assert welcome
    assert (welcome.minutes, found.assigned["Y01"], found.assigned["Y11"]) == (9, "milo", "milo")
    assert found.announced_minutes == found.agenda.total_minutes == 131
    assert [(each.group, each.number) for each in found.expected] == [(Group(sex="women", age="18-24"), 8)]
    assert [item.done for item in found.checklist.values()].count(True) == 1
    assert found.consent
    assert found.consent.until
    assert found.consent.until.isoformat() == "2027-01-16"


def test_bringing_it_down_is_one_act_and_so_is_taking_that_back(file: Path) -> None:
    async def walk(pilot: Pilot[int], app: FacilitateApp) -> None:
        await part(pilot, app, "a", "agenda")
        await pilot.press("f")
        await until(pilot, on(app, Ask))
        await chosen(pilot, app, Ask, *["backspace"] * 5, *"15:30", "enter")
        await until(pilot, lambda: any("15 minutes too long" in line for line in lines_of(app)))
        await pilot.press("o")
        await chosen(pilot, app, Confirm, "left", "enter")
        await settled(pilot)
        assert app.session
        assert app.session.kept.announced_minutes == 90
        await pilot.press("u")
        await until(pilot, lambda: app.session and app.session.kept.announced_minutes == 105)

    assert sit(file, walk).end is not None


def test_what_somebody_else_does_moves_neither_the_cursor_nor_what_is_typed(file: Path) -> None:
    async def walk(pilot: Pilot[int], app: FacilitateApp) -> None:
        await part(pilot, app, "a", "agenda")
        await pilot.press("down", "down", "down")
        before = agenda(app).cursor
        other = Journal.open(file)
        other.append("mona", n.StepDropped(step="Y01"), n.StepAssigned(step="Y05", moderator="milo"))
        await until(pilot, lambda: len(agenda(app).rows) == 11 and any("Milo" in line for line in lines_of(app)))
        assert (agenda(app).cursor, app.focused) == (before, agenda(app)) == ("Y03", agenda(app))
        await pilot.press("enter")
        await until(pilot, on(app, Ask))
        await pilot.press(*" today")
        other.append("mona", p.StepMoved(step="Y03", after="Y05"))
        other.close()
        await until(
            pilot, lambda: app.session and app.session.kept.agenda and app.session.kept.agenda.place_of("Y03") > 3
        )
        await pilot.press("enter", "enter", "enter")
        await until(pilot, on(app, PrepareScreen))

    found = sit(file, walk)
    assert found.agenda
    changed = found.agenda.step("Y03")
    assert changed
    assert changed.title.to("en").endswith("today")
    assert found.agenda.place_of("Y03") == 4, "where the other has put it"


def test_an_arabic_keyboard_does_the_same_at_80_by_24(file: Path) -> None:
    async def walk(pilot: Pilot[int], app: FacilitateApp) -> None:
        await part(pilot, app, "ش", "agenda")
        await until(pilot, lambda: any("Y11" in line for line in lines_of(app)))
        await pilot.press("down", "د", "س")  # one place down; share out
        await chosen(pilot, app, Choose, "down", "enter")
        await part(pilot, app, "ث", "expected")
        await pilot.press("٣", "enter")

    found = sit(file, walk, language="ar")
    assert found.agenda
    assert [step.id for step in found.agenda.steps][:3] == ["Y00", "Y02", "Y01"]
    assert [found.assigned[step] for step in ("Y02", "Y01", "Y03")] == ["mona", "milo", "mona"]
    assert found.expected[0].number == 3


def test_on_a_wide_screen_a_tap_goes_to_what_is_missing_and_to_a_step(file: Path) -> None:
    async def tap(pilot: Pilot[int], app: FacilitateApp, said: str) -> None:
        row, line = next((place, line) for place, line in enumerate(lines_of(app)) if said in line)
        await pilot.click(offset=(line.index(said) + 1, row))
        await pilot.pause()

    async def walk(pilot: Pilot[int], app: FacilitateApp) -> None:
        await until(pilot, lambda: any("Y11" in line for line in lines_of(app)))
        assert any("Objectives" in line for line in lines_of(app)), "the agenda stands beside the meeting"
        await tap(pilot, app, "who is expected")
        await until(pilot, lambda: page(app).part == "expected")
        await tap(pilot, app, "Y02")
        await until(pilot, lambda: page(app).part == "agenda" and agenda(app).cursor == "Y02")
        await tap(pilot, app, "One more")

    found = sit(file, walk, size=WIDE)
    assert found.agenda
    assert [step.minutes for step in found.agenda.steps][:3] == [10, 8, 8]


def test_a_step_that_somebody_else_was_to_moderate_offers_the_lead_once(file: Path) -> None:
    other = Journal.open(file)
    other.append("tess", n.StepAssigned(step="Y01", moderator="milo"))
    other.append("mona", r.StepOpened(step="Y00"))
    other.close()

    async def whole() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=NORMAL, notifications=True) as pilot:
            await until(pilot, lambda: any("Milo" in line and "Y01" in line for line in lines_of(app)))
            await pilot.press("n")
            await until(pilot, lambda: any("h hands the lead over" in line for line in lines_of(app)))
            await pilot.press("h")
            await chosen(pilot, app, Choose, "enter")
            await until(pilot, lambda: app.session and app.session.kept.chair == "milo")
            assert any("Milo leads" in line for line in lines_of(app))

    asyncio.run(whole())


def test_the_team_has_the_keys_of_its_own_parts_only(file: Path) -> None:
    async def whole() -> None:
        app = app_for(file, "nora")
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: any("Notes" in line for line in lines_of(app)))
            app.sit("nora", "prepare")
            await until(pilot, lambda: isinstance(app.screen, PrepareScreen) and app.screen.there)
            await part(pilot, app, "a", "agenda")
            assert not any("Share out" in line for line in lines_of(app))
            await pilot.press("plus", "s", "delete", "enter")
            await part(pilot, app, "k", "checklist")
            await pilot.press("x")
            await settled(pilot)

    asyncio.run(whole())
    found = kept(file).record.meeting
    assert found.agenda
    assert (found.agenda.total_minutes, len(found.agenda.steps), found.assigned) == (105, 12, {})
    assert len(found.checklist) == 5


def test_the_agenda_is_printed_beside_the_meeting_and_never_over_another(file: Path) -> None:
    async def walk(pilot: Pilot[int], app: FacilitateApp) -> None:
        for _ in range(2):
            await pilot.press("i")
            await until(pilot, on(app, Choose))
            await pilot.press("down", "down", "enter")
            await until(pilot, on(app, PrepareScreen))
            await pilot.pause()

    sit(file, walk)
    assert {path.name for path in file.parent.glob("*.xlsx")} == {"prepare-agenda.xlsx", "prepare-agenda-2.xlsx"}
