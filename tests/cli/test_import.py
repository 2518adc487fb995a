"""`import` of scores typed as a table, as whoever types the command sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitate.domain.events.observing import Scored
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.meeting.view import scores_open
from facilitate.domain.scale import Answer
from facilitate.journal.journal import Journal
from tests.cli.running import Ran, one_line, run

HEAD = "observer,about,indicator,value,evidence,step\n"


@pytest.fixture
def village(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    file = tmp_path / "douar.meeting"
    people = ("--moderator", "Amina", "--observer", "Salma", "--trainer", "Fatima", "--team", "note_taker=Nora")
    assert run(capsys, "new", "youth", str(file), *people).status == 0
    return file


def bring(capsys: pytest.CaptureFixture[str], file: Path, rows: str, *more: str, head: str = HEAD) -> Ran:
    scores = file.parent / "scores.csv"
    scores.write_text(head + rows, encoding="utf-8")
    return run(capsys, "import", str(file), str(scores), *more)


def held(file: Path) -> Meeting:
    journal = Journal.open(file, read_only=True)
    journal.close()
    return journal.record.meeting


def events_of(file: Path) -> int:
    journal = Journal.open(file, read_only=True)
    journal.close()
    return len(journal.record.events)


def answers(file: Path, observer: str) -> dict[str, object]:
    meeting = held(file)
    (person,) = [each.id for each in meeting.people.values() if each.name == observer]
    return {cell.indicator: mark.value for cell, mark in meeting.sheet(person).marks.items()}


def test_rows_are_scores_of_their_observers_and_count_as_sent(
    village: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = bring(capsys, village, 'Olga,meeting,A1,٣,"said =1+1",\nOlga,Amina,A2,NOBS,,\nSalma,meeting,A1, 4 ,,\n')
    assert ran.status == 0
    assert "scores.csv:2: Olga · meeting · A1: 3" in ran.out
    assert "fact: said =1+1" in ran.out
    assert "New observer: Olga." in ran.out
    assert answers(village, "Olga") == {"A1": 3, "A2": Answer.NOT_OBSERVED}
    meeting = held(village)
    assert all(sheet.sent and sheet.imported for sheet in meeting.sheets.values())
    assert scores_open(meeting)
    journal = Journal.open(village, read_only=True)
    journal.close()
    sources = [event.fact.source for event in journal.record.events if isinstance(event.fact, Scored)]
    assert [(each.file, each.cell) for each in sources if each] == [
        ("scores.csv", "2"),
        ("scores.csv", "3"),
        ("scores.csv", "4"),
    ]


def test_the_same_file_again_changes_nothing_and_says_so(village: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "Olga,meeting,A1,3,a fact,\nOlga,Amina,A2,NA,,\n"
    bring(capsys, village, rows)
    before = village.read_bytes()
    ran = bring(capsys, village, rows)
    assert (ran.status, village.read_bytes()) == (0, before)
    assert "Nothing changes." in ran.out
    assert "2 rows say what stands already." in ran.out


def test_a_dry_run_tells_all_and_does_nothing(village: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = village.read_bytes()
    rows = "Olga,meeting,A1,3,,\nOlga,meeting,A1,9,,\nOlga,meeting,B1,9,,\n"
    dry = bring(capsys, village, rows, "--dry-run")
    assert village.read_bytes() == before
    done = bring(capsys, village, rows)
    assert dry.status == done.status == 1
    assert dry.out.splitlines()[:4] == done.out.splitlines()[:4]
    assert "Nothing was changed" in dry.out


def test_a_file_that_was_mended_changes_what_was_mended(village: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bring(capsys, village, "Olga,meeting,A1,3,,\nOlga,Amina,B1,3,,\n")
    ran = bring(capsys, village, "Olga,meeting,A1,2,,\nOlga,Amina,B1,3,,\n")
    assert ran.status == 0
    assert "A1: 2 (another answer stood there)" in ran.out  # Salma has not sent: what stood there is not told
    assert answers(village, "Olga") == {"A1": 2, "B1": 3}
    bring(capsys, village, "Salma,meeting,A1,1,,\n")
    assert "A1: 4 (was 2)" in bring(capsys, village, "Olga,meeting,A1,4,,\n").out


def test_bad_rows_are_named_and_lose_no_good_one(village: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = ["O,Nobody,A2,3,,", "O,meeting,ZZ,3,,", "O,meeting,A1,five,,", "O,Amina,B1,2.5,,", "O,meeting,A3,3,,Q99"]
    ran = bring(capsys, village, "\n".join([*bad, "O,meeting,A1,2,,", ""]))
    assert ran.status == 1
    for line in range(2, 7):
        assert f"scores.csv:{line}: refused: " in ran.out
    assert answers(village, "O") == {"A1": 2}


def test_two_answers_to_one_question_are_not_guessed(village: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = bring(capsys, village, "O,meeting,A1,2,,\nO,meeting,A1,2,a fact,\nO,meeting,A1,4,,\n")
    assert ran.status == 1
    assert "scores.csv:4: refused: A1 was answered otherwise in line 2" in ran.out
    assert answers(village, "O") == {"A1": 2}


def test_what_an_observer_typed_here_is_neither_changed_nor_told_nor_sent(
    village: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    salma = next(each.id for each in held(village).observers)
    journal = Journal.open(village)
    journal.append(salma, Scored(indicator="A1", value=2))
    journal.close()
    before = events_of(village)
    told = {bring(capsys, village, f"Salma,meeting,A1,{value},,\n", "--dry-run").out for value in (1, 2, 3, 4)}
    assert len(told) == 1
    assert bring(capsys, village, "Salma,meeting,A3,2,,\n").status == 1
    assert events_of(village) == before
    assert not held(village).sheet(salma).sent


@pytest.mark.parametrize(("name", "status"), [("Fatima", 0), ("Nora", 0), ("Amina", 1)])
def test_trainers_and_the_team_bring_in_and_moderators_do_not(
    village: Path, capsys: pytest.CaptureFixture[str], name: str, status: int
) -> None:
    ran = bring(capsys, village, "Olga,meeting,A1,3,,\n", "--as", name)
    assert ran.status == status
    assert bool(held(village).sheets) == (status == 0)


@pytest.mark.parametrize("word", ["yes", "OUI", "نعم", "non", "لا", "No"])
def test_yes_and_no_in_three_languages(village: Path, capsys: pytest.CaptureFixture[str], word: str) -> None:
    grid = held(village).grid
    assert grid
    code = next(each.id for each in grid.indicators() if each.kind == "yesno")
    assert (
        bring(
            capsys, village, f"O,{'Amina' if grid.by_id[code].about == 'moderator' else 'meeting'},{code},{word},,\n"
        ).status
        == 0
    )
    assert answers(village, "O")[code] is (Answer.YES if word in ("yes", "OUI", "نعم") else Answer.NO)


def test_what_cannot_be_read_is_one_line_and_changes_nothing(village: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = village.read_bytes()
    assert "indicator, value" in one_line(bring(capsys, village, "", head="observer,about\n"))
    assert "scores.doc" in one_line(run(capsys, "import", str(village), "scores.doc"))
    assert "missing.csv" in one_line(run(capsys, "import", str(village), str(village.parent / "missing.csv")))
    assert village.read_bytes() == before


def test_somebody_of_the_meeting_may_observe_too(village: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = bring(capsys, village, "fatima,meeting,A1,3,,\n")
    assert ran.status == 0
    assert "Observes from now on: Fatima." in ran.out
    assert answers(village, "Fatima") == {"A1": 3}
