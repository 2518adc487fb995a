"""What was found in a reviewed workbook: the cells that differ from what was exported, and what could not be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.scale import Value
from facilitate.kits.faults import MessageValue

Field: TypeAlias = Literal["answer", "evidence", "comment", "consensus", "reason"]


@dataclass(frozen=True)
class At:
    """A cell of the workbook as people name it."""

    sheet: str
    cell: str

    @property
    def shown(self) -> str:
        """As events and messages name it."""
        return f"{self.sheet}!{self.cell}" if self.cell else self.sheet


@dataclass(frozen=True)
class Edit:
    """A cell that differs from what was exported. Answers and consensus are values, the rest is text.

    `observer` is nobody's where the cell is about all of them.
    """

    at: At
    field: Field
    observer: str
    cell: Cell
    before: Value | str | None
    after: Value | str | None


@dataclass(frozen=True)
class Said:
    """Something to tell of a cell: a message id with values. A remark, or why the cell is not taken in."""

    at: At
    message: str
    values: Mapping[str, MessageValue] = field(default_factory=dict)


@dataclass(frozen=True)
class ReadBack:
    """A reviewed workbook: what it is about, what was changed, what is not taken in, what else is to be known."""

    meeting: str
    grid: str
    edits: Sequence[Edit]
    refusals: Sequence[Said]
    notes: Sequence[Said]
    unchanged: int
    """How many cells stand as they were exported."""
