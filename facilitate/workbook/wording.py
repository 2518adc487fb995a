"""Answers as people read them: the value, what it means, what it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from facilitate.analysis.answers import Given
from facilitate.analysis.lasting import seconds_by_group, timings_of
from facilitate.analysis.measured import Measured
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import (
    Choice,
    Duration,
    Indicator,
    Interval,
    Option,
    Tally,
)
from facilitate.domain.meeting.mapping import given_as
from facilitate.domain.meeting.sheets import Cell, Evidence, Mark, Sheet
from facilitate.domain.scale import Answer, Chosen, Noted, Value
from facilitate.workbook.answer_lists import BETWEEN_OPTIONS, told
from facilitate.workbook.book import Book
from facilitate.workbook.names import joined
from facilitate.workbook.option_words import ANSWERS, option_words


def shown(book: Book, indicator: Indicator, value: Value | None) -> float | str:
    """A value as the answer column shows it: numbers as numbers; a note stands in the wide column beside."""
    match value:
        case None | Noted():
            return ""
        case Answer():
            return book.words(ANSWERS[value])
        case Chosen():
            if not isinstance(indicator, Choice):
                return BETWEEN_OPTIONS.join(value.choices)
            return BETWEEN_OPTIONS.join(option_words(indicator, each, book.words) for each in value.choices)
    return value


def _labels(book: Book, options: Sequence[Option], chosen: Iterable[str]) -> list[str]:
    by_id = {option.id: option for option in options}
    return [by_id[each].label.to(book.words.language) if each in by_id else each for each in chosen]


def meaning(book: Book, grid: Grid, indicator: Indicator, cell: Cell, sheet: Sheet, given: Given | None) -> str:
    """What the answer says in words, and where it comes from if not from the observer's hand."""
    if given is None or given.origin == "not_asked":
        return beside(book, indicator, cell, sheet, given)
    said = (
        given.value.text if isinstance(given.value, Noted) else told(grid, indicator, given.value, book.words.language)
    )
    return joined((said, beside(book, indicator, cell, sheet, given)), "\n")


def beside(book: Book, indicator: Indicator, cell: Cell, sheet: Sheet, given: Given | None) -> str:
    """What is said besides, whatever the answer says: what it is made of, and where it comes from."""
    if given is None or given.origin == "not_asked":
        return _why_empty(book, indicator) if given is None else book.words("workbook.answer.not_asked")
    parts = _parts(book, indicator, cell, sheet) if given.origin in ("tally", "duration", "intervals") else ""
    return joined((parts, _whence(book, indicator, given, sheet.marks.get(cell))), "\n")


def _why_empty(book: Book, indicator: Indicator) -> str:
    """Why the log does not answer, so that the observer was asked."""
    why = _logged(book, indicator.auto).why
    return book.words("workbook.answer.log_cannot", why=book.words(why)) if why else ""


def _whence(book: Book, indicator: Indicator, given: Given, mark: Mark | None) -> str:
    if given.origin == "log":
        return book.words("workbook.answer.from_log")
    if given.origin == "derived":
        return book.words("workbook.answer.derived")
    if given.origin == "reviewed":
        mapped = _mapped(book, indicator, mark) if mark else ""
        return joined((book.words("workbook.answer.reviewed"), mapped), "\n")
    return joined((_mapped(book, indicator, mark), _instead(book, indicator, mark)), "\n") if mark else ""


def _mapped(book: Book, indicator: Indicator, mark: Mark) -> str:
    """That an answer was given on an earlier version of the grid, under another code or in other words."""
    history = book.meeting.grids
    before = given_as(history, mark.version, indicator.id) if mark.version < len(history.amendments) else None
    if before is None or history.versions[mark.version].by_id.get(before) == indicator:
        return ""
    message = "accord.given_as" if before != indicator.id else "accord.given_before"
    return book.words(message, number=mark.version + 1, code=book.code(before))


def _instead(book: Book, indicator: Indicator, mark: Mark) -> str:
    """That an answer stands instead of the log's, and why."""
    logged = _logged(book, indicator.auto).value
    if logged is not None:
        message = "workbook.answer.instead" if mark.reason else "workbook.answer.instead_only"
        return book.words(message, value=_number(logged), reason=mark.reason)
    return book.words("workbook.answer.reason", reason=mark.reason) if mark.reason else ""


def _parts(book: Book, indicator: Indicator, cell: Cell, sheet: Sheet) -> str:
    """What a tally, timings or intervals are made of."""
    match indicator:
        case Tally():
            return _counted(book, indicator.groups, sheet.tallies.get(cell, {}))
        case Duration():
            timed = seconds_by_group(timings_of(sheet, cell))
            lengths = {group: round(seconds) for group, seconds in timed.items()}
            return joined((book.words("workbook.answer.seconds"), _counted(book, indicator.groups, lengths)), "\n")
        case Interval():
            marks = sheet.intervals.get(cell, {})
            ticks = Counter(code for mark in marks.values() if not mark.missed for code in mark.codes)
            kind = "snapshots" if indicator.momentary else "intervals"
            told = book.words(f"workbook.answer.{kind}", count=len(marks))
            return joined((told, _counted(book, indicator.codes, dict(ticks.most_common()))), "\n")
    return ""


def _counted(book: Book, options: Sequence[Option], counts: Mapping[str | None, int] | Mapping[str, int]) -> str:
    """How often, or how long, for each group or code that has a name."""
    return book.listed(f"{_group(book, options, each)} {n}" for each, n in counts.items() if each)


def _group(book: Book, groups: Sequence[Option], group: str) -> str:
    return _labels(book, groups, [group])[0]


def facts_told(book: Book, indicator: Indicator, evidence: Sequence[Evidence]) -> str:
    """The facts behind an answer, one a line, and what the log has to say beside them."""
    told = [fact for fact in (fact_told(book, each) for each in evidence) if fact]
    value = _logged(book, indicator.evidence_auto).value
    if value is not None:
        told.append(book.words("workbook.evidence.from_log", value=_number(value)))
    return told[0] if len(told) == 1 else "\n".join(f"• {fact}" for fact in told)


def fact_told(book: Book, fact: Evidence) -> str:
    """One fact as people read it: its text, its photo, the anchor that it stands for."""
    photo = book.words("workbook.evidence.photo", name=fact.photo) if fact.photo else ""
    paper = book.words("workbook.evidence.on_paper") if fact.on_paper else ""
    anchor = book.words("workbook.evidence.anchor", number=fact.anchor) if fact.anchor is not None else ""
    return joined((fact.text, photo, paper, anchor))


def _logged(book: Book, measure: str | None) -> Measured:
    """What the log says; of no measure, nothing and no reason."""
    return book.log.get(measure or "", Measured(None))


def _number(value: float) -> float:
    return int(value) if value == int(value) else value
