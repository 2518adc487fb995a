"""Whole pages in Arabic: read from the right, mirrored, with every letter as it was written."""

from __future__ import annotations

import asyncio
import unicodedata
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.command import CommandList, SearchIcon
from textual.pilot import Pilot
from textual.widgets import Static
from textual.widgets._toast import Toast, ToastRack

from facilitate.domain.events.preparing import PersonNamed
from facilitate.domain.people import SETUP
from facilitate.journal.journal import Journal
from facilitate.language import Words
from facilitate.language.words import Code
from facilitate.tui.app import FacilitateApp
from facilitate.tui.bidi.marks import ART, FIELD
from facilitate.tui.screen import GoTo
from facilitate.tui.screens.observe import ObserveScreen
from facilitate.tui.seat import PAGES
from facilitate.tui.sides import Scroll
from facilitate.tui.widgets.anchors import AnchorPanel
from facilitate.tui.widgets.lineinput import LineInput
from tests.tui.sitting import NARROW, NORMAL, WIDE, app_for, made, until


@pytest.fixture(autouse=True)
def _ordered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACILITATE_LETTERS", "app")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return made(tmp_path / "x.meeting")


def rows(app: FacilitateApp) -> list[str]:
    """Every line of the screen, cell by cell, with letters as they were typed."""
    strips = app.screen._compositor.render_strips(app.size)
    return [unicodedata.normalize("NFKC", "".join(segment.text for segment in strip)) for strip in strips]


def backwards(text: str) -> str:
    return text[::-1]


async def before_the_grid(pilot: Pilot[int]) -> ObserveScreen:
    app = pilot.app
    await until(pilot, lambda: isinstance(app.screen, ObserveScreen) and app.screen.there and app.screen.here)
    assert isinstance(app.screen, ObserveScreen)
    return app.screen


def test_the_grid_stands_on_the_right_and_reads_from_there(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "olga", "ar")
        async with app.run_test(size=NORMAL) as pilot:
            screen = await before_the_grid(pilot)
            anchors = app.screen.query_one(AnchorPanel)
            assert anchors.region.x == 0
            assert screen.grid.region.right == app.size.width
            bar = screen.grid.vertical_scrollbar.region
            assert bar.right <= screen.grid.region.x + 1, "the scroll bar stands where lines end"
            (line,) = [row for row in rows(app) if row.endswith("A1◂")]
            kit = screen.meeting.grid
            assert kit is not None
            first = kit.by_id["A1"].text.to("ar").split()[:2]
            assert backwards(" ".join(first)) in line

    asyncio.run(walk())


def test_a_tap_goes_to_the_column_that_is_seen_there(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "olga", "ar")
        async with app.run_test(size=NORMAL) as pilot:
            screen = await before_the_grid(pilot)
            header = rows(app)[screen.grid.region.y]
            assert header.index("Milo") < header.index("Mona"), "the first moderator stands on the right"
            (y,) = [place for place, row in enumerate(rows(app)) if row.rstrip().endswith("A2")]
            await pilot.click(offset=(header.index("Milo") + 1, y))
            await until(pilot, lambda: screen.grid.names[screen.grid.subject] == "Milo")
            await pilot.click(offset=(header.index("Mona") + 1, y))
            await until(pilot, lambda: screen.grid.names[screen.grid.subject] == "Mona")
            await pilot.press("left")
            await until(pilot, lambda: screen.grid.names[screen.grid.subject] == "Milo")

    asyncio.run(walk())


def test_what_is_typed_is_drawn_from_the_right_and_arrows_go_by_sight(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "olga", "ar")
        async with app.run_test(size=NORMAL) as pilot:
            await before_the_grid(pilot)
            await pilot.press("slash")
            field = app.screen.query_one("#search", LineInput)
            await until(pilot, lambda: field.has_focus)
            await pilot.press(*"نعم")
            await until(pilot, lambda: backwards("نعم") in rows(app)[field.content_region.y])
            assert field.cursor_position == 3
            await pilot.press("right")
            assert field.cursor_position == 2
            await pilot.press("left")
            assert field.cursor_position == 3

    asyncio.run(walk())


