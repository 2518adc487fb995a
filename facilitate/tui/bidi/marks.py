"""Marks that a widget puts into its lines for whoever orders them. They take no cell and are never drawn.

They are no spaces either, which Textual would count and cut away where a line is full.
"""

from __future__ import annotations

FIELD = "\x03"
"""Stands between two fields that must not be read as one sentence."""

ART = "\x02"
"""Stands before and after a drawing of signs, such as a large digit, that is never turned round."""


def left_to_right(text: str) -> str:
    """What is always read from the left, such as a path: its first stroke stays in front."""
    return f"\u2066{text}\u2069"


def drawing(line: str) -> str:
    """One line of a drawing."""
    return f"{ART}{line}{ART}"
