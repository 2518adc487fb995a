"""The table `Scores` follows the scoresheets: its values and points are formulas over their cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from facilitate.workbook.answer_lists import plain
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
        found = _standing(book, keyed) if keyed.cell else None
        if found is None or keyed.cell is None:
            yield keyed.row
            continue
        place, value = found
        worth = Place(place.sheet, place.cell.replace("C", "D"))
        points: Any = Live(worth.reference, "" if keyed.row.points is None else keyed.row.points)
        fields = keyed.row._asdict()
        fields["value"] = Live(value_formula(place.reference, book.lists.of(keyed.cell.indicator)), value)
        fields["points"] = points if worth in book.cached else keyed.row.points
        yield tuple(fields.values())


def _standing(book: Book, keyed: Keyed) -> tuple[Place, float | str] | None:
    """Where the answer stands that can be changed, and its value; nothing for one of the past."""
    cell = keyed.cell
    sheet = book.scores.sheet(keyed.observer, cell.about) if cell else None
    given = sheet.answers.get(cell) if sheet and cell else None
    if cell is None or given is None or given.value is None or not given.by_hand:
        return None
    place, value = book.answers.get((keyed.observer, cell)), plain(given.value)
    listed = book.lists.of(cell.indicator)
    return (place, value) if place and (listed.closed or isinstance(value, int | float)) else None
