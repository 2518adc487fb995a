"""From levels to what the eye sees: rules L1 to L4 of UAX #9."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from facilitate.tui.bidi.classes import ISOLATES, REMOVED, bidi_class
from facilitate.tui.bidi.levels import Levels

_AT_END = ISOLATES | REMOVED | {"PDI", "WS"}


def at_line_end(levels: Levels) -> list[int]:
    """L1: tabs, and spaces at the end or before a tab, stand where the line itself goes on."""
    each, waiting = list(levels.each), 0
    for place, kind in enumerate(levels.classes):
        if kind in ("S", "B"):
            each[place - waiting : place + 1] = [levels.base] * (waiting + 1)
        waiting = waiting + 1 if kind in _AT_END else 0
    if waiting:
        each[-waiting:] = [levels.base] * waiting
    return each


def reordered(levels: Sequence[int]) -> list[int]:
    """L2: the places of the characters from left to right."""
    order = list(range(len(levels)))
    lowest = min((level for level in levels if level % 2), default=None)
    if lowest is None:
        return order
    highest = max(levels)
    if lowest == highest == min(levels):
        return order[::-1]
    for level in range(highest, lowest - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            if end > start + 1:
                order[start:end] = order[start:end][::-1]
            start = max(end, start + 1)
    return order


def marks_after_letters(text: str, order: Sequence[int]) -> list[int]:
    """L3: a terminal draws a mark on the cell before it, so marks come after their letter also where this is read from
    the right; and what makes one sign together, such as the parts of an emoji, stays in its order."""
    parts, first = dict[int, list[int]](), -1
    for place, character in enumerate(text):
        if first >= 0 and _goes_with(character, text[place - 1]):
            parts.setdefault(first, []).append(place)
        else:
            first = place
    if not parts:
        return list(order)
    later = {part for each in parts.values() for part in each}
    return [each for place in order if place not in later for each in (place, *parts.get(place, ()))]


_JOINER = "\u200d"
_SKINS = range(0x1F3FB, 0x1F400)


def _goes_with(character: str, before: str) -> bool:
    """Whether a character is drawn with the one before it."""
    if unicodedata.category(character) in ("Mn", "Me") or character == _JOINER or ord(character) in _SKINS:
        return True
    return before == _JOINER and bidi_class(character) not in ("R", "AL")
