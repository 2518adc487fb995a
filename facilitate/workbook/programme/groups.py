"""Audiences, or centres, side by side: what their meetings were like, and how they were scored by section."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import fmean
from typing import NamedTuple

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.profiles import About, Profile, columns, grouped, together
from facilitate.analysis.programme import Held
from facilitate.workbook.book import NOTHING
from facilitate.workbook.chart_parts import Cells, Line, column_of
from facilitate.workbook.charts import Box, Shown, bars
from facilitate.workbook.page import head
from facilitate.workbook.programme.book import ALL, ProgrammeBook
from facilitate.workbook.programme.overview import NUMBERS
from facilitate.workbook.safe import criterion

BESIDE = 6
"""So many groups stand beside each other; more begin a new table below."""

CODE_WIDTH, NAME_WIDTH, WIDTH = 7.0, 40.0, 17.0
FIRST = 3
"""The column of the first group."""

LEAST_COLUMNS = 5
"""So that the head has room."""

CHART_ROWS = 13


class Dimension(NamedTuple):
    """What meetings are put together by: the column of the tables, and what each value is called."""

    name: str
    key: Callable[[Held], str]
    called: Callable[[str], str]


class Group(NamedTuple):
    """Meetings that share something, and the profiles of those that are compared."""

    key: str
    held: Sequence[Held]
    profiles: Sequence[Profile]


def fill_groups(book: ProgrammeBook, sheet: Worksheet, dimension: Dimension, back: str) -> None:
    """Write one sheet."""
    groups = _groups(book, dimension)
    columns = max(LEAST_COLUMNS, min(BESIDE, len(groups)) + FIRST - 1)
    book.widths(sheet, [CODE_WIDTH, NAME_WIDTH, *(WIDTH,) * (columns - FIRST + 1)])
    lines = (book.words(f"compare.{dimension.name}.told"), book.grid_line())
    row = head(book, sheet, book.words(f"compare.sheet.{dimension.name}"), lines, columns, back) + 1
    for place in range(0, len(groups), BESIDE):
        if place:
            sheet.row_breaks.append(Break(id=row - 1))
        row = _block(book, sheet, dimension, groups[place : place + BESIDE], row) + 1
    book.printed(sheet, landscape=False)


def _groups(book: ProgrammeBook, dimension: Dimension) -> list[Group]:
    found = []
    for key, held in grouped(book.programme.held, dimension.key).items():
        own = {each.meeting.id for each in held}
        found.append(Group(key, held, [each for each in book.programme.profiles if each.meeting in own]))
    return found


def _block(book: ProgrammeBook, sheet: Worksheet, dimension: Dimension, groups: Sequence[Group], row: int) -> int:
    book.text(sheet, row, 1, "", "head")
    book.text(sheet, row, 2, book.words("compare.per_meeting"), "head start")
    for column, group in enumerate(groups, FIRST):
        book.text(sheet, row, column, dimension.called(group.key), "head")
    heads = row
    book.fit(sheet, row, [dimension.called(group.key) for group in groups], [WIDTH * 0.8] * len(groups))
    row = _figures(book, sheet, dimension, groups, row + 1)
    for about in ("moderator", "meeting"):
        if about == "meeting":
            sheet.row_breaks.append(Break(id=row - 1))
        row = _sections(book, sheet, dimension, groups, about, row, heads)
    return row


def _figures(book: ProgrammeBook, sheet: Worksheet, dimension: Dimension, groups: Sequence[Group], row: int) -> int:
    """How many meetings, and their means."""
    _row_name(book, sheet, row, "", book.words("compare.row.meetings"))
    for column, group in enumerate(groups, FIRST):
        wanted = criterion(group.key or NOTHING)
        if wanted:
            book.formula(sheet, row, column, f"COUNTIFS(Meetings[{dimension.name}],{wanted})", len(group.held), "count")
        else:
            book.number(sheet, row, column, len(group.held), "count")
    for name in NUMBERS:
        row += 1
        _row_name(book, sheet, row, "", book.words(f"compare.column.{name}"))
        for column, group in enumerate(groups, FIRST):
            known = [value for each in group.held if (value := getattr(each.figures, name)) is not None]
            among = {dimension.name: group.key or NOTHING}
            result = fmean(known) if known else None
            book.mean_of(sheet, row, column, among, result, "minutes", over=f"Meetings[{name}]")
    return row + 1


def _sections(
    book: ProgrammeBook,
    sheet: Worksheet,
    dimension: Dimension,
    groups: Sequence[Group],
    about: About,
    row: int,
    heads: int,
) -> int:
    """The means of the sections about moderators, or about the meeting; a chart under them; the first free row."""
    sections = [section for each, section in columns(book.programme.profiles) if each == about]
    if not sections:
        return row
    last = len(groups) + FIRST - 1
    book.ground(sheet, row, range(1, last + 1), "band")
    book.text(sheet, row, 1, book.words(f"compare.about.{about}"), "band", ours=True)
    first, end = row + 1, row + 1 + len(sections)
    results = [[together(each.profiles, about, section).mean for section in (*sections, None)] for each in groups]
    for line, section in enumerate((*sections, None), first):
        name = book.section(section) if section else book.words("workbook.overall")
        _row_name(book, sheet, line, section or "", name, bold=section is None)
        for column, (group, own) in enumerate(zip(groups, results, strict=True), FIRST):
            among = {"about": about, "section": section or ALL, dimension.name: group.key or NOTHING}
            book.mean_of(sheet, line, column, among, own[line - first], "mean" if section else "mean bold")
    book.colour(sheet, f"C{first}:{get_column_letter(last)}{end}")
    row = _small(book, sheet, groups, about, end + 1)
    if len(groups) < 2 or not any(value is not None for own in results for value in own):
        return row
    names = column_of(sheet, 2, first, [book.section(section) for section in sections])
    drawn = [
        Line(column_of(sheet, column, heads, [dimension.called(group.key)]), column_of(sheet, column, first, own[:-1]))
        for column, (group, own) in enumerate(zip(groups, results, strict=True), FIRST)
    ]
    return _chart(book, sheet, about, names, drawn, [own[-1] for own in results], row + 1)


def _chart(
    book: ProgrammeBook,
    sheet: Worksheet,
    about: About,
    names: Cells,
    drawn: Sequence[Line],
    overall: Sequence[float | None],
    row: int,
) -> int:
    """Bars by section, a colour for each group; the first free row."""
    span = book.span or (0, 0)
    title = book.words(f"compare.chart.{about}")
    told = book.words.listed(
        f"{line.name.values[0]}: {NOTHING if value is None else book.words.number(value, 2)}"
        for line, value in zip(drawn, overall, strict=True)
    )
    chart = Shown(title, f"{title}. {told}", names, drawn, "0.0", span[0], span[1], 1)
    last = row + CHART_ROWS + 2 * len(drawn)
    bars(book, sheet, chart, Box(1, max(LEAST_COLUMNS, len(drawn) + FIRST - 1), row, last))
    return last + 2


def _small(book: ProgrammeBook, sheet: Worksheet, groups: Sequence[Group], about: About, row: int) -> int:
    """How many profiles and meetings stand behind a column, the fewest observers, and whether that is little."""
    found = [together(group.profiles, about, None) for group in groups]
    for name in ("profiles", "meetings", "observers"):
        _row_name(book, sheet, row, "", book.words(f"compare.behind.{name}"))
        for column, each in enumerate(found, FIRST):
            book.number(sheet, row, column, getattr(each, name), "count")
        row += 1
    _row_name(book, sheet, row, "", book.words("compare.behind.small"))
    texts = [book.few(each.small) for each in found]
    for column, text in enumerate(texts, FIRST):
        book.text(sheet, row, column, text, "middle", ours=True)
    book.fit(sheet, row, texts, [WIDTH] * len(texts))
    return row + 1


def _row_name(book: ProgrammeBook, sheet: Worksheet, row: int, code: str, name: str, *, bold: bool = False) -> None:
    """A section's code in a column of its own: in Arabic lines it would stand on the wrong side of its title."""
    look = "row name bold" if bold else "row name"
    book.text(sheet, row, 1, code, "code bold" if bold else "middle", ours=True)
    book.text(sheet, row, 2, name, look, ours=True)
    book.fit(sheet, row, [name], [NAME_WIDTH])
