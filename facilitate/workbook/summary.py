"""The first sheet: the meeting at a glance, the sections' profile, what it brought, and the way to every sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.presence import present
from facilitate.analysis.timing import start_delay_minutes, step_times
from facilitate.domain.events.capturing import CaptureKind
from facilitate.workbook.book import NOTHING, Book
from facilitate.workbook.heat import write_heat
from facilitate.workbook.links import Chapter, write_links
from facilitate.workbook.log_rows import minutes
from facilitate.workbook.page import grid_line, head, meeting_line, print_pages, title, warn
from facilitate.workbook.profile import CODE_WIDTH, NAME_WIDTH, write_profile
from facilitate.workbook.scoresheet import Written
from facilitate.workbook.waiting import waiting_lines

WIDTHS = (CODE_WIDTH, NAME_WIDTH, *(12.0,) * 9)
COLUMNS = len(WIDTHS)
TILES = ((1, 2), (3, 4), (5, 6), (7, 8), (9, 10, 11))
"""The columns of the tiles in which key figures stand."""

ONE_PAGE = 9
"""So many moderators and meetings in the profile can still be read when all is printed on one page."""


class Figure(NamedTuple):
    """A key figure: its name, its value, and the formula that gives it where the tables hold it."""

    name: str
    value: float | str | None
    formula: str | None = None
    look: str = "figure"


def fill_summary(
    book: Book, sheet: Worksheet, written: Mapping[tuple[str, str], Written], chapters: Sequence[Chapter]
) -> None:
    """Write the summary; `written` says where the scoresheets' means stand, `chapters` names the sheets to lead to."""
    book.widths(sheet, WIDTHS)
    kit = book.words("workbook.kit", kit=book.code(book.meeting.kit)) if book.meeting.kit else ""
    lines = (meeting_line(book), book.line(_grid_title(book), grid_line(book), kit))
    row = head(book, sheet, title(book), lines, COLUMNS, None)
    contents = row - 1
    for line in waiting_lines(book):
        warn(book, sheet, row, COLUMNS, line)
        row += 1
    row = _tiles(book, sheet, row + 1)
    row = write_heat(book, sheet, written, row + 1)
    row = write_profile(book, sheet, written, row + 1)
    write_links(book, sheet, chapters, row + 2)
    _contents(book, sheet, contents, f"A{row + 2}")
    print_pages(book, sheet, landscape=False, whole=len(book.scores.subjects) <= ONE_PAGE)
    sheet.print_area = f"A1:{get_column_letter(COLUMNS)}{row}"  # links are of no use on paper


def _contents(book: Book, sheet: Worksheet, row: int, at: str) -> None:
    """The way down to the links, at the end of the quiet line."""
    first = COLUMNS - 2
    book.link(sheet, row, first, sheet.title, book.words("workbook.sheets"), at=at)
    book.across(sheet, row, first, COLUMNS)


def _grid_title(book: Book) -> str:
    grid = book.meeting.grid
    if grid is None:
        return ""
    return book.words("workbook.grid.title", title=grid.title, version=book.code(grid.version))


def figures(book: Book) -> list[Figure]:
    """The key figures, with formulas over the tables where they hold what is counted."""
    meeting = book.meeting
    times = [each for each in step_times(meeting, book.now) if each.counted]
    among = 'Steps[counted],"yes",Steps[track],"plenary"'
    actions = meeting.captured(CaptureKind.ACTION)
    complete, delay = sum(each.complete for each in actions), start_delay_minutes(meeting)
    planned = sum(each.planned for each in times)
    used = round(sum(minutes(each.spent) for each in times), 2)
    needs, decisions = len(meeting.captured(CaptureKind.NEED)), len(meeting.captured(CaptureKind.DECISION))
    sent, observers = sum(meeting.sheet(each.id).sent is not None for each in meeting.observers), len(meeting.observers)
    return [
        Figure("participants", present(meeting)),
        Figure("minutes_planned", planned, f"SUMIFS(Steps[planned_minutes],{among})"),
        Figure("minutes_used", used, f"SUMIFS(Steps[actual_minutes],{among})"),
        Figure("start_delay", None if delay is None else max(0, round(delay))),
        Figure("observers_sent", book.words("workbook.of", some=sent, all=observers)),
        Figure("needs", needs, "COUNTA(Needs[need])"),
        Figure("decisions", decisions, "COUNTA(Decisions[decision])"),
        Figure("actions", len(actions), "COUNTA(Actions[action])"),
        Figure("actions_complete", complete, 'COUNTIFS(Actions[complete],"yes")'),
        Figure("exercised", book.scores.exercised.share, None, "percent figure"),
    ]


def _tiles(book: Book, sheet: Worksheet, row: int) -> int:
    """Five figures beside each other, their names under them; the first free row."""
    for place, figure in enumerate(figures(book)):
        columns = TILES[place % len(TILES)]
        if place and place % len(TILES) == 0:
            row += 3
        book.ground(sheet, row, columns, figure.look)
        book.ground(sheet, row + 1, columns, "figure name")
        sheet.row_dimensions[row].height = 30
        if figure.formula is not None and isinstance(figure.value, int | float):
            book.formula(sheet, row, columns[0], figure.formula, figure.value, figure.look)
        elif isinstance(figure.value, int | float):
            book.number(sheet, row, columns[0], figure.value, figure.look)
        else:
            book.text(sheet, row, columns[0], figure.value or NOTHING, figure.look, ours=True)
        book.text(sheet, row + 1, columns[0], book.words(f"workbook.figure.{figure.name}"), "figure name", ours=True)
    return row + 2
