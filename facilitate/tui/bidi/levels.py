"""Embedding levels: which way each character of a line is read. Unicode's UAX #9, rules P2 to I2.

The compiled algorithm of python-bidi conforms, and keeps the levels to itself; without them no style can travel with
its character. What is here is held against every case of Unicode's BidiCharacterTest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from facilitate.tui.bidi.classes import EMBEDDINGS, EXPLICIT, ISOLATES, REMOVED, bidi_class
from facilitate.tui.bidi.resolving import Run, resolve

DEEPEST = 125
_TURNS = (EXPLICIT | REMOVED | {"R", "AL", "AN"}, EXPLICIT | REMOVED | {"L", "EN", "AN"})
"""Without these, all of a line that is read from the left, or from the right, is of the line's own level."""


class Levels(NamedTuple):
    """The level of each character, even where it is read from left to right, the line's own, and each class."""

    each: list[int]
    base: int
    classes: list[str]


def embedding_levels(text: str, base: int | None = None) -> Levels:
    """The levels of one line; `base` is 0 for a line that is read from the left, 1 from the right, `None` to let its
    first strong letter decide."""
    classes = list(map(bidi_class, text))
    if base is not None and _TURNS[base].isdisjoint(classes):
        return Levels([base] * len(classes), base, classes)
    partner = _partners(classes)
    if base is None:
        base = _first_strong(classes, partner, 0, len(classes)) or 0
    levels, effective = _explicit(classes, partner, base)
    for run in list(_runs(text, classes, effective, levels, partner, base)):  # by the levels before resolving
        for place, level in zip(run.places, resolve(run), strict=True):
            levels[place] = level
    for place, kind in enumerate(classes):
        if kind in REMOVED:
            levels[place] = levels[place - 1] if place else base
    return Levels(levels, base, classes)


def _partners(classes: Sequence[str]) -> dict[int, int]:
    """The end of each isolate, and the beginning of each end (BD9)."""
    partner, open_ = dict[int, int](), list[int]()
    for place, kind in enumerate(classes):
        if kind in ISOLATES:
            open_.append(place)
        elif kind == "PDI" and open_:
            start = open_.pop()
            partner[start], partner[place] = place, start
    return partner


def _first_strong(classes: Sequence[str], partner: dict[int, int], start: int, end: int) -> int | None:
    """0 or 1 by the first strong character outside isolates; nothing where there is none (P2, P3)."""
    place = start
    while place < end:
        kind = classes[place]
        if kind in ("L", "R", "AL"):
            return int(kind != "L")
        if kind in ISOLATES:
            place = partner.get(place, end)
        place += 1
    return None


class _Status(NamedTuple):
    level: int
    override: str | None
    isolate: bool


def _explicit(classes: Sequence[str], partner: dict[int, int], base: int) -> tuple[list[int], list[str]]:
    """Levels by embeddings and isolates, and each class after overrides (X1 to X8)."""
    levels, effective = [base] * len(classes), list(classes)
    if EXPLICIT.isdisjoint(classes):
        return levels, effective
    stack = [_Status(base, None, False)]
    too_many_isolates = too_many_embeddings = isolates = 0
    for place, kind in enumerate(classes):
        if kind in EMBEDDINGS:
            deeper = _deeper(stack[-1].level, kind[0] == "R")
            if deeper <= DEEPEST and not too_many_isolates and not too_many_embeddings:
                stack.append(_Status(deeper, kind[0] if kind[2] == "O" else None, False))
            elif not too_many_isolates:
                too_many_embeddings += 1
        elif kind == "PDF":
            if too_many_embeddings and not too_many_isolates:
                too_many_embeddings -= 1
            elif not too_many_isolates and not stack[-1].isolate and len(stack) > 1:
                stack.pop()
        elif kind in ISOLATES:
            levels[place], effective[place] = stack[-1].level, stack[-1].override or kind
            end = partner.get(place, len(classes))
            right = kind == "RLI" or (kind == "FSI" and _first_strong(classes, partner, place + 1, end) == 1)
            deeper = _deeper(stack[-1].level, right)
            if deeper <= DEEPEST and not too_many_isolates and not too_many_embeddings:
                isolates += 1
                stack.append(_Status(deeper, None, True))
            else:
                too_many_isolates += 1
        elif kind == "PDI":
            if too_many_isolates:
                too_many_isolates -= 1
            elif isolates:
                too_many_embeddings = 0
                while not stack[-1].isolate:
                    stack.pop()
                stack.pop()
                isolates -= 1
            levels[place], effective[place] = stack[-1].level, stack[-1].override or kind
        elif kind not in ("B", "BN"):
            levels[place], effective[place] = stack[-1].level, stack[-1].override or kind
    return levels, effective


def _deeper(level: int, right: bool) -> int:
    """The next greater odd level, or even one."""
    return level + 1 + (level % 2 if right else (level + 1) % 2)


def _runs(
    text: str,
    classes: Sequence[str],
    effective: Sequence[str],
    levels: Sequence[int],
    partner: dict[int, int],
    base: int,
) -> Iterator[Run]:
    """Isolating run sequences with what comes before and after each (BD13, X10)."""
    there = [place for place, kind in enumerate(classes) if kind not in REMOVED]
    parts, part_of = list[list[int]](), dict[int, int]()
    for number, place in enumerate(there):
        if not number or levels[place] != levels[there[number - 1]]:
            parts.append([])
        parts[-1].append(place)
        part_of[place] = len(parts) - 1
    order = {place: number for number, place in enumerate(there)}
    for part in parts:
        if classes[part[0]] == "PDI" and part[0] in partner:
            continue  # goes on with the run of its beginning
        places = list(part)
        while classes[places[-1]] in ISOLATES and places[-1] in partner:
            places += parts[part_of[partner[places[-1]]]]
        level = levels[places[0]]
        first, last = order[places[0]], order[places[-1]]
        before = levels[there[first - 1]] if first else base
        unended = classes[places[-1]] in ISOLATES
        after = base if unended or last + 1 == len(there) else levels[there[last + 1]]
        yield Run(
            places,
            [text[place] for place in places],
            [effective[place] for place in places],
            [classes[place] for place in places],
            level,
            "R" if max(level, before) % 2 else "L",
            "R" if max(level, after) % 2 else "L",
        )
