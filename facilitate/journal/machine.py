"""What time it is on this laptop, in a way that survives suspend and a changed date.

The one place that knows what differs between systems. Milliseconds since the start of the machine must go on counting
while it sleeps: Linux has CLOCK_BOOTTIME for that, macOS CLOCK_MONOTONIC, Windows GetTickCount64.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from uuid import uuid4

from facilitate.domain.instants import Instant


def this_machine() -> Instant:
    """Now: the laptop's clock with its zone, its boot, and milliseconds since that boot."""
    return Instant(wall=datetime.now().astimezone(), boot=boot(), uptime=_uptime()())


_TICK = timedelta(milliseconds=20)
"""How coarse the clock of a laptop can be."""


class Readings:
    """A clock read for one act after the other, never twice the same: where it is coarse, two acts within one tick are
    two acts all the same, and one undo takes back one of them."""

    def __init__(self) -> None:
        self._last: Instant | None = None

    def of(self, now: Instant) -> Instant:
        """This reading, a microsecond after the last one where it would not be later."""
        if self._last is not None and timedelta(0) <= self._last.wall - now.wall < _TICK:
            now = now.model_copy(update={"wall": self._last.wall + timedelta(microseconds=1)})
        self._last = now
        return now


@cache
def boot() -> str:
    """A name for this run of the machine, the same in all programs where the system tells one.

    Elsewhere it is random: durations between two programs are then told by their clocks, and marked approximate.
    """
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        pass
    if sys.platform == "win32" or sys.platform == "darwin":
        started = time.time() - _uptime()() / 1000
        return (
            f"{sys.platform}-{round(started / 600)}"  # the same for ten minutes of drift; a new boot is later than that
        )
    return uuid4().hex


@cache
def _uptime() -> Callable[[], int]:
    """The clock that also counts in suspend, in milliseconds."""
    if sys.platform == "win32":
        import ctypes

        ticks = ctypes.windll.kernel32.GetTickCount64
        ticks.restype = ctypes.c_uint64
        return lambda: int(ticks())
    clock = getattr(time, "CLOCK_BOOTTIME", None) or getattr(time, "CLOCK_MONOTONIC", None)
    if clock is None:
        return lambda: time.monotonic_ns() // 1_000_000
    return lambda: time.clock_gettime_ns(clock) // 1_000_000
