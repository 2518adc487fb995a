"""A time in digits that are read from the back of a hall: block characters, as large as the room there is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from facilitate.language.numbers import western

_FINE = {
    "0": "01110 10001 10011 10101 11001 10001 01110",
    "1": "00100 01100 00100 00100 00100 00100 01110",
    "2": "01110 10001 00001 00110 01000 10000 11111",
    "3": "11110 00001 00001 01110 00001 00001 11110",
    "4": "00010 00110 01010 10010 11111 00010 00010",
    "5": "11111 10000 11110 00001 00001 10001 01110",
    "6": "00110 01000 10000 11110 10001 10001 01110",
    "7": "11111 00001 00010 00100 01000 01000 01000",
    "8": "01110 10001 10001 01110 10001 10001 01110",
    "9": "01110 10001 10001 01111 00001 00010 01100",
    "+": "00000 00100 00100 11111 00100 00100 00000",
    "-": "00000 00000 00000 11111 00000 00000 00000",
    ":": "0 0 1 0 1 0 0",
}
_COARSE = {
    "0": "111 101 101 101 111",
    "1": "010 110 010 010 111",
    "2": "111 001 111 100 111",
    "3": "111 001 111 001 111",
    "4": "101 101 111 001 001",
    "5": "111 100 111 001 111",
    "6": "111 100 111 101 111",
    "7": "111 001 001 001 001",
    "8": "111 101 111 101 111",
    "9": "111 101 111 001 111",
    "+": "000 010 111 010 000",
    "-": "000 000 111 000 000",
    ":": "0 1 0 1 0",
}

LONGEST = "+88:88"
"""What the size is chosen for, so that the digits do not jump when the time is over."""

_HALVES = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}


class Size(NamedTuple):
    """A font, and how many cells wide one of its dots is; a dot is half a cell for each of these high."""

    font: Mapping[str, str]
    scale: int

    @property
    def rows(self) -> int:
        """Rows of cells."""
        return -(-len(self.font[":"].split()) * self.scale // 2)

    def cells(self, text: str) -> int:
        """Columns that a text takes."""
        dots = sum(len(self.font[sign].split()[0]) for sign in western(text) if sign in self.font)
        return (dots + max(0, len(text) - 1)) * self.scale


def size_for(text: str, width: int, height: int) -> Size | None:
    """The largest digits for so many columns and rows; nothing where even the smallest have no room.

    The coarse font is taken where it is much taller: its strokes are thick, the fine one's shapes are easier to read.
    """
    fine, coarse = _largest(_FINE, text, width, height), _largest(_COARSE, text, width, height)
    if fine is None or coarse is None:
        return fine or coarse
    return coarse if coarse.rows >= 1.25 * fine.rows else fine


def _largest(font: Mapping[str, str], text: str, width: int, height: int) -> Size | None:
    wanted, found = max(text, LONGEST, key=Size(font, 1).cells), None
    for scale in range(1, 12):
        size = Size(font, scale)
        if size.cells(wanted) > width or size.rows > height:
            break
        found = size
    return found


def large(text: str, size: Size) -> tuple[str, ...]:
    """The text as rows of block characters; signs that the font does not have are left out."""
    rows = _dots(text, size)
    rows += [[0] * len(rows[0])] * (len(rows) % 2)
    return tuple(
        "".join(_HALVES[upper, lower] for upper, lower in zip(above, below, strict=True))
        for above, below in zip(rows[::2], rows[1::2], strict=True)
    )


def _dots(text: str, size: Size) -> list[list[int]]:
    """Rows of half cells, dark or light."""
    shapes = [size.font[sign].split() for sign in western(text) if sign in size.font]
    rows: list[list[int]] = []
    for number in range(len(size.font[":"].split())):
        line = "0".join(shape[number] for shape in shapes)
        rows += [[int(dot) for dot in line for _ in range(size.scale)]] * size.scale
    return rows
