"""The programme workbook: what stands in it, that its formulas are right, and what goes beside it."""

from __future__ import annotations

import csv
import gzip
import io
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from facilitate.analysis.programme import Programme, Told, programme
from facilitate.domain.events.preparing import PersonErased, PersonNamed
from facilitate.domain.grid import Grid
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.view import see
from facilitate.domain.model import LANGUAGES, Language, replaced
from facilitate.kits.kit_file import read_kit
from facilitate.kits.rehearsal.play import play
from facilitate.workbook.programme.book import ALL
from facilitate.workbook.programme.export import build_programme, export_programme
from facilitate.workbook.programme.score_table import csv_field, overflow_path
from tests.analysis.test_programme import scored, told
from tests.making import small_grid
from tests.workbook.recalculating import assert_same, needs_libreoffice


def rehearsed(kit: str, seed: int, month: int, **changes: Any) -> Told:
    """A whole meeting that could have been real."""
    record = play(read_kit(kit), seed, observers=3, start=datetime(2026, month, 16, 15))
    last = record.events[-1]
    now = Instant(wall=last.wall, boot=last.boot, uptime=last.uptime)
    return replaced(see(record.meeting, None), rehearsal=False, **changes), now


def season() -> Programme:
    """Four meetings of two centres, two audiences; one moderator led three of them."""
    every = [rehearsed(kit, 5, month) for kit, month in (("youth", 4), ("youth", 5), ("youth", 6), ("farmers", 7))]
    return programme(replaced_ids(every))


def replaced_ids(every: list[Told]) -> list[Told]:
    """The same people in several meetings."""
    return [(replaced(meeting, id=f"meeting{number}"), now) for number, (meeting, now) in enumerate(every, 1)]


def exported(found: Programme, path: Path, language: Language = "en", **more: Any) -> Workbook:
    export_programme(found, path, language, "1.2.3", **more)
    return load_workbook(path, data_only=True)


def table(workbook: Workbook, name: str) -> list[dict[str, Any]]:
    sheet = next(each for each in workbook.worksheets if name in each.tables)
    header, *rows = ([cell.value for cell in row] for row in sheet[sheet.tables[name].ref])
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


def texts(workbook: Workbook) -> list[str]:
    return [
        cell.value
        for sheet in workbook.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str)
    ]


def test_a_meeting_is_a_row_and_every_mean_is_the_analysis_s(tmp_path: Path) -> None:
    found = season()
    workbook = exported(found, tmp_path / "p.xlsx")
    rows = table(workbook, "Meetings")
    assert [row["meeting"] for row in rows] == ["meeting1", "meeting2", "meeting3", "meeting4"]
    assert [row["audience"] for row in rows] == ["youth", "youth", "youth", "farmers"]
    assert [row["people"] for row in rows] == [each.figures.people for each in found.held]
    means = {(row["meeting"], row["moderator"], row["section"]): row["mean"] for row in table(workbook, "Means")}
    for profile in found.profiles:
        name = profile.who.name if profile.about == "moderator" else None
        assert means[profile.meeting, name, ALL] == pytest.approx(profile.overall.mean)


@needs_libreoffice
@pytest.mark.parametrize("language", LANGUAGES)
def test_formulas_give_what_we_wrote(tmp_path: Path, language: Language) -> None:
    book, _ = build_programme(season(), tmp_path / "p.xlsx", language, "1.2.3")
    assert len(book.cached) > 200
    assert_same(book, tmp_path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_meetings_give_the_same_bytes(tmp_path: Path, language: Language) -> None:
    one, other = tmp_path / "one" / "p.xlsx", tmp_path / "other" / "p.xlsx"
    for path in (one, other):
        path.parent.mkdir()
        exported(season(), path, language, most_rows=100)
    assert one.read_bytes() == other.read_bytes()
    assert overflow_path(one).read_bytes() == overflow_path(other).read_bytes()


def test_scores_that_have_no_room_go_into_a_file_beside(tmp_path: Path) -> None:
    whole = table(exported(season(), tmp_path / "whole.xlsx"), "Scores")
    assert not overflow_path(tmp_path / "whole.xlsx").exists()
    workbook = exported(season(), tmp_path / "p.xlsx", most_rows=100)
    kept = table(workbook, "Scores")
    with gzip.open(tmp_path / "p-more-scores.csv.gz", "rt", encoding="utf-8-sig", newline="") as file:
        more = list(csv.DictReader(file))
    assert len(kept) == 100
    assert [row["indicator"] for row in kept] + [row["indicator"] for row in more] == [r["indicator"] for r in whole]
    assert list(more[0]) == list(whole[0])
    assert any("p-more-scores.csv.gz" in text for text in texts(workbook))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "\r=1"])
