"""One published table in every form in which somebody may write its grid and its scores: the answers stay the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from facilitate.domain.scale import Measurement
from tests.analysis.coefficients.tables import KRIPPENDORFF_C
from tests.analysis.coefficients.test_published import ALPHA, GWET
from tests.cli.running import run
from tests.cli.test_more_published_tables import levels
from tests.cli.test_published_agreement import COUNT, RATING, grid

HEAD = "observer,about,indicator,value"
ON: Measurement = "ratio"
SCALE = levels(range(1, 6), ON)
UNITS = len(KRIPPENDORFF_C)
PLAIN = grid(UNITS, RATING, SCALE)
LETTERS = ", ".join(f'{{{{id: {each}, label: {{{{en: "option {each}"}}}}}}}}' for each in "vwxyz")
CHOICE = f"{{{{id: U{{n}}, type: choice, unit: meeting, text: {{{{en: u}}}}, options: [{LETTERS}]}}}}"

NOMINAL = {"krippendorff_nominal": ALPHA["krippendorff_nominal"], "fleiss_kappa": GWET["fleiss_kappa"]}
POINTS = {**ALPHA, **GWET}


def rows(gap: str = "") -> Iterator[tuple[str, int, str]]:
    """Observer, unit and value of every score; a gap is left out, or said so."""
    for unit, row in enumerate(KRIPPENDORFF_C):
        for place, value in enumerate(row):
            if value is not None or gap:
                yield "ABCD"[place], unit, gap if value is None else f"{value:g}"


def lines(gap: str = "") -> list[str]:
    return [f"{who},meeting,U{unit},{value}" for who, unit, value in rows(gap)]


def text(*said: str) -> bytes:
    return "\n".join([HEAD, *said]).encode()


def asked(tmp_path: Path, capsys: pytest.CaptureFixture[str], grid: str, csv: bytes, *people: str) -> dict[str, Any]:
    (tmp_path / "g.yaml").write_text(grid, encoding="utf-8")
    (tmp_path / "s.csv").write_bytes(csv)
    file = str(tmp_path / "x.meeting")
    assert run(capsys, "new", "youth", file, "--grid", str(tmp_path / "g.yaml"), *people).status == 0
    assert run(capsys, "import", file, str(tmp_path / "s.csv")).status == 0
    ran = run(capsys, "agreement", file, "--json")
    assert (ran.status, ran.err) == (0, "")
    found: dict[str, Any] = json.loads(ran.out)
    return found


def holds(found: dict[str, Any], printed: dict[str, str]) -> None:
    assert (found["units"], found["observers"], found["pairs"]) == (12, 4, 40)
    for name, number in printed.items():
        digits = len(number.partition(".")[2])
        assert found["coefficients"][name]["value"] == pytest.approx(float(number), abs=0.501 * 10.0**-digits), name


@pytest.mark.parametrize(
    "csv",
    [
        text(*lines("NOBS")),
        text(*lines("NA")),
        text(*lines(" ")),
        text(*reversed(lines())),
        text(*(f"{line}.0" for line in lines())),
        b"\xef\xbb\xbf" + text(*lines()).replace(b"\n", b"\r\n"),
        text(*lines()).replace(b",", b";"),
        text(*lines()).replace(b",", b"\t").decode().encode("utf-16"),
        text(*(f"{line}.0" for line in lines())).replace(b",", b";").replace(b".", b","),
        "\n".join(
            ["value,step,indicator,observer,evidence,about"]
            + [f"{value},,U{unit},{who},,meeting" for who, unit, value in rows()]
        ).encode(),
        text(*lines()).replace(b"\nA,", b"\nRater 1,").replace(b"\nB,", b"\n2,"),
    ],
    ids=["NOBS", "NA", "empty", "reversed", "4.0", "BOM", "semicolon", "tab", "decimal comma", "columns", "names"],
)
def test_scores_in_any_form(tmp_path: Path, capsys: pytest.CaptureFixture[str], csv: bytes) -> None:
    holds(asked(tmp_path, capsys, PLAIN, csv), POINTS)


@pytest.mark.parametrize(
    ("grid", "printed"),
    [
        (grid(UNITS, RATING, levels(range(5, 0, -1), ON)), POINTS),
        (grid(UNITS, RATING, levels(range(1, 6), ON, "    best: low\n")), POINTS),
        (grid(UNITS, RATING, levels(range(1, 6), "interval")), POINTS),
        (grid(UNITS, RATING.replace("type: s", "type: s, reverse: true"), SCALE), POINTS),
        (PLAIN.replace("U3, type: s", "U3, type: s, reverse: true, weight: 4"), POINTS),
        (PLAIN.replace("      - {id: U6", "  - id: T\n    title: {en: T}\n    indicators:\n      - {id: U6"), POINTS),
        (grid(UNITS, RATING, levels(range(8), ON)), {**ALPHA, "fleiss_kappa": GWET["fleiss_kappa"]}),
        (grid(UNITS, RATING, levels(range(1, 6), "nominal")), NOMINAL),
        (grid(UNITS, COUNT), ALPHA),
        (grid(UNITS, COUNT.replace("count", "percent")), ALPHA),
        (grid(UNITS, COUNT.replace("count", "tally")), ALPHA),
        (grid(UNITS, COUNT.replace("count", "duration")), ALPHA),
        (grid(UNITS, COUNT.replace("count", "count, bands: [{{max: 2, score: 1}}, {{score: 2}}]")), ALPHA),
    ],
    ids=[
        "descending",
        "best low",
        "interval",
        "reverse",
        "some reverse",
        "sections",
        "unused points",
        "nominal",
        "count",
        "percent",
        "tally",
        "duration",
        "bands",
    ],
)
def test_a_grid_in_any_form(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], grid: str, printed: dict[str, str]
) -> None:
    holds(asked(tmp_path, capsys, grid, text(*lines())), printed)


def test_options_of_a_choice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = [f"{who},meeting,U{unit},{'vwxyz'[int(value) - 1]}" for who, unit, value in rows()]
    holds(asked(tmp_path, capsys, grid(UNITS, CHOICE), text(*said)), NOMINAL)


def test_observers_who_are_in_the_meeting_already(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    holds(asked(tmp_path, capsys, PLAIN, text(*lines()), "--observer", "A", "--observer", "D"), POINTS)


def test_two_moderators_are_two_units(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = [f"{who},{('Amina', 'Hassan')[unit // 6]},U{unit % 6},{value}" for who, unit, value in rows()]
    own = grid(6, RATING.replace("unit: meeting", "unit: moderator"), SCALE)
    found = asked(tmp_path, capsys, own, text(*said), "--moderator", "Amina", "--moderator", "Hassan")
    holds(found, POINTS)
    assert found["coverage"] == pytest.approx(11 / 12)


def test_twelve_steps_are_twelve_units(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The step is part of the unit; the grid asks one thing only, and that was scored."""
    csv = "\n".join([f"{HEAD},step", *(f"{who},meeting,U0,{value},Y{unit:02}" for who, unit, value in rows())])
    found = asked(tmp_path, capsys, grid(1, RATING.replace("unit: meeting", "unit: step"), SCALE), csv.encode())
    holds(found, POINTS)
    assert found["coverage"] == 1.0
