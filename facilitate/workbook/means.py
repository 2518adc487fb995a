"""Means as formulas, where a formula says exactly what `analysis.sections` does.

That is so where all of a section's indicators about a subject count alike and are answered in rows of `Scores`.
Weights, conditions, derived elements, scores by step, values from the log and scores on earlier versions of the grid
are beyond a formula that people can read: there the mean is written as a value.
"""

from __future__ import annotations

from collections.abc import Sequence

from facilitate.analysis.answers import belongs
from facilitate.analysis.scores import SubjectSheet
from facilitate.analysis.sections import ROUNDING, counted
from facilitate.domain.grid import Grid, Section
from facilitate.domain.indicator import Derived
from facilitate.workbook.book import NOTHING, Book, Place
from facilitate.workbook.safe import criterion

MOST_REFERENCES = 100
"""More cells than this in one formula are no longer read by anybody."""


def section_formula(book: Book, section: Section, sheet: SubjectSheet) -> str | None:
    """The mean of a section on one sheet as a formula over `Scores`; nothing where it must be a value."""
    grid = book.meeting.grid
    if grid is None or not _plain(book, grid, section, sheet):
        return None
    among = _among(book, sheet, section.id)
    return (
        _shown(among, grid, len(counted(grid, section, sheet.about)), f"AVERAGEIFS(Scores[points],{among})")
        if among
        else None
    )


def overall_formula(book: Book, sheet: SubjectSheet, means: Sequence[Place]) -> str | None:
    """The mean of the sections' means on the same sheet; nothing where it must be a value."""
    grid = book.meeting.grid
    if grid is None or not means or len({section.weight for section in grid.sections}) != 1:
        return None
    if not grid.sections[0].weight or not all(_plain(book, grid, section, sheet) for section in grid.sections):
        return None
    among = _among(book, sheet, None)
    number = sum(len(counted(grid, section, sheet.about)) for section in grid.sections)
    cells = ",".join(place.cell for place in means)
    return _shown(among, grid, number, f"AVERAGE({cells})") if among else None


def _plain(book: Book, grid: Grid, section: Section, sheet: SubjectSheet) -> bool:
    own = [indicator for indicator in section.indicators if belongs(indicator, sheet.about)]
    if len(book.meeting.grids.versions) != 1 or len(counted(grid, section, sheet.about)) != len(own):
        return False
    if len({indicator.weight for indicator in own}) > 1:
        return False
    if any(indicator.when or indicator.about == "step" or isinstance(indicator, Derived) for indicator in own):
        return False
    codes = {indicator.id for indicator in own}
    return not any(cell.indicator in codes and given.origin == "log" for cell, given in sheet.answers.items())


def _among(book: Book, sheet: SubjectSheet, section: str | None) -> str | None:
    """The conditions that pick one observer's rows about one subject, and one section."""
    picked = {"observer": book.names.of(sheet.observer), "about": book.names.about(sheet.about)}
    if section is not None:
        picked["section"] = section
    criteria = {name: criterion(text) for name, text in picked.items()}
    if None in criteria.values():
        return None
    return ",".join(f"Scores[{name}],{literal}" for name, literal in criteria.items())


def _shown(among: str, grid: Grid, indicators: int, mean: str) -> str:
    """The mean, or a dash where too little was scored: *not applicable* leaves the denominator."""
    scored = f'COUNTIFS({among},Scores[points],">-1E9")'
    applicable = f'({indicators}-COUNTIFS({among},Scores[value],"NA"))'
    return f'IF({scored}+{ROUNDING:.0E}<{grid.scoring.enough!r}*{applicable},"{NOTHING}",IFERROR({mean},"{NOTHING}"))'


def over_observers(function: str, cells: Sequence[Place]) -> str | None:
    """A function of cells on several sheets, such as ``AVERAGE({0})``; nothing where there are none or too many."""
    if not 0 < len(cells) <= MOST_REFERENCES:
        return None
    return f'IFERROR({function.format(",".join(place.reference for place in cells))},"{NOTHING}")'