def test_text_in_csv_cannot_become_a_formula(text: str) -> None:
    assert csv_field(text) == f"'{text}"
    assert csv_field("plain") == "plain"
    assert csv_field(-1.5) == -1.5


def test_names_that_look_like_formulas_are_text(tmp_path: Path) -> None:
    room = scored(3)
    room.do("tess", PersonNamed(person="olga", name="=1+1"), PersonNamed(person="mona", name="@SUM(A1)"))
    workbook = exported(programme([told(room, 1)]), tmp_path / "p.xlsx")
    assert {row["observer"] for row in table(workbook, "Scores")} == {"=1+1", "Omar"}
    raw = load_workbook(tmp_path / "p.xlsx")
    sheet = next(each for each in raw.worksheets if "Scores" in each.tables)
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_meetings_on_other_grids_are_listed_apart(tmp_path: Path) -> None:
    strange = scored(1, grid=Grid(**{**dict(small_grid()), "id": "strange"}))
    workbook = exported(programme([told(scored(2), 1), told(scored(4), 2), told(strange, 3)]), tmp_path / "p.xlsx")
    assert [row["compared"] for row in table(workbook, "Meetings")] == ["yes", "yes", "no"]
    assert {row["meeting"] for row in table(workbook, "Means")} == {"meeting1", "meeting2"}
    assert "Meetings that stand apart: their scores are not compared" in texts(workbook)


def test_a_name_that_was_erased_is_nowhere(tmp_path: Path) -> None:
    room = scored(3)
    room.do("tess", PersonErased(person="mona"))
    workbook = exported(programme([told(room, 1)]), tmp_path / "p.xlsx")
    assert not any("Mona" in text for text in texts(workbook))
    assert any(text.startswith("Name erased") for text in texts(workbook))


def test_unsent_scores_are_nowhere(tmp_path: Path) -> None:
    workbook = exported(programme([told(scored(3, sent=False), 1)]), tmp_path / "p.xlsx")
    assert all(value is None for row in table(workbook, "Scores") for value in row.values())
    assert all(row["mean"] is None for row in table(workbook, "Means"))
    assert any("2 scoresheets were not sent" in text for text in texts(workbook))


def test_no_chart_without_words_and_no_axis_that_excel_leaves_out(tmp_path: Path) -> None:
    exported(season(), tmp_path / "p.xlsx")
    with ZipFile(tmp_path / "p.xlsx") as archive:
        charts = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/charts/chart")]
        drawings = [archive.read(n).decode() for n in archive.namelist() if n.startswith("xl/drawings/drawing")]
    assert len(charts) >= 4
    for chart in charts:
        assert chart.count('delete val="0"') == 2
        assert 'overlay val="0"' in chart
    assert sum(each.count("descr=") for each in drawings) == len(charts)


def test_a_meeting_alone_and_one_without_a_grid_are_no_trouble(tmp_path: Path) -> None:
    for grids in ((), None):
        meeting, now = told(scored(2), 1)
        if grids is not None:
            meeting = replaced(meeting, grids=replaced(meeting.grids, versions=grids))
        workbook = exported(programme([(meeting, now)]), tmp_path / "p.xlsx")
        assert len(table(workbook, "Meetings")) == 1


def test_a_gzip_file_has_no_time_in_it(tmp_path: Path) -> None:
    exported(season(), tmp_path / "p.xlsx", most_rows=1)
    content = overflow_path(tmp_path / "p.xlsx").read_bytes()
    assert content[4:8] == bytes(4)
    assert io.BytesIO(gzip.decompress(content)).read(3) == b"\xef\xbb\xbf"


def numbers(sheet: Any) -> dict[str, float]:
    """The numbers of a sheet by cell."""
    cells = (cell for row in sheet.iter_rows() for cell in row)
    return {cell.coordinate: cell.value for cell in cells if isinstance(cell.value, int | float)}


def test_means_of_very_many_meetings_are_values_and_the_first_sheet_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = exported(season(), tmp_path / "live.xlsx")
    monkeypatch.setattr("facilitate.workbook.programme.book.FORMULA_ROWS", 5)
    book, _ = build_programme(season(), tmp_path / "p.xlsx", "en", "1.2.3")
    assert not any("AVERAGEIFS" in str(cell.value) for row in book.workbook["By audience"] for cell in row)
    workbook = exported(season(), tmp_path / "p.xlsx")
    said = "So many meetings make formulas slow"
    assert any(text.startswith(f"\u200e• {said}") for text in texts(workbook))
    assert not any(said in text for text in texts(live))
    assert numbers(live["By centre"]) == pytest.approx(numbers(workbook["By centre"]))
