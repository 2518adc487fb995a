"""An answer as a trainer may have typed it: picked from the list, a number in any digits, a word of three languages."""

from __future__ import annotations

from functools import cache

from facilitate.domain.decisions.values import why_not
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Choice, Count, Duration, Indicator, Tally
from facilitate.domain.model import LANGUAGES, Language
from facilitate.domain.scale import Answer, Chosen, Value
from facilitate.language import Words
from facilitate.language.numbers import read_number
from facilitate.workbook.answer_lists import Entry, answer_list
from facilitate.workbook.option_words import ANSWERS, CODES, option_words


class NoAnswer(Exception):
    """What stands there is none of this indicator's answers; `offered` is what would be."""

    def __init__(self, offered: tuple[str, ...]) -> None:
        super().__init__(", ".join(offered))
        self.offered = offered


@cache
def _spoken_answers() -> dict[str, Answer]:
    found = {code.casefold(): answer for answer, code in CODES.items()}
    for language in LANGUAGES:
        found.update({Words(language)(message).casefold(): answer for answer, message in ANSWERS.items()})
    return found


class AnswerReader:
    """Reads answers to the indicators of a grid, first as the language of the workbook says them."""

    def __init__(self, grid: Grid, language: Language) -> None:
        self.grid = grid
        self._languages = sorted(LANGUAGES, key=lambda each: each != language)
        self._known: dict[str, dict[str, Entry]] = {}

    def read(self, indicator: Indicator, typed: str | float) -> Value:
        """The answer. Raises NoAnswer."""
        if isinstance(typed, str):
            text = " ".join(typed.split()).casefold()
            entry = self._entries(indicator).get(text)
            if entry is not None:
                return entry.says
            spoken = _spoken_answers().get(text)
            if spoken is not None and why_not(self.grid, indicator, spoken) is None:
                return spoken
            number = read_number(typed)
            if number is None:
                return _options(self.grid, indicator, typed)
            typed = number
        entry = self._entries(indicator).get(_shown(typed))
        if entry is not None:
            return entry.says
        if isinstance(indicator, Count | Tally | Duration):
            return int(typed) if typed == int(typed) else typed
        raise NoAnswer(offered(self.grid, indicator))

    def _entries(self, indicator: Indicator) -> dict[str, Entry]:
        """Every key of the lists in all languages: a sheet may be filled in another one than it was made in."""
        if indicator.id not in self._known:
            found = self._known[indicator.id] = {}
            for language in self._languages:
                for entry in answer_list(self.grid, indicator, Words(language), 0).entries:
                    key = _shown(entry.key) if isinstance(entry.key, int | float) else " ".join(entry.key.split())
                    found.setdefault(key.casefold(), entry)
        return self._known[indicator.id]


def _shown(number: float) -> str:
    return str(int(number) if number == int(number) else number)


def _options(grid: Grid, indicator: Indicator, typed: str) -> Value:
    """Several options, with a semicolon or a comma between."""
    if isinstance(indicator, Choice):
        known = _named(indicator)
        parts = [" ".join(part.split()).casefold() for part in typed.replace("؛", ";").replace("\n", ";").split(";")]
        chosen = [known.get(part, "") for part in parts if part]
        if chosen and all(chosen):
            order = [option.id for option in indicator.options]
            return Chosen(choices=tuple(sorted(dict.fromkeys(chosen), key=order.index)))
    raise NoAnswer(offered(grid, indicator))


def _named(indicator: Choice) -> dict[str, str]:
    """Options by all that they are called; a label that several have names none of them."""
    known: dict[str, str] = {}
    for option in indicator.options:
        for label in {" ".join(option.label.to(each).split()).casefold() for each in LANGUAGES}:
            known[label] = option.id if label not in known else ""
    for each in LANGUAGES:
        known |= {option_words(indicator, one.id, Words(each)).casefold(): one.id for one in indicator.options}
    return known | {option.id.casefold(): option.id for option in indicator.options}


def offered(grid: Grid, indicator: Indicator) -> tuple[str, ...]:
    """What can be typed as an answer: numbers of the scale, ids of options, codes."""
    if isinstance(indicator, Choice) and indicator.several:
        return tuple(option.id for option in indicator.options)
    bare = [entry for entry in answer_list(grid, indicator, Words("en"), 0).entries if entry.key == entry.value]
    return tuple(_shown(entry.key) if isinstance(entry.key, int | float) else entry.key for entry in bare)
