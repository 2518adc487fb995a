"""What stands as the answer in a cell of a sheet, and what it is worth.

An observer's mark comes first. Without one, a tally's answer is its total and a duration's the seconds of all its
timings; a derived element follows from its behaviours; and an indicator with `auto:` takes the value of the meeting's
log, where the log can carry it. A trainer's review of an answer comes before all of these where scores are
reckoned; the observer's own stays beside it. What an amendment of the grid took along stands under its code in force
(`domain/meeting/carrying.py`); what goes on nowhere enters no answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from facilitate.analysis.lasting import seconds_by_group, timings_of
from facilitate.analysis.measured import Measured
from facilitate.analysis.points import derive, points
from facilitate.domain.events.observing import MEETING
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Condition, Derived, Duration, Indicator, Interval, Tally
from facilitate.domain.meeting.sheets import Cell, Review, Said, Sheet
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import Wording, replaced
from facilitate.domain.scale import Answer, Chosen, Value

Origin: TypeAlias = Literal["mark", "tally", "duration", "intervals", "derived", "log", "not_asked", "reviewed"]


class Given(NamedTuple):
    """An answer that stands, its points if it is worth any, and where it comes from.

    The value of intervals is how many were looked at; of an indicator whose condition is not met, *not applicable*.
    """

    value: Value | None
    points: float | None
    origin: Origin

    @property
    def by_hand(self) -> bool:
        """Whether the observer gave it, and not the log or a condition."""
        return self.origin not in ("log", "not_asked")

    @property
    def says_something(self) -> bool:
        """Whether something was observed."""
        return self.value not in (None, Answer.NOT_OBSERVED, Answer.NOT_APPLICABLE)


def visible_sheets(meeting: Meeting) -> tuple[Sheet, ...]:
    """Sheets with something on them that this view of the meeting shows, in the order of the people."""
    order = {person: place for place, person in enumerate(meeting.people)}
    shown = (sheet for sheet in meeting.sheets.values() if not sheet.hidden and sheet.begun)
    return tuple(sorted(shown, key=lambda sheet: (order.get(sheet.observer, len(order)), sheet.observer)))


def cells(sheet: Said) -> frozenset[Cell]:
    """Every cell that something was said in, and that was not put aside by an amendment."""
    timed = {timing.cell for timing in sheet.timings.values()}
    noted = {fact.cell for fact in sheet.evidence.values()}
    return frozenset({*sheet.marks, *sheet.tallies, *sheet.intervals, *timed, *noted})


def put_aside(sheet: Sheet) -> tuple[tuple[int, Cell], ...]:
    """Every cell with something that goes no further than an earlier version of the grid, with that version."""
    return tuple((version, cell) for version, said in sheet.earlier.items() for cell in sorted(cells(said), key=str))


def subjects(meeting: Meeting) -> tuple[str, ...]:
    """Whom scores are about: the moderators, others whom somebody scored all the same, and last the meeting."""
    moderators = [person.id for person in meeting.moderators]
    scored = {about for sheet in visible_sheets(meeting) for about in _scored(sheet)}
    return (*moderators, *sorted(scored - {*moderators, MEETING}), MEETING)


def subjects_of(meeting: Meeting, sheet: Sheet) -> tuple[str, ...]:
    """Whom a sheet is about: the moderators whom its observer observes, others scored on it, and last the meeting."""
    own = {*(person.id for person in meeting.observed_by(sheet.observer)), *_scored(sheet)}
    return tuple(about for about in subjects(meeting) if about == MEETING or about in own)


def _scored(sheet: Sheet) -> Iterator[str]:
    """Whom something was said about, on whatever version of the grid."""
    yield from (cell.about for cell in cells(sheet))
    yield from (cell.about for _, cell in put_aside(sheet))


def in_order(meeting: Meeting, steps: Iterable[str]) -> tuple[str, ...]:
    """These steps as the agenda has them, then those that it has no longer."""
    found = set(steps)
    known = [step.id for step in meeting.agenda.steps] if meeting.agenda else []
    return (*(each for each in known if each in found), *sorted(found - set(known)))


def belongs(indicator: Indicator, about: str) -> bool:
    """Whether an indicator is asked about this subject: those about steps belong to the meeting."""
    return (indicator.about == "moderator") == (about != MEETING)


def near(indicator: Indicator, cell: Cell) -> Cell:
    """Another indicator's cell with the same subject and step as this one, as far as that one has them."""
    about = cell.about if indicator.about == "moderator" else MEETING
    return Cell(about, indicator.id, cell.step if indicator.about == "step" else None)


