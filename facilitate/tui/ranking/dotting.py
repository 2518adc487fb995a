"""Dots while they are being counted: a number for each unit, and how many dots each person has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

MOST = 9_999
"""Dots on one unit; more is a slip of the finger."""

EACH = 3
"""Dots of each person, unless it is said otherwise."""


@dataclass(frozen=True)
class Dots:
    """Line 0 is the number of dots of each person, then come the units; `typed` are the digits since the line was gone
    to, of which the first one begins a new number."""

    counts: Mapping[str, int]
    each: int = EACH
    here: int = 1
    typed: str = ""

    @property
    def number(self) -> int:
        """The number on the line where one stands."""
        return self.each if self.here == 0 else self.counts[self._unit]

    @property
    def _unit(self) -> str:
        return [*self.counts][self.here - 1]

    @property
    def placed(self) -> int:
        return sum(self.counts.values())

    def gone_to(self, place: int) -> Dots:
        """Another line, the last one at most."""
        return replace(self, here=max(0, min(len(self.counts), place)), typed="")

    def with_number(self, number: int) -> Dots:
        """This number on the line; nothing below none, and each person has one dot at least."""
        number = max(0, min(MOST, number))
        if self.here == 0:
            return replace(self, each=max(1, number))
        return replace(self, counts={**self.counts, self._unit: number})

    def by(self, change: int) -> Dots:
        """One more, or one fewer."""
        return replace(self.with_number(self.number + change), typed="")

    def digit(self, digit: int) -> Dots:
        """One digit more of the number."""
        typed = f"{self.typed}{digit}"[-len(str(MOST)) :]
        return replace(self.with_number(int(typed)), typed=typed)

    def erased(self) -> Dots:
        """One digit fewer."""
        rest = str(self.number)[:-1]
        return replace(self.with_number(int(rest or 0)), typed=rest)
