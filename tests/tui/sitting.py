"""Sits people down before screens, without a terminal, on a real meeting file."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Static

from facilitate.cli.seats import errands
from facilitate.journal.journal import Journal
from facilitate.kits.kit_file import read_kit
from facilitate.language import Words
from facilitate.language.words import Code
from facilitate.tui.app import FacilitateApp
from facilitate.tui.widgets.heading import Heading
from tests.making import small_room

PATIENCE = 30.0
"""Seconds until something that should happen counts as missing, also on a machine that does much else."""

NORMAL, NARROW, WIDE = (80, 24), (44, 30), (120, 40)


def made(path: Path) -> Path:
    """A meeting file with the people of `small_room`, and the youth kit's agenda and grid."""
    from facilitate.domain.events.agreeing import GridProposed
    from facilitate.domain.events.preparing import AgendaSet

    kit, journal = read_kit("youth"), Journal.create(path)
    acts = [
        (event.by, AgendaSet(agenda=kit.agenda) if isinstance(event.fact, AgendaSet) else event.fact)
        for event in small_room().events
    ]
    acts = [(by, GridProposed(grid=kit.grid) if isinstance(fact, GridProposed) else fact) for by, fact in acts]
    assert isinstance(journal.append_all(acts), list)
    journal.close()
    return path


def app_for(path: Path, person: str | None, language: Code = "en") -> FacilitateApp:
    """The program of one person."""
    app = FacilitateApp(Words(language), errands())
    app.begin_with(Journal.open(path), person)
    return app


TO_REVIEW = ("w", "w")
"""A trainer's way from preparing the meeting, over its grid, to what was sent."""


async def until(pilot: Pilot[int], condition: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Let the program run until something is so; fails after some seconds, and says what stands on the screen."""
    end = monotonic() + seconds
    while not condition():
        assert monotonic() < end, "it never happened:\n" + "\n".join(lines_of(pilot.app))
        await asyncio.sleep(0.01)
        await pilot.pause()


async def settled(pilot: Pilot[int]) -> None:
    """Until what was done is on disk."""
    app = pilot.app
    assert isinstance(app, FacilitateApp)
    await until(pilot, lambda: app.session is not None and app.session.pending == 0)


def text_of(app: FacilitateApp, selector: str) -> str:
    """What a text on the screen says."""
    return str(app.screen.query_one(selector, Static).render())


def heading_of(app: FacilitateApp) -> str:
    """The two lines above a page of the console; nothing on other screens."""
    found = app.screen.query(Heading)
    return str(found.first().render()) if found else ""


def lines_of(app: App[int]) -> list[str]:
    """Every line of the screen as it is painted."""
    width, height = app.size
    strips = app.screen._compositor.render_strips(app.size)
    assert (len(strips), height) == (height, height)
    return ["".join(segment.text for segment in strip)[:width] for strip in strips]


def kept(path: Path) -> Journal:
    """The meeting as it is on disk."""
    journal = Journal.open(path, read_only=True)
    journal.close()
    return journal
