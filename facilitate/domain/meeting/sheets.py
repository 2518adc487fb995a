"""Scoresheets: what one observer has said, and how far it is from being sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from facilitate.domain.events.base import Origin
from facilitate.domain.indicator import Indicator
from facilitate.domain.instants import Instant
from facilitate.domain.model import Frozen, Identifier
from facilitate.domain.scale import Value


class Cell(NamedTuple):
    """What a score is about: the meeting or a moderator, an indicator, and the step if the indicator is about steps."""

    about: str
    indicator: str
    step: str | None = None


def cell_of(indicator: Indicator, about: str, step: str | None) -> Cell:
    """The cell of an answer to this indicator; the step belongs to it only where the indicator is about steps."""
    return Cell(about, indicator.id, step if indicator.about == "step" else None)


class Mark(Frozen):
    """An answer in a cell; `seen` is the step where it was seen, `version` counts the grid's versions from 0."""

    value: Value
    event: str
    seen: Identifier | None
    at: Instant
    by: Identifier
    version: int = 0
    reason: str = ""
    source: Origin | None = None


class IntervalMark(Frozen):
    """What was ticked in one interval."""

    interval: int
    codes: tuple[str, ...]
    missed: bool
    seen: Identifier | None


class Timing(Frozen):
    """Something that lasted. `typed` is when its start was written down."""

    id: Identifier
    cell: Cell
    group: Identifier | None
    start: datetime
    stop: datetime | None
    seen: Identifier | None
    typed: Instant


class Evidence(Frozen):
    """A fact behind a score."""

    id: Identifier
    cell: Cell
    seen: Identifier | None
    text: str
    photo: str | None
    anchor: int | None
    on_paper: bool
    at: Instant
    by: Identifier
    source: Origin | None = None


class Review(Frozen):
    """A trainer's value beside an observer's."""

    value: Value | None
    reason: str
    by: Identifier
    at: Instant
    source: Origin | None


class Said(Frozen):
    """What was said on indicators of one version of the grid.

    `tallies` has each group's total, and `tallied_in` the same by the steps in which it was seen: both always have the
    same groups, and add up to the same.
    """

    marks: Mapping[Cell, Mark] = {}
    tallies: Mapping[Cell, Mapping[str | None, int]] = {}
    tallied_in: Mapping[Cell, Mapping[str | None, Mapping[str | None, int]]] = {}
    intervals: Mapping[Cell, Mapping[int, IntervalMark]] = {}
    timings: Mapping[str, Timing] = {}
    evidence: Mapping[str, Evidence] = {}

    @property
    def anything(self) -> bool:
        """Whether it holds anything."""
        return bool(self.marks or self.tallies or self.intervals or self.timings or self.evidence)

    def evidence_for(self, cell: Cell) -> tuple[Evidence, ...]:
        """The facts behind one answer, in the order in which they were written."""
        return tuple(each for each in self.evidence.values() if each.cell == cell)


class Sheet(Said):
    """Everything one observer has said.

    Where the grid was amended, what goes on stands under its code in the version in force, and `earlier` holds, by the
    version that it was said on, what does not. `sent` is when it was sent last and not recalled since. `saw` says that
    the observer could see others' scores at some time, so that what is sent from then on is marked `after_seeing`.
    `released` holds who said that nobody waits for it any longer. `own` says that something was said here, and not only
    brought in. `hidden` marks a sheet whose content a view has taken away.
    """

    observer: Identifier
    earlier: Mapping[int, Said] = {}
    sent: Instant | None = None
    first_sent: Instant | None = None
    recalled: bool = False
    recall_reason: str = ""
    saw: bool = False
    after_seeing: bool = False
    released: Mapping[str, str] = {}
    imported: bool = False
    own: bool = False
    hidden: bool = False

    @property
    def begun(self) -> bool:
        """Whether anything stands on it."""
        return self.anything or any(each.anything for each in self.earlier.values())

    @property
    def own_hand(self) -> bool:
        """Whether the observer has said something here, rather than in a file or on paper that was brought in."""
        return self.own and self.begun
