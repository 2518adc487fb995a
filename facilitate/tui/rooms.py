"""Which screen a name stands for; each is imported when somebody goes there."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from facilitate.tui import commands, commands_together
from facilitate.tui.intents import Intent
from facilitate.tui.screen import SeatScreen
from facilitate.tui.seat import Seat

_SCREENS = {
    "step": "StepPage",
    "floor": "FloorPage",
    "notes": "NotesPage",
    "people": "PeoplePage",
    "needs": "NeedsPage",
    "groups": "GroupsPage",
    "closing": "ClosingPage",
    "prepare": "PrepareScreen",
    "agree": "AgreeScreen",
    "observe": "ObserveScreen",
    "review": "ReviewScreen",
    "debrief": "DebriefScreen",
    "show": "ShowScreen",
}


def intents_of_screens() -> Iterator[tuple[Intent, ...]]:
    """What can be done on each screen; this imports them all."""
    yield commands.HOME
    yield commands_together.SIDE_BY_SIDE
    for name, screen in _SCREENS.items():
        yield getattr(import_module(f"facilitate.tui.screens.{name}"), screen).INTENTS


def screen_for(name: str, seat: Seat) -> SeatScreen:
    """The screen of that name for somebody. Raises KeyError where there is none."""
    module = import_module(f"facilitate.tui.screens.{name}")
    screen: SeatScreen = getattr(module, _SCREENS[name])(seat)
    return screen
