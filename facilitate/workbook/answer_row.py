"""One row of a scoresheet: the answer, which can be changed, and beside it formulas that follow it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.answers import Given, near
from facilitate.analysis.points import points_range
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Choice, Derived, Indicator, Interval, Note
from facilitate.domain.meeting.sheets import Cell, Evidence, Review, Sheet
from facilitate.domain.scale import Value
from facilitate.workbook.book import Book, Place
from facilitate.workbook.hidden import answer_inputs
from facilitate.workbook.live import Asked, derived_formula, meaning_formula, none_applies, points_formula
from facilitate.workbook.names import joined
from facilitate.workbook.validation import not_applicable_words
from facilitate.workbook.wording import beside, facts_told, meaning, shown

COLUMNS = ("code", "indicator", "answer", "points", "meaning", "evidence", "step", "comment", "original")
CODE, INDICATOR, ANSWER, POINTS, MEANING, EVIDENCE, STEP, COMMENT, ORIGINAL = range(1, 10)
WIDTHS = (8, 40, 15, 9, 40, 42, 10, 28, 13)
EVERY = range(1, len(COLUMNS) + 1)

PointsOf = Callable[[Cell], str | None]
"""Where the points of a cell of the meeting stand on the same sheet, if they do."""


class RowContext(NamedTuple):
    """What the rows of one scoresheet share; `earlier` is the version of the grid that rows of the past stand on.

    `answers` is what stands in each cell of the scoresheet.
    """

    book: Book
    sheet: Worksheet
    own: Sheet
    earlier: int | None = None
    answers: Mapping[Cell, Given] = {}

    def review(self, cell: Cell) -> Review | None:
        """What a trainer made of an answer."""
        meeting = self.book.meeting
        if self.earlier is None:
            return meeting.reviews.get((self.own.observer, cell))
        return meeting.earlier.get((self.earlier, self.own.observer, cell))


def write_answer(
    at: RowContext,
    grid: Grid,
    indicator: Indicator,
    cell: Cell,
    row: int,
    given: Given | None,
    *,
    points_of: PointsOf | None,
) -> Asked:
    """Write the row; what the section's mean needs of it. Without `points_of` (an earlier grid's row) it is fixed."""
    book, sheet = at.book, at.sheet
    mark = at.own.marks.get(cell)
    live = points_of is not None and not (given is not None and given.origin == "not_asked")
    texts = {
        INDICATOR: indicator.text.to(book.words.language),
        EVIDENCE: facts_told(book, indicator, _evidence(at.own, cell)),
        COMMENT: review.reason if (review := at.review(cell)) else "",
    }
    book.text(sheet, row, CODE, indicator.id, "code")
    for column, text in texts.items():
        book.text(sheet, row, column, text, "text" if column == INDICATOR or not live else "input text")
    texts[ANSWER] = _answer(at, indicator, cell, row, given, live=live, points_of=points_of)
    texts[ORIGINAL] = _original(at, indicator, cell, row)
    _points(at, grid, indicator, row, given, live=live)
    texts[MEANING] = _meaning(at, grid, indicator, cell, row, given, live=live)
    book.text(sheet, row, STEP, cell.step or (mark.seen if mark else None) or "", "code")
    book.fit(sheet, row, list(texts.values()), [WIDTHS[column - 1] for column in texts])
    if live:
        book.inputs += answer_inputs(sheet.title, at.own.observer, cell, row, given, texts[EVIDENCE], texts[COMMENT])
        book.answers[at.own.observer, cell] = Place(sheet.title, f"C{row}")
    return Asked(
        indicator.weight,
        (f"C{row}",),
        (f"D{row}",),
        (f"D{row}",) if given is None or given.by_hand else (),
        leaves=given is not None and given.origin == "not_asked",
    )


def _evidence(sheet: Sheet, cell: Cell) -> list[Evidence]:
    own = (each for each in sheet.evidence.values() if each.cell[:2] == cell[:2])
    return [each for each in own if cell.step in (None, each.cell.step)]


def _answer(
    at: RowContext,
    indicator: Indicator,
    cell: Cell,
    row: int,
    given: Given | None,
    *,
    live: bool,
    points_of: PointsOf | None,
) -> str:
    """Write the answer; as text where it is one, for the row's height."""
    book, sheet = at.book, at.sheet
    value = given.value if given is not None and given.origin != "not_asked" else None
    fixed = not live or isinstance(indicator, Note | Interval)
    look = "answer" if fixed else "input"
    if live and not fixed:
        book.lists.accept(sheet, f"C{row}", indicator)
    if (
        isinstance(indicator, Derived)
        and points_of is not None
        and live
        and (given is None or given.origin == "derived")
    ):
        formula = _derivation(at, indicator, cell, points_of)
        if formula is not None:
            result = float(value) if isinstance(value, int | float) else shown(book, indicator, value)
            book.formula(sheet, row, ANSWER, formula, result, "input decimal")
            return ""
    seen = shown(book, indicator, value)
    if not isinstance(seen, str):
        book.number(sheet, row, ANSWER, seen, look if seen == int(seen) else f"{look} decimal")
        return ""
    book.text(sheet, row, ANSWER, seen, look)
    return seen


