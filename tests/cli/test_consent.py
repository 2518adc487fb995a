"""What people are told about being observed: line by line, in the list of meetings, and in the report."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.cli.running import run

Capture = pytest.CaptureFixture[str]
PEOPLE = ["--moderator", "Amina", "--observer", "Youssef", "--trainer", "Fatima"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "douar.meeting"


def opened(capsys: Capture, monkeypatch: pytest.MonkeyPatch, file: Path, name: str, language: str = "en") -> list[str]:
    monkeypatch.setattr("sys.stdin", io.StringIO("q\n"))
    ran = run(capsys, "--lang", language, "open", str(file), "--as", name, "--plain")
    assert ran.status == 0, ran
    return ran.out.splitlines()


def test_plain_begins_with_it(file: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    said = ["--consent", "Nobody's name is kept.", "--keep-until", "2100-01-31"]
    assert run(capsys, "new", "youth", str(file), *PEOPLE, *said).status == 0
    for name in ("Amina", "Youssef", "Fatima"):
        lines = opened(capsys, monkeypatch, file, name)
        assert lines[0] == "Nobody's name is kept."
        assert "31 January 2100" in lines[1]


def test_only_trainers_hear_that_nothing_was_said(file: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(capsys, "new", "youth", str(file), *PEOPLE).status == 0
    assert opened(capsys, monkeypatch, file, "Fatima")[0] == "Nothing was said about consent yet."
    assert not any("consent" in line for line in opened(capsys, monkeypatch, file, "Amina"))


def test_after_the_day_open_and_home_say_so(file: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    past = ["--start", "2019-07-16 15:00", "--keep-until", "2020-01-31"]
    assert run(capsys, "new", "youth", str(file), *PEOPLE, *past).status == 0
    said = "Notes should have been erased by 31 January 2020: ask each person, or delete the file."
    assert said in opened(capsys, monkeypatch, file, "Amina")
    monkeypatch.chdir(file.parent)
    assert said in [line.strip() for line in run(capsys, "--lang", "en").out.splitlines()]


def test_the_report_repeats_it_in_the_reader_s_language(file: Path, capsys: Capture) -> None:
    assert run(capsys, "new", "youth", str(file), *PEOPLE, "--keep-until", "2100-01-31").status == 0
    assert "31 janvier 2100" in run(capsys, "--lang", "fr", "report", str(file)).out
    assert "يناير 2100" in run(capsys, "--lang", "ar", "report", str(file)).out
