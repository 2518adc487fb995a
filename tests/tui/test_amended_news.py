"""What an observer is told when the grid is amended under their hands: what stands, and what is asked anew."""

from __future__ import annotations

import asyncio
from pathlib import Path

from textual.widgets import Static

from facilitate.analysis.progress import asked, still_open
from facilitate.domain.events.observing import MEETING, Scored
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.scale import Answer
from facilitate.journal.journal import Journal
from facilitate.language import Words
from facilitate.tui.gridmark import marks_of
from facilitate.tui.observer.changes import Before, beside_told, changes_told
from facilitate.tui.observer.context import NEW, Desk
from tests.amending import amend, amend_in
from tests.making import rating, seal, small_room
from tests.tui.sitting import app_for, kept, lines_of, made, until

ENGLISH = Words("en")


def test_what_is_renamed_stands_and_what_is_split_merged_or_dropped_is_said() -> None:
    room = small_room()
    room.do("olga", Scored(about="mona", indicator="A1", value=3), Scored(indicator="A3", value=Answer.YES))
    room.do("olga", Scored(about="mona", indicator="A2", value=2))
    before = Before.of(room.meeting, "olga")
    amend(
        room,
        renamed={"A1": "A7"},
        reworded=["A3"],
        split={"A2": ("A2", "A8")},
        dropped=["B1"],
        new={"B4": rating("B9")},
    )
    (told,) = changes_told(before, room.meeting, "olga", ENGLISH)
    for said in (
        "amended (it was not clear)",
        "A1 is now called A7; your 3 stands",
        "reworded A3",
        "your answers to A3 stand",
        "A2 was split into A2, A8: answer these",
        "gone B1",
        "new B9",
        "1 answer of yours is on the earlier version",
    ):
        assert said in told
    waiting = {each.cell for each in still_open(asked(room.meeting, "olga", "S1", room.laptop()))}
    assert Cell("mona", "A7") not in waiting, "it is not asked again"
    assert {Cell("mona", "A2"), Cell("mona", "A8"), Cell("milo", "A7")} <= waiting
    assert "1 answer belongs to an indicator" in beside_told(room.meeting, "olga", {}, ENGLISH)[0]


def test_two_amendments_since_one_looked_are_told_as_one() -> None:
    room = small_room()
    room.do("olga", Scored(indicator="B1", value=2))
    before = Before.of(room.meeting, "olga")
    amend(room, renamed={"B1": "B7"})
    amend(room, renamed={"B7": "B8"}, split={"A1": ("A1a", "A1b")})
    amend(room, dropped=["A1b"])
    (told,) = changes_told(before, room.meeting, "olga", ENGLISH)
    assert "B1 is now called B8; your 2 stands" in told
    assert "A1 was split into A1a: answer" in told
    assert "B7" not in told
    assert "A1b" not in told


def test_what_is_being_typed_follows_its_indicator() -> None:
    room, desk = small_room(), Desk()
    desk.carried_on(room.meeting.grids)
    desk.texts(Cell("mona", "A1"))[NEW] = "she waited"
    desk.numbers[Cell(MEETING, "B1")] = "12"
    amend(room, renamed={"A1": "A2", "A2": "A1"}, dropped=["B1"])
    assert desk.carried_on(room.meeting.grids) == {"A1": "A2", "A2": "A1"}
    assert desk.drafts == {Cell("mona", "A2"): {NEW: "she waited"}}
    assert desk.numbers == {Cell(MEETING, "B1"): "12"}, "it is told, and set aside"
    assert desk.carried_on(room.meeting.grids) == {}


def test_the_mark_of_a_grid_takes_its_shortest_form_before_it_is_cut() -> None:
    room = small_room(rehearsal=True)
    assert room.meeting.grid is not None
    short = room.meeting.grid.short_fingerprint
    assert marks_of(room.meeting, ENGLISH, (), 40) == f"REHEARSAL · {short} not agreed"
    assert marks_of(room.meeting, ENGLISH, (), 26) == f"REH. · {short} not agr."
    seal(room)
    assert marks_of(room.meeting, ENGLISH, (), 40) == f"REHEARSAL · {short}"
    amend(room, dropped=["A1"])
    assert marks_of(room.meeting, ENGLISH, (), 40).endswith(f"{room.meeting.grid.short_fingerprint} amended")


def test_the_top_bar_says_which_grid_and_the_news_which_answers_stand(tmp_path: Path) -> None:
    """At 44 columns, in Arabic too."""
    file = made(tmp_path / "x.meeting")

    async def walked() -> None:
        app, other = app_for(file, "olga"), Journal.open(file)
        async with app.run_test(size=(44, 30)) as pilot:
            await until(pilot, lambda: getattr(app.screen, "here", None))
            grid = other.record.meeting.grid
            assert grid is not None
            top = lines_of(app)[0]
            assert f"{grid.short_fingerprint} not agreed" in top
            assert "kept" in top
            await pilot.press("2", "enter")
            await until(pilot, lambda: kept(file).record.meeting.sheet("olga").marks)
            other.follow()
            code = next(iter(other.record.meeting.sheet("olga").marks)).indicator
            amend_in(other, renamed={code: "Z9"})
            news = app.screen.query_one("#news", Static)
            await until(pilot, lambda: f"{code} is now called Z9; your 2 stands" in str(news.render()))
            await until(pilot, lambda: "amended" in lines_of(app)[0])
        other.close()

    asyncio.run(walked())
