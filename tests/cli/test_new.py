"""`new`: a meeting from a kit, and every way it can be asked wrongly."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitate.domain.people import Role
from facilitate.journal.journal import Journal
from tests.cli.running import one_line, run

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "douar.meeting"


def test_a_meeting_holds_its_kit_and_its_people(file: Path, capsys: Capture) -> None:
    words = ["--place", "Timit", "--centre", "AB4", "--start", "2026-07-16 15:00", "--title", "Our needs"]
    people = ["--moderator", "Amina", "--moderator", "Hassan", "--observer", "Youssef", "--trainer", "Fatima"]
    ran = run(capsys, "new", "youth", str(file), *words, *people, "--team", "timekeeper=Said", "--observer", "Fatima")
    assert ran.status == 0, ran
    journal = Journal.open(file)
    meeting = journal.record.meeting
    journal.close()
    assert (meeting.title.en, meeting.place, meeting.centre) == ("Our needs", "Timit", "AB4")
    assert str(meeting.start) == "2026-07-16 15:00:00"
    assert {person.name: set(person.roles) for person in meeting.people.values()} == {
        "Amina": {Role.MODERATOR},
        "Hassan": {Role.MODERATOR},
        "Youssef": {Role.OBSERVER},
        "Fatima": {Role.TRAINER, Role.OBSERVER},
        "Said": {Role.TIMEKEEPER},
    }
    assert meeting.agenda is not None
    assert len(meeting.agenda.steps) == 12
    assert meeting.grid is not None
    assert len(meeting.grid.by_id) == 28
    assert [path.name for path in file.parent.iterdir()] == ["douar.meeting"], "one tidy file"


def test_an_existing_file_is_never_touched(file: Path, capsys: Capture) -> None:
    file.write_text("dear diary")
    assert "douar.meeting" in one_line(run(capsys, "new", "youth", str(file)))
    assert file.read_text() == "dear diary"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["new", "yuoth", "FILE"], "farmers, youth"),
        (["new", "youth"], "FILE"),
        (["new", "youth", "FILE", "--start", "tomorrow"], "2026-07-16 15:00"),
        (["new", "youth", "FILE", "--team", "cook=Ali"], "timekeeper"),
        (["new", "youth", "FILE", "--moderator", "\x1b[31m\x1b"], None),
        (["new", "youth", "FILE", "--moderator", " "], "letter"),
        (["new", "youth", "FILE", "--colour", "red"], "--colour"),
        (["new", "youth", "FILE", "--grid", "nowhere.yaml"], "nowhere.yaml"),
        (["new", "youth", "/nowhere/at/all.meeting"], "/nowhere/at/all.meeting"),
        (["dance"], "dance"),
        (["new", "youth", "FILE", "--lang", "de"], "ar, fr, en"),
    ],
)
def test_what_cannot_be_done_is_one_line(file: Path, capsys: Capture, arguments: list[str], said: str | None) -> None:
    ran = run(capsys, *(str(file) if each == "FILE" else each for each in arguments))
    if said is None:  # control characters are dropped, the letters between them are the name
        assert ran.status == 0
        assert "\x1b" not in ran.out
        return
    assert said in one_line(ran)
    assert not file.exists()


def test_names_are_text_and_nothing_else(file: Path, capsys: Capture) -> None:
    assert run(capsys, "new", "youth", str(file), "--moderator", "[bold]A\x1b[2Jmina[/bold]\u202e").status == 0
    journal = Journal.open(file)
    names = [person.name for person in journal.record.meeting.people.values()]
    journal.close()
    assert names == ["[bold]A[2Jmina[/bold]"]


def test_two_meetings_share_one_grid(tmp_path: Path, capsys: Capture) -> None:
    first, second = tmp_path / "one.meeting", tmp_path / "two.meeting"
    assert run(capsys, "new", "youth", str(first), "--moderator", "Amina").status == 0
    assert run(capsys, "new", "farmers", str(second), "--grid", str(first)).status == 0
    one, two = Journal.open(first), Journal.open(second)
    assert one.record.meeting.grid is not None
    assert two.record.meeting.grid is not None
    assert one.record.meeting.grid.fingerprint == two.record.meeting.grid.fingerprint
    one.close()
    two.close()


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_errors_speak_the_language_asked_for(file: Path, capsys: Capture, language: str) -> None:
    file.touch()
    said = one_line(run(capsys, "--lang", language, "new", "youth", str(file)))
    other = one_line(run(capsys, "new", "youth", str(file), "--lang", "en"))
    assert (said == other) == (language == "en")
