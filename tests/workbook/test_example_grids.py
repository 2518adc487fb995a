"""What becomes of the example grids in the workbook and in the report."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from facilitate.kits.kit_file import read_kit
from facilitate.kits.rehearsal.play import play
from facilitate.language import Words
from facilitate.report.write import as_text
from facilitate.workbook.export import export


def lines(name: str, path: Path, code: str) -> list[tuple[object, ...]]:
    """The rows of one indicator on all scoresheets: code, text, answer, points, what it means."""
    meeting = play(read_kit(name), 7).meeting
    assert meeting.closed
    export(meeting, path, "en", meeting.closed, "1.2.3")
    sheets = [each for each in load_workbook(path, data_only=True).worksheets if "–" in each.title]
    return [row for sheet in sheets for row in sheet.iter_rows(values_only=True) if row[0] == code]


def test_intervals_say_how_often_each_code_was_seen(tmp_path: Path) -> None:
    told = [str(row[4]) for row in lines("interval", tmp_path / "a.xlsx", "A1")]
    assert told
    assert all("interval" in each and "(mod.)" in each for each in told)


def test_an_element_is_shown_with_its_points(tmp_path: Path) -> None:
    (first, *_) = lines("behaviours", tmp_path / "a.xlsx", "A1")
    assert isinstance(first[3], int | float)
    assert 1 <= first[3] <= 5
    assert "Follows from its behaviours" in str(first[4])


def test_a_grid_that_only_describes_has_no_means_in_the_report() -> None:
    def told(name: str) -> str:
        meeting = play(read_kit(name), 7).meeting
        assert meeting.closed
        return as_text([(meeting, meeting.closed)], Words("en"))

    assert "Means by section" in told("behaviours")
    assert "Means by section" not in told("interval")
    assert "How the meeting was managed" in told("interval")
