"""What somebody typed as an answer, in any of the three languages, as the value that it means."""

from __future__ import annotations

import re
from functools import cache

from facilitate.domain.decisions.refusal import Refused, refuse
from facilitate.domain.indicator import Choice, Indicator, Note, YesNo
from facilitate.domain.scale import Answer, Chosen, Noted, Value
from facilitate.language import Words
from facilitate.language.letters import folded
from facilitate.language.numbers import read_number
from facilitate.language.words import CODES

_BETWEEN = re.compile(r"\s*[;|,،؛]\s*")
_ALSO = {
    Answer.YES: ("yes", "oui", "نعم", "true", "vrai"),
    Answer.NO: ("no", "non", "لا", "false", "faux"),
    Answer.NOT_OBSERVED: ("nobs",),
    Answer.NOT_APPLICABLE: ("na", "n/a"),
}


def value_of(indicator: Indicator, said: str | Value) -> Value | Refused:
    """The value; whether it is one for this indicator is decided elsewhere. A refusal where it means nothing."""
    if not isinstance(said, str) or isinstance(said, Answer):
        return said
    word = folded(said.strip())
    either = _either().get(word)
    if either in (Answer.NOT_OBSERVED, Answer.NOT_APPLICABLE):
        return either
    match indicator:
        case Note():
            return Noted(text=said)
        case YesNo():
            return either or refuse("refused.yes_or_no", code=indicator.id)
        case Choice():
            return _options(indicator, said)
    number = read_number(said)
    return refuse("import.row.no_number", code=indicator.id, value=said[:40]) if number is None else number


@cache
def _either() -> dict[str, Answer]:
    """How the answers that are no numbers are said, in all three languages."""
    said = {folded(word): answer for answer, words in _ALSO.items() for word in words}
    for language in CODES:
        for answer in Answer:
            said.setdefault(folded(Words(language)(f"common.{answer}")), answer)
    return said


def _options(indicator: Choice, said: str) -> Value | Refused:
    """Options by their ids or their labels, in the order of the grid."""
    known: dict[str, str] = {}
    for option in indicator.options:
        for name in (option.id, option.label.en, option.label.fr, option.label.ar):
            known.setdefault(folded(name or ""), option.id)
    whole = known.get(folded(said.strip()))
    wanted = {whole} if whole else {known.get(folded(each)) for each in _BETWEEN.split(said.strip()) if each}
    chosen = tuple(option.id for option in indicator.options if option.id in wanted)
    if not chosen or None in wanted:
        return refuse("refused.no_such_option", code=indicator.id)
    return Chosen(choices=chosen)
