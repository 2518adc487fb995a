"""The facts behind an answer, in a dialog: written, picked, on paper, in other words, withdrawn, set aside."""

from __future__ import annotations

import asyncio
from collections.abc import MutableMapping
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Button, Label

from facilitate.domain.events.running import StepOpened
from facilitate.domain.meeting.sheets import Evidence
from facilitate.language import Words
from facilitate.tui.app import FacilitateApp
from facilitate.tui.dialogs.facts import NEW, Facts, FactsShown, Part, Said, Standing
from facilitate.tui.screens.observe import ObserveScreen
from facilitate.tui.widgets.lineinput import LineInput
from tests.journal.helping import keep, new_meeting
from tests.tui.sitting import NARROW, NORMAL, app_for, kept, settled, until

SHOWN = FactsShown(
    title="A1 · Mona",
    body="indicator A1",
    label="What did you see?",
    parts=(Part("1", "the same few speak", 1), Part("4", "all speak", 4)),
    facts=(Standing("e1", "three were not asked", "(S1 14:05)"), Standing("e2", "all laughed", "(S1 14:09)")),
)


class Host(App[None]):
    """Nothing but the dialog, and what came of it."""

    def __init__(self, drafts: MutableMapping[str, str], picking: bool, limit: int) -> None:
        super().__init__()
        self.said: Said | str | None = "open"
        self._dialog = Facts(SHOWN, drafts, Words("en"), limit, picking)

    def on_mount(self) -> None:
        self.push_screen(self._dialog, self._came)

    def _came(self, said: Said | None) -> None:
        self.said = said


def after(
    *keys: str, drafts: MutableMapping[str, str] | None = None, picking: bool = False, limit: int = 50
) -> Said | str | None:
    """What the dialog says after these keys; "open" where it still stands, then followed by its reason."""
    host = Host(drafts if drafts is not None else {}, picking, limit)

    async def walk() -> Said | str | None:
        async with host.run_test(size=NORMAL) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            if host.said == "open":
                return f"open {host.screen.query_one('#facts-why', Label).render()}".strip()
            return host.said

    return asyncio.run(walk())


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ((*"seen", "enter"), Said(text="seen")),
        ((*"seen", "f8"), Said(text="seen")),
        (("f8",), None),
        (("escape",), None),
        (("enter",), "open This line cannot stay empty."),
        ((*"123456", "enter"), "open 1 letter too many: nothing is cut, nothing is kept yet."),
        (("x",), "open"),
        (("down", "4"), Said(anchor=4)),
        (("down", "٤"), Said(anchor=4)),
        (("down", "3"), "open"),
        (("down", "enter"), Said(anchor=1)),
        (("down", "x"), Said(on_paper=True)),
        (("down", "down", "down", "enter"), Said(on_paper=True)),
        (("up", "enter", *"!", "enter"), Said("e2", "all laughed!")),
        (("up", "up", "delete"), Said("e1", withdrawn=True)),
        (("down", "delete"), "open"),
    ],
    ids=str,
)
def test_keys_say(keys: tuple[str, ...], said: Said | str | None) -> None:
    assert after(*keys, limit=5 if "6" in keys else 50) == said


@pytest.mark.parametrize(
    ("key", "said"), [("1", Said(anchor=1)), ("x", Said(on_paper=True)), ("ء", Said(on_paper=True))]
)
def test_who_types_slowly_begins_in_the_list(key: str, said: Said) -> None:
    assert after(key, picking=True) == said


def test_what_is_typed_is_set_aside_at_each_letter_under_what_it_is_about() -> None:
    drafts: dict[str, str] = {}
    assert after(*"ne", "escape", drafts=drafts) is None
    assert drafts == {NEW: "ne"}
    assert after(*"w", "up", "enter", *"!", "escape", drafts=drafts) is None
    assert drafts == {NEW: "new", "e2": "all laughed!"}, "each comes back when it is opened again"
    assert after("up", "enter", "backspace", "escape", drafts=drafts) is None
    assert drafts == {NEW: "new"}, "what stands in the file is no draft"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "x.meeting"
    journal = new_meeting(path)
    keep(journal, "mona", StepOpened(step="S0"), StepOpened(step="S1", predecessor="S0"))
    journal.close()
    return path


async def opened(app: FacilitateApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    await until(pilot, lambda: isinstance(app.screen, Facts))


async def closed(app: FacilitateApp, pilot: Pilot[int]) -> None:
    await until(pilot, lambda: isinstance(app.screen, ObserveScreen))
    await settled(pilot)


def facts_of(path: Path) -> list[Evidence]:
    return list(kept(path).record.meeting.sheet("olga").evidence.values())


def test_facts_are_kept_changed_and_withdrawn_on_the_observers_screen(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: getattr(app.screen, "here", None))
            await pilot.press("1")
            await opened(app, pilot, "e")
            await pilot.press(*"half", "escape")
            await closed(app, pilot)
            assert [each.message for each in app._notifications] == ["What you typed is set aside; e opens it again."]
            await opened(app, pilot, "e")
            assert app.screen.query_one(LineInput).value == "half"
            await pilot.press(*" a word", "enter")
            await closed(app, pilot)
            await opened(app, pilot, "c")
            await pilot.press("1")
            await closed(app, pilot)
            await opened(app, pilot, "c")
            await pilot.press("x")
            await closed(app, pilot)
            await opened(app, pilot, "e")
            await pilot.press("up", "up", "up", "enter", *"s", "enter")
            await closed(app, pilot)
            await opened(app, pilot, "e")
            assert app.screen.query_one(LineInput).value == "", "what was kept is no draft any longer"
            await pilot.press("up", "delete")
            await closed(app, pilot)

    asyncio.run(walk())
    assert [(fact.text, fact.anchor, fact.on_paper, fact.seen) for fact in facts_of(file)] == [
        ("half a words", None, False, "S1"),
        ("", 1, False, "S1"),
    ]


def test_on_a_phone_the_buttons_do_the_same(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=NARROW) as pilot:
            await until(pilot, lambda: getattr(app.screen, "here", None))
            await opened(app, pilot, "e")
            await pilot.press(*"seen")
            assert not app.screen.query_one("#facts-withdraw").display, "there is nothing to withdraw yet"
            app.screen.query_one("#facts-later", Button).press()
            await closed(app, pilot)
            await opened(app, pilot, "e")
            app.screen.query_one("#facts-keep", Button).press()
            await closed(app, pilot)
            await opened(app, pilot, "e")
            await pilot.press("up", "enter")
            app.screen.query_one("#facts-withdraw", Button).press()
            await closed(app, pilot)

    asyncio.run(walk())
    assert facts_of(file) == []
    kinds = [event.fact.kind for event in kept(file).record.events]
    assert kinds[-2:] == ["evidence_added", "evidence_changed"], "kept once, then withdrawn; set aside is no fact"
