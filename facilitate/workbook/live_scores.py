"""The table `Scores` follows the scoresheets: its values and points are formulas over their cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from facilitate.domain.meeting.sheets import Cell
from facilitate.workbook.book import Book, Place
from facilitate.workbook.live import value_formula
from facilitate.workbook.score_rows import Keyed


class Live(NamedTuple):
    """A formula in a table, and what it gives."""

    formula: str
    result: float | str


def live_scores(book: Book, rows: Iterable[Keyed]) -> Iterator[tuple[Any, ...]]:
    """The rows of `Scores`. Notes, what an answer is made of, and scores on an earlier grid do not change."""
    for keyed in rows:
        row = keyed.row
        place = _place(book, keyed.observer, keyed.cell) if keyed.cell else None
        if keyed.cell is None or place is None or row.value is None:
            yield row
            continue
        listed = book.lists.of(keyed.cell.indicator)
        if not (listed.closed or isinstance(row.value, int | float)):
            yield row
            continue
        points = Live(Place(place.sheet, place.cell.replace("C", "D")).reference, _shown(row.points))
        value = Live(value_formula(place.reference, listed.name), row.value)
        fields = row._asdict()
        yield tuple({**fields, "value": value, "points": points}.values())


def _shown(points: float | None) -> float | str:
    return "" if points is None else points


def _place(book: Book, observer: str, cell: Cell) -> Place | None:
    """Where the answer stands that can be changed; nothing for one that stands on its sheet as a thing of the past."""
    sheet = book.scores.sheet(observer, cell.about)
    given = sheet.answers.get(cell) if sheet else None
    return book.answers.get((observer, cell)) if given is not None and given.by_hand else None
