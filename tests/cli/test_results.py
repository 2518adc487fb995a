"""`rehearse`, `journal`, `copy`, `export`, `report`, `check`, `demo`: what programs and people rely on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.running import one_line, run

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def meeting(tmp_path: Path, capsys: Capture) -> Path:
    file = tmp_path / "a.meeting"
    assert run(capsys, "rehearse", "youth", str(file), "--seed", "7").status == 0
    return file


def score_rows(book: Path) -> list[list[object]]:
    """The table that programs read, header first."""
    sheet = next(each for each in load_workbook(book, data_only=True).worksheets if "Scores" in each.tables)
    return [[cell.value for cell in row] for row in sheet[sheet.tables["Scores"].ref]]


def test_the_same_seed_gives_the_same_journal(meeting: Path, tmp_path: Path, capsys: Capture) -> None:
    again, other = tmp_path / "b.meeting", tmp_path / "c.meeting"
    run(capsys, "rehearse", "youth", str(again), "--seed", "7")
    run(capsys, "rehearse", "youth", str(other), "--seed", "8")
    first = run(capsys, "journal", str(meeting)).out
    assert first == run(capsys, "journal", str(again)).out
    assert first != run(capsys, "journal", str(other)).out


def test_the_workbook_holds_exactly_the_scores_of_the_journal(meeting: Path, tmp_path: Path, capsys: Capture) -> None:
    events = [json.loads(line) for line in run(capsys, "journal", str(meeting)).out.splitlines()]
    names = {each["person"]: each["name"] for each in events if each["kind"] == "person_named"}
    words = {"not_observed": "NOBS", "not_applicable": "NA"}
    expected = sorted(
        (
            names[each["by"]],
            names.get(each.get("about", "meeting"), "meeting"),
            each["indicator"],
            str(words.get(str(each["value"]), each["value"])),
        )
        for each in events
        if each["kind"] == "scored"
    )
    book = tmp_path / "a.xlsx"
    assert run(capsys, "export", str(meeting), "-o", str(book)).status == 0
    header, *rows = score_rows(book)
    assert header[:6] == ["observer", "about", "indicator", "value", "evidence", "step"]
    assert sorted((str(row[0]), str(row[1]), str(row[2]), str(row[3])) for row in rows) == expected


def test_the_journal_goes_into_another_file_and_comes_out_the_same(
    meeting: Path, tmp_path: Path, capsys: Capture
) -> None:
    out = run(capsys, "journal", str(meeting)).out
    lines = tmp_path / "events.jsonl"
    lines.write_text("".join(reversed(out.splitlines(keepends=True))), encoding="utf-8")
    copy = tmp_path / "copy.meeting"
    assert run(capsys, "copy", str(meeting), "-o", str(copy)).status == 0
    assert run(capsys, "journal", str(copy), "--from", str(lines)).status == 0
    assert run(capsys, "journal", str(copy)).out == out


def test_lines_that_are_no_events_are_named_and_lose_nothing(meeting: Path, tmp_path: Path, capsys: Capture) -> None:
    out = run(capsys, "journal", str(meeting)).out
    lines = tmp_path / "events.jsonl"
    lines.write_text(f"{out}not json\n[1]\n", encoding="utf-8")
    ran = run(capsys, "journal", str(meeting), "--from", str(lines))
    assert ran.status == 1
    assert len(ran.out.splitlines()) == 3
    assert run(capsys, "journal", str(meeting)).out == out


def test_unsent_scores_stay_hidden_unless_asked_for_loudly(tmp_path: Path, capsys: Capture, meeting: Path) -> None:
    unsent = tmp_path / "unsent.meeting"
    run(capsys, "rehearse", "youth", str(unsent), "--seed", "9")
    out = [line for line in run(capsys, "journal", str(unsent)).out.splitlines() if '"sheet_sent"' not in line]
    lines = tmp_path / "lines.jsonl"
    lines.write_text("\n".join(out), encoding="utf-8")
    fresh = tmp_path / "fresh.meeting"
    from facilitate.journal.journal import Journal

    Journal.create(fresh).close()
    assert run(capsys, "journal", str(fresh), "--from", str(lines)).status == 0
    hidden = [json.loads(line) for line in run(capsys, "journal", str(fresh)).out.splitlines()]
    scored = [each for each in hidden if each["kind"] == "scored"]
    assert scored
    assert not any("value" in each for each in scored)
    loud = run(capsys, "journal", str(fresh), "--unsent")
    assert "NOT SENT" in loud.err
    assert all("value" in json.loads(line) for line in loud.out.splitlines() if '"scored"' in line)
    book = tmp_path / "hidden.xlsx"
    assert run(capsys, "export", str(fresh), "-o", str(book)).status == 0
    assert score_rows(book)[1:] in ([], [[None] * len(score_rows(book)[0])])


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_the_report_reads_in_every_language(meeting: Path, capsys: Capture, language: str) -> None:
    ran = run(capsys, "report", str(meeting), "--lang", language)
    assert ran.status == 0
    assert "report." not in ran.out
    assert len(ran.out.splitlines()) > 60


def test_the_report_goes_into_files(meeting: Path, tmp_path: Path, capsys: Capture) -> None:
    for name in ("r.md", "r.docx", "r.txt"):
        assert run(capsys, "report", str(meeting), "-o", str(tmp_path / name)).status == 0
        assert (tmp_path / name).stat().st_size > 1_000
    assert ".docx" in one_line(run(capsys, "report", str(meeting), "-o", str(tmp_path / "r.pdf")))


def test_what_is_no_meeting_is_one_line(tmp_path: Path, capsys: Capture) -> None:
    for name, content in (("text.meeting", b"hello"), ("empty.meeting", b""), ("zip.meeting", b"PK\x03\x04" * 400)):
        path = tmp_path / name
        path.write_bytes(content)
        for command in (["journal", str(path)], ["report", str(path)], ["open", str(path)]):
            assert name in one_line(run(capsys, *command))
        assert path.read_bytes() == content
    assert "gone.meeting" in one_line(run(capsys, "journal", str(tmp_path / "gone.meeting")))


def test_check_names_the_line_and_its_status_says_so(tmp_path: Path, capsys: Capture) -> None:
    good = Path(__file__).parents[2] / "grids"
    assert run(capsys, "check", str(good)).status == 0
    bad = tmp_path / "mine.yaml"
    text = (good / "observation" / "grid-meeting.yaml").read_text(encoding="utf-8")
    bad.write_text(text.replace("type: scale4", "type: five", 1), encoding="utf-8")
    ran = run(capsys, "check", str(bad))
    line = next(n for n, each in enumerate(bad.read_text(encoding="utf-8").splitlines(), 1) if "type: five" in each)
    assert ran.status == 1
    assert ran.out.startswith(f"{bad}:{line}: indicator A2: ")
    assert "scale4" in ran.out.splitlines()[0]
    assert run(capsys, "check", str(tmp_path / "nothing.yaml")).status == 2


def test_the_demo_without_a_terminal_plays_and_writes_the_workbook(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "facilitate", "demo", "farmers", "-o", "book.xlsx", "--lang", "ar"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "F08" in ran.stdout
    assert "book.xlsx" in ran.stdout
    assert load_workbook(tmp_path / "book.xlsx").worksheets[0].sheet_view.rightToLeft


@pytest.mark.parametrize(
    "command", ["demo", "new", "open", "rehearse", "export", "report", "compare", "check", "journal", "copy"]
)
@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_every_command_has_help_with_an_example(capsys: Capture, command: str, language: str) -> None:
    ran = run(capsys, command, "--help", "--lang", language)
    assert ran.status == 0
    assert f"facilitate {command}" in ran.out.splitlines()[-1]
    assert "cli." not in ran.out
