"""The table `Scores` holds exactly the scores of the meeting, for programs to read."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.base import Origin
from facilitate.domain.events.observing import (
    EvidenceAdded,
    IntervalMarked,
    Scored,
    SheetSent,
    Tallied,
    Timed,
)
from facilitate.domain.grid import Section
from facilitate.domain.indicator import Choice, Duration, Interval, Note, Option, Tally, YesNo
from facilitate.domain.model import LANGUAGES, Language
from facilitate.domain.people import SETUP
from facilitate.domain.scale import Answer, Band, Chosen, Noted
from facilitate.workbook.score_rows import ScoreRow
from tests.making import START, Room, rating, small_grid, small_room, words
from tests.workbook.reading import exported, table
from tests.workbook.village import village_meeting

COLUMNS = (
    *("observer", "about", "indicator", "value", "evidence", "step"),
    *("section", "points", "sent_at", "version", "reason", "source"),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_scores_are_those_of_the_meeting(tmp_path: Path, language: Language) -> None:
    room = village_meeting()
    rows = table(exported(room, tmp_path / "book.xlsx", language), "Scores")
    assert tuple(rows[0])[: len(COLUMNS)] == COLUMNS
    meeting = room.meeting
    expected = {
        (meeting.name(observer), meeting.name(cell.about) or "meeting", cell.indicator): mark.value
        for observer, sheet in meeting.sheets.items()
        for cell, mark in sheet.marks.items()
    }
    codes = {"yes": Answer.YES, "no": Answer.NO, "NOBS": Answer.NOT_OBSERVED, "NA": Answer.NOT_APPLICABLE}
    found = {(row["observer"], row["about"], row["indicator"]): codes.get(row["value"], row["value"]) for row in rows}
    assert found == expected
    assert len(rows) == len(expected)


def test_other_tables(tmp_path: Path) -> None:
    workbook = exported(village_meeting(), tmp_path / "book.xlsx")
    steps = table(workbook, "Steps")
    assert [row["step"] for row in steps][:2] == ["Y00", "Y01"]
    assert {row["state"] for row in steps} == {"done"}
    assert (steps[4]["planned_minutes"], steps[4]["actual_minutes"]) == (23, pytest.approx(18 * 1.3))
    turns = table(workbook, "Turns")
    assert turns[0]["person"] == "سلمى"
    assert sum(row["seconds"] for row in turns) > 0
    needs = table(workbook, "Needs")
    assert [(row["need"], row["dots"], row["theme"]) for row in needs][1] == ("n2", 14, "Learning")
    assert needs[3]["text"] == "=SUM(1,2) is what the accountant wrote on the card"
    assert [row["text"] for row in table(workbook, "Decisions")] == ["The hall opens every day after four."]
    actions = table(workbook, "Actions")
    assert [row["complete"] for row in actions] == ["yes", "yes", "no"]
    assert actions[0]["due"].date().isoformat() == "2026-08-01"
    assert table(workbook, "Notes")[0]["kind"] == "parking"


def room_with_all_kinds() -> Room:
    """One indicator of each kind, all about the meeting but the first."""
    groups = (Option(id="women", label=words("women")), Option(id="men", label=words("men")))
    bands = (Band(max=2, score=4), Band(score=1))
    indicators = (
        rating("A1"),
        YesNo(id="A2", text=words("?")),
        Choice(id="A3", text=words("?"), options=groups, several=True),
        Tally(id="A4", text=words("?"), groups=groups, bands=bands),
        Duration(id="A5", text=words("?"), bands=bands),
        Interval(id="A6", text=words("?"), codes=groups),
        Note(id="A7", text=words("?")),
        rating("A8", about="step"),
    )
    room = small_room()
    grid = small_grid().with_sections((Section(id="A", title=words("A"), indicators=indicators),))
    room.do(SETUP, GridProposed(grid=grid))
    return room


def test_every_kind_of_answer_has_its_row(tmp_path: Path) -> None:
    room = room_with_all_kinds()
    source = Origin(file="paper.xlsx", cell="C8")
    room.do(
        "olga",
        Scored(about="mona", indicator="A1", value=3, step="S2"),
        EvidenceAdded(evidence="e1", about="mona", indicator="A1", text="first"),
        EvidenceAdded(evidence="e2", about="mona", indicator="A1", text="second", photo="wall.jpg", on_paper=True),
        Scored(indicator="A2", value=Answer.NO, reason="because"),
        Scored(indicator="A3", value=Chosen(choices=("men", "women"))),
        *(Tallied(indicator="A4", group=group) for group in ("men", "women", "men")),
        Timed(indicator="A5", timing="x", start=START, stop=START + timedelta(seconds=90)),
        IntervalMarked(indicator="A6", interval=1, codes=("men",)),
        IntervalMarked(indicator="A6", interval=2, missed=True),
        Scored(indicator="A7", value=Noted(text="two\nlines")),
        Scored(indicator="A8", value=4, step="S1"),
        Scored(indicator="A8", value=2, step="S3", source=None),
    )
    room.do("olga", Scored(indicator="A2", value=Answer.YES, observer="olga", source=source, reason="because"))
    room.do("olga", SheetSent())
    room.do("omar", Scored(about="mona", indicator="A1", value=1))
    room.do("omar", SheetSent())
    rows = [row for row in table(exported(room, tmp_path / "b.xlsx"), "Scores") if row["observer"] == "Olga"]
    short = [(row["indicator"], row["value"], row["points"], row["step"], row["part"]) for row in rows]
    assert short == [
        ("A1", 3, 3, "S2", None),
        ("A2", "yes", 4, None, None),
        ("A3", "men;women", None, None, None),
        ("A4", 3, 1, None, None),
        ("A4", 2, None, None, "men"),
        ("A4", 1, None, None, "women"),
        ("A5", 90, 1, None, None),
        ("A6", "men", None, None, "1"),
        ("A6", "missed", None, None, "2"),
        ("A7", "two\nlines", None, None, None),
        ("A8", 4, 4, "S1", None),
        ("A8", 2, 2, "S3", None),
    ]
    assert (rows[0]["about"], rows[0]["section"], rows[0]["version"]) == ("Mona", "A", "1")
    assert rows[0]["evidence"] == "first\nsecond [photo wall.jpg] [on paper]"
    assert rows[0]["sent_at"] == START.replace(tzinfo=None)
    assert (rows[1]["reason"], rows[1]["source"]) == ("because", "paper.xlsx C8")


def test_columns_are_the_fields() -> None:
    assert ScoreRow._fields == (*COLUMNS, "part", "original", "grid_version", "given_as")