def answers(meeting: Meeting, sheet: Sheet, about: str, log: Mapping[str, Measured]) -> Mapping[Cell, Given]:
    """What stands on a sheet about one subject, under the grid in force; cells without an answer are left out."""
    reading = _Reading(meeting, sheet, log, meeting.reviews)
    found: dict[Cell, Given] = {}
    for indicator in meeting.grid.indicators() if meeting.grid else ():
        if belongs(indicator, about):
            for cell in reading.cells(indicator, about):
                given = reading.given(indicator, cell)
                if given is not None:
                    found[cell] = given
    return found


def answer_in(
    meeting: Meeting, sheet: Sheet, indicator: Indicator, cell: Cell, log: Mapping[str, Measured]
) -> Given | None:
    """What the observer's own sheet says in one cell, under the grid in force, whatever a trainer made of it."""
    return _Reading(meeting, sheet, log).given(indicator, cell)


def earlier_sheet(sheet: Sheet, version: int) -> Sheet:
    """A sheet as if nothing stood on it but what was put aside with a version of the grid."""
    return replaced(sheet, **dict(sheet.earlier.get(version, Said())), earlier={})


def answer_put_aside(meeting: Meeting, sheet: Sheet, version: int, cell: Cell) -> Given | None:
    """What an observer answered, or a trainer after them, on an earlier version; it is worth no points any more."""
    grid = meeting.grids.versions[version]
    review = meeting.earlier.get((version, sheet.observer, cell))
    reviews = {(sheet.observer, cell): review} if review else {}
    reading = _Reading(meeting, earlier_sheet(sheet, version), {}, reviews, grid)
    indicator = grid.by_id.get(cell.indicator)
    found = reading.said_in(indicator, cell) if indicator else None
    return found._replace(points=None) if found else None


