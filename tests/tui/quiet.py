"""Waits until a program on screens has nothing left to do, however busy the machine is.

Textual's own waiting takes a process for idle that was given no processor for 20 ms: on a busy machine a test would go
on before its key has been dealt with, and on an idle one every key costs 40 ms. Here the event loop itself is asked,
and the session whether its disk has answered.
"""

from __future__ import annotations

import asyncio
from typing import Any

from textual.pilot import Pilot

SOON = 0.04
"""Seconds: what a program has put off for no longer belongs to what it does just now. Textual paints 60 times a second,
and where it comes late it leaves one time out."""
WAITS = 60
"""After so many waits a program that never comes to rest, such as one with something that moves, counts as quiet."""
LOOKS = 400
"""After so many looks a disk that does not answer is not waited for: a test may hold it."""

_wait_for_screen = Pilot._wait_for_screen


async def quiet(min_sleep: float = 0.0, max_sleep: float = 1.0) -> None:
    """Wait until nothing is ready to run, nor put off for a moment."""
    loop: Any = asyncio.get_running_loop()  # its queues have no public names
    waits = 0
    while waits < WAITS:
        await asyncio.sleep(0)  # whatever is ready has its turn before us
        if loop._ready:
            continue
        now = loop.time()
        soon = [each.when() for each in loop._scheduled if not each.cancelled() and each.when() < now + SOON]
        if not soon:
            return
        await asyncio.sleep(max(0.0, min(soon) - now))
        waits += 1


async def wait_for_screen(pilot: Pilot[Any], timeout: float = 30.0) -> bool:
    """Wait until all widgets have dealt with their messages, and what was done is on disk and has come back."""
    looks = 0
    while (session := getattr(pilot.app, "session", None)) and session.pending and looks < LOOKS:
        await asyncio.sleep(0.002)
        looks += 1
    return await _wait_for_screen(pilot, timeout)
