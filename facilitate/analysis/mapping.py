"""What became of every indicator between two versions of a grid, over all amendments between them, put in one table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from facilitate.domain.grid import Grid
from facilitate.domain.meeting.agreement import GridHistory
from facilitate.domain.meeting.mapping import carried, furthest

How: TypeAlias = Literal["same", "renamed", "split", "merged", "dropped", "new"]


class Became(NamedTuple):
    """Codes of the earlier version, what became of them, and the codes that stand for them in the later one."""

    how: How
    old: tuple[str, ...]
    new: tuple[str, ...]


def became(history: GridHistory, version: int) -> tuple[Became, ...]:
    """From a version to the one in force, in the order of the earlier grid; what is new comes last.

    What was split or merged on the way, and of whose parts none is left, was dropped.
    """
    now = history.current
    if now is None or version >= len(history.amendments):
        return ()
    before, rows = history.versions[version], list[Became]()
    ended: dict[tuple[int, int], list[str]] = {}
    for code in before.by_id:
        target = carried(history, version, code)
        if target is not None:
            rows.append(Became("same" if _unchanged(before, now, code, target) else "renamed", (code,), (target,)))
            continue
        place = _ending(history, version, code)
        if place not in ended:
            rows.append(Became("dropped", (code,), ()))  # its place among the others; what it is follows
        ended.setdefault(place, []).append(code)
    for place, codes in ended.items():
        at = next(number for number, row in enumerate(rows) if row.old[:1] == (codes[0],))
        rows[at] = _ended(history, place, tuple(codes))
    known = {code for row in rows for code in row.new}
    rows += [Became("new", (), (code,)) for code in now.by_id if code not in known]
    return tuple(rows)


def _unchanged(before: Grid, now: Grid, old: str, new: str) -> bool:
    one, other = before.by_id[old], now.by_id[new]
    return one == other and before.scale_of(one) == now.scale_of(other)


def _ending(history: GridHistory, version: int, code: str) -> tuple[int, int]:
    """The amendment at which an indicator goes no further, and the row of its mapping."""
    reached, there = furthest(history, version, code)
    mapping = history.amendments[reached].mapping
    return reached, next((row for row, each in enumerate(mapping) if there in each.old), len(mapping))


def _ended(history: GridHistory, place: tuple[int, int], codes: tuple[str, ...]) -> Became:
    reached, row = place
    mapping = history.amendments[reached].mapping
    parts = mapping[row].new if row < len(mapping) else ()
    left = tuple(now for part in parts if (now := carried(history, reached + 1, part)) is not None)
    how: How = mapping[row].how if left else "dropped"
    return Became(how, codes, left)


def version_of(history: GridHistory, grid: Grid) -> int | None:
    """The number of a grid among the versions, the last one first; nothing where it is none of them."""
    places = (place for place in reversed(range(len(history.versions))) if _is(history.versions[place], grid))
    return next(places, None)


def _is(one: Grid, other: Grid) -> bool:
    return one is other or one.fingerprint == other.fingerprint


def steps(history: GridHistory) -> Iterator[tuple[int, tuple[Became, ...]]]:
    """Each amendment, by the version that it changed, with its mapping in the order of that version."""
    for version, amendment in enumerate(history.amendments):
        order = {code: place for place, code in enumerate(history.versions[version].by_id)}
        rows = [Became(each.how, each.old, each.new) for each in amendment.mapping]
        yield version, tuple(sorted(rows, key=lambda row: (not row.old, order.get((*row.old, "")[0], len(order)))))
