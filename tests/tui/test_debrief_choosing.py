"""What a team agrees on is chosen by the key that stands before it, and begins where they agreed before."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.scale import Answer, Value
from facilitate.tui.dialogs.ask import Ask
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.screens.debrief import DebriefScreen
from facilitate.tui.screens.review import ReviewScreen
from tests.tui.sitting import NORMAL, app_for, kept, settled, until
from tests.tui.test_debrief import observed


@pytest.mark.parametrize(
    ("key", "value"), [("3", 3), ("٣", 3), ('"', 3), ("o", Answer.NOT_OBSERVED), ("خ", Answer.NOT_OBSERVED)]
)
def test_a_key_chooses_on_every_keyboard_and_enter_keeps_what_was_agreed(
    tmp_path: Path, key: str, value: Value
) -> None:
    file = observed(tmp_path / "x.meeting")

    async def walk() -> None:
        app = app_for(file, "tess")
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: isinstance(app.screen, ReviewScreen) and app.screen.there)
            await pilot.press("d")
            await until(pilot, lambda: isinstance(app.screen, DebriefScreen) and app.screen.there)
            for pressed, why in ((key, "both"), ("enter", "!")):  # the second time, Enter alone
                await pilot.press("enter")
                await until(pilot, lambda: isinstance(app.screen, Choose))
                await pilot.press("x", pressed)
                await until(pilot, lambda: isinstance(app.screen, Ask))
                await pilot.press(*why, "enter")
                await until(pilot, lambda: isinstance(app.screen, DebriefScreen))
                await settled(pilot)

    asyncio.run(walk())
    agreed = kept(file).record.meeting.consensus[Cell("mona", "A2")]
    assert (agreed.value, agreed.reason) == (value, "both!")
