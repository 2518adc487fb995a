"""Who stands apart, how far observers are from each other, and which units to talk about first."""

from __future__ import annotations

import pytest

from facilitate.analysis.coefficients import (
    COEFFICIENTS,
    Between,
    Declared,
    disagreement,
    distances,
    leaving_each_out,
    stands_apart,
    tabulated,
)
from tests.analysis.coefficients.tables import FLEISS, SHROUT_FLEISS, Cells, upto

ODD_ONE: Cells = [[None, 1.0, 4.0, 1.0], [None, 2.0, 1.0, 2.0], [None, 3.0, 2.0, 3.0], [None, 4.0, 3.0, 4.0]]
"""The first judged nothing; the second and the last agree fully; the third is the odd one."""


def test_the_odd_one_stands_apart_by_the_place_in_the_table_as_it_came() -> None:
    found = stands_apart(tabulated(ODD_ONE, upto(4)), COEFFICIENTS["fleiss_kappa"])
    assert found is not None
    assert found.observer == 2
    assert found.without.value == 1.0
    assert found.change is not None
    assert found.change > 0.5


def test_each_is_left_out_once_and_the_rest_is_an_ordinary_table() -> None:
    table = tabulated(FLEISS, upto(5))
    for left in leaving_each_out(table, COEFFICIENTS["conger_kappa"]):
        rest = [[value for place, value in enumerate(row) if place != left.observer] for row in FLEISS]
        assert left.without == COEFFICIENTS["conger_kappa"](tabulated(rest, upto(5)), bounds=False)


def test_of_two_observers_nobody_stands_apart() -> None:
    table = tabulated([[1.0, 2.0], [2.0, 2.0], [3.0, 1.0]], upto(3))
    assert stands_apart(table, COEFFICIENTS["fleiss_kappa"]) is None
    assert [left.change for left in leaving_each_out(table, COEFFICIENTS["fleiss_kappa"])] == [None, None]


def test_where_all_is_the_same_nobody_stands_apart() -> None:
    table = tabulated([[2.0, 2.0, 2.0]] * 4, upto(3))
    assert stands_apart(table, COEFFICIENTS["fleiss_kappa"]) is None
    assert stands_apart(table, COEFFICIENTS["percent"]) is None


def test_distances_are_in_the_numbers_of_the_scale() -> None:
    found = distances(tabulated([[1.0, 3.0, None], [5.0, 3.0, 5.0], [3.0, 3.0, None]], Declared((1.0, 3.0, 5.0))))
    assert found == (
        Between(0, 1, 3, 1 / 3, 4 / 3, 0.0),
        Between(0, 2, 1, 1.0, 0.0, 0.0),
        Between(1, 2, 1, 0.0, 2.0, -2.0),
    )


def test_judges_differ_as_their_means_do() -> None:
    first = distances(tabulated(SHROUT_FLEISS, upto(10)))[0]
    assert first.higher == pytest.approx((9 + 6 + 8 + 7 + 10 + 6 - 2 - 1 - 4 - 1 - 5 - 2) / 6)


def test_without_order_only_the_same_is_told() -> None:
    found = distances(tabulated([[1.0, 3.0], [2.0, 2.0]], upto(3, "nominal")))
    assert found == (Between(0, 1, 2, 0.5),)


def test_who_shares_no_unit_has_no_distance() -> None:
    assert distances(tabulated([[1.0, None], [None, 2.0]], upto(3))) == (Between(0, 1, 0),)


def test_units_are_told_from_agreed_to_as_far_apart_as_can_be() -> None:
    cells: Cells = [[2.0, 2.0, None], [1.0, 4.0, None], [1.0, 2.0, 4.0], [3.0, None, None], [None, None, None]]
    *told, alone, nobody = disagreement(cells, upto(4))
    assert told == pytest.approx([0.0, 1.0, 2 / 3])
    assert (alone, nobody) == (None, None)
    assert disagreement(cells, upto(4, "nominal")) == (0.0, 1.0, 1.0, None, None)


def test_the_length_of_the_scale_is_that_of_its_points_not_of_its_numbers() -> None:
    cells: Cells = [[0.0, 1.0], [1.0, 10.0]]
    assert disagreement(cells, Declared((0.0, 1.0, 10.0), "ordinal")) == (0.5, 0.5)
    assert disagreement(cells, Declared((0.0, 1.0, 10.0), "interval")) == (0.1, 0.9)


def test_neighbours_are_those_of_the_scale() -> None:
    cells: Cells = [[1.0, 3.0], [1.0, 5.0], [3.0, 3.0], [5.0, 3.0]]
    found = COEFFICIENTS["percent_within_1"](tabulated(cells, Declared((1.0, 3.0, 5.0))))
    assert found.value == 0.75
    assert COEFFICIENTS["percent_within_1"](tabulated(cells, upto(5))).value == 0.25
