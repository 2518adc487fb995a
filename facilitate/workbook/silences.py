"""The longest silences, as the participation sheet tells them."""

from __future__ import annotations

from collections.abc import Iterator

from facilitate.analysis.silence import Silence, longest_silence, longest_without_participants
from facilitate.domain.instants import Span
from facilitate.workbook.book import NOTHING, Book

MINUTE_MS = 60_000


def silence_lines(book: Book) -> Iterator[str]:
    """Of everybody, and of the participants where that one is longer; nothing where the log cannot carry it."""
    whole = longest_silence(book.meeting, book.now)
    if whole.span is None:
        return
    theirs = longest_without_participants(book.meeting, book.now)
    yield _line(book, "voices.silence", whole) if whole.began else book.words("voices.silence.none")
    if theirs.began and theirs != whole:
        yield _line(book, "voices.silence.participants", theirs)


def silent_minutes(silence: Silence) -> float | str:
    """Minutes to the hundredth; a dash where they are not known."""
    return NOTHING if silence.span is None else round(silence.span.minutes, 2)


def _line(book: Book, message: str, silence: Silence) -> str:
    step = book.meeting.agenda.step(silence.step) if book.meeting.agenda else None
    title = step.title.to(book.words.language) if step else silence.step
    time = book.words.hour(silence.began) if silence.began else ""
    return book.words(message, minutes=_length(book, silence.span), time=time, step=title)


def _length(book: Book, span: Span | None) -> str:
    if span is None or span.ms < MINUTE_MS:
        return book.words("voices.under_a_minute")
    length = book.words.minutes(span.ms)
    return book.words("report.about", number=length) if span.approximate else length
