"""The note-taker types while the meeting goes on: nothing that others do moves anything, and nothing is ever lost."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from facilitate.domain.events.capturing import CaptureChanged, Captured, CaptureKind, CaptureWithdrawn
from facilitate.domain.meeting.state import Meeting
from facilitate.language.words import Code
from facilitate.tui.app import FacilitateApp
from facilitate.tui.dialogs.confirm import Confirm
from facilitate.tui.notes.form import CaptureForm
from facilitate.tui.screens.notes import NotesPage
from facilitate.tui.widgets.entries import EntryList
from facilitate.tui.widgets.entry import Entry
from tests.tui.sitting import NARROW, NORMAL, WIDE, app_for, heading_of, kept, lines_of, made, settled, text_of, until


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return made(tmp_path / "notes.meeting")


async def page_of(pilot: Pilot[int], app: FacilitateApp) -> NotesPage:
    await until(pilot, lambda: isinstance(app.screen, NotesPage) and app.screen.there)
    assert isinstance(app.screen, NotesPage)
    return app.screen


def text_typed(app: FacilitateApp) -> str:
    return app.screen.query_one(Entry).text


def entries(app: FacilitateApp) -> EntryList:
    return app.screen.query_one(EntryList)


def list_on(app: FacilitateApp) -> list[str]:
    """The lines of the list that are in sight, without the bar beside them."""
    region = entries(app).region
    return [line[:40] for line in lines_of(app)[region.y : region.bottom]]


def told(app: FacilitateApp) -> str:
    return text_of(app, "#form-told")


def now(app: FacilitateApp) -> Meeting:
    assert app.session is not None
    return app.session.kept


def said(*texts: str) -> list[Captured]:
    return [Captured(capture=f"x{n}", what=CaptureKind.NOTE, text=text) for n, text in enumerate(texts)]


def test_what_others_do_moves_nothing_under_the_fingers_of_who_is_typing(file: Path) -> None:
    async def walk() -> None:
        nora, mona = app_for(file, "nora"), app_for(file, "mona")
        async with nora.run_test(size=NORMAL) as first, mona.run_test(size=NORMAL) as second:
            assert mona.session is not None
            mona.session.do("mona", *said(*(f"note {n}" for n in range(40))))
            await page_of(first, nora)
            await until(first, lambda: len(entries(nora).rows) == 40)
            await first.press("home", "pagedown", "pagedown", "pagedown", "3", *"ask th", "left")
            stood = (nora.focused, text_typed(nora), nora.screen.query_one(Entry).cursor_location)
            top, chosen = entries(nora).scroll_offset, entries(nora).chosen
            seen = list_on(nora)
            assert top.y > 0
            await second.press("n", "n")
            mona.session.do("mona", *[Captured(capture=f"y{n}", what=CaptureKind.NEED, text="more") for n in range(9)])
            mona.session.do("mona", CaptureChanged(capture="x0", text="other words"))
            await until(first, lambda: len(entries(nora).rows) == 49 and now(nora).current)
            await until(first, lambda: entries(nora).rows[0].text == "other words")
            assert (nora.focused, text_typed(nora), nora.screen.query_one(Entry).cursor_location) == stood
            assert (entries(nora).scroll_offset, entries(nora).chosen) == (top, chosen)
            mona.session.do("mona", CaptureWithdrawn(capture="x0"))
            await until(first, lambda: len(entries(nora).rows) == 48)
            assert entries(nora).chosen == chosen
            await until(first, lambda: list_on(nora) == seen)
            assert "below" in text_of(nora, "#notes-above")

    asyncio.run(walk())


def test_it_belongs_to_the_step_in_which_its_first_letter_was_typed(file: Path) -> None:
    async def walk() -> None:
        nora, mona = app_for(file, "nora"), app_for(file, "mona")
        async with nora.run_test(size=NORMAL) as first, mona.run_test(size=NORMAL) as second:
            await page_of(first, nora)
            await first.press("1")
            await second.press("n", "n")
            await until(first, lambda: "Y01" in text_of(nora, "#form-place"))
            await first.press("w")
            await second.press("n")
            await until(first, lambda: "Y02" in heading_of(nora))
            assert "Y01" in text_of(nora, "#form-place")
            await first.press(*"ater", "enter", *"light", "enter", "escape")
            await settled(first)

    asyncio.run(walk())
    needs = kept(file).record.meeting.captured(CaptureKind.NEED)
    assert [(need.text, need.step) for need in needs] == [("water", "Y01"), ("light", "Y02")]


def test_an_action_is_kept_with_who_and_by_when_and_a_past_day_asked_about(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "nora")
        async with app.run_test(size=NORMAL) as pilot:
            page = await page_of(pilot, app)
            await pilot.press("3", *"ask")
            for key in ("enter", *"mon"):  # faster than the cursor goes to the next line
                page.query_one(Entry).post_message(events.Key(key, key if len(key) == 1 else None))
            await until(pilot, lambda: page.query_one(CaptureForm).lines == ("ask", "mon", ""))
            await until(pilot, lambda: "Mona" in told(app))
            await pilot.press("right", "enter", *"1/1/2020")
            await until(pilot, lambda: "passed" in told(app))
            await pilot.press("enter")
            await until(pilot, lambda: "again" in told(app))
            assert now(app).captured(CaptureKind.ACTION) == ()
            line = page.query_one("#form-when", Input)
            assert (app.focused, line.value) == (line, "1/1/2020")
            line.value = ""
            await pilot.press(*"tomorrow")
            day = page.today + timedelta(days=1)
            await until(pilot, lambda: page.words.weekday(day) in told(app))
            await pilot.press("enter")
            await until(pilot, lambda: text_typed(app) == "")
            await pilot.press(*"go", "enter", "enter", "enter")
            await until(pilot, lambda: "missing: who, by when" in told(app))
            await pilot.press(*"pay", "enter", *"Brahim", "enter", *"31/12/2020", "enter", "enter")
            await until(pilot, lambda: "new here: Brahim" in told(app))
            await settled(pilot)
            assert any("nobody named · no day" in each for each in lines_of(app))

    asyncio.run(walk())
    meeting = kept(file).record.meeting
    ask, go, pay = meeting.captured(CaptureKind.ACTION)
    assert (ask.owner, ask.due) == ("mona", ask.at.wall.astimezone().date() + timedelta(days=1))
    assert (go.owner, go.due, go.due_said) == (None, None, "")
    assert (meeting.name(pay.owner), str(pay.due)) == ("Brahim", "2020-12-31")


def test_ten_thousand_letters_and_many_lines_come_in_whole(file: Path) -> None:
    long = " ".join(f"word{n}" for n in range(2000))[:10_000].strip()
    lines = "first line\nالسطر الثاني\n\ntroisième \x1b[31mligne"

    async def walk() -> None:
        app = app_for(file, "nora")
        async with app.run_test(size=NORMAL) as pilot:
            page = await page_of(pilot, app)
            await pilot.press("5")
            page.query_one(Entry).post_message(events.Paste(long))
            await until(pilot, lambda: len(text_typed(app)) == len(long))
            assert page.query_one(Entry).size.height == 5, "it grows no further"
            await pilot.press("enter")
            page.query_one(Entry).post_message(events.Paste(lines))
            await until(pilot, lambda: "السطر" in text_typed(app))
            await pilot.press("enter")
            page.query_one(Entry).post_message(events.Paste("x" * 20_003))
            await until(pilot, lambda: "3 letters too many" in told(app))
            await pilot.press("enter")
            await settled(pilot)
            assert len(text_typed(app)) == 20_003
            await pilot.press("backspace", "backspace", "backspace", "enter")
            await until(pilot, lambda: text_typed(app) == "")
            await settled(pilot)

    asyncio.run(walk())
    notes = kept(file).record.meeting.captured(CaptureKind.NOTE)
    assert [note.text for note in notes] == [long, lines.replace("\x1b", ""), "x" * 20_000]


def test_what_was_begun_waits_through_other_pages_languages_and_kinds(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "nora")
        async with app.run_test(size=NORMAL) as pilot:
            await page_of(pilot, app)
            await pilot.press("3", *"ask", "enter", *"Bra", "f5")
            await until(pilot, lambda: not isinstance(app.screen, NotesPage))
            await pilot.press("f7")
            await page_of(pilot, app)
            await until(pilot, lambda: app.focused and app.focused.id == "form-who")
            await pilot.press("h", "f3")
            await until(pilot, lambda: app.words.language == "ar" or app.words.language == "fr")
            page = await page_of(pilot, app)
            await until(pilot, lambda: app.focused and app.focused.id == "form-who")
            assert page.query_one(CaptureForm).lines == ("ask", "Brah", "")
            await pilot.press("escape", "2", *"yes", "escape", "3")
            await until(pilot, lambda: page.query_one(CaptureForm).lines == ("ask", "Brah", ""))
            await pilot.press("escape", "q")
            await until(pilot, lambda: isinstance(app.screen, Confirm))
            await pilot.press("enter")
            await page_of(pilot, app)

    asyncio.run(walk())
    assert kept(file).record.meeting.captures == {}


def test_a_kept_one_is_changed_withdrawn_and_brought_back(file: Path) -> None:
    async def walk() -> None:
        nora, mona = app_for(file, "nora"), app_for(file, "mona")
        async with nora.run_test(size=NORMAL) as first, mona.run_test(size=NORMAL):
            await page_of(first, nora)
            assert mona.session is not None
            await first.press("1", *"watr", "enter", *"light", "enter", "escape", "up", "enter")
            await until(first, lambda: text_typed(nora) == "watr")
            await first.press("backspace", *"er", "f10")
            water, light = now(nora).captured(CaptureKind.NEED)
            mona.session.do("mona", CaptureChanged(capture=water.id, text="WATER"))
            await until(first, lambda: now(nora).captures[water.id].text == "WATER")
            assert text_typed(nora) == "water"
            await first.press("enter")
            await until(first, lambda: "WATER" in told(nora))
            await first.press("enter")
            await until(first, lambda: nora.focused is entries(nora))
            await first.press("down", "delete")
            await until(first, lambda: now(nora).captures[light.id].withdrawn)
            await first.press("u")
            await until(first, lambda: not now(nora).captures[light.id].withdrawn)

    asyncio.run(walk())
    found = list(kept(file).record.meeting.captures.values())
    assert [(each.what, each.text) for each in found] == [(CaptureKind.DECISION, "water"), (CaptureKind.NEED, "light")]


def test_everything_works_by_taps(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "nora")
        async with app.run_test(size=WIDE) as pilot:
            page = await page_of(pilot, app)
            await pilot.press("1", *"water")
            kinds = text_of(app, "#form-kinds")
            await pilot.click("#form-kinds", offset=(kinds.index("action") + 1, 0))
            await until(pilot, lambda: page.book.writing and page.book.writing.what is CaptureKind.ACTION)
            await pilot.press("enter", *"mi")
            await until(pilot, lambda: "Milo" in told(app))
            await pilot.click("#form-told", offset=(told(app).index("Milo") + 1, 0))
            await until(pilot, lambda: page.query_one("#form-who", Input).value == "Milo")
            await pilot.click("#form-keep")
            await until(pilot, lambda: len(entries(app).rows) == 1)
            await pilot.click("#form-leave")
            await pilot.click(EntryList, offset=(6, 0))
            await until(pilot, lambda: text_typed(app) == "water")

    asyncio.run(walk())
    [action] = kept(file).record.meeting.captured(CaptureKind.ACTION)
    assert (action.text, action.owner) == ("water", "milo")


def test_a_search_and_a_filter_show_less_and_escape_shows_all(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "nora")
        async with app.run_test(size=NORMAL) as pilot:
            await page_of(pilot, app)
            assert app.session is not None
            app.session.do("nora", *said("l’école", "الماء", "the road"))
            await pilot.press("slash", *"ecol", "enter")
            assert [row.text for row in entries(app).rows] == ["l’école"]
            await pilot.press("escape", "f")
            await until(pilot, lambda: "only need" in text_of(app, "#notes-above"))
            assert entries(app).rows == ()
            await pilot.press("f", "f", "f", "f", "f", "f", "v")
            await until(pilot, lambda: len(entries(app).rows) == 3)

    asyncio.run(walk())


@pytest.mark.parametrize(("size", "language"), [(NARROW, "fr"), (NARROW, "ar"), (NORMAL, "fr"), (WIDE, "ar")])
def test_the_form_leaves_room_for_the_list_at_every_size(file: Path, size: tuple[int, int], language: Code) -> None:
    async def walk() -> None:
        app = app_for(file, "nora", language)
        async with app.run_test(size=size) as pilot:
            page = await page_of(pilot, app)
            await pilot.press("3", *"ask", "enter", "enter", "x")
            page.query_one(Entry).put("many words " * 60)
            await until(pilot, lambda: page.query_one(Entry).size.height == 5)
            assert entries(app).size.height >= 5
            buttons = page.query_one("#form-buttons").region
            assert page.region.contains_region(buttons)
            assert any("x" in line for line in lines_of(app))

    asyncio.run(walk())
