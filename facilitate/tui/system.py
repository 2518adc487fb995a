"""What differs between systems on the screen's side."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress


def when_told_to_stop(leave: Callable[[], None]) -> None:
    """Leave in order, with the terminal as it was, when the system ends the program or the terminal is closed.

    Where there are no such signals, as on Windows, nothing is to be done.
    """
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, leave)
