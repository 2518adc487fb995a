"""The whole program, killed between two key presses: what the screen has shown as kept is in the file."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

import pytest

from facilitate.domain.events import Event
from facilitate.domain.events.running import StepOpened
from facilitate.domain.meeting.fold import fold
from facilitate.domain.meeting.sheets import Cell
from facilitate.journal.journal import Journal
from tests.journal.helping import ROOT, keep, new_meeting
from tests.tui.pressing import STEP, Belief, Left, Pressing, left_by, read, text_of
from tests.tui.terminal import Terminal

ROUNDS = 200
LONGEST = 0.03
"""Seconds after the last key until the program is killed, at most: by then the disk has answered and it is painted."""

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork") or not hasattr(os, "openpty"), reason="this system has no fork, or no pseudo-terminals"
)


@contextmanager
def zygote(meeting: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has imported the program and does nothing but start it."""
    command = [sys.executable, "-m", "tests.tui.zygote", str(meeting), "olga"]
    env = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)}
    for name in ("COLUMNS", "LINES"):
        env.pop(name, None)
    with subprocess.Popen(command, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as born:
        assert born.stdout
        assert born.stdin
        assert int(born.stdout.readline()) == born.pid
        try:
            yield born
        finally:
            born.stdin.close()


class Round:
    """One start of the program, until it is killed."""

    def __init__(self, born: subprocess.Popen[str], path: Path, chance: Random, before: list[Left]) -> None:
        """`before` is what the file has already."""
        self.terminal = Terminal(self._frame)
        self.presses = Pressing(self.terminal, chance, facts=sum(bool(each.fact) for each in before))
        self.belief = Belief()
        assert born.stdin
        assert born.stdout
        born.stdin.write(json.dumps([self.terminal.name, ["open", str(path), "--as", "Olga"]]) + "\n")
        born.stdin.flush()
        self.program = int(born.stdout.readline())

    def _frame(self, terminal: Terminal) -> None:
        """A frame is whole: where its bar says *kept*, all that it shows counts as kept."""
        shown = self.presses.shown = read(terminal)
        if shown is not None and "● kept" in terminal.lines[0]:
            self.belief.look(shown, self.presses.texts)

    def kill(self, after: float) -> None:
        """End it as a power cut would, some seconds after the last key; what it has painted until then counts."""
        self.terminal.take_for(after)
        os.kill(self.program, signal.SIGKILL)
        self.terminal.drain()


def test_what_the_screen_has_shown_as_kept_outlives_any_kill(tmp_path: Path) -> None:
    path, chance = tmp_path / "hall.meeting", Random(11)
    with closing(new_meeting(path)) as journal:
        keep(journal, "mona", StepOpened(step="S0"), StepOpened(step=STEP, predecessor="S0"))
        known = {event.id for event in journal.record.events}
    left: list[Left] = []
    with zygote(path) as born:
        for number in range(ROUNDS):
            one = Round(born, path, chance, left)
            begun, stands = one.presses.begin(), stood(left)
            assert begun == {cell: stands.get(cell, "·") for cell in begun}, f"round {number} goes on"
            for _ in range(chance.randint(1, 6)):
                one.presses.one()
            one.kill(after=chance.random() * LONGEST)
            events = sound_events(path)
            new = [left_by(event) for event in events if event.id not in known]
            known |= {event.id for event in events}
            assert new == one.presses.pressed[: len(new)], f"round {number}: each press once, in its order"
            assert one.belief.lost(new, left) == [], f"round {number}: shown as kept"
            left += new
    assert len(left) > ROUNDS
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def sound_events(path: Path) -> list[Event]:
    """What is in the file, none of it damaged or twice there."""
    with closing(Journal.open(path)) as journal:
        events = journal.record.events
        assert journal.damaged == []
        assert journal.record.meeting == fold(events)
    assert len({event.id for event in events}) == len(events)
    return events


def stood(left: list[Left]) -> dict[Cell, str]:
    """What each cell should show after all that was left."""
    found: dict[Cell, str] = {}
    for each in left:
        if each.value is not None:
            found[each.cell] = text_of(each.value)
        elif not each.fact:
            found[each.cell] = str(int(found.get(each.cell, "0")) + 1)
    return found
