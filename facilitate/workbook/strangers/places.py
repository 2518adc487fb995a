"""Cells and ranges as they are written: C8, B2:D9."""

from __future__ import annotations

import re
from typing import NamedTuple

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")


class Place(NamedTuple):
    """A cell by row and column, both counted from 1."""

    row: int
    column: int

    @property
    def written(self) -> str:
        """As in Excel: C8."""
        letters, rest = "", self.column
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{letters}{self.row}"


LAST = Place(1_048_576, 16_384)
"""The last cell that Excel has, XFD1048576."""


def place(written: str) -> Place | None:
    """The cell, or nothing where no sheet has such a cell."""
    found = _CELL.fullmatch(written)
    if found is None:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    row = int(found[2])
    return Place(row, column) if row <= LAST.row and column <= LAST.column else None


class Area(NamedTuple):
    """A range of cells, both corners in it."""

    first: Place
    last: Place

    @property
    def size(self) -> int:
        """How many cells it has."""
        return (self.last.row - self.first.row + 1) * (self.last.column - self.first.column + 1)

    @property
    def written(self) -> str:
        """As in Excel: B2:D9."""
        return f"{self.first.written}:{self.last.written}"

    def places(self) -> list[Place]:
        """Every cell of it."""
        rows, columns = range(self.first.row, self.last.row + 1), range(self.first.column, self.last.column + 1)
        return [Place(row, column) for row in rows for column in columns]


def area(written: str) -> Area | None:
    """The range, or nothing where it is none; one cell is a range, too."""
    first, _, last = written.partition(":")
    begin, end = place(first), place(last or first)
    if begin is None or end is None or begin.row > end.row or begin.column > end.column:
        return None
    return Area(begin, end)
