"""`blank`, as whoever types the command sees it; and paper typed back line by line."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from facilitate.cli.main import main
from facilitate.domain.scale import Answer
from facilitate.journal.journal import Journal
from facilitate.kits.library import grids_folder
from tests.cli.running import one_line, run

PEOPLE = ("--moderator", "Amina", "--observer", "Salma", "--trainer", "Fatima", "--start", "2020-07-16 15:00")


@pytest.mark.parametrize("source", ["kit", "kit file", "grid file", "meeting"])
def test_the_pack_of_a_kit_a_grid_and_a_meeting(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], source: str
) -> None:
    meeting = tmp_path / "douar.meeting"
    assert run(capsys, "new", "youth", str(meeting), *PEOPLE).status == 0
    sources = {
        "kit": "farmers",
        "kit file": str(grids_folder() / "kits" / "youth.yaml"),
        "grid file": str(grids_folder() / "observation" / "grid-meeting.yaml"),
        "meeting": str(meeting),
    }
    target = tmp_path / "paper.xlsx"
    ran = run(capsys, "blank", sources[source], "-o", str(target))
    assert ran.status == 0
    assert str(target) in ran.out
    titles = load_workbook(target).sheetnames
    assert ("Agenda" in titles) == (source != "grid file")
    assert ("Salma – Amina" in titles) == (source == "meeting")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("nothing", "paper.xlsx"),
        ("missing.meeting", "paper.xlsx"),
        ("missing.yaml", "paper.xlsx"),
        ("broken.yaml", "paper.xlsx"),
        ("youth", "paper.docx"),
        ("youth", "no/such/folder/paper.xlsx"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_writes_nothing(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    source: str,
    target: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "broken.yaml").write_text("kind: observation-grid\n", encoding="utf-8")
    one_line(run(capsys, "blank", source, "-o", target))
    assert [each.name for each in tmp_path.iterdir()] == ["broken.yaml"]


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("command", ["blank", "import"])
def test_help_has_an_example_in_three_languages(
    capsys: pytest.CaptureFixture[str], command: str, language: str
) -> None:
    ran = run(capsys, command, "--help", "--lang", language)
    assert ran.status == 0
    assert f"facilitate {command}" in ran.out
    assert "cli." not in ran.out


def test_paper_is_typed_line_by_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "douar.meeting"
    assert main(["new", "youth", str(file), *PEOPLE]) == 0
    typed = ["t", "1", "1", "", "", "٣", "e said hello", "9", "o", "b", "a", "u", "", "s", "q", ""]
    lines = iter(typed)
    monkeypatch.setattr("builtins.input", lambda *_: next(lines))
    assert main(["open", str(file), "--as", "Fatima", "--plain"]) == 0
    journal = Journal.open(file, read_only=True)
    journal.close()
    (sheet,) = journal.record.meeting.sheets.values()
    assert {cell.indicator: mark.value for cell, mark in sheet.marks.items()} == {"A2": 3, "A4": Answer.NOT_OBSERVED}
    assert [(each.cell.indicator, each.text) for each in sheet.evidence.values()] == [("A2", "said hello")]
    assert sheet.sent is not None
    assert f"{sheet.sent.wall:%Y-%m-%d}" == "2020-07-16"
