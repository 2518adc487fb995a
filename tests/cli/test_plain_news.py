"""Line by line, while another program changes the meeting: told before the next question, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from facilitate.domain.events import Fact
from facilitate.domain.events.agreeing import IndicatorProposed
from facilitate.domain.events.observing import Scored
from facilitate.domain.events.preparing import PersonChanged
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.people import Role
from facilitate.journal.journal import Journal
from tests.cli.running import run
from tests.journal.helping import keep
from tests.making import rating
from tests.tui.sitting import kept, made

Capture = pytest.CaptureFixture[str]


class Lines:
    """What is typed; between two lines, what others do."""

    def __init__(self, *lines: str | Callable[[], None]) -> None:
        self.lines = list(lines)

    def readline(self) -> str:
        while self.lines:
            line = self.lines.pop(0)
            if isinstance(line, str):
                return f"{line}\n"
            line()
        return ""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return made(tmp_path / "x.meeting")


def does(path: Path, by: str, *facts: Fact) -> Callable[[], None]:
    """Somebody else in a program of their own, later."""

    def act() -> None:
        journal = Journal.open(path)
        keep(journal, by, *facts)
        journal.close()

    return act


def olga(path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, *lines: str | Callable[[], None]) -> str:
    """What is said to Olga."""
    monkeypatch.setattr("sys.stdin", Lines(*lines))
    ran = run(capsys, "open", str(path), "--as", "Olga", "--plain")
    assert ran.status == 0
    assert "Traceback" not in ran.out + ran.err
    return ran.out


def drop(code: str) -> Fact:
    return IndicatorProposed(action="drop", code=code)


def test_a_changed_grid_is_told_and_what_was_typed_for_a_question_that_is_gone_is_listed_before_sending(
    file: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = olga(file, capsys, monkeypatch, "g A4", "3", "g A4", does(file, "mona", drop("A4")), "e they agreed", "s", "")
    assert "Typed for A4, which is asked no longer: “they agreed”. Set aside, not in the file." in out
    assert "Grid changed: gone A4. 1 answer of yours to what is gone stays in the file." in out
    sending = out[out.index("Grid changed") :]
    assert "1 answer belongs to an indicator that the grid no longer has" in sending
    assert "they agreed" in sending
    sheet = kept(file).record.meeting.sheet("olga")
    assert [cell.indicator for cell in sheet.marks] == ["A4"]
    assert not sheet.evidence


def test_an_answer_to_other_words_is_not_taken_for_an_answer_to_the_new_ones(
    file: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    reworded = IndicatorProposed(action="edit", code="A4", indicator=rating("A4"))
    out = olga(file, capsys, monkeypatch, "g A4", does(file, "mona", reworded), "3", "2", "q")
    assert "A4 has changed while you answered: “3” is not kept. Read it again, and answer." in out
    assert "indicator A4" in out[out.index("Grid changed: reworded A4") :], "and it is asked again"
    assert [mark.value for mark in kept(file).record.meeting.sheet("olga").marks.values()] == [2]


def test_a_moderator_who_steps_down_and_a_second_program_are_told(
    file: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = does(file, "milo", PersonChanged(person="mona", roles=frozenset({Role.PARTICIPANT})))
    twice = does(file, "olga", Scored(about="milo", indicator="B1", value=3))
    out = olga(file, capsys, monkeypatch, "g A2", away, "3", twice, "g A2", "2", "q")
    assert "Typed for A2, which is asked no longer: “3”" in out
    assert "Mona no longer moderates; what you said stays in the file. You score: Milo." in out
    assert out.count("You sit here twice") == 1
    assert Cell("milo", "A2") in kept(file).record.meeting.sheet("olga").marks
