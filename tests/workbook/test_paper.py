"""The paper pack: every form is there, one page a scoresheet, every cell for typing is found again by its code."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from facilitate.domain.events.observing import MEETING, Scored
from facilitate.domain.meeting.view import see
from facilitate.domain.model import LANGUAGES, Language
from facilitate.kits.kit_file import read_kit
from facilitate.workbook.hidden import MAP, META
from facilitate.workbook.paper.pack import blank, from_grid, from_kit
from tests.making import Room, small_room
from tests.workbook.reading import margin, texts, visible

KIT = read_kit("youth")


def pack(path: Path, language: Language = "en") -> Workbook:
    from_kit(KIT, path, language, "1.2.3")
    return load_workbook(path)


def packed(room: Room, path: Path) -> Workbook:
    blank(see(room.meeting, None), path, "en", room.laptop(), "1.2.3")
    return load_workbook(path)


def meta(book: Workbook) -> tuple[dict[str, Any], list[dict[str, str]]]:
    """The facts of `_meta`, and its map of cells."""
    rows = [[cell.value or "" for cell in row] for row in book[META].iter_rows(max_col=len(MAP))]
    top = next(number for number, row in enumerate(rows) if row[0] == MAP[0])
    facts = {str(row[0]): row[1] for row in rows[:top] if row[0]}
    return facts, [dict(zip(MAP, map(str, row), strict=True)) for row in rows[top + 1 :]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_kit_gives_the_same_bytes(tmp_path: Path, language: Language) -> None:
    one, other = tmp_path / "one.xlsx", tmp_path / "other.xlsx"
    pack(one, language), pack(other, language)
    assert one.read_bytes() == other.read_bytes()


def test_every_indicator_has_a_box_for_each_point_and_a_cell_that_takes_its_answers(tmp_path: Path) -> None:
    book = pack(tmp_path / "paper.xlsx")
    facts, cells = meta(book)
    assert (facts["kind"], facts["facilitate_meeting"]) == ("paper", "")
    assert facts["facilitate_grid"] == KIT.grid.fingerprint
    answers = {each["indicator"]: each for each in cells if each["field"] == "answer"}
    assert set(answers) == set(KIT.grid.by_id)
    for code, each in answers.items():
        sheet = book[each["sheet"]]
        row = sheet[each["cell"]].row
        assert sheet.cell(row, 1).value == code
        assert not sheet[each["cell"]].protection.locked
        assert any(each["cell"] in rule.sqref for rule in sheet.data_validations.dataValidation)
        about = KIT.grid.by_id[code].about
        assert each["about"] == ("moderator" if about == "moderator" else MEETING)
        assert json.loads(each["key"]) == ["scoresheet", "", each["about"]]
        boxes = [sheet.cell(row, column).value for column in range(3, 7)]
        if KIT.grid.by_id[code].kind == "rating":
            assert boxes == ["1", "2", "3", "4"]


def test_a_pack_of_a_meeting_names_its_people_and_shows_nothing_that_was_scored(tmp_path: Path) -> None:
    room = small_room()
    room.do("olga", Scored(about="mona", indicator="A1", value=4, reason="secret"))
    book = packed(room, tmp_path / "paper.xlsx")
    titles = [sheet.title for sheet in visible(book)]
    for observer in ("Olga", "Omar"):
        for subject in ("Mona", "Milo", "the meeting"):
            assert titles.index(f"{observer} – {subject} – back") == titles.index(f"{observer} – {subject}") + 1
    _, cells = meta(book)
    assert {(each["observer"], each["about"]) for each in cells if each["indicator"] == "A1"} == {
        (observer, about) for observer in ("olga", "omar") for about in ("mona", "milo")
    }
    assert all(not each["exported"] for each in cells if each["field"] in ("answer", "evidence"))
    assert "secret" not in texts(book)
    signed = [each["exported"] for each in cells if each["field"] == "attendance"]
    assert signed[:3] == ["Tess", "Mona", "Milo"]
    assert len(signed) >= 25


def test_an_indicator_about_steps_has_a_line_for_each_step(tmp_path: Path) -> None:
    _, cells = meta(packed(small_room(), tmp_path / "paper.xlsx"))
    steps = [
        each["step"]
        for each in cells
        if each["observer"] == "olga" and each["indicator"] == "B2" and each["field"] == "answer"
    ]
    assert steps == ["S0", "S1", "S2", "S3", "S4"]


def test_the_agenda_tells_the_hours_of_the_announced_start(tmp_path: Path) -> None:
    room = small_room()
    assert room.meeting.start == datetime(2026, 7, 16, 14, 0)
    book = packed(room, tmp_path / "paper.xlsx")
    assert {"13:55", "14:00", "14:30"} <= set(texts(book))


def test_a_rehearsal_is_marked_on_every_page(tmp_path: Path) -> None:
    book = packed(small_room(rehearsal=True), tmp_path / "paper.xlsx")
    for sheet in visible(book):
        assert any("REHEARSAL" in str(cell.value) for row in sheet.iter_rows(max_row=4) for cell in row)


def test_a_grid_alone_gives_scoresheets_and_lists_without_an_agenda(tmp_path: Path) -> None:
    path = tmp_path / "paper.xlsx"
    from_grid(KIT.grid, path, "fr", "1.2.3")
    titles = [sheet.title for sheet in visible(load_workbook(path))]
    assert "Ordre du jour" not in titles
    assert {"Présence", "Besoins", "Classement", "Actions et décisions", "la réunion", "la réunion – dos"} <= set(
        titles
    )


def formulas(sheet: Worksheet) -> list[str]:
    return [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type in ("f", "e")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_computed_so_nothing_can_be_an_error(tmp_path: Path, language: Language) -> None:
    book = pack(tmp_path / "paper.xlsx", language)
    for sheet in visible(book):
        assert formulas(sheet) == []
        assert sheet.sheet_view.rightToLeft == (language == "ar")
        assert "&P" in margin(sheet, "oddFooter", "left" if language == "ar" else "right")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="pdfinfo is not installed")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_of_the_shipped_grid_is_one_page(tmp_path: Path, language: Language) -> None:
    book = pack(tmp_path / "paper.xlsx", language)
    home = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        home,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "paper.xlsx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    told = subprocess.run(["pdfinfo", str(tmp_path / "paper.pdf")], check=True, capture_output=True, text=True).stdout
    pages = next(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pages:"))
    assert pages == len(visible(book))
    assert "A4" in told
