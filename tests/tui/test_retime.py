"""Re-timing on the screen: what the heading, the clock and the dialog say, and a few walks through it."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from rich.text import Text
from textual.pilot import Pilot

from facilitate.analysis.retiming import outlook, propose
from facilitate.analysis.timing import StepClock
from facilitate.domain.events.preparing import MeetingChanged
from facilitate.domain.events.running import Extended, StepOpened, StepSkipped
from facilitate.domain.instants import Span
from facilitate.journal.journal import Journal
from facilitate.language import Words
from facilitate.language.words import CODES, Code
from facilitate.tui import retiming
from facilitate.tui.app import FacilitateApp
from facilitate.tui.console.heading import heading
from facilitate.tui.dialogs.retime import Retime
from facilitate.tui.widgets.clock import ClockView
from facilitate.tui.widgets.lineinput import LineInput
from tests.making import Room, small_room
from tests.tui.sitting import NARROW, NORMAL, app_for, heading_of, kept, lines_of, made, settled, text_of, until

EN = Words("en")


def late(minutes: float) -> Room:
    """S1 was opened so late; S2 and S3 can spare four minutes each."""
    room = small_room()
    room.laptop.passes(minutes=minutes)
    room.do("mona", StepOpened(step="S1"))
    return room


def second_line(room: Room, key: str = "o", words: Words = EN) -> str:
    return heading(room.meeting, room.meeting.plenary, room.laptop(), words, retime_key=key).second


def test_the_heading_says_the_end_first_and_names_the_key_once_it_helps() -> None:
    assert second_line(late(0)) == "Ends at 14:40 · Mona leads"
    assert second_line(late(0.9)) == "Ends at 14:41 · Mona leads"
    assert second_line(late(4.9)) == "Ends at 14:45, 5 min late · Mona leads"
    assert second_line(late(5)) == "Ends at 14:45, 5 min late (o) · Mona leads"
    assert second_line(late(5), key="") == "Ends at 14:45, 5 min late · Mona leads", "who may not re-time"
    assert second_line(late(-7.5)).startswith("Ends at 14:33, 7 min early ·")
    room = late(9)
    room.laptop.boot = "boot-2"
    assert second_line(room) == "≈ Ends at 14:49, 9 min late (o) · Mona leads"
    room = late(8)
    room.do("mona", *(StepSkipped(step=step) for step in ("S2", "S3")), Extended(step="S1", minutes=25))
    assert "13 min late (o)" in second_line(room)
    room.laptop.passes(minutes=36)
    assert "late" in second_line(room)
    assert "(o)" not in second_line(room), "nothing can be won any more"


@pytest.mark.parametrize("language", CODES)
def test_the_end_fits_the_narrowest_and_the_line_a_usual_screen(language: Code) -> None:
    words = Words(language)
    room = late(20)
    line = second_line(room, words=words)
    assert Text(line).cell_len <= 78
    assert Text(line.split(" · ")[0]).cell_len <= 42


@pytest.mark.parametrize(
    ("clock", "said"),
    [
        (StepClock("S1", 600_000, Span(0), 600_000, False), "left of 10 minutes"),
        (StepClock("S1", 600_000, Span(481_000), 119_000, False), "left of 10 minutes · soon over"),
        (StepClock("S1", 300_000, Span(200_000), 100_000, False), "left of 5 minutes"),
        (StepClock("S1", 300_000, Span(250_000), 50_000, False), "left of 5 minutes · soon over"),
        (StepClock("S1", 600_000, Span(800_000), -200_000, False), "+3:20 over · planned 10 minutes"),
        (StepClock("S1", 600_000, Span(800_000), -200_000, True), "PAUSED · +3:20 over · planned 10 minutes"),
        (StepClock("S1", 600_000, Span(100_000, True), 500_000, True), "≈ PAUSED · planned 10 minutes"),
    ],
)
def test_the_clock_says_in_words_what_its_colours_say(clock: StepClock, said: str) -> None:
    shown = EN.clock(-clock.remaining_ms if clock.remaining_ms < 0 else clock.remaining_ms)
    assert ClockView()._said(clock, shown, EN) == said


def said(room: Room, minutes: dict[str, int] | None = None) -> tuple[str, str, str]:
    now = room.laptop()
    found = propose(room.meeting, now) if minutes is None else outlook(room.meeting, now, minutes)
    return retiming.ends(found, EN), retiming.end_after(found, EN), retiming.state(found, EN)


def test_a_proposal_says_its_ends_and_what_cannot_be_won() -> None:
    before = "Announced end: 14:40 · if nothing changes: "
    assert said(late(6)) == (f"{before}14:46, 6 min late", "With these minutes: 14:40, on time", "")
    assert said(late(5.2)) == said(late(6)), "people read clocks without seconds"
    assert said(late(20)) == (
        f"{before}15:00, 20 min late",
        "With these minutes: 14:48, 8 min late",
        "More cannot be won: 8 min stay over.",
    )
    assert said(late(6), {"S2": 9}) == (f"{before}14:46, 6 min late", "With these minutes: 14:45, 5 min late", "")
    assert said(late(-6))[1:] == ("With these minutes: 14:34, 6 min in hand", "Not late: nothing needs to change.")
    room = late(6)
    room.do("mona", *(Extended(step=step, minutes=-4) for step in ("S1", "S2", "S3")), Extended(step="S4", minutes=20))
    assert said(room)[2] == "Nothing can be won, 14 min stay over: every step keeps its time or is at its least."
    room.do("mona", MeetingChanged(start=datetime(2026, 8, 1, 9, 0)))
    assert said(room)[0].startswith("No hour was announced for today · if nothing changes: 14:")


# Walks.


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A meeting that should have begun a quarter of an hour ago; the first step that counts is open."""
    path = made(tmp_path / "late.meeting")
    journal = Journal.open(path)
    start = datetime.now().replace(second=0, microsecond=0) - timedelta(minutes=15)
    facts = (MeetingChanged(start=start), StepOpened(step="Y01"))
    assert isinstance(journal.append("mona", *facts), list)
    journal.close()
    return path


