"""What the agenda did not foresee, on the screen: energisers, unplanned steps, a step out of turn."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from facilitate.domain.agenda import Step
from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words
from facilitate.language.words import CODES, Code
from facilitate.tui.app import FacilitateApp
from facilitate.tui.dialogs.ask import Ask
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.dialogs.confirm import Confirm
from facilitate.tui.dialogs.energise import Energise
from facilitate.tui.dialogs.energiser_card import EnergiserCard
from facilitate.tui.screens.step import StepPage
from facilitate.tui.widgets.agenda import AgendaView
from tests.tui.sitting import NARROW, NORMAL, app_for, heading_of, kept, lines_of, made, settled, text_of, until


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return made(tmp_path / "insert.meeting")


async def shown(pilot: Pilot[int], screen: type) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, screen))


async def tapped(pilot: Pilot[int], app: FacilitateApp, words: str) -> None:
    """A tap on the line that says so, once it is painted and stands still."""
    await until(pilot, lambda: any(words in line for line in lines_of(app)))
    await settled(pilot)
    line = next(line for line in enumerate(lines_of(app)) if words in line[1])
    await pilot.click(offset=(line[1].index(words) + 2, line[0]))


def meeting_of(app: FacilitateApp) -> Meeting:
    assert app.session is not None
    return app.session.kept


def steps(meeting: Meeting) -> tuple[Step, ...]:
    return meeting.agenda.steps if meeting.agenda else ()


def codes(meeting: Meeting) -> list[str]:
    return [step.id for step in steps(meeting)]


def test_an_energiser_is_chosen_by_what_fits_done_and_read(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=NORMAL) as pilot:
            await pilot.press("n", "n", "e")
            await shown(pilot, Energise)
            await until(
                pilot, lambda: "★ What we have in common" in "\n".join(lines_of(app))
            )  # for a beginning, and youth
            await pilot.press("٢", "2")  # at most 4 minutes, then 3
            await until(pilot, lambda: "at most 3 minutes" in re.sub(r"\s", " ", text_of(app, "#energise-wanted")))
            assert "rubs the palms" in text_of(app, "#energise-text")
            await pilot.press("enter")
            await shown(pilot, EnergiserCard)
            assert "Rainstorm" in text_of(app, "#card-title")
            await settled(pilot)
            await pilot.press("enter")
            await shown(pilot, StepPage)
            await pilot.press("e", "end", "enter")  # what was done already stands last
            await shown(pilot, EnergiserCard)
            await pilot.press("escape")
            await settled(pilot)

    asyncio.run(walk())
    done = [(each.energiser, each.minutes, each.step) for each in kept(file).record.meeting.energisers]
    assert done == [("E1", 3, "Y01")], "to read it again is not to do it again"


def test_an_unplanned_step_is_put_next_opened_and_taken_back(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=NORMAL) as pilot:
            await pilot.press("n", "n", "i")
            await shown(pilot, Choose)
            await pilot.press("enter")
            await shown(pilot, Ask)
            await pilot.press(*"Tea", "enter", *"1h", "enter", *"guests", "enter")
            await until(pilot, lambda: "whole number" in text_of(app, "#ask-why"))
            assert app.screen.query_one("#field-0", Input).value == "Tea", "nothing that was typed is lost"
            app.screen.query_one("#field-1", Input).value = "١٥"
            await pilot.press("enter")
            await shown(pilot, StepPage)
            assert "X1 Tea" in text_of(app, "#step-after")
            await pilot.press("n")
            await until(pilot, lambda: "X1" in heading_of(app))
            await settled(pilot)
            step = next(each for each in steps(meeting_of(app)) if each.id == "X1")
            assert (step.minutes, step.counted, step.phase, step.title.en) == (15, True, "opening", "Tea")
            await pilot.press("u")
            await until(pilot, lambda: "Y01" in heading_of(app))
            await pilot.press("u")
            await until(pilot, lambda: "X1" not in codes(meeting_of(app)))

    asyncio.run(walk())


def test_an_inserted_energiser_is_done_when_its_step_is_opened_and_goes_back_with_it(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=NORMAL) as pilot:
            await pilot.press("n", "n", "i")
            await shown(pilot, Choose)
            await pilot.press("down", "enter")
            await shown(pilot, Energise)
            await pilot.press("enter")
            await shown(pilot, StepPage)
            assert not meeting_of(app).energisers
            await pilot.press("n")
            await until(pilot, lambda: meeting_of(app).energisers)
            await pilot.press("u")
            await until(pilot, lambda: not meeting_of(app).energisers)
            await pilot.press("n")
            await settled(pilot)

    asyncio.run(walk())
    meeting = kept(file).record.meeting
    assert [(each.energiser, each.minutes, each.step) for each in meeting.energisers] == [("E2", 5, "X1")]
    step = next(each for each in steps(meeting) if each.id == "X1")
    assert step.title.languages == ("ar", "fr", "en")
    assert meeting.current is not None
    assert meeting.current.step == "X1"


def test_a_later_step_is_put_first(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=NORMAL) as pilot:
            await pilot.press("n", "i")
            await shown(pilot, Choose)
            await pilot.press("down", "down", "enter")
            await until(pilot, lambda: "Y02" in "\n".join(lines_of(app)) and isinstance(app.screen, Choose))
            await pilot.press("down", "enter")
            await settled(pilot)

    asyncio.run(walk())
    assert codes(kept(file).record.meeting)[:4] == ["Y00", "Y03", "Y01", "Y02"]


def test_a_tap_on_the_agenda_opens_a_step_after_a_question(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "tim")
        async with app.run_test(size=NORMAL) as pilot:
            await pilot.press("n", "n", "m")
            await shown(pilot, StepPage)
            await until(pilot, lambda: "Y01" in heading_of(app))
            await tapped(pilot, app, "· Y03")
            await shown(pilot, Confirm)
            await until(pilot, lambda: "Y01 Welcome" in "\n".join(lines_of(app)))  # it says what ends
            await pilot.press("enter")  # at first stands the button that changes nothing
            await shown(pilot, StepPage)
            assert "Y01" in heading_of(app)
            await tapped(pilot, app, "· Y03")
            await shown(pilot, Confirm)
            await pilot.press("right", "enter")
            await until(pilot, lambda: "Y03" in heading_of(app))
            await settled(pilot)

    asyncio.run(walk())
    assert [each.step for each in kept(file).record.meeting.plenary.openings] == ["Y00", "Y01", "Y03"]


def test_a_step_that_somebody_else_opened_meanwhile_is_not_left_by_an_old_question(file: Path) -> None:
    async def walk() -> None:
        mona, milo = app_for(file, "mona"), app_for(file, "milo")
        async with mona.run_test(size=NORMAL) as first, milo.run_test(size=NORMAL) as second:
            await first.press("n")
            await settled(first)
            mona.screen.query_one(AgendaView).post_message(AgendaView.Tapped("Y05"))
            await shown(first, Confirm)
            await until(second, lambda: "Y00" in heading_of(milo))
            await second.press("n")
            await settled(second)
            await until(first, lambda: meeting_of(mona).current and len(meeting_of(mona).plenary.openings) == 2)
            await first.press("right", "enter")
            await settled(first)

    asyncio.run(walk())
    assert [each.step for each in kept(file).record.meeting.plenary.openings] == ["Y00", "Y01"]


def test_who_may_not_change_the_agenda_does_energisers_and_puts_none_into_it(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "nora")
        async with app.run_test(size=NORMAL) as pilot:
            await pilot.press("i", "e")
            await shown(pilot, Energise)
            await until(pilot, lambda: "Do it now" in "\n".join(lines_of(app)))
            assert "Into the agenda" not in "\n".join(lines_of(app))
            await pilot.press("i", "enter")
            await shown(pilot, EnergiserCard)
            await settled(pilot)

    asyncio.run(walk())
    meeting = kept(file).record.meeting
    assert ([each.step for each in meeting.energisers], codes(meeting)[0]) == ([None], "Y00")


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("size", [NARROW, NORMAL])
def test_choosing_and_reading_an_energiser_fits(file: Path, size: tuple[int, int], language: Code) -> None:
    async def walk() -> None:
        app = app_for(file, "mona", language)
        async with app.run_test(size=size) as pilot:
            await pilot.press("e")
            await shown(pilot, Energise)
            await until(pilot, lambda: any("★" in line for line in lines_of(app)))
            await until(pilot, lambda: "⏎" in "\n".join(lines_of(app)))
            painted = "\n".join(lines_of(app))
            wanted = re.sub(r"\s+", " ", text_of(app, "#energise-wanted"))
            assert wanted.strip() in re.sub(r"[\s│]+", " ", painted), painted
            assert all(key in painted for key in ("⏎", Words(language)("keyboard.escape"))), painted
            assert not re.search(r"\b(key|energise|insert)\.[a-z_]{3}", painted)
            assert app.screen.query_one("#energise-how").max_scroll_y == 0, "all of it is in sight"
            await pilot.press("enter")
            await shown(pilot, EnergiserCard)
            await until(pilot, lambda: app.words("energise.finished") in "\n".join(lines_of(app)[-3:]))

    asyncio.run(walk())
