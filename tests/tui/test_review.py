"""The trainer's screen: whom one waits for, and how an absent observer's sheet is released by two together."""

from __future__ import annotations

import asyncio
from pathlib import Path

from facilitate.domain.events.observing import Scored
from facilitate.domain.meeting.view import awaited, released
from facilitate.journal.journal import Journal
from facilitate.tui.dialogs.ask import Ask
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.screens.review import ReviewScreen
from tests.tui.sitting import NORMAL, TO_REVIEW, app_for, kept, lines_of, made, settled, until


def test_a_trainer_and_a_moderator_release_an_absent_observer_together(tmp_path: Path) -> None:
    file = made(tmp_path / "x.meeting")
    journal = Journal.open(file)
    assert isinstance(journal.append("omar", Scored(indicator="A1", value=5)), list)
    journal.close()

    async def walk(person: str, *keys: str) -> str:
        app = app_for(file, person)
        async with app.run_test(size=NORMAL) as pilot:
            await pilot.press(*keys)
            await until(pilot, lambda: isinstance(app.screen, ReviewScreen) and app.screen.there)
            await pilot.press("a")
            await until(pilot, lambda: isinstance(app.screen, Choose))
            await pilot.press("down", "enter")
            await until(pilot, lambda: isinstance(app.screen, Ask))
            await pilot.press(*"ill", "enter")
            await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
            await settled(pilot)
            return "\n".join(lines_of(app))

    assert "released by one" in asyncio.run(walk("tess", *TO_REVIEW))
    assert "omar" in awaited(kept(file).record.meeting)
    assert "released by one" not in asyncio.run(walk("mona", "f2"))
    meeting = kept(file).record.meeting
    assert released(meeting, meeting.sheet("omar"))
    assert awaited(meeting) == ("olga",)
