"""The same alpha as the library of that name, on tables made by chance."""

from __future__ import annotations

from math import nan

import pytest

from facilitate.analysis.coefficients import COEFFICIENTS, tabulated
from facilitate.analysis.coefficients.lanes import lanes
from facilitate.analysis.coefficients.table import Table, _sparse
from tests.analysis.coefficients.oracles import oracle
from tests.analysis.coefficients.tables import by_chance, upto

LEVELS = ("nominal", "ordinal", "interval", "ratio")


@pytest.mark.filterwarnings("ignore")
def test_alpha_on_400_tables() -> None:
    """Equal to 10 digits, on every level of measurement."""
    alpha = oracle("krippendorff").alpha
    for cells, scale in by_chance(400):
        table = tabulated(cells, scale)
        columns = [[nan if value is None else value for value in column] for column in zip(*cells, strict=True)]
        for level in LEVELS:
            wanted = float(alpha(columns, value_domain=scale.points, level_of_measurement=level))
            found = COEFFICIENTS[f"krippendorff_{level}"](table)
            assert found.value == pytest.approx(wanted, abs=1e-10), (level, cells)


def test_counting_in_lanes_is_counting_row_by_row() -> None:
    for cells, scale in by_chance(100, seed=3):
        table = tabulated(cells, scale)
        units = sum(1 for row in cells if any(value is not None for value in row))
        counted = lanes(table.flat, table.observers, len(table.points))
        dense = {
            tuple((place, number) for place, number in enumerate(counts) if number): times
            for counts, times in counted.items()
            if any(counts)
        }
        assert dense == {each.counts: each.times for each in _sparse(table.rows)}
        assert sum(dense.values()) == units == table.units


def test_very_many_rows_give_what_few_do() -> None:
    """2,187 rows, none like another: beyond the number from which they are counted otherwise."""
    cells: list[list[float | None]] = [
        [float(number // 3**place % 3 + 1) for place in range(7)] for number in range(3**7)
    ]
    large = tabulated(cells, upto(3))
    small = Table(large.scale, large.points, large.rows, large.columns)
    for name in ("fleiss_kappa", "cohen_kappa", "krippendorff_ordinal"):
        one, other = COEFFICIENTS[name](large), COEFFICIENTS[name](small)
        assert one.value == pytest.approx(other.value, abs=1e-12)
        assert one.low == pytest.approx(other.low, abs=1e-12)
