"""The room apart and together: two moderators on two programs, and what the page says."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from facilitate.analysis.splitting import Plan
from facilitate.analysis.tracks import groups_now
from facilitate.domain.events import capturing as c
from facilitate.domain.events import running as r
from facilitate.domain.events.base import PLENARY
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.parts import Track
from facilitate.domain.meeting.state import Meeting
from facilitate.journal.journal import Journal
from facilitate.language import Words
from facilitate.language.words import Code
from facilitate.tui import groupings
from facilitate.tui.app import FacilitateApp
from facilitate.tui.console.grouping import hint, moving, together
from facilitate.tui.console.heading import heading
from facilitate.tui.dialogs.ask import Ask
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.observer.lines import where
from facilitate.tui.screens.groups import GroupsPage
from facilitate.tui.widgets.taplist import TapList
from tests.domain.test_tracks import apart, go, split_room
from tests.tui.sitting import NARROW, NORMAL, WIDE, app_for, kept, lines_of, made, settled, until

EN = Words("en")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The youth meeting in Y04, which is done in small groups."""
    path = made(tmp_path / "groups.meeting")
    journal = Journal.open(path)
    journal.append("mona", r.StepOpened(step="Y03"), r.StepOpened(step="Y04", predecessor="Y03"))
    journal.close()
    return path


def meeting_of(app: FacilitateApp) -> Meeting:
    assert app.session is not None
    assert app.person is not None
    return app.session.view(app.person)


def step_of(track: Track) -> str:
    return track.current.step if track.current else ""


async def on_groups(pilot: Pilot[int], app: FacilitateApp) -> TapList:
    """Go to the page, until its list is drawn."""
    await until(pilot, lambda: any("Y04" in line for line in lines_of(app)))
    await pilot.press("g")
    await until(pilot, lambda: isinstance(app.screen, GroupsPage) and app.screen.query_one(TapList).rows)
    return app.screen.query_one(TapList)


# What is said.


def test_the_heading_tells_that_a_step_is_done_in_groups_until_it_is() -> None:
    room = split_room()
    said = EN("groups.hint")
    assert hint(room.meeting, EN) == said
    assert said in heading(room.meeting, room.meeting.plenary, room.laptop(), EN).second
    room.do("mona", r.TrackOpened(track="women", title="Women", step="S2", moderator="milo"))
    assert hint(room.meeting, EN) == ""
    found = heading(room.meeting, room.meeting.tracks["women"], room.laptop(), EN)
    assert found.first.startswith("WITH: Women")
    assert "Milo leads" in found.second, "who moderates the group, not who has the chair"


def test_an_observer_of_a_group_sees_its_step_and_clock() -> None:
    room = apart()
    go(room, "S3", "women", "mona")
    room.laptop.passes(2)
    said = where(room.meeting, room.meeting.tracks["women"], room.laptop(), EN)
    assert ("8:00" in said, "S3" in said, "Women" in said, "Mona" in said) == (True,) * 4
    assert "S2" in where(room.meeting, room.meeting.plenary, room.laptop(), EN)


def test_a_row_says_the_time_in_words_who_is_there_and_how_many_needs() -> None:
    room = apart()
    room.laptop.passes(12)
    room.do("milo", r.Paused(track="men"))
    room.do("nora", c.Captured(capture="n1", what=c.CaptureKind.NEED, text="a room", track="men"))
    for width in (40, 74, 120):
        women, men = drawn(room.meeting, room.laptop(), width)
        assert "+2:00 over" in women
        assert "● Men · you" in men
        assert "PAUSED" in men
        if width > 40:
            assert "Milo · 1 need · observed by Omar" in men


def drawn(meeting: Meeting, now: Instant, width: int) -> list[str]:
    rows = groupings.group_rows(meeting, groups_now(meeting, now), meeting.tracks["men"], EN, width)
    assert all(line.cell_len <= width for row in rows for line in row.lines)
    return [" ".join(line.plain for line in row.lines) for row in rows]


def test_a_plan_without_people_says_so() -> None:
    (row,) = groupings.plan_rows(split_room().meeting, (Plan("1", "Women"),), EN, 60)
    assert "no moderator yet" in " ".join(line.plain for line in row.lines)


def test_the_last_group_to_go_on_takes_the_plenary_along() -> None:
    room = apart()
    tracks = room.meeting.tracks
    assert moving(room.meeting, "mona", tracks["women"], "S3") == (
        r.StepOpened(step="S3", predecessor="S2", track="women"),
    )
    go(room, "S3", "women", "mona")
    both = moving(room.meeting, "milo", tracks["men"], "S3")
    assert [fact.track for fact in both] == ["men", PLENARY]
    assert len(moving(room.meeting, "nora", tracks["men"], "S3")) == 1, "who may not move the plenary does not"
    room.do("milo", *both)
    assert {step_of(track) for track in room.meeting.tracks.values()} == {"S3"}


def test_groups_that_had_all_gone_on_come_back_in_the_step_they_come_from() -> None:
    room = apart()
    assert [fact.kind for fact in together(room.meeting)] == ["track_closed"] * 2
    go(room, "S3", "women", "mona")
    go(room, "S3", "men", "milo")
    room.do("mona", *together(room.meeting))
    assert step_of(room.meeting.plenary) == "S3"
    assert len(room.meeting.apart) == 0


