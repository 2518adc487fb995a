"""A few walks through the screens, each with what must be on disk afterwards."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest
from textual.widgets import Input, Label

from facilitate.domain.events.capturing import CaptureKind
from facilitate.domain.events.observing import MEETING
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.scale import Answer
from facilitate.language.words import Code
from facilitate.tui.app import FacilitateApp
from facilitate.tui.dialogs.ask import Ask
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.dialogs.facts import Facts
from facilitate.tui.dialogs.small import TooSmall
from facilitate.tui.screens.observe import ObserveScreen
from tests.tui.sitting import NARROW, NORMAL, WIDE, app_for, heading_of, kept, lines_of, made, settled, text_of, until


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return made(tmp_path / "walk.meeting")


def test_a_moderator_opens_goes_back_pauses_and_keeps_what_is_said(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=NORMAL) as pilot:
            await pilot.press("n", "n", "n")
            await settled(pilot)
            assert "Y02" in heading_of(app)
            await pilot.press("u")
            await until(pilot, lambda: "Y01" in heading_of(app))
            await pilot.press("space", "1")
            await until(pilot, lambda: isinstance(app.screen, Ask))
            await pilot.press(*"water", "enter")
            await pilot.press("3", *"ask", "enter", *"Brahim", "enter", *"2036-10-01", "enter")
            await settled(pilot)

    asyncio.run(walk())
    meeting = kept(file).record.meeting
    assert meeting.current is not None
    assert (meeting.current.step, meeting.current.paused) == ("Y01", True)
    need, action = meeting.captured(CaptureKind.NEED, CaptureKind.ACTION)
    assert (need.text, need.step) == ("water", "Y01")
    assert (action.text, meeting.name(action.owner), str(action.due)) == ("ask", "Brahim", "2036-10-01")


def test_an_observer_scores_by_digits_of_any_keyboard_and_sends(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=NORMAL) as pilot:
            screen = app.screen
            assert isinstance(screen, ObserveScreen)
            await until(pilot, lambda: screen.here)
            assert screen.here is not None
            assert screen.here.indicator.id == "A1"
            await pilot.press("1", "2", "enter")  # minutes late, as a number
            await pilot.press("down", "٣", "tab", "4", "e")
            await until(pilot, lambda: isinstance(app.screen, Facts))
            await pilot.press(*"clear", "enter")
            await pilot.press("down", "1", "down", "o", "n")
            await settled(pilot)
            assert (screen.here.indicator.id, screen.here.cell.about) == ("B1", "milo"), "the next open one for Milo"
            await pilot.press("s", "enter", "s", "right", "enter")  # at first Enter changes nothing
            await until(pilot, lambda: app.session and app.session.kept.sheet("olga").sent)

    asyncio.run(walk())
    meeting = kept(file).record.meeting
    sheet = meeting.sheet("olga")
    assert {cell: mark.value for cell, mark in sheet.marks.items()} == {
        Cell(MEETING, "A1"): 12,
        Cell("mona", "A2"): 3,
        Cell("milo", "A2"): 4,
        Cell(MEETING, "A3"): Answer.YES,
        Cell("milo", "A4"): Answer.NOT_OBSERVED,
    }
    assert [each.text for each in sheet.evidence_for(Cell("milo", "A2"))] == ["clear"]


def test_two_programs_on_one_file_see_each_other_and_typing_is_left_alone(file: Path) -> None:
    async def walk() -> None:
        moderator, observer = app_for(file, "mona"), app_for(file, "olga")
        async with moderator.run_test(size=NORMAL) as first, observer.run_test(size=NORMAL) as second:
            await second.press("down", "e")
            await until(second, lambda: isinstance(observer.screen, Facts))
            await second.press(*"half a")
            field = observer.screen.query_one(Input)
            await first.press("n", "n")
            await until(second, lambda: observer.session and observer.session.kept.current)
            assert (observer.focused, field.value, field.cursor_position) == (field, "half a", 6)
            await second.press("escape")
            await until(second, lambda: "Y01" in text_of(observer, "#room"))

    asyncio.run(walk())


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
@pytest.mark.parametrize("size", [NARROW, NORMAL, WIDE])
@pytest.mark.parametrize("person", ["mona", "olga", "tess"])
def test_every_screen_fits_every_size_in_every_language(
    file: Path, person: str, size: tuple[int, int], language: Code
) -> None:
    async def walk() -> None:
        app = app_for(file, person, language)
        async with app.run_test(size=size) as pilot:
            await until(pilot, lambda: any("●" in line for line in lines_of(app)))
            lines = lines_of(app)
            assert any("?" in line for line in lines[-2:]), "help is always in the key bar"
            assert not re.search(r"\b(key|top|moderate|observe|review|step|clock|cell)\.[a-z_]{3}", " ".join(lines))

    asyncio.run(walk())


def test_a_seat_changes_its_language_live_and_for_itself_alone(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "mona", "fr")
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: "Pas commencée" in heading_of(app))
            await pilot.press("l")
            await until(pilot, lambda: "Not begun" in heading_of(app))

    asyncio.run(walk())
    from facilitate.kits.settings import read_settings

    assert read_settings().language is None, "others share this laptop"


def test_a_window_too_small_says_so_and_comes_back(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=NORMAL) as pilot:
            await pilot.resize_terminal(30, 8)
            await until(pilot, lambda: isinstance(app.screen, TooSmall))
            await pilot.press("n")
            await pilot.resize_terminal(*NORMAL)
            await until(pilot, lambda: not isinstance(app.screen, TooSmall))
            assert app.session is not None
            assert app.session.kept.current is None

    asyncio.run(walk())


def test_names_are_drawn_as_they_are_written(tmp_path: Path) -> None:
    file = made(tmp_path / "names.meeting")
    journal = kept(file)
    assert journal.record.meeting.people

    async def walk() -> None:
        from facilitate.domain.events.preparing import PersonNamed

        app = app_for(file, "mona")
        async with app.run_test(size=WIDE) as pilot:
            assert app.session is not None
            app.session.do("mona", PersonNamed(person="mona", name="[bold]Mo\x1b[31mna[/]"))
            await pilot.press("n")
            await settled(pilot)
            await until(pilot, lambda: any("[bold]Mo[31mna[/]" in line for line in lines_of(app)))

    asyncio.run(walk())


def test_home_makes_a_meeting_and_lists_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    async def walk() -> None:
        from facilitate.cli.seats import errands
        from facilitate.language import Words

        app = FacilitateApp(Words("en"), errands(), folder=tmp_path)
        async with app.run_test(size=NORMAL) as pilot:
            await pilot.press("n")
            await until(pilot, lambda: type(app.screen).__name__ == "Choose")
            await pilot.press("down", "enter")
            await until(pilot, lambda: isinstance(app.screen, Ask))
            await pilot.press(
                "enter", "enter", "enter", *"tomorrow", "enter", *"Amina, Ali", "enter", *"Salma", "enter"
            )
            await pilot.press("enter", "enter")
            await until(pilot, lambda: "2026" in str(app.screen.query_one("#ask-why", Label).render()))
            app.screen.query_one("#field-3", Input).value = "2026-11-24 9:00"
            await pilot.press("enter")
            await until(pilot, lambda: type(app.screen).__name__ == "Choose", 20)
            await pilot.press("enter")
            await until(pilot, lambda: type(app.screen).__name__ == "PrepareScreen")
            await pilot.press("q")
            await until(pilot, lambda: type(app.screen).__name__ == "HomeScreen")

    asyncio.run(walk())
    assert [path.name for path in tmp_path.iterdir()] in (["youth.meeting"], ["farmers.meeting"])


def test_keys_without_a_right_are_not_there_and_moderators_hand_over(file: Path) -> None:
    async def walk() -> None:
        nora, milo = app_for(file, "nora"), app_for(file, "milo")
        async with nora.run_test(size=WIDE) as first, milo.run_test(size=WIDE) as second:
            await until(first, lambda: any("Help" in line for line in lines_of(nora)[-3:]))
            assert not any("Next" in line for line in lines_of(nora)[-3:])
            await second.press("h")
            await until(second, lambda: isinstance(milo.screen, Choose))
            await second.press("enter", "n")
            await until(second, lambda: any("Milo leads" in line for line in lines_of(milo)))
            await settled(second)

    asyncio.run(walk())
    assert kept(file).record.meeting.chair == "milo"


def test_another_language_leaves_the_cursor_where_it_was(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: getattr(app.screen, "here", None))
            await pilot.press("down", "down", "down", "tab", "م")  # the key of l on an Arabic keyboard
            await until(pilot, lambda: app.words.language == "ar" and getattr(app.screen, "here", None))
            screen = app.screen
            assert isinstance(screen, ObserveScreen)
            assert screen.here is not None
            assert (screen.here.indicator.id, screen.here.cell.about) == ("A4", "milo")

    asyncio.run(walk())
