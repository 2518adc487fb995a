"""PINs on the command line: asked before somebody sits down, set and taken away line by line, shown nowhere."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitate.domain.events.observing import PinSet
from facilitate.domain.people import Role
from facilitate.domain.pin import make_pin
from facilitate.journal.journal import Journal
from tests.cli.running import Ran, one_line, run

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def file(tmp_path: Path, capsys: Capture) -> Path:
    path = tmp_path / "pin.meeting"
    people = ("--moderator", "Amina", "--observer", "Youssef", "--observer", "Salma", "--trainer", "Fatima")
    assert run(capsys, "new", "youth", str(path), *people).status == 0
    return path


@pytest.fixture
def locked(file: Path) -> Path:
    """Youssef has set 2468."""
    keep(file, Role.OBSERVER, "2468")
    return file


def keep(file: Path, by: Role, pin: str = "", reason: str = "") -> None:
    """The first of that role sets or takes away the PIN of the first observer."""
    journal = Journal.open(file)
    meeting = journal.record.meeting
    fact = PinSet(person=meeting.observers[0].id, pin=make_pin(pin, "5a17") if pin else None, reason=reason)
    assert isinstance(journal.append(meeting.people_with(by)[0].id, fact), list)
    journal.close()


def opens(file: Path, *typed: str) -> bool:
    """Whether the PIN that is kept is that one; nothing typed: whether there is none."""
    journal = Journal.open(file, read_only=True)
    pins = list(journal.record.meeting.pins.values())
    journal.close()
    return all(pin.opened_by(each) for pin in pins for each in typed) and bool(pins) == bool(typed)


def piped(capsys: Capture, monkeypatch: pytest.MonkeyPatch, file: Path, *lines: str, name: str = "Youssef") -> Ran:
    """What happens where no terminal is."""
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines)))
    return run(capsys, "open", str(file), "--as", name, "--plain")


class Keyboard(io.StringIO):
    """What somebody types on a terminal where it is shown."""

    def isatty(self) -> bool:
        return True


def seated(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, file: Path, hidden: list[str], *shown: str, lang: str = "en"
) -> Ran:
    """What happens on a terminal; `hidden` is typed where nothing is shown, and all of it is asked for."""
    monkeypatch.setattr("sys.stdin", Keyboard("\n".join(shown)))
    waiting: Iterator[str] = iter(hidden)
    monkeypatch.setattr("facilitate.cli.plain_pin.getpass", lambda _: next(waiting))
    ran = run(capsys, "open", str(file), "--as", "Youssef", "--plain", "--lang", lang)
    assert list(waiting) == []
    return ran


def test_nothing_is_asked_where_no_pin_is_set(locked: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = piped(capsys, monkeypatch, locked, "q", name="Salma")
    assert (ran.status, "PIN of" in ran.out) == (0, False)


@pytest.mark.parametrize("first", ["2468", "٢٤٦٨"])
def test_without_a_terminal_the_first_line_is_the_pin(
    locked: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, first: str
) -> None:
    ran = piped(capsys, monkeypatch, locked, first, "g A2", "q")
    assert ran.status == 0
    assert "A2" in ran.out
    assert first not in ran.out + ran.err


def test_without_a_terminal_a_wrong_or_missing_line_is_one_error(
    locked: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for lines in (("1357", "2468", "q"), ("",), ()):
        ran = piped(capsys, monkeypatch, locked, *lines)
        assert "PIN" in one_line(ran)
        assert ran.out == "", "nothing of the seat is told"


def test_the_screens_need_a_terminal_and_say_how_to_do_without(locked: Path, capsys: Capture) -> None:
    assert "--plain, with the PIN" in one_line(run(capsys, "open", str(locked), "--as", "Youssef"))
    assert "PIN" not in one_line(run(capsys, "open", str(locked), "--as", "Salma"))


def test_on_a_terminal_it_is_asked_in_place_until_it_is_right(
    locked: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = seated(capsys, monkeypatch, locked, ["1357", "", "٢٤٦٨"], "q")
    assert ran.status == 0
    assert ran.out.count("The PIN of Youssef") == 3
    assert ran.out.count("That is not the PIN. Try again.") == 1, "an empty line is no try"
    assert "A2" in ran.out
    assert "1357" not in ran.out + ran.err


def test_after_five_wrong_tries_even_the_right_one_waits(
    locked: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def leave() -> str:
        raise EOFError

    hidden = iter(["1"] * 5 + ["2468"])
    monkeypatch.setattr("sys.stdin", Keyboard("q"))
    monkeypatch.setattr("facilitate.cli.plain_pin.getpass", lambda _: next(hidden, None) or leave())
    ran = run(capsys, "open", str(locked), "--as", "Youssef", "--plain")
    assert ran.status == 0
    assert ran.out.count("Try again.") == 4
    assert ran.out.count("Too many wrong tries. Wait ") == 2
    assert "A2" not in ran.out


def test_it_is_set_changed_and_taken_away(file: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = seated(capsys, monkeypatch, file, ["2468", "٢٤٦٨"], "pin", "q")
    assert "Your PIN is set." in ran.out
    assert "not encrypted" in ran.out, "what it does not protect is said"
    assert "2468" not in ran.out + ran.err
    assert opens(file, "2468")
    seated(capsys, monkeypatch, file, ["2468", "1111", "2468", "1357", "1357"], "pin", "q", lang="fr")
    assert opens(file, "1357", "١٣٥٧")
    seated(capsys, monkeypatch, file, ["1357", "1357", ""], "pin", "q", lang="ar")
    assert opens(file)


@pytest.mark.parametrize("hidden", [["123"], ["abcd"], ["2468", "2469"], [""]])
def test_what_is_no_pin_or_not_typed_twice_changes_nothing(
    file: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, hidden: list[str]
) -> None:
    assert seated(capsys, monkeypatch, file, hidden, "pin", "q").status == 0
    assert opens(file)


def test_an_empty_line_at_the_present_one_changes_nothing(
    locked: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    seated(capsys, monkeypatch, locked, ["2468", ""], "pin", "q")
    assert opens(locked, "2468")


def test_who_had_it_taken_away_is_told_at_each_opening_until_they_answer(
    locked: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(locked, Role.TRAINER, reason="forgotten")
    told = "Fatima took your PIN away"
    assert told in piped(capsys, monkeypatch, locked, "q").out
    assert told in seated(capsys, monkeypatch, locked, [""], "pin", "q").out
    assert told not in piped(capsys, monkeypatch, locked, "q").out


def test_a_copy_carries_it(locked: Path, tmp_path: Path, capsys: Capture) -> None:
    copy = tmp_path / "copy.meeting"
    assert run(capsys, "copy", str(locked), "-o", str(copy)).status == 0
    assert opens(copy, "2468")
