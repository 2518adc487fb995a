"""Formulas over the scoresheets of several observers."""

from __future__ import annotations

from collections.abc import Sequence

from facilitate.workbook.book import NOTHING, Place

MOST_REFERENCES = 100
"""More cells than this in one formula are no longer read by anybody, and a formula ends at 8,192 characters."""


def over_observers(function: str, cells: Sequence[Place], otherwise: str = f'"{NOTHING}"') -> str | None:
    """A function of cells on several sheets, such as ``AVERAGE({0})``, or what stands otherwise; nothing where there
    are no cells, or too many."""
    if not 0 < len(cells) <= MOST_REFERENCES:
        return None
    return f"IFERROR({function.format(','.join(place.reference for place in cells))},{otherwise})"
