"""The tables `Meetings` and `Means`, over which everything else is reckoned; names and columns are English always."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.programme import Held, audience
from facilitate.analysis.scores import Mean
from facilitate.workbook.book import NOTHING
from facilitate.workbook.log_rows import yes
from facilitate.workbook.page import head
from facilitate.workbook.programme.book import ALL, ProgrammeBook

USUAL = 15.0
WIDE = {"meeting": 22.0, "title": 40.0, "place": 24.0, "moderator": 24.0}


class MeetingRow(NamedTuple):
    """A meeting; the names of the fields are the names of the columns."""

    meeting: str
    title: str
    kit: str
    audience: str
    centre: str
    place: str
    date: date | None
    people: int | None
    minutes_planned: float
    minutes_used: float | None
    needs: int
    decisions: int
    actions: int
    sheets_sent: int
    observers: int
    rehearsal: str
    grid: str
    compared: str


class MeanRow(NamedTuple):
    """A section's mean, or that of all sections, about one moderator or one meeting, over its observers."""

    meeting: str
    title: str
    date: date | None
    centre: str
    audience: str
    about: str
    moderator: str
    section: str
    mean: float | None
    spread: float | None
    sd: float | None
    observers: int


def meeting_rows(book: ProgrammeBook) -> Iterator[MeetingRow]:
    """Every meeting, in the order in which they took place."""
    for held in book.programme.held:
        meeting, figures = held.meeting, held.figures
        yield MeetingRow(
            meeting=meeting.id,
            title=book.title(meeting.id),
            kit=meeting.kit,
            audience=audience(held) or NOTHING,
            centre=meeting.centre or NOTHING,
            place=meeting.place,
            date=held.moment.date() if held.moment else None,
            people=figures.people,
            minutes_planned=figures.minutes_planned,
            minutes_used=figures.minutes_used,
            needs=figures.needs,
            decisions=figures.decisions,
            actions=figures.actions,
            sheets_sent=figures.sent,
            observers=figures.observers,
            rehearsal=yes(meeting.rehearsal),
            grid=meeting.grid.short_fingerprint if meeting.grid else "",
            compared=yes(held.apart is None),
        )


def mean_rows(book: ProgrammeBook) -> Iterator[MeanRow]:
    """Every profile, section by section."""
    held: dict[str, Held] = {each.meeting.id: each for each in book.programme.held}
    for profile in book.programme.profiles:
        own = held[profile.meeting]
        every: list[tuple[str, Mean]] = [*profile.sections.items(), (ALL, profile.overall)]
        for section, mean in every:
            yield MeanRow(
                meeting=profile.meeting,
                title=book.title(profile.meeting),
                date=own.moment.date() if own.moment else None,
                centre=own.meeting.centre or NOTHING,
                audience=audience(own) or NOTHING,
                about=profile.about,
                moderator=book.label(profile.who),
                section=section,
                mean=mean.mean,
                spread=mean.spread,
                sd=mean.sd,
                observers=mean.observers,
            )


def fill_table(
    book: ProgrammeBook, sheet: Worksheet, name: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]], back: str
) -> None:
    """Write a table under the head of its sheet; an empty one has one empty row, since Excel wants one."""
    said = (book.words(f"compare.{name.lower()}.told"), "")
    top = head(book, sheet, book.words(f"compare.sheet.{name.lower()}"), said, len(columns), back)
    for place, column in enumerate(columns, 1):
        book.text(sheet, top, place, column, "head start")
    for row, values in enumerate(rows, top + 1):
        for place, value in enumerate(values, 1):
            _put(book, sheet, row, place, value)
    last = top + max(1, len(rows))
    sheet.add_table(table(name, columns, top, last))
    book.widths(sheet, [WIDE.get(column, USUAL) for column in columns])
    sheet.freeze_panes = f"A{top + 1}"
    sheet.sheet_view.showGridLines = True
    book.printed(sheet, repeat=top)


def table(name: str, columns: Sequence[str], top: int, last: int) -> Table:
    """An Excel table over some rows, its head in the row `top`."""
    made = Table(displayName=name, ref=f"A{top}:{get_column_letter(len(columns))}{last}")
    made.tableStyleInfo = TableStyleInfo(name="TableStyleLight9", showRowStripes=True)
    return made


def _put(book: ProgrammeBook, sheet: Worksheet, row: int, column: int, value: Any) -> None:
    match value:
        case str():
            book.text(sheet, row, column, value, "data text")
        case date():
            book.moment(sheet, row, column, value, "data day")
        case None:
            pass
        case _:
            book.number(sheet, row, column, value, "data number")
