"""What observers counted in intervals: worked by hand after the definitions of Cooper, Heron & Heward."""

from __future__ import annotations

import pytest

from facilitate.analysis.coefficients import MEASURES, Unfit, occurrences
from tests.analysis.coefficients.tables import Cells, read

COUNTED = read("0 0\n2 2\n1 0\n0 0\n3 3\n0 1\n1 1\n1 2\n0 0\n2 2")
"""10 intervals, 2 observers."""


def values(cells: Cells) -> dict[str, float | None]:
    return {name: each.value for name, each in occurrences(cells).items()}


def test_by_hand() -> None:
    assert values(COUNTED) == {
        "total_count": pytest.approx(0.90909, abs=5e-6),
        "mean_count_per_interval": pytest.approx(0.75),
        "exact_count_per_interval": pytest.approx(0.70),
        "interval_by_interval": pytest.approx(0.80),
        "scored_interval": pytest.approx(0.714286, abs=5e-7),
        "unscored_interval": pytest.approx(0.60),
    }


def test_intervals_that_one_did_not_look_at_count_nowhere() -> None:
    assert values([*COUNTED, [4.0, None], [None, None]]) == values(COUNTED)
    assert occurrences([*COUNTED, [4.0, None]])["total_count"].rests_on == 10


def test_what_nobody_ever_saw_cannot_be_told_from_not_looking() -> None:
    found = occurrences([[0.0, 0.0]] * 5)
    assert found["scored_interval"].why == ("agreement.why.never_seen", {})
    assert {name for name, each in found.items() if each.value == 1.0} == MEASURES.keys() - {"scored_interval"}


def test_what_everybody_saw_all_the_time_has_no_unscored_interval() -> None:
    found = occurrences([[1.0, 2.0], [1.0, 1.0]])
    assert found["unscored_interval"].why == ("agreement.why.always_seen", {})
    assert found["scored_interval"].value == 1.0


def test_of_more_observers_it_is_the_mean_of_pairs() -> None:
    three: Cells = [[1.0, 1.0, 0.0], [0.0, 0.0, 0.0], [1.0, 0.0, None]]
    assert values(three)["interval_by_interval"] == pytest.approx((2 / 3 + 1 / 2 + 1 / 2) / 3)
    apart = occurrences([[1.0, 1.0, None], [0.0, 0.0, None], [None, None, 1.0]])
    assert apart["interval_by_interval"].value == 1.0


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ([], "nothing"),
        ([[None, None]], "nothing"),
        ([[1.0, None]], "one_observer"),
        ([[1.0, None], [None, 1.0]], "no_pair"),
    ],
)
def test_nothing_to_compare_has_a_reason(cells: Cells, reason: str) -> None:
    for each in occurrences(cells).values():
        assert each.why is not None
        assert each.why.message == f"agreement.why.{reason}"


@pytest.mark.parametrize("cells", [[[1.0, -1.0]], [[1.0, float("nan")]], [[1.0, 2.0], [1.0]]])
def test_no_count_is_refused(cells: Cells) -> None:
    with pytest.raises(Unfit):
        occurrences(cells)
