"""Who has not sent a scoresheet, and what is therefore not shown, in words."""

from __future__ import annotations

from facilitate.domain.meeting.state import Meeting
from facilitate.workbook.book import Book


def not_sent(meeting: Meeting) -> list[str]:
    """Observers whose sheet was not sent, or was recalled."""
    return [person.id for person in meeting.observers if meeting.sheet(person.id).sent is None]


def kept_closed(meeting: Meeting) -> list[str]:
    """Observers whose sheet was sent and is kept closed until the others have sent too."""
    sheets = (meeting.sheet(person.id) for person in meeting.observers)
    return [sheet.observer for sheet in sheets if sheet.sent is not None and sheet.hidden]


def waiting_lines(book: Book) -> list[str]:
    """Sentences about sheets that are not, or not wholly, in this workbook."""
    names, words = book.names, book.words
    waited, closed = not_sent(book.meeting), kept_closed(book.meeting)
    lines = []
    if waited:
        people = book.listed(names.of(each) for each in waited)
        lines.append(words("workbook.waiting", count=len(waited), names=people))
    if closed:
        people = book.listed(names.of(each) for each in closed)
        lines.append(words("workbook.kept_closed", count=len(closed), names=people))
    if book.meeting.unknown:
        lines.append(words("workbook.unknown_events", count=book.meeting.unknown))
    return lines
