"""A row whose bytes have changed is named and left out; all others are read."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from facilitate.journal.exchange import lines, take_in
from facilitate.journal.journal import Damaged, Journal
from tests.journal.helping import keep, need, new_meeting, reopened

MARK = b"here is the flaw"


@pytest.fixture
def sound(tmp_path: Path) -> list[str]:
    """The lines of the meeting before it was damaged."""
    with closing(new_meeting(tmp_path / "hall.meeting")) as journal:
        keep(journal, "nora", need(1))
        keep(journal, "nora", need(2, MARK.decode()))
        keep(journal, "nora", need(3))
        return list(lines(journal))


def flipped(path: Path, bit: int) -> None:
    content = bytearray(path.read_bytes())
    assert content.count(MARK) == 1
    content[content.index(MARK) + 5] ^= bit
    path.write_bytes(content)


@pytest.mark.parametrize("bit", [0x01, 0x80], ids=["another letter", "no letter at all"])
def test_a_damaged_row_is_named_and_the_others_are_read(tmp_path: Path, sound: list[str], bit: int) -> None:
    path = tmp_path / "hall.meeting"
    flipped(path, bit)
    with closing(reopened(path)) as journal:
        flaw = json.loads(next(line for line in sound if MARK.decode() in line))
        assert journal.damaged == [Damaged(flaw["replica"], flaw["seq"])]
        assert list(journal.record.meeting.captures) == ["n1", "n3"]
        assert not journal.record.meeting.read_only
        assert list(lines(journal)) == [line for line in sound if MARK.decode() not in line]
        keep(journal, "nora", need(4))
    with closing(reopened(path)) as journal:
        assert list(journal.record.meeting.captures) == ["n1", "n3", "n4"]


@pytest.mark.parametrize("bit", [0x01, 0x80])
def test_the_sound_line_of_a_damaged_row_mends_it(tmp_path: Path, sound: list[str], bit: int) -> None:
    path = tmp_path / "hall.meeting"
    flipped(path, bit)
    with closing(reopened(path)) as journal:
        assert journal.damaged
        assert take_in(journal, sound) == (0, len(sound) - 1, 1, ())
        assert (journal.damaged, list(lines(journal))) == ([], sound)
    with closing(reopened(path)) as journal:
        assert list(journal.record.meeting.captures) == ["n1", "n2", "n3"]


def test_a_new_file_of_all_sound_lines_is_whole_again(tmp_path: Path, sound: list[str]) -> None:
    path = tmp_path / "hall.meeting"
    flipped(path, 0x01)
    with closing(reopened(path)) as hurt, closing(Journal.create(tmp_path / "whole.meeting")) as whole:
        take_in(whole, lines(hurt))
        assert list(whole.record.meeting.captures) == ["n1", "n3"]
        assert take_in(whole, sound).new == 1
        assert list(whole.record.meeting.captures) == ["n1", "n2", "n3"]
        assert list(lines(whole)) == sound


def test_a_sound_row_that_nobody_here_understands_is_carried_along(tmp_path: Path, sound: list[str]) -> None:
    """A newer program's event may have new parts deep inside: it is unknown, not damaged."""
    path = tmp_path / "hall.meeting"
    newer = json.dumps({**json.loads(sound[-1]), "seq": 99, "capture": "n9", "group": {"dialect": "tamazight"}})
    with closing(reopened(path)) as journal:
        journal.insert_foreign([(json.loads(newer)["replica"], 99, "", newer)])
    with closing(reopened(path)) as journal:
        assert journal.damaged == []
        assert journal.record.meeting.read_only
        assert journal.record.unknown == 1
        assert newer in list(lines(journal))
