"""Strange names, strange files, strange events: told in one line, and nothing good is lost."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from tests.cli.running import one_line, run

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def meeting(tmp_path: Path, capsys: Capture) -> Path:
    file = tmp_path / "a.meeting"
    assert run(capsys, "rehearse", "youth", str(file), "--seed", "7").status == 0
    return file


def test_a_folder_is_reported_without_what_cannot_be_read(meeting: Path, capsys: Capture) -> None:
    (meeting.parent / "broken.meeting").write_bytes(b"no meeting")
    (meeting.parent / "copy.meeting").write_bytes(meeting.read_bytes())
    alone, folder = run(capsys, "report", str(meeting)), run(capsys, "report", str(meeting.parent))
    assert (alone.status, folder.status) == (0, 1)
    assert "broken.meeting" in folder.err
    assert len(folder.err.splitlines()) == 1
    assert folder.out == alone.out, "two copies of one meeting are one meeting"


def test_a_stamp_that_leaves_no_room_is_refused(meeting: Path, tmp_path: Path, capsys: Capture) -> None:
    events = run(capsys, "journal", str(meeting)).out.splitlines()
    event, before = json.loads(events[-1]), len(events)
    lines = tmp_path / "far.jsonl"
    far = json.dumps(event | {"replica": "far", "seq": 1, "at": "ffffffffffff-ffff"})
    nan = json.dumps(event | {"replica": "nan", "seq": 1, "uptime": float("nan")})
    near = json.dumps(event | {"replica": "near", "seq": 1, "at": "0fffffffffff-0000"})
    lines.write_text(f"{far}\n{nan}\n{near}\n", encoding="utf-8")
    ran = run(capsys, "journal", str(meeting), "--from", str(lines))
    assert ran.status == 1
    assert [line.rpartition(".jsonl:")[2].partition(":")[0] for line in ran.out.splitlines()[1:]] == ["1", "2"]
    assert len(run(capsys, "journal", str(meeting)).out.splitlines()) == before + 1, "the good line is kept"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--moderator", "show"],
        ["--place", "x" * 2_500],
        ["--title", "x" * 2_500],
        ["--start", "2026-13-45 10:00"],
        ["--start", "2026-07-16"],
        ["extra"],
    ],
)
def test_what_would_not_fit_is_said_before_anything_is_made(
    tmp_path: Path, capsys: Capture, arguments: list[str]
) -> None:
    file = tmp_path / "x.meeting"
    one_line(run(capsys, "new", "youth", str(file), *arguments))
    assert not list(tmp_path.iterdir())


def test_an_hour_of_one_digit_is_an_hour(tmp_path: Path, capsys: Capture) -> None:
    assert run(capsys, "new", "youth", str(tmp_path / "x.meeting"), "--start", "2026-11-24 9:00").status == 0


def test_a_file_s_name_obeys_nobody(tmp_path: Path, capsys: Capture) -> None:
    ran = run(capsys, "new", "youth", str(tmp_path / "a\x9b2Jb.meeting"))
    assert ran.status == 0
    assert "\x9b" not in ran.out


def test_export_says_who_is_missing_and_who_waits(meeting: Path, tmp_path: Path, capsys: Capture) -> None:
    events = run(capsys, "journal", str(meeting)).out.splitlines()
    sent = [line for line in events if '"sheet_sent"' in line]
    lines, one = tmp_path / "l.jsonl", tmp_path / "one.meeting"
    lines.write_text("\n".join(line for line in events if line != sent[-1]), encoding="utf-8")
    from facilitate.journal.journal import Journal

    Journal.create(one).close()
    run(capsys, "journal", str(one), "--from", str(lines))
    ran = run(capsys, "export", str(one), "-o", str(tmp_path / "x.xlsx"))
    assert "1 scoresheet was not sent" in ran.out
    assert "closed until all have sent" in ran.out


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are always Unicode here")
def test_a_folder_with_a_strange_name_of_a_file_is_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = tmp_path / os.fsdecode(b"r\xe9union\n\x1b[31m.meeting")
    assert run(capsys, "new", "youth", str(odd), "--moderator", "Amina").status == 0
    monkeypatch.chdir(tmp_path)
    ran = run(capsys, "--lang", "en")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("runion [31m.meeting: Youth meeting")
    assert run(capsys, "report", str(odd)).status == 0
