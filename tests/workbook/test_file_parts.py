"""What Excel asks of a file beyond LibreOffice: tables, names, drop-downs, directions, results of formulas."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from facilitate.domain.meeting.view import see
from facilitate.domain.model import LANGUAGES, Language
from facilitate.kits.kit_file import read_kit
from facilitate.kits.rehearsal.play import play
from facilitate.workbook.export import export
from tests.workbook.reading import VERSION, table


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[Language, Path]:
    meeting = see(play(read_kit("farmers"), 4, observers=10, moderators=3).meeting, None)
    assert meeting.closed
    folder = tmp_path_factory.mktemp("parts")
    for language in LANGUAGES:
        export(meeting, folder / f"{language}.xlsx", language, meeting.closed, VERSION)
    return {language: folder / f"{language}.xlsx" for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_have_the_names_of_their_head_cells(files: dict[Language, Path], language: Language) -> None:
    workbook = load_workbook(files[language])
    names = [name for sheet in workbook.worksheets for name in sheet.tables]
    assert names == ["Scores", "Steps", "Turns", "Needs", "Decisions", "Actions", "Notes", "Agreement"]
    for sheet in workbook.worksheets:
        for each in sheet.tables.values():
            heads = [cell.value for cell in sheet[each.ref][0]]
            assert heads == [column.name for column in each.tableColumns]
            assert all(re.fullmatch("[a-z_]+", head) for head in heads)
            assert len(set(heads)) == len(heads)


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_lead_to_cells_that_are_there(files: dict[Language, Path], language: Language) -> None:
    workbook = load_workbook(files[language])
    assert workbook.defined_names
    for name, each in workbook.defined_names.items():
        assert re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.]*", name)
        assert not re.fullmatch(r"[A-Za-z]{1,3}\d+", name), "that is a cell"
        for sheet, cells in each.destinations:
            assert workbook[sheet][cells]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_are_read_from_their_side_and_heads_stay(files: dict[Language, Path], language: Language) -> None:
    for sheet in load_workbook(files[language]).worksheets:
        assert bool(sheet.sheet_view.rightToLeft) == (language == "ar")
        for validation in sheet.data_validations.dataValidation:
            assert validation.showErrorMessage
            assert not validation.showDropDown, "that hides the arrow"
        assert len(sheet.title) <= 31


def test_a_hint_names_every_answer_that_its_cell_takes(files: dict[Language, Path]) -> None:
    sheet = next(each for each in load_workbook(files["fr"]).worksheets if each.title.endswith("la réunion"))
    hints = {rule.promptTitle: (rule.prompt, rule.error) for rule in sheet.data_validations.dataValidation}
    assert hints["A3"][0].split("\n")[:2] == ["oui", "non"]
    assert hints["A1"][0].split("\n")[1:] == ["non observé", "sans objet"]
    assert "liste" not in hints["A1"][1], "a count has no list"
    assert len(hints["E4"][0].split("\n")) == 6


def test_every_formula_has_its_result(files: dict[Language, Path]) -> None:
    with zipfile.ZipFile(files["en"]) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert sum(xml.count("<f>") for xml in sheets) > 1800
    for xml in sheets:
        assert not re.search(r"</f><v\s*/>|</f></c>", xml)
        assert "#N/A" not in xml
        assert "#REF!" not in xml


FORMATS = [("en", "0%", "yyyy-mm-dd"), ("fr", '0"\u00a0"%', "dd/mm/yyyy")]


@pytest.mark.parametrize(("language", "percent", "day"), FORMATS)
def test_numbers_are_written_as_the_language_does(
    files: dict[Language, Path], language: Language, percent: str, day: str
) -> None:
    formats = {
        cell.number_format
        for sheet in load_workbook(files[language]).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }
    assert {percent, day, "0.00"} <= formats
    assert not [each for each in formats if "%" in each and each != percent]


def test_a_book_of_ten_observers_leads_to_every_sheet(files: dict[Language, Path]) -> None:
    workbook = load_workbook(files["fr"])
    summary = workbook.worksheets[0]
    targets = [cell.hyperlink.location for row in summary.iter_rows() for cell in row if cell.hyperlink]
    shown = [sheet for sheet in workbook.worksheets[1:] if sheet.sheet_state == "visible"]
    assert len(shown) > 30
    assert targets[1:] == ["'" + sheet.title.replace("'", "''") + "'!A1" for sheet in shown]


def test_agreement_is_a_table_for_programs(files: dict[Language, Path]) -> None:
    rows = table(load_workbook(files["ar"], data_only=True), "Agreement")
    assert {row["measure"] for row in rows if row["section"] and not row["indicator"]} == {
        "percent_exact",
        "percent_within_one",
        "mean_absolute_difference",
        "krippendorff_alpha_ordinal",
    }
    (exact,) = [row for row in rows if row["measure"] == "percent_exact" and row["section"] is None]
    assert 0 < exact["value"] < 1
    assert (exact["observers"], exact["units"] > 20) == (10, True)
