"""Tables on which other programs answer an error, no number, 1 or -100: here a value or a reason."""

from __future__ import annotations

from dataclasses import replace
from math import inf, isfinite, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitate.analysis.coefficients import (
    COEFFICIENTS,
    Coefficient,
    Declared,
    Unfit,
    coefficients,
    disagreement,
    distances,
    fleiss_by_point,
    leaving_each_out,
    tabulated,
)
from facilitate.domain.scale import Measurement
from tests.analysis.coefficients.tables import Cells, upto


def reasons(cells: Cells, scale: Declared) -> set[str]:
    return {each.why.message for each in coefficients(tabulated(cells, scale)).values() if each.why is not None}


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ([], "nothing"),
        ([[]], "nothing"),
        ([[None, None], [None, None]], "nothing"),
        ([[1.0], [2.0]], "one_observer"),
        ([[1.0, None], [2.0, None]], "one_observer"),
        ([[1.0, None], [None, 2.0]], "no_pair"),
    ],
)
def test_nothing_to_compare_is_said_of_every_coefficient(cells: Cells, reason: str) -> None:
    found = coefficients(tabulated(cells, upto(3)))
    assert all(each.value is None for each in found.values())
    assert reasons(cells, upto(3)) == {f"agreement.why.{reason}"}


def test_an_observer_with_nothing_changes_nothing() -> None:
    cells: Cells = [[1.0, 2.0], [2.0, 2.0], [3.0, 3.0], [1.0, 1.0], [3.0, 1.0]]
    with_one = [[row[0], None, row[1]] for row in cells]
    assert coefficients(tabulated(with_one, upto(3))) == coefficients(tabulated(cells, upto(3)))
    assert tabulated(with_one, upto(3)).columns == (0, 2)


def test_a_unit_with_nothing_changes_nothing() -> None:
    cells: Cells = [[1.0, 2.0], [2.0, 2.0], [3.0, 3.0], [1.0, 1.0]]
    assert coefficients(tabulated([*cells, [None, None]], upto(3))) == coefficients(tabulated(cells, upto(3)))


@pytest.mark.parametrize("value", [0.0, 2.5, nan, inf, -inf, "3", 1e300, [1.0]])
def test_a_value_off_the_scale_is_refused_with_its_unit(value: object) -> None:
    with pytest.raises(Unfit) as refused:
        tabulated([[1.0, 2.0], [3.0, value]], upto(3))  # type: ignore[list-item]
    assert refused.value.why == ("agreement.why.off_scale", {"value": str(value), "unit": 2})


@pytest.mark.parametrize("value", [nan, inf, 1e200, "many", [1.0]])
def test_no_number_is_refused_where_any_number_is_a_value(value: object) -> None:
    with pytest.raises(Unfit) as refused:
        tabulated([[1.0, value]], Declared(level="ratio"))  # type: ignore[list-item]
    assert refused.value.why.message == "agreement.why.no_number"


def test_rows_of_different_lengths_and_points_that_are_there_twice_are_refused() -> None:
    with pytest.raises(Unfit, match="ragged"):
        tabulated([[1.0, 2.0], [1.0]], upto(3))
    with pytest.raises(Unfit, match="point_twice"):
        Declared((1.0, 2.0, 1.0))
    with pytest.raises(Unfit, match="no_number"):
        Declared((1.0, nan))


def test_points_without_order_have_neither_neighbours_nor_weights() -> None:
    cells: Cells = [[1.0, 2.0, 1.0], [2.0, 2.0, 2.0], [3.0, 3.0, 1.0], [1.0, 1.0, 1.0]]
    found = coefficients(tabulated(cells, upto(3, "nominal")))
    assert {name for name, each in found.items() if each.value is not None} == {
        "percent",
        "cohen_kappa",
        "fleiss_kappa",
        "conger_kappa",
        "krippendorff_nominal",
        "gwet_ac1",
        "brennan_prediger",
    }
    assert reasons(cells, upto(3, "nominal")) == {"agreement.why.no_order", "agreement.why.no_distances"}


def test_a_count_has_no_list_of_points() -> None:
    cells: Cells = [[0.0, 1.0], [12.0, 11.0], [4.0, 4.0], [7.0, 9.0]]
    found = coefficients(tabulated(cells, Declared(level="ratio")))
    without = {name for name, each in found.items() if each.why == ("agreement.why.no_points", {})}
    assert without == {"percent_within_1", "percent_quadratic", "gwet_ac1", "gwet_ac2_quadratic", "brennan_prediger"}
    assert found["icc_2_1"].value == pytest.approx(0.977, abs=0.01)


