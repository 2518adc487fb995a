"""How far observers agree: on the same indicator about the same subject, in points, before anybody talked about it.

A unit is an indicator about a subject (and a step, for indicators about steps) that at least two observers answered
themselves with something worth points. What the log answered is left out, for it is the same on every sheet; so is what
follows from other answers, and a trainer's review: observers' own answers are compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from statistics import fmean
from typing import NamedTuple

from facilitate.analysis.answers import answer_in, visible_sheets
from facilitate.analysis.measures import log_values
from facilitate.analysis.scores import Scores
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.meeting.state import Meeting


class Unit(NamedTuple):
    """What at least two observers judged: its section, and the points that each observer gave."""

    cell: Cell
    section: str
    points: Mapping[str, float]


class Agreement(NamedTuple):
    """How far observers agree over some units.

    `exact` and `within_one` are shares, from 0 to 1, of all pairs of observers on a unit; `difference` is the mean of
    how far such pairs are apart, in points. `alpha` is Krippendorff's, for ordered values: 1 is full agreement, 0 what
    chance would bring; nothing where every value is the same. All are nothing where there is no pair.
    """

    units: int
    observers: int
    pairs: int
    exact: float | None = None
    within_one: float | None = None
    difference: float | None = None
    alpha: float | None = None


def units(meeting: Meeting, found: Scores, now: Instant) -> tuple[Unit, ...]:
    """Everything that can be compared on the sheets that this view shows, in the order of the grid."""
    grid = meeting.grid
    if grid is None:
        return ()
    log, own = log_values(meeting, now), {sheet.observer: sheet for sheet in visible_sheets(meeting)}
    points: dict[Cell, dict[str, float]] = {}
    for scored in found.sheets:
        for cell, given in scored.answers.items():
            if given.origin == "reviewed":
                before = answer_in(meeting, own[scored.observer], grid.by_id[cell.indicator], cell, log)
                if before is None:
                    continue
                given = before
            if given.by_hand and given.origin != "derived" and given.points is not None:
                points.setdefault(cell, {})[scored.observer] = given.points
    order = {code: place for place, code in enumerate(grid.by_id)}
    cells = sorted(
        (cell for cell, each in points.items() if len(each) > 1),
        key=lambda cell: (order[cell.indicator], cell.about, cell.step or ""),
    )
    return tuple(Unit(cell, grid.section_of[cell.indicator].id, points[cell]) for cell in cells)


def agreement(over: Sequence[Unit]) -> Agreement:
    """How far observers agree over these units."""
    observers = {observer for unit in over for observer in unit.points}
    apart = [abs(one - other) for unit in over for one, other in combinations(unit.points.values(), 2)]
    if not apart:
        return Agreement(len(over), len(observers), 0)
    return Agreement(
        len(over),
        len(observers),
        len(apart),
        exact=sum(each == 0 for each in apart) / len(apart),
        within_one=sum(each <= 1 for each in apart) / len(apart),
        difference=fmean(apart),
        alpha=alpha([list(unit.points.values()) for unit in over]),
    )


def alpha(over: Iterable[Sequence[float]], *, interval: bool = False) -> float | None:
    """Krippendorff's alpha for the values given to each unit; of ordered values, or of an interval scale.

    K. Krippendorff (2011), Computing Krippendorff's Alpha-Reliability: 1 - (n - 1) * sum(o_ck * d_ck) / sum(n_c * n_k
    * d_ck), with o the coincidences of values within units, each unit of m values weighing 1 / (m - 1), and n their
    sums; d is the squared difference, or for ordered values the squared number of values between the two, each end
    counting half. Units with one value say nothing. Nothing where there is no pair, or no difference at all.
    """
    together: dict[tuple[float, float], float] = {}
    for values in over:
        for place, one in enumerate(values):
            for other in (*values[:place], *values[place + 1 :]):
                together[one, other] = together.get((one, other), 0) + 1 / (len(values) - 1)
    sums: dict[float, float] = {}
    for (one, _), number in together.items():
        sums[one] = sums.get(one, 0) + number
    apart = _squares(sums, interval=interval)
    observed = sum(number * apart[pair] for pair, number in together.items())
    expected = sum(sums[one] * sums[other] * far for (one, other), far in apart.items())
    return 1 - (sum(sums.values()) - 1) * observed / expected if expected else None


def _squares(sums: Mapping[float, float], *, interval: bool) -> dict[tuple[float, float], float]:
    """How far every two values are from each other, squared."""
    if interval:
        return {(one, other): (one - other) ** 2 for one in sums for other in sums}
    below, reached = dict[float, float](), 0.0
    for value in sorted(sums):
        below[value] = reached + sums[value] / 2  # half of its own, so that both ends count half
        reached += sums[value]
    return {(one, other): (below[one] - below[other]) ** 2 for one in sums for other in sums}
