"""The same intraclass correlations as pingouin, with their F and their exact intervals, on tables made by chance."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from facilitate.analysis.coefficients import COEFFICIENTS, Coefficient, Declared, tabulated
from tests.analysis.coefficients.oracles import oracle
from tests.analysis.coefficients.tables import Cells, Made, by_chance

NAMES = {
    "ICC(1,1)": "icc_1_1",
    "ICC(A,1)": "icc_2_1",
    "ICC(C,1)": "icc_3_1",
    "ICC(1,k)": "icc_1_k",
    "ICC(A,k)": "icc_2_k",
    "ICC(C,k)": "icc_3_k",
}


def tables() -> Iterator[Made]:
    """Complete ones and ones with gaps, of which only complete units count."""
    yield from by_chance(60, gaps=False, seed=1)
    for cells, scale in by_chance(60, seed=2, most_observers=4):
        complete = [row for row in cells if None not in row]
        if len(complete) > 2 and len({value for row in complete for value in row}) > 1:
            yield Made(cells, scale)


@pytest.mark.filterwarnings("ignore")
def test_intraclass_correlations_on_100_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    pandas, pingouin = oracle("pandas"), oracle("pingouin")
    monkeypatch.setitem(pingouin.options, "round.column.CI95", 12)  # else it rounds them to 2 decimals
    compared = 0
    for cells, scale in tables():
        long = [(unit, place, value) for unit, row in enumerate(cells) for place, value in enumerate(row)]
        frame = pandas.DataFrame(long, columns=["unit", "observer", "value"])
        wanted = pingouin.intraclass_corr(frame, "unit", "observer", "value", nan_policy="omit").set_index("Type")
        table = tabulated(cells, scale)
        for theirs, ours in NAMES.items():
            each = wanted.loc[theirs]
            low, high = (float(bound) for bound in each["CI95"])
            compared += _same(COEFFICIENTS[ours](table), float(each["ICC"]), float(each["F"]), low, high, cells)
    assert compared > 500


def _same(found: Coefficient, value: float, statistic: float, low: float, high: float, about: Cells) -> bool:
    """Whether there was something to compare: where it is undefined pingouin answers whatever dividing by 0 gives."""
    if found.value is None:
        assert found.why is not None
        assert found.why.message in ("agreement.why.units_alike", "agreement.why.no_variation"), about
        return False
    assert found.value == pytest.approx(value, rel=1e-8, abs=1e-9), about
    if found.low is None:
        assert found.why_interval is not None
        return False
    assert found.test is not None
    assert found.test.statistic == pytest.approx(statistic, rel=1e-7)
    assert [found.low, found.high] == pytest.approx([low, high], rel=1e-5, abs=1e-6), about
    return True


@pytest.mark.parametrize(
    "cells", [[[1.0, 2.0, None], [None, 2.0, 3.0], [1.0, None, 3.0]], [[1.0, 2.0, 3.0], [2.0, None, 3.0]]]
)
def test_one_complete_unit_is_not_enough(cells: Cells) -> None:
    found = COEFFICIENTS["icc_2_1"](tabulated(cells, Declared((1.0, 2.0, 3.0))))
    assert found.why is not None
    assert found.why.message == "agreement.why.few_complete"


def test_a_correlation_that_would_be_no_share_is_undefined() -> None:
    """Units have the same mean: ICC(2,k) divides by what is left, and would be 2 here, more than any correlation is."""
    found = COEFFICIENTS["icc_2_k"](tabulated([[1.0, 2.0], [2.0, 1.0]], Declared((1.0, 2.0))))
    assert found.value is None
    assert found.why is not None
    assert found.why.message == "agreement.why.units_alike"


def test_an_interval_without_end_is_said_to_have_none() -> None:
    """The interval of one observer reaches below -1 here, where that of the mean of two would turn over at infinity."""
    table = tabulated([[2.0, 4.0], [3.0, 1.0], [4.0, 5.0]], Declared((1.0, 2.0, 3.0, 4.0, 5.0)))
    assert (COEFFICIENTS["icc_2_1"](table).low or 0) < -1
    found = COEFFICIENTS["icc_2_k"](table)
    assert found.value == pytest.approx(0.4)
    assert found.why_interval == ("agreement.why.interval_unbounded", {})
