"""A seat with a PIN on the screens: set in one program and asked in the next, forgotten and taken away."""

from __future__ import annotations

import asyncio
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input, Label

from facilitate.domain.events.observing import PinSet
from facilitate.domain.pin import make_pin
from facilitate.journal.journal import Journal
from facilitate.tui.app import FacilitateApp
from facilitate.tui.dialogs.ask import Ask
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.layouts import digits_typed
from facilitate.tui.screens.observe import ObserveScreen
from facilitate.tui.screens.review import ReviewScreen
from facilitate.tui.seat import seat_after
from tests.tui.sitting import NORMAL, TO_REVIEW, app_for, kept, lines_of, made, settled, until


def screen_says(app: FacilitateApp) -> str:
    return "\n".join(lines_of(app))


async def why(pilot: Pilot[int], app: FacilitateApp, words: str) -> None:
    """Until the form says what is wrong; its lines are empty again then, and the cursor is in the first."""
    await until(pilot, lambda: words in str(app.screen.query_one("#ask-why", Label).render()))
    assert [field.value for field in app.screen.query(Input)] == [""] * len(app.screen.query(Input))
    assert app.focused is app.screen.query_one("#field-0")


def test_a_pin_that_is_set_in_one_program_is_asked_in_the_next(tmp_path: Path) -> None:
    file = made(tmp_path / "x.meeting")

    async def sets() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=NORMAL) as pilot:
            await pilot.press("i")
            await until(pilot, lambda: isinstance(app.screen, Ask))
            await pilot.press(*"2468", "enter", *"2469", "enter")
            await why(pilot, app, "not the same")
            await pilot.press(*"2468", "enter", *"٢٤٦٨")
            assert "2468" not in screen_says(app)
            assert "••••" in screen_says(app)
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, ObserveScreen))
            await settled(pilot)

    async def asked() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: isinstance(app.screen, Ask))
            assert app.person is None
            await pilot.press(*"1357", "enter")
            await why(pilot, app, "not the PIN")
            await pilot.press(*"٢٤٦٨", "enter")
            await until(pilot, lambda: isinstance(app.screen, ObserveScreen))

    async def leaves() -> int | None:
        app = app_for(file, None)
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: isinstance(app.screen, Choose))
            await pilot.press("end", "up", "enter")
            await until(pilot, lambda: isinstance(app.screen, Ask))
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, Choose))
            assert app.person is None
            await pilot.press("escape")
        return app.return_code

    asyncio.run(sets())
    pin = kept(file).record.meeting.pins["olga"]
    assert pin.opened_by("2468")
    asyncio.run(asked())
    assert asyncio.run(leaves()) == 0


def test_a_trainer_takes_a_forgotten_pin_away_and_its_owner_is_told(tmp_path: Path) -> None:
    file = made(tmp_path / "x.meeting")
    journal = Journal.open(file)
    assert isinstance(journal.append("olga", PinSet(person="olga", pin=make_pin("2468", "5a17"))), list)
    journal.close()

    async def cannot(person: str) -> None:
        app = app_for(file, person)
        async with app.run_test(size=NORMAL) as pilot:
            await pilot.press("f2")
            await until(pilot, lambda: isinstance(app.screen, ReviewScreen) and app.screen.there)
            await pilot.press("i")
            await pilot.pause()
            assert isinstance(app.screen, ReviewScreen)

    async def takes() -> None:
        app = app_for(file, "tess")
        async with app.run_test(size=NORMAL) as pilot:
            await pilot.press(*TO_REVIEW)
            await until(pilot, lambda: isinstance(app.screen, ReviewScreen) and app.screen.there)
            await pilot.press("i")
            await until(pilot, lambda: isinstance(app.screen, Choose))
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Ask))
            await pilot.press(*"forgot", "enter")
            await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
            await settled(pilot)

    async def told() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=NORMAL, notifications=True) as pilot:
            await until(pilot, lambda: isinstance(app.screen, ObserveScreen) and "Tess took" in screen_says(app))
            await pilot.press("i")
            await until(pilot, lambda: isinstance(app.screen, Choose))
            assert "forgot" in screen_says(app)
            await pilot.press("down", "enter")
            await settled(pilot)

    asyncio.run(cannot("omar"))
    asyncio.run(takes())
    meeting = kept(file).record.meeting
    assert (meeting.pins, meeting.pins_taken["olga"].reason) == ({}, "forgot")
    asyncio.run(told())
    assert kept(file).record.meeting.pins_taken == {}


def test_digits_that_are_typed_blindly_on_a_french_keyboard_are_digits() -> None:
    assert digits_typed("&é\"'(-è_çà") == "1234567890"
    assert digits_typed("٢٤٦٨ 13") == "٢٤٦٨ 13"


def test_seats_come_one_after_the_other() -> None:
    seats = (("mona", "step"), ("olga", "observe"), ("tess", "review"))
    assert seat_after(seats, "olga", "observe") == ("tess", "review")
    assert seat_after(seats, "tess", "review") == ("mona", "step")
    assert seat_after(seats, "mona", "needs") == ("olga", "observe"), "from another page of the console"
    assert seat_after(seats, "tim", "floor") == ("mona", "step")
