"""The lines of a scale's form that say how far its points are from each other: each point from those above it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facilitate.domain.distances import LARGEST, Apart, Distances, apart, flaw, tabled
from facilitate.domain.scale import Number, Scale
from facilitate.kits.writing.scalars import number
from facilitate.language.numbers import read_number
from facilitate.tui.agreeing.reading import Values, WrongError


def distances_out(scale: Scale) -> Values:
    """A line for each point, by its place counted from 1; none for a scale that declares no distances."""
    far, points = apart(scale), scale.values
    lines = (" ".join(number(far[each, above]) for above in points[:place]) for place, each in enumerate(points) if far)
    return {field(f"p{place}"): line for place, line in enumerate(lines, start=1)}


def field(line: str) -> str:
    """The name of the line that belongs to this line of a point."""
    return f"point.{line}.apart"


def asked(values: Values) -> bool:
    """Whether a form has such lines."""
    return any(name.endswith(".apart") for name in values)


def distances_in(values: Values, lines: Sequence[str], points: Mapping[str, Number]) -> Distances:
    """What all lines of points say, with the numbers of those that are left; in rising order of the points.

    A point that was emptied takes its numbers in the lines below with it. Nothing where nothing is said. Raises
    WrongError.
    """
    said = {line: values.get(field(line), "") for line in points}
    if not any(text.strip() for text in said.values()):
        return ()
    far: dict[tuple[Number, Number], Number] = {}
    for place, line in enumerate(lines):
        if line in points:
            above = lines[:place]
            numbers = _numbers(said[line], line, above, [each for each in above if each in points])
            far |= _both_ways(points[line], {points[each]: found for each, found in numbers.items()})
    found = tabled(sorted(points.values()), far)
    if flaw(found, len(points)) is not None:
        raise WrongError(field(list(points)[1]), "agree.wrong.apart_nothing")
    return found


def _numbers(text: str, line: str, above: Sequence[str], left: Sequence[str]) -> Mapping[str, Number]:
    """How far a point is from those above it that are left, by their lines."""
    typed = [read_number(each) for each in text.split()]
    found = [each for each in typed if each is not None and 0 <= each <= LARGEST]
    if len(found) < len(typed) or len(found) not in (len(above), len(left)):
        raise WrongError(field(line), "agree.wrong.apart", number=len(left))
    by_line = dict(zip(above if len(found) == len(above) else left, found, strict=True))
    return {each: by_line[each] for each in left}


def _both_ways(one: Number, others: Mapping[Number, Number]) -> Apart:
    there = {(one, other): far for other, far in others.items()}
    return {(one, one): 0} | there | {(other, one): far for (_, other), far in there.items()}
