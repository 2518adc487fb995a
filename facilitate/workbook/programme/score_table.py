"""The long table `Scores`: every answer of every meeting, written row by row; what is too much for a workbook goes into
a CSV file beside it."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import TableColumn

from facilitate.analysis.programme import Programme
from facilitate.domain.meeting.state import Meeting
from facilitate.workbook.names import Names, quoted
from facilitate.workbook.programme.book import ProgrammeBook
from facilitate.workbook.programme.tables import table
from facilitate.workbook.safe import cell_text
from facilitate.workbook.score_rows import score_rows
from facilitate.workbook.streaming import add_stream

MOST_ROWS = 100_000
"""A workbook holds no more scores: beyond that, programs that open it are slow."""

WIDTHS = {"meeting": 22.0, "observer": 20.0, "about": 20.0, "value": 16.0, "original": 16.0, "reason": 24.0}
_SIGNS = frozenset("=+-@#'\t")
"""With one of these a text may be taken for a formula, or for an error, here or by whoever edits it."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class ProgrammeScore(NamedTuple):
    """A row of the table; the names of the fields are the names of the columns.

    `given_as` is the code under which an answer was given before its grid was amended; `compared_as` the one of the
    leading grid, where the meeting's own is another version of it. Both are empty where the code is the same.
    """

    meeting: str
    centre: str
    date: date | None
    audience: str
    grid: str
    observer: str
    about: str
    indicator: str
    section: str
    value: float | str | None
    points: float | None
    step: str
    part: str
    version: str
    original: float | str | None
    reason: str
    given_as: str
    compared_as: str


def programme_scores(programme: Programme) -> Iterator[ProgrammeScore]:
    """Every row of the sheets that can be seen, meeting by meeting, those on other grids among them."""
    for held in programme.held:
        meeting = held.meeting
        day = held.moment.date() if held.moment else None
        grid = meeting.grid.short_fingerprint if meeting.grid else ""
        lead = _leading(programme, meeting)
        for keyed in score_rows(meeting, Names(meeting)):
            row = keyed.row
            yield ProgrammeScore(
                meeting=meeting.id,
                centre=meeting.centre,
                date=day,
                audience=meeting.audience or meeting.kit,
                grid=grid,
                observer=row.observer,
                about=row.about,
                indicator=row.indicator,
                section=row.section,
                value=row.value,
                points=row.points,
                step=row.step,
                part=row.part,
                version=row.version,
                original=row.original,
                reason=row.reason,
                given_as=row.given_as,
                compared_as=lead.get(row.indicator, "") if keyed.counts else "",
            )


def _leading(programme: Programme, meeting: Meeting) -> Mapping[str, str]:
    """For each code of this meeting that is compared under another one, that one."""
    common = programme.common
    way = common.through.get(meeting.grid.fingerprint) if common and meeting.grid else None
    return {own: code for code, own in way.renamed if code in common.codes} if way and common else {}


def fill_scores(book: ProgrammeBook, name: str, rows: Iterator[ProgrammeScore], most: int, back: str) -> int:
    """Write the first `most` rows; how many there were of them."""
    columns = ProgrammeScore._fields
    sheet = add_stream(book.workbook, name)
    sheet.sheet_view.rightToLeft = book.words.right_to_left
    for place, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(place)].width = WIDTHS.get(column, 12.0)
    sheet.freeze_panes = "A4"
    book.printed(sheet, repeat=3)
    sheet.append(_styled(book, sheet, [name, *("",) * (len(columns) - 1)], "title"))
    told = _styled(book, sheet, [book.words("compare.scores.told")], "quiet line")
    link = WriteOnlyCell(sheet, back)
    link.style = book.styles.name("link")
    link.hyperlink = Hyperlink(ref="A2", location=f"{quoted(back)}!A1")
    sheet.append([link, *told])
    sheet.append(_styled(book, sheet, columns, "head start"))
    number = 0
    for row in islice(rows, most):
        sheet.append([_cell(sheet, value) for value in row])
        number += 1
    if not number:
        sheet.append([None])
    made = table("Scores", columns, 3, 3 + max(1, number))
    made.tableColumns = [TableColumn(id=place, name=column) for place, column in enumerate(columns, 1)]
    made.autoFilter = AutoFilter(ref=made.ref)
    sheet.tables.add(made)  # `add_table` warns whether columns are there or not
    sheet.close()  # what is left open complains on the terminal when nothing comes of the workbook
    return number


def _styled(book: ProgrammeBook, sheet: Any, texts: Iterable[str], look: str) -> list[Any]:
    cells = []
    for text in texts:
        cell = WriteOnlyCell(sheet, cell_text(text) or None)
        cell.style = book.styles.name(look)
        cells.append(cell)
    return cells


def _cell(sheet: Any, value: Any) -> Any:
    """Text as it is, whatever it looks like."""
    if not isinstance(value, str):
        return value
    text = cell_text(value)
    if not text:
        return None
    if text[0] not in _SIGNS:
        return text
    cell: Any = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def overflow_path(path: Path) -> Path:
    """Where the scores go that have no room in the workbook."""
    return path.with_name(f"{path.stem}-more-scores.csv.gz")


def overflow(rows: Iterator[ProgrammeScore]) -> Callable[[BinaryIO], int] | None:
    """Writes the rows that are left, and says how many they were; nothing where none is left.

    The file is CSV in UTF-8 with a mark at its beginning, as Excel wants it, packed with gzip; the same rows give the
    same bytes. A text that a spreadsheet would take for a formula stands behind an apostrophe.
    """
    first = next(rows, None)
    if first is None:
        return None

    def write(file: BinaryIO) -> int:
        number = 0
        with (
            gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed,
            io.TextIOWrapper(packed, encoding="utf-8-sig", newline="") as text,
        ):
            writer = csv.writer(text)
            writer.writerow(ProgrammeScore._fields)
            for row in chain([first], rows):
                writer.writerow([csv_field(value) for value in row])
                number += 1
        return number

    return write


def csv_field(value: Any) -> Any:
    """A value as a CSV file holds it: no text of it can become a formula."""
    if isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA):
        return f"'{value}"
    return value
