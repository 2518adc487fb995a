"""The paper pack of a meeting, a kit or a grid as one workbook."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from facilitate.analysis.answers import belongs
from facilitate.domain.agenda import Kit
from facilitate.domain.events.observing import MEETING
from facilitate.domain.grid import Grid
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.agreement import GridHistory
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import Language
from facilitate.workbook.book import Book
from facilitate.workbook.export import last_moment, set_properties
from facilitate.workbook.hidden import LISTS, META, fill_lists, fill_meta
from facilitate.workbook.package import finished, put_in_place
from facilitate.workbook.paper import forms
from facilitate.workbook.paper.agenda import fill_agenda
from facilitate.workbook.paper.anchors import fill_anchors
from facilitate.workbook.paper.cover import fill_cover
from facilitate.workbook.paper.looks import LOOKS
from facilitate.workbook.paper.scoresheet import UNKNOWN, Subject, fill_paper
from facilitate.workbook.scoresheet import subject_name

EPOCH = Instant(wall=datetime(2000, 1, 1, tzinfo=UTC))
"""When a pack that is of no meeting was made: no clock of this computer enters the file."""

KIND = "paper"
"""The fact `kind` on `_meta`."""


def blank(meeting: Meeting, path: Path, language: Language, now: Instant, program_version: str) -> None:
    """Write the pack of a meeting; nothing of what was scored or said stands in it.

    The same meeting, language, `now` and version give the same bytes. Raises OSError where it cannot be written.
    """
    book = build(meeting, language, now, program_version)
    put_in_place(finished(book.workbook, book.cached, last_moment(meeting, now)), path)


def from_kit(kit: Kit, path: Path, language: Language, program_version: str) -> None:
    """The pack of a kit: its agenda and its grid, people unknown."""
    meeting = Meeting(title=kit.agenda.title, agenda=kit.agenda, grids=GridHistory(versions=(kit.grid,)))
    blank(meeting, path, language, EPOCH, program_version)


def from_grid(grid: Grid, path: Path, language: Language, program_version: str) -> None:
    """The pack of a grid alone: no agenda, people unknown."""
    blank(Meeting(title=grid.title, grids=GridHistory(versions=(grid,))), path, language, EPOCH, program_version)


def build(meeting: Meeting, language: Language, now: Instant, program_version: str) -> Book:
    """The pack in memory: how it is used, the agenda, who is there, scoresheets with their backs, the lists."""
    book = Book(meeting, language, now, program_version)
    book.styles.also(LOOKS)
    words = book.words
    cover = book.add_sheet(words("paper.cover"))
    if meeting.agenda is not None:
        fill_agenda(book, book.add_sheet(words("paper.agenda")), meeting.agenda)
    forms.fill_attendance(book, book.add_sheet(words("paper.attendance")))
    backs = _scoresheets(book, meeting.grid) if meeting.grid is not None else []
    forms.fill_list(book, book.add_sheet(words("paper.need")), forms.NEEDS)
    forms.fill_list(book, book.add_sheet(words("paper.ranking")), forms.RANKING)
    forms.fill_decisions(book, book.add_sheet(words("paper.decisions")))
    fill_cover(book, cover, backs)
    fill_lists(book, book.add_sheet(LISTS))
    fill_meta(book, book.add_sheet(META), KIND)
    set_properties(book)
    return book


def _scoresheets(book: Book, grid: Grid) -> list[str]:
    """Write every scoresheet with its back behind it; the names of the backs."""
    backs = []
    for subject in _subjects(book.meeting, grid):
        about = book.words("paper.a_moderator") if subject.about == UNKNOWN else subject_name(book, subject.about)
        observer = book.names.of(subject.observer)
        fill_paper(book, book.add_sheet(observer, about), grid, subject)
        back = book.add_sheet(observer, about, book.words("paper.back"))
        fill_anchors(book, back, grid, subject.about)
        backs.append(back.title)
    return backs


def _subjects(meeting: Meeting, grid: Grid) -> Iterator[Subject]:
    """Each observer with each moderator and the meeting, as far as the grid asks about them; unknown people once."""
    for observer in [each.id for each in meeting.observers if not each.left] or [""]:
        moderators = meeting.observed_by(observer) if observer else meeting.moderators
        for about in (*([each.id for each in moderators] or [UNKNOWN]), MEETING):
            if any(belongs(each, about) for each in grid.indicators()):
                yield Subject(observer, about)
