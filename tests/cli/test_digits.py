"""The setting `digits` reaches what the command line writes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.running import run


@pytest.mark.parametrize(("digits", "written", "other"), [("arabic", "١٤ ", "14 "), ("western", "14 ", "١٤ ")])
def test_a_report_is_written_in_the_digits_of_the_settings(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    digits: str,
    written: str,
    other: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(os.environ["FACILITATE_SETTINGS"]).write_text(f'{{"digits": "{digits}"}}', encoding="utf-8")
    assert run(capsys, "new", "youth", "a14.meeting", "--start", "2026-07-14 15:00", "--moderator", "Amina").status == 0
    told = run(capsys, "report", "a14.meeting", "--lang", "ar").out
    assert written in told
    assert other not in told
    assert "14 juillet" in run(capsys, "report", "a14.meeting", "--lang", "fr").out
