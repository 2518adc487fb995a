"""The sheet on observers' agreement: what it means and what to do next, then where they differ and the figures, and
whether these are still those of the scores in this workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.workbook.agreement.coefficients import write_coefficients
from facilitate.workbook.agreement.counted import write_counted
from facilitate.workbook.agreement.differing import write_differing
from facilitate.workbook.agreement.judged import Judged
from facilitate.workbook.agreement.observers import write_pairs, write_without
from facilitate.workbook.agreement.paging import begin_pages
from facilitate.workbook.agreement.sections import write_sections
from facilitate.workbook.agreement.spans import LARGER, WIDTHS, sentence
from facilitate.workbook.agreement.wording import next_told, rests_on, verdict_told
from facilitate.workbook.book import Book
from facilitate.workbook.live import literal
from facilitate.workbook.live_scores import Live
from facilitate.workbook.page import grid_line, head, meeting_line, print_pages, title
from facilitate.workbook.sheet_rows import put, section
from facilitate.workbook.tables import Content

SCORES_EXPLAINED = ("units", "exact", "within_one", "difference", "alpha", "undefined")
SLOTS_EXPLAINED = ("both_or_neither", "few")


def fill_agreement(book: Book, sheet: Worksheet, judged: Judged, scores: Content, back: str) -> None:
    """Write the sheet; `scores` is the table that the values were reckoned from."""
    book.widths(sheet, WIDTHS)
    lines = (book.line(title(book), meeting_line(book)), grid_line(book))
    row = head(book, sheet, book.words("sheets.agreement"), lines, len(WIDTHS), back)
    sheet.freeze_panes = f"A{row}"
    row = sentence(book, sheet, row + 1, verdict_told(book, judged.found), "verdict", LARGER)
    row = sentence(book, sheet, row, next_told(book, judged.found))
    if judged.found.state in ("compared", "counted"):
        _figures(book, sheet, judged, scores, row)
    print_pages(book, sheet, landscape=False)


def _figures(book: Book, sheet: Worksheet, judged: Judged, scores: Content, row: int) -> None:
    """Everything under what it means; each part keeps together on paper where it can."""
    found, tops = judged.found, list[int]()
    if found.state == "compared":
        for line in rests_on(book, found):
            row = sentence(book, sheet, row, line, "quiet")
    row = _state(book, sheet, scores, row + 1)
    for write in _parts(book, sheet, judged):
        end = write(row + 1)
        if end > row + 1:
            tops.append(row + 1)
            row = end
    begin_pages(sheet, tops, row)


def _parts(book: Book, sheet: Worksheet, judged: Judged) -> Iterator[Callable[[int], int]]:
    """What is written under each other: each takes the row to begin in and answers the first free one, the same where
    there is nothing to write."""
    found = judged.found
    if found.state == "compared":
        yield lambda row: write_sections(book, sheet, row, found)
        yield lambda row: write_differing(book, sheet, row, judged.items)
        yield lambda row: write_pairs(book, sheet, row, found)
        yield lambda row: write_without(book, sheet, row, found)
        yield lambda row: write_coefficients(book, sheet, row, found.whole.coefficients)
    yield lambda row: write_counted(book, sheet, row, found.counted)
    yield lambda row: _explained(book, sheet, row, judged)


def _explained(book: Book, sheet: Worksheet, row: int, judged: Judged) -> int:
    """How to read what stands above."""
    row = section(book, sheet, row, book.words("sheets.agreement.reading"))
    names = [*(SCORES_EXPLAINED if judged.found.state == "compared" else ())]
    several = [each for each in judged.found.counted if each.looked]
    names += ["counted"] if several else []
    names += SLOTS_EXPLAINED if any(each.per != "whole" for each in several) else ()
    for name in names:
        row = sentence(book, sheet, row, book.words(f"sheets.agreement.means.{name}"))
    return row


def _state(book: Book, sheet: Worksheet, scores: Content, row: int) -> int:
    """Says by itself whether scores were changed since: what Excel cannot reckon stands still."""
    live, fixed = _checksum(scores)
    fresh, stale = book.words("sheets.agreement.fresh"), book.words("sheets.agreement.stale")
    book.ground(sheet, row, range(1, len(WIDTHS) + 1), "state")
    formula = f"IF(ABS({live}-{fixed!r})<0.000001,{literal(fresh)},{literal(stale)})"
    put(book, sheet, row, 1, Live(formula, fresh), "state")
    book.across(sheet, row, 1, len(WIDTHS))
    sheet.row_dimensions[row].height = 24
    return row + 1


def _checksum(scores: Content) -> tuple[str, float]:
    """A number that changes with any score: values and points, each times its row; and what it is now."""
    columns = [scores.columns.index(name) for name in ("points", "value")]
    total = 0.0
    for place, values in enumerate(scores.rows, 1):
        for column in columns:
            value = values[column]
            value = value.result if isinstance(value, Live) else value
            total += place * value if isinstance(value, int | float) else 0
    rows = "(ROW(Scores[points])-ROW(Scores[[#Headers],[points]]))"
    return "+".join(f"SUMPRODUCT({rows},Scores[{name}])" for name in ("points", "value")), total
