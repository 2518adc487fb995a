"""Scores of one observer, and of all observers together.

Whom a score is about
    A section may hold indicators about moderators and others about the meeting (or its steps). They are never mixed:
    for a moderator, a section's score is the mean over its indicators about moderators, answered about that one; the
    indicators about the meeting make a column of their own, once, however many moderators there are. An indicator about
    steps enters that column as one indicator, with the mean of the steps it was scored on.

The log
    A value from the meeting's log is the same on every sheet. It helps a section to enough, yet an observer counts only
    where they answered something by hand; where nobody did, the log's score stands alone, with no observers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from statistics import fmean, stdev
from typing import NamedTuple

from facilitate.analysis.answers import (
    Given,
    answers,
    belongs,
    points_given,
    subjects,
    subjects_of,
    visible_sheets,
)
from facilitate.analysis.measured import Measured
from facilitate.analysis.measures import log_values
from facilitate.analysis.points import points, points_range
from facilitate.analysis.sections import SectionScore, counted, overall_score, section_score
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.sheets import Cell, Sheet
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.scale import Answer

__all__ = [
    "Exercised",
    "Mean",
    "Scores",
    "SectionScore",
    "SubjectScores",
    "SubjectSheet",
    "points",
    "points_range",
    "scores",
    "section_score",
]


class SubjectSheet(NamedTuple):
    """What one observer says about one moderator or the meeting."""

    observer: str
    about: str
    answers: Mapping[Cell, Given]
    sections: tuple[SectionScore, ...]
    overall: SectionScore


class Mean(NamedTuple):
    """Over observers: their mean, the greatest minus the smallest, and the sample standard deviation (n - 1).

    No spread with one observer. With none the mean is the log's, if there is one.
    """

    mean: float | None
    spread: float | None
    sd: float | None
    observers: int


class SubjectScores(NamedTuple):
    """What all visible sheets together say about one moderator or the meeting."""

    about: str
    indicators: Mapping[str, Mean]
    sections: Mapping[str, Mean]
    overall: Mean


class Exercised(NamedTuple):
    """How much of the grid was used: units are indicators, once for each moderator or once for the meeting."""

    used: int
    units: int

    @property
    def share(self) -> float | None:
        return self.used / self.units if self.units else None


class Scores(NamedTuple):
    """Every score of a meeting as this view of it shows them."""

    sheets: tuple[SubjectSheet, ...]
    subjects: tuple[SubjectScores, ...]
    exercised: Exercised

    def sheet(self, observer: str, about: str) -> SubjectSheet | None:
        """One observer's sheet about one subject."""
        return next((each for each in self.sheets if (each.observer, each.about) == (observer, about)), None)

    def subject(self, about: str) -> SubjectScores | None:
        """What all say about one subject."""
        return next((each for each in self.subjects if each.about == about), None)


def scores(meeting: Meeting, now: Instant) -> Scores:
    """All scores of the sheets that `meeting`, already the view of some person, shows."""
    log = log_values(meeting, now)
    found = subjects(meeting)
    sheets = tuple(
        subject_sheet(meeting, sheet, about, log)
        for sheet in visible_sheets(meeting)
        for about in subjects_of(meeting, sheet)
    )
    alone = {about: subject_sheet(meeting, Sheet(observer="log"), about, log) for about in found}
    grouped = {about: [each for each in sheets if each.about == about] for about in found}
    together = tuple(_together(meeting, about, grouped[about], alone[about]) for about in found)
    return Scores(sheets, together, _exercised(meeting, [*sheets, *alone.values()]))


def subject_sheet(meeting: Meeting, sheet: Sheet, about: str, log: Mapping[str, Measured]) -> SubjectSheet:
    """One sheet's answers and scores about one subject; `log` holds the measures that the grid names."""
    given = answers(meeting, sheet, about, log)
    if meeting.grid is None:
        return SubjectSheet(sheet.observer, about, given, (), SectionScore("", None, 0, 0, 0))
    sections = tuple(section_score(meeting.grid, section, about, given) for section in meeting.grid.sections)
    return SubjectSheet(sheet.observer, about, given, sections, overall_score(meeting.grid, sections))


def mean_of(values: Iterable[float]) -> Mean:
    """The mean, range and sample standard deviation of observers' values."""
    every = list(values)
    if len(every) < 2:
        return Mean(every[0] if every else None, None, None, len(every))
    return Mean(fmean(every), max(every) - min(every), stdev(every), len(every))


def _together(meeting: Meeting, about: str, sheets: list[SubjectSheet], alone: SubjectSheet) -> SubjectScores:
    grid = meeting.grid
    indicators = [each for each in (grid.indicators() if grid else ()) if belongs(each, about)]
    return SubjectScores(
        about=about,
        indicators={each.id: _of_indicator(each.id, sheets, alone) for each in indicators},
        sections={
            section.id: _of_sections([sheet.sections[place] for sheet in sheets], alone.sections[place])
            for place, section in enumerate(grid.sections if grid else ())
            if grid and counted(grid, section, about)
        },
        overall=_of_sections([sheet.overall for sheet in sheets], alone.overall),
    )


def _of_indicator(code: str, sheets: list[SubjectSheet], alone: SubjectSheet) -> Mean:
    def worth(sheet: SubjectSheet, *, by_hand: bool) -> float | None:
        own = points_given(
            each for cell, each in sheet.answers.items() if cell.indicator == code and each.by_hand == by_hand
        )
        return fmean(own) if own else None

    values = [value for value in (worth(sheet, by_hand=True) for sheet in sheets) if value is not None]
    return mean_of(values) if values else Mean(worth(alone, by_hand=False), None, None, 0)


def _of_sections(of_observers: list[SectionScore], of_log: SectionScore) -> Mean:
    values = [each.mean for each in of_observers if each.mean is not None and each.by_hand]
    return mean_of(values) if values else Mean(of_log.mean, None, None, 0)


def _exercised(meeting: Meeting, sheets: list[SubjectSheet]) -> Exercised:
    """An indicator was used where somebody, or the log, answered with more than *not observed*; one that all who
    answered call not applicable is no unit."""
    used = units = 0
    for about in subjects(meeting):
        for indicator in meeting.grid.indicators() if meeting.grid else ():
            if not belongs(indicator, about):
                continue
            own = [
                given
                for sheet in sheets
                if sheet.about == about
                for cell, given in sheet.answers.items()
                if cell.indicator == indicator.id and given.origin != "not_asked"
            ]
            if own and all(given.value is Answer.NOT_APPLICABLE for given in own):
                continue
            units += 1
            used += any(given.says_something for given in own)
    return Exercised(used, units)
