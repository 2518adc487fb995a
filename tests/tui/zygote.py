"""A parent that has imported the program once, and starts it on the terminal that each line names.

    python -m tests.tui.zygote MEETING PERSON

First shows that person's screen of that meeting once, nowhere, so that whatever is read only once is read. Then reads
lines of JSON, [terminal, arguments], and answers each with the number of the new process.
"""

from __future__ import annotations

import asyncio
import fcntl
import gc
import json
import os
import signal
import sys
import termios
import threading
from importlib import import_module
from pathlib import Path

from facilitate.cli.main import main as program
from tests.tui.sitting import app_for, until


async def once(meeting: Path, person: str) -> None:
    app = app_for(meeting, person)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: getattr(app.screen, "here", None))


def main() -> None:
    asyncio.run(once(Path(sys.argv[1]), sys.argv[2]))
    import_module("textual.drivers.linux_driver")
    assert threading.active_count() == 1, "only a process without threads may be forked"
    gc.collect()
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for a child: its terminal says when it is gone
    say(os.getpid())
    for line in sys.stdin:
        terminal, arguments = json.loads(line)
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            sit_down(terminal)
            os._exit(program(arguments))
        say(child)


def sit_down(terminal: str) -> None:
    """Take this terminal, and no other, as one's own."""
    os.setsid()
    device = os.open(terminal, os.O_RDWR)
    fcntl.ioctl(device, termios.TIOCSCTTY, 0)
    for number in (0, 1, 2):
        os.dup2(device, number)
    os.close(device)
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = os.fdopen(("stdin", "stdout", "stderr").index(name), mode, encoding="utf-8", closefd=False)
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


def say(number: int) -> None:
    print(number, flush=True)


if __name__ == "__main__":
    main()
