"""The end of a meeting: what is read back and put right, the participants' answers, closing, going on after all."""

from __future__ import annotations

import asyncio
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from facilitate.domain.events.capturing import CaptureChanged, Captured, CaptureKind, CaptureWithdrawn
from facilitate.domain.events.preparing import AttendanceCounted, PersonAdded, PersonNamed
from facilitate.domain.events.running import Evaluated, MeetingClosed, MeetingReopened
from facilitate.domain.people import Group
from facilitate.journal.journal import Journal
from facilitate.language import Words
from facilitate.language.words import Code
from facilitate.tui.app import FacilitateApp
from facilitate.tui.closing import answered, ending, lacks, left_over, mended, mending_fields, spoken, to_read
from facilitate.tui.dialogs.ask import Ask
from facilitate.tui.dialogs.confirm import Confirm
from facilitate.tui.screens.closing import ClosingPage
from tests.making import Laptop, Room, small_room
from tests.tui.sitting import NARROW, NORMAL, WIDE, app_for, kept, lines_of, made, settled, until

EN = Words("en")
TODAY = date(2026, 7, 16)
SAID = (
    Captured(capture="p1", what=CaptureKind.PARKING, text="diesel"),
    Captured(capture="a1", what=CaptureKind.ACTION, text="ask for the key"),
    Captured(capture="n1", what=CaptureKind.NEED, text="water"),
    Captured(capture="a2", what=CaptureKind.ACTION, text="make the list", owner="nora", due_said="after the olives"),
    Captured(capture="d1", what=CaptureKind.DECISION, text="open on Fridays"),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return made(tmp_path / "closing.meeting")


def with_things() -> Room:
    room = small_room()
    room.do("nora", *SAID)
    return room


def on_the_page(app: FacilitateApp) -> bool:
    return isinstance(app.screen, ClosingPage) and app.screen.there


# What is said.


def test_decisions_are_read_back_first_then_actions_then_parked_topics() -> None:
    meeting = with_things().meeting
    assert [each.id for each in to_read(meeting)] == ["d1", "a1", "a2", "p1"]
    assert [lacks(meeting, each) for each in to_read(meeting)] == [(), ("who", "day"), (), ("follower",)]
    second = spoken(meeting, meeting.captures["a2"], EN)
    assert (second.title, second.beside, second.lacking) == ("action 2 of 2", "Nora, after the olives", ())


def test_somebody_whose_name_was_erased_is_in_charge_of_nothing_that_can_be_read() -> None:
    room = small_room()
    room.do("nora", PersonAdded(person="p9"), Captured(capture="a", what=CaptureKind.ACTION, text="x", owner="p9"))
    assert lacks(room.meeting, room.meeting.captures["a"]) == ("who", "day")


def repaired(room: Room, capture: str, *found: str) -> list[object]:
    return list(mended(room.meeting, room.meeting.captures[capture], found, EN, TODAY, lambda: "x"))


def test_what_is_missing_is_repaired_and_nothing_else_changes() -> None:
    room = with_things()
    assert repaired(room, "a1", "ask for the key", "", "") == []
    assert repaired(room, "a1", "ask for the key", "MONA", "2026-10-01") == [
        CaptureChanged(capture="a1", owner="mona", due=date(2026, 10, 1))
    ]
    added, named, changed = repaired(room, "p1", "diesel", "Brahim")
    assert (type(added), type(named)) == (PersonAdded, PersonNamed)
    assert changed == CaptureChanged(capture="p1", owner="px")
    assert repaired(room, "d1", "open on Saturdays") == [CaptureChanged(capture="d1", text="open on Saturdays")]


def test_a_text_of_several_lines_stays_so_when_only_the_owner_is_named() -> None:
    room = small_room()
    room.do("nora", Captured(capture="a", what=CaptureKind.ACTION, text="two\nlines"))
    assert repaired(room, "a", "two lines", "Mona", "") == [CaptureChanged(capture="a", owner="mona")]


def test_an_owner_and_a_day_can_be_taken_away_again() -> None:
    room = with_things()
    room.do("nora", CaptureChanged(capture="a2", due=date(2026, 10, 1), due_said=""))
    assert [each.value for each in mending_fields(lambda: room.meeting, room.meeting.captures["a2"], EN, TODAY)] == [
        "make the list",
        "Nora",
        "1 October 2026",
    ]
    (changed,) = repaired(room, "a2", "make the list", "", "")
    assert isinstance(changed, CaptureChanged)
    room.do("nora", changed)
    assert lacks(room.meeting, room.meeting.captures["a2"]) == ("who", "day")


def test_what_another_changed_while_the_lines_were_open_is_told_before_it_is_kept_over() -> None:
    room = with_things()
    first = mending_fields(lambda: room.meeting, room.meeting.captures["a1"], EN, TODAY)[0]
    assert first.doubt
    assert first.doubt("anything") is None
    room.do("nora", CaptureChanged(capture="a1", text="ask the caid"))
    assert "ask the caid" in (first.doubt("anything") or "")
    room.do("nora", CaptureWithdrawn(capture="a1"))
    assert (first.doubt("anything") or "").startswith("Withdrawn")


def test_what_is_left_is_listed_until_it_is_done() -> None:
    room = with_things()
    assert left_over(room.meeting, room.laptop(), EN) == [
        "5 steps were not opened",
        "1 action without who or by when",
        "1 parked topic that nobody follows up",
        "no evaluation by the participants",
    ]
    for _ in range(5):
        room.next("mona")
    room.do(
        "nora", CaptureChanged(capture="a1", owner="mona", due_said="soon"), CaptureChanged(capture="p1", owner="mona")
    )
    room.do("nora", Evaluated(counts={"good": 3}))
    assert left_over(room.meeting, room.laptop(), EN) == []


def test_answers_are_set_against_who_is_present() -> None:
    room = small_room()
    assert answered(room.meeting, {"good": 3}, EN) == "3 answers"
    room.do("nora", AttendanceCounted(group=Group(sex="women"), number=20))
    assert answered(room.meeting, {"good": 12, "poor": 4}, EN) == "16 answers, 20 present"


@pytest.mark.parametrize(("minutes", "said"), [(35, "5 minutes early"), (40, "on time"), (47, "7 minutes late")])
def test_the_real_end_is_compared_with_the_announced_one(minutes: int, said: str) -> None:
    start = datetime(2026, 7, 16, 14, 0).astimezone()
    room = small_room_at(start)
    room.next("mona")
    room.laptop.passes(minutes=minutes)
    room.do("mona", MeetingClosed())
    closed = (start + timedelta(minutes=minutes)).strftime("%H:%M")
    assert ending(room.meeting, room.laptop(), EN) == [f"Closed at {closed}", f"Announced end 14:40: {said}"]


def small_room_at(wall: datetime) -> Room:
    """The meeting of `small_room`, on a laptop whose clock is right."""
    room = Room(Laptop(wall=wall))
    for event in small_room().events:
        room.do(event.by, event.fact)
    return room


def test_after_reopening_the_next_step_and_the_last_one_can_be_opened() -> None:
    room = small_room()
    room.next("mona")
    room.next("mona")
    room.do("mona", MeetingClosed(), MeetingReopened(reason="the caid came"))
    following = room.meeting.next_step()
    assert (room.meeting.current, following and following.id) == (None, "S2")


# Walks.


def test_read_back_evaluate_close_and_reopen(file: Path) -> None:
    journal = Journal.open(file)
    assert isinstance(journal.append_all([("nora", each) for each in SAID]), list)
    journal.close()

    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=NORMAL) as pilot:
            await pilot.press("n", "c")
            await until(pilot, partial(on_the_page, app))
            await pilot.press("enter", "j")
            await until(pilot, lambda: isinstance(app.screen, Ask))
            await pilot.press(*"milo", "enter", *"2099-10-01", "enter")  # what is there already is passed over
            await until(pilot, lambda: any("→ Milo, 1 October 2099" in line for line in lines_of(app)))
            await pilot.press("down", "down", "enter")  # after the last comes the evaluation
            await until(pilot, lambda: any("1 ✓" in line for line in lines_of(app)))
            await pilot.press("1", "٢", "right", "plus", "plus", "enter")
            await until(pilot, lambda: any("2 ✓" in line for line in lines_of(app)))
            await pilot.press("x")
            await until(pilot, lambda: isinstance(app.screen, Confirm))
            await pilot.press("enter")  # at first Enter changes nothing
            await until(pilot, partial(on_the_page, app))
            await pilot.press("x", "right", "enter")
            await until(pilot, lambda: any("3 ✓" in line for line in lines_of(app)))
            await pilot.press("x", *"late guest", "enter")
            await until(pilot, lambda: any("late guest" in line for line in lines_of(app)))
            await pilot.press("b")
            await settled(pilot)

    asyncio.run(walk())
    journal = kept(file)
    meeting = journal.record.meeting
    assert (meeting.evaluation, meeting.reopened) == ({"good": 12, "fair": 2, "poor": 0}, ("late guest",))
    assert sum(isinstance(event.fact, Evaluated) for event in journal.record.events) == 1
    assert meeting.captures["a1"].owner == "milo"
    assert meeting.current is not None
    assert meeting.current.step == "Y00"


