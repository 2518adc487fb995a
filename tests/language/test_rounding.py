"""Numbers are rounded as people round them with a pencil, and as the workbook shows them."""

from __future__ import annotations

import pytest

from facilitate.language.words import Words


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [
        (2.25, 1, "2.3"),
        (2.35, 1, "2.4"),
        (3.15, 1, "3.2"),
        (2.2499999999999996, 1, "2.3"),
        (2.2499, 1, "2.2"),
        (-2.25, 1, "-2.3"),
        (2.5, 0, "3"),
        (1.005, 2, "1.01"),
        (3, 1, "3.0"),
        (1234.56, 1, "1,234.6"),
        (1e15, 1, "1,000,000,000,000,000.0"),
    ],
)
def test_a_half_goes_up(value: float, digits: int, shown: str) -> None:
    assert Words("en").number(value, digits) == shown


def test_a_number_past_all_measure_is_written_and_no_error() -> None:
    assert Words("en").number(1e300, 1).startswith("1")
    assert Words("fr").number(2.25, 1) == "2,3"
    assert Words("ar").number(2.25, 1) == "2,3"


def test_in_arabic_the_minus_stands_before_its_number() -> None:
    arabic = Words("ar")
    assert arabic.number(-0.08, 2) == "\u200e-0,08"
    assert (arabic.number(0.08, 2), Words("fr").number(-0.08, 2)) == ("0,08", "-0,08")