def test_a_scroll_bar_on_the_left_hides_no_letters() -> None:
    class Long(App[None]):
        turned = True

        def compose(self) -> ComposeResult:
            with Scroll():
                yield from (Static("line") for _ in range(9))

    async def walk() -> None:
        app = Long()
        async with app.run_test(size=(20, 5)):
            scroll = app.query_one(Scroll)
            bar = scroll.vertical_scrollbar.region
            assert (bar.x, bar.width > 0) == (0, True)
            assert {(each.region.x, each.region.right) for each in app.query(Static)} == {(bar.right, 20)}

    asyncio.run(walk())


def test_what_is_found_by_name_stands_on_the_right_and_the_page_behind_stays(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "mona", "ar")
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: getattr(app.screen, "there", False))
            (top, *_) = rows(app)
            await pilot.press("colon")
            await until(pilot, lambda: any(options.options for options in app.screen.query(CommandList)))
            await until(pilot, lambda: any(backwards("التالية") in row for row in rows(app)))
            assert rows(app)[0] == top, "what is behind is not turned round again"
            bar = app.screen.query_one(CommandList).vertical_scrollbar.region
            assert bar.x <= 2, "the scroll bar stands where lines end"
            assert app.screen.query_one(SearchIcon).region.x > bar.right

    asyncio.run(walk())


def test_a_name_of_the_other_direction_does_not_turn_its_sentence_round(file: Path) -> None:
    name = "إبراهيم"
    journal = Journal.open(file)
    journal.append(SETUP, PersonNamed(person="mona", name=name))
    journal.close()

    async def walk() -> None:
        app = app_for(file, "milo", "en")
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: getattr(app.screen, "there", False))
            await pilot.press("n")
            await until(pilot, lambda: any(f"{backwards(name)} leads" in row for row in rows(app)))

    asyncio.run(walk())


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_notice_is_as_wide_as_its_text_at_the_end_of_the_lines(file: Path, language: Code) -> None:
    async def walk() -> None:
        app = app_for(file, "olga", language)
        async with app.run_test(size=NORMAL, notifications=True) as pilot:
            await before_the_grid(pilot)
            said = Words(language)("observe.sections")
            app.tell(said)
            rack = app.screen.get_child_by_type(ToastRack)
            await until(pilot, lambda: rack.query(Toast) and rack.query_one(Toast).region)
            place = rack.query_one(Toast).region
            assert place.width <= cell_len(said) + 4
            assert (place.x == 0) if language == "ar" else (place.right >= app.size.width - 2)

    asyncio.run(walk())


@pytest.mark.parametrize("size", [NORMAL, NARROW, WIDE])
@pytest.mark.parametrize("language", ["ar", "fr"])
def test_on_every_page_every_line_has_its_width(file: Path, size: tuple[int, int], language: Code) -> None:
    """Letters that join into fewer signs, marks and mirrored columns shift no border."""

    async def walk() -> None:
        app = app_for(file, "mona", language)
        async with app.run_test(size=size) as pilot:
            await until(pilot, lambda: getattr(app.screen, "there", False))
            await pilot.press("n", "n")
            for page in (*PAGES[1:], PAGES[0]):
                app.post_message(GoTo(page))
                await until(pilot, lambda page=page: app.screen_name == page and getattr(app.screen, "there", False))  # type: ignore[misc]
                strips = app.screen._compositor.render_strips(app.size)
                drawn = ["".join(segment.text for segment in strip) for strip in strips]
                assert {sum(map(cell_len, row)) for row in drawn} == {size[0]}, page
                assert not any(sign in row for row in drawn for sign in f"{FIELD}{ART}\u202b\u2067\u2068"), page

    asyncio.run(walk())


def test_the_page_of_lines_remembers_who_orders(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "olga", "en")
        async with app.run_test(size=NORMAL) as pilot:
            await before_the_grid(pilot)
            await pilot.press("ctrl+l")
            sample = Words("en")("letters.sample").split()[0]
            await until(pilot, lambda: any(backwards(sample) in row for row in rows(app)))
            assert any(sample in row for row in rows(app)), "and the same as the terminal would have it"
            await pilot.press("down", "enter")
            await until(pilot, lambda: app.orderer == "terminal" and isinstance(app.screen, ObserveScreen))

    asyncio.run(walk())
    from facilitate.kits.settings import read_settings

    assert set(read_settings().letters.values()) == {"terminal"}
