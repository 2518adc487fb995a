"""A workbook after an amendment: both versions and their mapping, answers that went on, answers that were put aside."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from facilitate.domain.events.agreeing import IndicatorProposed
from facilitate.domain.events.observing import Reviewed, Scored, SheetRecalled, SheetSent
from facilitate.domain.meeting.view import see
from facilitate.domain.model import replaced
from facilitate.language import Words
from facilitate.report.write import as_text
from facilitate.workbook.export import build
from facilitate.workbook.paper.pack import blank
from facilitate.workbook.review.carrying import carried_edits, renamed
from facilitate.workbook.review.edits import ReadBack
from facilitate.workbook.review.meta import read_meta
from facilitate.workbook.review.reading import read_back
from facilitate.workbook.strangers.open import opened
from tests.amending import amend
from tests.making import Room, all_agree, no, rating, sealing, small_room, words
from tests.workbook.reading import exported, margin, table, texts, visible
from tests.workbook.review.rounds import proposed
from tests.workbook.review.test_changes import brought
from tests.workbook.review.test_reading import room_of_olga, typed
from tests.workbook.test_recalculation import SOFFICE, assert_same
from tests.workbook.village import village_meeting


def amended_village() -> Room:
    """All have sent; then C1 gets another code, C2 other words, D1 is split, E1 and E2 are merged, A2 is dropped."""
    room = village_meeting(closed=False)
    amend(
        room,
        "salma",
        renamed={"C1": "C9"},
        reworded=["C2"],
        split={"D1": ("D1", "D9")},
        merged={"E9": ("E1", "E2")},
        dropped=["A2"],
        new={"C3": rating("C8")},
    )
    room.do("claire", SheetRecalled(reason="new questions"))
    room.do("claire", Scored(about="karim", indicator="D1", value=2), Scored(about="karim", indicator="C9", value=3))
    room.do("claire", SheetSent())
    return room


def test_the_export_names_both_versions_and_their_mapping(tmp_path: Path) -> None:
    room = amended_village()
    first, second = room.meeting.grids.versions
    workbook = exported(room, tmp_path / "b.xlsx")
    told = "\n".join(texts(workbook))
    for grid in (first, second):
        assert grid.short_fingerprint in told
        assert grid.fingerprint in told
    for said in (
        "Version 1 (",
        "Agreed by: سلمى",
        "Rule: all moderators and observers",
        "by سلمى. Why: it was not clear",
        "What became of the indicators of version 1",
        "renamed or reworded; scores go on",
        "split; asked anew",
        "merged; asked anew",
        "dropped",
    ):
        assert said in told, said
    about = workbook["About"]
    rows = [[str(cell.value or "") for cell in row[:3]] for row in about.iter_rows()]
    assert [row[2][:3] for row in rows if row[0].startswith("C1 “")] == ["C9 "]
    assert next(row[2].splitlines() for row in rows if row[0].startswith("D1 “"))[1].startswith("D9 “")
    for sheet in visible(workbook):
        assert f"{second.short_fingerprint}, amended" in margin(sheet, "oddFooter", "left"), sheet.title


def test_what_went_on_is_marked_and_what_did_not_stands_aside_without_points(tmp_path: Path) -> None:
    workbook = exported(amended_village(), tmp_path / "b.xlsx")
    rows = {
        (row["observer"], row["about"], row["indicator"], row["grid_version"]): row for row in table(workbook, "Scores")
    }
    assert rows["Amina", "Karim", "C9", 1]["given_as"] == "C1"
    assert rows["Amina", "Karim", "C2", 1]["given_as"] is None
    assert rows["Claire", "Karim", "C9", 2]["given_as"] is None
    assert rows["Claire", "Karim", "D1", 2]["points"] == 2
    for code in ("D1", "E1", "A2"):
        row = rows["Amina", "Karim", code, 1]
        assert row["value"] is not None
        assert row["points"] is None
    sheet = workbook["Amina – Karim"]
    meanings = {row[0].value: str(row[4].value) for row in sheet.iter_rows() if row[0].value}
    assert "Given on version 1, as C1" in meanings["C9"]
    assert "Given on version 1, in its words" in meanings["C2"]
    assert "Given on version" not in meanings["C6"]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed: formulas are not recalculated")
def test_formulas_give_what_we_wrote_after_an_amendment(tmp_path: Path) -> None:
    room = amended_village()
    room.do("fatima", Reviewed(observer="amina", about="karim", indicator="C9", value=2, reason="it was so"))
    assert_same(build(see(room.meeting, None), "en", room.laptop(), "1.2.3"), tmp_path)


def test_a_workbook_of_before_the_amendment_is_read_through_the_mapping(tmp_path: Path) -> None:
    room = room_of_olga()
    path = brought(tmp_path, room, typed(1), typed(4, "A2"), typed("so it was", column="H"))
    amend(room, renamed={"A1": "A2", "A2": "A1"}, dropped=["A3"])
    found = through(room, path)
    assert {(edit.cell.indicator, edit.field, edit.after) for edit in found.edits} == {
        ("A2", "answer", 1),
        ("A1", "answer", 4),
        ("A2", "comment", "so it was"),
    }
    assert renamed(room.meeting.grids, 0) == ("A1 → A2", "A2 → A1")
    for change in proposed(room, found):
        assert change.fact is not None
        room.do("tess", change.fact)
    assert {cell.indicator: each.value for (_, cell), each in room.meeting.reviews.items()} == {"A2": 1, "A1": 4}


def test_what_is_not_asked_any_longer_is_told_cell_by_cell(tmp_path: Path) -> None:
    room = room_of_olga()
    path = brought(tmp_path, room, typed(1), typed(4, "A2"))
    amend(room, split={"A1": ("A1", "A7")}, dropped=["A2"])
    found = through(room, path)
    assert not found.edits
    assert [(each.message, each.values["code"]) for each in found.refusals] == [
        ("review.not_carried.split", "A1"),
        ("review.not_carried.dropped", "A2"),
    ]


def through(room: Room, path: Path) -> ReadBack:
    book, history = opened(path), room.meeting.grids
    return carried_edits(read_back(book, read_meta(book), history.versions[0]), history, 0)


def test_the_report_tells_who_said_no_what_followed_and_what_an_amendment_changed() -> None:
    room = small_room()
    grid = room.meeting.grid
    assert grid is not None
    room.do("olga", no(grid, "A2", "nobody can see it"))
    clearer = replaced(grid.by_id["A2"], text=words("Looks at the one who speaks"))
    room.do("mona", IndicatorProposed(action="edit", code="A2", indicator=clearer, reason="so that it can be seen"))
    room.do("omar", no(room.meeting.grid or grid, "B4", "too long"))
    room.do("milo", IndicatorProposed(action="drop", code="B4"))
    all_agree(room)
    room.do("tess", sealing(room))
    amend(room, renamed={"A1": "A7"}, dropped=["B1"])
    told = " ".join(as_text([(see(room.meeting, None), room.laptop())], Words("en"), 100).split())
    for said in (
        "Olga said no to A2: “nobody can see it”. Mona then changed it: “so that it can be seen”. Olga then said yes.",
        "Omar said no to B4: “too long”. Milo then dropped it.",
        "Amended after it had been agreed; this version is not sealed.",
        "Rule: all moderators and observers.",
        "Signed by: Mona, Milo, Olga, Omar",
        "A1 “indicator A1” → A7 “indicator A1”: renamed or reworded; scores go on",
        "B1 “indicator B1”: dropped",
        "4 indicators stay as they were: A2, A3, B2, B3",
    ):
        assert said in told, said


def test_the_paper_pack_names_the_grid_and_its_standing(tmp_path: Path) -> None:
    room = small_room()
    amend(room, dropped=["B4"])
    assert room.meeting.grid is not None
    blank(room.meeting, tmp_path / "p.xlsx", "en", room.laptop(), "1.2.3")
    workbook = load_workbook(tmp_path / "p.xlsx")
    line = f"grid {room.meeting.grid.short_fingerprint}, amended"
    for sheet in visible(workbook):
        assert line in margin(sheet, "oddFooter", "left")
    assert line in "\n".join(texts(workbook))