def test_ratios_are_not_for_values_below_nothing() -> None:
    cells: Cells = [[-1.0, 1.0], [1.0, 1.0], [0.0, 0.0]]
    found = coefficients(tabulated(cells, Declared((-1.0, 0.0, 1.0))))
    assert found["krippendorff_ratio"].why == ("agreement.why.below_zero", {})
    assert found["krippendorff_interval"].value is not None


def test_zero_and_zero_are_the_same_amount() -> None:
    found = COEFFICIENTS["krippendorff_ratio"](
        tabulated([[0.0, 0.0], [0.0, 2.0], [1.0, 1.0]], Declared((0.0, 1.0, 2.0)))
    )
    # by hand: o: 1 within 2 values once apart by 1; n = 3, 2, 1 of 0, 1, 2; 0 is 1 from both, 1 is 1/9 from 2
    assert found.value == pytest.approx(1 - 5 * 2 / (2 * (3 * 2 + 3 * 1 + 2 * 1 / 9)))


def test_full_agreement_has_no_interval_and_says_so() -> None:
    scale = replace(upto(3), apart=((0, 1, 3), (1, 0, 6), (3, 6, 0)))
    found = coefficients(tabulated([[1.0, 1.0], [2.0, 2.0], [3.0, 3.0]], scale))
    assert all(each.value == 1.0 for each in found.values())
    intervals = {each.why_interval.message for each in found.values() if each.why_interval is not None}
    assert intervals <= {"agreement.why.interval_no_spread"}
    assert found["icc_1_1"].low is None


def test_one_unit_has_no_interval() -> None:
    found = COEFFICIENTS["percent"](tabulated([[1.0, 1.0, 2.0]], upto(3)))
    assert found.value == pytest.approx(1 / 3)
    assert found.why_interval == ("agreement.why.interval_one_unit", {})


LEVELS: tuple[Measurement, ...] = ("nominal", "ordinal", "interval", "ratio")
POINT = st.one_of(st.none(), st.sampled_from((1.0, 2.0, 3.0, 4.0)))
ANY = st.one_of(st.none(), st.floats(-1e150, 1e150), st.integers(-3, 3).map(float), st.sampled_from((1e-300, 5e-324)))


def rows(value: st.SearchStrategy[float | None]) -> st.SearchStrategy[Cells]:
    return st.integers(1, 5).flatmap(
        lambda width: st.lists(st.lists(value, min_size=width, max_size=width), min_size=0, max_size=6)
    )


def sound(found: Coefficient) -> None:
    assert (found.value is None) == (found.why is not None)
    assert (found.low is None) == (found.high is None) == (found.how is None) == (found.why_interval is not None)
    for number in (found.value, found.low, found.high):
        assert number is None or isfinite(number)
    if found.value is not None:
        assert found.value <= 1 + 1e-9
    if found.low is not None and found.high is not None and found.value is not None:
        assert found.low <= found.high
        assert found.how == "bootstrap" or found.low - 1e-9 <= found.value <= found.high + 1e-9


@settings(max_examples=60)
@given(rows(POINT), st.sampled_from(LEVELS))
def test_every_answer_is_a_number_or_a_reason(cells: Cells, level: Measurement) -> None:
    table = tabulated(cells, Declared((1.0, 2.0, 3.0, 4.0), level))
    for each in [*coefficients(table).values(), *fleiss_by_point(table).values()]:
        sound(each)
    for left in leaving_each_out(table, COEFFICIENTS["gwet_ac1"]):
        sound(left.without)


@settings(max_examples=60)
@given(rows(ANY), st.sampled_from(LEVELS))
def test_so_it_is_for_numbers_of_any_size(cells: Cells, level: Measurement) -> None:
    scale = Declared(level=level)
    for each in coefficients(tabulated(cells, scale)).values():
        sound(each)
    for value in disagreement(cells, scale):
        assert value is None or 0 <= value <= 1 + 1e-9
    for between in distances(tabulated(cells, scale)):
        assert between.difference is None or isfinite(between.difference)


@settings(max_examples=40)
@given(rows(POINT))
def test_neither_the_order_of_units_nor_of_observers_matters(cells: Cells) -> None:
    table = tabulated(cells, upto(4))
    turned = tabulated([row[::-1] for row in reversed(cells)], upto(4))
    for name, statistic in COEFFICIENTS.items():
        one, other = statistic(table), statistic(turned)
        assert one.why == other.why, name
        assert one.value is None or one.value == pytest.approx(other.value, rel=1e-9, abs=1e-9), name
        assert one.rests_on == other.rests_on
