"""The meeting's file: made, opened, refused with a reason; one tidy file between writes."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events.capturing import CaptureChanged
from facilitate.domain.events.preparing import MeetingChanged
from facilitate.journal import file
from facilitate.journal.faults import JournalError
from facilitate.journal.journal import Journal
from tests.journal.helping import keep, need, new_meeting, reopened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "douar – ‘été’ %41?#.meeting"


def fault(path: Path) -> JournalError:
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(JournalError) as caught:
        Journal.open(path)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert caught.value.values["file"] == str(path)
    return caught.value


def test_what_is_written_is_read_again(path: Path) -> None:
    with closing(new_meeting(path)) as journal:
        keep(journal, "nora", need(1), need(2))
        meeting = journal.record.meeting
    with closing(reopened(path)) as journal:
        assert journal.record.meeting == meeting
        assert list(journal.record.meeting.captures) == ["n1", "n2"]
        assert journal.take_news() == []


def test_the_file_is_marked_and_tidy_while_it_is_open(path: Path) -> None:
    with closing(new_meeting(path)):
        others = [each for each in path.parent.iterdir() if each != path and each.stat().st_size]
        assert others == []
        with closing(sqlite3.connect(path)) as plain:
            assert plain.execute("PRAGMA application_id").fetchone() == (0x46434C54,)
            assert plain.execute("PRAGMA user_version").fetchone() == (1,)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are always Unicode here")
def test_a_file_whose_name_is_in_an_old_encoding_is_a_file_as_any_other(path: Path) -> None:
    odd = path.with_name(os.fsdecode(b"r\xe9union 100%.meeting"))
    Journal.create(odd).close()
    assert odd.exists()
    Journal.open(odd).close()


def test_every_connection_is_safe(path: Path) -> None:
    with closing(new_meeting(path)):
        for connection in (file.connect(path), file.connect(path)):
            with closing(connection):
                assert connection.execute("PRAGMA journal_mode").fetchone() == ("truncate",)
                assert connection.execute("PRAGMA synchronous").fetchone() == (2,)


def test_an_existing_file_is_never_overwritten(path: Path) -> None:
    path.write_text("my letters", encoding="utf-8")
    with pytest.raises(JournalError, match=r"file\.exists"):
        Journal.create(path)
    assert path.read_text(encoding="utf-8") == "my letters"


def test_a_folder_that_is_not_there(path: Path) -> None:
    with pytest.raises(JournalError, match=r"file\.cannot_create"):
        Journal.create(path / "below.meeting")


def test_no_file(path: Path) -> None:
    assert fault(path).message == "file.no_such_file"
    assert not path.exists()


def test_a_folder(path: Path) -> None:
    path.mkdir()
    assert fault(path).message == "file.not_a_file"


def test_an_empty_file(path: Path) -> None:
    path.touch()
    assert fault(path).message == "file.never_finished"


@pytest.mark.parametrize("content", [b"x", b"my letters\n" * 1000, b"SQLite format 3\x00" + b"junk" * 500])
def test_a_file_that_is_no_database(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert fault(path).message == "file.not_a_meeting"


def test_a_database_of_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url)")
    assert fault(path).message == "file.not_a_meeting"


def test_a_file_of_a_newer_program(path: Path) -> None:
    new_meeting(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 2")
    newer = fault(path)
    assert (newer.message, newer.values["schema"]) == ("file.newer_file", 2)


def test_a_meeting_without_its_table(path: Path) -> None:
    new_meeting(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE event")
    assert fault(path).message == "file.cannot_open"


def test_a_truncated_file(path: Path) -> None:
    new_meeting(path).close()
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert fault(path).message in ("file.cannot_open", "file.not_a_meeting")


def test_a_file_that_somebody_turned_to_wal_is_tidied(path: Path) -> None:
    new_meeting(path).close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",)
        connection.execute("UPDATE event SET n = n")
        connection.commit()
    with closing(reopened(path)) as journal:
        keep(journal, "nora", need(1))
        assert not path.with_name(f"{path.name}-wal").exists()
    with closing(file.connect(path, read_only=True)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal"


def test_a_journal_that_was_opened_to_read_refuses_to_write(path: Path) -> None:
    new_meeting(path).close()
    before = path.read_bytes()
    with closing(Journal.open(path, read_only=True)) as journal:
        refused = journal.append("nora", need(1))
        assert refused == Refused("refused.read_only", {"file": str(path)})
        assert journal.record.meeting.people
    assert path.read_bytes() == before


def test_all_or_none(path: Path) -> None:
    with closing(new_meeting(path)) as journal:
        before = len(journal.record.events)
        refused = journal.append("nora", need(1), need(2), need(1))
        assert isinstance(refused, Refused)
        assert refused.message == "refused.capture_twice"
        assert len(journal.record.events) == before
        (event,) = keep(journal, "nora", need(1))
        assert event.seq == before + 1, "a refused act uses up no number"
    with closing(reopened(path)) as journal:
        assert len(journal.record.events) == before + 1


def test_a_later_fact_may_build_on_an_earlier_one_of_the_same_act(path: Path) -> None:
    with closing(new_meeting(path)) as journal:
        keep(journal, "nora", need(1), CaptureChanged(capture="n1", text="two rooms"))
        assert journal.record.meeting.captures["n1"].text == "two rooms"


def test_every_program_start_is_a_fresh_replica(path: Path) -> None:
    new_meeting(path).close()
    for _ in range(3):
        with closing(reopened(path)) as journal:
            keep(journal, "mona", MeetingChanged(place="hall"))
    with closing(reopened(path)) as journal:
        replicas = [event.replica for event in journal.record.events[-3:]]
        assert len({*replicas, journal.record.events[0].replica}) == 4
        assert [event.seq for event in journal.record.events[-3:]] == [1, 1, 1]
        stamps = [event.at for event in journal.record.events]
        assert stamps == sorted(set(stamps))


def test_an_act_that_fails_inside_leaves_the_file_free(path: Path) -> None:
    with closing(new_meeting(path)) as journal, closing(reopened(path)) as other:
        with pytest.raises(KeyError):
            journal.append("nora", "no fact at all")  # type: ignore[arg-type]
        keep(other, "nora", need(1))
        keep(journal, "nora", need(2))
        assert set(journal.record.meeting.captures) == {"n1", "n2"}
