"""A line of a part: a label and what is said, in one row or, on a narrow screen, in two."""

from __future__ import annotations

from rich.style import Style
from rich.text import Text

from facilitate.tui.drawing import cut, fitted
from facilitate.tui.widgets.taplist import TapRow

ONE_ROW = 56
"""Cells from which on a label and what it labels stand in one row."""

LABEL = 18


def labelled(id: str, label: str, said: str, room: int, *, missing: bool = False, dim: bool = False) -> TapRow:
    """The label in bold, and beside or below it what is said; what is missing is said in italics."""
    style = Style(italic=missing, dim=dim)
    bold = Style(bold=True, dim=dim)
    if room >= ONE_ROW:
        return TapRow(id, (Text.assemble((fitted(label, LABEL), bold), " ", (cut(said, room - LABEL - 1), style)),))
    return TapRow(id, (Text(cut(label, room), bold), Text.assemble("  ", (cut(said, room - 2), style))))
