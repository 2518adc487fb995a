"""Each layer, imported in a fresh process, brings only what its place allows; import-linter reads, this runs."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {"textual", "rich", "openpyxl", "sqlite3", "yaml", "babel", "click", "platformdirs", "docx", "psycopg"}
ALLOWED = {
    "facilitate.domain": set[str](),
    "facilitate.domain.events": set[str](),
    "facilitate.domain.record": set[str](),
    "facilitate.domain.decisions.decide": set[str](),
    "facilitate.language": set[str](),
    "facilitate.analysis.scores": set[str](),
    "facilitate.kits.kit_file": {"yaml"},
    "facilitate.kits.rehearsal.play": {"yaml"},
    "facilitate.journal.exchange": {"sqlite3"},
    "facilitate.session": {"sqlite3"},
    "facilitate.workbook.export": {"openpyxl"},
    "facilitate.report.write": set[str](),
    "facilitate.cli.main": {"click"},
}


def loaded_by(module: str) -> set[str]:
    code = f"import sys, {module}; print(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


@pytest.mark.parametrize("module", ALLOWED)
def test_a_layer_brings_only_what_it_may(module: str) -> None:
    assert loaded_by(module) & HEAVY <= ALLOWED[module]
