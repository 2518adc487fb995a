"""Tables that were not at hand when the coefficients were written, through the way that everybody goes.

Every number is as its source prints it: the value, and where there is one the 95 % interval; to as many digits as are
printed.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from facilitate.domain.scale import Measurement
from tests.analysis.coefficients.tables import spelt_out
from tests.cli.more_published import ANXIETY, PUBLISHED, by_count, by_rater
from tests.cli.test_published_agreement import RATING, YES_NO, answer, grid


def levels(points: Iterable[int], level: Measurement, more: str = "") -> str:
    said = ", ".join(f'{point}: {{en: "point {point}"}}' for point in points)
    return f"scales:\n  s:\n    measurement: {level}\n    levels: {{{said}}}\n{more}"


def as_printed(found: dict[str, Any], printed: dict[str, str]) -> None:
    for name, text in printed.items():
        each = found["coefficients"][name]
        for key, number in zip(("value", "low", "high"), text.split(), strict=False):
            digits = len(number.partition(".")[2])
            assert each[key] == pytest.approx(float(number), abs=0.501 * 10.0**-digits), (name, key, each)


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_table_gives_what_its_source_prints(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    cells, points, level, printed = PUBLISHED[name]
    found = answer(tmp_path, capsys, grid(len(cells), RATING, levels(points, level)), cells)
    as_printed(found, printed)
    given = [[value for value in unit if value is not None] for unit in cells]
    assert found["units"] == sum(map(bool, given))
    assert found["observers"] == len(cells[0])
    assert found["pairs"] == sum(len(unit) for unit in given if len(unit) > 1)
    assert found["coverage"] == pytest.approx(sum(len(unit) > 1 for unit in given) / len(cells))


def test_yes_and_no_of_two_observers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """K. Krippendorff (2011), example A: alpha .095 where 60 % are the same."""
    cells = by_rater("abaaaaaaba", "bbbaabaaaa")
    found = answer(tmp_path, capsys, grid(10, YES_NO), cells, ("no", "yes"))
    as_printed(found, {"krippendorff_nominal": ".095", "percent": ".6"})


def test_weights_of_their_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Fleiss, Cohen & Everitt (1969): kappa .429 (s.e. .0537), with weights of 0, 4/9 and 6/9 it is .507 (.0570)."""
    cells = spelt_out([[106, 10, 4], [22, 28, 10], [2, 12, 6]])
    own = "    distances: [[0, 9, 5], [9, 0, 3], [5, 3, 0]]\n"
    found = answer(tmp_path, capsys, grid(len(cells), RATING, levels(range(1, 4), "nominal", own)), cells)
    as_printed(found, {"cohen_kappa": ".429 .323 .534", "cohen_kappa_declared": ".507 .395 .619"})


def test_kappa_of_single_points(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """J. L. Fleiss (1981), as Stata's manual has it: ten subjects, five ratings, three categories."""
    cells = by_count("1 4 0\n2 0 3\n0 0 5\n4 0 1\n3 0 2\n1 4 0\n5 0 0\n0 4 1\n1 0 4\n3 0 2")
    found = answer(tmp_path, capsys, grid(10, RATING, levels(range(1, 4), "nominal")), cells)
    as_printed(found, {"fleiss_kappa": ".4179"})
    assert [round(each["value"], 4) for each in found["fleiss_by_point"]] == [0.2917, 0.6711, 0.3490]


def test_chi_square_of_w_with_ties(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """R's irr, kendall(anxiety, TRUE): chi-square 30.8 with 19 degrees of freedom, p = .0429."""
    found = answer(tmp_path, capsys, grid(20, RATING, levels(range(1, 7), "ordinal")), ANXIETY)
    test = found["coefficients"]["kendall_w"]["test"]
    assert (round(test["statistic"], 1), test["freedom"], round(test["chance"], 4)) == (30.8, [19], 0.0429)
