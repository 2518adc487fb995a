"""Meeting by meeting, in the order in which they took place: the sections' means, and their course as lines."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.profiles import FEW_OBSERVERS, together
from facilitate.analysis.programme import Held
from facilitate.workbook.book import NOTHING
from facilitate.workbook.chart_parts import Line, column_of
from facilitate.workbook.charts import Box, Shown, lines
from facilitate.workbook.page import head
from facilitate.workbook.programme import heat
from facilitate.workbook.programme.book import ProgrammeBook

WIDTHS = (13.0, 40.0, 11.0, 16.0)
LAST_WIDTHS = (12.0, 18.0)
FIRST = len(WIDTHS) + 1
CHART_ROWS = 18
LONG = 24
"""Below so many rows a chart has no room on the same page."""
LEAST_POINTS = 2
"""One meeting has no course."""


def fill_by_meeting(book: ProgrammeBook, sheet: Worksheet, back: str) -> None:
    """Write the sheet."""
    words, held = book.words, book.programme.compared
    shown = heat.columns_about(book, "moderator", "meeting")
    width = len(WIDTHS) + len(shown) + len(LAST_WIDTHS)
    book.widths(sheet, [*WIDTHS, *(heat.SECTION_WIDTH,) * len(shown), *LAST_WIDTHS])
    said = (words("compare.by_meeting.told"), book.grid_line())
    row = head(book, sheet, words("compare.sheet.by_meeting"), said, width, back)
    _heads(book, sheet, row, shown)
    first = row + 2
    results = [_row(book, sheet, line, each, shown) for line, each in enumerate(held, first)]
    last = first + len(held) - 1
    heat.coloured(book, sheet, first, last, FIRST, len(shown))
    sheet.freeze_panes = f"C{first}"
    below = heat.key(book, sheet, last + 1, shown)
    _chart(book, sheet, shown, results, first, below)
    book.printed(sheet, repeat=row + 1)


def _heads(book: ProgrammeBook, sheet: Worksheet, row: int, shown: Sequence[heat.Column]) -> None:
    names = ("date", "title", "centre", "audience")
    for column, name in enumerate(names, 1):
        book.text(sheet, row, column, "", "head start")
        book.text(sheet, row + 1, column, book.words(f"compare.column.{name}"), "head start")
    heat.heads(book, sheet, row, FIRST, shown)
    for column, name in enumerate(("observers", "small"), FIRST + len(shown)):
        book.text(sheet, row, column, "", "head")
        book.text(sheet, row + 1, column, book.words(f"compare.behind.{name}"), "head")
    sheet.row_dimensions[row + 1].height = 33


def _row(
    book: ProgrammeBook, sheet: Worksheet, row: int, held: Held, shown: Sequence[heat.Column]
) -> list[float | None]:
    """One meeting; its means."""
    meeting = held.meeting
    profiles = [each for each in book.programme.profiles if each.meeting == meeting.id]
    book.text(sheet, row, 1, book.day(held), "middle", ours=True)
    book.text(sheet, row, 2, book.title(meeting.id), "row name")
    book.text(sheet, row, 3, meeting.centre, "row name")
    book.text(sheet, row, 4, book.audience(meeting.audience or meeting.kit), "row name")
    found = [together(profiles, each.about, each.section) for each in shown]
    results = [each.mean for each in found]
    heat.means(book, sheet, row, FIRST, shown, {"meeting": meeting.id}, results)
    fewest = min((each.observers for each in found if each.observers), default=0)
    book.number(sheet, row, FIRST + len(shown), fewest, "count")
    # one meeting is one meeting: only its observers can be few or many
    small = "" if fewest >= FEW_OBSERVERS else book.few("few_observers")
    book.text(sheet, row, FIRST + len(shown) + 1, small, "middle", ours=True)
    book.fit(sheet, row, [book.title(meeting.id), small], [WIDTHS[1], LAST_WIDTHS[1]])
    return results


def _chart(
    book: ProgrammeBook,
    sheet: Worksheet,
    shown: Sequence[heat.Column],
    results: Sequence[Sequence[float | None]],
    first: int,
    top: int,
) -> None:
    """The means of all sections, about moderators and about the meeting, from meeting to meeting."""
    wholes = [place for place, each in enumerate(shown) if each.section is None]
    if len(results) < LEAST_POINTS or not wholes or book.span is None:
        return
    days = [book.day(each) for each in book.programme.compared]
    top += 1
    told = []
    drawn = []
    for place in wholes:
        values = [each[place] for each in results]
        name = book.words(f"compare.about.{shown[place].about}")
        # the name of a line stands in a cell of its own: the heads over the means hold it for the first column only
        column = FIRST + place
        book.text(sheet, top, column, name, "quiet line", ours=True)
        drawn.append(Line(column_of(sheet, column, top, [name]), column_of(sheet, column, first, values)))
        numbers = (book.words.number(value, 2) if value is not None else NOTHING for value in values)
        told.append(f"{name}: {book.words.listed(numbers)}")
    if top > LONG:
        sheet.row_breaks.append(Break(id=top - 1))
    title = book.words("compare.chart.course")
    chart = Shown(title, f"{title}. {' · '.join(told)}", column_of(sheet, 1, first, days), drawn, "0.0", *book.span, 1)
    lines(book, sheet, chart, Box(1, FIRST + 5, top + 1, top + CHART_ROWS))
