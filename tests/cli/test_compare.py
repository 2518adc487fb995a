"""`compare`: several meetings as text, as a workbook, as JSON; what cannot be compared is said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import one_line, run

Capture = pytest.CaptureFixture[str]

KEYS = {
    "notes", "grid", "rehearsals_left_out", "meetings", "moderators", "scores", "audiences", "centres",
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three rehearsed meetings."""
    from facilitate.cli.main import main

    made = tmp_path_factory.mktemp("meetings")
    for number, kit in enumerate(("youth", "farmers", "youth"), 1):
        start = f"2026-0{number}-16 15:00"
        assert main(["rehearse", kit, str(made / f"{number}.meeting"), "--seed", "4", "--start", start]) == 0
    return made


def data(capsys: Capture, *arguments: str) -> dict[str, Any]:
    ran = run(capsys, "compare", *arguments, "--json")
    assert "NaN" not in ran.out
    found: dict[str, Any] = json.loads(ran.out)
    return found


def test_json_has_keys_that_stay_and_a_reason_for_each_null(folder: Path, capsys: Capture) -> None:
    found = data(capsys, str(folder), "--rehearsals", "--lang", "en")
    assert set(found) == KEYS
    assert [each["date"] for each in found["meetings"]] == ["2026-01-16", "2026-02-16", "2026-03-16"]
    assert {each["audience"]: each["meetings"] for each in found["audiences"]} == {"youth": 2, "farmers": 1}
    assert found["scores"]
    for score in found["scores"]:
        assert (score["value"] is None) == bool(score["why"])
    assert all(each["small"] == "few_meetings" for group in found["audiences"] for each in group["scores"])


def test_json_is_the_same_in_every_language_but_for_sentences(folder: Path, capsys: Capture) -> None:
    french, arabic = (data(capsys, str(folder), "--rehearsals", "--lang", each) for each in ("fr", "ar"))
    assert [each["value"] for each in french["scores"]] == [each["value"] for each in arabic["scores"]]
    assert french["notes"] != arabic["notes"]


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_text_and_workbook_in_every_language(folder: Path, tmp_path: Path, capsys: Capture, language: str) -> None:
    ran = run(capsys, "compare", str(folder), "--rehearsals", "--lang", language)
    assert (ran.status, ran.err) == (0, "")
    assert "compare." not in ran.out
    assert len(ran.out.splitlines()) > 40
    book = tmp_path / "p.xlsx"
    ran = run(capsys, "compare", str(folder), "--rehearsals", "-o", str(book), "--lang", language)
    assert (ran.status, ran.err) == (0, "")
    assert book.stat().st_size > 10_000


def test_nothing_but_rehearsals_is_not_done(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    assert "--rehearsals" in one_line(run(capsys, "compare", str(folder), "-o", str(tmp_path / "p.xlsx")))
    assert not (tmp_path / "p.xlsx").exists()


def test_a_file_that_cannot_be_read_is_named_and_costs_no_other(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    bad = tmp_path / "bad.meeting"
    bad.write_text("no meeting", encoding="utf-8")
    ran = run(capsys, "compare", str(folder), str(bad), "--rehearsals", "--json")
    assert ran.status == 1
    assert "bad.meeting" in ran.err
    assert len(json.loads(ran.out)["meetings"]) == 3
    assert "bad.meeting" in one_line(run(capsys, "compare", str(bad)))


def test_a_meeting_named_twice_counts_once(folder: Path, capsys: Capture) -> None:
    found = data(capsys, str(folder), str(folder / "1.meeting"), "--rehearsals")
    assert len(found["meetings"]) == 3


def test_wrong_names_are_refused(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    assert ".xlsx" in one_line(run(capsys, "compare", str(folder), "-o", str(tmp_path / "p.csv")))
    assert "gone" in one_line(run(capsys, "compare", str(folder), "-o", str(tmp_path / "gone" / "p.xlsx")))
    assert "none" in one_line(run(capsys, "compare", str(tmp_path / "none.meeting")))
