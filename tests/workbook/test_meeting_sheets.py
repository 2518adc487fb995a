"""The sheets on how the meeting went: agenda, participation, needs, decisions and actions, notes, agreement."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl.workbook import Workbook

from facilitate.domain.events.capturing import Captured, CaptureKind
from facilitate.domain.events.running import StepSkipped
from tests.making import small_room
from tests.workbook.reading import exported, texts
from tests.workbook.village import NEEDS, village_meeting


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return exported(village_meeting(), tmp_path_factory.mktemp("book") / "book.xlsx")


def rows(workbook: Workbook, sheet: str) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in workbook[sheet].iter_rows()]


def starting(workbook: Workbook, sheet: str, *first: Any) -> list[Any]:
    """The row that begins with these values."""
    return next(row for row in rows(workbook, sheet) if tuple(row[: len(first)]) == first)


def test_the_agenda_tells_planned_and_actual(book: Workbook) -> None:
    step = starting(book, "Agenda", "Y04")
    at_first, planned, actual, difference = step[4:8]
    assert (at_first, planned) == (18, 23), "extended by five minutes"
    assert difference == pytest.approx(actual - planned)
    assert starting(book, "Agenda", "Y00")[2] == "–", "what does not count has no hour"
    counted = [row for row in rows(book, "Agenda") if isinstance(row[2], datetime)]
    whole = starting(book, "Agenda", None, "All steps that count")
    assert whole[5] == sum(row[5] for row in counted)
    assert whole[6] == pytest.approx(sum(row[6] for row in counted))
    begin = [row[2] for row in counted]
    assert begin[0] == datetime(2026, 7, 16, 14, 0), "as announced"
    assert (begin[1] - begin[0]).total_seconds() == pytest.approx(counted[0][4] * 60, abs=1)


def test_a_step_left_out_says_why(tmp_path: Path) -> None:
    room = small_room()
    room.do("mona", StepSkipped(step="S2", reason="no time"))
    assert starting(exported(room, tmp_path / "b.xlsx"), "Agenda", "S2")[8] == "left out: no time"


def test_groups_speak_in_proportion_or_not(book: Workbook) -> None:
    women, men = (starting(book, "Participation", "Sex", sex) for sex in ("women", "men"))
    assert (women[2], men[2]) == (11, 9)
    assert women[3] == pytest.approx(11 / 20)
    assert women[6] + men[6] == pytest.approx(1)
    assert women[7] == pytest.approx(women[6] / women[3])
    assert women[8] in ("less than their share", "about their share", "more than their share")
    everybody = starting(book, "Participation", None, "all participants")
    assert women[4] + men[4] == everybody[2]
    moderators = [starting(book, "Participation", None, name) for name in ("Karim", "سلمى")]
    assert everybody[4] + sum(row[4] for row in moderators) == pytest.approx(1)


def test_without_turns_no_share_is_shown(tmp_path: Path) -> None:
    workbook = exported(small_room(), tmp_path / "b.xlsx")
    said = [text for text in texts(workbook) if "not shown" in text]
    assert any("no speaking turns were noted" in text for text in said)
    assert not workbook["Participation"]._charts  # type: ignore[attr-defined]


def test_needs_stand_under_their_ranking(book: Workbook) -> None:
    found = rows(book, "Needs and ranking")
    assert starting(book, "Needs and ranking", 1)[:5] == [1, "Learning", 20, "–", 2]
    last = next(row for row in found if row[1] == NEEDS[3][0])
    assert last[:3] == [3, NEEDS[3][0], 1]


def test_actions_say_what_they_lack(book: Workbook) -> None:
    actions = {row[1]: row for row in rows(book, "Decisions and actions")}
    assert actions["Ask the commune for the key"][2:6] == ["Karim", datetime(2026, 8, 1), "complete", "open"]
    assert actions["سؤال الجمعية عن الحواسيب"][3] == "بعد جني الزيتون"
    assert actions["Find a mathematics teacher"][2:5] == [
        "missing",
        "missing",
        "missing: Person in charge, By when",
    ]
    assert actions["Actions with who and by when"][2] == pytest.approx(2 / 3)


def test_notes_and_facts_stand_by_step(book: Workbook) -> None:
    found = [row for row in rows(book, "Notes and facts by step") if row[0]]
    place = next(number for number, row in enumerate(found) if str(row[0]).startswith("Y04  "))
    fact = found[place + 1]
    assert fact[0] == "fact"
    assert fact[4] in ("Amina", "بلال")
    assert next(row for row in found if row[1] == "The football ground")[0] == "parked topic"


def test_facts_of_a_sheet_that_was_not_sent_stay_out(tmp_path: Path) -> None:
    workbook = exported(village_meeting(unsent=("amina",)), tmp_path / "b.xlsx")
    assert "fact" not in {row[0] for row in rows(workbook, "Notes and facts by step")}
    told = [row[0] for row in rows(workbook, "Observers' agreement")]
    assert "The scores are not shown yet: 1 observer has not sent." in told
    assert "By section" not in told


def test_agreement_counts_and_says_whether_it_is_fresh(book: Workbook) -> None:
    assert any(text.startswith("Up to date") for text in texts(book))
    whole = starting(book, "Observers' agreement", None, "Overall")
    assert whole[3] == 3
    assert 0 < whole[5] < whole[6] <= 1


def test_a_note_without_a_step_is_not_lost(tmp_path: Path) -> None:
    room = small_room()
    room.do("nora", Captured(capture="k1", what=CaptureKind.NOTE, text="The bus was late"))
    found = rows(exported(room, tmp_path / "b.xlsx"), "Notes and facts by step")
    place = [row[1] for row in found].index("The bus was late")
    assert found[place - 1][0] == "Of no step"
    assert found[place][0] == "note"
