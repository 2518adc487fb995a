"""The page that compares, as its user walks over it: from home and back, which meetings, and the workbook."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from textual.pilot import Pilot
from textual.widgets import OptionList

from facilitate.cli.seats import errands
from facilitate.domain.events.preparing import MeetingCreated
from facilitate.domain.model import replaced
from facilitate.journal.journal import Journal
from facilitate.language import Words
from facilitate.language.words import Code
from facilitate.tui.app import FacilitateApp
from facilitate.tui.comparing.reading import read_folder
from facilitate.tui.folder import entry_of
from facilitate.tui.screens.compare import CompareScreen
from tests.analysis.test_programme import scored
from tests.tui.sitting import NARROW, NORMAL, lines_of, until

Walk = Callable[[Pilot[int], FacilitateApp], Awaitable[None]]


def held(path: Path, value: int, *, rehearsal: bool = False, audience: str = "youth") -> None:
    """A meeting's file in which both observers gave Mona this, and sent."""
    journal = Journal.create(path)
    acts = [(event.by, event.fact) for event in scored(value, audience=audience).events]
    first = acts[0][1]
    assert isinstance(first, MeetingCreated)
    acts[0] = (acts[0][0], replaced(first, rehearsal=rehearsal))
    assert isinstance(journal.append_all(acts), list)
    journal.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    held(tmp_path / "a.meeting", 2, audience="youth")
    held(tmp_path / "b.meeting", 4, audience="farmers")
    held(tmp_path / "c.meeting", 3, audience="farmers", rehearsal=True)
    (tmp_path / "broken.meeting").write_bytes(b"no meeting")
    return tmp_path


def walked(folder: Path, steps: Walk, size: tuple[int, int] = NORMAL, language: Code = "en") -> None:
    """From home to the page, and on."""

    async def walk() -> None:
        app = FacilitateApp(Words(language), errands(), folder=folder)
        async with app.run_test(size=size, notifications=True) as pilot:
            await until(pilot, lambda: type(app.screen).__name__ == "HomeScreen")
            await pilot.press("c")
            await until(pilot, lambda: isinstance(app.screen, CompareScreen) and app.screen.standing.found is not None)
            await steps(pilot, app)

    asyncio.run(walk())


def shows(app: FacilitateApp, text: str) -> bool:
    return any(text in line for line in lines_of(app))


def test_from_home_over_the_views_and_back_to_the_same_meeting(folder: Path) -> None:
    async def steps(pilot: Pilot[int], app: FacilitateApp) -> None:
        await until(pilot, lambda: shows(app, "2 of 2 meetings"))
        assert shows(app, "1 file cannot be read: broken.meeting.")
        await pilot.press("2")
        await until(pilot, lambda: shows(app, "farmers: 4.00") and shows(app, "◆"))
        await pilot.press("v")
        await until(pilot, lambda: shows(app, "All these meetings are of one centre: AB1"))
        await pilot.press("tab")
        await until(pilot, lambda: shows(app, "1 of 2"))
        await pilot.press("right")
        await until(pilot, lambda: shows(app, "Mona · AB1") and shows(app, "2 of 2") and shows(app, "█████"))
        await pilot.press("4")
        await until(pilot, lambda: shows(app, "1 rehearsal is left out; r takes it in."))
        await pilot.press("escape")
        await until(pilot, lambda: type(app.screen).__name__ == "HomeScreen")
        assert app.screen.query_one(OptionList).has_focus

    walked(folder, steps)


def test_meetings_are_taken_out_and_in_and_rehearsals_asked_for(folder: Path) -> None:
    async def steps(pilot: Pilot[int], app: FacilitateApp) -> None:
        await until(pilot, lambda: shows(app, "☑"))
        await pilot.press("space")
        await until(pilot, lambda: shows(app, "☐") and shows(app, "1 of 2 meetings"))
        await pilot.press("a")
        await until(pilot, lambda: not shows(app, "☐") and shows(app, "2 of 2 meetings"))
        await pilot.press("a")
        await pilot.press("2")
        await until(pilot, lambda: shows(app, "All meetings are taken out."))
        await pilot.press("x")
        await until(pilot, lambda: shows(app, "There is nothing to write"))
        await pilot.press("1")
        await pilot.press("a")
        await pilot.press("r")
        await until(pilot, lambda: shows(app, "3 of 3 meetings") and shows(app, "REHEARSAL"))

    walked(folder, steps)


