"""One isolating run sequence of UAX #9: weak classes (W1 to W7), brackets (N0), neutrals (N1, N2), levels (I1, I2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from facilitate.tui.bidi.classes import ISOLATES, NEUTRAL, bracket

_MOST_OPEN = 63
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
"""What neutrals and brackets take for strong, and as what: numbers are read among right-to-left letters."""


class Run(NamedTuple):
    """A sequence that is resolved as one: where its characters stand, these, their classes after overrides and before,
    the level of all, and what comes before (`sos`) and after (`eos`)."""

    places: list[int]
    characters: list[str]
    classes: list[str]
    originals: list[str]
    level: int
    sos: str
    eos: str


def resolve(run: Run) -> list[int]:
    """The level of each character of the sequence."""
    if len(set(run.classes)) == 1 and run.classes[0] in ("L", "R", "AL"):
        kinds = ["L" if run.classes[0] == "L" else "R"] * len(run.classes)
    else:
        kinds = _weak(run)
        _brackets(run, kinds)
        _neutral(run, kinds)
    if run.level % 2:
        return [run.level + (kind != "R") for kind in kinds]
    return [run.level + (0 if kind == "L" else 1 if kind == "R" else 2) for kind in kinds]


def _weak(run: Run) -> list[str]:
    kinds = list(run.classes)
    _marks(kinds, run.sos)
    strong = run.sos
    for place, kind in enumerate(kinds):  # W2, W3
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[place] = "AN"
        if kind == "AL":
            kinds[place] = "R"
    if not _NUMERIC.isdisjoint(kinds):
        _separators(kinds)
        _terminators(kinds)
    strong = run.sos
    for place, kind in enumerate(kinds):  # W6, W7
        if kind in ("ES", "ET", "CS"):
            kinds[place] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[place] = "L"
    return kinds


_NUMERIC = frozenset({"EN", "AN"})


def _marks(kinds: list[str], sos: str) -> None:
    """W1: a mark is of the class of its letter."""
    before = sos
    for place, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[place] = "ON" if before in ISOLATES or before == "PDI" else before
        before = kinds[place]


def _separators(kinds: list[str]) -> None:
    """W4: one separator between two numbers belongs to them."""
    for place in range(1, len(kinds) - 1):
        before, kind, after = kinds[place - 1 : place + 2]
        if before == after and ((kind == "ES" and before == "EN") or (kind == "CS" and before in _NUMERIC)):
            kinds[place] = before


def _terminators(kinds: list[str]) -> None:
    """W5: signs such as % beside a number belong to it."""
    for start, end in _stretches(kinds, frozenset({"ET"})):
        if (start and kinds[start - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN"):
            kinds[start:end] = ["EN"] * (end - start)


def _stretches(kinds: list[str], wanted: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where characters of some classes stand together: from, and up to but not including."""
    place = 0
    while place < len(kinds):
        end = place
        while end < len(kinds) and kinds[end] in wanted:
            end += 1
        if end > place:
            yield place, end
        place = max(end, place + 1)


def _brackets(run: Run, kinds: list[str]) -> None:
    """N0: both brackets of a pair are read as what stands within them."""
    own = "R" if run.level % 2 else "L"
    for start, end in _pairs(run, kinds):
        within = {_STRONG[kind] for kind in kinds[start + 1 : end] if kind in _STRONG}
        if own in within:
            direction = own
        elif within:
            before = (_STRONG[kind] for kind in reversed(kinds[:start]) if kind in _STRONG)
            direction = next(iter(within)) if next(before, run.sos) != own else own
        else:
            continue
        for place in (start, end):
            kinds[place] = direction
            for after in range(place + 1, len(kinds)):
                if run.originals[after] != "NSM":
                    break
                kinds[after] = direction


def _pairs(run: Run, kinds: list[str]) -> list[tuple[int, int]]:
    """Brackets that belong together, in the order of the opening ones (BD16)."""
    open_, found = list[tuple[str, int]](), list[tuple[int, int]]()
    for place, kind in enumerate(kinds):
        sign = bracket(run.characters[place]) if kind == "ON" else None
        if sign is None:
            continue
        if sign.opens:
            if len(open_) == _MOST_OPEN:
                break
            open_.append((sign.pair, place))
            continue
        for depth in range(len(open_) - 1, -1, -1):
            if open_[depth][0] == sign.pair:
                found.append((open_[depth][1], place))
                del open_[depth:]
                break
    return sorted(found)


def _neutral(run: Run, kinds: list[str]) -> None:
    """N1, N2: between two of the same direction neutrals go with them, else with the sequence."""
    own = "R" if run.level % 2 else "L"
    for start, end in _stretches(kinds, NEUTRAL):
        before = _STRONG[kinds[start - 1]] if start else run.sos
        after = _STRONG[kinds[end]] if end < len(kinds) else run.eos
        kinds[start:end] = [before if before == after else own] * (end - start)
