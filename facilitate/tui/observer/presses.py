"""Tells a key that was meant once and pressed twice: a shaking finger, a key held too long."""

from __future__ import annotations

from enum import Enum

from facilitate.domain.meeting.sheets import Cell

WITHIN = 500
"""Milliseconds within which a second press on the same cell was hardly meant."""


class Press(Enum):
    """What a press is beside the one before it."""

    FIRST = "first"
    TWICE = "twice"
    CORRECTED = "corrected"


class Presses:
    """Remembers the last press that counted, and when it was, in milliseconds of any clock that only goes on."""

    def __init__(self) -> None:
        self._last: tuple[Cell, str, int] | None = None

    def weigh(self, cell: Cell, key: str, at: int) -> Press:
        """The same key again at once is one press; another key at once is a correction."""
        if self._last is None:
            return Press.FIRST
        before, pressed, when = self._last
        if before != cell or not 0 <= at - when < WITHIN:
            return Press.FIRST
        return Press.TWICE if pressed == key else Press.CORRECTED

    def again(self, cell: Cell, key: str, at: int) -> bool:
        """Whether it is the same key again at once; noted either way."""
        twice = self.weigh(cell, key, at) is Press.TWICE
        self.note(cell, key, at)
        return twice

    def note(self, cell: Cell, key: str, at: int) -> None:
        """This press counted, or was told; a key that is held stays one press."""
        self._last = (cell, key, at)

    def forget(self) -> None:
        """Something else came between."""
        self._last = None
