"""Run where the disk is mounted read-only: says as JSON what can be done with a meeting there."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from facilitate.domain.decisions.refusal import Refused
from facilitate.journal.exchange import take_in
from facilitate.journal.faults import JournalError
from facilitate.journal.journal import Journal
from facilitate.session import Session
from tests.journal.helping import need

LINE = '{"kind":"drums","meeting":"%s","replica":"r","seq":1,"at":"00000000000a-0000"}'


def tried(path: Path) -> dict[str, Any]:
    journal = Journal.open(path)
    result: dict[str, Any] = {"read_only": journal.read_only, "events": len(journal.record.events)}
    refused = journal.append("nora", need(2))
    result["append"] = refused.message if isinstance(refused, Refused) else "kept"
    undone = journal.take_back("nora")
    result["undo"] = undone.message if isinstance(undone, Refused) else "kept"
    for name, act in (
        ("take_in", lambda: take_in(journal, [LINE % journal.record.meeting.id])),
        ("create", lambda: Journal.create(path.with_name("new.meeting"))),
    ):
        try:
            act()
            result[name] = "kept"
        except JournalError as error:
            result[name] = error.message
    session = Session(journal, lambda call: call())
    assert session.do("nora", need(3)) is not None
    return {**result, "pending": session.close()}


if __name__ == "__main__":
    print(json.dumps(tried(Path(sys.argv[1]))))
