"""What an observer presses without effect is answered in place, and each notice says what was really done."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual.widgets import Button, Label

from facilitate.domain.events.observing import EvidenceAdded, EvidenceChanged
from facilitate.language import Words
from facilitate.language.words import Code
from facilitate.tui.dialogs.ask import Ask
from facilitate.tui.dialogs.facts import Facts
from facilitate.tui.intents import Intent
from facilitate.tui.keynames import key_read
from facilitate.tui.observer.card import card
from facilitate.tui.screens.observe import ObserveScreen
from facilitate.tui.telling import described
from tests.making import small_room
from tests.tui.sitting import NORMAL, app_for, lines_of, made, settled, until


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return made(tmp_path / "x.meeting")


def test_a_withdrawn_fact_is_told_as_withdrawn() -> None:
    room = small_room()
    room.do("olga", EvidenceAdded(about="mona", indicator="A1", step=None, evidence="e1", text="three waited"))
    event = room.do("olga", EvidenceChanged(evidence="e1", withdrawn=True))
    assert described(event, room.meeting, Words("en")) == "fact withdrawn"


def test_a_letter_without_a_section_and_an_emptied_fact_are_answered(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: getattr(app.screen, "here", None))
            screen = app.screen
            assert isinstance(screen, ObserveScreen)
            await pilot.press("Z")
            await until(pilot, lambda: any("no section Z" in line for line in lines_of(app)))
            await pilot.press("e", *"seen", "enter")
            await until(pilot, lambda: screen.there and screen.sheet.evidence)
            await pilot.press("e", "up", "enter", *["backspace"] * 4, "enter")
            await until(pilot, lambda: isinstance(app.screen, Facts) and app.screen.query("#facts-withdraw:focus"))
            assert "Nothing is left" in str(app.screen.query_one("#facts-why", Label).render())
            await pilot.press("enter")
            await until(pilot, lambda: app.screen is screen)
            await until(pilot, lambda: not screen.sheet.evidence)
            await settled(pilot)

    asyncio.run(walk())


def test_recalling_has_a_verb_of_its_own_and_a_sent_card_promises_no_step(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: getattr(app.screen, "here", None))
            screen = app.screen
            assert isinstance(screen, ObserveScreen)
            await pilot.press("n", "1", "s", "left", "enter")
            await until(pilot, lambda: screen.sheet.sent)
            found = next(each for each in screen.everything if each.given is None)
            assert card(screen.meeting, screen.sheet, found, Words("en"), step="S1").seen == ""
            await pilot.press("s")
            await until(pilot, lambda: isinstance(app.screen, Ask))
            assert str(app.screen.query_one("#ask-keep", Button).label) == "Recall"

    asyncio.run(walk())


@pytest.mark.parametrize(("language", "said"), [("en", "Esc"), ("fr", "Échap"), ("ar", "Esc")])
def test_keys_are_named_as_on_the_readers_keyboard(language: Code, said: str) -> None:
    assert key_read(Intent("whole", ("escape",)), Words(language)) == said
    assert key_read(Intent("find_line", ("slash",)), Words(language)) == "/"
