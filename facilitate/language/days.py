"""Days as people type them, in English, French and Arabic: *31/7*, *vendredi*, *fin août*, *15 غشت*, *in two weeks*.

One small grammar for the three languages: each word becomes a sign (`day_words`), and the whole row of signs must have
one of a few shapes (`day_shapes`). Anything else, such as *after the olives* or *next week*, is no single day, and
stays as it was said.

What is settled here, because people mean different things by it:

- A day without a year is the next such day, today included: on 16 July *15/7* is next year.
- A weekday is the next one after today; on a Friday *Friday* is in a week. *Next Friday*, *vendredi prochain* and
  الجمعة المقبل say the same; *Friday next week* is the one of the week that begins next Monday.
- *In a month* is the same number of the next month, or its last day. *Dans 15 jours* is fifteen days.
- *By*, *before*, *avant*, *قبل* a day all name that day: a term is a term.
- A weekday that does not fall on its date is no day at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import product

from facilitate.language.day_shapes import understood
from facilitate.language.day_words import Sign, words_of
from facilitate.language.letters import folded
from facilitate.language.words import CODES

LONGEST = 80
"""Letters; who writes more tells a story and not a day."""


def read_day(text: str, today: date, language: str = "en") -> date | None:
    """The day that is meant, or nothing where no single day is; the reader's own language first in doubt."""
    plain = _plain(text[: 2 * LONGEST])
    if not plain or len(plain) > LONGEST:
        return None
    for code in sorted(CODES, key=lambda each: each != language):
        for signs in _readings(plain.split(), code):
            found = understood(signs, today)
            if found is not None:
                return found
    return None


def _plain(text: str) -> str:
    """Folded words with one space between; figures keep what stands between them: ``le 15-8``, ``l' annee``."""
    plain = re.sub(r"\s*/\s*", "/", folded(text))
    plain = re.sub(r"[,;!?؟]|\.+(?=\s|$)", " ", plain)
    plain = re.sub(r"(?<=[^\W\d])[-./]|[-./](?=[^\W\d])", " ", plain)
    return " ".join(re.sub(r"\b([dl]')(?=\w)", r"\1 ", plain).split())


_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|e|eme)")
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?")


def _readings(words: list[str], language: str) -> Iterator[tuple[Sign, ...]]:
    """Every way to read the words, the longest phrases first; none where one of them is not about days."""
    known, options, place = words_of(language), list[tuple[Sign, ...]](), 0
    while place < len(words):
        for end in range(min(len(words), place + 4), place, -1):
            said = " ".join(words[place:end])
            signs = known.get(said) or _figures(said)
            if signs:
                options.append(signs)
                place = end
                break
        else:
            return
    yield from product(*options)


def _figures(word: str) -> tuple[Sign, ...]:
    """What a word in figures may be: the 15th, 15/8, 15, 2026."""
    if found := _ORDINAL.fullmatch(word):
        return (Sign("O", int(found[1])),)
    if found := _YEAR_FIRST.fullmatch(word):
        return (Sign("F", int(found[4]), month=int(found[3]), year=int(found[1])),)
    if found := _DAY_FIRST.fullmatch(word):
        return (Sign("F", int(found[1]), month=int(found[3]), year=int(found[4] or 0)),)
    if re.fullmatch(r"\d{1,3}", word):
        return (Sign("N", int(word)),)
    return (Sign("Y", int(word)),) if re.fullmatch(r"(19|20|21)\d\d", word) else ()
