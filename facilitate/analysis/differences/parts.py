"""Parts of a grid that have a name: found again in another grid by their name or by their content."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from facilitate.analysis.differences.difference import Difference, Part, Spot, Tree
from facilitate.analysis.differences.fields import fields
from facilitate.analysis.differences.pairing import Pairs, both, paired


def found_again(old: list[Tree], new: list[Tree]) -> Pairs[Tree]:
    """The same name and content, then the same content under another name, then the same name."""
    return paired(old, new, written, without_name, name)


def name(part: Tree) -> Any:
    return part["id"]


def written(part: Tree) -> str:
    """The content as text, so that it can be looked up."""
    return json.dumps(part, sort_keys=True)


def without_name(part: Tree) -> str:
    return written({key: value for key, value in part.items() if key != "id"})


def renames(pairs: Pairs[Tree]) -> Mapping[str, str]:
    """New names by old ones, of what has another name now."""
    return {before["id"]: after["id"] for before, after in both(pairs) if before["id"] != after["id"]}


def parts(part: Part, pairs: Pairs[Tree]) -> Iterator[Difference]:
    """What became of each part of a kind."""
    for before, after in pairs:
        yield from became(Spot(part, (after or before or {})["id"]), before, after)


def became(spot: Spot, before: Tree | None, after: Tree | None, *apart: str) -> Iterator[Difference]:
    """What became of one part; fields that are compared elsewhere stay `apart`."""
    but = ("id", *apart)
    if before is None or after is None:
        old, new = ({key: each[key] for key in each if key not in but} if each else None for each in (before, after))
        yield spot.differs("", old, new, "added" if before is None else "gone")
        return
    if before["id"] != after["id"]:
        yield spot.differs("id", before["id"], after["id"], "renamed")
    yield from fields(spot, before, after, but=but)
