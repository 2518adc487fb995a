"""A workbook that went through LibreOffice comes back with exactly the edits that were made in it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from facilitate.domain.model import LANGUAGES, Language
from facilitate.domain.scale import Answer
from tests.workbook.review.rounds import back, place_of, written
from tests.workbook.village import village_meeting

SOFFICE = shutil.which("soffice")
PYTHON = "/usr/bin/python3"

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed: no workbook goes through it")


def has_uno() -> bool:
    return os.path.exists(PYTHON) and not subprocess.run([PYTHON, "-c", "import uno"], capture_output=True).returncode


def command(folder: Path) -> list[str]:
    assert SOFFICE
    return [SOFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_saved_by_libreoffice_nothing_has_changed(tmp_path: Path, language: Language) -> None:
    room = village_meeting()
    path = written(room, tmp_path / "book.xlsx", language)
    subprocess.run(
        [*command(tmp_path), "--convert-to", "xlsx", "--outdir", str(tmp_path / "out"), str(path)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    found = back(room, tmp_path / "out" / "book.xlsx")
    assert (found.edits, found.refusals, found.notes) == ([], [], [])
    assert found.unchanged > 200


def edited(source: Path, edits: list[list[Any]]) -> Path:
    """The workbook after these edits in a LibreOffice of its own."""
    folder, pipe = source.parent, f"facilitate{os.getpid()}"
    target = folder / "edited.xlsx"
    office = subprocess.Popen(
        [*command(folder), "--norestore", f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        script = Path(__file__).with_name("uno_edits.py")
        subprocess.run(
            [PYTHON, str(script), pipe, str(source), str(target), json.dumps(edits)],
            check=True,
            capture_output=True,
            timeout=180,
        )
        office.wait(timeout=60)
    finally:
        office.kill()
        office.wait()
    return target


@pytest.mark.skipif(not has_uno(), reason="the system's Python has no UNO (python3-uno): nothing edits in LibreOffice")
def test_edits_come_back_whatever_was_moved(tmp_path: Path) -> None:
    room = village_meeting()
    path = written(room, tmp_path / "book.xlsx")
    sheet = load_workbook(path)["Amina – Karim"]
    rows = {str(row[0].value): row[0].row for row in sheet.iter_rows(max_col=1) if row[0].value}
    agreed = load_workbook(path)["Comparison"]
    first = next(row[0].row for row in agreed.iter_rows(max_col=1) if row[0].value == "C1")
    consensus = next(
        cell.column_letter for cell in agreed[5] + agreed[6] + agreed[7] if cell.value == "Consensus score"
    )
    where = "Amina – Karim"
    found = back(
        room,
        edited(
            path,
            [
                ["set", where, f"C{rows['C1']}", "3 – Well done"],
                ["set", where, f"C{rows['C2']}", "not observed"],
                ["set", where, f"H{rows['D1']}", "رأيته غير ذلك"],
                ["set", where, f"F{rows['E1']}", "He waited for the women to finish."],
                ["set", "Comparison", f"{consensus}{first}", 2],
                ["insert_row", where, 3],
                ["insert_row", where, rows["C2"]],
                ["move_column", where, 7, 1],
                ["first", where],
                ["rename", where, "the one about Karim"],
            ],
        ),
    )
    assert place_of(found) == {
        "answer karim C1": 3,
        "answer karim C2": Answer.NOT_OBSERVED,
        "comment karim D1": "رأيته غير ذلك",
        "evidence karim E1": "He waited for the women to finish.",
        "consensus salma C1": 2,
    }
    assert not found.refusals
    assert {edit.at.sheet for edit in found.edits} == {"the one about Karim", "Comparison"}
