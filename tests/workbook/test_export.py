"""The workbook as a file: whole or not at all, the same bytes for the same meeting, nothing in it that was hidden."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from facilitate.domain.events.capturing import Captured, CaptureKind
from facilitate.domain.events.observing import EvidenceAdded, Scored, SheetSent
from facilitate.domain.events.preparing import MeetingChanged, PersonErased
from facilitate.domain.meeting.view import see
from facilitate.domain.model import LANGUAGES, Language, Wording
from facilitate.domain.people import SETUP, Role
from facilitate.language import Words
from facilitate.workbook.export import export
from facilitate.workbook.safe import must_be_quoted
from tests.making import Room, seal, small_room
from tests.workbook.reading import VERSION, exported, raw, table, texts, visible
from tests.workbook.village import village_meeting


def scored(room: Room, observer: str, about: str, value: int, fact: str = "") -> None:
    room.do(observer, Scored(about=about, indicator="A1", value=value))
    if fact:
        room.do(observer, EvidenceAdded(evidence=f"{observer}-1", about=about, indicator="A1", text=fact))


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_said_in_the_language(tmp_path: Path, language: Language) -> None:
    room = village_meeting(unsent=("claire",), rehearsal=True)
    workbook = exported(room, tmp_path / "book.xlsx", language, person="amina")
    said = texts(workbook)
    assert not [text for text in said if re.match(r"(workbook|analysis|common)\.", text)]
    assert not [text for text in said if "{" in text]
    words = Words(language)
    assert workbook.sheetnames[0] == words("workbook.sheet.summary")
    assert visible(workbook)[-1].title == words("workbook.sheet.about")
    assert any(words("workbook.rehearsal") == text for text in said)
    assert all(bool(sheet.sheet_view.rightToLeft) == (language == "ar") for sheet in workbook.worksheets)


def test_the_same_meeting_gives_the_same_bytes(tmp_path: Path) -> None:
    room = village_meeting()
    exported(room, tmp_path / "one.xlsx")
    room.laptop.passes(minutes=500)
    exported(room, tmp_path / "two.xlsx")
    exported(village_meeting(), tmp_path / "three.xlsx")
    one = (tmp_path / "one.xlsx").read_bytes()
    assert one == (tmp_path / "two.xlsx").read_bytes()
    assert one == (tmp_path / "three.xlsx").read_bytes()


def test_programs_find_the_meeting_and_the_grid(tmp_path: Path) -> None:
    room = small_room()
    workbook = exported(room, tmp_path / "book.xlsx")
    found = {each.name: each.value for each in workbook.custom_doc_props.props}  # type: ignore[attr-defined]
    grid = room.meeting.grid
    assert grid
    assert found == {"facilitate_meeting": "meeting1", "facilitate_grid": grid.fingerprint, "facilitate_schema": 2}
    names = [name for sheet in workbook.worksheets for name in sheet.tables]
    assert names == ["Scores", "Steps", "Turns", "Needs", "Decisions", "Actions", "Notes", "Agreement"]


def test_a_sheet_that_was_not_sent_is_nowhere_in_the_file(tmp_path: Path) -> None:
    room = small_room()
    scored(room, "olga", "mona", 4, "the gate was painted green")
    room.do("olga", SheetSent())
    scored(room, "omar", "mona", 2, "SECRET-EVIDENCE")
    exported(room, tmp_path / "all.xlsx")
    assert "SECRET-EVIDENCE" not in raw(tmp_path / "all.xlsx")
    assert "painted green" not in raw(tmp_path / "all.xlsx"), "everybody waits until all have sent"
    workbook = exported(room, tmp_path / "olga.xlsx", person="olga")
    assert "SECRET-EVIDENCE" not in raw(tmp_path / "olga.xlsx")
    assert "painted green" in raw(tmp_path / "olga.xlsx")
    assert {row["observer"] for row in table(workbook, "Scores")} == {"Olga"}
    assert "1 observer has not sent the scoresheet yet: Omar" in texts(workbook)
    nobody = load_workbook(tmp_path / "all.xlsx")
    assert "1 scoresheet was sent and stays closed until all have sent: Olga" in texts(nobody)
    assert len(visible(nobody)) == 17


def test_an_erased_name_is_nowhere_in_the_file(tmp_path: Path) -> None:
    room = small_room()
    scored(room, "olga", "mona", 4)
    room.do("nora", PersonErased(person="mona"))
    workbook = exported(room, tmp_path / "book.xlsx", person="olga")
    assert "Mona" not in raw(tmp_path / "book.xlsx")
    assert table(workbook, "Scores")[0]["about"] == "mona", "the id stands for the name"


def test_an_agreed_grid_says_so(tmp_path: Path) -> None:
    room = small_room()
    grid = room.meeting.grid
    assert grid
    assert f"grid {grid.short_fingerprint}, not agreed" in "\n".join(texts(exported(room, tmp_path / "a.xlsx")))
    seal(room)
    workbook = exported(room, tmp_path / "b.xlsx")
    assert f"grid {grid.short_fingerprint}, agreed" in "\n".join(texts(workbook))
    assert "not agreed" not in raw(tmp_path / "b.xlsx")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_meeting_exports(tmp_path: Path, language: Language) -> None:
    assert exported(Room(), tmp_path / "nothing.xlsx", language).sheetnames
    assert table(exported(small_room(), tmp_path / "small.xlsx", language), "Scores") == []


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        '=HYPERLINK("http://example.org")',
        "+1",
        "-1+2",
        "@SUM(A1)",
        "#N/A",
        "'quoted",
        "[bold]not bold[/bold]",
        "\u202eabc",
        "16-07",
        "a & b < c > d",
        "_x0041_",
    ],
)
def test_text_stays_text(tmp_path: Path, text: str) -> None:
    room = small_room()
    room.person("p1", Role.PARTICIPANT, name=text)
    room.do(SETUP, MeetingChanged(title=Wording(en=text), place=text))
    room.do("nora", Captured(capture="n1", what=CaptureKind.NEED, text=text, owner="p1"))
    scored(room, "olga", "mona", 4, text)
    kept = room.meeting.captures["n1"].text
    path = tmp_path / "book.xlsx"
    workbook = exported(room, path, person="olga")
    written = kept.replace("_x0041_", "_x005F_x0041_")  # read as _x0041_ by Excel; openpyxl shows it as it stands
    assert table(workbook, "Needs")[0]["text"] == written
    assert table(workbook, "Scores")[0]["evidence"] == written
    formulas = load_workbook(path)
    for sheet in formulas.worksheets:
        for row in sheet.iter_rows():
            assert not [cell for cell in row if cell.data_type == "f" and str(cell.value) == kept]
    quoted = [cell for row in formulas["Needs"].iter_rows() for cell in row if cell.value == written]
    assert quoted
    assert {cell.data_type for cell in quoted} == {"s"}
    assert {bool(cell.quotePrefix) for cell in quoted} == {must_be_quoted(written)}


def test_very_long_text_is_cut_with_an_ellipsis(tmp_path: Path) -> None:
    room = small_room()
    scored(room, "olga", "mona", 4, "é" * 60_000)
    evidence = table(exported(room, tmp_path / "b.xlsx", person="olga"), "Scores")[0]["evidence"]
    assert len(evidence) == 32_767
    assert evidence.endswith("é…")


def test_people_of_the_same_name_are_told_apart(tmp_path: Path) -> None:
    room = small_room()
    room.person("amina1", Role.MODERATOR, name="Amina")
    room.person("amina2", Role.MODERATOR, name="amina")
    room.person("odd", Role.MODERATOR, name="Meeting")
    for number, person in enumerate(("amina1", "amina2", "odd"), 1):
        scored(room, "olga", person, number)
    workbook = exported(room, tmp_path / "b.xlsx", person="olga")
    about = [(row["about"], row["value"]) for row in table(workbook, "Scores")]
    assert about == [("Amina", 1), ("amina (2)", 2), ("Meeting (2)", 3)]
    assert "Olga – amina (2)" in workbook.sheetnames
    assert workbook["Olga – amina (2)"]["D5"].value == "–", "one of two scored"


def test_an_unwritable_place_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = small_room()
    path = tmp_path / "book.xlsx"
    path.write_text("before")
    with pytest.raises(FileNotFoundError):
        export(room.meeting, tmp_path / "missing" / "book.xlsx", "en", room.laptop(), VERSION)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        export(room.meeting, path, "en", room.laptop(), VERSION)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_moment_of_the_meeting_and_not_of_this_computer(tmp_path: Path) -> None:
    room = small_room()
    exported(room, tmp_path / "b.xlsx")
    created = room.meeting.created
    assert created
    assert f"{created.wall:%Y-%m-%dT%H:%M:%SZ}</dcterms:modified>" in raw(tmp_path / "b.xlsx")
    room.laptop.passes(minutes=3)
    scored(room, "olga", "mona", 4)
    room.do("olga", SheetSent())
    exported(room, tmp_path / "c.xlsx")
    later = created.wall + timedelta(minutes=3)
    assert f"{later:%Y-%m-%dT%H:%M:%SZ}</dcterms:modified>" in raw(tmp_path / "c.xlsx")


def test_views_do_not_change_the_meeting() -> None:
    room = small_room()
    assert see(room.meeting, None).people == room.meeting.people
