"""What LibreOffice calculates is what we wrote beside each formula.

LibreOffice believes results that it finds in a file, so it is given the workbook without any.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from facilitate.domain.events.observing import Scored, SheetSent
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.meeting.view import see
from facilitate.domain.model import LANGUAGES, Language
from facilitate.domain.people import Role
from facilitate.domain.scale import Answer
from facilitate.workbook.book import Book, Place
from facilitate.workbook.export import build
from facilitate.workbook.package import saved
from tests.making import Room, small_room
from tests.workbook.village import village_meeting

SOFFICE = shutil.which("soffice")

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed: formulas are not recalculated")


def recalculated(book: Book, folder: Path) -> dict[Place, float | str]:
    """Every formula's value after LibreOffice has opened the workbook without results and saved it."""
    source = folder / "bare.xlsx"
    source.write_bytes(saved(book.workbook))
    out = folder / "out"
    assert SOFFICE
    command = [SOFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "xlsx"]
    subprocess.run([*command, "--outdir", str(out), str(source)], check=True, capture_output=True, timeout=180)
    read = load_workbook(out / "bare.xlsx", data_only=True)
    return {place: read[place.sheet][place.cell].value for place in book.cached}


def assert_same(book: Book, folder: Path) -> None:
    found = recalculated(book, folder)
    numbers = {place: value for place, value in book.cached.items() if not isinstance(value, str)}
    assert {place: found[place] for place in numbers} == pytest.approx(numbers, abs=1e-9)
    for place, value in book.cached.items():
        if isinstance(value, str):
            assert (found[place] or "") == value, place


@pytest.mark.parametrize("language", LANGUAGES)
def test_formulas_give_what_we_wrote(tmp_path: Path, language: Language) -> None:
    room = village_meeting()
    closed = room.meeting.closed
    assert closed
    book = build(see(room.meeting, None), language, closed, "1.2.3")
    assert len(book.cached) > 70
    assert "–" in book.cached.values()
    assert_same(book, tmp_path)


def test_names_full_of_signs_are_found(tmp_path: Path) -> None:
    room = odd_names()
    book = build(see(room.meeting, None), "en", room.laptop(), "1.2.3")
    means = [value for place, value in book.cached.items() if place.cell == "D5" and "–" in place.sheet]
    assert means == [4, 1, "–", 2.5, "–", "–"] * 2
    assert_same(book, tmp_path)


def odd_names() -> Room:
    room = small_room(observers=0)
    for number, name in enumerate(('=*?~"x"', "O'Brien & <sons>")):
        room.person(f"o{number}", Role.OBSERVER, name=name)
    for number, name in enumerate(("=*", "=*?", ">1")):
        room.person(f"m{number}", Role.MODERATOR, name=name)
    for observer in ("o0", "o1"):
        room.do(observer, Scored(about="mona", indicator="A1", value=4), Scored(about="mona", indicator="A2", value=4))
        room.do(observer, Scored(about="milo", indicator="A1", value=1))
        room.do(observer, Scored(about="milo", indicator="A2", value=Answer.NOT_APPLICABLE))
        room.do(observer, Scored(about="m0", indicator="A1", value=3))
        room.do(observer, Scored(about="m1", indicator="A1", value=3), Scored(about="m1", indicator="A2", value=2))
        room.do(observer, Scored(about="m2", indicator="A1", value=Answer.NOT_OBSERVED))
        room.do(observer, SheetSent())
    return room


def test_a_changed_score_moves_the_mean(tmp_path: Path) -> None:
    room = small_room(observers=1)
    room.do("olga", Scored(about="mona", indicator="A1", value=4), Scored(about="mona", indicator="A2", value=2))
    room.do("olga", SheetSent())
    book = build(see(room.meeting, None), "en", room.laptop(), "1.2.3")
    sheet = book.workbook["Olga – Mona"]
    place = book.answers["olga", Cell("mona", "A1")].cell
    sheet[place].value = "1 – level 1"
    found = recalculated(book, tmp_path)
    changed = {place: value for place, value in found.items() if ("" if value is None else value) != book.cached[place]}
    assert {place.sheet for place in changed} == {"Olga – Mona", "Summary", "Scores", "Comparison"}
    assert {value for value in changed.values() if not isinstance(value, str)} == {1, 1.5}
