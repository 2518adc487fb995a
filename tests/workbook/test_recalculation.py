"""What LibreOffice calculates is what we wrote beside each formula.

LibreOffice believes results that it finds in a file, so it is given the workbook without any.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from facilitate.domain.events.observing import Scored, SheetSent
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.meeting.view import see
from facilitate.domain.model import LANGUAGES, Language
from facilitate.domain.people import Role
from facilitate.domain.scale import Answer
from facilitate.kits.kit_file import read_kit
from facilitate.kits.rehearsal.play import play
from facilitate.workbook.book import Book, Place
from facilitate.workbook.export import build
from facilitate.workbook.package import saved
from facilitate.workbook.safe import writable
from tests.making import Laptop, Room, small_room
from tests.workbook.village import village_meeting

SOFFICE = shutil.which("soffice")

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed: formulas are not recalculated")


def recalculated(book: Book, folder: Path) -> dict[Place, Any]:
    """Every formula's value after LibreOffice has opened the workbook without results and saved it."""
    return all_recalculated([book], folder)[0]


def all_recalculated(books: Sequence[Book], folder: Path) -> list[dict[Place, Any]]:
    """The same for many workbooks, of which LibreOffice opens one after the other; no cell of any may be an error."""
    sources = [folder / f"bare{number}.xlsx" for number in range(len(books))]
    for book, source in zip(books, sources, strict=True):
        source.write_bytes(saved(book.workbook))
    out = folder / "out"
    assert SOFFICE
    command = [SOFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "xlsx"]
    subprocess.run([*command, "--outdir", str(out), *map(str, sources)], check=True, capture_output=True, timeout=300)
    found = []
    for book, source in zip(books, sources, strict=True):
        read = load_workbook(out / source.name, data_only=True)
        cells = (cell for sheet in read.worksheets for row in sheet.iter_rows() for cell in row)
        assert [cell.coordinate for cell in cells if cell.data_type == "e"] == []
        found.append({place: _number(read[place.sheet][place.cell].value) for place in book.cached})
    return found


def _number(value: Any) -> Any:
    """A moment as Excel counts it, in days, to the second; reading it as a date has cut what is finer. Signs that look
    like an escape as themselves: openpyxl leaves them as LibreOffice wrote them."""
    if isinstance(value, str):
        return value.replace("_x005F_", "_")
    if isinstance(value, datetime):
        return round((value - datetime(1899, 12, 30)) / timedelta(seconds=1)) / 86_400
    return value


def assert_same(book: Book, folder: Path) -> None:
    assert_equal(book, recalculated(book, folder))


def assert_equal(book: Book, found: dict[Place, Any]) -> None:
    numbers = {place: value for place, value in book.cached.items() if not isinstance(value, str)}
    assert {place: found[place] for place in numbers} == pytest.approx(numbers, abs=1e-9)
    for place, value in book.cached.items():
        if isinstance(value, str):
            assert (found[place] or "") == writable(value), place


@pytest.mark.parametrize("language", LANGUAGES)
def test_formulas_give_what_we_wrote(tmp_path: Path, language: Language) -> None:
    room = village_meeting()
    closed = room.meeting.closed
    assert closed
    book = build(see(room.meeting, None), language, closed, "1.2.3")
    assert len(book.cached) > 70
    assert "–" in book.cached.values()
    assert_same(book, tmp_path)


def test_three_by_two_and_ten_by_three_in_every_language(tmp_path: Path) -> None:
    books = []
    for observers, moderators in ((3, 2), (10, 3)):
        meeting = play(read_kit("farmers"), 4, observers=observers, moderators=moderators).meeting
        assert meeting.closed
        books += [build(see(meeting, None), language, meeting.closed, "1.2.3") for language in LANGUAGES]
    assert len(books[0].cached) > 700
    assert len(books[-1].cached) > 1800
    for book, found in zip(books, all_recalculated(books, tmp_path), strict=True):
        assert_equal(book, found)


def test_a_meeting_in_which_nothing_happened_has_no_error(tmp_path: Path) -> None:
    rooms = (Room(Laptop()), small_room(observers=0), small_room())
    books = [build(see(room.meeting, None), "en", room.laptop(), "1.2.3") for room in rooms]
    for book, found in zip(books, all_recalculated(books, tmp_path), strict=True):
        assert_equal(book, found)


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
    before = {place: value for place, value in book.cached.items() if place.sheet != "Agenda"}
    changed = {place: value for place, value in found.items() if ("" if value is None else value) != before.get(place)}
    changed = {place: value for place, value in changed.items() if place in before}
    assert {place.sheet for place in changed} == {"Olga – Mona", "Summary", "Scores", "Comparison"}
    assert {value for value in changed.values() if not isinstance(value, str)} == {1, 1.5}
