"""Published tables through the way that everybody goes: a grid and a table of scores brought into a meeting, then
`facilitate agreement --json`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from facilitate.domain.scale import Measurement
from tests.analysis.coefficients.tables import (
    ALL_THE_SAME,
    COHEN,
    FLEISS,
    KENDALL,
    KRIPPENDORFF_C,
    ONE_APART,
    SHROUT_FLEISS,
    Cells,
    spelt_out,
)
from tests.analysis.coefficients.test_published import ALPHA, GWET, ICC
from tests.cli.running import run

HEAD = "schema_version: 1\nkind: observation-grid\nid: g\nlanguages: [en]\ntitle: {en: g}\n"
YES_NO = "{{id: U{n}, type: yesno, unit: meeting, text: {{en: u}}}}"
COUNT = "{{id: U{n}, type: count, unit: meeting, text: {{en: u}}}}"
RATING = "{{id: U{n}, type: s, unit: meeting, text: {{en: u}}}}"


def grid(units: int, indicator: str, scale: str = "") -> str:
    """A grid with one section of so many indicators, all alike."""
    lines = "".join(f"      - {indicator.format(n=n)}\n" for n in range(units))
    return f"{HEAD}{scale}sections:\n  - id: S\n    title: {{en: S}}\n    indicators:\n{lines}"


def scale(points: int, level: Measurement) -> str:
    levels = ", ".join(f'{value}: {{en: "point {value}"}}' for value in range(1, points + 1))
    return f"scales:\n  s:\n    measurement: {level}\n    levels: {{{levels}}}\n"


def answer(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    grid: str,
    cells: Sequence[Sequence[float | None]],
    said: Sequence[str] = (),
) -> dict[str, Any]:
    """What the command says of these scores; `said` are words in place of the values 1, 2, ..."""
    (tmp_path / "g.yaml").write_text(grid, encoding="utf-8")
    rows = [
        f"{chr(65 + place)},meeting,U{unit},{said[int(value) - 1] if said else value}"
        for unit, row in enumerate(cells)
        for place, value in enumerate(row)
        if value is not None
    ]
    (tmp_path / "s.csv").write_text("\n".join(["observer,about,indicator,value", *rows]), encoding="utf-8")
    file = str(tmp_path / "x.meeting")
    assert run(capsys, "new", "youth", file, "--grid", str(tmp_path / "g.yaml")).status == 0
    assert run(capsys, "import", file, str(tmp_path / "s.csv")).status == 0
    ran = run(capsys, "agreement", file, "--json")
    assert (ran.status, ran.err) == (0, "")
    found: dict[str, Any] = json.loads(ran.out, parse_constant=lambda name: pytest.fail(f"{name} in JSON"))
    return found


@pytest.mark.parametrize(
    ("cells", "points", "level", "printed"),
    [
        (SHROUT_FLEISS, 10, "interval", ICC),
        (KRIPPENDORFF_C, 5, "ratio", ALPHA),
        (KRIPPENDORFF_C, 5, "ordinal", {**ALPHA, **GWET}),
        (FLEISS, 5, "nominal", {"fleiss_kappa": ".430", "conger_kappa": ".442"}),
        (COHEN, 3, "nominal", {"cohen_kappa": ".492"}),
        (KENDALL, 6, "ordinal", {"kendall_w": ".568254"}),
    ],
)
def test_a_published_table_gives_its_published_answer(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    cells: Cells,
    points: int,
    level: Measurement,
    printed: dict[str, str],
) -> None:
    found = answer(tmp_path, capsys, grid(len(cells), RATING, scale(points, level)), cells)
    for name, text in printed.items():
        value = found["coefficients"][name]["value"]
        assert value == pytest.approx(float(text), abs=0.51 * 10.0 ** -(len(text) - 1)), name
    assert (found["units"], found["observers"]) == (len(cells), len(cells[0]))
    assert (found["on"], found["scale"]["level"]) == ("values", level)


def test_numbers_without_a_list_of_points(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(tmp_path, capsys, grid(6, COUNT), SHROUT_FLEISS)
    for name, text in ICC.items():
        assert found["coefficients"][name]["value"] == pytest.approx(float(text), abs=0.00051), name
    kappa = found["coefficients"]["gwet_ac1"]
    assert (kappa["value"], kappa["low"]) == (None, None)
    assert kappa["why"] == "What is scored here has no list of points: it is a count, or a length of time."


@pytest.mark.parametrize(
    ("counts", "percent", "kappa"),
    [
        ([[40, 9], [6, 45]], 0.85, 0.70),
        ([[80, 10], [5, 5]], 0.85, 0.32),
        ([[45, 15], [25, 15]], 0.60, 0.13),
        ([[25, 35], [5, 35]], 0.60, 0.26),
    ],
)
def test_yes_and_no(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], counts: list[list[int]], percent: float, kappa: float
) -> None:
    """Feinstein & Cicchetti (1990), tables 1 to 4."""
    found = answer(tmp_path, capsys, grid(100, YES_NO), spelt_out(counts), ("yes", "no"))["coefficients"]
    assert found["percent"]["value"] == pytest.approx(percent)
    assert found["cohen_kappa"]["value"] == pytest.approx(kappa, abs=0.005)


def test_what_was_judged_and_what_of_it_can_be_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(tmp_path, capsys, grid(12, RATING, scale(5, "ordinal")), KRIPPENDORFF_C)
    assert (found["units"], found["units_compared"], found["observers"], found["pairs"]) == (12, 11, 4, 40)
    assert found["coverage"] == pytest.approx(11 / 12)


def test_single_categories_and_the_test_of_w(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(tmp_path, capsys, grid(30, RATING, scale(5, "nominal")), FLEISS)
    assert [round(each["value"], 3) for each in found["fleiss_by_point"]] == [0.245, 0.245, 0.520, 0.471, 0.566]
    other = tmp_path / "other"
    other.mkdir()
    test = answer(other, capsys, grid(6, RATING, scale(6, "ordinal")), KENDALL)["coefficients"]["kendall_w"]["test"]
    assert test["statistic"] == pytest.approx(8.5238, abs=5e-5)
    assert test["freedom"] == [5]


def test_prevalence_and_no_variation(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(tmp_path, capsys, grid(5, RATING, scale(5, "ordinal")), ONE_APART)
    assert found["coefficients"]["krippendorff_nominal"]["value"] == 0.0
    other = tmp_path / "other"
    other.mkdir()
    found = answer(other, capsys, grid(5, RATING, scale(5, "ordinal")), ALL_THE_SAME)
    assert found["coefficients"]["percent"]["value"] == 1.0
    alpha = found["coefficients"]["krippendorff_ordinal"]
    assert alpha["value"] is None
    assert alpha["why"] == "Undefined: every score is the same, so nothing tells agreement from chance."
