"""What the card shows of each group, a total as a time, and an answer that hides the times: told, never silent."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

from facilitate.analysis.progress import Asked, asked
from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import Scored, Tallied, Timed
from facilitate.domain.events.running import StepOpened
from facilitate.domain.grid import Grid, Section
from facilitate.domain.indicator import Duration, Option, Tally
from facilitate.language import Words
from facilitate.tui.observer.card import card
from facilitate.tui.observer.lines import GridLines
from facilitate.tui.screens.observe import ObserveScreen
from facilitate.tui.widgets.anchors import IndicatorCard
from tests.making import Room, small_room, words
from tests.tui.sitting import NORMAL, app_for, settled, text_of, until
from tests.tui.test_sampling import file

__all__ = ["file"]

GROUPS = tuple(Option(id=each, label=words(each)) for each in ("women", "men"))
COUNTED, TIMED = Tally(id="C1", text=words("c"), groups=GROUPS), Duration(id="C2", text=words("d"), groups=GROUPS)
GRID = Grid(id="g", title=words("g"), sections=(Section(id="S", title=words("S"), indicators=(COUNTED, TIMED)),))
EN = Words("en")


def room_with_grid() -> Room:
    room = small_room()
    room.do("tess", GridProposed(grid=GRID))
    room.do("mona", StepOpened(step="S0"))
    return room


def found(room: Room, code: str) -> Asked:
    return next(each for each in asked(room.meeting, "olga", "S0", room.laptop()) if each.indicator.id == code)


def card_of(room: Room, code: str) -> IndicatorCard:
    return card(room.meeting, room.meeting.sheet("olga"), found(room, code), EN, now=room.laptop())


def timed(room: Room, name: str, group: str, seconds: float | None) -> None:
    start = room.laptop().wall
    stop = start + timedelta(seconds=seconds) if seconds else None
    room.do("olga", Timed(indicator="C2", step="S0", timing=name, group=group, start=start, stop=stop))


def test_each_group_shows_its_count() -> None:
    room = room_with_grid()
    for group in ("women", "women", "men"):
        room.do("olga", Tallied(indicator="C1", group=group))
    assert [(each.label, each.anchor) for each in card_of(room, "C1").points[:2]] == [("women", "2"), ("men", "1")]


def test_each_group_shows_its_time_and_what_runs() -> None:
    room = room_with_grid()
    timed(room, "d1", "women", 45.7)
    timed(room, "d2", "men", None)
    room.laptop.passes(seconds=12)
    assert [each.anchor for each in card_of(room, "C2").points[:2]] == ["0:46", "⏱ runs 0:12"]


def test_a_total_of_seconds_is_a_time_on_the_card_and_in_its_cell() -> None:
    room = room_with_grid()
    timed(room, "d1", "women", 45.7)
    line = GridLines(EN).line((found(room, "C2"),), None)
    assert (card_of(room, "C2").answer, line.cells[0].text) == ("0:46", "0:46")
    timed(room, "d2", "men", 2 * 3600)
    assert GridLines(EN).line((found(room, "C2"),), None).cells[0].text == "120′"


def test_an_answer_that_hides_times_says_so_until_it_is_taken_away() -> None:
    room = room_with_grid()
    room.do("olga", Scored(indicator="C2", step="S0", value=45))
    assert card_of(room, "C2").answer == "0:45"
    timed(room, "d1", "women", 20)
    assert card_of(room, "C2").answer.startswith("Your answer 0:45 stands; the times do not count.")
    room.do("olga", Scored(indicator="C2", step="S0", value=None))
    assert card_of(room, "C2").answer == "0:20"


def test_it_is_told_in_place_too(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=NORMAL) as pilot:
            screen = app.screen
            assert isinstance(screen, ObserveScreen)
            await until(pilot, lambda: screen.here)
            await pilot.press("down", "enter", "enter", "4", "5", "enter")
            await settled(pilot)
            assert "do not count" in text_of(app, "#sight")
            await pilot.press("up", "down", "enter")
            await settled(pilot)
            assert "do not count" in text_of(app, "#sight")
            await pilot.press("delete", "enter")
            await settled(pilot)
            assert "do not count" not in text_of(app, "#sight")

    asyncio.run(walk())
