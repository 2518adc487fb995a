"""A scoresheet that was filled in on paper, typed by somebody of the team: keys, moments, and what is kept of them."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from facilitate.analysis.paper import fillers, on_paper, subjects
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events.observing import MEETING, Scored, SheetSent
from facilitate.domain.scale import Answer
from facilitate.tui.dialogs.ask import Ask
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.dialogs.confirm import Confirm
from facilitate.tui.dialogs.paper import TypingDialog
from facilitate.tui.observer.paper import Paper, moment_said
from facilitate.tui.screens.review import ReviewScreen
from tests.making import small_room
from tests.tui.sitting import NARROW, NORMAL, TO_REVIEW, app_for, kept, lines_of, made, settled, until

NOW = datetime(2026, 7, 20, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "hour", "when"),
    [
        ("2026-07-16", "15:30", "2026-07-16 15:30"),
        ("16/7", "15h30", "2026-07-16 15:30"),
        ("yesterday", "١٤:٠٥", "2026-07-19 14:05"),
        ("16 juillet", "9:00", "2026-07-16 09:00"),
        ("25/12", "9:00", "2025-12-25 09:00"),
    ],
)
def test_a_day_without_a_year_is_the_last_such_day(day: str, hour: str, when: str) -> None:
    found = moment_said(day, hour, NOW)
    assert isinstance(found, datetime)
    assert f"{found:%Y-%m-%d %H:%M}" == when
    assert found.tzinfo is not None


@pytest.mark.parametrize(
    ("day", "hour", "why"),
    [("soon", "15:30", "typing.no_day"), ("16/7", "soon", "typing.no_hour"), ("2027-07-16", "15:30", "typing.not_yet")],
)
def test_what_is_no_moment_of_the_past_is_told(day: str, hour: str, why: str) -> None:
    found = moment_said(day, hour, NOW)
    assert isinstance(found, Refused)
    assert found.message == why


def test_the_lines_stand_in_the_order_of_the_paper_with_one_for_each_step() -> None:
    room = small_room()
    lines = on_paper(room.meeting, "olga", MEETING, room.laptop())
    codes = [(each.cell.indicator, each.cell.step) for each in lines]
    steps = [("B2", f"S{number}") for number in range(5)]
    assert codes == [("A3", None), ("B1", None), *steps, ("B3", None), ("B4", None)]
    assert subjects(room.meeting, "olga") == ("mona", "milo", MEETING)


def test_who_sent_in_person_needs_nobody_to_type() -> None:
    room = small_room()
    room.do("olga", Scored(about="mona", indicator="A1", value=3), SheetSent())
    paper = Paper("omar", "mona", NOW)
    (first, *_) = on_paper(room.meeting, "omar", "mona", room.laptop())
    room.do("nora", paper.scored(first, 2), paper.sent())
    assert [each.id for each in fillers(room.meeting)] == ["omar"]


@pytest.mark.parametrize("size", [NORMAL, NARROW])
def test_one_key_a_score_kept_at_once_as_of_when_it_was_filled_in(tmp_path: Path, size: tuple[int, int]) -> None:
    file = made(tmp_path / "x.meeting")

    async def walk() -> None:
        app = app_for(file, "tess")
        async with app.run_test(size=size) as pilot:
            await pilot.press(*TO_REVIEW)
            await until(pilot, lambda: isinstance(app.screen, ReviewScreen) and app.screen.there)
            await pilot.press("t")
            await until(pilot, lambda: isinstance(app.screen, Choose))
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Choose) and "Olga" in "".join(lines_of(app)))
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Ask))
            await pilot.press("enter", "enter")
            await until(pilot, lambda: isinstance(app.screen, TypingDialog) and app.screen.here is not None)
            await pilot.press("3", "2", "o", "4")
            await settled(pilot)
            assert "4 of 15" in "".join(lines_of(app))
            await pilot.press("u")
            await settled(pilot)
            await until(pilot, lambda: "3 of 15" in "".join(lines_of(app)))
            await pilot.press("b", "b", "b", "b", "1", "enter")
            await until(pilot, lambda: isinstance(app.screen, Ask))
            await pilot.press(*"said no", "enter")
            await until(pilot, lambda: isinstance(app.screen, TypingDialog))
            await pilot.press("s")
            await until(pilot, lambda: isinstance(app.screen, Confirm))
            await pilot.press("right", "enter")
            await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
            await settled(pilot)

    asyncio.run(walk())
    record = kept(file).record
    sheet = record.meeting.sheet("olga")
    values = {cell.indicator: mark.value for cell, mark in sheet.marks.items()}
    assert values == {"A2": 1, "A4": 2, "B1": Answer.NOT_OBSERVED}
    assert [(each.cell.indicator, each.text) for each in sheet.evidence.values()] == [("A2", "said no")]
    assert sheet.sent is not None
    assert sheet.imported
    typed = [event for event in record.events if isinstance(event.fact, Scored | SheetSent)]
    assert {event.by for event in typed} == {"tess"}
    assert len({event.happened for event in typed}) == 1
    assert all(event.happened is not None for event in typed)
    sources = [event.fact.source for event in record.events if isinstance(event.fact, Scored | SheetSent)]
    assert None not in sources


def test_the_key_is_there_for_trainers_and_the_team_only(tmp_path: Path) -> None:
    file = made(tmp_path / "x.meeting")

    async def bar(person: str, *keys: str) -> str:
        app = app_for(file, person)
        async with app.run_test(size=NORMAL) as pilot:
            await pilot.press(*keys)
            await until(pilot, lambda: isinstance(app.screen, ReviewScreen) and app.screen.there)
            return "\n".join(lines_of(app)[-2:])

    assert "t Paper" in asyncio.run(bar("nora", "f2"))
    assert "t Paper" not in asyncio.run(bar("mona", "f2"))
