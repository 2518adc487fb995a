"""How wide text is on a screen of fixed columns, and where its lines break."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from facilitate.language.words import END_ISOLATE, ISOLATE

_SPACES = re.compile(r"(?<!«) +(?![ %]|[:;?!»](?:\s|$))")
_NO_WIDTH = frozenset(("Mn", "Me", "Cf", "Cc"))


def width(text: str) -> int:
    """Columns that a text takes: marks and format characters none, wide characters two."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def padded(text: str, columns: int, *, end: bool = False) -> str:
    """The text with spaces up to so many columns; before it where it is to stand at the end."""
    spaces = " " * max(0, columns - width(text))
    return spaces + text if end else text + spaces


def wrapped(text: str, columns: int) -> list[str]:
    """The lines of a text, none wider than `columns`; an isolate that is cut is closed and opened again."""
    lines = [line for given in text.split("\n") for line in _lines(given, max(columns, 2))]
    return list(_isolates_closed(lines))


def _lines(text: str, columns: int) -> Iterator[str]:
    """Breaks at ordinary spaces, but not before a "%" or a sign that French sets apart, nor inside its quotes."""
    line, used = "", 0
    for word in (piece for each in _SPACES.split(text) if each for piece in _pieces(each, columns)):
        size = width(word)
        if line and used + 1 + size > columns:
            yield line
            line, used = word, size
        else:
            line, used = (f"{line} {word}", used + 1 + size) if line else (word, size)
    yield line


def _pieces(word: str, columns: int) -> Iterator[str]:
    """A word, cut where it is wider than a line; never between a letter and its marks."""
    if width(word) <= columns:
        yield word
        return
    piece, used = "", 0
    for character in word:
        size = _columns(character)
        if used + size > columns:
            yield piece
            piece, used = "", 0
        piece, used = piece + character, used + size
    if piece:
        yield piece


def _isolates_closed(lines: list[str]) -> Iterator[str]:
    """Every line ends with as many isolates closed as it opened: a line break ends them for a terminal anyway."""
    depth = 0
    for given in lines:
        line = ISOLATE * depth + given
        depth = max(0, line.count(ISOLATE) - line.count(END_ISOLATE))
        yield line + END_ISOLATE * depth
