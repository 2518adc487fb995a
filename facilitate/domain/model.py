"""What every model of the domain shares: frozen, no unknown fields, and text that cannot hurt a screen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeAlias, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

Language: TypeAlias = Literal["ar", "fr", "en"]
LANGUAGES: tuple[Language, ...] = ("ar", "fr", "en")

# Embeddings, overrides and isolates: left open in a name they would turn the rest of a line round.
_DIRECTION_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

_EMOJI = "\u2190-\u2bff\U0001f000-\U0001faff"
_STRAY_JOINER = re.compile(f"(?<![{_EMOJI}\ufe0f])\u200d|\u200d(?![{_EMOJI}])")
_JOINING = r"\u0626\u0628\u062a-\u062e\u0633-\u063f\u0641-\u0647\u064a"
_JOINED_TO_NOTHING = re.compile(rf"(?<=[{_JOINING}])\u200d(?![\u0620-\u06ff])")


class Frozen(BaseModel):
    """An immutable model that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


def harmless(text: str) -> str:
    """The text in NFC without control characters, lone surrogates, direction controls and stray joiners.

    Line breaks and tabs become single spaces. People type and paste anything, and files come from strangers:
    no escape sequence may reach a terminal.
    """
    return " ".join(without_controls(text).split())


def harmless_prose(text: str) -> str:
    """As `harmless`, but line breaks stay."""
    return "\n".join(" ".join(line.split()) for line in without_controls(text).splitlines()).strip()


def without_controls(text: str) -> str:
    """As `harmless`, but line breaks, tabs and spaces stay as they are.

    A joiner belongs between emoji: it is counted together with what follows it, and after a letter that would be lost
    on a screen. An Arabic letter keeps the form that it had by it, as in the Hijri year's abbreviation, by a tatweel.
    """
    if text.isascii() and text.isprintable():
        return text
    kept = "".join(
        character if unicodedata.category(character) not in ("Cc", "Cs") or character in "\n\r\t" else ""
        for character in text
        if character not in _DIRECTION_CONTROLS
    )
    kept = unicodedata.normalize("NFC", kept)
    if "\u200d" in kept:  # looked at after composing, so that a letter typed in two parts is the same letter
        kept = unicodedata.normalize("NFC", _STRAY_JOINER.sub("", _JOINED_TO_NOTHING.sub("\u0640", kept)))
    return kept


Line: TypeAlias = Annotated[str, AfterValidator(harmless), StringConstraints(max_length=2_000)]
"""One line of text, harmless."""

Prose: TypeAlias = Annotated[str, AfterValidator(harmless_prose), StringConstraints(max_length=100_000)]
"""Text of several lines, harmless."""

Said: TypeAlias = Annotated[Prose | None, AfterValidator(lambda text: text or None)]
"""A text that may be absent; an empty one is absent, so that both give one seal and come through a file."""

SaidLine: TypeAlias = Annotated[Line | None, AfterValidator(lambda text: text or None)]
"""As `Said`, on one line."""

Identifier: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$")]
"""A name for programs: people, steps, indicators, turns, captures."""


class Wording(Frozen):
    """The same text in up to three languages."""

    en: Said = None
    fr: Said = None
    ar: Said = None

    def to(self, language: str) -> str:
        """The text in `language`, else in the first language that has it, else nothing."""
        asked: str | None = getattr(self, language, None) if language in LANGUAGES else None
        return asked or self.en or self.fr or self.ar or ""

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages that have a text."""
        return tuple(language for language in LANGUAGES if getattr(self, language))

    def __bool__(self) -> bool:
        return bool(self.languages)


Model = TypeVar("Model", bound=BaseModel)
Key = TypeVar("Key")
Value = TypeVar("Value")


def replaced(model: Model, **changes: Any) -> Model:
    """A copy of a frozen model with some fields changed; the values are trusted."""
    return model.model_copy(update=changes)


def with_item(mapping: Mapping[Key, Value], key: Key, value: Value) -> dict[Key, Value]:
    """A copy of a mapping with one item set."""
    return {**mapping, key: value}


def without_item(mapping: Mapping[Key, Value], key: Key) -> dict[Key, Value]:
    """A copy of a mapping with one item gone, if it was there."""
    return {each: value for each, value in mapping.items() if each != key}
