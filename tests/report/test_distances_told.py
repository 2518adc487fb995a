"""Two grids whose scales differ in the distances that they declare: a line, as there is another seal."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitate.analysis.differences import differences
from facilitate.domain.grid import Grid
from facilitate.domain.model import replaced
from facilitate.domain.scale import Level, Scale
from facilitate.language import Words
from facilitate.language.words import CODES, Code
from facilitate.report.differences import described
from tests.kits.writing.grids import distances
from tests.making import small_grid, words

OWN = ((0, 1, 3), (1, 0, 6), (3, 6, 0))


def grid(apart: Any, points: tuple[int, ...] = (1, 2, 3)) -> Grid:
    levels = tuple(Level(value=value, label=words(f"name {value}")) for value in points)
    return replaced(small_grid(), scales=(*small_grid().scales, Scale(id="names", levels=levels, distances=apart)))


SCALES = st.builds(grid, st.just(()) | distances(3), st.permutations((1, 2, 3)).map(tuple))


@given(SCALES, SCALES)
def test_another_seal_and_a_difference_are_one_thing(before: Grid, after: Grid) -> None:
    found = differences(before, after)
    assert bool(found) == (before.fingerprint != after.fingerprint)
    assert [each.field for each in found] in ([], ["distances"])
    assert all(described(found, Words(language)) for language in CODES) or not found


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Scale names, how far its points are from each other: was 0 1 3 · 1 0 6 · 3 6 0; now 0 1 3 · 1 0 2.5"),
        ("fr", "0 1 3 · 1 0 2,5 · 3 2,5 0"),
        ("ar", "المسافات بين درجاته"),
    ],
)
def test_the_old_and_the_new_table_stand_in_one_line(language: Code, said: str) -> None:
    (line,) = described(differences(grid(OWN), grid(((0, 1, 3), (1, 0, 2.5), (3, 2.5, 0)))), Words(language))
    assert said in line


def test_distances_that_are_new_are_told_as_new() -> None:
    (line,) = described(differences(grid(()), grid(OWN)), Words("en"))
    assert line == "Scale names, how far its points are from each other, new: 0 1 3 · 1 0 6 · 3 6 0"
