"""The same values and intervals as irrCAC, on tables made by chance: equal to the 5 decimals to which it rounds."""

from __future__ import annotations

from math import nan
from typing import Any

import pytest

from facilitate.analysis.coefficients import COEFFICIENTS, Coefficient, Declared, tabulated
from facilitate.analysis.coefficients.distances import By, Distances, Squares, ratio
from facilitate.analysis.coefficients.krippendorff import given_in_pairs, ranks
from tests.analysis.coefficients.oracles import oracle
from tests.analysis.coefficients.tables import Cells, by_chance

ROUNDED = 5.1e-6

PLAIN = {
    "fleiss_kappa": "fleiss",
    "gwet_ac1": "gwet",
    "brennan_prediger": "bp",
    "krippendorff_nominal": "krippendorff",
}


def same(found: Coefficient, wanted: dict[str, Any], about: object) -> None:
    assert found.value == pytest.approx(float(wanted["coefficient_value"]), abs=ROUNDED), about
    low, high = (float(each) for each in wanted["confidence_interval"])
    if found.low is None:  # no unit differs from another: irrCAC answers an interval of no width
        assert found.why_interval is not None
        assert found.why_interval.message == "agreement.why.interval_no_spread"
        assert high - low == pytest.approx(0, abs=2 * ROUNDED)
    else:
        assert [found.low, found.high] == pytest.approx([low, high], abs=ROUNDED), about


def asked(cells: Cells, scale: Declared, weights: Any = "identity") -> Any:
    frame = oracle("pandas").DataFrame([[nan if value is None else value for value in row] for row in cells])
    return oracle("irrCAC.raw").CAC(frame, weights=weights, categories=list(scale.points))


def matrix(distances: Distances, points: int) -> Any:
    """Distances as weights of agreement; irrCAC wants an array."""
    each = [[distances.between(one, other) for other in range(points)] for one in range(points)]
    most = max(map(max, each))
    return oracle("numpy").array([[1 - apart / most for apart in row] for row in each])


@pytest.mark.filterwarnings("ignore")
def test_without_weights_on_120_tables() -> None:
    for cells, scale in by_chance(120, seed=1):
        table, library = tabulated(cells, scale), asked(cells, scale)
        for name, method in PLAIN.items():
            same(COEFFICIENTS[name](table), getattr(library, method)()["est"], (name, cells))


@pytest.mark.filterwarnings("ignore")
def test_congers_kappa_on_60_tables() -> None:
    for cells, scale in by_chance(60, seed=2, most_observers=12):
        found = COEFFICIENTS["conger_kappa"](tabulated(cells, scale))
        same(found, asked(cells, scale).conger()["est"], cells)


@pytest.mark.filterwarnings("ignore")
def test_with_quadratic_weights_on_100_tables() -> None:
    for cells, scale in by_chance(100, seed=3):
        table, library = tabulated(cells, scale), asked(cells, scale, "quadratic")
        same(COEFFICIENTS["gwet_ac2_quadratic"](table), library.gwet()["est"], cells)
        same(COEFFICIENTS["krippendorff_interval"](table), library.krippendorff()["est"], cells)


@pytest.mark.filterwarnings("ignore")
def test_alpha_of_ordinal_and_ratio_scales_on_100_tables() -> None:
    """irrCAC's own "ordinal" weights are not Krippendorff's, so his are handed to it."""

    for cells, scale in by_chance(100, seed=4):
        table = tabulated(cells, scale)
        weights: dict[str, Distances] = {
            "ordinal": Squares(ranks(given_in_pairs(table))),
            "ratio": By(scale.points, ratio),
        }
        for level, distances in weights.items():
            library = asked(cells, scale, matrix(distances, len(scale.points)))
            same(COEFFICIENTS[f"krippendorff_{level}"](table), library.krippendorff()["est"], (level, cells))


@pytest.mark.filterwarnings("ignore")
def test_percent_on_60_tables() -> None:
    """The agreement that irrCAC prints beside its coefficients; it has no interval of it.

    By hand: 1 and 1, 1 and 2, 2 and 2, 1 and 1 are 3 / 4, with variance 3 / 4 * 1 / 4 / 3.
    """
    for cells, scale in by_chance(60, seed=5):
        found = COEFFICIENTS["percent"](tabulated(cells, scale))
        assert found.value == pytest.approx(float(asked(cells, scale).bp()["est"]["pa"]), abs=ROUNDED)
    by_hand: Cells = [[1.0, 1.0], [1.0, 2.0], [2.0, 2.0], [1.0, 1.0]]
    found = COEFFICIENTS["percent"](tabulated(by_hand, Declared((1.0, 2.0))))
    assert found.value == 0.75
    assert found.low == 0.0  # 0.75 - 3.182 * 0.25 is below nothing
    assert found.high == 1.0
