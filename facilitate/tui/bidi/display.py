"""One field of a line as the eye sees it: signs from left to right, each with the place it came from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from facilitate.tui.bidi.classes import EXPLICIT, ISOLATES, bidi_class, mirrored
from facilitate.tui.bidi.joining import joined, lam_alef
from facilitate.tui.bidi.levels import embedding_levels
from facilitate.tui.bidi.order import at_line_end, marks_after_letters, reordered

RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200f\u202b\u202e\u2067\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""What is read from the right, or turns others round."""

_MARKS = frozenset("\u061c\u200e\u200f")
"""Marks that say a direction and nothing else; some terminals would show them."""

SPARE = -1
"""The place of a cell that a lam with its alef has left over."""


class Sign(NamedTuple):
    """What is drawn, and the place of its character in the text."""

    drawn: str
    place: int


@lru_cache(8192)
def display(text: str, base: int | None, apart: frozenset[int] = frozenset()) -> tuple[Sign, ...]:
    """The signs of a text from left to right.

    `base` as in `embedding_levels`. A lam and an alef at places in `apart` keep a cell each, so that a cursor can stand
    on one of them. Direction controls and marks are obeyed and not drawn: they take no cell, and a terminal might obey
    them, too.
    """
    levels = embedding_levels(text, base)
    each = at_line_end(levels)
    shaped, swallowed = _with_ligatures(text, each, apart)
    order = marks_after_letters(text, reordered(each))
    signs = [
        Sign(mirrored(shaped[place]) if each[place] % 2 else shaped[place], place)
        for place in order
        if drawn(text[place]) and place not in swallowed
    ]
    spare = [Sign(" ", SPARE)] * len(swallowed)
    return tuple([*spare, *signs] if levels.base % 2 else [*signs, *spare])


def _with_ligatures(text: str, levels: Sequence[int], apart: frozenset[int]) -> tuple[list[str], set[int]]:
    """The joined characters, and the places of those alefs that are drawn with their lam."""
    shaped, swallowed = list(joined(text)), set[int]()
    lam: int | None = None
    for place, character in enumerate(shaped):
        if unicodedata.category(character) == "Mn":
            continue
        sign = lam_alef(shaped[lam], character) if lam is not None else None
        if lam is not None and sign and levels[lam] == levels[place] and apart.isdisjoint((lam, place)):
            shaped[lam] = sign
            swallowed.add(place)
            lam = None
        else:
            lam = place
    return shaped, swallowed


def drawn(character: str) -> bool:
    """Whether it is a sign, and not only says how others are read."""
    return character not in _MARKS and bidi_class(character) not in EXPLICIT


def first_strong(text: str) -> int | None:
    """0 where the first letter is read from the left, 1 from the right; nothing where there is no letter.

    What stands in an isolate, such as a name, does not count.
    """
    deep = 0
    for character in text:
        kind = bidi_class(character)
        if kind in ISOLATES or kind == "PDI":
            deep = max(0, deep + (1 if kind in ISOLATES else -1))
        elif not deep and kind in ("L", "R", "AL"):
            return int(kind != "L")
    return None
