"""The rows of the table `Scores`: one for each mark that stands, and the counts of tallies, timings and intervals.

A row without a `part` is an answer. Rows with one are what an answer is made of: a group of a tally or of timings, or
the number of an interval; they are worth no points of their own.

`grid_version` is the version of the grid that an answer was given on, counted from 1; `given_as` the code that the
indicator had there, where it has another one now. What an amendment split, merged or dropped stands under its code of
then, without points, and enters no mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from facilitate.analysis.answers import earlier_sheet, subjects_of, visible_sheets
from facilitate.analysis.lasting import seconds_by_group, timings_of
from facilitate.analysis.points import points
from facilitate.domain.events.base import Origin
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Duration, Indicator
from facilitate.domain.meeting.mapping import given_as
from facilitate.domain.meeting.sheets import Cell, Evidence, Mark, Review, Sheet
from facilitate.domain.meeting.state import Meeting
from facilitate.workbook.answer_lists import plain
from facilitate.workbook.names import Names, joined


class ScoreRow(NamedTuple):
    """One row; the names of the fields are the names of the columns."""

    observer: str
    about: str
    indicator: str
    value: float | str | None
    evidence: str = ""
    step: str = ""
    section: str = ""
    points: float | None = None
    sent_at: datetime | None = None
    version: str = ""
    reason: str = ""
    source: str = ""
    part: str = ""
    original: float | str | None = None
    grid_version: int | None = None
    given_as: str = ""


class Keyed(NamedTuple):
    """A row with the observer's id and the cell of the answer that it is; no cell for what an answer is made of."""

    observer: str
    cell: Cell | None
    row: ScoreRow
    counts: bool = True
    """Whether it is of the grid in force, and not put aside with an earlier one."""


def score_rows(meeting: Meeting, names: Names) -> list[Keyed]:
    """Every row of the sheets that this view shows: by observer, by subject, in the order of the grid."""
    return [
        keyed
        for sheet in visible_sheets(meeting)
        for about in subjects_of(meeting, sheet)
        for keyed in _of_subject(meeting, names, sheet, about)
    ]


def _of_subject(meeting: Meeting, names: Names, sheet: Sheet, about: str) -> Iterator[Keyed]:
    """What counts, then what was put aside with an earlier version of the grid."""
    yield from _Rows(meeting, names, sheet, meeting.reviews).about(about)
    for version in sorted(sheet.earlier):
        reviews = {(who or "", cell): each for (place, who, cell), each in meeting.earlier.items() if place == version}
        for keyed in _Rows(meeting, names, earlier_sheet(sheet, version), reviews, version).about(about):
            yield keyed._replace(cell=None, counts=False, row=keyed.row._replace(points=None))


def facts(evidence: Iterable[Evidence]) -> str:
    """Facts as the table holds them, one a line."""
    return "\n".join(fact for fact in map(_fact, evidence) if fact)


def _fact(fact: Evidence) -> str:
    photo = f"[photo {fact.photo}]" if fact.photo else ""
    anchor = f"[anchor {fact.anchor}]" if fact.anchor is not None else ""
    return joined((fact.text, photo, anchor, "[on paper]" if fact.on_paper else ""), " ")


