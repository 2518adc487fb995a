"""Several hands on one file: connections and programs see each other's events, and decide one after the other."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from subprocess import Popen

import pytest

from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events.running import StepOpened
from facilitate.journal.journal import Journal
from tests.journal.helping import ids, keep, need, new_meeting, program, reopened, until

WRITER = """
import sys
from pathlib import Path
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events.running import StepOpened
from facilitate.journal.journal import Journal
journal = Journal.open(Path(sys.argv[1]))
print("ready", flush=True)
for line in sys.stdin:
    step, before = line.split()
    done = journal.append(sys.argv[2], StepOpened(step=step, predecessor=None if before == "-" else before))
    print(done.message if isinstance(done, Refused) else "kept", flush=True)
journal.close()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "hall.meeting"


def say(other: Popen[str], line: str) -> None:
    assert other.stdin
    other.stdin.write(f"{line}\n")
    other.stdin.flush()


def heard(other: Popen[str]) -> str:
    assert other.stdout
    return other.stdout.readline().strip()


def ended(other: Popen[str]) -> None:
    assert other.stdin
    assert other.stdout
    other.stdin.close()
    assert other.wait(10) == 0
    other.stdout.close()


def test_another_connection_sees_what_was_written(path: Path) -> None:
    with closing(new_meeting(path)) as one, closing(reopened(path)) as two:
        two.follow()
        assert two.take_news() == []
        (event,) = keep(one, "nora", need(1))
        two.follow()
        assert two.take_news() == [event]
        assert two.record.meeting == one.record.meeting
        assert [each.id for each in one.take_news()][-1] == event.id


def test_another_program_is_followed(path: Path) -> None:
    with closing(new_meeting(path)) as journal:
        other = program(WRITER, path, "mona")
        assert heard(other) == "ready"
        say(other, "S0 -")

        def came() -> bool:
            journal.follow()
            return journal.record.meeting.current is not None

        until(came)
        assert heard(other) == "kept"
        keep(journal, "milo", StepOpened(step="S1", predecessor="S0"))
        say(other, "S2 S0")
        assert heard(other) == "refused.moved_on"
        ended(other)


def test_two_programs_that_press_next_at_once_open_one_step(path: Path) -> None:
    new_meeting(path).close()
    hands = [program(WRITER, path, who) for who in ("mona", "milo")]
    assert [heard(hand) for hand in hands] == ["ready", "ready"]
    steps = ["-", "S0", "S1", "S2", "S3", "S4"]
    for before, step in pairwise(steps):
        for hand in hands:
            say(hand, f"{step} {before}")
        assert sorted(heard(hand) for hand in hands) == ["kept", "refused.step_open_already"]
    for hand in hands:
        ended(hand)
    with closing(reopened(path)) as journal:
        assert [each.step for each in journal.record.meeting.plenary.openings] == steps[1:]
        assert journal.record.meeting.clashes == ()


def test_a_decision_sees_what_another_wrote_a_moment_before(path: Path) -> None:
    with closing(new_meeting(path)) as one, closing(reopened(path)) as two:
        keep(one, "mona", StepOpened(step="S1"))
        refused = two.append("milo", StepOpened(step="S2"))
        assert isinstance(refused, Refused)
        assert refused.message == "refused.moved_on"
        assert two.record.meeting == one.record.meeting
        (event,) = keep(two, "milo", StepOpened(step="S2", predecessor="S1"))
        assert event.at > one.record.latest


def test_a_file_that_could_not_be_read_just_now_is_looked_at_again(path: Path) -> None:
    with closing(new_meeting(path)) as one, closing(reopened(path)) as two:
        two.follow()
        keep(one, "nora", need(1))
        two._connection.set_authorizer(_no_select)
        two.follow()
        assert "n1" not in two.record.meeting.captures
        two._connection.set_authorizer(None)
        two.follow()
        assert "n1" in two.record.meeting.captures


def _no_select(action: int, *_: object) -> int:
    return sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_SELECT else sqlite3.SQLITE_OK


def test_undo_takes_back_ones_own_last_act_wherever_it_was_done(path: Path) -> None:
    with closing(new_meeting(path)) as one, closing(reopened(path)) as two:
        keep(one, "nora", need(1))
        keep(one, "mona", need(2))
        assert not isinstance(two.take_back("nora"), Refused)
        one.follow()
        assert set(one.record.meeting.captures) == {"n2"}
        assert not isinstance(one.take_back("nora", again=True), Refused)
        two.follow()
        assert set(two.record.meeting.captures) == {"n1", "n2"}
        assert one.take_back("nora", again=True) == Refused("refused.redo_nothing")
        assert one.take_back("tim") == Refused("refused.undo_nothing")


def test_a_copy_of_a_file_in_use_is_sound(path: Path, tmp_path: Path) -> None:
    with closing(new_meeting(path)) as one, closing(reopened(path)) as two:
        for number in range(30):
            keep(one, "nora", need(number))
            if number % 10 == 5:
                two.copy_to(tmp_path / f"copy{number}.meeting")
        whole = one.record.events
    for number in (5, 15, 25):
        with closing(Journal.open(tmp_path / f"copy{number}.meeting")) as copy:
            assert copy.record.events == whole[: len(copy.record.events)]
            assert f"n{number}" in copy.record.meeting.captures
            assert copy.damaged == []
            keep(copy, "nora", need(99))
            assert "n99" in copy.record.meeting.captures
    assert {each.name for each in tmp_path.iterdir() if each.stat().st_size} == {
        "hall.meeting",
        "copy5.meeting",
        "copy15.meeting",
        "copy25.meeting",
    }


def test_two_connections_that_write_in_turn_lose_nothing(path: Path) -> None:
    with closing(new_meeting(path)) as one, closing(reopened(path)) as two:
        for number in range(20):
            keep((one, two)[number % 2], "nora", need(number))
        one.follow()
        two.follow()
        assert ids(one) == ids(two)
        assert one.record.meeting == two.record.meeting
        assert len(one.record.meeting.captures) == 20