async def at_the_dialog(pilot: Pilot[int], key: str = "o") -> Retime:
    app = pilot.app
    assert isinstance(app, FacilitateApp)
    await until(pilot, lambda: "Mona" in heading_of(app))
    await pilot.press(key)
    await until(pilot, lambda: isinstance(app.screen, Retime) and any("Y02" in line for line in lines_of(app)))
    assert isinstance(app.screen, Retime)
    return app.screen


def line_with(app: FacilitateApp, text: str) -> tuple[int, str]:
    return next((place, line) for place, line in enumerate(lines_of(app)) if text in line)


def test_minutes_are_edited_in_peace_while_others_go_on(file: Path) -> None:
    async def walk() -> None:
        app, other = app_for(file, "mona"), app_for(file, "milo")
        async with app.run_test(size=NORMAL) as pilot, other.run_test(size=NORMAL) as second:
            await at_the_dialog(pilot)
            await pilot.press("down", "down", "down", "1", "7")  # Y04 has 18, at least 15
            await until(pilot, lambda: "17" in line_with(app, "Y04")[1])
            await pilot.press("down", "down", "down", "down", "left")
            assert "Y08 is protected" in text_of(app, "#retime-note")
            await pilot.press("up", "2")
            assert "2_" in line_with(app, "Y07")[1], "twenty may come"
            await pilot.press("enter")
            assert isinstance(app.screen, Retime), "nothing is kept with a number that cannot be"
            assert "at least 3" in text_of(app, "#retime-note")
            await second.press("n", "plus")
            await until(
                pilot, lambda: app.session and app.session.kept.current and "gone by" in line_with(app, "Y01")[1]
            )
            _, line = line_with(app, "▌")
            assert "Y07" in line, "the chosen step is the same"
            assert "2_" in line, "and what is typed"
            await pilot.press("backspace", "a", "tab", *"late", "enter")
            await until(pilot, lambda: not isinstance(app.screen, Retime))
            await settled(pilot)

    asyncio.run(walk())
    record = kept(file).record
    fact = next(event.fact for event in record.events if event.fact.kind == "retimed")
    assert fact.model_dump(include={"reason", "agreed"}) == {"reason": "late", "agreed": True}
    assert record.meeting.planned_minutes("Y04") == 17
    assert record.meeting.planned_minutes("Y08") == 10
    assert record.meeting.planned_minutes("Y01") == 8, "it had gone by"
    assert record.meeting.announced_minutes == 105


@pytest.mark.parametrize("size", [NARROW, NORMAL])
def test_everything_can_be_tapped(file: Path, size: tuple[int, int]) -> None:
    async def tap(pilot: Pilot[int], text: str, sign: str) -> None:
        app = pilot.app
        assert isinstance(app, FacilitateApp)
        await pilot.pause()
        place, line = line_with(app, text)
        await pilot.click(offset=(Text(line[: line.index(sign)]).cell_len, place))

    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=size) as pilot:
            await at_the_dialog(pilot)
            await tap(pilot, "Y05", "+")
            await until(pilot, lambda: "▌" in line_with(app, "Y05")[1])
            await tap(pilot, "Y03", "−")
            assert "Y03 needs at least 5 min." in text_of(app, "#retime-note")
            await tap(pilot, "Y09", "Y09")
            await until(pilot, lambda: "▌" in line_with(app, "Y09")[1])
            await tap(pilot, "[ ]", "[")
            await until(pilot, lambda: "AGREED WITH" in text_of(app, "#retime-agreed"))
            await tap(pilot, "Accept", "Accept")
            await until(pilot, lambda: not isinstance(app.screen, Retime))
            await settled(pilot)

    asyncio.run(walk())
    record = kept(file).record
    fact = next(event.fact for event in record.events if event.fact.kind == "retimed")
    assert fact.model_dump(include={"agreed"}) == {"agreed": True}
    assert record.meeting.planned_minutes("Y05") == 13, "twelve were proposed"


def test_leaving_keeps_nothing_and_the_reason_comes_first_out(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "mona", "ar")
        async with app.run_test(size=NARROW) as pilot:
            screen = await at_the_dialog(pilot, "خ")
            await pilot.press("right", "x", "tab", *"xa1")
            assert screen.query_one(LineInput).value == "xa1"
            await pilot.press("escape", "down")
            assert isinstance(app.screen, Retime)
            assert "▌" in line_with(app, "Y02")[1]
            await pilot.press("escape")
            await until(pilot, lambda: not isinstance(app.screen, Retime))

    asyncio.run(walk())
    assert all(event.fact.kind != "retimed" for event in kept(file).record.events)