class _Rows:
    """The rows of one sheet, under one version of the grid, else the one in force."""

    def __init__(
        self,
        meeting: Meeting,
        names: Names,
        sheet: Sheet,
        reviews: Mapping[tuple[str, Cell], Review],
        version: int | None = None,
    ) -> None:
        self.meeting, self.names, self.sheet, self.reviews = meeting, names, sheet, reviews
        self.version = len(meeting.grids.versions) - 1 if version is None else version
        self.grid = meeting.grids.versions[self.version] if meeting.grid else None
        codes = list(self.grid.by_id) if self.grid else []
        steps = [step.id for step in meeting.agenda.steps] if meeting.agenda else []
        self.code_order = {code: place for place, code in enumerate(codes)}
        self.step_order = {step: place for place, step in enumerate(steps)}

    def about(self, about: str) -> Iterator[Keyed]:
        """Marks and counts about one subject, cell by cell."""
        timed = {timing.cell for timing in self.sheet.timings.values()}
        reviewed = {cell for observer, cell in self.reviews if observer == self.sheet.observer}
        every = {*self.sheet.marks, *self.sheet.tallies, *self.sheet.intervals, *timed, *reviewed}
        for cell in sorted((cell for cell in every if cell.about == about), key=self._order):
            for row in self._cell(cell):
                yield Keyed(self.sheet.observer, None if row.part else cell, self._reviewed(cell, row))

    def _order(self, cell: Cell) -> tuple[int, str, int, str]:
        far = len(self.code_order) + len(self.step_order)
        step = cell.step or ""
        return (self.code_order.get(cell.indicator, far), cell.indicator, self.step_order.get(step, far), step)

    def _cell(self, cell: Cell) -> Iterator[ScoreRow]:
        mark, grid = self.sheet.marks.get(cell), self.grid
        indicator = grid.by_id.get(cell.indicator) if grid else None
        row = self._row(cell, grid)
        if mark is not None:
            yield self._marked(row, mark, grid, indicator)
        parts = list(self._parts(row, cell))
        if mark is None and len(parts) == 1 and not parts[0].part:
            yield parts[0]._replace(points=self._worth(grid, indicator, parts[0].value))
            return
        if mark is None and not parts:
            yield row  # nothing but a trainer's review
        if mark is None and parts and cell not in self.sheet.intervals:
            whole = sum(part.value for part in parts if isinstance(part.value, int | float))
            yield row._replace(value=whole, points=self._worth(grid, indicator, whole))
        yield from (part for part in parts if part.part)

    def _reviewed(self, cell: Cell, row: ScoreRow) -> ScoreRow:
        """The row with a trainer's review as its value, and the observer's own beside it."""
        review = self.reviews.get((self.sheet.observer, cell))
        if review is None or review.value is None or row.part:
            return row
        indicator = self.grid.by_id.get(cell.indicator) if self.grid else None
        worth = points(self.grid, indicator, review.value) if self.grid and indicator else None
        return row._replace(
            value=plain(review.value),
            points=worth,
            original=row.value,
            reason=review.reason or row.reason,
            source=origin(review.source) or row.source,
        )

    def _row(self, cell: Cell, grid: Grid | None) -> ScoreRow:
        section = grid.section_of.get(cell.indicator) if grid else None
        return ScoreRow(
            observer=self.names.of(self.sheet.observer),
            about=self.names.about(cell.about),
            indicator=cell.indicator,
            value=None,
            evidence=facts(self.sheet.evidence_for(cell)),
            step=cell.step or "",
            section=section.id if section else "",
            sent_at=self.sheet.sent.wall if self.sheet.sent else None,
            version=grid.version if grid else "",
            grid_version=self.version + 1 if grid else None,
        )

    def _marked(self, row: ScoreRow, mark: Mark, grid: Grid | None, indicator: Indicator | None) -> ScoreRow:
        history, code = self.meeting.grids, row.indicator
        then = given_as(history, mark.version, code, self.version)
        return row._replace(
            grid_version=mark.version + 1 if history.versions else None,
            version=history.versions[mark.version].version if history.versions else "",
            given_as=then if then is not None and then != code else "",
            value=plain(mark.value),
            step=row.step or mark.seen or "",
            points=points(grid, indicator, mark.value) if grid and indicator else None,
            reason=mark.reason,
            source=origin(mark.source),
        )

    def _parts(self, row: ScoreRow, cell: Cell) -> Iterator[ScoreRow]:
        """The counts of each group, the seconds of each group, the codes of each interval."""
        bare = row._replace(evidence="")
        for group, count in self.sheet.tallies.get(cell, {}).items():
            yield (bare if group else row)._replace(value=count, part=group or "")
        for timed, length in seconds_by_group(timings_of(self.sheet, cell)).items():
            yield (bare if timed else row)._replace(value=round(length), part=timed or "")
        for number, interval in sorted(self.sheet.intervals.get(cell, {}).items()):
            codes = "missed" if interval.missed else ";".join(interval.codes) or "none"
            yield bare._replace(value=codes, part=str(number), step=interval.seen or row.step)

    def _worth(self, grid: Grid | None, indicator: Indicator | None, value: float | str | None) -> float | None:
        if grid is None or indicator is None or not isinstance(value, int | float):
            return None
        return points(grid, indicator, round(value) if isinstance(indicator, Duration) else value)


def origin(source: Origin | None) -> str:
    """Where a score that its observer did not type comes from."""
    return joined((source.file, source.cell or ""), " ") if source else ""
