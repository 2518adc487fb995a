"""What a report is made of, before it becomes text, Markdown or a document.

Names and what people typed stand between Unicode isolates, so that a French name cannot turn an Arabic sentence round.
Plain text keeps them; the other two forms have means of their own and take them out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from facilitate.language.words import END_ISOLATE, ISOLATE

Alignment: TypeAlias = Literal["start", "end"]

_ISOLATES = {ord(ISOLATE): None, ord(END_ISOLATE): None}


@dataclass(frozen=True)
class Heading:
    """A title; level 1 is the report, 2 a part of it, and so on."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """Some sentences; line breaks in them stay."""

    text: str


@dataclass(frozen=True)
class Bullets:
    """Items of a list."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Rows under a header. An alignment `end` is for numbers."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    alignments: tuple[Alignment, ...]


Block: TypeAlias = Heading | Paragraph | Bullets | Table


def table(header: Sequence[str], rows: Sequence[Sequence[str]], numbers_from: int | None = None) -> Table:
    """A table whose columns from `numbers_from` on hold numbers."""
    first = len(header) if numbers_from is None else numbers_from
    alignments: tuple[Alignment, ...] = tuple("end" if place >= first else "start" for place in range(len(header)))
    return Table(tuple(header), tuple(tuple(row) for row in rows), alignments)


def introduces(block: Block | None) -> bool:
    """Whether a block says what comes next, so that the two stand close together."""
    return isinstance(block, Paragraph) and block.text.endswith(":")


def plain(text: str) -> str:
    """The text without isolates."""
    return text.translate(_ISOLATES)
