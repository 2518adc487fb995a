"""Agreement in words: what it means for these scores, what to do next, what the figures rest on; and coefficients."""

from __future__ import annotations

from collections.abc import Iterator

from facilitate.analysis.agreement import Agreement, meaning
from facilitate.analysis.coefficients import Coefficient
from facilitate.workbook.book import NOTHING, Book

SHARES = ("percent", "percent_within_1")
LOWEST = -1.0
"""A coefficient's range is told no further down than that; below it no coefficient of two observers can fall."""


def verdict_told(book: Book, found: Agreement) -> str:
    """What this means for trusting the scores, for people who never saw a coefficient."""
    words, means = book.words, meaning(found)
    said = [verdict_alone(book, found)]
    if means.wide and means.verdict != "few":
        said.append(words("agreement.wide"))
    if means.apart is not None:
        said.append(words("agreement.stands_apart", name=book.names.of(means.apart.observer)))
    if found.after_seeing:
        names = book.listed(book.names.of(each) for each in found.after_seeing)
        said.append(words("agreement.after_seeing", len(found.after_seeing), names=names))
    return " ".join(said)


def verdict_alone(book: Book, found: Agreement) -> str:
    """The verdict without what is said besides."""
    verdict = meaning(found).verdict
    count = len(found.waiting) if verdict == "hidden" else found.whole.compared
    return book.words(f"agreement.verdict.{verdict}", count)


def next_told(book: Book, found: Agreement) -> str:
    """What to do now."""
    return book.words("agreement.next", what=book.words(f"agreement.next.{meaning(found).verdict}"))


def rests_on(book: Book, found: Agreement) -> Iterator[str]:
    """What the figures about scores rest on."""
    words, whole = book.words, found.whole
    names = book.listed(book.names.of(each) for each in whole.observers)
    covered = words("agreement.covered", names=names, scored=found.coverage.scored, asked=found.coverage.asked)
    yield f"{covered} {words('agreement.rests_on', whole.compared)}"
    if whole.put.on == "points":
        yield words("agreement.on_points")
    if whole.left_out:
        yield words("agreement.left_out", codes=book.listed(whole.left_out))


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
