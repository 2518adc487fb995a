"""What a scale says itself of how far its points are from each other: when it can be reckoned with, and its seal."""

from __future__ import annotations

from itertools import permutations
from math import inf, nan
from typing import Any

import pytest

from facilitate.domain.distances import Flaw, apart, flaw, tabled
from facilitate.domain.grid import Grid
from facilitate.domain.model import replaced
from facilitate.domain.scale import Level, Scale
from facilitate.domain.soundness import lacks
from tests.making import small_grid, words

OWN = ((0, 1, 3), (1, 0, 6), (3, 6, 0))
LEVELS = tuple(Level(value=value, label=words(f"name {value}")) for value in (1, 2, 3))


def scale(distances: Any = OWN, levels: tuple[Level, ...] = LEVELS) -> Scale:
    return Scale.model_validate({"id": "names", "levels": levels, "distances": distances})


def grid(distances: Any = OWN, levels: tuple[Level, ...] = LEVELS) -> Grid:
    return replaced(small_grid(), scales=(*small_grid().scales, scale(distances, levels)))


@pytest.mark.parametrize(
    ("distances", "wrong"),
    [
        (OWN, None),
        (((0, 0, 1), (0, 0, 0), (1, 0, 0)), None),
        ((), Flaw("rows")),
        (OWN[:2], Flaw("rows")),
        ((OWN[0], (1, 0), OWN[2]), Flaw("row", 1)),
        (((0, 1, -3), (1, 0, 6), (-3, 6, 0)), Flaw("number", 0, 2)),
        (((0, 1, nan), (1, 0, 6), (nan, 6, 0)), Flaw("number", 0, 2)),
        (((0, inf, 3), (inf, 0, 6), (3, 6, 0)), Flaw("number", 0, 1)),
        (((0, 1, 3), (1, 0.5, 6), (3, 6, 0)), Flaw("own", 1, 1)),
        (((0, 1, 3), (1, 0, 6), (3, 5, 0)), Flaw("uneven", 1, 2)),
        (((0, 0, 0),) * 3, Flaw("nothing")),
    ],
)
def test_why_a_table_gives_no_distances(distances: Any, wrong: Flaw | None) -> None:
    assert flaw(distances, 3) == wrong
    assert bool(apart(scale(distances))) == (wrong is None)
    told = [each for each in lacks(grid(distances)) if each.message == "lack.distances"]
    assert [each.code for each in told] == (["names"] if wrong and distances else [])


def test_two_points_with_one_number_give_no_distances() -> None:
    assert apart(scale(levels=(LEVELS[0], LEVELS[0], LEVELS[2]))) == {}


def test_the_order_in_which_points_are_listed_changes_neither_distances_nor_seal() -> None:
    for levels in permutations(LEVELS):
        turned = scale(levels=levels)
        assert apart(turned) == apart(scale())
        assert grid(levels=levels).fingerprint == grid().fingerprint
    assert apart(scale())[2, 3] == apart(scale())[3, 2] == 6
    assert tabled((3, 1, 2), apart(scale())) == ((0, 3, 6), (3, 0, 1), (6, 1, 0))


def test_without_distances_a_seal_is_what_it_was() -> None:
    """The seal of this grid before there were distances."""
    assert small_grid().fingerprint == SEAL
    assert "distances" not in small_grid().model_dump_json(exclude_defaults=True)


SEAL = "5d9e171c757802f88bb81da114524ece85e5e99350557d34f215bdc39ba4a876"


def test_any_other_distance_is_another_seal_and_another_spelling_is_not() -> None:
    assert grid(((0, 1, 3), (1, 0, 6.5), (3, 6.5, 0))).fingerprint != grid().fingerprint
    assert grid(()).fingerprint != grid().fingerprint
    assert grid(((0.0, 1.0, 3), (1, 0, 6.0), (3, 6, -0.0))).fingerprint == grid().fingerprint


def test_whoever_said_yes_to_a_scale_said_it_to_its_distances() -> None:
    with_distances = replaced(
        small_grid().scales[0], distances=((0, 1, 2, 9), (1, 0, 1, 2), (2, 1, 0, 1), (9, 2, 1, 0))
    )
    changed = replaced(small_grid(), scales=(with_distances,))
    assert changed.content_of["A1"] != small_grid().content_of["A1"]
