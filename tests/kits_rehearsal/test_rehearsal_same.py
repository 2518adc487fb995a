"""A rehearsal follows from its seed and choices, and from nothing of the machine."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from facilitate.domain.events import Event, parse_event
from facilitate.kits.rehearsal.play import lines, perform, play
from facilitate.kits.rehearsal.script import USUAL_START, script
from tests.kits_rehearsal.kits import SHIPPED, all_kinds_kit, shipped

ROOT = Path(__file__).parents[2]
PROGRAM = """
import hashlib
from facilitate.kits.rehearsal.play import lines, play
from tests.kits_rehearsal.kits import all_kinds_kit, shipped
for kit in (shipped("youth"), shipped("farmers"), all_kinds_kit()):
    text = "\\n".join(lines(play(kit, 11, observers=3)))
    print(hashlib.sha256(text.encode()).hexdigest())
"""


def in_another_process(**environment: str) -> str:
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=variables, capture_output=True, check=True, cwd=ROOT)
    return done.stdout.decode()


def test_other_processes_write_the_same_lines() -> None:
    first = in_another_process(PYTHONHASHSEED="1", TZ="Asia/Tokyo", LC_ALL="C")
    assert len(set(first.split())) == 3
    assert first == in_another_process(PYTHONHASHSEED="2", TZ="America/Bogota", LC_ALL="C.UTF-8")


@pytest.mark.parametrize("name", SHIPPED)
def test_same_seed_same_lines_and_other_seed_other_lines(name: str) -> None:
    kit = shipped(name)
    written = [list(lines(play(kit, seed))) for seed in (5, 5, 6)]
    assert written[0] == written[1]
    assert not set(written[0]) & set(written[2])


def test_meetings_that_differ_in_anything_have_no_identity_in_common() -> None:
    youth = shipped("youth")
    scripts = [
        script(youth, 1),
        script(shipped("farmers"), 1),
        script(youth, 2),
        script(youth, 1, observers=3),
        script(youth, 1, moderators=1),
        script(youth, 1, language="ar"),
        script(youth, 1, start=datetime(2026, 7, 17, 9, 0)),
    ]
    assert len({each.meeting for each in scripts}) == len({each.replica for each in scripts}) == len(scripts)


def test_lines_are_events_that_make_the_same_meeting() -> None:
    record = play(all_kinds_kit(), 3)
    read = [parse_event(line) for line in lines(record)]
    assert read == record.events
    assert all(isinstance(event, Event) for event in read)
    assert {event.meeting for event in record.events} == {record.meeting.id}
    assert [event.seq for event in record.events] == list(range(1, len(read) + 1))


def test_the_start_is_kept_at_a_fixed_offset() -> None:
    kit = shipped("youth")
    assert script(kit, 1).start == USUAL_START
    naive = script(kit, 1, start=datetime(2026, 1, 5, 9, 30))
    assert naive.start.isoformat() == "2026-01-05T09:30:00+01:00"
    paris = script(kit, 1, start=datetime(2026, 7, 5, 9, 30, tzinfo=ZoneInfo("Europe/Paris")))
    assert paris.start.tzinfo == timezone(timedelta(hours=2))
    record = perform(paris)
    assert record.meeting.start == datetime(2026, 7, 5, 9, 30)
    assert record.events[0].wall.utcoffset() == timedelta(hours=2)
    assert script(kit, 1, start=datetime(2026, 7, 5, 9, 30, tzinfo=UTC)).start.utcoffset() == timedelta(0)


def test_nobody_is_asked_to_rehearse_without_a_moderator() -> None:
    with pytest.raises(ValueError, match="moderator"):
        script(shipped("youth"), 1, moderators=0)
