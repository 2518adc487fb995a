"""What the facts of all kinds share."""

from __future__ import annotations

from typing import ClassVar

from facilitate.domain.model import Frozen, Identifier, Line
from facilitate.domain.people import Group

PLENARY = "plenary"
"""The track of everybody together."""


class FactBase(Frozen):
    """What happened, without who, where and when. Each kind has a `kind` and its own fields."""

    undoable: ClassVar[bool] = True
    """Whether its author may take it back; what is sent, sealed or closed has a way back of its own."""

    @property
    def unasked(self) -> bool:
        """Whether the program wrote it by itself: no act of a person, so that their *undo* passes over it."""
        return False


class Spoke(Frozen):
    """Who has the floor: a person, a group, or neither known."""

    person: Identifier | None = None
    group: Group | None = None


class Origin(Frozen):
    """Where a score that its observer did not type comes from: a file, and the cell or line in it."""

    file: Line
    cell: Line | None = None
