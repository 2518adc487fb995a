"""`open --plain`: the whole job line by line, for those who cannot see a screen."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path

import pytest

from facilitate.domain.events.capturing import CaptureKind
from facilitate.domain.events.observing import MEETING
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.scale import Answer
from facilitate.journal.journal import Journal
from tests.cli.running import one_line, run

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def file(tmp_path: Path, capsys: Capture) -> Path:
    path = tmp_path / "plain.meeting"
    assert run(capsys, "new", "youth", str(path), "--moderator", "Amina", "--observer", "Youssef").status == 0
    return path


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines)))


def test_a_moderator_runs_steps_and_keeps_what_is_said(
    file: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "n", "n", "1 water for the school", "n", "u", "p", "q")
    ran = run(capsys, "open", str(file), "--as", "amina", "--plain")
    assert ran.status == 0
    journal = Journal.open(file)
    meeting = journal.record.meeting
    journal.close()
    assert meeting.current is not None
    assert (meeting.current.step, meeting.current.paused) == ("Y01", True)
    assert [need.text for need in meeting.captured(CaptureKind.NEED)] == ["water for the school"]


def test_an_action_has_who_and_by_when_as_people_say_them(
    file: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(
        monkeypatch,
        "3 ask the caid",
        "Brahim",
        "15/7/2020",
        "dans 2 jours",
        "3 call",
        "amina",
        "after the olives",
        "3 go",
    )
    ran = run(capsys, "open", str(file), "--as", "Amina", "--plain")
    assert "15 July 2020 has passed" in ran.out
    journal = Journal.open(file)
    meeting = journal.record.meeting
    journal.close()
    ask, call, go = meeting.captured(CaptureKind.ACTION)
    assert (meeting.name(ask.owner), ask.due) == ("Brahim", ask.at.wall.astimezone().date() + timedelta(days=2))
    assert (meeting.name(call.owner), call.due, call.due_said) == ("Amina", None, "after the olives")
    assert (go.text, go.complete) == ("go", False), "kept although the lines ended"


def test_an_observer_answers_every_question_in_words_and_sends(
    file: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "4", "said it twice", "oui", "٣", "9", "o", "s", "s")
    ran = run(capsys, "open", str(file), "--as", "Youssef", "--plain")
    assert ran.status == 0
    assert "1, 2, 3, 4" in ran.out, "a digit outside the scale is answered with the points there are"
    journal = Journal.open(file)
    sheet = next(iter(journal.record.meeting.sheets.values()))
    amina = journal.record.meeting.moderators[0].id
    journal.close()
    assert {cell: mark.value for cell, mark in sheet.marks.items()} == {
        Cell(amina, "A2"): 4,
        Cell(MEETING, "A3"): Answer.YES,
        Cell(amina, "A4"): 3,
        Cell(amina, "B1"): Answer.NOT_OBSERVED,
    }
    assert [fact.text for fact in sheet.evidence.values()] == ["said it twice"]
    assert sheet.sent is not None


def test_plain_needs_to_know_who_sits_there(file: Path, capsys: Capture) -> None:
    assert "--as" in one_line(run(capsys, "open", str(file), "--plain"))
    assert "Amina, Youssef" in one_line(run(capsys, "open", str(file), "--plain", "--as", "Nobody"))


def test_what_lasts_is_counted_timed_and_sampled_line_by_line(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "i.meeting"
    assert run(capsys, "new", "interval", str(file), "--moderator", "Amina", "--observer", "Youssef").status == 0
    typed(monkeypatch, "n", "n", "q")
    run(capsys, "open", str(file), "--as", "Amina", "--plain")
    lines = [
        "g A1",
        "3 5",
        "99",
        "",
        "g C1",
        "1",
        "1",
        "-2",
        "-1",
        "",
        "g C3",
        "+",
        "+",
        "",
        "e all wait",
        "u",
        "r",
        "q",
    ]
    typed(monkeypatch, *lines)
    ran = run(capsys, "open", str(file), "--as", "Youssef", "--plain")
    assert ran.status == 0
    assert "Traceback" not in ran.out + ran.err
    journal = Journal.open(file)
    (sheet,) = journal.record.meeting.sheets.values()
    journal.close()
    ((_, marks),) = sheet.intervals.items()
    assert len(marks[1].codes) == 2
    ((_, counts),) = sheet.tallies.items()
    assert sum(counts.values()) == 1, "two more, one fewer; nothing below zero"
    assert [each.stop is not None for each in sheet.timings.values()] == [True]
    assert [each.text for each in sheet.evidence.values()] == ["all wait"]


def test_a_sent_sheet_is_recalled_with_a_reason(file: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "3", "s", "s")
    run(capsys, "open", str(file), "--as", "Youssef", "--plain")
    typed(monkeypatch, "recall", "")
    run(capsys, "open", str(file), "--as", "Youssef", "--plain")
    typed(monkeypatch, "recall a wrong point", "g A2", "2", "q")
    run(capsys, "open", str(file), "--as", "Youssef", "--plain")
    journal = Journal.open(file)
    (sheet,) = journal.record.meeting.sheets.values()
    journal.close()
    assert (sheet.sent, sheet.recall_reason) == (None, "a wrong point")
    assert 2 in [mark.value for mark in sheet.marks.values()]


def test_a_moderator_s_name_turns_no_line_round(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = str(tmp_path / "x.meeting")
    assert run(capsys, "new", "youth", file, "--moderator", "عائشة", "--observer", "Omar").status == 0
    monkeypatch.setattr("sys.stdin", io.StringIO("x\n"))
    told = run(capsys, "open", file, "--as", "Omar", "--plain", "--lang", "en").out
    assert "A2, \u2068عائشة\u2069: " in told
