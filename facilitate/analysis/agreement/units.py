"""What observers judged: every indicator about every subject, with what each of them gave in person.

A unit is an indicator about a moderator or the meeting, and of indicators about steps in one step. What the log
answered is left out, for it is the same on every sheet and would make observers look as if they agreed; so are what
follows from other answers, and what a trainer made of one in review: observers' own answers are compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from facilitate.analysis.answers import Given, answer_in, belongs, subjects, visible_sheets
from facilitate.analysis.measures import log_values
from facilitate.analysis.scores import Scores
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Indicator, Interval, Note
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.scale import Answer


class Unit(NamedTuple):
    """What somebody judged, with its section: what each observer gave, by observer."""

    cell: Cell
    section: str
    given: Mapping[str, Given]


class Coverage(NamedTuple):
    """Of so many things that observers are asked, how many at least two of them scored.

    An indicator counts once for each moderator, or once for the meeting, also where it is about steps; one that the log
    answered for everybody, or that all call not applicable, is not asked.
    """

    scored: int
    asked: int

    @property
    def share(self) -> float | None:
        return self.scored / self.asked if self.asked else None


def units(meeting: Meeting, found: Scores, now: Instant) -> tuple[Unit, ...]:
    """Everything that at least one observer judged on the sheets that this view shows, in the order of the grid."""
    grid = meeting.grid
    if grid is None:
        return ()
    given: dict[Cell, dict[str, Given]] = {}
    for observer, cell, each in _own(meeting, grid, found, now):
        in_person = each.by_hand and each.origin != "derived"
        if in_person and each.says_something and _comparable(grid.by_id[cell.indicator]):
            given.setdefault(cell, {})[observer] = each
    order = {code: place for place, code in enumerate(grid.by_id)}
    people = {about: place for place, about in enumerate(subjects(meeting))}
    steps = {step.id: place for place, step in enumerate(meeting.agenda.steps if meeting.agenda else ())}

    def place(cell: Cell) -> tuple[int, int, int, str]:
        step = cell.step or ""
        return order[cell.indicator], people.get(cell.about, len(people)), steps.get(step, len(steps)), step

    return tuple(Unit(cell, grid.section_of[cell.indicator].id, given[cell]) for cell in sorted(given, key=place))


def _own(meeting: Meeting, grid: Grid, found: Scores, now: Instant) -> Iterator[tuple[str, Cell, Given]]:
    """What stands on every sheet, as its observer gave it."""
    log, own = log_values(meeting, now), {sheet.observer: sheet for sheet in visible_sheets(meeting)}
    for scored in found.sheets:
        for cell, given in scored.answers.items():
            before: Given | None = given
            if given.origin == "reviewed":
                before = answer_in(meeting, own[scored.observer], grid.by_id[cell.indicator], cell, log)
            if before is not None:
                yield scored.observer, cell, before


def _comparable(indicator: Indicator) -> bool:
    """Whether two answers to it can be the same or not: of texts and of ticks in time this is asked otherwise."""
    return not isinstance(indicator, Note | Interval)


def coverage(meeting: Meeting, found: Scores, judged: tuple[Unit, ...]) -> Coverage:
    """How much of the grid at least two observers scored."""
    twice = {(unit.cell.about, unit.cell.indicator) for unit in judged if len(unit.given) > 1}
    somebody = {(unit.cell.about, unit.cell.indicator) for unit in judged}
    asked = 0
    for about in subjects(meeting):
        for indicator in meeting.grid.indicators() if meeting.grid else ():
            if belongs(indicator, about) and _comparable(indicator):
                asked += (about, indicator.id) in somebody or not _settled(found, about, indicator.id)
    return Coverage(len(twice), asked)


def _settled(found: Scores, about: str, code: str) -> bool:
    """Whether nobody needed to answer: all call it not applicable, or it came from the log or from other answers."""
    own = [
        given
        for sheet in found.sheets
        if sheet.about == about
        for cell, given in sheet.answers.items()
        if cell.indicator == code
    ]
    return bool(own) and all(
        given.value is Answer.NOT_APPLICABLE or given.origin in ("log", "derived", "not_asked") for given in own
    )
