"""Shades from low to high that colour-blind readers tell apart, in both themes; the number always stands in them."""

from __future__ import annotations

from rich.style import Style

_LOW_TO_HIGH = (
    ("#B35806", "#FFFFFF"),
    ("#F1A340", "#000000"),
    ("#FEE0B6", "#000000"),
    ("#D1E5F0", "#000000"),
    ("#67A9CF", "#000000"),
    ("#2166AC", "#FFFFFF"),
)
"""Orange over white to blue (ColorBrewer), each with the colour of letters that can be read on it."""


def shade(share: float) -> Style:
    """The shade of a share from 0 to 1."""
    place = min(len(_LOW_TO_HIGH) - 1, max(0, int(share * len(_LOW_TO_HIGH))))
    ground, letters = _LOW_TO_HIGH[place]
    return Style(color=letters, bgcolor=ground)
