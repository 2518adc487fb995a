"""Signs in the cells that they were counted with, whatever a terminal makes of joined emoji and of signs on signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from facilitate.tui.bidi.marks import ART, FIELD

JOINER, AS_EMOJI = "\u200d", "\ufe0f"
_UNCOUNTED = re.compile("[\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\u3164\uffa0]")
"""Skin tones, the tags of regional flags, Korean fillers: counted as no cell, and drawn in up to two."""
_TO_DO = re.compile(f"[{JOINER}{AS_EMOJI}]|{_UNCOUNTED.pattern}")
_SPARE = "\u00a0"
"""The second cell of an emoji: no space, two of which would end a field."""
_GOES_ON = re.compile(f"[{JOINER}{AS_EMOJI}\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
_ON_A_SIGN = re.compile("[\u0300-\u036f\u20d0-\u20ff]*")


class Counted(LineFilter):
    """Draws of an emoji what takes the same room on every terminal: the first of a family, none of its colours.

    Terminals differ in all of these, and a border behind them would stand in another column than those around it. What
    is kept in a meeting stays as it was written.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        if not any(_TO_DO.search(segment.text) for segment in segments):
            return segments
        return [Segment(counted(each.text), each.style, each.control) for each in segments]


@lru_cache(4096)
def counted(text: str) -> str:
    """The text, as many cells wide, of signs that each have the width that they are counted with."""
    return "".join(drawn_each(text)) if _TO_DO.search(text) else text


def drawn_each(text: str) -> list[str]:
    """What is drawn of each character, nothing of those that others are drawn with."""
    return list(_signs(text)) if _TO_DO.search(text) else list(text)


def _signs(text: str) -> Iterator[str]:
    place, counted_last = 0, ""
    while place < len(text):
        sign, place = text[place], place + 1
        if sign == JOINER:  # what follows it was not counted
            yield ""
            yield from (each if each in (ART, FIELD) else "" for each in text[place : place + 1])
            place += 1
        elif sign == AS_EMOJI:
            on_it = _ON_A_SIGN.match(text, place)
            marks = on_it[0] if on_it else ""
            yield marks + _SPARE * (cell_len(counted_last + AS_EMOJI) - cell_len(counted_last))
            yield from [""] * len(marks)
            place, counted_last = place + len(marks), ""
        else:
            yield "" if _UNCOUNTED.match(sign) else sign
            counted_last = sign if cell_len(sign) else counted_last


def beginning(text: str, place: int) -> int:
    """Where the emoji begins that ends before a place; of anything else the one character before it."""
    start = max(0, place - 1)
    while start > 0 and _goes_on(text, start):
        start -= 1
    return start


def ending(text: str, place: int) -> int:
    """Where the emoji ends that begins at a place; of anything else the place behind that one character."""
    end = min(len(text), place + 1)
    while end < len(text) and _goes_on(text, end):
        end += 1
    return end


def _goes_on(text: str, place: int) -> bool:
    return text[place - 1] == JOINER or _GOES_ON.match(text[place]) is not None
