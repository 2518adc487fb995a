"""What can stand in an answer's cell: the words that a drop-down offers, what each says, and what it is worth.

Every indicator has its list on a sheet that is not shown. Words come first, because they are picked; the bare numbers
and codes after them, because they are typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from facilitate.analysis.points import points
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Choice, Derived, Indicator, Rating, YesNo, anchor_at
from facilitate.domain.model import Language
from facilitate.domain.scale import Answer, Chosen, Value
from facilitate.language import Words
from facilitate.workbook.names import joined
from facilitate.workbook.option_words import ANSWERS, CODES, WILD, level_words, option_words

BETWEEN_OPTIONS = " ; "
"""Stands between several options of one answer."""

_NAME = re.compile(r"[A-Za-z0-9_]{0,199}[A-Za-z0-9]")


class Entry(NamedTuple):
    """One thing that can stand in the cell: what is seen, the value as programs read it, points, the meaning."""

    key: float | str
    value: float | str
    points: float | None
    meaning: str
    says: Value


class AnswerList(NamedTuple):
    """The entries of one indicator, under a name; `closed` where nothing else can be an answer."""

    name: str
    entries: tuple[Entry, ...]
    closed: bool

    @property
    def wild(self) -> bool:
        """Whether an entry has a sign that a lookup takes for more than itself."""
        return any(WILD.search(str(each.key)) for each in self.entries)


def list_name(code: str, place: int) -> str:
    """The name of an indicator's list as formulas write it."""
    return f"answers_{code}" if _NAME.fullmatch(code) else f"answers_{place}_"


def answer_list(grid: Grid, indicator: Indicator, words: Words, place: int) -> AnswerList:
    """What an indicator can be answered with; of numbers and texts only the answers that are neither."""
    entries: list[Entry] = []
    seen: set[str] = set()
    for entry in _entries(grid, indicator, words):
        key = str(entry.key).casefold()
        if key not in seen:  # Excel looks up without case, and takes the first
            seen.add(key)
            entries.append(entry)
    closed = isinstance(indicator, Rating | YesNo | Derived) or (
        isinstance(indicator, Choice) and not indicator.several
    )
    return AnswerList(list_name(indicator.id, place), tuple(entries), closed)


def _entries(grid: Grid, indicator: Indicator, words: Words) -> Iterator[Entry]:
    answers = list(_answers(indicator))
    yield from (_entry(grid, indicator, words, key, value) for key, value in _spoken(grid, indicator, words))
    yield from (_entry(grid, indicator, words, words(ANSWERS[each]), each) for each in answers)
    yield from (_entry(grid, indicator, words, key, value) for key, value in _bare(grid, indicator))
    yield from (_entry(grid, indicator, words, CODES[each], each) for each in answers)


def _answers(indicator: Indicator) -> Iterable[Answer]:
    if isinstance(indicator, YesNo):
        yield from (Answer.YES, Answer.NO)
    if indicator.not_observed:
        yield Answer.NOT_OBSERVED
    if indicator.not_applicable:
        yield Answer.NOT_APPLICABLE


def _spoken(grid: Grid, indicator: Indicator, words: Words) -> Iterator[tuple[str, Value]]:
    scale = grid.scale_of(indicator)
    for level in scale.levels if scale else ():
        yield level_words(level, words.language), level.value
    if isinstance(indicator, Choice) and not indicator.several:
        for option in indicator.options:
            yield option_words(indicator, option.id, words), Chosen(choices=(option.id,))


def _bare(grid: Grid, indicator: Indicator) -> Iterator[tuple[float | str, Value]]:
    scale = grid.scale_of(indicator)
    for level in scale.levels if scale else ():
        yield level.value, level.value
    if isinstance(indicator, Choice) and not indicator.several:
        yield from ((option.id, Chosen(choices=(option.id,))) for option in indicator.options)


def _entry(grid: Grid, indicator: Indicator, words: Words, key: float | str, value: Value) -> Entry:
    return Entry(key, plain(value), points(grid, indicator, value), told(grid, indicator, value, words.language), value)


def plain(value: Value) -> float | str:
    """A value as tables hold it: numbers as numbers, the rest as words that programs know."""
    match value:
        case Answer():
            return CODES[value]
        case Chosen():
            return ";".join(value.choices)
        case int() | float():
            return value
    return value.text


def told(grid: Grid, indicator: Indicator, value: Value | None, language: Language) -> str:
    """What an answer says: the label of a point with its anchor, what yes or no means here."""
    match indicator:
        case Rating() | Derived() if isinstance(value, int | float):
            scale = grid.scale(indicator.scale)
            label = scale.label(value).to(language) if scale else ""
            return joined((label, anchor_at(indicator.anchors, value).to(language)), " – ")
        case YesNo() if value is Answer.YES:
            return indicator.yes_means.to(language)
        case YesNo() if value is Answer.NO:
            return indicator.no_means.to(language)
    return ""