class _Reading:
    """One sheet read under the grid in force."""

    def __init__(
        self,
        meeting: Meeting,
        sheet: Sheet,
        log: Mapping[str, Measured],
        reviews: Mapping[tuple[str, Cell], Review] = {},
        grid: Grid | None = None,
    ) -> None:
        self.meeting, self.sheet, self.log, self.reviews = meeting, sheet, log, reviews
        self.grid = grid or meeting.grid or Grid(id="none", title=Wording())
        self.deriving: set[Cell] = set()  # an element whose behaviours depend on it again gives nothing

    @cached_property
    def said(self) -> frozenset[Cell]:
        reviewed = {cell for observer, cell in self.reviews if observer == self.sheet.observer}
        return cells(self.sheet) | reviewed

    def cells(self, indicator: Indicator, about: str) -> Iterator[Cell]:
        """The indicator's cell; for one about steps those of the steps where something was said, in their order.

        What follows from other answers, or is asked only after one, has a cell in every step that the sheet speaks of.
        """
        if indicator.about != "step":
            yield Cell(about, indicator.id)
            return
        rests = isinstance(indicator, Derived) or indicator.when is not None
        said = {cell.step for cell in self.said if cell.about == about and (rests or cell.indicator == indicator.id)}
        steps = in_order(self.meeting, (each for each in said if each))
        if indicator.when is not None and not steps:
            yield Cell(about, indicator.id)  # asked in no step: it leaves the denominator
        for step in steps:
            yield Cell(about, indicator.id, step)

    def given(self, indicator: Indicator, cell: Cell) -> Given | None:
        if indicator.when is not None and not self._met(indicator.when, cell):
            return Given(Answer.NOT_APPLICABLE, None, "not_asked")
        return self.plain(indicator, cell)

    def plain(self, indicator: Indicator, cell: Cell) -> Given | None:
        """The answer whatever the condition."""
        said = self.said_in(indicator, cell)
        if said is not None:
            return said
        if isinstance(indicator, Derived):
            return self._derived(indicator, cell)
        logged = self.log.get(indicator.auto or "")
        if logged is None or logged.value is None:
            return None
        value = int(logged.value) if logged.value == int(logged.value) else logged.value
        return Given(value, points(self.grid, indicator, value), "log")

    def said_in(self, indicator: Indicator, cell: Cell) -> Given | None:
        """What was said in the cell itself: reviewed, answered, or counted."""
        review = self.reviews.get((self.sheet.observer, cell))
        if review is not None and review.value is not None:
            return Given(review.value, points(self.grid, indicator, review.value), "reviewed")
        mark = self.sheet.marks.get(cell)
        if mark is not None:
            return Given(mark.value, points(self.grid, indicator, mark.value), "mark")
        return self._counted(indicator, cell)

    def _counted(self, indicator: Indicator, cell: Cell) -> Given | None:
        """The total of a tally, of timings or of intervals."""
        match indicator:
            case Tally() if cell in self.sheet.tallies:
                total = sum(self.sheet.tallies[cell].values())
                return Given(total, points(self.grid, indicator, total), "tally")
            case Duration():
                timed = seconds_by_group(timings_of(self.sheet, cell))
                seconds = round(sum(timed.values()))
                return Given(seconds, points(self.grid, indicator, seconds), "duration") if timed else None
            case Interval() if cell in self.sheet.intervals:
                looked = sum(not mark.missed for mark in self.sheet.intervals[cell].values())
                return Given(looked, None, "intervals")
        return None

    def _derived(self, indicator: Derived, cell: Cell) -> Given | None:
        """From the behaviours that were scored; an element of which no behaviour applies does not apply either."""
        if cell in self.deriving:
            return None
        self.deriving.add(cell)
        behaviours = [self.grid.by_id[code] for code in indicator.behaviours if code in self.grid.by_id]
        given = [self._behaviour(each, cell) for each in behaviours]
        self.deriving.discard(cell)
        both = zip(behaviours, given, strict=True)
        found = derive(self.grid, indicator, [(each, on.points) for each, on in both if on and on.points is not None])
        if found is not None:
            return Given(found, found, "derived")
        if not given or not all(each is not None and each.value is Answer.NOT_APPLICABLE for each in given):
            return None
        asked = any(each is not None and each.by_hand for each in given)
        return Given(Answer.NOT_APPLICABLE, None, "derived" if asked else "not_asked")

    def _behaviour(self, behaviour: Indicator, cell: Cell) -> Given | None:
        """What stands for a behaviour; a derived element cannot rest upon another one."""
        there = near(behaviour, cell)
        return self.said_in(behaviour, there) if isinstance(behaviour, Derived) else self.given(behaviour, there)

    def _met(self, condition: Condition, cell: Cell) -> bool:
        """Whether the other indicator was answered with one of the values; unanswered, it is not."""
        other = self.grid.by_id.get(condition.indicator)
        given = self.plain(other, near(other, cell)) if other else None
        return given is not None and any(_is(given.value, wanted) for wanted in condition.values)


def _is(value: Value | None, wanted: float | str) -> bool:
    if isinstance(value, Chosen):
        return wanted in value.choices
    return value is not None and value == wanted


def points_given(found: Iterable[Given]) -> list[float]:
    """The points among some answers."""
    return [given.points for given in found if given.points is not None]
