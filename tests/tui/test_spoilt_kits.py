"""Files of kits edited into nonsense while the program runs: what is open goes on, what can be used can be used."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import OptionList

from facilitate.cli.frame import DONE, NOT_DONE
from facilitate.cli.seats import errands
from facilitate.kits import library
from facilitate.language import Words
from facilitate.language.words import Code
from facilitate.tui.app import FacilitateApp
from facilitate.tui.dialogs.ask import Ask
from facilitate.tui.dialogs.choose import Choose
from tests.cli.running import run
from tests.kits.desk import ENERGISERS, KIT, YOUTH, Desk, fresh_desk
from tests.tui.sitting import NARROW, app_for, heading_of, kept, until

NONSENSE = "<<<<<<< \tagenda: [&a {*a\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    desk = fresh_desk(tmp_path)
    monkeypatch.setattr(library, "grids_folder", lambda: desk.folder)
    library.vocabulary.cache_clear()
    library.shipped_energisers.cache_clear()
    yield desk
    library.vocabulary.cache_clear()
    library.shipped_energisers.cache_clear()


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize(("name", "spoilt"), [(KIT, {"youth"}), (YOUTH, {"youth", "interval"})])
def test_a_spoilt_kit_is_listed_with_its_first_fault_and_the_others_as_ever(
    desk: Desk, language: Code, name: str, spoilt: set[str]
) -> None:
    words = Words(language)
    before = {kit[0]: kit for kit in errands().kits(words)}
    desk.write(name, NONSENSE)
    after = {kit[0]: kit for kit in errands().kits(words)}
    assert list(after) == list(before)
    assert {kit for kit in after if after[kit] != before[kit]} == spoilt
    assert f"{desk.path(name)}:1: " in after["youth"][2]
    assert words("kits.unusable", fault="").strip() in after["youth"][2]


def test_a_kit_that_cannot_be_read_is_listed_too(desk: Desk) -> None:
    desk.path("words.yaml").unlink()  # every agenda needs its methods
    told = errands().kits(Words("en"))
    assert [kit[0] for kit in told] == ["farmers", "youth", "behaviours", "interval"]
    assert all("cannot be used until it is mended" in kit[2] and "words.yaml" in kit[2] for kit in told)


@pytest.mark.parametrize("spoilt", [KIT, ENERGISERS])
def test_home_opens_beside_a_spoilt_kit_and_makes_a_meeting_of_another(desk: Desk, tmp_path: Path, spoilt: str) -> None:
    desk.write(spoilt, NONSENSE)

    async def walk() -> None:
        app = FacilitateApp(Words("en"), errands(), folder=tmp_path)
        async with app.run_test(size=NARROW) as pilot:
            await until(pilot, lambda: type(app.screen).__name__ == "HomeScreen")
            await pilot.press("n")
            await until(pilot, lambda: isinstance(app.screen, Choose))
            options = app.screen.query_one(OptionList)
            said = {each.id: str(each.prompt) for each in options.options}
            assert f"{desk.path(spoilt)}:1" in said["youth"]
            assert ("cannot be used" in said["interval"]) == (spoilt == ENERGISERS)
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Ask))

    asyncio.run(walk())


def test_a_meeting_has_its_kit_inside_and_goes_on_when_the_files_are_spoilt(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "m.meeting"
    ran = run(capsys, "new", str(desk.path(KIT)), str(file), "--moderator", "Mona", "--observer", "Olga")
    assert ran.status == DONE
    before = kept(file).record.meeting

    async def walk() -> None:
        app = app_for(file, next(iter(before.people)))
        async with app.run_test(size=NARROW) as pilot:
            for each in desk.folder.rglob("*.yaml"):
                each.write_text(NONSENSE, encoding="utf-8")
            await pilot.press("n", "n")
            await until(pilot, lambda: "Y01" in heading_of(app))

    asyncio.run(walk())
    after = kept(file).record.meeting
    assert (after.agenda, after.grid) == (before.agenda, before.grid)
    assert after.current is not None


@pytest.mark.parametrize("command", [("new", "youth"), ("rehearse", "youth"), ("demo", "youth", "-o")])
def test_what_needs_a_spoilt_kit_says_so_in_one_line_and_makes_nothing(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    desk.write(KIT, NONSENSE)
    file = tmp_path / ("m.xlsx" if "-o" in command else "m.meeting")
    ran = run(capsys, *command, str(file), "--lang", "en")
    assert ran.status == NOT_DONE
    (line,) = ran.err.splitlines()
    assert f"{desk.path(KIT)}:1: " in line
    assert not file.exists()
