"""Every page and dialog with all sentences 40 % longer than in English: nothing is cut off and nothing falls apart."""

from __future__ import annotations

import asyncio
import shutil
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from facilitate.cli.plays import brought_to, write_events
from facilitate.cli.seats import errands
from facilitate.domain.people import Role
from facilitate.journal.machine import this_machine
from facilitate.kits.kit_file import read_kit
from facilitate.kits.rehearsal.play import perform
from facilitate.kits.rehearsal.script import script
from facilitate.language import Words
from facilitate.tui.app import FacilitateApp
from facilitate.tui.dialogs.sampling import Sampling
from facilitate.tui.screen import SeatScreen
from facilitate.tui.screens.observe import ObserveScreen
from tests.tui.longer import broken, find_longer, longer
from tests.tui.sitting import NARROW, NORMAL, app_for, kept, until
from tests.tui.test_snapshots import Sitting

Opened = dict[str, str]
"""The keys that are pressed one after the other on a page, and what stands on the screen then."""

CONSOLE = {"colon": "Palette", "question_mark": "Help", "ctrl+l": "Choose"}
OPENED: dict[tuple[Role, str], Opened] = {
    (Role.MODERATOR, "step"): {
        **CONSOLE,
        "space": "StepPage",
        "1 enter": "Ask",
        "3 enter": "Ask",
        "s": "Ask",
        "i": "Choose",
        "i enter": "Ask",
        "e": "Energise",
        "o": "Retime",
        "h": "Choose",
    },
    (Role.MODERATOR, "floor"): {"y": "FloorPage", "slash": "Find", "question_mark": "Help"},
    (Role.MODERATOR, "notes"): {"1": "NotesPage", "f": "NotesPage", "enter": "NotesPage"},
    (Role.MODERATOR, "people"): {"j": "Joining", "question_mark": "Help"},
    (Role.MODERATOR, "needs"): {
        "1 enter": "DotsDialog",
        "2": "Choose",
        "x down x 2 enter": "PairsDialog",
        "tab": "NeedsPage",
    },
    (Role.MODERATOR, "groups"): {"x": "GroupsPage", "i": "Choose", "question_mark": "Help"},
    (Role.MODERATOR, "closing"): {"j": "ClosingPage", "x": "Confirm"},
    (Role.MODERATOR, "show"): {"right": "ShowScreen", "question_mark": "Help"},
    (Role.OBSERVER, "observe"): {
        "e": "Facts",
        "s": "Confirm",
        "v": "Choose",
        "g": "Sections",
        "i": "Ask",
        "ctrl+l": "Choose",
        "question_mark": "Help",
    },
    (Role.TRAINER, "prepare"): {
        "down down enter": "Ask",
        "p n": "Joining",
        "p enter": "Choose",
        "a": "PrepareScreen",
        "a n": "Find",
        "e": "PrepareScreen",
        "k x": "PrepareScreen",
        "c down enter": "Ask",
        "question_mark": "Help",
    },
    (Role.TRAINER, "review"): {"d": "Ask", "a": "Choose", "question_mark": "Help"},
}


@pytest.fixture(autouse=True)
def _longer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("facilitate.language.words.find", find_longer)


@pytest.fixture(scope="module")
def under_way(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A rehearsed meeting with groups at work, needs kept and turns spoken."""
    kit, now = read_kit("youth"), this_machine()
    written = script(kit, 3, observers=2, start=now.wall.replace(tzinfo=None))
    events = perform(written, kit.agenda.steps[6].id).events
    path = tmp_path_factory.mktemp("longer") / "x.meeting"
    write_events(path, brought_to(events, now)).close()
    return path


def test_sentences_become_longer_and_keep_their_values() -> None:
    plain = "Nothing was written about {what} on the page: {why}"
    assert longer(plain).format(what="", why="") != plain.format(what="", why="")
    assert len(longer(plain)) >= len(plain) + 0.38 * len("Nothingwaswrittenaboutonthepage")
    assert Words("en")("keys.ignored", keys="x") == (find_longer("en", "keys.ignored", None) or "").format(keys="x")


def shows(app: FacilitateApp, name: str) -> bool:
    return type(app.screen).__name__ == name


NARROWED = [place for place in OPENED if place[1] in ("notes", "needs", "show", "observe", "prepare")]
"""Pages that are looked at on a narrow screen as well: the ones on which most stands beside each other."""


@pytest.mark.parametrize(
    ("role", "page", "size"), [(*each, NORMAL) for each in OPENED] + [(*each, NARROW) for each in NARROWED]
)
def test_longer_sentences_fit(under_way: Path, tmp_path: Path, role: Role, page: str, size: tuple[int, int]) -> None:
    file = tmp_path / "x.meeting"
    shutil.copy(under_way, file)
    person = next(each.id for each in kept(file).record.meeting.people.values() if each.has(role))

    async def walk() -> None:
        app = app_for(file, person)
        async with app.run_test(size=size) as pilot:
            await back(pilot, app)
            assert list(broken(app)) == []
            for keys, name in OPENED[role, page].items():
                await pilot.press(*keys.split())
                await until(pilot, partial(shows, app, name))
                await pilot.pause()
                assert list(broken(app)) == [], keys
                await back(pilot, app)

    async def back(pilot: Pilot[int], app: FacilitateApp) -> None:
        while len(app.screen_stack) > 2:
            app.pop_screen()
            await pilot.pause()
        app.sit(person, page)
        await until(pilot, lambda: isinstance(app.screen, SeatScreen) and app.screen_name == page and app.screen.there)
        await pilot.pause()

    asyncio.run(walk())


def test_longer_sentences_fit_at_home(under_way: Path) -> None:
    async def walk() -> None:
        app = FacilitateApp(Words("en"), errands(), folder=under_way.parent)
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, partial(shows, app, "HomeScreen"))
            for keys, name in {"": "HomeScreen", "n": "Choose", "enter": "Ask", "question_mark": "Ask"}.items():
                await pilot.press(*keys.split())
                await until(pilot, partial(shows, app, name))
                await pilot.pause()
                assert list(broken(app)) == [], keys

    asyncio.run(walk())


def test_longer_sentences_fit_on_the_page_of_snapshots(tmp_path: Path) -> None:
    async def steps(pilot: Pilot[int], app: FacilitateApp, screen: ObserveScreen) -> None:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Sampling))
        await pilot.press("1")
        assert list(broken(app)) == []

    Sitting(tmp_path / "s.meeting").walk(steps)
