"""`import` of workbooks: a reviewed one, and a paper pack that was typed into."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from facilitate.journal.journal import Journal
from tests.cli.running import one_line, run

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def meeting(tmp_path: Path, capsys: Capture) -> Path:
    file = tmp_path / "a.meeting"
    assert run(capsys, "rehearse", "youth", str(file), "--seed", "4", "--lang", "en").status == 0
    return file


def exported(meeting: Path, capsys: Capture) -> Path:
    book = meeting.with_suffix(".xlsx")
    assert run(capsys, "export", str(meeting), "-o", str(book), "--lang", "en").status == 0
    return book


def reviewed(book: Path, value: Any = "1 – Missing or harmful") -> str:
    """Change the first answer that is a 3 on a scoresheet; its sheet and cell."""
    workbook = load_workbook(book)
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows(min_col=1, max_col=3) if " – " in sheet.title else ():
            if row[0].value and row[2].value == 3 and not str(row[2].value).startswith("="):
                row[2].value = value
                workbook.save(book)
                return f"{sheet.title}!{row[2].coordinate}"
    raise AssertionError


def events(meeting: Path, capsys: Capture, *kinds: str) -> list[dict[str, Any]]:
    lines = run(capsys, "journal", str(meeting)).out.splitlines()
    return [event for event in map(json.loads, lines) if event["kind"] in kinds]


def test_a_dry_run_tells_all_and_changes_nothing(meeting: Path, capsys: Capture) -> None:
    book = exported(meeting, capsys)
    cell = reviewed(book)
    before = meeting.read_bytes()
    ran = run(capsys, "import", str(meeting), str(book), "--dry-run", "--lang", "en")
    assert ran.status == 0
    assert f"{cell}: " in ran.out
    assert "3 → 1" in ran.out
    assert "Nothing was changed. 1 change would be taken in" in ran.out
    assert meeting.read_bytes() == before


def test_a_review_is_an_event_that_names_its_cell(meeting: Path, capsys: Capture) -> None:
    book = exported(meeting, capsys)
    cell = reviewed(book)
    assert run(capsys, "import", str(meeting), str(book), "--lang", "en").status == 0
    (review,) = events(meeting, capsys, "reviewed")
    assert review["value"] == 1
    assert review["source"] == {"file": book.name, "cell": cell}
    again = run(capsys, "import", str(meeting), str(book), "--lang", "en")
    assert (again.status, len(events(meeting, capsys, "reviewed"))) == (0, 1)
    assert "stands in the meeting already" in again.out


def test_what_is_refused_is_listed_beside_what_is_taken(meeting: Path, capsys: Capture) -> None:
    book = exported(meeting, capsys)
    bad = reviewed(book, 2.5)
    good = reviewed(book, 2)
    ran = run(capsys, "import", str(meeting), str(book), "--lang", "en")
    assert ran.status == 1
    assert [line for line in ran.out.splitlines() if f"{bad}: " in line and "no answer" in line]
    assert [line for line in ran.out.splitlines() if f"{good}: " in line and "3 → 2" in line]


def test_what_cannot_be_taken_at_all(meeting: Path, tmp_path: Path, capsys: Capture) -> None:
    book, other = exported(meeting, capsys), tmp_path / "b.meeting"
    run(capsys, "rehearse", "youth", str(other), "--seed", "5")
    assert "another meeting" in one_line(run(capsys, "import", str(other), str(book), "--lang", "en"))
    workbook = load_workbook(book)
    del workbook["_meta"]
    workbook.save(book)
    assert "_meta" in one_line(run(capsys, "import", str(meeting), str(book), "--lang", "en"))
    book.write_bytes(b"PK\x03\x04 cut")
    one_line(run(capsys, "import", str(meeting), str(book), "--lang", "ar"))


PEOPLE = ("--moderator", "Karim", "--observer", "Amina", "--trainer", "Tara", "--team", "note_taker=Nora")


def test_a_paper_pack_comes_back(tmp_path: Path, capsys: Capture) -> None:
    file, pack = str(tmp_path / "p.meeting"), tmp_path / "p.xlsx"
    assert run(capsys, "new", "youth", file, *PEOPLE, "--lang", "en").status == 0
    assert run(capsys, "blank", file, "-o", str(pack), "--lang", "en").status == 0
    typed = {
        ("answer", "A2", "karim"): "٣",
        ("evidence", "A2", "karim"): "She greeted everybody.",
        ("answer", "A4", "karim"): "not observed",
        ("answer", "B1", "karim"): 9,
        ("answer", "A3", "meeting"): "yes",
        ("need", 1): "A well",
        ("need.dots_women", 1): 7,
        ("need.dots_men", 1): "٤",
        ("decision", 1): "We meet on Monday.",
        ("action", 1): "Ask the commune",
        ("action.owner", 1): "Hamid",
        ("attendance", 9): "Zahra",
        ("attendance.group", 9): "women",
    }
    filled(pack, typed)
    tried = run(capsys, "import", file, str(pack), "--as", "Nora", "--lang", "en", "--dry-run")
    assert "not on the list" not in tried.out, "dots go to needs that the same pack brings"
    assert tried.out.count("Not taken in") == 2
    ran = run(capsys, "import", file, str(pack), "--as", "Nora", "--lang", "en")
    assert ran.status == 1, "9 is no answer"
    assert "“9” is no answer to B1, which takes: 1, 2, 3, 4, not observed, not applicable" in ran.out
    assert "a cross in a printed box is not read: type the answer to B3 in J" in ran.out
    kept = run(capsys, "journal", file, "--unsent").out.splitlines()
    every = [json.loads(line) for line in kept]
    scores = {each["indicator"]: each["value"] for each in every if each["kind"] == "scored"}
    assert scores == {"A2": 3, "A4": "not_observed", "A3": "yes"}
    captured = {each["what"]: each["text"] for each in every if each["kind"] == "captured"}
    assert captured == {"need": "A well", "decision": "We meet on Monday.", "action": "Ask the commune"}
    dots = {each["group"]["sex"]: list(each["counts"].values()) for each in every if each["kind"] == "ranked"}
    assert dots == {"women": [7], "men": [4]}
    assert {"Hamid", "Zahra"} <= {each.get("name") for each in every}
    count = len(every)
    assert run(capsys, "import", file, str(pack), "--as", "Nora", "--lang", "en").status == 1
    assert len(run(capsys, "journal", file, "--unsent").out.splitlines()) == count, "nothing twice"


def test_a_paper_pack_in_which_a_row_was_inserted(tmp_path: Path, capsys: Capture) -> None:
    file, pack = str(tmp_path / "p.meeting"), tmp_path / "p.xlsx"
    run(capsys, "new", "youth", file, *PEOPLE, "--lang", "en")
    run(capsys, "blank", file, "-o", str(pack), "--lang", "en")
    filled(pack, {("answer", "A4", "karim"): 2, ("answer", "F3", "karim"): 4})
    workbook = load_workbook(pack)
    sheet = workbook["Amina – Karim"]
    sheet.insert_rows(next(row[0].row for row in sheet.iter_rows(max_col=1) if row[0].value == "A4"))
    workbook.save(pack)
    ran = run(capsys, "import", file, str(pack), "--lang", "en")
    assert ran.out.count("Not taken in") == 1, "the cross alone"
    assert {each["indicator"]: each["value"] for each in events(Path(file), capsys, "scored")} == {"A4": 2, "F3": 4}


def filled(pack: Path, typed: dict[tuple[Any, ...], Any]) -> None:
    """Type into a paper pack, found by its map of cells."""
    workbook = load_workbook(pack)
    rows: list[list[Any]] = [[cell.value for cell in row] for row in workbook["_meta"].iter_rows(max_col=9)]
    top = next(place for place, row in enumerate(rows) if row[0] == "sheet")
    for sheet, key, cell, field, _, about, code, *_rest in rows[top + 1 :]:
        what = json.loads(key)
        wanted: tuple[Any, ...] = (field, what[1])
        if what[0] == "scoresheet":
            wanted = (field, code, "meeting" if about == "meeting" else "karim")
        if wanted in typed:
            workbook[sheet][cell].value = typed[wanted]
        elif wanted == ("answer", "B3", "karim"):
            workbook[sheet].cell(workbook[sheet][cell].row, 4).value = "x"
    workbook.save(pack)


def test_a_full_disk_keeps_none_of_a_review(meeting: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit status 2 says that nothing was changed, so that the file can be brought in again."""
    book = exported(meeting, capsys)
    reviewed(book)
    reviewed(book)
    before = events(meeting, capsys, "reviewed")

    def full(journal: Journal, kept: Any) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(Journal, "_insert", full)
    ran = run(capsys, "import", str(meeting), str(book), "--lang", "en")
    monkeypatch.undo()
    assert "kept as your review" not in ran.out
    assert one_line(ran)
    assert events(meeting, capsys, "reviewed") == before
