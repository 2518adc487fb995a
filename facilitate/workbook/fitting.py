"""How tall rows must be: programs that open the file do not make all of them tall enough by themselves."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from facilitate.workbook.safe import direction

LINE_POINTS = 15.0
TALLEST = 400.0
"""Excel's rows end at 409 points."""

NARROW_LETTERS = 1.17
"""Latin letters of Calibri that fit into one character of column width, on the safe side; 1 of Arial, or of Arabic."""


def height_of(cells: Iterable[tuple[str, float]], *, narrow: bool) -> float:
    """The height in points for texts in columns of these widths; `narrow` where the sheet's letters are."""
    lines = max((lines_of(text, width, narrow=narrow) for text, width in cells), default=1)
    return min(TALLEST, lines * LINE_POINTS + 3)


@lru_cache(4096)
def lines_of(text: str, width: float, *, narrow: bool) -> int:
    """On how many lines a text stands when it is wrapped between words."""
    room = max(1, int((width - 2) * (NARROW_LETTERS if narrow and direction(text, "ltr") == "ltr" else 1)))
    return sum(_wrapped(line, room) for line in text.split("\n"))


def _wrapped(line: str, room: int) -> int:
    lines, used = 1, 0
    for word in line.split():
        length = sum(not unicodedata.combining(character) for character in word)
        if used and used + 1 + length > room:
            lines, used = lines + 1, 0
        used += length + (1 if used else 0)
        lines, used = lines + (used - 1) // room, (used - 1) % room + 1
    return lines
