"""A value that the meeting's log gives, or the reason why it cannot."""

from __future__ import annotations

from typing import NamedTuple


class Measured(NamedTuple):
    """A value, or none and a message id that says why; the sentence is made where somebody reads it."""

    value: float | None
    why: str | None = None


def unknown(why: str) -> Measured:
    """No value, for this reason."""
    return Measured(None, why)
