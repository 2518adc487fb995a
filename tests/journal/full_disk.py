"""Run on a small disk of its own: fills it, and says as JSON what became of the meeting."""

from __future__ import annotations

import json
import sqlite3
import sys
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from facilitate.journal.faults import JournalError, NotKept
from facilitate.journal.journal import Journal
from tests.journal.helping import keep, need, new_meeting, reopened


def why_not_created(path: Path) -> str:
    try:
        Journal.create(path).close()
    except JournalError as error:
        return error.message
    return "made"


def fill(path: Path) -> None:
    with suppress(OSError), path.open("wb", buffering=0) as rest:
        while True:
            rest.write(b"x")


def filled(folder: Path) -> dict[str, Any]:
    path, ballast = folder / "full.meeting", folder / "ballast"
    ballast.write_bytes(b"x" * 60_000)
    message = ""
    with closing(new_meeting(path)) as journal:
        try:
            for number in range(10_000):
                keep(journal, "nora", need(number, "x" * 900))
        except NotKept as error:
            message = error.message
        kept_before = len(journal.record.events)
        with closing(reopened(path)) as other:
            readable = len(other.record.events)
        fill(folder / "rest")
        create = why_not_created(folder / "second.meeting")
        ballast.unlink()
        (folder / "rest").unlink()
        keep(journal, "nora", need("after"))
    with closing(sqlite3.connect(path)) as plain:
        integrity = plain.execute("PRAGMA integrity_check").fetchone()[0]
    with closing(reopened(path)) as journal:
        return {
            "message": message,
            "kept_before": kept_before,
            "readable": readable,
            "integrity": integrity,
            "kept_after": len(journal.record.events),
            "replicas": len({event.replica for event in journal.record.events}),
            "create": create,
            "left": sorted(each.name for each in folder.iterdir() if each.stat().st_size),
        }


if __name__ == "__main__":
    print(json.dumps(filled(Path(sys.argv[1]))))
