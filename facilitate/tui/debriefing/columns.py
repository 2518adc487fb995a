"""What several people said side by side, or below each other where there is no room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rich.style import Style
from rich.text import Text

from facilitate.tui.drawing import fitted
from facilitate.tui.textrows import folded

NARROWEST, GAP = 18, 2


class Said(NamedTuple):
    """One person's column: its head, and what they said, a text each."""

    head: str
    texts: tuple[str, ...]


def parts(sizes: Mapping[str, int], room: int) -> Iterator[dict[str, int]]:
    """As many columns, each with a gap of one cell, as there is room for; then the others, to stand below."""
    part = dict[str, int]()
    for who, size in sizes.items():
        if part and sum(part.values()) + len(part) + size + 1 > room:
            yield part
            part = {}
        part[who] = size
    yield part


def side_by_side(people: Sequence[Said], width: int) -> list[Text]:
    """The columns in lines of at most `width` cells."""
    room = (width - GAP * (len(people) - 1)) // len(people) if people else 0
    if room < NARROWEST:
        return [line for each in people for line in _below(each, width)]
    columns = [_column(each, room) for each in people]
    height = max(map(len, columns))
    gap = " " * GAP
    lines = []
    for place in range(height):
        cells = [fitted(column[place] if place < len(column) else "", room) for column in columns]
        lines.append(Text(gap.join(cells).rstrip(), Style(bold=place == 0)))
    return lines


def _column(said: Said, room: int) -> list[str]:
    return [said.head, *(line for text in said.texts for line in _bulleted(text, room))]


def _below(said: Said, width: int) -> list[Text]:
    return [
        Text(said.head, Style(bold=True)),
        *(Text(f"  {line}") for text in said.texts for line in _bulleted(text, width - 2)),
    ]


def _bulleted(text: str, room: int) -> list[str]:
    """A text in lines, the first with its mark."""
    rows = [row for part in text.split("\n") for row in folded(part, room - 2)]
    return [f"{'- ' if not place else '  '}{row}" for place, row in enumerate(rows)]
