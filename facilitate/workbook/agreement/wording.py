"""Agreement in words: what it means for these scores, what to do next, what the figures rest on; and coefficients."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitate.analysis.agreement import LOWEST, SHARES, Agreement, told
from facilitate.analysis.coefficients import Coefficient
from facilitate.workbook.book import NOTHING, Book


def verdict_told(book: Book, found: Agreement) -> str:
    """What this means for trusting the scores, for people who never saw a coefficient."""
    return _said(book, told.verdict_told(found))


def verdict_alone(book: Book, found: Agreement) -> str:
    """The verdict without what is said besides."""
    return _said(book, [told.verdict_alone(found)])


def next_told(book: Book, found: Agreement) -> str:
    """What to do now."""
    return book.words("agreement.next", what=_said(book, [told.next_step(found)]))


def rests_on(book: Book, found: Agreement) -> Iterator[str]:
    """What the figures about scores rest on."""
    yield _said(book, told.covered(found))
    yield from (_said(book, [each]) for each in told.compared_how(found))


def _said(book: Book, sentences: Iterable[told.Sentence]) -> str:
    return " ".join(each.said(book.words, book.names.of, book.listed) for each in sentences)


def number(book: Book, found: Coefficient) -> str:
    """A coefficient inside a sentence."""
    return NOTHING if found.value is None else book.words.number(found.value, 2)


def range_told(book: Book, name: str, found: Coefficient) -> str:
    """From where to where a coefficient may lie; nothing where there is no range."""
    words = book.words
    if found.low is None or found.high is None:
        return ""
    if name in SHARES:
        return words("agreement.range", low=words.percent(found.low), high=words.percent(found.high))
    low = words.number(found.low, 2)
    if found.low < LOWEST:
        low = words("agreement.below", number=words.number(LOWEST, 0))
    return words("agreement.range", low=low, high=words.number(found.high, 2))
