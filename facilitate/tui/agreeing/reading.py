"""What is typed into a form, as values of a grid: numbers, answers, bands, codes; and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from facilitate.domain.model import LANGUAGES, Wording, harmless, harmless_prose
from facilitate.domain.scale import Answer, Band, Number
from facilitate.language import Words
from facilitate.language.letters import folded
from facilitate.language.numbers import read_number

Values = dict[str, str]
"""What stands in a form, by the names of its fields."""


class WrongError(Exception):
    """A field cannot be kept: its name, a message id and its values."""

    def __init__(self, field: str, message: str, **values: Any) -> None:
        super().__init__(message)
        self.field, self.message, self.values = field, message, values

    def said(self, words: Words) -> str:
        return words(self.message, **self.values)


def bare(number: Number | None) -> str:
    """A number as it is typed."""
    return "" if number is None else f"{number:g}" if isinstance(number, float) else str(number)


def number_in(values: Mapping[str, str], field: str, least: float | None = 0) -> Number:
    """The number of a field. Raises WrongError."""
    found = read_number(values.get(field, ""))
    if found is None or (least is not None and found < least):
        raise WrongError(field, "agree.wrong.number", text=values.get(field, ""))
    return found


def parts(text: str) -> list[str]:
    """What is typed one after the other, with commas or spaces between."""
    return text.replace("،", " ").replace(",", " ").replace(";", " ").split()


def flag(values: Mapping[str, str], field: str) -> bool:
    return values.get(field) == "yes"


def flagged(value: bool) -> str:
    return "yes" if value else "no"


def wording_in(values: Mapping[str, str], field: str, before: Wording) -> Wording:
    """A text in the languages of a form; languages that it does not ask for stay."""
    given = {
        language: harmless_prose(values[name]) or None
        for language in LANGUAGES
        if (name := f"{field}.{language}") in values
    }
    return Wording(**{**{each: getattr(before, each) for each in LANGUAGES}, **given})


def wording_out(field: str, text: Wording, languages: Iterable[str]) -> Values:
    return {f"{field}.{each}": getattr(text, each) or "" for each in languages}


def answer_in(text: str, words: Words) -> Number | str:
    """One answer, by its number, its id, or its word in the reader's language."""
    found = read_number(text)
    if found is not None:
        return found
    said = {folded(words(f"common.{each}")): each.value for each in Answer}
    return said.get(folded(text), harmless(text))


def answers_in(text: str, words: Words) -> tuple[Number | str, ...]:
    """Several answers; words of several words want commas."""
    if "," in text or "،" in text:
        pieces = [each.strip() for each in text.replace("،", ",").split(",")]
    else:
        pieces = [text.strip()] if read_number(text) is None and _is_word(text, words) else text.split()
    return tuple(answer_in(each, words) for each in pieces if each)


def _is_word(text: str, words: Words) -> bool:
    return folded(text.strip()) in {folded(words(f"common.{each}")) for each in Answer}


def bands_in(values: Mapping[str, str], field: str) -> tuple[Band, ...]:
    """``0=1, 2=3, *=4``. Raises WrongError."""
    found = list[Band]()
    for piece in parts(values.get(field, "")):
        upto, sign, score = piece.partition("=")
        points, top = read_number(score), read_number(upto)
        if not sign or points is None or (top is None and upto != "*"):
            raise WrongError(field, "agree.wrong.bands", text=piece)
        if found and (found[-1].max is None or (top is not None and top <= found[-1].max)):
            raise WrongError(field, "agree.wrong.bands_order", text=piece)
        found.append(Band(max=top, score=points))
    return tuple(found)


def bands_out(bands: Iterable[Band]) -> str:
    return ", ".join(f"{'*' if each.max is None else bare(each.max)}={bare(each.score)}" for each in bands)