# Walks.


def test_two_moderators_run_their_groups_on_two_programs_and_come_back(file: Path) -> None:
    async def walk() -> None:
        one, two = app_for(file, "mona"), app_for(file, "milo")
        async with one.run_test(size=NORMAL) as first, two.run_test(size=NORMAL) as second:
            await on_groups(first, one)
            other = await on_groups(second, two)
            await first.press("x")
            await until(second, lambda: len(meeting_of(two).apart) == 2)
            await until(second, lambda: "WITH: Group 2" in lines_of(two)[2])
            assert "WITH: Group 1" in lines_of(one)[2]
            await second.press("down", "down")
            chosen = other.cursor
            await first.press("n")
            await second.press("space", "plus")
            await settled(first)
            await settled(second)
            await until(first, lambda: any("PAUSED" in line for line in lines_of(one)))
            mine, theirs = meeting_of(one).apart
            assert (step_of(mine), step_of(theirs)) == ("Y05", "Y04")
            assert step_of(meeting_of(one).plenary) == "Y04"
            assert meeting_of(one).planned_minutes("Y04", theirs.id) == meeting_of(one).planned_minutes("Y04") + 2
            assert (two.focused, other.cursor) == (other, chosen)
            before = meeting_of(one).tracks
            await first.press("0", "x")
            await until(second, lambda: not meeting_of(two).apart)
            assert "GROUP" not in lines_of(one)[2]
            await first.press("u")
            await until(first, lambda: meeting_of(one).tracks == before)
            await until(second, lambda: "WITH: Group 2" in lines_of(two)[2])
            assert "GROUP" not in lines_of(one)[2], "mona went to the plenary herself"

    asyncio.run(walk())
    assert len(kept(file).record.meeting.apart) == 2


def test_groups_are_changed_before_they_are_sent_off_and_after(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=NORMAL) as pilot:
            await on_groups(pilot, app)
            await pilot.press("j", "enter")
            await until(pilot, lambda: isinstance(app.screen, Choose))
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Ask))
            app.screen.query_one(Input).value = "group 1"
            await pilot.press("enter")
            assert isinstance(app.screen, Ask), "another group has this name"
            app.screen.query_one(Input).value = "Elders"
            await pilot.press("enter")
            await until(pilot, lambda: any("Elders" in line for line in lines_of(app)))
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Choose))
            await pilot.press("down", "enter")
            await until(pilot, lambda: app.screen.query_one(OptionList).option_count > 3)
            await pilot.press("down", "enter")
            await until(pilot, lambda: isinstance(app.screen, GroupsPage))
            await pilot.click(TapList, offset=(77, 3))  # the cross of the second group
            await until(pilot, lambda: len(app.screen.query_one(TapList).rows) == 2)
            await pilot.press("m")
            await until(pilot, lambda: not isinstance(app.screen, GroupsPage))
            await on_groups(pilot, app)
            await pilot.press("x")
            await settled(pilot)

    asyncio.run(walk())
    groups = kept(file).record.meeting.apart
    assert [(track.title, track.moderator) for track in groups] == [("Group 1", "mona"), ("Elders", "milo")]


@pytest.mark.parametrize(("size", "language"), [(NARROW, "ar"), (NORMAL, "fr"), (WIDE, "en"), (NARROW, "fr")])
def test_the_page_fits_together_and_apart(file: Path, size: tuple[int, int], language: Code) -> None:
    async def walk() -> None:
        app = app_for(file, "mona", language)
        async with app.run_test(size=size) as pilot:
            await on_groups(pilot, app)
            for key in ("x", "0"):
                await check(pilot, app)
                await pilot.press(key)
                await until(pilot, lambda: meeting_of(app).apart)
            await check(pilot, app)

    async def check(pilot: Pilot[int], app: FacilitateApp) -> None:
        await pilot.pause()
        lines = lines_of(app)
        assert any("?" in line for line in lines[-3:])
        assert not re.search(r"\b(key|groups|console|review)\.[a-z_]{3}", " ".join(lines))
        assert sum("Mona" in line for line in lines) >= 2, "in the bar, and as the moderator of a group"

    asyncio.run(walk())


def test_a_note_taker_goes_with_a_group_and_splits_nothing(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "nora")
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: any("Y04" in line for line in lines_of(app)))
            await pilot.press("g")
            await until(pilot, lambda: isinstance(app.screen, GroupsPage) and app.screen.there)
            await pilot.press("x", "j", "enter")
            await pilot.pause()
            assert isinstance(app.screen, GroupsPage)
            assert len(meeting_of(app).apart) == 0
            journal = Journal.open(file)
            journal.append("mona", r.TrackOpened(track="t1", title="Elders", step="Y04"))
            journal.close()
            await until(pilot, lambda: meeting_of(app).apart)
            await until(pilot, lambda: app.screen.query_one(TapList).rows)
            await pilot.press("down", "enter")
            await until(pilot, lambda: "WITH: Elders" in lines_of(app)[2])

    asyncio.run(walk())
