"""What display order costs a frame: a page drawn with the filter and without, in Arabic and in English, in turns.

    .venv/bin/python benchmarks/ordering.py [FRAMES]

A frame is every line of an observer's page at 120x40, as the terminal gets it: a page whose words were never drawn
before, the same page drawn again, and the page when one line of it has changed, as with a key. Prints milliseconds and
the ratio.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

from observing import made

from facilitate.journal.journal import Journal
from facilitate.language import Words
from facilitate.tui.app import FacilitateApp
from facilitate.tui.bidi.display import display
from facilitate.tui.bidi.lines import _ordered
from facilitate.tui.screens.observe import ObserveScreen

SIZE = (120, 40)


def frame(app: FacilitateApp) -> float:
    """Milliseconds of composing every line of the screen."""
    start = perf_counter()
    app.screen._compositor.render_strips(app.size)
    return (perf_counter() - start) * 1000


def never_seen(screen: ObserveScreen) -> None:
    """Nothing has been drawn yet, and no line is known."""
    display.cache_clear()
    _ordered.cache_clear()
    again(screen)


def again(screen: ObserveScreen) -> None:
    """Everything is to be drawn anew, as after another page; the lines are known."""
    for widget in (screen, *screen.walk_children()):
        cache: Any = getattr(widget, "_styles_cache", None)
        if cache is not None:
            cache.clear()


def one_line(screen: ObserveScreen) -> None:
    """One line of the grid is to be painted again."""
    screen.grid.refresh_line(5)


async def measured(path: Path, language: str, count: int) -> None:
    from facilitate.cli.seats import errands

    app = FacilitateApp(Words(language), errands())  # type: ignore[arg-type]
    app.begin_with(Journal.open(path), "olga")
    async with app.run_test(size=SIZE) as pilot:
        while not (isinstance(app.screen, ObserveScreen) and app.screen.there and app.screen.here):
            await pilot.pause()
        for name, prepare in (
            ("a page never seen", never_seen),
            ("a page drawn again", again),
            ("one line changed", one_line),
        ):
            took: dict[str, list[float]] = {"app": [], "off": []}
            for _ in range(count):
                for orderer in ("off", "app"):  # in turns, so that a slower machine is slower for both
                    app.orderer = orderer
                    frame(app)
                    prepare(app.screen)
                    took[orderer].append(frame(app))
            without, ordered = statistics.median(took["off"]), statistics.median(took["app"])
            print(f"{language}  {name:18} off {without:7.2f} ms   on {ordered:7.2f} ms   {ordered / without:.2f} x")


def main() -> None:
    os.environ["FACILITATE_LETTERS"] = "app"
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    for language in ("en", "ar"):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "x.meeting"
            made(path, 28)
            asyncio.run(measured(path, language, count))


if __name__ == "__main__":
    main()
