"""Reading how far the points of a scale are from each other, for those scales that say so themselves."""

from __future__ import annotations

from collections.abc import Sequence

from facilitate.domain.distances import Distances, Flaw, by_points, flaw, tabled
from facilitate.domain.scale import Level, Number
from facilitate.kits.reading import items, number
from facilitate.kits.sheet import Place


def read_distances(place: Place | None, levels: Sequence[Level]) -> Distances | None:
    """The table under `distances:`, whose rows and columns stand in the order of the levels; kept in rising order.

    None where there is none, or a fault.
    """
    if place is None:
        return None
    before, rows = place.sheet.found, items(place)
    read = [[number(cell, 0) for cell in items(row)] for row in rows]
    if place.sheet.found > before:
        return None
    found = tuple(tuple(each for each in row if each is not None) for row in read)
    points = [level.value for level in levels]
    wrong = flaw(found, len(points))
    if wrong is not None:
        _tell(place, rows, wrong, found, points)
        return None
    return tabled(sorted(points), by_points(points, found))


def _tell(place: Place, rows: Sequence[Place], wrong: Flaw, found: Distances, points: Sequence[Number]) -> None:
    """Notes a flaw on the line of its row; of two rows that contradict each other, on that of the second."""
    match wrong.how:
        case "rows":
            place.fault("fault.distances_rows", rows=len(found), points=len(points))
        case "row":
            row, wanted = found[wrong.row], len(points)
            rows[wrong.row].fault("fault.distances_row", point=points[wrong.row], numbers=len(row), points=wanted)
        case "own":
            own = found[wrong.row][wrong.row]
            rows[wrong.row].fault("fault.distances_own", point=points[wrong.row], value=own)
        case "uneven":
            one, other = points[wrong.row], points[wrong.column]
            there, back = found[wrong.row][wrong.column], found[wrong.column][wrong.row]
            rows[wrong.column].fault("fault.distances_uneven", one=one, other=other, there=there, back=back)
        case "nothing":
            place.fault("fault.distances_nothing")
        case "number":  # `number` tells it before
            place.fault("fault.refused", name="distances")
