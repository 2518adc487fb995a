"""What people are told about being observed and noted: on the projector, to whoever sits down, and when it is over."""

from __future__ import annotations

import asyncio
import re
from datetime import date
from pathlib import Path

import pytest
from textual.widgets import OptionList

from facilitate.cli.seats import errands
from facilitate.domain.events.planning import ConsentSet
from facilitate.domain.people import SETUP
from facilitate.journal.journal import Journal
from facilitate.language import Words
from facilitate.language.words import CODES, Code
from facilitate.tui.app import FacilitateApp
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.folder import entry_of
from facilitate.tui.projector.boards import pages
from facilitate.tui.projector.picture import shown
from facilitate.tui.screens.home import HomeScreen
from tests.making import Room, small_room
from tests.tui.sitting import NARROW, NORMAL, app_for, lines_of, made, until

LATER, PAST = date(2100, 1, 31), date(2020, 1, 31)


def told(room: Room, language: Code = "en") -> list[str]:
    """The lines of the first list that the room is shown."""
    board = shown(room.meeting, room.laptop(), Words(language)).main[0]
    return [board.heading, *(line.text for line in board.lines)]


@pytest.mark.parametrize("language", CODES)
def test_the_room_reads_it_first_while_people_come_in(language: Code) -> None:
    room, words = small_room(), Words(language)
    assert words("consent.title") not in told(room, language), "nothing was said, nothing is shown"
    room.do("tess", ConsentSet(until=LATER))
    said = "\n".join(told(room, language))
    for message in ("consent.title", "consent.noted", "consent.about"):
        assert words(message) in said
    assert words("consent.observed", count=2) in said
    assert words.day(LATER) in said
    assert not any(person.name in said for person in room.meeting.people.values()), "nobody is named"
    room.next("mona")
    assert words("consent.title") not in told(room, language)


def test_own_words_stand_as_written_and_are_never_cut() -> None:
    room = small_room()
    own = "We watch how it is run.\nAsk Zineb! " + "The notes go to the youth house and to nobody else " * 9
    room.do("tess", ConsentSet(wording=own, until=LATER))
    boards = shown(room.meeting, room.laptop(), Words("en")).main[:1]
    for width, height in ((40, 6), (36, 5), (100, 20)):
        rows = [row.plain for page in pages(boards, width, height) for row in page]
        shown_words = " ".join(row for row in rows if "Observed and noted" not in row).split()
        assert shown_words[: len(own.split())] == own.split()
        assert "2100," in shown_words
        assert not any("…" in row for row in rows)


def test_nobody_who_observes_is_not_spoken_of() -> None:
    room = small_room(observers=0)
    room.do("tess", ConsentSet())
    assert Words("en")("consent.noted") in told(room)
    assert not any("observes" in line for line in told(room))


# Sitting down.


def words_of(app: FacilitateApp) -> str:
    """The words on the screen, without frames and bars."""
    return " ".join(re.findall(r"[\w,.:]+", "\n".join(lines_of(app))))


def meeting_with(path: Path, fact: ConsentSet) -> Path:
    file = made(path)
    journal = Journal.open(file)
    journal.append(SETUP, fact)
    journal.close()
    return file


@pytest.mark.parametrize("size", [NORMAL, NARROW, (40, 12)])
def test_whoever_asks_who_sits_here_reads_it_above(tmp_path: Path, size: tuple[int, int]) -> None:
    wording = "\n".join(f"Sentence number {n}." for n in range(1, 21))
    file = meeting_with(tmp_path / "x.meeting", ConsentSet(wording=wording, until=LATER))

    async def walk() -> None:
        app = app_for(file, None)
        async with app.run_test(size=size) as pilot:
            await until(pilot, lambda: isinstance(app.screen, Choose))
            await until(pilot, lambda: "Sentence number 1." in "\n".join(lines_of(app)))
            assert "Mona" in "\n".join(lines_of(app)) or "Tess" in "\n".join(lines_of(app)), "people are in sight too"
            for _ in range(30):
                await pilot.press("pagedown")
            await until(pilot, lambda: "31 January 2100" in words_of(app))
            assert app.screen.query_one(OptionList).highlighted in (0, None), "the list stays where it was"
            await pilot.press("pageup", "escape")

    asyncio.run(walk())


def test_who_sits_down_after_the_day_is_told(tmp_path: Path) -> None:
    file = meeting_with(tmp_path / "x.meeting", ConsentSet(until=PAST))

    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=NORMAL, notifications=True) as pilot:
            await until(pilot, lambda: "erased by 31 January 2020" in words_of(app))

    asyncio.run(walk())


def test_home_says_whose_notes_should_be_gone(tmp_path: Path) -> None:
    meeting_with(tmp_path / "old.meeting", ConsentSet(until=PAST))
    meeting_with(tmp_path / "new.meeting", ConsentSet(until=LATER))
    assert entry_of(tmp_path / "old.meeting").keep_until == PAST
    app = FacilitateApp(Words("en"), errands(), folder=tmp_path)

    async def walk() -> str:
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: isinstance(app.screen, HomeScreen) and app.screen.entries)
            await until(pilot, lambda: "erased" in "\n".join(lines_of(app)))
            return "\n".join(lines_of(app))

    assert asyncio.run(walk()).count("should have been erased") == 1