def test_a_hasty_close_is_taken_back_and_nothing_behind_it(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=NORMAL) as pilot:
            await pilot.press("n", "n", "c")
            await until(pilot, partial(on_the_page, app))
            await pilot.press("x", "right", "enter")
            await until(pilot, lambda: app.session and app.session.kept.closed)
            await pilot.press("u")
            await until(pilot, lambda: app.session and not app.session.kept.closed)
            await until(pilot, lambda: any("Y01" in line for line in lines_of(app)))

    asyncio.run(walk())
    meeting = kept(file).record.meeting
    assert meeting.current is not None
    assert meeting.current.step == "Y01"


def test_the_note_taker_counts_answers_but_does_not_close(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "nora")
        async with app.run_test(size=NORMAL) as pilot:
            await pilot.press("c")
            await until(pilot, partial(on_the_page, app))
            await pilot.press("x", "7", "k")  # going to another page keeps what was counted
            await settled(pilot)
            await pilot.press("c")
            await until(pilot, partial(on_the_page, app))
            await pilot.press("8", "q")  # and so does leaving
            await until(pilot, lambda: app.return_value is not None)

    asyncio.run(walk())
    meeting = kept(file).record.meeting
    assert (meeting.closed, meeting.evaluation["good"]) == (None, 8)


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
@pytest.mark.parametrize("size", [NARROW, NORMAL, WIDE])
def test_the_page_fits(file: Path, size: tuple[int, int], language: Code) -> None:
    journal = Journal.open(file)
    assert isinstance(journal.append_all([("nora", each) for each in SAID]), list)
    journal.close()

    async def walk() -> None:
        app = app_for(file, "mona", language)
        async with app.run_test(size=size) as pilot:
            await pilot.press("c")
            await until(pilot, partial(on_the_page, app))
            await until(pilot, lambda: any("open on Fridays" in line for line in lines_of(app)))
            lines = lines_of(app)
            assert [number for number in "123" if any(line.startswith(f" {number} ·") for line in lines)] == [
                "1",
                "2",
                "3",
            ]
            assert any("?" in line for line in lines[-2:])
            assert not any("closing." in line or "key." in line for line in lines)

    asyncio.run(walk())
