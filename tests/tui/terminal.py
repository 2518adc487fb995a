"""A terminal that nobody looks at: keys go in, and what the program paints is read as a person would see it."""

from __future__ import annotations

import os
import re
import select
import struct
from collections.abc import Callable
from time import monotonic

import pyte

PATIENCE = 20.0
"""Seconds until something that should be painted counts as missing."""

_QUERY = re.compile(rb"\x1b\[\?(\d+)\$p")
_FOREIGN = re.compile(rb"\x1b\[[<>=]\d*u")
_FRAME_BEGINS, _FRAME_ENDS = b"\x1b[?2026h", b"\x1b[?2026l"
_LONGEST_ESCAPE = 20


class Terminal:
    """One pseudo-terminal. It knows synchronized output, so that half a frame is never taken for what is shown."""

    def __init__(self, on_frame: Callable[[Terminal], None], columns: int = 80, rows: int = 24) -> None:
        self.master, self._slave = os.openpty()
        import fcntl  # which Windows has not, nor any pseudo-terminal
        import termios

        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.name = os.ttyname(self._slave)
        self.screen = pyte.Screen(columns, rows)
        self.gone = False
        self._stream = pyte.ByteStream(self.screen)
        self._on_frame = on_frame
        self._begun = b""
        self._lines: list[str] | None = None

    @property
    def lines(self) -> list[str]:
        """What stands on the screen."""
        if self._lines is None:
            row = range(self.screen.columns)
            rows = (self.screen.buffer[y] for y in range(self.screen.lines))
            self._lines = ["".join([line[x].data for x in row]) for line in rows]
        return self._lines

    def press(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def until(self, condition: Callable[[], object], what: str) -> None:
        """Take in what is painted until something is so."""
        end = monotonic() + PATIENCE
        while not condition():
            assert not self.gone, f"the program ended before: {what}\n" + "\n".join(self.lines)
            assert monotonic() < end, f"never painted: {what}\n" + "\n".join(self.lines)
            self.take(end)

    def take_for(self, seconds: float) -> None:
        """Take in whatever is painted in this time."""
        end = monotonic() + seconds
        while not self.gone and monotonic() < end:
            self.take(end)

    def drain(self) -> None:
        """Take in what is left of a program that was ended; the terminal is closed then."""
        self.until(lambda: self.gone, "the end")
        os.close(self.master)

    def take(self, end: float) -> None:
        """Wait for one piece of what is painted, until `end` at the latest."""
        ready, _, _ = select.select([self.master], [], [], max(0.0, end - monotonic()))
        if not ready:
            return
        try:
            piece = os.read(self.master, 65_536)
        except OSError:  # what Linux says once nobody holds the other side any longer
            piece = b""
        if not piece:
            self.gone = True
            return
        if self._slave >= 0:  # somebody else holds it now: its end will be seen here
            os.close(self._slave)
            self._slave = -1
        self._feed(self._begun + piece)

    def _feed(self, painted: bytes) -> None:
        *frames, self._begun = painted.split(_FRAME_ENDS)
        for frame in frames:
            self._paint(frame)
            self._on_frame(self)
        if _FRAME_BEGINS not in self._begun:  # the first words of a program, before it knows of frames
            whole, escape, rest = self._begun.rpartition(b"\x1b")
            whole, self._begun = (self._begun, b"") if len(rest) > _LONGEST_ESCAPE else (whole, escape + rest)
            self._paint(whole)

    def _paint(self, piece: bytes) -> None:
        for query in _QUERY.findall(piece):
            if query == b"2026":
                os.write(self.master, b"\x1b[?2026;2$y")
        self._lines = None
        self._stream.feed(_FOREIGN.sub(b"", _QUERY.sub(b"", piece)))
