"""A grid that was written is read as the same grid, with the same seal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.grid import Grid
from facilitate.kits.check import check
from facilitate.kits.grid_file import read_grid
from facilitate.kits.library import grids_folder
from facilitate.kits.writing.grid import grid_text
from facilitate.kits.written import written_grid
from facilitate.language import Words
from facilitate.language.words import Code
from tests.domain.strategies import facts
from tests.kits.writing.again import ENGLISH, grid_again
from tests.kits.writing.grids import grids

SHIPPED = ("observation/grid-meeting.yaml", "examples/behaviours.yaml", "examples/interval-protocol.yaml")
ALLOWED = {"warning.language_missing", "warning.language_undeclared", "warning.rule_reach"}
GUIDE = (grids_folder() / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_shipped_grids_come_back_without_a_word_of_blame(tmp_path: Path, name: str, language: Code) -> None:
    grid = read_grid(grids_folder() / name)
    file = tmp_path / "grid.yaml"
    file.write_text(grid_text(grid, Words(language)), encoding="utf-8")
    assert read_grid(file) == grid
    assert read_grid(file).fingerprint == grid.fingerprint
    report = check([file])
    assert (report.faults, report.warnings, report.files) == ((), (), 1)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(grids())
def test_any_grid_comes_back(grid: Grid) -> None:
    again, sheet = grid_again(grid)
    assert sheet.faults == []
    assert again == grid
    assert again.fingerprint == grid.fingerprint
    assert {warning.message_id for warning in sheet.warnings} <= ALLOWED
    assert grid_text(again, ENGLISH) == grid_text(grid, ENGLISH)


@settings(max_examples=100)
@given(st.deferred(lambda: facts(GridProposed)))
def test_a_grid_that_no_file_could_say_is_written_all_the_same_and_its_faults_are_told(fact: GridProposed) -> None:
    written = written_grid(fact.grid, "written.yaml", ENGLISH)
    assert written.faults or written.complete
    assert {fault.message_id for fault in written.faults if fault.message_id.startswith("fault.syntax")} == set()


@pytest.mark.parametrize("text", EXAMPLES, ids=range(len(EXAMPLES)))
def test_the_examples_of_the_guide_come_back_with_no_more_warnings(tmp_path: Path, text: str) -> None:
    first, second = tmp_path / "first.yaml", tmp_path / "second.yaml"
    first.write_text(text, encoding="utf-8")
    second.write_text(grid_text(read_grid(first), ENGLISH), encoding="utf-8")
    assert read_grid(second) == read_grid(first)
    before, after = check([first]), check([second])
    assert after.faults == ()
    assert [each.message_id for each in after.warnings] == [each.message_id for each in before.warnings]
