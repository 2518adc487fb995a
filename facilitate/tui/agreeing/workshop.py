"""What the page remembers of its person, wherever they look meanwhile: line, filter, forms, draft of an amendment."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import reduce
from typing import Literal

from facilitate.domain.events.agreeing import IndicatorProposed, Mapped
from facilitate.domain.grid import Grid
from facilitate.domain.meeting.agreement import Change
from facilitate.domain.meeting.proposing import proposed
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import replaced

Only = Literal["", "open", "objections", "changed"]
ONLY: tuple[Only, ...] = ("", "open", "objections", "changed")
"""Which lines are shown, in the order in which the key goes round."""


@dataclass
class Draft:
    """The next version of a sealed grid, while nobody else has seen it: the grid that it changes, and the changes."""

    base: Grid
    changes: tuple[Change, ...] = ()
    mapping: tuple[Mapped, ...] | None = None
    reason: str = ""

    @property
    def grid(self) -> Grid:
        """The grid with all of the changes."""
        return reduce(proposed, self.changes, self.base)

    @property
    def renamed(self) -> dict[str, str]:
        """The codes that indicators of the base have now, where these are others; without those that were dropped."""
        now = {code: code for code in self.base.by_id}
        for change in self.changes:
            if isinstance(change, IndicatorProposed) and change.action == "edit" and change.indicator:
                now = {old: change.indicator.id if code == change.code else code for old, code in now.items()}
            elif isinstance(change, IndicatorProposed) and change.action == "drop":
                now = {old: code for old, code in now.items() if code != change.code}
        return now

    def add(self, change: Change) -> None:
        self.changes, self.mapping = (*self.changes, change), None

    def take_back(self) -> Change | None:
        """The last change, which counts no longer."""
        if not self.changes:
            return None
        last, self.changes, self.mapping = self.changes[-1], self.changes[:-1], None
        return last

    def onto(self, grid: Grid) -> None:
        """The same changes on another version."""
        self.base, self.mapping = grid, None


def as_discussed(meeting: Meeting, grid: Grid) -> Meeting:
    """The meeting as if that grid were being discussed: whether a change may be made is asked of it."""
    grids = replaced(meeting.grids, versions=(*meeting.grids.versions[:-1], grid), seals=(), amendments=())
    return replaced(meeting, grids=grids)


@dataclass
class Workshop:
    """`forms` holds, by the line that is edited, what was typed and not kept."""

    code: str = ""
    only: Only = ""
    language: str = ""
    forms: dict[str, dict[str, str]] = field(default_factory=dict)
    draft: Draft | None = None

    @property
    def unfinished(self) -> int:
        """How many texts would be lost if the program ended now."""
        return len(self.forms) + bool(self.draft and self.draft.changes)
