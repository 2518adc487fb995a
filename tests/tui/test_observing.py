"""An observer's grid: what is in sight, going about in it, keys that were pressed twice, and a phone."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from facilitate.analysis.progress import asked, asked_about
from facilitate.domain.events.observing import Scored
from facilitate.domain.meeting.sheets import Cell
from facilitate.language import Words
from facilitate.tui.observer import presses
from facilitate.tui.observer.lines import GridLines, by_code
from facilitate.tui.observer.presses import Press, Presses
from facilitate.tui.observer.sections import section_meant
from facilitate.tui.observer.sights import Only, Sight, in_sight, sight_told
from facilitate.tui.screens.observe import ObserveScreen
from tests.making import Room, small_room
from tests.tui.sitting import NARROW, NORMAL, app_for, kept, lines_of, made, settled, until


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return made(tmp_path / "x.meeting")


def seen_by_olga(room: Room, sight: Sight, step: str | None = "S1") -> list[str]:
    """The codes that are in sight."""
    meeting = room.meeting
    found = by_code(asked(meeting, "olga", step, room.laptop()))
    codes = in_sight(sight, found, meeting.sheet("olga"), step, "en")
    return [code for code in found if codes is None or code in codes]


def scored_room() -> Room:
    room = small_room()
    room.next("mona")
    room.next("mona")
    room.do("olga", Scored(about="mona", indicator="A1", step="S1", value=3))
    room.do("olga", Scored(about="milo", indicator="A1", step="S1", value=2))
    room.do("olga", Scored(about="mona", indicator="A2", step="S0", value=4))
    return room


def test_a_filter_leaves_what_it_says() -> None:
    room = scored_room()
    every = ["A1", "A2", "A3", "B1", "B2", "B3", "B4"]
    assert seen_by_olga(room, Sight()) == every
    assert seen_by_olga(room, Sight(Only.OPEN)) == every[1:], "A2 is still open for Milo"
    assert seen_by_olga(room, Sight(Only.OWED)) == ["A2"], "a 4 without a fact"
    assert seen_by_olga(room, Sight(Only.STEP)) == ["A1", "B2"], "seen in this step, or about it"
    assert seen_by_olga(room, Sight(Only.STEP), step=None) == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [("b1", ["B1"]), ("INDICATOR a1", ["A1"]), ("  ", 7), ("٣", ["A3", "B3"]), ("nothing such", [])],
)
def test_lines_are_found_by_code_or_words_however_typed(typed: str, found: list[str] | int) -> None:
    codes = seen_by_olga(scored_room(), Sight(search=typed))
    assert (codes if isinstance(found, list) else len(codes)) == found


def test_the_filter_in_force_is_told_and_so_is_that_it_leaves_nothing() -> None:
    words = Words("en")
    assert sight_told(Sight(), 7, 7, "S1", words) == ""
    assert sight_told(Sight(Only.OPEN), 6, 7, "S1", words) == "Only what is still open · 6 of 7 · Esc: everything"
    nothing = sight_told(Sight(Only.STEP, "rain"), 0, 7, "S1", words)
    assert nothing == "Only this step (S1) · with “rain” · nothing here · Esc: everything"


def test_filters_come_one_after_the_other_and_keep_the_search() -> None:
    sight, met = Sight(search="x"), []
    for _ in Only:
        sight = sight.next()
        met.append(sight.only)
    assert (met, sight.search) == ([Only.OPEN, Only.STEP, Only.OWED, Only.ALL], "x")


def test_lines_in_sight_stand_under_their_heading_with_the_whole_sections_count() -> None:
    room = scored_room()
    assert room.meeting.grid is not None
    found = by_code(asked(room.meeting, "olga", "S1", room.laptop()))
    drawn = GridLines(Words("en"))
    lines = drawn.lines(room.meeting.grid, found, None, {"A2"})
    assert [line.key for line in lines] == ["section:A", "A2"]
    assert lines[0].text.endswith("3/5")
    again = drawn.lines(room.meeting.grid, found, None, {"A2"})
    assert again[1] is lines[1], "made once"


def test_one_line_asked_again_is_what_the_whole_would_say() -> None:
    room = scored_room()
    before = by_code(asked(room.meeting, "olga", "S1", room.laptop()))
    room.do("olga", Scored(about="milo", indicator="A2", step="S1", value=1))
    after = by_code(asked(room.meeting, "olga", "S1", room.laptop()))
    assert asked_about(room.meeting, "olga", before["A2"][0].indicator, before["A2"]) == after["A2"] != before["A2"]


def test_a_press_at_once_after_the_same_is_no_second_one() -> None:
    cell, other, presses = Cell("mona", "A1"), Cell("milo", "A1"), Presses()
    assert presses.weigh(cell, "3", 0) is Press.FIRST
    presses.note(cell, "3", 1000)
    assert presses.weigh(cell, "3", 1499) is Press.TWICE
    assert presses.weigh(cell, "3", 1500) is Press.FIRST
    assert presses.weigh(cell, "2", 1100) is Press.CORRECTED
    assert presses.weigh(other, "3", 1100) is Press.FIRST
    presses.forget()
    assert presses.weigh(cell, "3", 1100) is Press.FIRST


@pytest.mark.parametrize(("key", "code"), [("b", "B"), ("B", "B"), ("ش", "A"), ("٢", "B"), ("1", "A"), ("9", None)])
def test_a_section_is_meant_by_its_letter_on_any_keyboard_or_by_its_number(key: str, code: str | None) -> None:
    assert section_meant(key, ["A", "B"]) == code


def test_pressed_twice_is_stored_once_and_a_digit_off_the_scale_is_answered(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presses, "WITHIN", 60_000)  # a slow machine needs longer between two keys than a finger

    async def walk() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: getattr(app.screen, "here", None))
            await pilot.press("down", "3", "3")
            await until(pilot, lambda: any("Pressed twice: 3 is kept once" in line for line in lines_of(app)))
            await pilot.press("7")
            await until(pilot, lambda: any("7 is no answer here. Answers: 1, 2, 3" in line for line in lines_of(app)))
            await settled(pilot)

    asyncio.run(walk())
    assert [event.fact.value for event in kept(file).record.events if isinstance(event.fact, Scored)] == [3]


def test_the_cursor_stays_on_its_indicator_through_filters_search_and_sections(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=NORMAL) as pilot:
            screen = app.screen
            assert isinstance(screen, ObserveScreen)
            await until(pilot, lambda: screen.here)

            def here() -> str:
                assert screen.here is not None
                return screen.here.indicator.id

            await pilot.press("B", "f")
            assert here() == "B1"
            await until(pilot, lambda: any("Only what is still open" in line for line in lines_of(app)))
            await pilot.press("1")
            assert here() == "B1", "scored for one, it stays while the cursor is on it"
            await pilot.press("escape", "greater_than_sign")
            assert here() == "C1"
            await pilot.press("slash", *"d3", "enter")
            assert here() == "D3"
            await pilot.press("o", "escape")
            assert (here(), screen.sight) == ("D3", Sight())
            await pilot.press("slash", *"a1", "escape")
            assert here() == "D3", "a search that is left leads back"

    asyncio.run(walk())


def test_on_a_phone_one_indicator_stands_on_a_page_and_a_tap_scores(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=NARROW) as pilot:
            screen = app.screen
            assert isinstance(screen, ObserveScreen)
            await until(pilot, lambda: screen.here)
            await pilot.click("#one-after")
            await until(pilot, lambda: screen.here and screen.here.indicator.id == "A2")
            rows = [y for y, line in enumerate(lines_of(app)) if " 4 " in line[:5]]
            await pilot.click(offset=(20, rows[0]))
            await until(pilot, lambda: screen.sheet.marks)
            await settled(pilot)

    asyncio.run(walk())
    assert {cell: mark.value for cell, mark in kept(file).record.meeting.sheet("olga").marks.items()} == {
        Cell("mona", "A2"): 4
    }


def test_keys_on_a_filter_that_leaves_nothing_do_nothing(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=NORMAL) as pilot:
            screen = app.screen
            assert isinstance(screen, ObserveScreen)
            await until(pilot, lambda: screen.here)
            await pilot.press("f", "f", "f", "down", "up", "n", "p", "3", "e", "right_square_bracket", "escape")
            await until(pilot, lambda: screen.here)

    asyncio.run(walk())
