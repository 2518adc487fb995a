"""What a team talks about after the meeting: everything that was judged, where observers differ most first, each with
what all of them gave, their facts, and what was agreed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from facilitate.analysis.agreement import Agreement, apart
from facilitate.analysis.answers import Given, answer_in, subjects, visible_sheets
from facilitate.analysis.measured import Measured
from facilitate.analysis.measures import log_values
from facilitate.analysis.scores import Scores
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Indicator, Interval
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.sheets import Cell, Evidence, Mark, Review, Sheet
from facilitate.domain.meeting.state import Meeting


class Voice(NamedTuple):
    """What one observer said in a cell: the answer that stands as they gave it, the mark behind it, a trainer's review
    beside it, and the facts. `after_seeing` where the sheet was changed after others' could be seen."""

    observer: str
    given: Given | None
    mark: Mark | None
    review: Review | None
    evidence: tuple[Evidence, ...]
    after_seeing: bool

    @property
    def in_person(self) -> bool:
        """Whether the observer gave it, rather than the log, or other answers."""
        return self.given is not None and self.given.by_hand and self.given.origin != "derived"


class Item(NamedTuple):
    """One thing to talk about. `apart` is how far observers differ, from 0 to 1, the whole length of its own scale;
    nothing where fewer than two answered. `partly` says that some saw it and others did not."""

    cell: Cell
    indicator: Indicator
    section: str
    voices: tuple[Voice, ...]
    apart: float | None
    partly: bool
    consensus: Review | None

    @property
    def differs(self) -> bool:
        """Whether observers gave different answers."""
        return bool(self.apart)

    @property
    def agreed(self) -> bool:
        """Whether what a team agreed on holds: it can be taken back, with a reason."""
        return self.consensus is not None and self.consensus.value is not None

    @property
    def to_talk(self) -> bool:
        """Whether there is something to talk about that nobody has agreed on yet."""
        return not self.agreed and (self.differs or self.partly)


def items(meeting: Meeting, found: Scores, judged: Agreement, now: Instant) -> tuple[Item, ...]:
    """Everything that somebody answered, in the order in which to talk about it: where observers differ most first,
    then what some saw and others did not, then what all see alike, and last what one alone scored; equal ones as in
    the grid. `found` are the scores of this view of the meeting, `judged` the agreement on it."""
    if meeting.grid is None:
        return ()
    return _Items(meeting, meeting.grid, found, judged, log_values(meeting, now)).every()


def _first(item: Item) -> tuple[float, bool, bool]:
    """What to sort by; how far apart without what a sum of fractions leaves behind, so that equal ones are equal."""
    return -round(item.apart or 0, 9), item.differs or not item.partly, item.apart is None


class _Items:
    def __init__(
        self, meeting: Meeting, grid: Grid, found: Scores, judged: Agreement, log: Mapping[str, Measured]
    ) -> None:
        self.meeting, self.grid, self.log = meeting, grid, log
        self.units = {unit.cell: unit for unit in judged.units}
        self.answers = {(sheet.observer, sheet.about): sheet.answers for sheet in found.sheets}
        self.sheets = visible_sheets(meeting)

    def every(self) -> tuple[Item, ...]:
        found = [self._item(cell) for cell in self._in_order()]
        return tuple(sorted(found, key=_first))

    def _in_order(self) -> list[Cell]:
        """Every cell in which somebody answered or wrote a fact, or a team agreed, in the order of the grid."""
        meeting = self.meeting
        order = {code: place for place, code in enumerate(self.grid.by_id)}
        people = {about: place for place, about in enumerate(subjects(meeting))}
        steps = {step.id: place for place, step in enumerate(meeting.agenda.steps if meeting.agenda else ())}

        def place(cell: Cell) -> tuple[int, int, int, str]:
            step = cell.step or ""
            return order[cell.indicator], people.get(cell.about, len(people)), steps.get(step, len(steps)), step

        return sorted({cell for cell in self._cells() if self._asked(cell)}, key=place)

    def _cells(self) -> Iterator[Cell]:
        for given in self.answers.values():
            yield from (cell for cell, each in given.items() if each.by_hand and each.origin != "derived")
        for sheet in self.sheets:
            yield from (fact.cell for fact in sheet.evidence.values())
        yield from self.meeting.consensus

    def _asked(self, cell: Cell) -> bool:
        indicator = self.grid.by_id.get(cell.indicator)
        return indicator is not None and not isinstance(indicator, Interval)

    def _item(self, cell: Cell) -> Item:
        voices = tuple(
            self._voice(sheet, cell) for sheet in self.sheets if (sheet.observer, cell.about) in self.answers
        )
        given = {each.observer: each.given for each in voices if each.in_person and each.given is not None}
        seen = {who: each for who, each in given.items() if each.says_something}
        return Item(
            cell=cell,
            indicator=self.grid.by_id[cell.indicator],
            section=self.grid.section_of[cell.indicator].id,
            voices=voices,
            apart=apart(self.grid, self.grid.by_id[cell.indicator], seen) if cell in self.units else None,
            partly=bool(seen) and len(seen) < len(given),
            consensus=self.meeting.consensus.get(cell),
        )

    def _voice(self, sheet: Sheet, cell: Cell) -> Voice:
        given = self.answers[sheet.observer, cell.about].get(cell)
        if given is not None and given.origin == "reviewed":
            given = answer_in(self.meeting, sheet, self.grid.by_id[cell.indicator], cell, self.log)
        return Voice(
            observer=sheet.observer,
            given=given,
            mark=sheet.marks.get(cell),
            review=self.meeting.reviews.get((sheet.observer, cell)),
            evidence=sheet.evidence_for(cell),
            after_seeing=sheet.after_seeing,
        )
