"""Marks that a widget puts into its lines for whoever orders them. They take no cell and are never drawn."""

from __future__ import annotations

FIELD = "\x1f"
"""Stands between two fields that must not be read as one sentence."""

ART = "\x1e"
"""Stands before and after a drawing of signs, such as a large digit, that is never turned round."""


def drawing(line: str) -> str:
    """One line of a drawing."""
    return f"{ART}{line}{ART}"
