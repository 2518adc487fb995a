"""The constructed table of Cooper, Heron and Heward's measures, brought in by a grid, an agenda and a table of rows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from facilitate.analysis.agreement.counted import counted_agreement
from tests.analysis.counting import ONE, OTHER, PUBLISHED
from tests.cli.meeting_in import meeting_in
from tests.cli.running import run


def kit(folder: Path) -> Path:
    """Ten steps, and a tally and a count about them."""
    agenda = "schema_version: 1\nkind: agenda\nid: a\nlanguages: [en]\ntitle: {en: a}\nsteps:\n"
    agenda += "".join(f"  - {{id: P{n}, title: {{en: step}}, minutes: 5}}\n" for n in range(1, 11))
    grid = "schema_version: 1\nkind: observation-grid\nid: g\nlanguages: [en]\ntitle: {en: g}\nscales: {}\n"
    grid += "sections:\n  - id: S\n    title: {en: S}\n    indicators:\n"
    grid += "      - {id: T1, type: tally, unit: step, text: {en: pressed}}\n"
    grid += "      - {id: C1, type: count, measure: times, unit: step, text: {en: typed}}\n"
    (folder / "a.yaml").write_text(agenda, encoding="utf-8")
    (folder / "g.yaml").write_text(grid, encoding="utf-8")
    whole = "schema_version: 1\nkind: kit\nid: k\nlanguages: [en]\ntitle: {en: k}\nagenda: a.yaml\ngrid: g.yaml\n"
    (folder / "k.yaml").write_text(whole, encoding="utf-8")
    return folder / "k.yaml"


def test_the_published_answers_come_out_of_a_table_that_was_imported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, rows = tmp_path / "x.meeting", ["observer,about,indicator,step,value"]
    for name, counts in (("A", ONE), ("B", OTHER)):
        for code in ("T1", "C1"):
            rows += [f"{name},meeting,{code},P{step},{count}" for step, count in enumerate(counts, 1)]
    (tmp_path / "s.csv").write_text("\n".join(rows), encoding="utf-8")
    assert run(capsys, "new", str(kit(tmp_path)), str(file)).status == 0
    ran = run(capsys, "import", str(file), str(tmp_path / "s.csv"))
    assert (ran.status, ran.err) == (0, "")
    found = counted_agreement(meeting_in(file))
    assert [(each.indicator, each.per, each.looked) for each in found] == [("T1", "step", 10), ("C1", "step", 10)]
    for each in found:
        assert {name: one.value for name, one in each.measures.items()} == pytest.approx(PUBLISHED, abs=1e-6)
    told = json.loads(run(capsys, "agreement", str(file), "--json").out)["counted"]
    assert [(each["indicator"], each["looked"]) for each in told] == [("T1", 10), ("C1", 10)]
    for each in told:
        values = {name: one["value"] for name, one in each["measures"].items()}
        assert values == pytest.approx(PUBLISHED, abs=1e-6)
