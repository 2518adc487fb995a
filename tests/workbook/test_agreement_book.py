"""The sheet on observers' agreement in the whole workbook: its language, its pages, recalculated."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from facilitate.domain.events.observing import MEETING, ConsensusSet
from facilitate.domain.events.running import MeetingClosed
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.model import LANGUAGES, Language
from facilitate.workbook.agreement.paging import begin_pages
from facilitate.workbook.agreement.spans import WIDTHS
from tests.workbook.recalculating import needs_libreoffice, recalculated
from tests.workbook.test_agreement_sheet import SHEET, built, three, told
from tests.workbook.village import village_meeting


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_speaks_the_language_of_the_book(language: Language) -> None:
    book = built(village_meeting(), language)
    sheet = book.workbook.worksheets[SHEET]
    assert sheet.sheet_view.rightToLeft == (language == "ar")
    assert len(told(book)) > 60
    assert not [text for text in told(book) if text.startswith(("sheets.", "agreement.", "agreed.")) or "{" in text]
    covered = [area for area in sheet.merged_cells.ranges if area.max_col > len(WIDTHS)]
    assert not covered


def test_pages_begin_before_a_part_that_would_be_torn() -> None:
    sheet = Workbook().active
    assert sheet is not None
    for row in range(1, 200):
        sheet.row_dimensions[row].height = 18
    begin_pages(sheet, [10, 45], 80)
    assert [each.id for each in sheet.row_breaks.brk] == [44], "the second part does not fit under the first"
    sheet.row_breaks.brk = ()
    begin_pages(sheet, [5], 190)
    assert not sheet.row_breaks.brk, "no page is left nearly empty for what is longer than a page"


def test_what_is_agreed_on_is_no_more_to_talk_about() -> None:
    room = three((1, 4, 4), (4, 1, 1), (2, 2, 2))
    room.do("mona", MeetingClosed())
    room.do("tess", ConsensusSet(about=MEETING, indicator="A2", value=3, reason="the third row"))
    book = built(room)
    talk = {place.cell: value for place, value in book.cached.items() if place.sheet == "Comparison"}
    assert [value for value in talk.values() if isinstance(value, str) and "talk" in value] == ["◆ talk"]


@needs_libreoffice
def test_recalculated_nothing_is_an_error_and_edited_scores_are_noticed(tmp_path: Path) -> None:
    room = three((4, 3, 2), (2, 2, 2))
    book = built(room)
    place = book.answers["olga", Cell(MEETING, "A1")]
    book.workbook[place.sheet][place.cell].value = "1 – level 1"
    found = recalculated(book, tmp_path)
    (state,) = [value for place, value in found.items() if place.sheet == "Observers' agreement"]
    assert str(state).startswith("Scores were edited")
    read = load_workbook(tmp_path / "out" / "bare.xlsx", data_only=True)
    every = [cell for sheet in read.worksheets for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in every if cell.data_type == "e" or str(cell.value).lower() in ("nan", "inf")]
