"""The floor, as the timekeeper keeps it: by key, by tap, with somebody else at it too; and its pure parts."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest
from textual.binding import Binding

from facilitate.analysis.floor import board, on_floor
from facilitate.domain.events import Fact
from facilitate.domain.events import running as r
from facilitate.domain.events.base import Spoke
from facilitate.domain.events.preparing import AttendanceCounted
from facilitate.domain.meeting.parts import Turn
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Group, Role
from facilitate.journal.journal import Journal
from facilitate.language import Words
from facilitate.language.words import CODES, Code
from facilitate.tui import commands
from facilitate.tui.app import FacilitateApp
from facilitate.tui.bidi.marks import FIELD
from facilitate.tui.console.naming import group_name, speaker_name
from facilitate.tui.console.speakers import speakers
from facilitate.tui.dialogs.find import Find, found
from facilitate.tui.screens.floor import FloorPage
from facilitate.tui.widgets.balance import Heard, balance_lines
from tests.making import small_room
from tests.tui.sitting import NARROW, NORMAL, WIDE, app_for, kept, lines_of, made, settled, until

WOMEN, MEN = Group(sex="women"), Group(sex="men")


def write(path: Path, by: str, *facts: Fact) -> None:
    """Somebody else, in another program."""
    journal = Journal.open(path)
    assert isinstance(journal.append(by, *facts), list)
    journal.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The first counted step is open; nobody was counted."""
    path = made(tmp_path / "floor.meeting")
    write(path, "mona", r.StepOpened(step="Y01"))
    return path


def who(turn: Turn) -> str:
    return turn.who.person or (turn.who.group.sex if turn.who.group else None) or ""


def page_of(app: FacilitateApp) -> FloorPage:
    page = app.screen
    assert isinstance(page, FloorPage)
    return page


def meeting_of(app: FacilitateApp) -> Meeting:
    assert app.session is not None
    return app.session.kept


def test_turns_are_kept_by_keys_alone(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "tim")
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: any("women" in line for line in lines_of(app)))
            await pilot.press("1", "٢", "u")
            await until(pilot, lambda: len(meeting_of(app).turns) == 1)
            await pilot.press("3", "3")  # who speaks already speaks on
            await pilot.press("y", "2", "y", "4", "y", "1", "enter")
            await settled(pilot)
            assert [each.who.person for each in meeting_of(app).queue] == ["milo", None]
            await pilot.press("4")  # who waits and speaks waits no more
            await pilot.press("f", "3", "0", "f", "0")
            await settled(pilot)
            assert page_of(app).question == ""

    asyncio.run(walk())
    meeting = kept(file).record.meeting
    turns = [*meeting.turns.values()]
    assert [who(turn) for turn in turns] == ["women", "mona", "men", "mona"]
    assert all(turn.end for turn in turns)
    assert [turn.withdrawn for turn in turns] == [False, False, False, True]
    assert [each.who.group for each in meeting.queue] == [WOMEN]


def test_turns_are_kept_by_taps_alone_and_live_updates_leave_the_choice(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "tim")
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: any("women" in line for line in lines_of(app)))
            page = page_of(app)
            await pilot.click("#floor-board", offset=(10, 2))
            await until(pilot, lambda: [who(each) for each in meeting_of(app).turns.values()] == ["men"])
            write(file, "nora", *(r.TurnQueued(turn=f"q{n}", who=Spoke(group=WOMEN)) for n in range(3)))
            await until(pilot, lambda: len(page.waiting.rows) == 3)
            await pilot.click("#floor-queue", offset=(5, 2))
            await pilot.click("#floor-turns", offset=(5, 1))
            focus = app.focused
            assert (page.waiting.cursor, page.last.cursor) == ("q1", next(iter(meeting_of(app).turns)))
            write(file, "nora", r.TurnUnqueued(turn="q0"), r.TurnStarted(turn="t9", who=Spoke(group=WOMEN)))
            await until(pilot, lambda: len(page.last.rows) == 2)
            assert (page.waiting.cursor, page.last.cursor, app.focused) == ("q1", page.last.rows[1].id, focus)
            write(file, "nora", r.TurnUnqueued(turn="q1"))
            await until(pilot, lambda: len(page.waiting.rows) == 1)
            assert page.waiting.cursor is None, "a key for one who is gone must not meet the next"
            width = page.waiting.size.width
            await pilot.click("#floor-queue", offset=(width - 2, 1))
            await until(pilot, lambda: not meeting_of(app).queue)

    asyncio.run(walk())
    meeting = kept(file).record.meeting
    assert meeting.turns["t9"].end is None, "who speaks was left alone"


def test_arrows_letters_and_delete_reach_everybody(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "tim")
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: any("women" in line for line in lines_of(app)))
            await pilot.press("down", "down", "enter", "slash")
            await until(pilot, lambda: isinstance(app.screen, Find))
            await pilot.press(*"olg", "enter")
            await settled(pilot)
            await until(pilot, lambda: len(page_of(app).last.rows) == 2)
            await pilot.press("tab", "tab", "down", "down", "delete")
            await settled(pilot)

    asyncio.run(walk())
    turns = [*kept(file).record.meeting.turns.values()]
    assert [(who(turn), turn.withdrawn) for turn in turns] == [("men", True), ("olga", False)]


