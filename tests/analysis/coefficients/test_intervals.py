"""Intervals that no library gives: Cohen's of several observers, Kendall's W, and what they have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import sqrt
from random import Random
from statistics import pstdev

import pytest

from facilitate.analysis.coefficients import COEFFICIENTS, Declared, coefficients, tabulated
from facilitate.analysis.coefficients.drawing import drawn
from facilitate.analysis.coefficients.kendall import concordance
from facilitate.analysis.coefficients.result import Interval
from tests.analysis.coefficients.tables import FLEISS, SHROUT_FLEISS, Cells, upto


def observed(units: int, observers: int, *, missing: float = 0.0, seed: int = 1) -> Cells:
    chance = Random(seed)
    cells: Cells = []
    for _ in range(units):
        true = chance.randint(1, 4)
        row = [float(true) if chance.random() < 0.7 else float(chance.randint(1, 4)) for _ in range(observers)]
        cells.append([None if chance.random() < missing else value for value in row])
    return cells


def leaving_out(cells: Cells, value: Callable[[Cells], float]) -> float:
    """The standard error by leaving out one unit after the other; M. H. Quenouille and J. W. Tukey's jackknife."""
    each = [value(cells[:unit] + cells[unit + 1 :]) for unit in range(len(cells))]
    return pstdev(each) * sqrt(len(cells) - 1)


@pytest.mark.parametrize("name", ["cohen_kappa", "cohen_kappa_linear", "cohen_kappa_quadratic"])
@pytest.mark.parametrize("missing", [0.0, 0.2])
def test_the_error_of_a_mean_of_pairs_is_that_of_leaving_units_out(name: str, missing: float) -> None:
    cells = observed(150, 4, missing=missing)
    found = COEFFICIENTS[name](tabulated(cells, upto(4)))
    assert found.value is not None
    assert found.high is not None
    by_leaving_out = leaving_out(cells, lambda some: COEFFICIENTS[name](tabulated(some, upto(4))).value or 0)
    assert (found.high - found.value) / 1.959964 == pytest.approx(by_leaving_out, rel=0.03)
    assert found.how == "large_sample"


@pytest.mark.parametrize("name", ["fleiss_kappa", "conger_kappa", "gwet_ac2_quadratic", "krippendorff_ordinal"])
def test_linearised_errors_are_near_those_of_leaving_units_out(name: str) -> None:
    cells = observed(150, 4, missing=0.2, seed=2)
    found = COEFFICIENTS[name](tabulated(cells, upto(4)))
    assert found.value is not None
    assert found.high is not None
    by_leaving_out = leaving_out(cells, lambda some: COEFFICIENTS[name](tabulated(some, upto(4))).value or 0)
    assert (found.high - found.value) / 1.976 == pytest.approx(by_leaving_out, rel=0.06)


def test_drawing_gives_the_same_interval_every_time() -> None:
    table = tabulated(FLEISS, upto(5))
    found, again = (
        COEFFICIENTS["kendall_w"](table),
        COEFFICIENTS["kendall_w"](tabulated(list(reversed(FLEISS)), upto(5))),
    )
    assert (found.low, found.high) == (again.low, again.high)
    assert found.how == "bootstrap"
    assert found.low is not None
    assert found.high is not None
    assert found.value is not None
    assert 0 < found.low < found.value < found.high < 1


def test_more_units_make_it_narrower_also_when_not_all_are_drawn() -> None:
    widths = []
    for units in (100, 400, 1600):
        rows = dict(tabulated(observed(units, 3), upto(4)).complete)
        made = drawn(rows, concordance, concordance(rows) or 0)
        assert isinstance(made, Interval)
        widths.append(made.high - made.low)
    assert widths[0] / widths[1] == pytest.approx(2, rel=0.25)
    assert widths[1] / widths[2] == pytest.approx(2, rel=0.25)


def test_two_units_are_too_few_to_draw_from() -> None:
    found = COEFFICIENTS["kendall_w"](tabulated([[1.0, 1.0], [2.0, 3.0]], upto(3)))
    assert found.value == 1.0
    assert found.why_interval == ("agreement.why.interval_few_units", {"units": 2})


def test_the_interval_of_shrout_and_fleiss() -> None:
    """ICC(2,1) and ICC(1,1) of their table as R's psych and irr print them: .019 to .761, -.133 to .723."""
    table = tabulated(SHROUT_FLEISS, Declared(level="interval"))
    second, first = COEFFICIENTS["icc_2_1"](table), COEFFICIENTS["icc_1_1"](table)
    assert [second.low, second.high] == pytest.approx([0.019, 0.761], abs=5e-4)
    assert [first.low, first.high] == pytest.approx([-0.133, 0.723], abs=5e-4)
    assert second.how == "exact"


def test_without_bounds_the_value_is_the_same() -> None:
    apart = tuple(tuple(abs(one - other) for other in range(10)) for one in range(10))
    table = tabulated(SHROUT_FLEISS, replace(upto(10), apart=apart))
    alone, full = coefficients(table, bounds=False), coefficients(table)
    for name, each in alone.items():
        assert each.value == pytest.approx(full[name].value, abs=1e-12)
        assert (each.test, each.rests_on) == (full[name].test, full[name].rests_on)
        assert each.why_interval == ("agreement.why.interval_not_asked", {})
        assert full[name].low is not None
