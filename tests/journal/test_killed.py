"""Programs that are killed, and disks that are full or read-only: nothing that was acknowledged is lost."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path
from random import Random

import pytest

from facilitate.domain.meeting.fold import fold
from facilitate.journal import file
from facilitate.journal.faults import JournalError, NotKept
from facilitate.journal.journal import Journal
from tests.journal.helping import apart, ids, keep, need, new_meeting, reopened

ROUNDS = 40


def writes(path: Path, out: int, start: int) -> None:
    """Write without end; say each event's id once it is kept."""
    journal = Journal.open(path)
    for number in range(start, start + 100_000):
        (event,) = keep(journal, "nora", need(number))
        os.write(out, f"{event.id}\n".encode())


def write_without_end(journal: Journal) -> None:
    for number in count():
        keep(journal, "nora", need(number, "x" * 500))


def forked(work: Callable[[int], None]) -> tuple[int, int]:
    """Another process that shares nothing with this one but the file; its number, and where it speaks."""
    heard, out = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            work(out)
        finally:
            os._exit(1)
    os.close(out)
    return child, heard


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_writer_that_is_killed_at_any_moment_loses_nothing(tmp_path: Path) -> None:
    path, chance = tmp_path / "hall.meeting", Random(7)
    new_meeting(path).close()
    acknowledged: set[str] = set()
    for round_ in range(ROUNDS):
        child, heard = forked(lambda out, start=round_ * 100_000: writes(path, out, start))  # type: ignore[misc]
        with open(heard, encoding="ascii") as lines:
            for _ in range(chance.randint(1, 12)):
                acknowledged.add(lines.readline().strip())
            for _ in range(chance.randint(0, 30_000)):
                pass
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            acknowledged |= {line.strip() for line in lines if line.endswith("\n")}
        with closing(reopened(path)) as journal:
            assert acknowledged <= ids(journal), f"round {round_}"
            assert journal.damaged == []
    assert len(acknowledged) > ROUNDS
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with closing(reopened(path)) as journal:
        keep(journal, "nora", need("last"))
        assert journal.record.meeting == fold(journal.record.events)


def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    setup = f"mount -t tmpfs -o size=220k tmpfs {tmp_path}"
    result = apart(setup, "tests.journal.full_disk", tmp_path)
    assert result["message"] == "not_kept.disk_full"
    assert result["kept_before"] > 10
    assert result["readable"] == result["kept_before"]
    assert result["integrity"] == "ok"
    assert result["kept_after"] == result["kept_before"] + 1
    assert result["replicas"] == 2, "a number that may have been used is never used again"
    assert result["create"] in ("not_kept.disk_full", "file.cannot_create")
    assert result["left"] == ["full.meeting"], "what could not be made leaves nothing behind"


def test_a_read_only_disk_is_read(tmp_path: Path) -> None:
    path = tmp_path / "hall.meeting"
    with closing(new_meeting(path)) as journal:
        keep(journal, "nora", need(1))
        events = len(journal.record.events)
    setup = f"mount --bind {tmp_path} {tmp_path} && mount -o remount,ro,bind {tmp_path}"
    result = apart(setup, "tests.journal.read_only_disk", path)
    assert result == {
        "read_only": True,
        "events": events,
        "append": "refused.read_only",
        "undo": "refused.read_only",
        "take_in": "not_kept.read_only",
        "create": "file.cannot_create",
        "pending": 0,
    }


def test_a_disk_that_turns_full_in_the_middle(tmp_path: Path) -> None:
    """The same without mounts: SQLite itself is told that there are no more pages."""
    path = tmp_path / "hall.meeting"
    with closing(new_meeting(path)) as journal:
        pages = journal._connection.execute("PRAGMA page_count").fetchone()[0]
        journal._connection.execute(f"PRAGMA max_page_count = {pages}")
        before = len(journal.record.events)
        with pytest.raises(NotKept, match=r"not_kept\.disk_full"):
            write_without_end(journal)
        written = len(journal.record.events)
        assert written >= before
        with closing(reopened(path)) as other:
            assert ids(other) == ids(journal)
        journal._connection.execute("PRAGMA max_page_count = 100000")
        (event,) = keep(journal, "nora", need("after"))
        assert event.seq == 1, "after a failure a fresh replica writes"
        with closing(reopened(path)) as other:
            assert other.record.meeting == journal.record.meeting


def test_a_file_that_is_locked_for_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "PATIENCE_SECONDS", 0.05)
    path = tmp_path / "hall.meeting"
    with closing(new_meeting(path)) as journal, closing(sqlite3.connect(path, isolation_level=None)) as greedy:
        greedy.execute("BEGIN EXCLUSIVE")
        with pytest.raises(NotKept, match=r"not_kept\.busy"):
            journal.append("nora", need(1))
        journal.follow()
        with pytest.raises(JournalError, match=r"file\.cannot_open"):
            Journal.open(path)
        greedy.execute("ROLLBACK")
        keep(journal, "nora", need(1))
        assert list(journal.record.meeting.captures) == ["n1"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_a_file_without_the_right_to_write_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "hall.meeting"
    new_meeting(path).close()
    monkeypatch.setattr(os, "access", lambda *_: False)
    with closing(reopened(path)) as journal:
        assert journal.read_only
        assert journal.record.meeting.people
