"""Units put on one scale, so that they make one table.

Where all share one scale, the raw values are compared: points of the same scale, yes and no, the same options, numbers
of the same measure. Else it is what they are worth, on the points of the grid. Weights and neighbours come from what
the grid declares, never from what was given.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from facilitate.analysis.agreement.units import Unit
from facilitate.analysis.coefficients import Declared, Table, tabulated
from facilitate.analysis.points import possible_points
from facilitate.domain.distances import sound
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Choice, Count, Derived, Duration, Indicator, Rating, Tally, YesNo
from facilitate.domain.scale import Answer, Chosen, Measurement, Value

On: TypeAlias = Literal["values", "points"]
Key: TypeAlias = tuple[str, ...]


class Put(NamedTuple):
    """Units on one scale: a unit a row, an observer a column, nothing where they did not judge it.

    `on` says whether these are raw values or what they are worth; `left_out` are units that the scale does not hold.
    """

    on: On
    scale: Declared
    units: tuple[Unit, ...]
    observers: tuple[str, ...]
    rows: tuple[tuple[float | None, ...], ...]
    left_out: tuple[Unit, ...] = ()

    @property
    def table(self) -> Table:
        return tabulated(self.rows, self.scale)


def put(grid: Grid, units: Sequence[Unit], observers: Sequence[str]) -> Put:
    """These units on one scale; `observers` in the order of their columns, those with nothing are left out."""
    if len({_key(grid, grid.by_id[unit.cell.indicator]) for unit in units}) == 1:
        found = raw(grid, units, observers)
        if found.units:
            return found
    return worth(grid, units, observers)


def raw(grid: Grid, units: Sequence[Unit], observers: Sequence[str]) -> Put:
    """Units that share one scale, as they were answered."""
    values = [
        {who: _number(grid.by_id[unit.cell.indicator], given.value) for who, given in unit.given.items()}
        for unit in units
    ]
    scale = declared(grid, grid.by_id[units[0].cell.indicator]) if units else Declared()
    return _put("values", scale, units, values, observers)


def worth(grid: Grid, units: Sequence[Unit], observers: Sequence[str]) -> Put:
    """Units on the points of the grid."""
    scale = of_points(grid)
    values = [{who: given.points for who, given in unit.given.items()} for unit in units]
    return _put("points", scale, units, values, observers)


def _put(
    on: On,
    scale: Declared,
    units: Sequence[Unit],
    values: Sequence[Mapping[str, float | None]],
    observers: Sequence[str],
) -> Put:
    points = frozenset(scale.points)
    known = [
        {who: value for who, value in each.items() if value is not None and (not points or value in points)}
        for each in values
    ]
    kept = [(unit, each) for unit, each in zip(units, known, strict=True) if each]
    left_out = tuple(unit for unit, each in zip(units, known, strict=True) if not each)
    seen = {who for _, each in kept for who in each}
    columns = tuple(who for who in observers if who in seen)
    rows = tuple(tuple(each.get(who) for who in columns) for _, each in kept)
    return Put(on, scale, tuple(unit for unit, _ in kept), columns, rows, left_out)


def _key(grid: Grid, indicator: Indicator) -> Key:
    """Indicators with the same key can be compared as they were answered."""
    match indicator:
        case Rating() | Derived():
            return ("scale", indicator.scale)
        case Choice():
            several = "several" if indicator.several else "one"
            return ("choice", several, *(option.id for option in indicator.options))
        case Count():
            return ("count", indicator.measure)
        case Tally():
            return ("count", "times")
        case Duration():
            return ("count", "seconds")
    return (indicator.kind,)


def declared(grid: Grid, indicator: Indicator) -> Declared:
    """The scale on which an indicator is answered, as the grid declares it."""
    match indicator:
        case Rating() | Derived():
            scale = grid.scale(indicator.scale)
            if scale is None:
                return Declared()
            return Declared(tuple(sorted(scale.values)), scale.measurement, scale.distances if sound(scale) else ())
        case YesNo():
            return Declared((0, 1), "nominal")
        case Choice():
            return Declared(tuple(range(len(indicator.options))), "nominal")
    return Declared((), "ratio")


def of_points(grid: Grid) -> Declared:
    """The points that answers on a grid can be worth; ordered, unless every scale of the grid says
    more, or that its points have no order."""
    every = {point for each in grid.indicators() for point in possible_points(grid, each)}
    levels: set[Measurement] = {
        scale.measurement for each in grid.indicators() if (scale := grid.scale_of(each)) is not None
    }
    level: Measurement = "ordinal"
    if levels:
        level = "interval" if levels <= {"interval", "ratio"} else "nominal" if levels == {"nominal"} else level
    return Declared(tuple(sorted(every)), level)


def _number(indicator: Indicator, value: Value | None) -> float | None:
    """An answer as a number on its own scale; several options at once stand on none."""
    match value:
        case Answer.YES:
            return 1
        case Answer.NO:
            return 0
        case Chosen() if isinstance(indicator, Choice) and not indicator.several:
            order = [option.id for option in indicator.options]
            return order.index(value.choices[0]) if value.choices[0] in order else None
    return value if isinstance(value, int | float) else None
