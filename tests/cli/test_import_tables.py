"""Published tables of observers' scores, brought in the way that everybody brings scores in: every row is taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitate.journal.journal import Journal
from tests.cli.running import run

TABLES = {
    "Shrout and Fleiss 1979": ("abcd", "9 2 5 8 / 6 1 3 2 / 8 4 6 8 / 7 1 2 6 / 10 5 6 9 / 6 2 4 7"),
    "Krippendorff 2011": (
        "ABCD",
        (
            "1 1 - 1 / 2 2 3 2 / 3 3 3 3 / 3 3 3 3 / 2 2 2 2 / 1 2 3 4 / 4 4 4 4"
            " / 1 1 2 1 / 2 2 2 2 / - 5 5 5 / - - 1 1 / - - 3 -"
        ),
    ),
    "nobody differs": ("abc", "1 1 1 / 1 1 1 / 1 1 1 / 1 1 1 / 1 1 1"),
}
"""Observers, and a row for each unit; a dash was not judged."""


@pytest.mark.parametrize("name", TABLES)
def test_every_row_of_a_table_is_taken_in(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    observers, table = TABLES[name]
    units = [unit.split() for unit in table.split("/")]
    levels = ", ".join(f'{value}: {{en: "point {value}"}}' for value in range(1, 11))
    grid = "schema_version: 1\nkind: observation-grid\nid: g\nlanguages: [en]\ntitle: {en: g}\n"
    grid += f"scales:\n  s:\n    levels: {{{levels}}}\n"
    grid += "sections:\n  - id: S\n    title: {en: S}\n    indicators:\n"
    grid += "".join(f"      - {{id: U{n}, type: s, unit: meeting, text: {{en: u}}}}\n" for n, _ in enumerate(units))
    (tmp_path / "g.yaml").write_text(grid, encoding="utf-8")
    rows = [
        f"{observer},meeting,U{number},{value}"
        for number, unit in enumerate(units)
        for observer, value in zip(observers, unit, strict=True)
        if value != "-"
    ]
    (tmp_path / "s.csv").write_text("\n".join(["observer,about,indicator,value", *rows]), encoding="utf-8")
    file = tmp_path / "x.meeting"
    assert run(capsys, "new", "youth", str(file), "--grid", str(tmp_path / "g.yaml")).status == 0
    ran = run(capsys, "import", str(file), str(tmp_path / "s.csv"))
    assert ran.status == 0
    assert f"Scores: {len(rows)}." in ran.out
    journal = Journal.open(file, read_only=True)
    journal.close()
    meeting = journal.record.meeting
    found = {
        f"{meeting.name(sheet.observer)},meeting,{cell.indicator},{mark.value}"
        for sheet in meeting.sheets.values()
        for cell, mark in sheet.marks.items()
    }
    assert found == set(rows)
