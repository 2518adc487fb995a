"""Units that observers judged on a scale, as counts: equal rows are one row that is there so many times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import NamedTuple, TypeAlias

from facilitate.analysis.coefficients.lanes import MOST_OBSERVERS, MOST_POINTS, lanes
from facilitate.analysis.coefficients.result import Undefined, Unfit
from facilitate.analysis.coefficients.scale import Declared, is_number

Rows: TypeAlias = Sequence[Sequence[float | None]]
"""A unit a row, an observer a column; nothing where the observer did not judge the unit."""

Coded: TypeAlias = bytes | tuple[int, ...]
"""A row as places on the scale, counted from 1; 0 where nothing was judged."""

Counts: TypeAlias = tuple[tuple[int, int], ...]
"""Places on the scale, counted from 0, each with how many observers gave it."""

MANY = 2000
"""From so many different rows on, counting in lanes is faster than row by row."""


class Pattern(NamedTuple):
    """What observers gave, whoever gave it: in how many units, how many values, and which."""

    times: int
    given: int
    counts: Counts


@dataclass(frozen=True)
class Table:
    """What observers gave. Observers and units with nothing at all are left out.

    `points` are those of the scale, or where it has none the values that were given. `columns` are the observers'
    places in the table as it came. `flat` is all of it row by row, where that is at hand.
    """

    scale: Declared
    points: tuple[float, ...]
    rows: Mapping[Coded, int]
    columns: tuple[int, ...]
    flat: bytes = b""

    @property
    def observers(self) -> int:
        return len(self.columns)

    @cached_property
    def units(self) -> int:
        """How many units at least one observer judged."""
        return sum(self.rows.values())

    @cached_property
    def patterns(self) -> tuple[Pattern, ...]:
        if (
            self.flat
            and len(self.rows) >= MANY
            and self.observers <= MOST_OBSERVERS
            and len(self.points) <= MOST_POINTS
        ):
            return tuple(_dense(lanes(self.flat, self.observers, len(self.points))))
        return tuple(_sparse(self.rows))

    @cached_property
    def paired(self) -> tuple[Pattern, ...]:
        """Only units that at least two observers judged."""
        return tuple(each for each in self.patterns if each.given > 1)

    @cached_property
    def units_paired(self) -> int:
        return sum(each.times for each in self.paired)

    @property
    def pairable(self) -> int:
        """How many values can be compared with another."""
        return sum(each.times * each.given for each in self.paired)

    @property
    def complete(self) -> Iterator[tuple[Coded, int]]:
        """Rows of units that every observer judged."""
        return ((row, times) for row, times in self.rows.items() if 0 not in row)

    def joint(self, one: int, other: int) -> Mapping[tuple[int, int], int]:
        """How often two observers gave these two points to a unit, by place on the scale counted from 0."""
        both = Counter[tuple[int, int]]()
        if self.flat and len(self.rows) >= MANY:
            width = self.observers
            both.update(zip(self.flat[one::width], self.flat[other::width], strict=True))
        else:
            for row, times in self.rows.items():
                both[row[one], row[other]] += times
        return {(first - 1, second - 1): times for (first, second), times in both.items() if first and second}

    def without(self, place: int) -> Table:
        """The same table without the observer at that place among its observers."""
        return _kept(self, [each for each in range(self.observers) if each != place])


def tabulated(rows: Rows, scale: Declared) -> Table:
    """The table of these rows; raises Unfit where rows differ in length or a value is no point of the scale."""
    width = len(rows[0]) if rows else 0
    if set(map(len, rows)) - {width}:
        raise Unfit("agreement.why.ragged")
    points = scale.points or _used(rows)
    code: dict[float | None, int] = {point: place for place, point in enumerate(points, 1)}
    code[None] = 0
    pack = bytes if len(points) < 256 else tuple
    try:
        flat: Coded = pack(map(code.__getitem__, chain.from_iterable(rows)))
    except (KeyError, TypeError):
        raise _off_scale(rows, code) from None
    counted: Counter[Coded] = Counter([flat[at : at + width] for at in range(0, len(flat), width)] if width else ())
    table = Table(scale, points, counted, tuple(range(width)), flat if isinstance(flat, bytes) else b"")
    somebody = [place for place in range(width) if any(flat[place::width])]
    if len(somebody) < width:
        return _kept(table, somebody)
    counted.pop(pack([0] * width), None)
    return table


def comparable(table: Table) -> None:
    """Raises Undefined where no two observers judged the same unit."""
    if not table.observers:
        raise Undefined("agreement.why.nothing")
    if table.observers == 1:
        raise Undefined("agreement.why.one_observer")
    if not table.paired:
        raise Undefined("agreement.why.no_pair")


def varying(patterns: Iterable[Pattern]) -> None:
    """Raises Undefined where every value is the same: then nothing tells agreement from chance."""
    seen = set[int]()
    for each in patterns:
        seen.update(place for place, _ in each.counts)
        if len(seen) > 1:
            return
    raise Undefined("agreement.why.no_variation")


def _used(rows: Rows) -> tuple[float, ...]:
    """The values that were given, in order, each once."""
    try:
        values = {value for value in set(chain.from_iterable(rows)) if value is not None}
    except TypeError:
        raise Unfit("agreement.why.no_numbers") from None
    for value in values:
        if not is_number(value):
            raise Unfit("agreement.why.no_number", value=str(value))
    return tuple(sorted(values))


def _off_scale(rows: Rows, code: Mapping[float | None, int]) -> Unfit:
    """Which value of which unit, counted from 1, is no point of the scale."""
    for unit, row in enumerate(rows, 1):
        for value in row:
            try:
                known = value in code
            except TypeError:
                known = False
            if not known:
                return Unfit("agreement.why.off_scale", value=str(value), unit=unit)
    return Unfit("agreement.why.no_numbers")


def _kept(table: Table, places: Sequence[int]) -> Table:
    """Only the observers at these places; units that nobody of them judged are left out."""
    rows = Counter[Coded]()
    for row, times in table.rows.items():
        kept = [row[place] for place in places]
        if any(kept):
            rows[bytes(kept) if isinstance(row, bytes) else tuple(kept)] += times
    return replace(table, rows=rows, columns=tuple(table.columns[place] for place in places), flat=b"")


def _sparse(rows: Mapping[Coded, int]) -> Iterator[Pattern]:
    counted = Counter[tuple[int, ...]]()
    for row, times in rows.items():
        counted[tuple(sorted(row))] += times
    for ordered, times in counted.items():
        counts = Counter(ordered)
        counts.pop(0, None)
        yield Pattern(times, counts.total(), tuple((code - 1, number) for code, number in counts.items()))


def _dense(counted: Mapping[tuple[int, ...], int]) -> Iterator[Pattern]:
    for counts, times in counted.items():
        if any(counts):
            yield Pattern(times, sum(counts), tuple((place, number) for place, number in enumerate(counts) if number))