def _derivation(at: RowContext, indicator: Derived, cell: Cell, points_of: PointsOf) -> str | None:
    """The formula of an element; nothing where its behaviours do not all stand on this sheet."""
    grid = at.book.meeting.grid
    if grid is None or (indicator.about == "step" and cell.step is None):
        return None
    spans, asked = [], []
    for code in indicator.behaviours:
        behaviour = grid.by_id.get(code)
        span = points_range(grid, behaviour) if behaviour else None
        found = points_of(near(behaviour, cell)) if behaviour else None
        if behaviour is None or found is None or span is None or isinstance(behaviour, Derived):
            return None
        spans.append((found, span))
        given = at.answers.get(near(behaviour, cell))
        if given is None or given.origin != "not_asked":
            asked.append(found.replace("D", "C"))
    scale = grid.scale(indicator.scale)
    none = none_applies(asked, not_applicable_words(at.book.words))
    return derived_formula(indicator, f"{scale.lowest!r},{scale.highest!r}" if scale else "0,0", spans, none)


def _points(at: RowContext, grid: Grid, indicator: Indicator, row: int, given: Given | None, *, live: bool) -> None:
    book, sheet = at.book, at.sheet
    worth = given.points if given else None
    formula = None
    if live:
        formula = points_formula(grid, indicator, f"C{row}", book.lists.of(indicator.id))
        if isinstance(indicator, Derived) and (
            given is None or given.origin == "derived" or given.value == given.points
        ):
            formula = f'IF(ISNUMBER(C{row}),C{row},"")'
    if formula is None:
        book.number(sheet, row, POINTS, worth, "points")
    else:
        book.formula(sheet, row, POINTS, formula, "" if worth is None else worth, "points")


def _meaning(
    at: RowContext, grid: Grid, indicator: Indicator, cell: Cell, row: int, given: Given | None, *, live: bool
) -> str:
    book, sheet = at.book, at.sheet
    whole = meaning(book, grid, indicator, cell, at.own, given)
    listed = book.lists.of(indicator.id) if live else None
    if listed is not None and listed.closed and not isinstance(indicator, Choice | Derived):
        more = beside(book, indicator, cell, at.own, given)
        formula = meaning_formula(f"C{row}", listed, more)
        told = book.lists.meaning(indicator.id, given.value if given else None)
        book.formula(sheet, row, MEANING, formula, joined((told, more), "\n"), "text")
    else:
        book.text(sheet, row, MEANING, whole, "text")
    return whole


def _original(at: RowContext, indicator: Indicator, cell: Cell, row: int) -> str:
    """What the observer said, where a trainer's review stands as the answer."""
    review = at.review(cell)
    mark = at.own.marks.get(cell)
    if review is None or review.value is None:
        at.book.text(at.sheet, row, ORIGINAL, "", "answer")
        return ""
    value: Value | None = mark.value if mark else None
    seen = shown(at.book, indicator, value)
    if isinstance(seen, str):
        at.book.text(at.sheet, row, ORIGINAL, seen or "–", "answer")
        return seen
    at.book.number(at.sheet, row, ORIGINAL, seen, "answer")
    return ""
