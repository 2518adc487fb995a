"""Moderators over time: each meeting that somebody led, the mean of all, and the course as lines."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.profiles import FEW_OBSERVERS, Course, Profile, courses, small, together
from facilitate.workbook.book import NOTHING, Place
from facilitate.workbook.chart_parts import Line, column_of
from facilitate.workbook.charts import Box, Shown, lines
from facilitate.workbook.page import head
from facilitate.workbook.programme import heat
from facilitate.workbook.programme.book import ProgrammeBook

WIDTHS = (26.0, 11.0, 13.0, 38.0)
LAST_WIDTHS = (12.0, 12.0, 18.0)
FIRST = len(WIDTHS) + 1
MOST_LINES = 6
"""More lines in a chart cannot be told apart."""

CHART_ROWS = 18
LONG = 18
"""Below so many rows a chart has no room on the same page."""


def fill_moderators(book: ProgrammeBook, sheet: Worksheet, back: str) -> None:
    """Write the sheet."""
    words = book.words
    shown = heat.columns_about(book, "moderator")
    width = len(WIDTHS) + len(shown) + len(LAST_WIDTHS)
    book.widths(sheet, [*WIDTHS, *(heat.SECTION_WIDTH,) * len(shown), *LAST_WIDTHS])
    told = (words("compare.moderators.told"), book.grid_line())
    row = head(book, sheet, words("compare.sheet.moderators"), told, width, back)
    _heads(book, sheet, row, shown)
    first = row = row + 2
    every = courses(book.programme.profiles, book.programme.moderators)
    overall: dict[str, list[Place]] = {}
    for course in every:
        row, overall[book.label(course.who)] = _course(book, sheet, row, course, shown)
    heat.coloured(book, sheet, first, row - 1, FIRST, len(shown))
    row = heat.key(book, sheet, row, shown)
    sheet.freeze_panes = f"B{first}"
    _over_time(book, sheet, row + 1, [each for each in every if len(each.profiles) > 1], overall)
    book.printed(sheet, repeat=first - 1)


def _heads(book: ProgrammeBook, sheet: Worksheet, row: int, shown: Sequence[heat.Column]) -> None:
    for column, name in enumerate(("moderator", "centre", "date", "title"), 1):
        book.text(sheet, row, column, "", "head start")
        book.text(sheet, row + 1, column, book.words(f"compare.column.{name}"), "head start")
    heat.heads(book, sheet, row, FIRST, shown)
    for column, name in enumerate(("observers", "change", "small"), FIRST + len(shown)):
        book.text(sheet, row, column, "", "head")
        book.text(sheet, row + 1, column, book.words(f"compare.behind.{name}"), "head")
    sheet.row_dimensions[row + 1].height = 33


def _course(
    book: ProgrammeBook, sheet: Worksheet, row: int, course: Course, shown: Sequence[heat.Column]
) -> tuple[int, list[Place]]:
    """A line for each meeting, and one for all of them where they are several; the first free row, and the cells of the
    means of all sections."""
    places = []
    for profile in course.profiles:
        results = [profile.of(each.section).mean for each in shown]
        _names(book, sheet, row, course, profile)
        among = {"meeting": profile.meeting, "moderator": book.label(course.who)}
        heat.means(book, sheet, row, FIRST, shown, among, results)
        places.append(Place(sheet.title, f"{get_column_letter(FIRST + len(shown) - 1)}{row}"))
        why = book.few("few_observers") if profile.overall.observers < FEW_OBSERVERS else ""
        _last(book, sheet, row, len(shown), profile.overall.observers, None, why, "")
        row += 1
    if len(course.profiles) > 1:
        _mean(book, sheet, row, course, shown, places)
        row += 1
    return row, places


def _names(book: ProgrammeBook, sheet: Worksheet, row: int, course: Course, profile: Profile) -> None:
    held = next(each for each in book.programme.held if each.meeting.id == profile.meeting)
    title = book.title(profile.meeting)
    book.text(sheet, row, 1, book.label(course.who), "row name")
    book.text(sheet, row, 2, course.who.centre, "row name")
    book.text(sheet, row, 3, book.day(held), "middle", ours=True)
    book.text(sheet, row, 4, title, "row name")
    book.fit(sheet, row, [book.label(course.who), title], [WIDTHS[0], WIDTHS[3]])


def _mean(
    book: ProgrammeBook,
    sheet: Worksheet,
    row: int,
    course: Course,
    shown: Sequence[heat.Column],
    places: Sequence[Place],
) -> None:
    label, number = book.label(course.who), len(course.profiles)
    book.ground(sheet, row, range(1, FIRST), "row name bold")
    book.text(sheet, row, 1, label, "row name bold")
    book.text(sheet, row, 4, book.words("compare.mean_of", count=number), "row name bold", ours=True)
    found = [together(course.profiles, "moderator", each.section) for each in shown]
    among = {"moderator": label}
    heat.means(book, sheet, row, FIRST, shown, among, [each.mean for each in found], bold=True)
    fewest = min((each.overall.observers for each in course.profiles), default=0)
    change = f"{places[-1].cell}-{places[0].cell}" if course.change is not None else None
    _last(book, sheet, row, len(shown), fewest, change, book.few(small(number, fewest)), " bold", course.change)


def _last(
    book: ProgrammeBook,
    sheet: Worksheet,
    row: int,
    number: int,
    observers: int,
    change: str | None,
    why: str,
    bold: str,
    result: float | None = None,
) -> None:
    """The columns after the means: the fewest observers, last minus first, whether that is little."""
    column = FIRST + number
    book.number(sheet, row, column, observers, f"count{bold}")
    if change is None or result is None:
        book.text(sheet, row, column + 1, NOTHING if bold else "", f"change{bold}")
    else:
        book.formula(sheet, row, column + 1, f'IFERROR({change},"{NOTHING}")', result, f"change{bold}")
    book.text(sheet, row, column + 2, why, f"middle{bold}", ours=True)


def _over_time(
    book: ProgrammeBook, sheet: Worksheet, row: int, every: Sequence[Course], overall: dict[str, list[Place]]
) -> None:
    """The means of all sections from the first meeting on, a column for each moderator who led several; and a chart."""
    drawn = sorted(every, key=lambda each: -len(each.profiles))[:MOST_LINES]
    if not drawn or book.span is None:
        return
    if row > LONG:
        sheet.row_breaks.append(Break(id=row - 1))
    book.text(sheet, row, 1, book.words("compare.over_time"), "heading", ours=True)
    row += 1
    labels = [book.label(each.who) for each in drawn]
    book.text(sheet, row, 1, book.words("compare.column.occasion"), "head start")
    for column, label in enumerate(labels, 2):
        book.text(sheet, row, column, label, "head")
    book.fit(sheet, row, labels, [WIDTHS[1] * 0.8] * len(labels))
    most = max(len(each.profiles) for each in drawn)
    names = [book.words("compare.occasion", number=number) for number in range(1, most + 1)]
    shown = []
    for column, (course, label) in enumerate(zip(drawn, labels, strict=True), 2):
        values = [each.overall.mean for each in course.profiles]
        for line, (place, value) in enumerate(zip(overall[label], values, strict=True), row + 1):
            book.formula(sheet, line, column, place.cell, NOTHING if value is None else value, "mean")
        padded = [*values, *(None,) * (most - len(values))]
        shown.append(Line(column_of(sheet, column, row, [label]), column_of(sheet, column, row + 1, padded)))
    for line, name in enumerate(names, row + 1):
        book.text(sheet, line, 1, name, "row name", ours=True)
    title = book.words("compare.chart.moderators")
    told = book.words.listed(f"{label}: {_told(book, course)}" for course, label in zip(drawn, labels, strict=True))
    top = row + most + 2
    chart = Shown(title, f"{title}. {told}", column_of(sheet, 1, row + 1, names), shown, "0.0", *book.span, 1)
    lines(book, sheet, chart, Box(1, FIRST + 3, top, top + CHART_ROWS))


def _told(book: ProgrammeBook, course: Course) -> str:
    numbers = (each.overall.mean for each in course.profiles)
    return " → ".join(NOTHING if each is None else book.words.number(each, 2) for each in numbers)
