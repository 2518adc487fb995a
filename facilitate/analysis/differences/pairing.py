"""Finding what belongs together in two lists, and what was moved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeAlias, TypeVar

Item = TypeVar("Item")

Pairs: TypeAlias = list[tuple[Item | None, Item | None]]
"""What was there before and what is there now; nothing before where it is new, nothing now where it is gone."""


def paired(old: Sequence[Item], new: Sequence[Item], *likenesses: Callable[[Item], object]) -> Pairs[Item]:
    """Pairs in the order of the new list, then what is gone; each item once.

    The first likeness pairs what it finds equal, the next what is left, and so on; of several equal ones, the first.
    """
    left = list(range(len(old)))
    partner: dict[int, int] = {}
    for like in likenesses:
        keys = {place: like(old[place]) for place in left}
        for place, item in enumerate(new):
            if place in partner:
                continue
            key = like(item)
            found = next((each for each in left if keys[each] == key), None)
            if found is not None:
                partner[place] = found
                left.remove(found)
    pairs = [(old[partner[place]] if place in partner else None, item) for place, item in enumerate(new)]
    return [*pairs, *((old[place], None) for place in left)]


def both(pairs: Iterable[tuple[Item | None, Item | None]]) -> Iterator[tuple[Item, Item]]:
    """Those pairs of which nothing is missing."""
    return ((before, after) for before, after in pairs if before is not None and after is not None)


def moved(old: Sequence[Item], pairs: Sequence[tuple[Item, Item]]) -> list[tuple[Item, Item]]:
    """The pairs, given in the order of now, that stand elsewhere among the others than they did in the old list.

    As few as are easily found, and none only where the order is the same.
    """
    places = {id(item): place for place, item in enumerate(old)}
    now = [places[id(before)] for before, _ in pairs]
    blocks = SequenceMatcher(None, sorted(now), now, autojunk=False).get_matching_blocks()
    stayed = {block.b + step for block in blocks for step in range(block.size)}
    return [pair for place, pair in enumerate(pairs) if place not in stayed]
