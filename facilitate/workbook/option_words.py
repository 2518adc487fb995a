"""How the points of a scale and the options of a choice stand in a cell: in words that tell them apart.

Spreadsheet programs look a text up without regard to case, take ``*``, ``?`` and ``~`` for more than signs, find no
text of more than 255 units, and turn what looks like a number into one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from facilitate.domain.indicator import Choice, Option
from facilitate.domain.model import Language
from facilitate.domain.scale import Answer, Level
from facilitate.language import Words
from facilitate.language.numbers import read_number
from facilitate.workbook.safe import cut, units, writable

ANSWERS = {
    Answer.YES: "common.yes",
    Answer.NO: "common.no",
    Answer.NOT_OBSERVED: "common.not_observed",
    Answer.NOT_APPLICABLE: "common.not_applicable",
}
CODES = {Answer.YES: "yes", Answer.NO: "no", Answer.NOT_OBSERVED: "NOBS", Answer.NOT_APPLICABLE: "NA"}
"""Answers as programs read them; `import` reads the same."""

LOOKED_UP_UNITS = 200
"""Longer words are cut, with some room for signs that take two to be looked up as they are."""

WILD = re.compile(r"[*?~]")
_TRUTH = frozenset(("true", "false", "vrai", "faux"))


def level_words(level: Level, language: Language) -> str:
    """A point of a scale: its number first, by which it is told apart."""
    label = level.label.to(language)
    return _short(f"{level.value} – {label}" if label else f"{level.value} –")


def option_words(indicator: Choice, option: str, words: Words) -> str:
    """An option: its label, with its id where the label alone could be taken for something else."""
    return _of_choice(indicator, words.language).get(option, option)


@cache
def _of_choice(indicator: Choice, language: Language) -> dict[str, str]:
    labels = {each.id: " ".join(writable(each.label.to(language)).split()) for each in indicator.options}
    return {each.id: _option(indicator, each, labels, language) for each in indicator.options}


def _option(indicator: Choice, option: Option, labels: dict[str, str], language: Language) -> str:
    label = labels[option.id]
    short = _short(label)
    if not label:
        return option.id
    if _clear(indicator, option, short, labels.values(), language) and ";" not in label.replace("؛", ";"):
        return short
    return f"{_short(label.replace(';', ',').replace('؛', '،'), len(option.id) + 3)} ({option.id})"


def _clear(indicator: Choice, option: Option, label: str, labels: Iterable[str], language: Language) -> bool:
    """Whether a label is like no other, no option's id, none of the other answers, and no number."""
    words = Words(language)
    taken = [_short(each).casefold() for each in labels]
    ids = {each.id.casefold() for each in indicator.options if each is not option}
    others = {*(words(each).casefold() for each in ANSWERS.values()), *(each.casefold() for each in CODES.values())}
    kept = label.casefold()
    return taken.count(kept) == 1 and kept not in ids | others | _TRUTH and read_number(label) is None


def _short(text: str, room: int = 0) -> str:
    """The text, cut where it is longer than what can be looked up."""
    kept, most = writable(text), LOOKED_UP_UNITS - room
    return kept if units(kept) <= most else cut(kept, most - 1).rstrip() + "…"
