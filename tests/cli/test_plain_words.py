"""`open --plain` for an observer: which answer is meant is always said, and nothing is a dead end."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from facilitate.domain.events.agreeing import IndicatorProposed
from facilitate.domain.indicator import Derived
from facilitate.domain.meeting.sheets import Cell
from facilitate.journal.journal import Journal
from tests.cli.running import run
from tests.journal.helping import keep, new_meeting
from tests.making import small_grid, words

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def file(tmp_path: Path, capsys: Capture) -> Path:
    path = tmp_path / "plain.meeting"
    people = ("--moderator", "Amina", "--moderator", "Hassan", "--observer", "Youssef")
    assert run(capsys, "new", "youth", str(path), *people).status == 0
    return path


def said(file: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, *lines: str) -> str:
    """What the program wrote to these lines."""
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines)))
    ran = run(capsys, "open", str(file), "--as", "Youssef", "--plain")
    assert (ran.status, ran.err) == (0, "")
    return ran.out


def test_a_moderators_answer_is_reached_by_the_code_and_the_name(
    file: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = said(file, capsys, monkeypatch, "g A2 hass", "3", "g a2 Amina", "2", "g A2 Nobody", "q")
    assert "one of: Amina, Hassan" in out
    journal = Journal.open(file)
    meeting = journal.record.meeting
    journal.close()
    people = {person.name: person.id for person in meeting.moderators}
    (sheet,) = meeting.sheets.values()
    assert {cell: mark.value for cell, mark in sheet.marks.items()} == {
        Cell(people["Hassan"], "A2"): 3,
        Cell(people["Amina"], "A2"): 2,
    }


def test_what_is_missing_names_the_moderator_and_what_is_undone_is_said(
    file: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = said(file, capsys, monkeypatch, "!", "g A2 Hassan", "3", "u", "g A2 Amina", "4", "", "!", "s", "", "q")
    assert "No answer owes a fact." in out
    assert "Taken back: " in out
    assert "A2 Hassan 3" in out
    assert "1 fact is owed:\n  A  1: A2 Amina" in out
    assert ": A2 Hassan, " in out.partition("still open:")[2], "the list before sending"


@pytest.mark.parametrize("verb", ["recall", "rappel", "استعادة"])
def test_a_sheet_is_recalled_in_any_language_and_s_does_not_leave(
    verb: str, file: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "s recalls it" not in said(file, capsys, monkeypatch, "3", "s", "s")
    out = said(file, capsys, monkeypatch, "s", verb, f"{verb} a wrong point", "q")
    assert out.count("Your scoresheet is sent.") == 3
    journal = Journal.open(file)
    (sheet,) = journal.record.meeting.sheets.values()
    journal.close()
    assert (sheet.sent, sheet.recall_reason) == (None, "a wrong point")


def test_an_element_says_its_points_and_what_it_follows_from(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "e.meeting"
    journal = new_meeting(path)
    scale = small_grid().scales[0].id
    element = Derived(id="A9", text=words("an element"), about="moderator", scale=scale, behaviours=("A1",))
    keep(journal, "mona", IndicatorProposed(action="add", code="A9", section="A", indicator=element))
    journal.close()
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(("g A9", "g A1", "3", "g A9", "2", "", "q"))))
    out = run(capsys, "open", str(path), "--as", "Olga", "--plain").out
    assert "Nothing follows yet.\n  The mean of:\n  A1  ·" in out
    assert "3: follows from its behaviours\n  The mean of:\n  A1  3" in out
    assert "  4  " in out.partition("Nothing follows yet.")[0].rpartition("A9, ")[2], "the points there are"
    assert "Enter for no reason:" in out
