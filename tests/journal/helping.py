"""What the tests of the journal share: files of meetings, programs beside this one, and waiting for a condition."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import Event, Fact
from facilitate.domain.events.capturing import Captured, CaptureKind
from facilitate.journal.journal import Journal
from tests.making import Laptop, small_room

ROOT = Path(__file__).parents[2]


def until(condition: Callable[[], object], seconds: float = 5) -> None:
    """Wait for a condition; fail when it does not come."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "the condition did not come"
        time.sleep(0.002)


def need(number: int | str, text: str = "a need") -> Captured:
    return Captured(capture=f"n{number}", what=CaptureKind.NEED, text=text)


def new_meeting(path: Path, observers: int = 2) -> Journal:
    """A file with the small meeting of the tests, open."""
    journal = Journal.create(path, Laptop())
    kept(journal.append_all([(event.by, event.fact) for event in small_room(observers).events]))
    return journal


def kept(decided: list[Event] | Refused) -> list[Event]:
    assert not isinstance(decided, Refused), decided
    return decided


def keep(journal: Journal, by: str, *facts: Fact) -> list[Event]:
    return kept(journal.append(by, *facts))


def ids(journal: Journal) -> set[str]:
    return {event.id for event in journal.record.events}


def reopened(path: Path) -> Journal:
    return Journal.open(path, Laptop())


def program(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Another program that talks by lines."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def apart(setup: str, module: str, *arguments: object) -> dict[str, Any]:
    """Run a module among mounts of its own, after some shell commands; what it prints as JSON.

    Skips the test where this system does not allow that.
    """
    if sys.platform != "linux" or which("unshare") is None:
        pytest.skip("only Linux has unshare")
    alone = ["unshare", "--map-root-user", "--mount"]
    if subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system allows no mounts of one's own (unshare --map-root-user --mount)")
    script = f'{setup} && exec "$PYTHON" -m {module} "$@"'
    done = subprocess.run(
        [*alone, "sh", "-c", script, "sh", *map(str, arguments)],
        cwd=ROOT,
        env={"PYTHON": sys.executable, "PATH": "/usr/bin:/bin:/usr/sbin:/sbin"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    if done.returncode == 32 or "mount:" in done.stderr:
        pytest.skip(f"this system allows no such mount: {done.stderr.strip()}")
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    return result
