"""How long from a key to the painted page of the console, beside a bare Textual screen with as many widgets.

    .venv/bin/python benchmarks/paging.py [KEYS]

Both run without a terminal, in the same process and size. Prints p50 and p99 in milliseconds, and the ratio.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import OptionList, Static

from facilitate.domain.events import Fact
from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.preparing import AgendaSet, MeetingCreated, PersonAdded
from facilitate.domain.people import SETUP, Role
from facilitate.journal.journal import Journal
from facilitate.kits.kit_file import read_kit
from facilitate.language import Words
from facilitate.tui.app import FacilitateApp

SIZE = (80, 24)


class Page(Screen[None]):
    """As many texts and lists as a page of the console has."""

    def compose(self) -> ComposeResult:
        for number in range(6):
            yield Static(f"line {number}")
        yield OptionList(*(f"entry {number}" for number in range(12)))


class Bare(App[None]):
    """Two screens, and a key for each."""

    BINDINGS = [("t", "go('t')"), ("k", "go('k')")]  # noqa: RUF012

    def on_mount(self) -> None:
        self.push_screen(Page())

    def action_go(self, _: str) -> None:
        self.switch_screen(Page())


async def timed(pilot: Pilot[Any], keys: Sequence[str]) -> list[float]:
    took = []
    for key in keys:
        start = perf_counter()
        await pilot.press(key)
        await pilot.pause()
        took.append((perf_counter() - start) * 1000)
    return sorted(took)


async def ours(path: Path, keys: Sequence[str]) -> list[float]:
    from facilitate.cli.seats import errands

    app = FacilitateApp(Words("en"), errands())
    app.begin_with(Journal.open(path), "mona")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("n")
        return await timed(pilot, keys)


async def bare(keys: Sequence[str]) -> list[float]:
    async with Bare().run_test(size=SIZE) as pilot:
        return await timed(pilot, keys)


def made(path: Path) -> None:
    kit, journal = read_kit("farmers"), Journal.create(path)
    mona = PersonAdded(person="mona", roles=frozenset({Role.MODERATOR}))
    agenda, grid = AgendaSet(agenda=kit.agenda), GridProposed(grid=kit.grid)
    facts: tuple[Fact, ...] = (MeetingCreated(kit="farmers", title=kit.title), agenda, grid, mona)
    journal.append_all([(SETUP, fact) for fact in facts])
    journal.close()


def main() -> None:
    keys = "tk" * (int(sys.argv[1]) // 2 if len(sys.argv) > 1 else 100)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.meeting"
        made(path)
        rows = {"console": asyncio.run(ours(path, keys)), "bare Textual": asyncio.run(bare(keys))}
    for name, took in rows.items():
        print(f"{name:14} p50 {took[len(took) // 2]:7.1f} ms   p99 {took[int(len(took) * 0.99)]:7.1f} ms")
    mine, theirs = (took[len(took) // 2] for took in rows.values())
    print(f"ratio of p50: {mine / theirs:.2f}")


if __name__ == "__main__":
    main()
