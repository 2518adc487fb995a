"""Three ways: what was exported, what stands in the file, what the meeting holds now."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events.observing import ConsensusSet, EvidenceAdded, Reviewed, Scored, SheetRecalled, SheetSent
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.people import SETUP, Role
from facilitate.domain.scale import Answer
from facilitate.workbook.review.changes import Change
from tests.making import Room
from tests.workbook.reading import exported, table
from tests.workbook.review.rounds import back, proposed, written
from tests.workbook.review.test_reading import room_of_olga, typed


def brought(tmp_path: Path, room: Room, *edits: Any) -> Path:
    """A workbook of this meeting with these edits."""
    path = written(room, tmp_path / "book.xlsx")
    book = load_workbook(path)
    for edit in edits:
        edit(book)
    book.save(path)
    return path


def outcomes(made: list[Change]) -> list[tuple[str, str]]:
    return [(each.outcome, each.cell.indicator) for each in made]


def test_an_edit_becomes_a_review_beside_the_original(tmp_path: Path) -> None:
    room = room_of_olga()
    room.person("tara", Role.TRAINER)
    path = brought(tmp_path, room, typed(1), typed("it was so", column="H"), typed("A nod.\nShe waited.", column="F"))
    made = proposed(room, back(room, path))
    assert outcomes(made) == [("review", "A1"), ("evidence", "A1")]
    for change in made:
        assert change.fact
        room.do("tara", change.fact)
    review = room.meeting.reviews["olga", Cell("mona", "A1")]
    assert (review.value, review.reason, review.by) == (1, "it was so", "tara")
    assert review.source is not None
    assert (review.source.file, review.source.cell) == ("book.xlsx", f"Olga – Mona!C{_row(path)}")
    assert room.meeting.sheet("olga").marks[Cell("mona", "A1")].value == 3, "the original stays"
    assert [fact.text for fact in room.meeting.sheet("olga").evidence.values()] == ["She waited.", "A nod."]
    assert outcomes(proposed(room, back(room, path))) == [("known", "A1"), ("known", "A1")]
    row = table(exported(room, tmp_path / "again.xlsx"), "Scores")[0]
    assert (row["value"], row["original"], row["points"], row["reason"]) == (1, 3, 1, "it was so")
    assert not back(room, tmp_path / "again.xlsx").edits


def test_a_review_is_told_where_its_value_stands(tmp_path: Path) -> None:
    room = room_of_olga()
    room.person("tara", Role.TRAINER)
    plain = load_workbook(written(room, tmp_path / "plain.xlsx"))["Comparison"]
    room.do("tara", Reviewed(observer="olga", about="mona", indicator="A1", value=Answer.NOT_OBSERVED))
    book = load_workbook(written(room, tmp_path / "book.xlsx"), data_only=True)
    row = _row(tmp_path / "book.xlsx")
    assert book["Olga – Mona"].cell(row, 5).value == "Reviewed by a trainer", "no empty line above"
    told = "the review stands here"
    assert [told in str([cell.value for cell in sheet["A"]]) for sheet in (plain, book["Comparison"])] == [False, True]


def _row(path: Path) -> int:
    sheet = load_workbook(path)["Olga – Mona"]
    return next(int(row[0].row) for row in sheet.iter_rows(max_col=1) if row[0].value == "A1")


def test_where_the_meeting_moved_on_nobody_guesses(tmp_path: Path) -> None:
    room = room_of_olga()
    path = brought(tmp_path, room, typed(1), typed(4, "A2"))
    room.do("olga", SheetRecalled(reason="wrong line"), Scored(about="mona", indicator="A1", value=2))
    room.do("olga", Scored(about="mona", indicator="A2", value=4), SheetSent())
    made = proposed(room, back(room, path))
    assert [(each.outcome, each.before, each.after, each.now) for each in made] == [
        ("conflict", 3, 1, 2),
        ("known", 2, 4, 4),
    ]
    assert not any(each.fact for each in made)


def test_facts_of_an_observer_are_not_rewritten(tmp_path: Path) -> None:
    room = room_of_olga()
    path = brought(tmp_path, room, typed("She did not wait.", column="F"))
    assert outcomes(proposed(room, back(room, path))) == [("rewritten", "A1")]


def test_consensus_with_its_reason(tmp_path: Path) -> None:
    room = room_of_olga()
    room.person("tara", Role.TRAINER)

    def agree(book: Any) -> None:
        sheet = book["Comparison"]
        heads = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value == "Consensus score"}
        first = next(row[0].row for row in sheet.iter_rows(max_col=1) if row[0].value == "A1")
        column = heads["Consensus score"].column
        sheet.cell(first, column).value = "2 – level 2"
        sheet.cell(first, column + 1).value = "after talking"

    path = brought(tmp_path, room, agree)
    made = proposed(room, back(room, path))
    assert outcomes(made) == [("consensus", "A1")]
    assert isinstance(made[0].fact, ConsensusSet)
    room.do("tara", made[0].fact)
    agreed = room.meeting.consensus[Cell("mona", "A1")]
    assert (agreed.value, agreed.reason) == (2, "after talking")
    assert outcomes(proposed(room, back(room, path))) == [("known", "A1")]


def test_only_trainers_review_and_only_what_is_open(tmp_path: Path) -> None:
    room = room_of_olga()
    room.person("tara", Role.TRAINER)
    fact = proposed(room, back(room, brought(tmp_path, room, typed(Answer.NOT_OBSERVED.value, "A2"))))
    assert not fact, "a word of programs is no answer"
    review = proposed(room, back(room, brought(tmp_path, room, typed(1))))[0].fact
    assert isinstance(review, Reviewed)
    assert isinstance(room.try_("mona", review), Refused)
    assert not isinstance(room.try_(SETUP, review), Refused)
    late = EvidenceAdded(
        evidence="late", observer="olga", about="mona", indicator="A1", text="late", source=review.source
    )
    assert isinstance(room.try_("olga", late.model_copy(update={"source": None})), Refused)
    room.do("olga", SheetRecalled(reason="again"))
    assert isinstance(room.try_("tara", review), Refused), "scores are closed again"