def test_in_a_split_room_and_in_a_pause_the_keys_say_why_they_rest(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "tim")
        async with app.run_test(size=NORMAL) as pilot:
            await pilot.press("1", "space", "2")
            await until(pilot, lambda: any("Paused" in line for line in lines_of(app)))
            await pilot.press("space")
            await settled(pilot)
            write(file, "mona", r.TrackOpened(track="men", title="Men", step="Y01"))
            await until(pilot, lambda: any("plenary only" in line for line in lines_of(app)))
            await pilot.press("2", "y", "2")
            await settled(pilot)

    asyncio.run(walk())
    meeting = kept(file).record.meeting
    assert [who(turn) for turn in meeting.turns.values()] == ["women"]
    assert not meeting.queue


@pytest.mark.parametrize(("language", "size"), [("ar", NARROW), ("fr", NORMAL), ("en", WIDE)])
def test_the_page_fits(file: Path, language: Code, size: tuple[int, int]) -> None:
    write(file, "nora", AttendanceCounted(group=WOMEN, number=3), AttendanceCounted(group=MEN, number=4))
    write(file, "tim", r.TurnStarted(turn="t1", who=Spoke(group=MEN)), r.TurnQueued(turn="q", who=Spoke(group=WOMEN)))

    async def walk() -> None:
        app = app_for(file, "tim", language)
        async with app.run_test(size=size) as pilot:
            await until(pilot, lambda: any("▶1" in line or "▶2" in line for line in lines_of(app)))
            lines = lines_of(app)
            assert any("?" in line for line in lines[-3:])
            assert any("✕" in line for line in lines)
            assert not re.search(r"\b(key|floor|help|common)\.[a-z_]{3}", " ".join(lines))
            board_, beside = app.screen.query_one("#floor-board"), app.screen.query_one("#floor-beside")
            assert board_.size.height >= (9 if size != WIDE else 20)
            assert not board_.region.overlaps(beside.region)

    asyncio.run(walk())


# Pure parts.


@pytest.mark.parametrize(
    ("group", "said"),
    [
        (WOMEN, "women"),
        (Group(sex="women", age="18-29"), "women 18-29"),
        (Group(sex="male", age="60-99"), "men 60+"),
        (Group(sex="women", age="youth", place="Zaouiat"), "women, young people, Zaouiat"),
        (Group(age="18-29"), "people 18-29"),
        (Group(sex="nobody-knows"), "nobody-knows"),
        (Group(), "people"),
    ],
)
def test_groups_are_named(group: Group, said: str) -> None:
    assert group_name(group, Words("en")) == said


def test_speakers_are_named() -> None:
    meeting = small_room().meeting
    found = [speaker_name(each, meeting, Words("en")) for each in (Spoke(person="mona"), Spoke(group=MEN), Spoke())]
    assert found == ["Mona", "men", "somebody"]


@pytest.mark.parametrize("width", [30, 42, 60, 78, 110])
@pytest.mark.parametrize("language", CODES)
def test_rows_of_the_board_have_exactly_their_width(width: int, language: Code) -> None:
    room = small_room()
    room.person("aicha", Role.PARTICIPANT, name="Aicha with a name that is longer than any place on any screen")
    room.do("nora", AttendanceCounted(group=WOMEN, number=3), AttendanceCounted(group=MEN, number=4))
    room.do("mona", r.StepOpened(step="S1"))
    room.do("tim", r.TurnStarted(turn="t1", who=Spoke(group=WOMEN)))
    room.laptop.passes(minutes=4)
    now = room.laptop()
    drawn = speakers(board(room.meeting, now), on_floor(room.meeting, now), room.meeting, Words(language), width)
    assert {line.cell_len for row in drawn.rows for line in row.lines} == {width}
    marked = [row.lines[0].plain.replace(FIELD, "")[:2] for row in drawn.rows]
    assert marked == ["▶1", " 2", " 3", " 4", " 5"]
    assert "2" in drawn.rows[0].lines[0].plain, "2.3 times its part"


def test_the_balance_marks_where_a_fair_share_would_end() -> None:
    rows = (Heard("women", 0.2, 0.4, 0.5), Heard("men", 0.8, 0.6, 4 / 3), Heard("others", None, None, None))
    wide, narrow = balance_lines(rows, 100, Words("en")), balance_lines(rows, 40, Words("en"))
    assert (len(wide), len(narrow)) == (4, 7)
    assert max(line.cell_len for line in (*wide, *narrow)) <= 100
    assert max(line.cell_len for line in narrow) <= 40
    women, men = wide[1].plain, wide[2].plain
    assert women.index("┃") > women.rindex("█"), "they spoke less than their part"
    assert men.index("┃") < men.rindex("█")
    assert "20 % / 40 % ▼ 0.5×" in women
    assert "▲ 1.3×" in men


def test_people_are_found_in_any_spelling() -> None:
    options = [("1", "Brahim", "men"), ("2", "Rabia", "women"), ("3", "Émile", ""), ("4", "فاطمة", "")]
    assert [each[0] for each in found(options, "ra")] == ["2", "1"]
    assert [each[0] for each in found(options, "emi")] == ["3"]
    assert [each[0] for each in found(options, "فاطمه")] == ["4"]
    assert len(found(options, "")) == 4


def test_no_key_of_the_floor_means_two_things() -> None:
    keys = [key for intent in commands.TURNS for key in intent.keys]
    keys += [key for each in commands.SPEAKERS if isinstance(each, Binding) for key in each.key.split(",")]
    assert len(keys) == len(set(keys))
