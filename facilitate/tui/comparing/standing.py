"""Where somebody stands on the page, and what was read for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from facilitate.analysis.programme import Programme, Told
from facilitate.tui.comparing.keys import MEETINGS
from facilitate.tui.comparing.reading import Read


@dataclass
class Comparing:
    """Lasts while the page is open, also when it is drawn anew in another language."""

    view: str = MEETINGS.id
    by: str = "audience"
    rehearsals: bool = False
    out: frozenset[str] = frozenset()
    """Meetings that were taken out, by their ids."""

    moderator: int = 0
    read: Read | None = None
    everything: Programme | None = None
    """All meetings that were read, rehearsals too."""

    found: Programme | None = None
    """Those that are compared."""

    @property
    def wanted(self) -> Wanted:
        return Wanted(self.out, self.rehearsals)


@dataclass(frozen=True)
class Wanted:
    """What is to be compared."""

    out: frozenset[str] = field(default_factory=frozenset)
    rehearsals: bool = False

    def of(self, told: Iterable[Told]) -> list[Told]:
        return [each for each in told if each[0].id not in self.out]
