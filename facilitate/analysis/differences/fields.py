"""Two things of one kind, field by field. No field is named here: one that is added to the models is compared, too."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from facilitate.analysis.differences.difference import Difference, How, Spot, Tree, is_wording, nothing
from facilitate.analysis.differences.pairing import both, moved, paired

NAMES = ("id", "value")
"""The fields by which items of a list are known: options by their ids, anchors and levels by their points."""


def fields(
    spot: Spot, old: Tree, new: Tree, *, but: Collection[str] = (), inside: str = "", item: Any = ""
) -> Iterator[Difference]:
    """Every field that differs; those of another kind, where the kind of an indicator changed, if they say anything."""
    for name in dict.fromkeys((*new, *old)):
        before, after = old.get(name), new.get(name)
        known = name in old and name in new
        if name not in but and before != after and (known or not (nothing(before) and nothing(after))):
            yield from _field(spot, f"{inside}{name}", before, after, item)


def _field(spot: Spot, name: str, old: Any, new: Any, item: Any) -> Iterator[Difference]:
    by = _name_of_items(old, new)
    if by:
        yield from _items(spot, name, old or [], new or [], by)
    elif is_wording(old) and is_wording(new):
        yield from spot.texts(name, old, new, item)
    elif _all_wordings(old) and _all_wordings(new):
        yield from _texts(spot, name, old, new)
    else:
        yield spot.differs(name, old, new, item=item)


def _name_of_items(old: Any, new: Any) -> str | None:
    """The field by which the items of two lists are known; nothing where they are known by none."""
    items = [each for value in (old, new) if isinstance(value, list) for each in value]
    if not items or not all(isinstance(each, dict) for each in items):
        return None
    return next((name for name in NAMES if all(name in each for each in items)), None)


def _items(spot: Spot, name: str, old: list[Tree], new: list[Tree], by: str) -> Iterator[Difference]:
    pairs = paired(old, new, lambda each: each[by])
    for before, after in pairs:
        code = (after or before or {})[by]
        if before is None or after is None:
            how: How = "added" if before is None else "gone"
            rest = _without(after or before or {}, by)
            yield spot.differs(name, None if before is None else rest, None if after is None else rest, how, code)
        else:
            yield from fields(spot, before, after, but=(by,), inside=f"{name}.", item=code)
    for before, after in moved(old, list(both(pairs))):
        places = {"after": stands_after(old, before, by)}, {"after": stands_after(new, after, by)}
        yield spot.differs(f"{name}.place", *places, "moved", after[by])


def stands_after(items: list[Tree], item: Tree, by: str = "id") -> Any:
    """The name of what an item of a list stands after; nothing where it is the first."""
    place = next(place for place, each in enumerate(items) if each is item)
    return items[place - 1][by] if place else None


def _without(item: Tree, name: str) -> Any:
    """What an item has beside its name; a single text by itself."""
    rest = {key: value for key, value in item.items() if key != name}
    return next(iter(rest.values())) if len(rest) == 1 else rest


def _all_wordings(value: Any) -> bool:
    return isinstance(value, list) and all(is_wording(each) for each in value)


def _texts(spot: Spot, name: str, old: list[Tree], new: list[Tree]) -> Iterator[Difference]:
    """Texts that are known by their number, such as rules: what stands between equal ones is the same, reworded."""
    then, now = ([tuple(each.values()) for each in texts] for texts in (old, new))
    for tag, start, end, place, last in SequenceMatcher(None, then, now, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for before, after, step in zip_longest(old[start:end], new[place:last], range(max(end - start, last - place))):
            if before is None or after is None:
                yield spot.differs(name, before, after, item=(start if after is None else place) + step + 1)
            else:
                yield from spot.texts(name, before, after, place + step + 1)
