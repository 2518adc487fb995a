"""How far observers agree, as the table `Agreement` holds it, by section and over all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from facilitate.analysis.agreement import Measured, agreement
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


def by_section(book: Book) -> dict[str, Measured]:
    """The agreement of each section of the grid with something to compare, then of all together under an empty name."""
    found = agreement(book.meeting, book.scores, book.now)
    return {**found.sections, "": found.whole}


def measured(found: Measured) -> tuple[float | None, ...]:
    """The measures in their order."""
    same, near = (found.coefficients[name].value for name in ("percent", "percent_within_1"))
    return (same, near, found.difference, found.alpha.value)


def agreement_rows(book: Book) -> Iterator[AgreementRow]:
    """A row for each measure and section; with the reason where there is no value."""
    for section, found in by_section(book).items():
        for measure, value in zip(MEASURES, measured(found), strict=True):
            note = NOTES[2] if value is not None else NOTES[1] if found.pairs else NOTES[0]
            yield AgreementRow(measure, section, value, found.compared, len(found.observers), found.pairs, note)
