"""How long from an observer's key to painted, beside a bare Line API cell repaint; and to kept, beside a bare insert.

    .venv/bin/python benchmarks/observing.py [KEYS]

On a grid of 28 and on one of 300 indicators, in one run: p50 and p99 in milliseconds, and the ratio. Both screens run
without a terminal, in the same process and size; painted is when what would reach the terminal has been handed to it.
Kept is told from the key, through the whole program: the key's way to its meaning, the painting, the thread that
writes. `following.py` tells it from the act on, and without a screen.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

from following import Bare, summary
from rich.segment import Segment
from textual import events
from textual.app import App, ComposeResult
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Region, Size
from textual.pilot import Pilot
from textual.scroll_view import ScrollView
from textual.strip import Strip

from facilitate.domain.events import Fact
from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import Scored
from facilitate.domain.events.preparing import AgendaSet, MeetingCreated, PersonAdded
from facilitate.domain.grid import Grid
from facilitate.domain.people import SETUP, Role
from facilitate.domain.topics import KEPT
from facilitate.journal.journal import Journal
from facilitate.kits.kit_file import read_kit
from facilitate.language import Words
from facilitate.tui.app import FacilitateApp
from facilitate.tui.screens.observe import ObserveScreen

SIZE = (80, 24)


class BareGrid(ScrollView, can_focus=True):
    """As many lines, each of a text and two cells; a digit changes one cell and repaints its line."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.cells, self.at = ["·"] * lines, 0
        self.virtual_size = Size(80, lines)

    def render_line(self, y: int) -> Strip:
        place = y + self.scroll_offset.y
        cell = self.cells[place] if place < len(self.cells) else ""
        return Strip([Segment(f"line {place:4} an indicator and its text   "), Segment(f"  {cell:5}")])

    def on_key(self, event: events.Key) -> None:
        if event.key == "down":
            self.at = (self.at + 1) % 20
        else:
            self.cells[self.at] = event.key
        self.refresh(Region(0, self.at, self.size.width, 1))


class BareScreen(App[None]):
    """Nothing but that."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.lines = lines

    def compose(self) -> ComposeResult:
        yield BareGrid(self.lines)

    def on_mount(self) -> None:
        self.query_one(BareGrid).focus()


class Paper(HeadlessDriver):
    """A terminal that is written to as any other, and notes when it was first."""

    at = 0.0
    written: asyncio.Event

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        if not self.written.is_set():
            self.at = perf_counter()
            self.written.set()


def on_paper(app: App[Any]) -> Paper:
    """From now on the screen is drawn as for a terminal."""
    driver: Any = app._driver
    driver.__class__ = Paper
    driver.written = asyncio.Event()
    return driver  # type: ignore[no-any-return]


async def pressed(pilot: Pilot[Any], paper: Paper, key: str, kept: asyncio.Event) -> tuple[float, float]:
    """Milliseconds from a key until it was painted, and until it was kept. Waiting takes nothing from the program."""
    await pilot.pause()
    await asyncio.sleep(0.03)  # until what was put off for the key before is drawn
    paper.written.clear()
    start = perf_counter()
    pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
    await asyncio.wait_for(kept.wait(), 2.0)
    waited = (perf_counter() - start) * 1000
    await asyncio.wait_for(paper.written.wait(), 2.0)
    return (paper.at - start) * 1000, waited


class Took(NamedTuple):
    """Milliseconds of each key, and of each bare insert in between."""

    painted: list[float]
    kept: list[float]
    bare: list[float]


def point(number: int, lines: int) -> str:
    """The digit for a line; another one each time round, so that there always is something to paint."""
    return str((number + number // lines) % 4 + 1)


async def ours(path: Path, indicators: int, count: int) -> Took:
    """Scores, one line after the other; in turns with bare inserts, so that a slower disk is slower for both."""
    from facilitate.cli.seats import errands

    took, app = Took([], [], []), FacilitateApp(Words("en"), errands())
    app.begin_with(Journal.open(path), "olga")
    async with app.run_test(size=SIZE) as pilot:
        while not (isinstance(app.screen, ObserveScreen) and app.screen.there and app.screen.here):
            await pilot.pause()
        session, paper = app.session, on_paper(app)
        assert session is not None
        body = Scored(about="mona", indicator="A1x0", value=4).model_dump_json() + " " * 200  # with its envelope
        bare = Bare(path.with_suffix(".db"), body)
        answered = asyncio.Event()

        def heard(_: frozenset[str]) -> None:
            if session.pending == 0:
                answered.set()

        session.listen({KEPT}, heard)
        for number in range(count):
            answered.clear()
            painted, kept = await pressed(pilot, paper, point(number, indicators), answered)
            took.painted.append(painted)
            took.kept.append(kept)
            await asyncio.sleep(0.03)  # a disk that has rested is slower: it rests before each of the two
            took.bare.append(bare.insert())
            at_end = app.screen.grid.cursor == len(app.screen.grid.lines) - 1
            await pilot.press("home" if at_end else "down")  # a second key on one cell would be told as a correction
    return took


async def alone(lines: int, count: int) -> list[float]:
    took, app, at_once = [], BareScreen(lines), asyncio.Event()
    at_once.set()
    async with app.run_test(size=SIZE) as pilot:
        paper = on_paper(app)
        for number in range(count):
            painted, _ = await pressed(pilot, paper, point(number, 20), at_once)
            took.append(painted)
            await pilot.press("down")
    return took


def wide(grid: Grid, indicators: int) -> Grid:
    """As many rated indicators as that, about moderators, in sections of six."""
    model = next(each for each in grid.indicators() if each.kind == "rating" and each.about == "moderator")
    every = [model.model_copy(update={"id": f"{model.id}x{n}", "evidence_for": ()}) for n in range(indicators)]
    groups = [every[place : place + 6] for place in range(0, indicators, 6)]
    first = grid.sections[0]
    return grid.with_sections(
        tuple(first.model_copy(update={"id": f"S{n}", "indicators": tuple(group)}) for n, group in enumerate(groups))
    )


def made(path: Path, indicators: int) -> None:
    kit, journal = read_kit("farmers"), Journal.create(path)
    people = {"mona": Role.MODERATOR, "milo": Role.MODERATOR, "olga": Role.OBSERVER}
    facts: tuple[Fact, ...] = (
        MeetingCreated(kit="farmers", title=kit.title),
        AgendaSet(agenda=kit.agenda),
        GridProposed(grid=wide(kit.grid, indicators)),
        *(PersonAdded(person=each, roles=frozenset({role})) for each, role in people.items()),
    )
    journal.append_all([(SETUP, fact) for fact in facts])
    journal.close()


def told(name: str, took: list[float], base: list[float] | None = None) -> None:
    p50, p99 = summary(took)
    beside = [mine / theirs for mine, theirs in zip((p50, p99), summary(base), strict=True)] if base else []
    ratio = "   {:.2f} x bare at p50, {:.2f} at p99".format(*beside) if base else ""
    print(f"  {name:22} p50 {p50:7.2f} ms   p99 {p99:7.2f} ms{ratio}")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    for indicators in (28, 300):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "x.meeting"
            made(path, indicators)
            took = asyncio.run(ours(path, indicators, count))
        cell = asyncio.run(alone(indicators, count))
        print(f"{indicators} indicators, two moderators")
        told("bare cell repaint", cell)
        told("key to painted", took.painted, cell)
        told("bare insert", took.bare)
        told("key to kept", took.kept, took.bare)


if __name__ == "__main__":
    main()
