"""Cohen's own table and weights (1968) through the way that everybody goes: the scale of the grid declares them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.analysis.coefficients.tables import COHEN
from tests.cli.test_published_agreement import RATING, answer, grid, scale

OWN = "    distances: [[0, 1, 3], [1, 0, 6], [3, 6, 0]]\n"


def test_his_weighted_kappa(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(tmp_path, capsys, grid(len(COHEN), RATING, scale(3, "nominal") + OWN), COHEN)["coefficients"]
    assert found["cohen_kappa_declared"]["value"] == pytest.approx(0.348, abs=0.0005)
    assert found["cohen_kappa"]["value"] == pytest.approx(0.492, abs=0.0005)


def test_a_scale_that_lists_its_levels_in_another_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    turned = (
        'scales:\n  s:\n    measurement: nominal\n    levels: {3: {en: "c"}, 1: {en: "a"}, 2: {en: "b"}}\n'
        "    distances: [[0, 3, 6], [3, 0, 1], [6, 1, 0]]\n"
    )
    found = answer(tmp_path, capsys, grid(len(COHEN), RATING, turned), COHEN)["coefficients"]
    assert found["cohen_kappa_declared"]["value"] == pytest.approx(0.348, abs=0.0005)


def test_a_scale_without_distances_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(tmp_path, capsys, grid(10, RATING, scale(3, "nominal")), COHEN[95:105])["coefficients"]
    why = "This scale does not say how far its points are from each other."
    assert (found["cohen_kappa_declared"]["value"], found["cohen_kappa_declared"]["why"]) == (None, why)
