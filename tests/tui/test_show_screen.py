"""The projector on the screen: how large, page by page, and the ways there and back."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from facilitate.domain.events.base import PLENARY
from facilitate.domain.events.capturing import Captured, CaptureKind
from facilitate.domain.events.running import StepOpened, TrackOpened
from facilitate.language import Words
from facilitate.language.words import CODES, Code
from facilitate.tui.projector.bigdigits import LONGEST, large, size_for
from facilitate.tui.projector.boards import Board, Line, pages, wrapped
from facilitate.tui.widgets.boardview import TURN_MS, BoardView
from tests.tui.sitting import NARROW, NORMAL, WIDE, app_for, lines_of, made, settled, until

# How large.


@given(st.integers(0, 300_000), st.booleans(), st.integers(5, 220), st.integers(2, 30))
def test_digits_stay_within_their_room(seconds: int, over: bool, width: int, height: int) -> None:
    time = ("+" if over else "") + Words().clock(seconds * 1000)
    size = size_for(time, width, height)
    if size is not None:
        rows = large(time, size)
        assert len(rows) == size.rows <= height
        assert {len(row) for row in rows} == {size.cells(time)}
        assert size.cells(time) <= width


def test_digits_are_larger_on_larger_screens_and_do_not_jump_past_zero() -> None:
    heights = []
    for width, height in (NARROW, NORMAL, WIDE, (160, 45), (200, 50)):
        size = size_for("12:41", width - 2, round(height * 0.34))
        assert (
            size == size_for("+2:41", width - 2, round(height * 0.34)) == size_for(LONGEST, width - 2, height // 3 + 1)
        )
        assert size is not None
        heights.append(size.rows)
    assert heights == sorted(heights)
    assert heights[0] >= 5


# Page by page.


@given(
    st.lists(st.text("abc حاجة ", min_size=1, max_size=90), min_size=1, max_size=30),
    st.integers(20, 90),
    st.integers(6, 30),
)
def test_every_entry_stands_whole_on_one_page_that_fits(texts: list[str], width: int, height: int) -> None:
    lines = tuple(Line(text, f"{number}§") for number, text in enumerate(texts))
    found = pages((Board("Heading", lines),), width, height)
    assert all(len(page) <= height for page in found)
    assert all(cell_len(row.plain) <= width for page in found for row in page)
    rows = [row.plain for page in found for row in page]
    assert [row.split("§")[0] for row in rows if "§" in row] == [str(number) for number in range(len(texts))]
    assert all(page[0].plain.startswith("Heading") for page in found), "a list says on each page what it is"


def test_what_is_too_long_is_cut_with_an_ellipsis() -> None:
    assert wrapped("one two three four", 9, 2) == ["one two", "three fo…"]
    assert wrapped("a" * 12, 9, 2) == ["aaaaaaaa…"]


# On the screen.


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return made(tmp_path / "show.meeting")


def test_p_shows_it_on_this_laptop_and_comes_back_to_the_page(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=NORMAL) as pilot:
            for key in ("p", "q", "escape"):
                await pilot.press("d", "p")
                await until(pilot, lambda: any("We begin soon" in line or "begin" in line for line in lines_of(app)))
                assert type(app.screen).__name__ == "ShowScreen"
                await pilot.press(key)
                await until(pilot, lambda: type(app.screen).__name__ == "NeedsPage")
            assert app.session is not None

    asyncio.run(walk())


def test_the_projector_of_its_own_is_left_by_q_only(file: Path) -> None:
    async def walk() -> int | None:
        app = app_for(file, "show")
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: any("begin" in line for line in lines_of(app)))
            await pilot.press("p", "escape")
            await pilot.pause()
            assert type(app.screen).__name__ == "ShowScreen"
            assert app.return_value is None
            await pilot.press("q")
            await until(pilot, lambda: app.return_value is not None)
        return app.return_value

    assert asyncio.run(walk()) == 0


def test_pages_turn_by_themselves_and_by_keys_and_stand_when_something_is_added(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=NORMAL) as pilot:
            assert app.session is not None
            session = app.session
            session.do("mona", StepOpened(step="Y05", track=PLENARY))
            for number in range(20):
                session.do("mona", Captured(capture=f"n{number}", what=CaptureKind.NEED, text=f"need number {number}"))
            await pilot.press("p")
            await settled(pilot)
            await until(pilot, lambda: any("need number 0" in line for line in lines_of(app)))
            await pilot.press("right")
            await until(pilot, lambda: not any("need number 0" in line for line in lines_of(app)))
            before = [line for line in lines_of(app) if "need number" in line]
            session.do("mona", Captured(capture="more", what=CaptureKind.NEED, text="one more need"))
            await settled(pilot)
            assert [line for line in lines_of(app) if "need number" in line] == before
            view = app.screen.query_one("#main", BoardView)
            view.show(view.boards, session.now().uptime + TURN_MS)
            await until(pilot, lambda: [line for line in lines_of(app) if "need number" in line] != before)

    asyncio.run(walk())


@pytest.mark.parametrize("size", [NORMAL, NARROW, WIDE, (160, 45), (200, 50)])
@pytest.mark.parametrize("language", CODES)
def test_it_fits_everywhere(file: Path, size: tuple[int, int], language: Code) -> None:
    async def walk() -> None:
        app = app_for(file, "show", language)
        async with app.run_test(size=size) as pilot:
            await until(pilot, lambda: any("█" in line or "▀" in line for line in lines_of(app)))
            views = [view for view in app.screen.query(BoardView) if view.display]
            assert all(view.size.height >= 5 for view in views), "there is room for a list"

    asyncio.run(walk())


def test_four_groups_keep_their_names_and_their_times_on_a_narrow_screen(file: Path) -> None:
    titles = ["Women", "Men", "Young people", "Elders"]

    async def walk() -> None:
        app = app_for(file, "show")
        async with app.run_test(size=NARROW) as pilot:
            assert app.session is not None
            app.session.do("mona", StepOpened(step="Y04", track=PLENARY))
            for number, title in enumerate(titles):
                app.session.do("mona", TrackOpened(track=f"g{number}", title=title, step="Y04"))
                app.session.do("mona", StepOpened(step="Y04", track=f"g{number}"))
            await settled(pilot)
            await until(pilot, lambda: all(any(each in line for line in lines_of(app)) for each in titles))
            rows = lines_of(app)
            assert {cell_len(row) for row in rows} == {NARROW[0]}
            assert sum(row.count(":") for row in rows) == len(titles), "a time each"

    asyncio.run(walk())
