"""Writes the programme workbook, and beside it the scores that have no room in it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from facilitate.analysis.programme import Programme, audience, centre
from facilitate.domain.model import Language
from facilitate.workbook.book import NOTHING
from facilitate.workbook.package import EARLIEST, finished, put_in_place, written_whole
from facilitate.workbook.programme.book import ProgrammeBook
from facilitate.workbook.programme.by_meeting import fill_by_meeting
from facilitate.workbook.programme.groups import Dimension, fill_groups
from facilitate.workbook.programme.moderators import fill_moderators
from facilitate.workbook.programme.overview import fill_overview
from facilitate.workbook.programme.score_table import (
    MOST_ROWS,
    fill_scores,
    overflow,
    overflow_path,
    programme_scores,
)
from facilitate.workbook.programme.tables import MeanRow, MeetingRow, fill_table, mean_rows, meeting_rows


class Written(NamedTuple):
    """What was written: rows of scores in the workbook, and those in a file beside it, if there is one."""

    rows: int
    more: int = 0
    beside: Path | None = None


def export_programme(
    programme: Programme, path: Path, language: Language, program_version: str, *, most_rows: int = MOST_ROWS
) -> Written:
    """Write the workbook of several meetings, each as its reader may see it.

    The same meetings, language and version give the same bytes. Raises OSError where a file cannot be written; then
    what was there before is untouched.
    """
    book, written = build_programme(programme, path, language, program_version, most_rows)
    put_in_place(finished(book.workbook, book.cached, last_moment(programme), book.pictures), path)
    return written


def build_programme(
    programme: Programme, path: Path, language: Language, program_version: str, most_rows: int = MOST_ROWS
) -> tuple[ProgrammeBook, Written]:
    """The workbook in memory; the scores that have no room in it are on the disk."""
    book = ProgrammeBook(programme, language, program_version)
    words = book.words
    overview = book.add_sheet(words("compare.sheet.overview"))
    back = overview.title
    by_audience = book.add_sheet(words("compare.sheet.audience"))
    by_centre = book.add_sheet(words("compare.sheet.centre"))
    moderators = book.add_sheet(words("compare.sheet.moderators"))
    by_meeting = book.add_sheet(words("compare.sheet.by_meeting"))
    meetings, means = book.add_sheet(words("compare.sheet.meetings")), book.add_sheet(words("compare.sheet.means"))
    rows = programme_scores(programme)
    name = book.sheet_names.take(words("compare.sheet.scores"))
    written = Written(fill_scores(book, name, rows, most_rows, back))
    more = overflow(rows)
    if more is not None:
        beside = overflow_path(path)
        written = Written(written.rows, written_whole(more, beside), beside)
    fill_groups(book, by_audience, Dimension("audience", audience, book.audience), back)
    fill_groups(book, by_centre, Dimension("centre", centre, lambda key: key or NOTHING), back)
    fill_moderators(book, moderators, back)
    fill_by_meeting(book, by_meeting, back)
    fill_table(book, meetings, "Meetings", MeetingRow._fields, list(meeting_rows(book)), back)
    fill_table(book, means, "Means", MeanRow._fields, list(mean_rows(book)), back)
    others = [each.title for each in (by_audience, by_centre, moderators, by_meeting, meetings, means)]
    fill_overview(book, overview, [*others, name], _more(book, written))
    _properties(book)
    return book, written


def _more(book: ProgrammeBook, written: Written) -> str:
    if written.beside is None:
        return ""
    return book.words("compare.note.more", rows=written.rows, count=written.more, file=book.code(written.beside.name))


def last_moment(programme: Programme) -> datetime:
    """When something last happened in one of the meetings; no clock of this computer enters the file."""
    return max((each.now.wall for each in programme.held), default=datetime(*EARLIEST, tzinfo=UTC))


def _properties(book: ProgrammeBook) -> None:
    properties = book.workbook.properties
    properties.title, properties.creator = book.words("compare.title"), f"facilitate {book.program_version}"
    moment = last_moment(book.programme).replace(tzinfo=None, microsecond=0)
    properties.created = properties.modified = moment
    properties.language = book.words.language
