"""`agenda print`: the director's agenda as text, sheet and document, for the wall and for the hand."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from facilitate.cli.seats import errands
from facilitate.language import Words
from tests.cli.meeting_in import meeting_in
from tests.cli.running import one_line, run

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def meeting(tmp_path: Path, capsys: Capture) -> Path:
    file = tmp_path / "douar.meeting"
    said = ["--start", "2026-07-16 15:00", "--end", "17:00", "--place", "Youth house", "--objective", "Hear all"]
    who = ["--moderator", "Amina", "--observer", "Youssef", "--moderates", "Amina=Y03"]
    more = ["--expect", "women=12", "--material", "Cards", "--consent", "We watch how it is run."]
    assert run(capsys, "new", "youth", str(file), *said, *who, *more, "--keep-until", "2027-01-16").status == 0
    return file


def sheet_text(file: Path) -> list[list[str]]:
    sheet = load_workbook(file).worksheets[0]
    return [[str(cell) for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]


def document_text(file: Path) -> str:
    document = Document(str(file))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


def test_the_hand_reads_who_how_and_what_comes_out_of_it(meeting: Path, capsys: Capture) -> None:
    told = run(capsys, "agenda", "print", str(meeting)).out
    for line in (
        "15:15 Y03 Our agreement: how we talk today (7 minutes)",
        "- Moderates: Amina",
        "- Method: Group agreement",
        "1. In threes, find two things",
        "Expected: women: 12",
        "Hear all",
        "☐ Cards",
        "We watch how it is run.",
        "16 January 2027",
        "Ends at the latest: 17:00",
        "Youth house",
    ):
        assert line in told
    fingerprint = meeting_in(meeting).grid
    assert fingerprint is not None
    assert fingerprint.short_fingerprint in told


def test_the_wall_says_time_step_and_who_and_no_more(meeting: Path, capsys: Capture) -> None:
    told = run(capsys, "agenda", "print", str(meeting), "--wall").out
    lines = [" ".join(line.split()) for line in told.splitlines()]
    assert "14:50 Arrival and sign-in" in lines
    assert "15:15 Our agreement: how we talk today Amina" in lines
    assert "16:45 End" in lines
    assert "Method" not in told


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
@pytest.mark.parametrize("look", [[], ["--wall"]])
def test_lines_fit_80_columns_in_every_language(meeting: Path, capsys: Capture, language: str, look: list[str]) -> None:
    told = run(capsys, "--lang", language, "agenda", "print", str(meeting), *look).out
    seen = [[c for c in line if unicodedata.category(c) not in ("Cf", "Mn")] for line in told.splitlines()]
    assert max(len(line) for line in seen) <= 80


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("look", [[], ["--wall"]])
def test_sheet_and_document_say_the_same_and_print_on_a4(
    meeting: Path, tmp_path: Path, capsys: Capture, language: str, look: list[str]
) -> None:
    book, text = tmp_path / "a.xlsx", tmp_path / "a.docx"
    for file in (book, text, tmp_path / "a.md"):
        assert run(capsys, "--lang", language, "agenda", "print", str(meeting), "-o", str(file), *look).status == 0
    sheet = load_workbook(book).worksheets[0]
    assert sheet.page_setup.paperSize == 9
    assert sheet.page_setup.orientation == ("portrait" if look else "landscape")
    assert bool(sheet.sheet_view.rightToLeft) == (language == "ar")
    steps = [row for row in sheet_text(book) if row and row[0] == "15:15"]
    assert len(steps) == 1
    assert "Amina" in steps[0]
    said = document_text(text)
    assert "Amina" in said
    assert "15:15" in said
    assert ("We watch" in said) == (not look)


def test_a_kit_and_an_agenda_alone_count_from_nought(tmp_path: Path, capsys: Capture) -> None:
    told = run(capsys, "agenda", "print", "farmers", "--wall").out
    assert "0:00" in told
    agenda = tmp_path / "a.yaml"
    content = "schema_version: 1\nkind: agenda\nlanguages: [en]\nid: a\ntitle: Ours\nsteps:\n"
    steps = "  - {id: a1, title: Begin, minutes: 75}\n  - {id: a2, title: End well, minutes: 5}\n"
    agenda.write_text(content + steps, encoding="utf-8")
    assert "1:15  End well" in run(capsys, "agenda", "print", str(agenda), "--wall").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.meeting"], "nowhere.meeting"),
        (["yuoth"], "youth"),
        (["MEETING", "-o", "a.pdf"], ".docx"),
        (["MEETING", "-o", "/nowhere/a.xlsx"], "/nowhere/a.xlsx"),
        (["nowhere.yaml"], "nowhere.yaml"),
    ],
)
def test_what_cannot_be_printed_is_one_line(meeting: Path, capsys: Capture, arguments: list[str], said: str) -> None:
    words = [str(meeting) if each == "MEETING" else each for each in arguments]
    assert said in one_line(run(capsys, "agenda", "print", *words))


def test_screens_have_it_written_beside_what_is_there(meeting: Path, tmp_path: Path) -> None:
    target = tmp_path / "douar-agenda.xlsx"
    target.write_bytes(b"mine")
    told = errands().director(meeting_in(meeting), target, Words("en"), True)
    assert "douar-agenda-2.xlsx" in told
    assert target.read_bytes() == b"mine"
    assert (tmp_path / "douar-agenda-2.xlsx").exists()
    assert "/nowhere" in errands().director(meeting_in(meeting), Path("/nowhere/a.docx"), Words("en"), False)


def test_the_agenda_names_whom_an_observer_observes(tmp_path: Path, capsys: Capture) -> None:
    file, sheet = tmp_path / "x.meeting", tmp_path / "agenda.xlsx"
    who = ["--moderator", "Amina", "--moderator", "Hassan", "--observer", "Youssef", "--observer", "Salma"]
    assert run(capsys, "new", "youth", str(file), *who, "--observes", "Youssef=Amina").status == 0
    assert "Observed by: Youssef (Amina), Salma" in " ".join(run(capsys, "agenda", "print", str(file)).out.split())
    run(capsys, "agenda", "print", str(file), "-o", str(sheet))
    assert any("Youssef (Amina), Salma" in cell for row in sheet_text(sheet) for cell in row)
