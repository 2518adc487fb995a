"""One reader's language: sentences, numbers, dates and lengths of time."""

from __future__ import annotations

import locale
import os
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any, Literal, Protocol, TypeAlias

from facilitate.language.catalog import find
from facilitate.language.numbers import rounded

Code: TypeAlias = Literal["ar", "fr", "en"]
CODES: tuple[Code, ...] = ("ar", "fr", "en")
Digits: TypeAlias = Literal["western", "arabic"]
_CLDR = {"ar": "ar_MA", "fr": "fr", "en": "en_GB"}

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066\u2067\ud800-\udfff]")
"""What a terminal would obey, or what would turn a sentence round: names of files come from strangers, too."""

_FIGURES = re.compile(r"[-+≈]? ?\d+([:.,/]\d+)* ?%?")
"""A value that is a number, a time or a date; codes such as A1 have letters, and stay."""

_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

ISOLATE, END_ISOLATE = "\u2068", "\u2069"


class InLanguages(Protocol):
    """Content that carries its own languages, such as a title of a grid."""

    def to(self, language: str) -> str: ...


@dataclass(frozen=True)
class Words:
    """Sentences in one language: ``words("home.meetings", count=3)``; `digits` are those of Arabic numbers."""

    language: Code = "en"
    digits: Digits = "western"
    isolating: bool = False
    """Whether values of the other direction stand in isolates: for lines that nobody else puts in order."""

    def for_lines(self) -> Words:
        """The same words for plain lines, in which a name must not turn its sentence round."""
        return replace(self, isolating=True)

    def into(self, language: Code) -> Words:
        """The same reader's choices in another language."""
        return replace(self, language=language)

    def __call__(self, message: str, /, count: int | None = None, **values: Any) -> str:
        """The sentence for a message id with its values put in.

        `count` chooses the plural form and is itself a value. A message without a sentence in this language, or with
        one that its values do not fit into, is said in English, one without any is its id: somebody reads something,
        always.
        """
        if count is not None:
            values["count"] = self.number(count)
        shown = {name: self.shown(value) for name, value in values.items()}
        said = message
        for language in (self.language, "en"):
            sentence = find(language, message, count)
            if sentence is not None:
                said = sentence
                try:
                    return sentence.format_map(shown)
                except (LookupError, ValueError, AttributeError, TypeError):
                    continue
        return said

    def shown(self, value: Any) -> str:
        """A value as this reader wants it: content in the reader's language, numbers and dates by CLDR."""
        if isinstance(value, str):
            plain = _CONTROLS.sub("", value)
            return self.figures(plain) if _FIGURES.fullmatch(plain) else self._apart(plain)
        if isinstance(value, bool):
            return self("common.yes" if value else "common.no")
        if isinstance(value, int | float):
            return self.number(value)
        if isinstance(value, tuple):
            return self.listed(self.shown(each) for each in value)
        if isinstance(value, datetime):
            return self.moment(value)
        if isinstance(value, date):
            return self.day(value)
        if hasattr(value, "to"):
            return self._apart(str(value.to(self.language)))
        return str(value)

    def _apart(self, text: str) -> str:
        foreign = ("L",) if self.right_to_left else ("R", "AL", "AN")
        turning = self.isolating and any(unicodedata.bidirectional(each) in foreign for each in text)
        return self.isolated(text) if turning and ISOLATE not in text else text

    @property
    def right_to_left(self) -> bool:
        return self.language == "ar"

    def number(self, value: float, digits: int | None = None) -> str:
        """A number with the reader's separators; `digits` fixes the decimals."""
        if not self.in_arabic_digits:
            return _number(self.language, value, digits)
        return self.figures(_number("en", value, digits).translate({ord(","): "٬", ord("."): "٫"}))

    @property
    def in_arabic_digits(self) -> bool:
        return self.right_to_left and self.digits == "arabic"

    def figures(self, text: str) -> str:
        """A time, a date or numbers with signs between them, in the reader's digits."""
        return text.translate(_ARABIC_DIGITS) if self.in_arabic_digits else text

    def hour(self, moment: datetime | time) -> str:
        """The time of day: ``14:05``."""
        return self.figures(f"{moment:%H:%M}")

    def percent(self, share: float) -> str:
        """A share from 0 to 1 as whole per cent."""
        return self("common.percent", number=self.number(round(share * 100)))

    def day(self, value: date) -> str:
        """A date, written out."""
        return self.figures(_format_date(self.language, value, "long"))

    def weekday(self, value: date) -> str:
        """A date, written out with its weekday."""
        return self.figures(_format_date(self.language, value, "full"))

    def moment(self, value: datetime) -> str:
        """A date and the time of day."""
        return self.listed((self.day(value.date()), self.hour(value)))

    def clock(self, milliseconds: int) -> str:
        """A length of time as people read a clock: ``12:41``, with hours from 60 minutes on: ``1:05:00``."""
        seconds = abs(milliseconds) // 1000
        minutes, seconds = divmod(seconds, 60)
        hours, minutes = divmod(minutes, 60)
        return self.figures(f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}")

    def minutes(self, milliseconds: int) -> str:
        """A length of time in whole minutes, in words."""
        return self("common.minutes", count=round(milliseconds / 60_000))

    def listed(self, items: Iterable[str]) -> str:
        """Items one after the other with the reader's comma."""
        return ("، " if self.right_to_left else ", ").join(items)

    def isolated(self, text: str) -> str:
        """A name that must not turn its sentence round, for plain text."""
        return f"{ISOLATE}{text}{END_ISOLATE}"


@lru_cache(4096)
def _number(language: str, value: float, digits: int | None) -> str:
    form = f",.{digits}f" if digits is not None else "," if isinstance(value, int) else ",.10g"
    text = format(value if digits is None else rounded(value, digits), form)
    if language == "fr":
        return text.replace(",", "\u202f").replace(".", ",")
    if language == "ar":  # Morocco writes 1.234,5
        text = text.translate({ord(","): ".", ord("."): ","})
        return f"\u200e{text}" if text.startswith("-") else text  # else the sign would stand behind the number
    return text


@lru_cache(512)
def _format_date(language: str, value: date, width: Literal["long", "full"]) -> str:
    from babel.dates import format_date

    text = format_date(value, format=width, locale=_CLDR.get(language, "en_GB"))
    if language == "fr" and value.day == 1:
        return re.sub(r"\b1\b", "1er", text, count=1)  # as French says it, and CLDR does not
    return text


def choose_language(asked: str | None = None, settings: Mapping[str, Any] | None = None) -> Code:
    """The language asked for, else the one in the settings, else the system's, else English."""
    for candidate in (asked, (settings or {}).get("language"), *_system()):
        asked_for = str(candidate or "")[:2].lower()
        for code in CODES:
            if code == asked_for:
                return code
    return "en"


def _system() -> Iterable[str | None]:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            yield os.environ[name]
            return
    try:
        yield locale.getlocale()[0]
    except ValueError:
        yield None
