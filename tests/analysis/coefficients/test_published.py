"""Tables that others printed, with the answers that they printed, to the digits that they printed."""

from __future__ import annotations

import pytest

from facilitate.analysis.coefficients import COEFFICIENTS, Declared, coefficients, fleiss_by_point, tabulated
from tests.analysis.coefficients.tables import (
    ALL_THE_SAME,
    COHEN,
    FLEISS,
    KENDALL,
    KRIPPENDORFF_C,
    ONE_APART,
    SHROUT_FLEISS,
    Cells,
    spelt_out,
    upto,
)

ICC = {
    "icc_1_1": ".166",
    "icc_2_1": ".290",
    "icc_3_1": ".715",
    "icc_1_k": ".443",
    "icc_2_k": ".620",
    "icc_3_k": ".909",
}
ALPHA = {
    "krippendorff_nominal": ".743",
    "krippendorff_ordinal": ".815",
    "krippendorff_interval": ".849",
    "krippendorff_ratio": ".797",
}
GWET = {
    "percent": ".8181818",
    "gwet_ac1": ".77544",
    "fleiss_kappa": ".76117",
    "krippendorff_nominal": ".74342",
    "conger_kappa": ".76282",
    "brennan_prediger": ".77273",
    "percent_quadratic": ".9753788",
    "gwet_ac2_quadratic": ".914",
    "krippendorff_interval": ".84911",
}
PUBLISHED: list[tuple[Cells, int, dict[str, str]]] = [
    (SHROUT_FLEISS, 10, ICC),
    (KRIPPENDORFF_C, 5, ALPHA),
    (KRIPPENDORFF_C, 5, GWET),
    (FLEISS, 5, {"fleiss_kappa": ".430", "conger_kappa": ".442"}),
    (COHEN, 3, {"cohen_kappa": ".492"}),
    (spelt_out([[40, 9], [6, 45]]), 2, {"percent": ".85", "cohen_kappa": ".70"}),
    (spelt_out([[80, 10], [5, 5]]), 2, {"percent": ".85", "cohen_kappa": ".32"}),
    (spelt_out([[45, 15], [25, 15]]), 2, {"percent": ".60", "cohen_kappa": ".13"}),
    (spelt_out([[25, 35], [5, 35]]), 2, {"percent": ".60", "cohen_kappa": ".26"}),
    (KENDALL, 6, {"kendall_w": ".568254"}),
]
"""Shrout & Fleiss (1979); Krippendorff (2011); irrCAC for R; Fleiss (1971); Cohen (1960); Feinstein & Cicchetti (1990);
DescTools for R."""


@pytest.mark.parametrize(
    ("cells", "points", "name", "printed"),
    [(cells, points, name, printed) for cells, points, answers in PUBLISHED for name, printed in answers.items()],
)
def test_the_published_answer(cells: Cells, points: int, name: str, printed: str) -> None:
    value = COEFFICIENTS[name](tabulated(cells, upto(points))).value
    assert value == pytest.approx(float(printed), abs=0.51 * 10.0 ** -(len(printed) - 1))


def test_the_kappas_of_single_diagnoses_are_the_published_ones() -> None:
    found = fleiss_by_point(tabulated(FLEISS, upto(5, "nominal")))
    assert {point: round(each.value or 0, 3) for point, each in found.items()} == {
        1.0: 0.245,
        2.0: 0.245,
        3.0: 0.520,
        4.0: 0.471,
        5.0: 0.566,
    }


def test_the_chi_square_of_kendalls_w_is_the_published_one() -> None:
    test = COEFFICIENTS["kendall_w"](tabulated(KENDALL, upto(6))).test
    assert test is not None
    assert (test.law, test.freedom) == ("chi2", (5,))
    assert test.statistic == pytest.approx(8.5238, abs=5e-5)
    assert test.chance == pytest.approx(0.1296, abs=5e-5)


def test_the_error_of_ac1_is_the_published_one() -> None:
    found = COEFFICIENTS["gwet_ac1"](tabulated(KRIPPENDORFF_C, upto(5)))
    assert found.low == pytest.approx(0.46081, abs=5e-6)
    assert (found.high, found.how) == (1.0, "linearised")
    assert found.value is not None
    assert found.low is not None
    assert (found.value - found.low) / 2.200985 == pytest.approx(0.14295, abs=5e-6)  # t of a table, 11 degrees


def test_one_disagreement_among_many_leaves_alpha_at_nothing() -> None:
    """Prevalence: 94 of 100 agree, and kappa says chance. Nobody may read one coefficient alone."""
    found = coefficients(tabulated(ONE_APART, upto(5)))
    assert found["krippendorff_nominal"].value == 0.0
    assert (found["percent"].value or 0) > 0.9
    assert (found["gwet_ac1"].value or 0) > 0.9


def test_where_all_is_the_same_only_percent_has_a_value() -> None:
    found = coefficients(tabulated(ALL_THE_SAME, upto(5)))
    shares = {"percent", "percent_within_1", "percent_quadratic"}
    assert {name for name, each in found.items() if each.value is not None} == shares
    assert found["percent"].value == 1.0
    reasons = {each.why.message for each in found.values() if each.why is not None}
    assert reasons == {"agreement.why.no_variation", "agreement.why.no_distances"}


def test_a_point_that_nobody_used_counts_for_weights() -> None:
    cells = [[1.0, 1.0], [2.0, 4.0], [4.0, 4.0], [1.0, 2.0], [4.0, 2.0], [2.0, 2.0]]
    declared = COEFFICIENTS["cohen_kappa_linear"](tabulated(cells, upto(4)))
    dropped = COEFFICIENTS["cohen_kappa_linear"](tabulated(cells, Declared((1.0, 2.0, 4.0))))
    # by hand: 2 to 4 is two points, without 3 only one: apart 5 / 6, by chance 46 / 36; 3 / 6 and 30 / 36
    assert declared.value == pytest.approx(1 - (5 / 6) / (46 / 36))
    assert dropped.value == pytest.approx(1 - (3 / 6) / (30 / 36))
