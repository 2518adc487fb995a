"""Groups with the numbers that are expected of them, in one line."""

from __future__ import annotations

from facilitate.workbook.book import Book
from facilitate.workbook.sheet_rows import group_name


def expected_line(book: Book) -> str:
    """All groups; nothing where nobody was said to be expected."""
    words = book.words
    return book.line(
        *(
            words("director.of_a_group", group=group_name(book, each.group), number=each.number)
            for each in book.meeting.expected
        )
    )
