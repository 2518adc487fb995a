"""How long from a key to kept, beside a bare insert into SQLite in the same mode; and until another program sees it.

    .venv/bin/python benchmarks/following.py [EVENTS]

Prints p50 and p99 in milliseconds, and the ratio. The other program is a process of its own that follows the same file
through a `Session`, as a second terminal does.
"""

from __future__ import annotations

import queue
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import clock_gettime_ns, perf_counter

from facilitate.domain.events import Fact
from facilitate.domain.events.observing import Scored
from facilitate.domain.events.preparing import GridProposed, MeetingCreated, PersonAdded
from facilitate.domain.people import SETUP, Role
from facilitate.journal.journal import Journal
from facilitate.kits.kit_file import read_kit
from facilitate.session import Session

CLOCK = 1  # CLOCK_MONOTONIC, the same in all processes


def summary(values: list[float]) -> tuple[float, float]:
    values = sorted(values)
    return values[len(values) // 2], values[int(len(values) * 0.99)]


def made(path: Path) -> Journal:
    kit, journal = read_kit("youth"), Journal.create(path)
    acts: list[tuple[str, Fact]] = [
        (SETUP, MeetingCreated(kit="youth", title=kit.title)),
        (SETUP, GridProposed(grid=kit.grid)),
        (SETUP, PersonAdded(person="mona", roles=frozenset({Role.MODERATOR}))),
        (SETUP, PersonAdded(person="olga", roles=frozenset({Role.OBSERVER}))),
    ]
    journal.append_all(acts)
    return journal


def bare(path: Path, body: str, count: int) -> list[float]:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = TRUNCATE")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE e (n INTEGER PRIMARY KEY, r TEXT, s INTEGER, b TEXT, h BLOB, UNIQUE (r, s))")
    took = []
    for number in range(count):
        start = perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO e (r, s, b, h) VALUES ('r', ?, ?, ?)", (number, body, b"0" * 16))
        connection.execute("COMMIT")
        took.append((perf_counter() - start) * 1000)
    return took


def pump(posted: queue.Queue[Callable[[], None]], until: Callable[[], bool]) -> None:
    while not until():
        posted.get()()


def kept(journal: Journal, count: int) -> tuple[list[float], list[int]]:
    posted: queue.Queue[Callable[[], None]] = queue.Queue()
    session = Session(journal, posted.put)
    codes = [each.id for each in session.kept.grid.indicators() if each.about == "moderator"]  # type: ignore[union-attr]
    took, pressed = [], []
    for number in range(count):
        start, wall = perf_counter(), clock_gettime_ns(CLOCK)
        session.do("olga", Scored(about="mona", indicator=codes[number % len(codes)], value=number % 4 + 1))
        pump(posted, lambda: session.pending == 0)
        took.append((perf_counter() - start) * 1000)
        pressed.append(wall)
    session.close()
    return took, pressed


def follow(path: Path, count: int) -> None:
    """The other program: prints when it saw how many events."""
    posted: queue.Queue[Callable[[], None]] = queue.Queue()
    journal = Journal.open(path)
    before = len(journal.record.events)
    session = Session(journal, posted.put)
    print("ready", flush=True)
    seen = 0
    while seen < count:
        posted.get()()
        now = len(journal.record.events) - before
        if now > seen:
            print(now, clock_gettime_ns(CLOCK), flush=True)
            seen = now
    session.close()


def seen_after(path: Path, count: int) -> tuple[list[float], list[float]]:
    other = subprocess.Popen(
        [sys.executable, __file__, "--follow", str(path), str(count)], stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    other.stdout.readline()
    took, pressed = kept(Journal.open(path), count)
    waits, last = [], 0
    for line in other.stdout:
        number, at = (int(each) for each in line.split())
        waits += [(at - pressed[place]) / 1e6 for place in range(last, number)]
        last = number
    other.wait()
    return took, waits


def main() -> None:
    if sys.argv[1:2] == ["--follow"]:
        follow(Path(sys.argv[2]), int(sys.argv[3]))
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.meeting"
        journal = made(path)
        body = journal.record.events[-1].to_json()
        alone, _ = kept(journal, count)
        base = bare(Path(folder) / "bare.db", body, count)
        watched, waits = seen_after(path, count)
    for name, values in (("bare insert", base), ("key to kept", alone), ("key to kept, followed", watched)):
        p50, p99 = summary(values)
        print(f"{name:24} p50 {p50:7.2f} ms   p99 {p99:7.2f} ms   {p50 / summary(base)[0]:.2f} x bare")
    p50, p99 = summary(waits)
    print(f"{'key to seen elsewhere':24} p50 {p50:7.2f} ms   p99 {p99:7.2f} ms")


if __name__ == "__main__":
    main()
