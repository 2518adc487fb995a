"""How far an observer is: what is asked of them, what is still open, which answers owe a fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from facilitate.analysis.answers import Given, answer_in, answers, belongs
from facilitate.analysis.measured import Measured
from facilitate.analysis.measures import log_values
from facilitate.domain.events.observing import MEETING
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Count, Derived, Duration, Indicator, Tally
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.sheets import Cell, Sheet, cell_of
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.scale import Chosen, Value


class Asked(NamedTuple):
    """One answer that an observer is asked for, and what stands there.

    `log` is what the meeting's own log says to an indicator that it may answer; `later` that it may still come to.
    """

    indicator: Indicator
    cell: Cell
    given: Given | None
    facts: int
    owes: bool
    log: Measured | None = None
    later: bool = False

    @property
    def open(self) -> bool:
        """Whether it still waits for the observer's answer; an element waits for its behaviours, not for itself."""
        return self.given is None and not self.later and not self.follows

    @property
    def follows(self) -> bool:
        """Whether it follows from other answers, and nobody has put their own there."""
        by_hand = self.given is not None and self.given.origin == "mark"
        return isinstance(self.indicator, Derived) and not by_hand


def owes_fact(grid: Grid | None, indicator: Indicator, value: Value | None) -> bool:
    """Whether this answer needs a fact behind it, by the indicator's own rule or else the grid's."""
    if grid is None:
        return False
    counts = isinstance(indicator, Count | Tally | Duration)  # 4 times is no 4: only their own rule speaks of them
    general = () if counts else grid.scoring.evidence_for
    rule = indicator.evidence_for if indicator.evidence_for is not None else general
    if isinstance(value, Chosen):
        return any(choice in rule for choice in value.choices)
    return value is not None and not isinstance(value, bool) and value in rule


def subjects_of(meeting: Meeting, observer: str) -> tuple[str, ...]:
    """Whom an observer scores: the moderators they observe; the meeting is scored by everybody beside."""
    return tuple(person.id for person in meeting.observed_by(observer))


def asked(meeting: Meeting, observer: str, step: str | None, now: Instant) -> tuple[Asked, ...]:
    """Every answer asked of an observer, indicator by indicator and within it subject by subject.

    `step` is the step in view, for indicators about steps; without one they are left out.
    """
    grid, sheet = meeting.grid, meeting.sheet(observer)
    if grid is None:
        return ()
    log = log_values(meeting, now)
    abouts = (*subjects_of(meeting, observer), MEETING)
    given: dict[Cell, Given] = {}
    for about in abouts:
        given.update(answers(meeting, sheet, about, log))
    cells = tuple(_cells(grid, abouts, step))
    for indicator, cell in cells:
        if cell.step and indicator.when and cell not in given:  # of a step that nothing was said about yet
            found = answer_in(meeting, sheet, indicator, cell, {})
            given.update({cell: found} if found else {})
    return tuple(_asked(meeting, sheet, indicator, cell, given, log) for indicator, cell in cells)


def asked_about(meeting: Meeting, observer: str, indicator: Indicator, before: tuple[Asked, ...]) -> tuple[Asked, ...]:
    """The answers asked under one indicator, again; what the log says to it stays as it was `before`."""
    sheet, known = meeting.sheet(observer), next((each.log for each in before if each.log), None)
    log = {indicator.auto: known} if indicator.auto and known else {}
    found = {each.cell: answer_in(meeting, sheet, indicator, each.cell, log) for each in before}
    given = {cell: each for cell, each in found.items() if each is not None}
    return tuple(_asked(meeting, sheet, indicator, each.cell, given, log) for each in before)


def _cells(grid: Grid, abouts: tuple[str, ...], step: str | None) -> Iterator[tuple[Indicator, Cell]]:
    for indicator in grid.indicators():
        if indicator.about == "step" and step is None:
            continue
        for about in abouts:
            if belongs(indicator, about):
                yield indicator, cell_of(indicator, about, step)


def _asked(
    meeting: Meeting,
    sheet: Sheet,
    indicator: Indicator,
    cell: Cell,
    given: Mapping[Cell, Given],
    log: Mapping[str, Measured],
) -> Asked:
    found, facts = given.get(cell), len(sheet.evidence_for(cell))
    by_hand = found is not None and found.by_hand
    owes = by_hand and not facts and found is not None and owes_fact(meeting.grid, indicator, found.value)
    measured = log.get(indicator.auto or "")
    return Asked(indicator, cell, found, facts, owes, measured, later=bool(indicator.auto) and meeting.closed is None)


def still_open(everything: tuple[Asked, ...]) -> tuple[Asked, ...]:
    """What waits for an answer; what the log may still answer does not wait while the meeting runs."""
    return tuple(each for each in everything if each.open)


def owing(everything: tuple[Asked, ...]) -> tuple[Asked, ...]:
    """Answers whose fact is still owed."""
    return tuple(each for each in everything if each.owes)


def seen_first(sheet: Sheet, asked: Asked) -> str | None:
    """The step in which the answer that stands was seen: a correction stays on it. Nothing where none stands."""
    mark = sheet.marks.get(asked.cell)
    return mark.seen if mark is not None and asked.given is not None and asked.given.origin == "mark" else None
