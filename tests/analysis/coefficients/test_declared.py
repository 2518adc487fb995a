"""Kappa weighted by what a scale says itself of how far its points are from each other."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import inf, nan
from random import Random
from typing import Any

import pytest

from facilitate.analysis.coefficients import COEFFICIENTS, Coefficient, Declared, Unfit, tabulated
from tests.analysis.coefficients.oracles import oracle
from tests.analysis.coefficients.tables import COHEN, Cells, by_chance, upto

COHENS_OWN = ((0, 1, 3), (1, 0, 6), (3, 6, 0))
Apart = tuple[tuple[float, ...], ...]


def kappa(cells: Cells, scale: Declared, apart: Apart) -> Coefficient:
    return COEFFICIENTS["cohen_kappa_declared"](tabulated(cells, replace(scale, apart=apart)))


def test_cohens_own_weights_give_his_weighted_kappa() -> None:
    found = kappa(COHEN, upto(3, "nominal"), COHENS_OWN)
    assert found.value == pytest.approx(0.348, abs=5e-4)
    assert (found.rests_on, found.how) == (200, "large_sample")


@pytest.mark.parametrize("times", [10, 1e-14, 1e149])
def test_only_what_distances_are_to_each_other_counts(times: float) -> None:
    others = tuple(tuple(times * far for far in row) for row in COHENS_OWN)
    one, other = kappa(COHEN, upto(3), COHENS_OWN), kappa(COHEN, upto(3, "ratio"), others)
    assert [other.value, other.low, other.high] == pytest.approx([one.value, one.low, one.high])


def drawn(chance: Random, points: int) -> Apart:
    """Distances by chance, of which some are 0, not only those of a point from itself."""
    far = {pair: chance.choice((0, 1, 2.5, chance.uniform(0.1, 50))) for pair in combinations(range(points), 2)}
    far[0, 1] = 1.0
    return tuple(
        tuple(far[min(one, other), max(one, other)] if one != other else 0.0 for other in range(points))
        for one in range(points)
    )


def crossed(cells: Cells, scale: Declared, one: int, other: int) -> list[list[int]]:
    pairs = [(row[one], row[other]) for row in cells]
    return [[pairs.count((mine, yours)) for yours in scale.points] for mine in scale.points]


def by_chance_apart(counts: list[list[int]], apart: Apart) -> bool:
    """Whether two observers gave points that are at some distance: else the oracle divides by nothing."""
    mine, yours = list(map(sum, counts)), [sum(column) for column in zip(*counts, strict=True)]
    return any(a * b * far for a, row in zip(mine, apart, strict=True) for b, far in zip(yours, row, strict=True))


@pytest.mark.filterwarnings("ignore")
def test_the_same_as_statsmodels_with_a_table_of_weights_on_300_tables() -> None:
    """Values to 10 digits, intervals to 8; of several observers the mean of all pairs that have a kappa."""
    theirs, chance, intervals = oracle("statsmodels.stats.inter_rater").cohens_kappa, Random(68), 0
    for cells, scale in by_chance(300, most_observers=4, seed=68):
        apart = drawn(chance, len(scale.points))
        pairs = [crossed(cells, scale, *pair) for pair in combinations(range(len(cells[0])), 2)]
        known: list[Any] = [theirs(each, weights=_array(apart)) for each in pairs if by_chance_apart(each, apart)]
        found = kappa(cells, scale, apart)
        if not known:
            assert found.why == ("agreement.why.no_distance", {})
            continue
        assert found.value == pytest.approx(sum(float(each.kappa) for each in known) / len(known), abs=1e-10), cells
        assert found.left_out == len(pairs) - len(known)
        if len(pairs) == 1 and found.low is not None:
            low, high = float(known[0].kappa_low), float(known[0].kappa_upp)
            assert [found.low, found.high] == pytest.approx([low, min(1.0, high)], abs=1e-8)
            intervals += 1
    assert intervals > 60


def _array(apart: Apart) -> Any:
    return oracle("numpy").array(apart)


def test_where_every_mistake_is_as_grave_as_every_other_it_is_plain_kappa() -> None:
    for cells, scale in by_chance(100, seed=60):
        places = range(len(scale.points))
        even = tuple(tuple(7.0 * (one != other) for other in places) for one in places)
        found, plain = kappa(cells, scale, even), COEFFICIENTS["cohen_kappa"](tabulated(cells, scale))
        assert (found.why, found.rests_on, found.left_out) == (plain.why, plain.rests_on, plain.left_out)
        assert [found.value, found.low, found.high] == pytest.approx([plain.value, plain.low, plain.high], abs=1e-12)


def test_why_there_is_none() -> None:
    near = ((0, 0, 1), (0, 0, 1), (1, 1, 0))
    one_or_two: Cells = [[1.0, 2.0], [2.0, 2.0], [1.0, 1.0]]
    tables: list[tuple[Cells, Apart, str]] = [
        (COHEN, (), "no_distances"),
        ([[1.0, 1.0], [1.0, 1.0]], COHENS_OWN, "no_variation"),
        ([[1.0, None], [2.0, None]], (), "one_observer"),
        (one_or_two, near, "no_distance"),
    ]
    for cells, apart, why in tables:
        assert kappa(cells, upto(3), apart).why == (f"agreement.why.{why}", {})
    assert kappa([*one_or_two, [3.0, 3.0]], upto(3), near).value == 1.0


@pytest.mark.parametrize(
    "apart",
    [
        ((0, 1), (1, 0)),
        ((0, 1, 3), (1, 0, 6)),
        ((0, 1, 3), (1, 0), (3, 6, 0)),
        ((0, 1, 3), (1, 0, 6), (3, 5, 0)),
        ((0, 1, 3), (1, 2, 6), (3, 6, 0)),
        ((0, -1, 3), (-1, 0, 6), (3, 6, 0)),
        ((0, nan, 3), (nan, 0, 6), (3, 6, 0)),
        ((0, inf, 3), (inf, 0, 6), (3, 6, 0)),
        ((0, 10**400, 3), (10**400, 0, 6), (3, 6, 0)),
        ((0, "1", 3), ("1", 0, 6), (3, 6, 0)),
        ((0, 0, 0), (0, 0, 0), (0, 0, 0)),
    ],
)
def test_what_gives_no_distances_is_refused(apart: Any) -> None:
    with pytest.raises(Unfit) as refused:
        Declared((1.0, 2.0, 3.0), "nominal", apart)
    assert refused.value.why == ("agreement.why.distances", {})
    with pytest.raises(Unfit):
        Declared((), "ratio", COHENS_OWN)
