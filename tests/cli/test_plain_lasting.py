"""`open --plain`: snapshots, missed intervals and corrected times, line by line, on a laptop whose clock is told."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path

import pytest

from facilitate.cli.desk import Desk
from facilitate.cli.plain_observing import Observing
from facilitate.cli.plain_pin import PinDesk
from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import Timed
from facilitate.domain.events.running import StepOpened
from facilitate.domain.grid import Grid, Section
from facilitate.domain.indicator import Duration, Interval, Option
from facilitate.domain.meeting.sheets import Sheet
from facilitate.journal.journal import Journal
from facilitate.language import Words
from facilitate.tui.observer.timings import time_told
from tests.making import Laptop, small_room, words

OPTIONS = tuple(Option(id=each, label=words(each)) for each in ("women", "men"))
SHOT = Interval(id="M1", text=words("shot"), every_seconds=600, momentary=True, at_most=1, codes=OPTIONS)
SEEN = Interval(id="I1", text=words("seen"), every_seconds=120, codes=OPTIONS)
TALKS = Duration(id="W1", text=words("talks"), groups=OPTIONS)
GRID = Grid(id="g", title=words("g"), sections=(Section(id="S", title=words("S"), indicators=(SHOT, SEEN, TALKS)),))


class Olga:
    """An observer at a keyboard, in a meeting that began on a laptop whose clock moves when told."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.laptop, self.patch, self.capsys = Laptop(), monkeypatch, capsys
        self.journal = Journal.create(path, self.laptop)
        acts = [
            (event.by, GridProposed(grid=GRID) if isinstance(event.fact, GridProposed) else event.fact)
            for event in small_room().events
        ]
        acts += [("mona", StepOpened(step="S0")), ("mona", StepOpened(step="S1", predecessor="S0"))]
        assert isinstance(self.journal.append_all(acts), list)

    def types(self, *lines: str) -> str:
        """What is said in answer to these lines."""
        self.patch.setattr("sys.stdin", io.StringIO("\n".join((*lines, "q"))))
        desk = Desk(self.journal, "olga", Words("en"))
        Observing(desk, PinDesk(desk)).run()
        return self.capsys.readouterr().out

    @property
    def sheet(self) -> Sheet:
        return self.journal.record.meeting.sheet("olga")


@pytest.fixture
def olga(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Olga:
    return Olga(tmp_path / "x.meeting", monkeypatch, capsys)


def test_a_snapshot_says_when_it_is_and_takes_one_number(olga: Olga) -> None:
    assert "first sign comes in 10:00" in olga.types("g M1", "1")
    assert olga.sheet.intervals == {}
    olga.laptop.passes(minutes=10)
    assert "Snapshot 1, now: look up once" in olga.types("g M1", "1 2", "2")
    olga.laptop.passes(minutes=21)
    assert "Snapshot 3, 1:00 ago" in olga.types("g M1", "1", "u")
    ((_, marks),) = olga.sheet.intervals.items()
    assert {number: (mark.codes, mark.missed) for number, mark in marks.items()} == {
        1: (("men",), False),
        2: ((), True),
    }, "the one between is missed, and what is taken back is the person's own last line"


def test_what_was_let_go_by_is_missed_when_the_sheet_is_sent(olga: Olga) -> None:
    olga.types("g I1", "1")
    olga.laptop.passes(minutes=5)
    said = olga.types("s", "s")
    assert olga.sheet.sent is not None, said
    ((_, marks),) = olga.sheet.intervals.items()
    assert [number for number, mark in marks.items() if mark.missed] == [2]


def test_times_are_listed_put_right_taken_back_and_added(olga: Olga) -> None:
    start = olga.laptop.wall
    fields = {"indicator": "W1", "step": "S1", "group": "women"}
    olga.journal.append("olga", Timed(timing="d1", start=start, stop=start + timedelta(seconds=40), **fields))
    olga.laptop.passes(minutes=9)
    at = [time_told(start + timedelta(minutes=each)) for each in range(12)]
    said = olga.types("g W1", "t", f"t 1 {at[0]} {at[2]} 2 S0", f"t + {at[3]} - 1", "t 3 x", f"t 1 {at[5]} {at[4]}")
    assert f"{at[0]} – {time_told(start + timedelta(seconds=40))}  0:40 · women · S1" in said
    assert "There is no 3: 2 times" in said
    assert "stop" in said.lower()
    one, two = olga.sheet.timings.values()
    assert (one.start, one.stop, one.group, one.seen) == (start, start + timedelta(minutes=2), "men", "S0")
    assert (two.stop, two.group, two.seen) == (None, "women", "S1")
    assert "has not come yet" in olga.types("g W1", f"t 2 {at[3]} {at[11]}", "1", "t 1 x")
    (left,) = olga.sheet.timings.values()
    assert left.stop == start + timedelta(minutes=9)


def test_what_was_missed_is_told_one_interval_later_and_before_sending(olga: Olga) -> None:
    olga.types("g I1", "1")
    olga.laptop.passes(minutes=4)
    assert "missed" not in olga.types("g I1")
    olga.laptop.passes(minutes=4)
    assert "I1: missed 2, 3" in olga.types("g I1")
    assert "I1: missed 2, 3, 4" in olga.types("s", "n")
