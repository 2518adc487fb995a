"""What observers gave to a unit, whoever gave it: units with the same pattern are reckoned once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

Coded: TypeAlias = bytes | tuple[int, ...]
"""A row as places on the scale, counted from 1; 0 where nothing was judged."""

Counts: TypeAlias = tuple[tuple[int, int], ...]
"""Places on the scale, counted from 0, each with how many observers gave it."""


class Pattern(NamedTuple):
    """What observers gave, whoever gave it: in how many units, how many values, and which."""

    times: int
    given: int
    counts: Counts


def sparse(rows: Mapping[Coded, int]) -> Iterator[Pattern]:
    """Patterns of rows, one row after the other."""
    counted: dict[tuple[int, ...], int] = {}
    for ordered, times in zip(map(tuple, map(sorted, rows)), rows.values(), strict=True):
        counted[ordered] = counted.get(ordered, 0) + times
    for ordered, times in counted.items():
        counts: dict[int, int] = {}
        for code in ordered:
            if code:
                counts[code - 1] = counts.get(code - 1, 0) + 1
        yield Pattern(times, len(ordered) - ordered.count(0), tuple(counts.items()))


def dense(counted: Mapping[tuple[int, ...], int]) -> Iterator[Pattern]:
    """Patterns of counts in the order of the points."""
    for counts, times in counted.items():
        if any(counts):
            yield Pattern(times, sum(counts), tuple([(place, number) for place, number in enumerate(counts) if number]))
