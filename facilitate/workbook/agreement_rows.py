"""How far observers agree, as the table `Agreement` holds it, by section and over all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from facilitate.analysis.agreement import Agreement, agreement, units
from facilitate.workbook.book import Book

MEASURES = ("percent_exact", "percent_within_one", "mean_absolute_difference", "krippendorff_alpha_ordinal")
NOTES = ("no two observers scored the same", "every score is the same: not defined", "")


class AgreementRow(NamedTuple):
    """One measure over a section, or over all where `section` is empty; shares from 0 to 1; `pairs` of observers."""

    measure: str
    section: str
    value: float | None
    units: int
    observers: int
    pairs: int
    note: str


def by_section(book: Book) -> dict[str, Agreement]:
    """The agreement of each section of the grid, then of all together under an empty name."""
    every = units(book.meeting, book.scores, book.now)
    grid = book.meeting.grid
    found = {
        section.id: agreement([unit for unit in every if unit.section == section.id])
        for section in (grid.sections if grid else ())
    }
    return {**found, "": agreement(every)}


def measured(found: Agreement) -> tuple[float | None, ...]:
    """The measures in their order."""
    return (found.exact, found.within_one, found.difference, found.alpha)


def agreement_rows(book: Book) -> Iterator[AgreementRow]:
    """A row for each measure and section; with the reason where there is no value."""
    for section, found in by_section(book).items():
        for measure, value in zip(MEASURES, measured(found), strict=True):
            note = NOTES[2] if value is not None else NOTES[1] if found.pairs else NOTES[0]
            yield AgreementRow(measure, section, value, found.units, found.observers, found.pairs, note)
