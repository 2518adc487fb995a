"""How long from an act to kept, in turns with a bare insert into SQLite in the same mode; and to seen elsewhere.

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
from typing import NamedTuple

from facilitate.domain.events import Fact
from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import Scored
from facilitate.domain.events.preparing import MeetingCreated, PersonAdded
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


class Bare:
    """One row into one table, in the journal mode of a meeting's file."""

    def __init__(self, path: Path, body: str) -> None:
        self.body, self.number = body, 0
        self.connection = sqlite3.connect(path, isolation_level=None)
        self.connection.execute("PRAGMA journal_mode = TRUNCATE")
        self.connection.execute("PRAGMA synchronous = FULL")
        self.connection.execute(
            "CREATE TABLE e (n INTEGER PRIMARY KEY, r TEXT, s INTEGER, b TEXT, h BLOB, UNIQUE (r, s))"
        )

    def insert(self) -> float:
        """Milliseconds of one insert."""
        start, self.number = perf_counter(), self.number + 1
        self.connection.execute("BEGIN IMMEDIATE")
        self.connection.execute("INSERT INTO e (r, s, b, h) VALUES ('r', ?, ?, ?)", (self.number, self.body, b"0" * 16))
        self.connection.execute("COMMIT")
        return (perf_counter() - start) * 1000


class Took(NamedTuple):
    """Milliseconds of each key and of each bare insert, and when the key was pressed."""

    kept: list[float]
    bare: list[float]
    pressed: list[int]


def kept(journal: Journal, count: int, bare: Bare) -> Took:
    """In turns, so that a disk that grows slower or faster meanwhile does so for both."""
    posted: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
    session, took = Session(journal, posted.put), Took([], [], [])
    codes = [each.id for each in session.kept.grid.indicators() if each.about == "moderator"]  # type: ignore[union-attr]
    for number in range(count):
        took.bare.append(bare.insert())
        start, wall = perf_counter(), clock_gettime_ns(CLOCK)
        session.do("olga", Scored(about="mona", indicator=codes[number % len(codes)], value=number % 4 + 1))
        while session.pending:
            posted.get()()
        took.kept.append((perf_counter() - start) * 1000)
        took.pressed.append(wall)
    session.close()
    return took


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


def appended(path: Path, count: int, bare: Bare) -> Took:
    """The journal alone, without the thread that owns it in a program; in turns, too."""
    journal, took = Journal.open(path), Took([], [], [])
    codes = [each.id for each in journal.record.meeting.grid.indicators() if each.about == "moderator"]  # type: ignore[union-attr]
    for number in range(count):
        took.bare.append(bare.insert())
        start = perf_counter()
        journal.append("olga", Scored(about="mona", indicator=codes[number % len(codes)], value=number % 4 + 1))
        took.kept.append((perf_counter() - start) * 1000)
    journal.close()
    return took


def seen_after(path: Path, count: int, bare: Bare) -> tuple[Took, list[float]]:
    other = subprocess.Popen(
        [sys.executable, __file__, "--follow", str(path), str(count)], stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    other.stdout.readline()
    took = kept(Journal.open(path), count, bare)
    waits, last = [], 0
    for line in other.stdout:
        number, at = (int(each) for each in line.split())
        waits += [(at - took.pressed[place]) / 1e6 for place in range(last, number)]
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
        bare = Bare(Path(folder) / "bare.db", journal.record.events[-1].to_json())
        alone = kept(journal, count, bare)
        append = appended(path, count, bare)
        watched, waits = seen_after(path, count, bare)
    for name, took in (("journal's append", append), ("act to kept, alone", alone), ("act to kept, followed", watched)):
        base, ours = summary(took.bare), summary(took.kept)
        print(f"{'bare insert':24} p50 {base[0]:7.2f} ms   p99 {base[1]:7.2f} ms")
        ratios = [mine / theirs for mine, theirs in zip(ours, base, strict=True)]
        told = "{:.2f} x bare at p50, {:.2f} at p99".format(*ratios)
        print(f"{name:24} p50 {ours[0]:7.2f} ms   p99 {ours[1]:7.2f} ms   {told}")
    p50, p99 = summary(waits)
    print(f"{'act to seen elsewhere':24} p50 {p50:7.2f} ms   p99 {p99:7.2f} ms")


if __name__ == "__main__":
    main()
