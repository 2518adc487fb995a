"""Text from people, made fit for a cell: never a formula, never an error value, never a file that cannot be opened."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal, TypeAlias

Direction: TypeAlias = Literal["ltr", "rtl"]

CELL_UNITS = 32_767
HEADER_UNITS = 255

REPEATED = 300
"""Texts no longer than that come again and again on many sheets, and what was found out about them is kept."""

# Characters that XML cannot hold; openpyxl refuses some of them and lets others make a file that cannot be opened.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # ``_x0041_`` in a cell is read as the character A
_LOOKS_LIKE_MORE = re.compile(r"[=+\-@#'\t]|\s*[\d٠-٩]")


def writable(text: str) -> str:
    """The text without what XML cannot hold."""
    return _NOT_XML.sub("", text)


def units(text: str) -> int:
    """The length as Excel counts it: in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, limit: int) -> str:
    """The beginning of a text, at most so many UTF-16 units, never half a character."""
    if units(text) <= limit:
        return text
    kept: list[str] = []
    for character in text:
        limit -= units(character)
        if limit < 0:
            break
        kept.append(character)
    return "".join(kept)


def cell_text(text: str) -> str:
    """The text as a cell holds it: what cannot be written left out, what would be read as an escape written so that it
    is not, and cut, with an ellipsis, where it is longer than a cell can be."""
    return _known_cell_text(text) if len(text) <= REPEATED else _cell_text(text)


def _cell_text(text: str) -> str:
    kept = _ESCAPE.sub("_x005F_", writable(text))
    return kept if units(kept) <= CELL_UNITS else cut(kept, CELL_UNITS - 1) + "…"


_known_cell_text = lru_cache(4096)(_cell_text)


def must_be_quoted(text: str) -> bool:
    """Whether somebody who edits the cell would turn it into a formula, a number or a date."""
    return _LOOKS_LIKE_MORE.match(text) is not None


def header_text(text: str) -> str:
    """A text for the head or foot of printed pages, where ``&`` begins a code."""
    return cut(writable(" ".join(text.split())), HEADER_UNITS // 4).replace("&", "&&")


def direction(text: str, otherwise: Direction) -> Direction:
    """The direction of a text by its first strong character (Unicode bidirectional algorithm, rules P2 and P3)."""
    return _own_direction(text[:REPEATED]) or _own_direction(text) or otherwise


@lru_cache(4096)
def _own_direction(text: str) -> Direction | None:
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind == "L":
            return "ltr"
        if kind in ("R", "AL"):
            return "rtl"
    return None


def criterion(text: str) -> str | None:
    """A text as COUNTIFS and AVERAGEIFS compare it, written into a formula: wildcards are meant literally.

    Nothing where the text is too long for a formula.
    """
    literal = re.sub(r"([*?~])", r"~\1", cell_text(text))
    return '"=' + literal.replace('"', '""') + '"' if units(literal) < HEADER_UNITS - 5 else None
