"""A short question over a page: what is typed or pasted into it comes in whole, and what is doubtful is said."""

from __future__ import annotations

import asyncio
from pathlib import Path

from textual import events
from textual.widgets import Button, Input

from facilitate.domain.events.capturing import CaptureKind
from facilitate.tui.dialogs.ask import Ask
from tests.tui.sitting import NORMAL, app_for, kept, made, settled, text_of, until


def test_a_short_question_takes_several_lines_and_a_past_day_too(tmp_path: Path) -> None:
    file = made(tmp_path / "ask.meeting")

    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: getattr(app.screen, "there", False))
            await pilot.press("3")
            await until(pilot, lambda: isinstance(app.screen, Ask))
            app.screen.query_one("#field-0", Input).post_message(events.Paste("ask\nthe caid"))
            await until(pilot, lambda: app.screen.query_one("#field-0", Input).value == "ask the caid")
            await pilot.press("enter", "enter", *"1/1/2020")
            await until(pilot, lambda: "passed" in text_of(app, "#ask-why"))
            await pilot.press("enter")
            await until(pilot, lambda: "again" in text_of(app, "#ask-why"))
            app.screen.query_one("#ask-keep", Button).press()
            await until(pilot, lambda: not isinstance(app.screen, Ask))
            await settled(pilot)

    asyncio.run(walk())
    [action] = kept(file).record.meeting.captured(CaptureKind.ACTION)
    assert (action.text, str(action.due)) == ("ask the caid", "2020-01-01")
