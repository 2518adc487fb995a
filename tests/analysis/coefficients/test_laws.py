"""Student's t, F and chi-square: the values of printed tables, and laws and quantiles that undo each other."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitate.analysis.coefficients import laws
from tests.analysis.coefficients.oracles import oracle

STUDENT = [(1, "12.706"), (2, "4.303"), (5, "2.571"), (10, "2.228"), (11, "2.201"), (30, "2.042"), (120, "1.980")]
FISHER = [
    (0.95, 1, 1, "161.4"),
    (0.95, 5, 15, "2.90"),
    (0.95, 10, 10, "2.98"),
    (0.975, 5, 15, "3.58"),
    (0.975, 4, 8, "5.05"),
    (0.99, 3, 12, "5.95"),
]
CHI_SQUARE = [(1, "3.841"), (2, "5.991"), (5, "11.070"), (10, "18.307"), (30, "43.773"), (100, "124.342")]
"""As in E. S. Pearson & H. O. Hartley, Biometrika Tables for Statisticians."""


@pytest.mark.parametrize(("freedom", "printed"), STUDENT)
def test_t_as_printed(freedom: int, printed: str) -> None:
    assert f"{laws.student(0.975, freedom):.3f}" == printed
    assert laws.student(0.025, freedom) == -laws.student(0.975, freedom)


@pytest.mark.parametrize(("share", "above", "below", "printed"), FISHER)
def test_f_as_printed(share: float, above: int, below: int, printed: str) -> None:
    digits = len(printed.partition(".")[2])
    assert f"{laws.fisher(share, above, below):.{digits}f}" == printed


@pytest.mark.parametrize(("freedom", "printed"), CHI_SQUARE)
def test_chi_square_as_printed(freedom: int, printed: str) -> None:
    assert f"{laws.chi_square(0.95, freedom):.3f}" == printed


FREEDOM = st.one_of(st.integers(1, 40), st.floats(0.2, 1000), st.integers(1, 200_000))


@given(st.floats(1e-6, 1 - 1e-6), FREEDOM, FREEDOM)
def test_f_is_passed_as_often_as_its_quantile_says(share: float, above: float, below: float) -> None:
    value = laws.fisher(share, above, below)
    if 0 < value < inf:
        assert laws.fisher_passed(value, above, below) == pytest.approx(1 - share, rel=1e-6, abs=1e-9)


@given(st.floats(1e-6, 1 - 1e-6), FREEDOM)
def test_chi_square_is_passed_as_often_as_its_quantile_says(share: float, freedom: float) -> None:
    value = laws.chi_square(share, freedom)
    if value > 0:
        assert laws.chi_square_passed(value, freedom) == pytest.approx(1 - share, rel=1e-6, abs=1e-9)


def test_out_of_reach_is_out_of_reach() -> None:
    assert laws.fisher(0.975, 3, 0.0005) == inf
    assert laws.fisher(1.0, 3, 3) == inf
    assert laws.fisher(0.0, 3, 3) == 0.0
    assert laws.fisher_passed(inf, 3, 3) == 0.0
    assert laws.chi_square_passed(0, 3) == 1.0


@pytest.mark.filterwarnings("ignore")
def test_laws_are_those_of_scipy() -> None:
    stats = oracle("scipy.stats")
    freedoms = (1, 2, 3, 7.5, 29, 144.3, 2000, 99_999)
    for share in (0.005, 0.025, 0.5, 0.9, 0.975, 0.999):
        for above in freedoms:
            assert laws.student(share, above) == pytest.approx(float(stats.t.ppf(share, above)), rel=1e-8, abs=1e-9)
            assert laws.chi_square(share, above) == pytest.approx(float(stats.chi2.ppf(share, above)), rel=1e-8)
            for below in freedoms:
                wanted = float(stats.f.ppf(share, above, below))
                assert laws.fisher(share, above, below) == pytest.approx(wanted, rel=1e-7)
    for above, below, value in ((3, 11, 2.2), (40, 2.5, 0.3), (1, 1, 500), (99_999, 300_000, 1.004)):
        wanted = float(stats.f.sf(value, above, below))
        assert laws.fisher_passed(value, above, below) == pytest.approx(wanted, rel=1e-7)
