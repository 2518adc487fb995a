"""The scoresheet workbook of a meeting (design §7)."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl.packaging.custom import IntProperty, StringProperty

from facilitate.domain.instants import Instant
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import Language
from facilitate.workbook.about import fill_about
from facilitate.workbook.agenda_sheet import fill_agenda
from facilitate.workbook.agreement.judged import judged
from facilitate.workbook.agreement.sheet import fill_agreement
from facilitate.workbook.book import Book
from facilitate.workbook.comparison import fill_comparison
from facilitate.workbook.hidden import LISTS, META, SCHEMA, fill_lists, fill_meta
from facilitate.workbook.links import Chapter
from facilitate.workbook.needs_sheet import fill_needs
from facilitate.workbook.notes_sheet import fill_notes
from facilitate.workbook.package import finished, put_in_place
from facilitate.workbook.page import protect, title
from facilitate.workbook.participation_sheet import fill_participation
from facilitate.workbook.results_sheet import fill_results
from facilitate.workbook.safe import writable
from facilitate.workbook.scoresheet import fill_scoresheet, subject_name
from facilitate.workbook.summary import fill_summary
from facilitate.workbook.tables import TABLES, contents, fill_table

READ = {
    "agenda": fill_agenda,
    "participation": fill_participation,
    "needs": fill_needs,
    "results": fill_results,
    "notes": fill_notes,
}
"""The sheets that people read of how the meeting went, in their order."""


def export(meeting: Meeting, path: Path, language: Language, now: Instant, program_version: str) -> None:
    """Write the workbook of a meeting as one reader may see it (`view.see`), in one language.

    The same meeting, language, `now` and version give the same bytes. For a closed meeting `now` is when it was closed.
    Raises OSError where the file cannot be written; then what was there before is untouched.
    """
    book = build(meeting, language, now, program_version)
    put_in_place(finished(book.workbook, book.cached, last_moment(meeting, now), book.pictures), path)


def build(meeting: Meeting, language: Language, now: Instant, program_version: str) -> Book:
    """The workbook in memory: summary, agreement, scoresheets, how the meeting went, the tables, what it is about."""
    book = Book(meeting, language, now, program_version)
    words = book.words
    summary = book.add_sheet(words("workbook.sheet.summary"))
    comparison = book.add_sheet(words("workbook.sheet.comparison"))
    agreed = book.add_sheet(words("sheets.agreement"))
    scoresheets = [
        (scored, book.add_sheet(book.names.of(scored.observer), subject_name(book, scored.about)))
        for scored in book.scores.sheets
    ]
    read = [(name, book.add_sheet(words(f"sheets.{name}"))) for name in READ]
    tables = [(name, book.add_sheet(words(f"workbook.sheet.{name.lower()}"))) for name in TABLES]
    about = book.add_sheet(words("workbook.sheet.about"))
    lists, meta = book.add_sheet(LISTS), book.add_sheet(META)
    fill_lists(book, lists)
    written = {
        (scored.observer, scored.about): fill_scoresheet(book, sheet, scored, summary.title)
        for scored, sheet in scoresheets
    }
    fill_comparison(book, comparison, summary.title)
    found = judged(book)
    filled = contents(book, found)
    fill_agreement(book, agreed, found, filled["Scores"], summary.title)
    for name, sheet in read:
        READ[name](book, sheet, summary.title)
    for name, sheet in tables:
        fill_table(book, sheet, filled[name], summary.title)
    fill_meta(book, meta)
    fill_about(book, about, summary.title)
    chapters = (
        Chapter("sheets.chapter.scores", [comparison.title, agreed.title]),
        Chapter("sheets.chapter.scoresheets", [sheet.title for _, sheet in scoresheets]),
        Chapter("sheets.chapter.meeting", [sheet.title for _, sheet in read]),
        Chapter("sheets.chapter.data", [*(sheet.title for _, sheet in tables), about.title]),
    )
    fill_summary(book, summary, written, chapters)
    for sheet in (summary, agreed, *(sheet for _, sheet in read), about):
        protect(sheet)
    set_properties(book)
    return book


def last_moment(meeting: Meeting, now: Instant) -> datetime:
    """When something last happened, as far as the meeting tells, so that no clock of this computer enters the file."""
    known = [meeting.created, meeting.closed, *(sheet.sent for sheet in meeting.sheets.values())]
    return max((instant.wall for instant in known if instant is not None), default=now.wall)


def set_properties(book: Book) -> None:
    """What programs read of a workbook before anything else, and what file managers show."""
    meeting, moment = book.meeting, last_moment(book.meeting, book.now).replace(tzinfo=None, microsecond=0)
    workbook: Any = book.workbook  # its type stubs know nothing of custom properties
    custom = workbook.custom_doc_props
    custom.append(StringProperty(name="facilitate_meeting", value=meeting.id))
    if meeting.grid is not None:
        custom.append(StringProperty(name="facilitate_grid", value=meeting.grid.fingerprint))
    custom.append(IntProperty(name="facilitate_schema", value=SCHEMA))
    properties = book.workbook.properties
    properties.title, properties.creator = writable(title(book)), f"facilitate {book.program_version}"
    properties.created = properties.modified = moment
    properties.language = book.words.language
