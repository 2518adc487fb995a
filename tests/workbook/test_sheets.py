"""What stands on the sheets that people read, and how they print."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from facilitate.domain.events.agreeing import GridAmended, Mapped
from facilitate.domain.events.observing import Scored, SheetSent
from facilitate.domain.grid import Section
from facilitate.domain.scale import Answer
from facilitate.workbook.styles import HIGH, LOOKS, LOW, MIDDLE, WHITE
from tests.making import rating, seal, small_room, words
from tests.workbook.reading import exported, margin, texts, visible
from tests.workbook.village import village_meeting


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return exported(village_meeting(), tmp_path_factory.mktemp("book") / "book.xlsx")


def row_of(workbook: Workbook, sheet: str, first: str) -> list[Any]:
    """The row that begins with this text."""
    rows = ([cell.value for cell in row] for row in workbook[sheet].iter_rows())
    return next(row for row in rows if row[0] == first)


def test_a_scoresheet_has_every_indicator_with_answer_meaning_and_fact(book: Workbook) -> None:
    sheet = "Amina – Karim"
    assert row_of(book, sheet, "A2")[2:5] == ["not observed", None, None]
    code, indicator, answer, points, meaning, evidence, step = row_of(book, sheet, "C1")[:7]
    assert (code, answer, points, step) == ("C1", 1, 1, "Y04")
    assert indicator.startswith("Invites and helps quiet people")
    assert meaning.startswith("Missing or harmful – Only those who push in speak")
    assert evidence.startswith("“Let us hear the last row”")
    codes = [cell.value for row in book[sheet].iter_rows(max_col=1) for cell in row]
    assert "A1" not in codes, "what is about the meeting stands on the meeting's sheet"


def test_values_from_the_log_are_marked_and_no_scores(book: Workbook) -> None:
    assert row_of(book, "Amina – the meeting", "A1")[2:5] == [9, 3, "From the log"]
    assert row_of(book, "Amina – the meeting", "D5")[2:5] == [35, 3, "Instead of 33.3 from the log"]
    assert "From the log: 0.91" in row_of(book, "Amina – the meeting", "C3")[5]


def test_a_log_that_cannot_answer_says_why(tmp_path: Path) -> None:
    workbook = exported(village_meeting(closed=False), tmp_path / "b.xlsx")
    answer, _, meaning = row_of(workbook, "Amina – the meeting", "A1")[2:5]
    assert answer is None
    assert "only when the meeting is closed" in meaning


def test_sections_carry_their_means(book: Workbook) -> None:
    assert row_of(book, "Amina – سلمى", "A")[3:5] == ["–", "no mean: 1 of 2 scored"]
    assert row_of(book, "Amina – سلمى", "B")[3:5] == [2.5, "mean of 2 of 2"]


def test_the_summary_gives_means_spreads_and_observers(book: Workbook) -> None:
    rows = [[cell.value for cell in row] for row in book["Summary"].iter_rows()]
    glance, whole = [row for row in rows if row[:2] == ["B", "Time and agenda"]]
    assert glance[2:6] == [3, 3.5, 3, None]
    assert whole[2:] == [3, 1, 2, 3.5, "–", 1, 3, "–", 0]
    said = texts(book)
    assert "4 needs" in said
    assert "1 decision" in said
    assert "missing" in said
    ranking = [row[1].value for row in book["Needs and ranking"].iter_rows(max_col=2)]
    first = ranking[ranking.index("Need") :]
    assert first.index("نحتاج إلى قاعة للشباب فيها حواسيب وإنترنت، مفتوحة بعد العصر.") < first.index(
        "The women's road to the well floods every spring; nobody can pass with a donkey after rain."
    ), "most dots first"


def test_links_lead_to_every_sheet(book: Workbook) -> None:
    summary = book["Summary"]
    targets = [cell.hyperlink.location for row in summary.iter_rows() for cell in row if cell.hyperlink]
    every = ["'" + name.replace("'", "''") + "'!A1" for name in [each.title for each in visible(book)[1:]]]
    assert targets[1:] == every
    below = int(str(targets[0]).removeprefix("'Summary'!A"))
    assert summary.cell(below, 1).value == "Sheets of this workbook"
    for sheet in visible(book)[1:]:
        back = [cell.hyperlink.location for row in sheet.iter_rows(max_row=4) for cell in row if cell.hyperlink]
        assert back == ["'Summary'!A1"]


def test_sheets_print_on_a4(book: Workbook) -> None:
    for sheet in visible(book):
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.fitToWidth == 1
        parts = 3 if sheet.title == "Comparison" else 1  # two moderators and the meeting
        assert sheet.page_setup.fitToHeight in (0, parts)
        assert margin(sheet, "oddFooter", "right") == "&P / &N"
        assert margin(sheet, "oddHeader", "left") == "Youth meeting at Aït Bouguemez: needs && wishes"
    for sheet in visible(book)[1:-1]:
        assert sheet.freeze_panes
        if sheet.tables or sheet.title.startswith(("Amina", "Notes")):
            assert sheet.print_title_rows


def test_arabic_margins_are_the_other_way_round(tmp_path: Path) -> None:
    sheet = exported(village_meeting(), tmp_path / "b.xlsx", "ar").worksheets[0]
    assert margin(sheet, "oddFooter", "left") == "&P / &N"
    assert margin(sheet, "oddHeader", "right").startswith("اجتماع شباب")


def test_notes_are_read_in_their_own_direction(tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    exported(village_meeting(), path, "ar")
    orders = {
        cell.value: cell.alignment.readingOrder
        for sheet in load_workbook(path).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and ("Let us hear" in cell.value or "أعاد الكلام" in cell.value)
    }
    assert {order for text, order in orders.items() if text.startswith("“")} == {1}
    assert {order for text, order in orders.items() if text.startswith("أعاد")} == {2}


def test_scores_on_an_earlier_version_stand_apart(tmp_path: Path) -> None:
    room = small_room()
    grid = room.meeting.grid
    assert grid
    room.do("olga", Scored(about="mona", indicator="A1", value=4), Scored(about="mona", indicator="A2", value=1))
    seal(room)
    sections = (Section(id="A", title=words("A"), indicators=(rating("A1"),)),)
    old = (*grid.by_id,)
    mapping = (Mapped(how="same", old=("A1",), new=("A1",)), Mapped(how="dropped", old=old[1:]))
    amended = grid.with_sections(sections)
    room.do("mona", GridAmended(grid=amended, before=grid.fingerprint, mapping=mapping, reason="shorter"))
    room.do("olga", Scored(about="mona", indicator="A1", value=3), SheetSent())
    room.do("omar", Scored(about="mona", indicator="A1", value=Answer.NOT_OBSERVED), SheetSent())
    workbook = exported(room, tmp_path / "b.xlsx")
    assert "Given on an earlier version of the grid, outside all means" in texts(workbook)
    assert row_of(workbook, "Olga – Mona", "A2")[2:4] == [1, None]
    assert row_of(workbook, "Olga – Mona", "A")[3] == 3


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2)."""

    def luminance(colour: str) -> float:
        parts = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("look", LOOKS)
def test_text_can_be_read_on_its_ground(look: str) -> None:
    assert contrast(LOOKS[look].ink, LOOKS[look].ground or WHITE) >= 7


def test_means_can_be_read_on_every_colour() -> None:
    assert min(contrast(LOOKS["mean"].ink, colour) for colour in (LOW, MIDDLE, HIGH)) >= 7
