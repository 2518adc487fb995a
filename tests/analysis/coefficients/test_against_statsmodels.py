"""The same kappas as statsmodels, and the same test of Kendall's W as scipy, on tables made by chance."""

from __future__ import annotations

from itertools import combinations

import pytest

from facilitate.analysis.coefficients import COEFFICIENTS, Coefficient, Declared, tabulated
from tests.analysis.coefficients.oracles import oracle
from tests.analysis.coefficients.tables import Cells, by_chance

WEIGHTS = {"cohen_kappa": None, "cohen_kappa_linear": "linear", "cohen_kappa_quadratic": "quadratic"}


def crossed(cells: Cells, scale: Declared, one: int = 0, other: int = 1) -> list[list[int]]:
    """How often two observers gave which two points, unused ones, too."""
    pairs = [(row[one], row[other]) for row in cells]
    return [[pairs.count((mine, yours)) for yours in scale.points] for mine in scale.points]


def varied(counts: list[list[int]]) -> bool:
    """Whether two observers together used more than one point."""
    used = {
        place for one, row in enumerate(counts) for other, number in enumerate(row) if number for place in (one, other)
    }
    return len(used) > 1


@pytest.mark.filterwarnings("ignore")
def test_cohens_kappa_of_two_observers_on_300_tables() -> None:
    """Values to 10 digits, intervals of Fleiss, Cohen and Everitt (1969) to 8; statsmodels lets them pass 1."""
    kappa = oracle("statsmodels.stats.inter_rater").cohens_kappa
    compared = 0
    for cells, scale in by_chance(300, most_observers=3, seed=6):
        if not varied(counts := crossed(cells, scale)):
            continue
        table = tabulated([row[:2] for row in cells], scale)
        for name, weights in WEIGHTS.items():
            found, wanted = COEFFICIENTS[name](table), kappa(counts, wt=weights)
            assert found.value == pytest.approx(float(wanted.kappa), abs=1e-10), cells
            compared += _same_interval(found, float(wanted.kappa_low), float(wanted.kappa_upp))
    assert compared > 500


def _same_interval(found: Coefficient, low: float, high: float) -> bool:
    if found.low is None:
        assert high - low == pytest.approx(0, abs=1e-7) or high != high  # a root of rounding below 0 is none
        return False
    assert [found.low, found.high] == pytest.approx([low, min(1.0, high)], abs=1e-8)
    return True


@pytest.mark.filterwarnings("ignore")
def test_cohens_kappa_of_more_is_the_mean_of_pairs_on_100_tables() -> None:
    """Pairs that have none, since both gave one and the same point only, are left out and counted."""
    kappa = oracle("statsmodels.stats.inter_rater").cohens_kappa
    for cells, scale in by_chance(100, most_observers=6, seed=7):
        pairs = [crossed(cells, scale, *pair) for pair in combinations(range(len(cells[0])), 2)]
        known = [counts for counts in pairs if varied(counts)]
        for name, weights in WEIGHTS.items():
            found = COEFFICIENTS[name](tabulated(cells, scale))
            wanted = [float(kappa(counts, wt=weights, return_results=False)) for counts in known]
            assert found.value == pytest.approx(sum(wanted) / len(wanted), abs=1e-10)
            assert found.left_out == len(pairs) - len(known)


@pytest.mark.filterwarnings("ignore")
def test_fleiss_kappa_and_evenly_shared_chance_on_200_tables() -> None:
    """What statsmodels calls Randolph's kappa is Brennan and Prediger's of any number of observers."""
    kappa = oracle("statsmodels.stats.inter_rater").fleiss_kappa
    for cells, scale in by_chance(200, gaps=False, seed=9):
        counts = [[row.count(point) for point in scale.points] for row in cells]
        table = tabulated(cells, scale)
        assert COEFFICIENTS["fleiss_kappa"](table).value == pytest.approx(float(kappa(counts)), abs=1e-10)
        even = float(kappa(counts, method="randolph"))
        assert COEFFICIENTS["brennan_prediger"](table).value == pytest.approx(even, abs=1e-10)


@pytest.mark.filterwarnings("ignore")
def test_kendalls_w_has_friedmans_chi_square_on_200_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    """Friedman's test asks the same: its chi-square is m (n - 1) W, with the same correction for ties."""
    monkeypatch.setattr("facilitate.analysis.coefficients.drawing.TIMES", 2)  # the interval has tests of its own
    friedman = oracle("scipy.stats").friedmanchisquare
    for cells, scale in by_chance(200, gaps=False, seed=10):
        found, wanted = COEFFICIENTS["kendall_w"](tabulated(cells, scale)), friedman(*cells)
        assert found.test is not None
        assert found.test.statistic == pytest.approx(float(wanted.statistic), rel=1e-9)
        assert found.test.chance == pytest.approx(float(wanted.pvalue), rel=1e-7, abs=1e-12)
