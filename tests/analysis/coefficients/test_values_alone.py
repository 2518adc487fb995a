"""A value that is asked for without its interval takes a shorter way, and is the same."""

from __future__ import annotations

import pytest

from facilitate.analysis.coefficients import COEFFICIENTS, Declared, tabulated
from tests.analysis.coefficients.tables import ALL_THE_SAME, by_chance


@pytest.mark.parametrize("name", COEFFICIENTS)
def test_a_value_alone_is_the_value_with_its_interval(name: str) -> None:
    for made in by_chance(60, seed=3):
        table = tabulated(made.cells, made.scale)
        alone, whole = COEFFICIENTS[name](table, False), COEFFICIENTS[name](table)
        assert alone.value == pytest.approx(whole.value, abs=1e-12)
        assert (alone.why, alone.rests_on) == (whole.why, whole.rests_on)


@pytest.mark.parametrize("cells", [ALL_THE_SAME, [[1.0, None], [None, 2.0]], [[1.0], [2.0]], [[None, None]], []])
def test_and_so_is_the_reason_where_there_is_none(cells: list[list[float | None]]) -> None:
    table = tabulated(cells, Declared((1.0, 2.0, 3.0)))
    for name, coefficient in COEFFICIENTS.items():
        assert coefficient(table, False).why == coefficient(table).why, name