def test_the_workbook_is_written_beside_the_meetings_and_never_over_another(folder: Path) -> None:
    (folder / "programme.xlsx").write_bytes(b"somebody's own")

    async def steps(pilot: Pilot[int], app: FacilitateApp) -> None:
        await pilot.press("x")
        await until(pilot, lambda: (folder / "programme-2.xlsx").exists())
        await until(pilot, lambda: shows(app, "programme-2.xlsx"))

    walked(folder, steps, size=(120, 40))
    assert (folder / "programme.xlsx").read_bytes() == b"somebody's own"
    assert "Overview" in load_workbook(folder / "programme-2.xlsx").sheetnames


def test_in_arabic_on_a_narrow_screen_and_in_the_next_language_the_view_stays(folder: Path) -> None:
    async def steps(pilot: Pilot[int], app: FacilitateApp) -> None:
        await pilot.press("2")
        await until(pilot, lambda: shows(app, "◆") and shows(app, "4,00 █"))
        assert shows(app, "أكبر فرق")
        await pilot.press("l")
        await until(pilot, lambda: shows(app, "◆") and not shows(app, "أكبر فرق"))
        await pilot.press("q")
        await until(pilot, lambda: type(app.screen).__name__ == "HomeScreen")

    walked(folder, steps, size=NARROW, language="ar")


def test_a_folder_of_rehearsals_says_which_key_takes_them_in(tmp_path: Path) -> None:
    held(tmp_path / "a.meeting", 2, rehearsal=True)

    async def steps(pilot: Pilot[int], app: FacilitateApp) -> None:
        await until(pilot, lambda: shows(app, "There is only a rehearsal here. r takes it in."))
        await pilot.press("r")
        await until(pilot, lambda: shows(app, "1 of 1 meeting"))

    walked(tmp_path, steps, size=(80, 12))


def test_an_empty_folder_has_words(tmp_path: Path) -> None:
    async def steps(pilot: Pilot[int], app: FacilitateApp) -> None:
        await until(pilot, lambda: shows(app, "There is no meeting in this folder."))
        for key in ("3", "4", "2", "space", "x"):
            await pilot.press(key)
        await until(pilot, lambda: shows(app, "There is no meeting in this folder."))

    walked(tmp_path, steps)


def test_reading_tells_each_file_and_stops_when_it_is_told_to(folder: Path) -> None:
    told: list[tuple[int, int]] = []
    read = read_folder(folder, lambda number, of: told.append((number, of)), lambda: False)
    assert read is not None
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4)]
    assert (len(read.told), [each.name for each in read.lost]) == (3, ["broken.meeting"])
    assert read_folder(folder, lambda number, of: None, lambda: True) is None


def test_of_two_copies_of_a_meeting_one_is_compared(folder: Path) -> None:
    (folder / "copy.meeting").write_bytes((folder / "a.meeting").read_bytes())
    read = read_folder(folder, lambda number, of: None, lambda: False)
    assert read is not None
    assert len(read.told) == 3


def test_home_reads_a_file_again_only_once_it_was_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = folder / "a.meeting"
    os.utime(file, (1, 1))
    before = entry_of(file)
    monkeypatch.setattr("facilitate.tui.folder.Journal.open", lambda path, read_only: pytest.fail("read again"))
    assert entry_of(file) is before
    monkeypatch.undo()
    file.unlink()
    held(file, 2, rehearsal=True)
    assert (before.rehearsal, entry_of(file).rehearsal) == (False, True), "it has just been written"
    os.utime(file, (2, 2))
    assert entry_of(file).rehearsal
