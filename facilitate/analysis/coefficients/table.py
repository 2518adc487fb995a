"""Units that observers judged on a scale, as counts: equal rows are one row that is there so many times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, repeat
from typing import TypeAlias

from facilitate.analysis.coefficients.lanes import MOST_OBSERVERS, MOST_POINTS, lanes
from facilitate.analysis.coefficients.patterns import Coded, Pattern, dense, sparse
from facilitate.analysis.coefficients.result import Undefined, Unfit
from facilitate.analysis.coefficients.scale import Declared, is_number

Rows: TypeAlias = Sequence[Sequence[float | None]]
"""A unit a row, an observer a column; nothing where the observer did not judge the unit."""

SOME, MANY, LOOKED_AT, MOSTLY = 100, 2000, 1000, 600
"""Up to `SOME` rows are coded as they come. Of `MANY` some are looked at first: where most of these are different, all
are counted in lanes."""


@dataclass(frozen=True)
class Table:
    """What observers gave. Observers and units with nothing at all are left out.

    `points` are those of the scale, or where it has none the values that were given. `columns` are the observers'
    places in the table as it came. It is held as rows, `counted`, or where hardly two are equal, `flat`, row after
    row.
    """

    scale: Declared
    points: tuple[float, ...]
    columns: tuple[int, ...]
    counted: Mapping[Coded, int] | None = None
    flat: bytes = b""

    @cached_property
    def rows(self) -> Mapping[Coded, int]:
        """Each row, and in how many units it is there."""
        if self.counted is not None:
            return self.counted
        width = self.observers
        found: Counter[Coded] = Counter([self.flat[at : at + width] for at in range(0, len(self.flat), width)])
        found.pop(bytes(width), None)
        return found

    @property
    def observers(self) -> int:
        return len(self.columns)

    @cached_property
    def units(self) -> int:
        """How many units at least one observer judged."""
        return sum([each.times for each in self.patterns])

    @cached_property
    def patterns(self) -> tuple[Pattern, ...]:
        if self.flat and self.observers <= MOST_OBSERVERS and len(self.points) <= MOST_POINTS:
            return tuple(dense(lanes(self.flat, self.observers, len(self.points))))
        return tuple(sparse(self.rows))

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
        both: Counter[tuple[int, int]] = Counter()
        if self.flat:
            both.update(zip(self.flat[one :: self.observers], self.flat[other :: self.observers], strict=True))
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
    if len(set(map(len, rows))) > 1:
        raise Unfit("agreement.why.ragged")
    points = scale.points or _used(rows)
    code: dict[float | None, int] = {None: 0}
    code.update(zip(points, range(1, len(points) + 1), strict=True))
    try:
        if len(points) < 256 and _mostly_different(rows):
            table = Table(
                scale, points, tuple(range(width)), None, bytes(map(code.__getitem__, chain.from_iterable(rows)))
            )
            somebody = [place for place in range(width) if any(table.flat[place::width])]
        else:
            table = Table(scale, points, tuple(range(width)), _coded(rows, code))
            somebody = [place for place, column in enumerate(zip(*table.rows, strict=True)) if any(column)]
    except (KeyError, TypeError):
        raise _off_scale(rows, points) from None
    return table if len(somebody) == width else _kept(table, somebody)


def _mostly_different(rows: Rows) -> bool:
    return len(rows) >= MANY and len(set(map(tuple, rows[:LOOKED_AT]))) > MOSTLY


def _coded(rows: Rows, code: Mapping[float | None, int]) -> Mapping[Coded, int]:
    """Different rows as places on the scale; those with nothing are left out."""
    place, coded = code.__getitem__, dict[Coded, int]()
    pack: Callable[[Iterable[int]], Coded] = bytes if len(code) <= 256 else tuple
    if len(rows) <= SOME:  # to find equal ones first takes longer than to code them all
        for row in rows:
            one = pack(map(place, row))
            coded[one] = coded.get(one, 0) + 1
    else:
        coded = {pack(map(place, row)): times for row, times in Counter(map(tuple, rows)).items()}
    coded.pop(pack(repeat(0, len(rows[0]) if rows else 0)), None)
    return coded


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
        values = set(chain.from_iterable(rows))
    except TypeError:  # not even something that can be looked up
        raise Unfit("agreement.why.no_number", value=str(_strange(rows))) from None
    values.discard(None)
    for value in values:
        if not is_number(value):
            raise Unfit("agreement.why.no_number", value=str(value))
    return tuple(sorted(value for value in values if value is not None))


def _strange(rows: Rows) -> object:
    return next(value for row in rows for value in row if value is not None and not is_number(value))


def _off_scale(rows: Rows, points: Sequence[float]) -> Unfit:
    """Which value of which unit, counted from 1, is no point of the scale."""
    for unit, row in enumerate(rows, 1):
        for value in row:
            if value is not None and value not in points:
                return Unfit("agreement.why.off_scale", value=str(value), unit=unit)
    raise AssertionError("every value is a point")


def _kept(table: Table, places: Sequence[int]) -> Table:
    """Only the observers at these places; units that nobody of them judged are left out."""
    rows: Counter[Coded] = Counter()
    for row, times in table.rows.items():
        kept = [row[place] for place in places]
        if any(kept):
            rows[bytes(kept) if isinstance(row, bytes) else tuple(kept)] += times
    return replace(table, columns=tuple(table.columns[place] for place in places), counted=rows, flat=b"")
