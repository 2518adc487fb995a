"""Workbooks that are taken: our own, those that other programs saved, and all that stands in them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName

from facilitate.domain.model import LANGUAGES, Language
from facilitate.workbook.strangers.open import Opened, opened
from facilitate.workbook.strangers.places import Place
from tests.workbook.reading import exported
from tests.workbook.strangers.making import SHEET, good, packed, place, row, values, with_part, worksheet
from tests.workbook.village import village_meeting

SOFFICE = shutil.which("soffice")
EMPTY = (None, "")


def rounded(found: Mapping[str, object]) -> dict[str, object]:
    """The last digits of a mean are the business of whoever calculated it."""
    return {cell: round(value, 9) if isinstance(value, float) else value for cell, value in found.items()}


def by_openpyxl(path: Path) -> dict[str, object]:
    """Every value that openpyxl finds, by sheet and cell."""
    workbook = load_workbook(path, data_only=True)
    cells = [cell for sheet in workbook.worksheets for line in sheet.iter_rows() for cell in line]
    found = {f"{cell.parent.title}!{cell.coordinate}": cell.value for cell in cells if cell.value not in EMPTY}
    return rounded(found)


def filled(workbook: Opened) -> dict[str, object]:
    """The values without empty texts."""
    found = {cell: value for cell, value in values(workbook).items() if value not in EMPTY}
    return rounded(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_workbook_is_read_as_openpyxl_reads_it(tmp_path: Path, language: Language) -> None:
    path = tmp_path / "out.xlsx"
    exported(village_meeting(), path, language)
    workbook = opened(path)
    assert filled(workbook) == by_openpyxl(path)
    formulas = {
        f"{sheet.title}!{cell.coordinate}"
        for sheet in load_workbook(path).worksheets
        for line in sheet.iter_rows()
        for cell in line
        if cell.data_type == "f"
    }
    assert {f"{sheet.title}!{at.written}" for sheet in workbook.sheets for at in sheet.formulas} == formulas
    assert workbook.properties["facilitate_schema"] == "2"


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed: nothing else saves our workbook")
def test_what_libreoffice_saves_of_it_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    exported(village_meeting(), path, "ar")
    assert SOFFICE
    command = [
        SOFFICE,
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "xlsx",
    ]
    saved = tmp_path / "saved"
    subprocess.run([*command, "--outdir", str(saved), str(path)], check=True, capture_output=True, timeout=180)
    before, after = opened(path), opened(saved / "out.xlsx")
    assert filled(after) == filled(before)
    assert [sheet.formulas for sheet in after.sheets] == [sheet.formulas for sheet in before.sheets]
    assert after.properties == before.properties


def somebodys() -> Workbook:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "تنقيط"
    rows = (("A1", 3, "bien"), ("A2", True, datetime(2026, 7, 16, 14, 0)), ("A3", time(14, 5), timedelta(hours=30)))
    for line in rows:
        sheet.append(line)
    sheet["C1"].comment = Comment("لماذا؟\nwhy", "Fatima")
    sheet.merge_cells("A5:B6")
    other = workbook.create_sheet("Notes")
    other.sheet_state = "hidden"
    other["B2"] = "=1+1"
    workbook.defined_names["scores"] = DefinedName("scores", attr_text="'تنقيط'!$B$1:$B$3")
    return workbook


def test_all_that_a_sheet_holds_comes_along(tmp_path: Path) -> None:
    somebodys().save(path := tmp_path / "theirs.xlsx")
    workbook = opened(path)
    sheet, other = workbook.sheets
    assert sheet.rows() == {
        1: {1: "A1", 2: 3, 3: "bien"},
        2: {1: "A2", 2: True, 3: datetime(2026, 7, 16, 14, 0)},
        3: {1: "A3", 2: time(14, 5), 3: timedelta(hours=30)},
    }
    assert sheet.comments == {place("C1"): "لماذا؟\nwhy"}
    assert sheet.merged == dict.fromkeys(map(place, ("A5", "A6", "B5", "B6")), "A5:B6")
    assert (other.hidden, other.formulas, other.values) == (True, {place("B2")}, {})
    assert workbook.names == {"scores": "'تنقيط'!$B$1:$B$3"}
    assert workbook.sheet("Notes") is other
    assert workbook.sheet("notes") is None


def test_openpyxl_holds_the_same_and_no_formula(tmp_path: Path) -> None:
    data = row('<c r="A1" t="str"><v>=1+1</v></c><c r="B1" t="e"><v>#N/A</v></c><c r="C1" t="str"><v>#N/A</v></c>')
    path = packed(tmp_path / "theirs.xlsx", with_part(SHEET, worksheet(data)))
    cells = opened(path).workbook["S"][1]
    assert [(cell.value, cell.data_type) for cell in cells] == [("=1+1", "s"), ("#N/A", "e"), ("#N/A", "s")]


def test_a_file_that_is_refused_or_taken_is_not_changed(tmp_path: Path) -> None:
    path = packed(tmp_path / "theirs.xlsx", good())
    before = path.read_bytes(), path.stat().st_mtime_ns
    opened(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


@pytest.mark.parametrize(("written", "found"), [("A1", (1, 1)), ("$c$8", (8, 3)), ("XFD1048576", (1_048_576, 16_384))])
def test_places_are_read_and_written(written: str, found: tuple[int, int]) -> None:
    assert place(written) == Place(*found)
    assert place(written).written == written.replace("$", "").upper()
