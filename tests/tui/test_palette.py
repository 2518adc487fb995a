"""What is found by some letters of its name, in any of the three languages; and what help says."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual import events
from textual.command import CommandList
from textual.pilot import Pilot
from textual.widgets import Input

from facilitate.tui import commands
from facilitate.tui.app import FacilitateApp
from facilitate.tui.dialogs.ask import Ask
from facilitate.tui.dialogs.confirm import Confirm
from facilitate.tui.dialogs.energise import Energise
from facilitate.tui.dialogs.help import Help, sections
from facilitate.tui.entries import Entry, found
from facilitate.tui.palette import Palette
from tests.tui.sitting import NARROW, NORMAL, WIDE, app_for, kept, lines_of, made, settled, until

NEXT = Entry(("Next", "Suivante", "التالي", "next"), lambda: None, "n", "Open the next step; the one before ends.")
PAUSE = Entry(("Pause", "Pause", "توقف مؤقت", "pause"), lambda: None, "␣", "Stop the clock, or let it go on.")
ENERGISER = Entry(("Energiser", "Exercice dynamisant", "تمرين تنشيطي", "energise"), lambda: None)


@pytest.mark.parametrize(
    ("letters", "names"),
    [
        ("ne", ["Next", "Energiser"]),
        ("SUIV", ["Next"]),
        ("توقف", ["Pause"]),
        ("تنشيطى", ["Energiser"]),
        ("enegiser", ["Energiser"]),
        ("clock", ["Pause"]),
        ("zqx", []),
        ("", []),
    ],
)
def test_names_are_found_in_any_language_and_spelling(letters: str, names: list[str]) -> None:
    assert [entry.names[0] for _, entry in found(letters, (NEXT, PAUSE, ENERGISER))] == names


def test_the_readers_own_language_comes_first() -> None:
    arabic = Entry(("توقف", "Pause"), lambda: None)
    english = Entry(("Pause", "توقف"), lambda: None)
    assert found("pause", (arabic, english))[0][1] is english


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return made(tmp_path / "palette.meeting")


def listed(app: FacilitateApp) -> list[str]:
    """The first lines of what the palette shows."""
    lists = app.screen.query(CommandList) if isinstance(app.screen, Palette) else ()
    return [str(option.prompt).splitlines()[0] for each in lists for option in each.options]


async def looked_for(pilot: Pilot[int], app: FacilitateApp, letters: str, first: str) -> None:
    """Open the palette, type some letters, and wait until that stands first in the list."""
    await pilot.press("colon")
    await until(pilot, lambda: len(listed(app)) > 3)
    await pilot.press(*letters)
    await until(pilot, lambda: listed(app) and listed(app)[0].startswith(first))


def test_an_act_is_found_in_another_language_and_done(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=NORMAL) as pilot:
            await looked_for(pilot, app, "suivante", "Next")
            await pilot.press("enter")
            await until(pilot, lambda: app.session and app.session.kept.current)

    asyncio.run(walk())


def test_whoever_types_fast_gets_what_they_typed(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=NORMAL) as pilot:
            await pilot.press("colon")
            await until(pilot, lambda: len(listed(app)) > 3)
            assert listed(app)[0].startswith("Next")
            line = app.screen.query_one(Input)
            line.value = "note"
            await line.action_submit()
            await until(pilot, lambda: not isinstance(app.screen, Palette))
            await until(pilot, lambda: isinstance(app.screen, Ask) or getattr(app.screen, "PAGE", "") == "notes")
            await settled(pilot)
            assert app.session is not None
            assert app.session.kept.current is None, "what stood first before was not meant"

    asyncio.run(walk())


def test_of_a_paste_nothing_is_drawn_that_a_terminal_would_obey(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=NORMAL) as pilot:
            await pilot.press("colon")
            await until(pilot, lambda: isinstance(app.screen, Palette) and app.focused)
            app.post_message(events.Paste("\x1b[31mred\x9b\u202e\ud800 ❤\ufe0f"))
            await until(pilot, lambda: any("[31mred ❤\u00a0" in line for line in lines_of(app)))
            assert app.screen.query_one(Input).value == "[31mred ❤\ufe0f"
            assert {cell_len(line) for line in lines_of(app)} == {NORMAL[0]}

    asyncio.run(walk())


def test_a_step_is_opened_after_a_question(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "mona", "fr")
        async with app.run_test(size=NORMAL) as pilot:
            await pilot.press("n", "n")
            await looked_for(pilot, app, "Y05", "Ouvrir Y05")
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Confirm))
            await pilot.press("left", "enter")
            await settled(pilot)

    asyncio.run(walk())
    current = kept(file).record.meeting.current
    assert current is not None
    assert current.step == "Y05"


def test_nothing_is_offered_that_the_person_has_no_right_to(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "nora")
        async with app.run_test(size=NORMAL) as pilot:
            await looked_for(pilot, app, "Y05", "Nothing is called so")
            await pilot.press("escape")
            await until(pilot, lambda: not isinstance(app.screen, Palette))
            await looked_for(pilot, app, "rainstorm", "Energiser: Rainstorm")
            assert len(listed(app)) == 1
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Energise))

    asyncio.run(walk())


def test_a_language_is_found_in_its_own_words_by_an_observer(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=NARROW) as pilot:
            await until(pilot, lambda: getattr(app.screen, "here", None))
            await looked_for(pilot, app, "العرب", "العربية")
            await pilot.press("enter")
            await until(pilot, lambda: app.words.language == "ar")

    asyncio.run(walk())


# Help.


def test_help_tells_the_pages_own_keys_first() -> None:
    intents = (commands.HELP, commands.STEP, commands.NEXT, commands.NEED, commands.SKIP)
    assert sections(intents) == (
        ("own", (commands.NEED,)),
        ("meeting", (commands.NEXT, commands.SKIP)),
        ("pages", (commands.STEP,)),
        ("everywhere", (commands.HELP,)),
    )


@pytest.mark.parametrize(
    ("person", "page"), [("mona", "step"), ("olga", "observe"), ("tess", "prepare"), ("show", "show")]
)
def test_help_says_first_what_the_page_is_for(file: Path, person: str, page: str) -> None:
    async def walk() -> None:
        app = app_for(file, person)
        async with app.run_test(size=WIDE) as pilot:
            await until(pilot, lambda: getattr(app.screen, "there", False))
            screen = app.screen
            about = app.words(f"help.page.{page}")
            await pilot.press("question_mark")
            await until(
                pilot, lambda: isinstance(app.screen, Help) and any(about[:40] in each for each in lines_of(app))
            )
            assert any("Everywhere" in line for line in lines_of(app))
            assert any(app.words("help.leave") in line for line in lines_of(app)), "the way out is in sight"
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is screen)

    asyncio.run(walk())


def test_a_part_that_has_the_focus_may_speak_for_itself(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=WIDE) as pilot:
            await until(pilot, lambda: getattr(app.screen, "here", None) and app.focused)
            setattr(app.focused, "help_id", "page.notes")  # noqa: B010  # a widget of its own would declare it
            await pilot.press("question_mark")
            about = app.words("help.page.notes")
            await until(pilot, lambda: any(about[:40] in line for line in lines_of(app)))

    asyncio.run(walk())


def test_help_leaves_out_what_a_person_has_no_right_to(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "nora")
        async with app.run_test(size=(160, 60)) as pilot:
            await until(pilot, lambda: getattr(app.screen, "there", False))
            await pilot.press("f1")
            await until(pilot, lambda: isinstance(app.screen, Help))
            await until(pilot, lambda: any("Everywhere" in line for line in lines_of(app)))
            assert not any(app.words("key.next.help") in line for line in lines_of(app))
            assert any(app.words("key.undo.help") in line for line in lines_of(app))

    asyncio.run(walk())
