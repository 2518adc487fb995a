"""The same alpha as the library of that name, on tables made by chance."""

from __future__ import annotations

from math import nan

import pytest

from facilitate.analysis.coefficients import COEFFICIENTS, tabulated
from facilitate.analysis.coefficients.lanes import lanes
from facilitate.analysis.coefficients.patterns import dense, sparse
from facilitate.analysis.coefficients.table import Table
from tests.analysis.coefficients.oracles import oracle
from tests.analysis.coefficients.tables import Cells, by_chance, upto

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
        place: dict[float | None, int] = {point: code for code, point in enumerate((None, *scale.points))}
        flat = bytes(place[value] for row in cells for value in row)
        in_lanes = set(dense(lanes(flat, table.observers, len(table.points))))
        assert in_lanes == set(sparse(table.rows))
        assert table.units == sum(any(value is not None for value in row) for row in cells)


def test_very_many_rows_give_what_few_do() -> None:
    """2,187 rows, none like another, are counted otherwise than few; also with gaps and an observer with nothing."""
    figures = [[number // 3**place % 3 + 1 for place in range(7)] for number in range(3**7)]
    cells: Cells = [[float(each) for each in row] for row in figures]
    gaps: Cells = [
        [None if place and each + row[0] == 4 else each for place, each in enumerate(row)] for row in figures
    ]
    with_nobody: Cells = [[*row, None] for row in cells]
    gaps.append([None] * 7)
    for some in (cells, gaps, with_nobody):
        large = tabulated(some, upto(3))
        small = Table(large.scale, large.points, large.columns, large.rows)
        assert bool(large.flat) == (some is not with_nobody)
        for name in ("fleiss_kappa", "conger_kappa", "cohen_kappa", "krippendorff_ordinal", "icc_2_1"):
            one, other = COEFFICIENTS[name](large), COEFFICIENTS[name](small)
            assert [one.value, one.low] == pytest.approx([other.value, other.low], abs=1e-12)
            assert one.rests_on == other.rests_on
