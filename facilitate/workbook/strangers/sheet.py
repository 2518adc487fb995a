"""What stands in one sheet of a stranger's workbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from facilitate.workbook.strangers.places import Place

CellValue: TypeAlias = str | int | float | bool | datetime | date | time | timedelta
"""Text is harmless; a number is finite."""


@dataclass
class Sheet:
    """Cells that hold anything, and what is odd about some of them; places are ``(row, column)``, counted from 1."""

    title: str
    hidden: bool = False
    values: dict[Place, CellValue] = field(default_factory=dict)
    """A formula's cell has the result that was saved with it, if there was one."""
    formulas: set[Place] = field(default_factory=set)
    errors: set[Place] = field(default_factory=set)
    """Cells whose value is the name of an error, such as #DIV/0!."""
    cleaned: set[Place] = field(default_factory=set)
    """Texts that control characters or direction controls were taken out of."""
    cut: set[Place] = field(default_factory=set)
    """Texts that were longer than a cell's text can be."""
    merged: dict[Place, str] = field(default_factory=dict)
    """Every cell of a merged range, with the range; only its first cell has a value."""
    comments: dict[Place, str] = field(default_factory=dict)
    tables: dict[str, str] = field(default_factory=dict)
    """Ranges of tables by name."""

    def rows(self) -> Mapping[int, Mapping[int, CellValue]]:
        """The values by row and column, in order; empty cells are left out."""
        found: dict[int, dict[int, CellValue]] = {}
        for row, column in sorted(self.values):
            found.setdefault(row, {})[column] = self.values[Place(row, column)]
        return found

    @property
    def last(self) -> Place:
        """The corner below and beside everything that stands here."""
        places = [*self.values, *self.formulas, *self.comments]
        return Place(max((row for row, _ in places), default=1), max((column for _, column in places), default=1))
