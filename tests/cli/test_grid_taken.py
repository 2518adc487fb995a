"""A grid taken over from another meeting: with its seal, its amendments, and the names of who signed."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from facilitate.domain.agreement import not_yet, signatures
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import Fact
from facilitate.domain.events.agreeing import GridAmended, GridProposed, GridSealed, Mapped
from facilitate.domain.events.preparing import PersonErased
from facilitate.domain.grid import Grid
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import Wording, replaced
from facilitate.domain.people import SETUP, Role
from facilitate.journal.journal import Journal
from tests.cli.meeting_in import meeting_in
from tests.cli.running import one_line, run
from tests.making import small_grid, yes

Capture = pytest.CaptureFixture[str]


def done(file: Path, *acts: tuple[str, Fact]) -> None:
    journal = Journal.open(file)
    kept = journal.append_all(list(acts))
    journal.close()
    assert not isinstance(kept, Refused), kept


def grid_of(meeting: Meeting) -> Grid:
    assert meeting.grid is not None
    return meeting.grid


def person(meeting: Meeting, name: str) -> str:
    return next(each.id for each in meeting.people.values() if each.name == name)


@pytest.fixture
def first(tmp_path: Path, capsys: Capture) -> Path:
    """A meeting in which Amina and Youssef have agreed on a small grid."""
    file = tmp_path / "one.meeting"
    assert run(capsys, "new", "youth", str(file), "--moderator", "Amina", "--observer", "Youssef").status == 0
    done(file, (SETUP, GridProposed(grid=small_grid())))
    meeting = meeting_in(file)
    done(file, *((who, yes(grid_of(meeting), code)) for who, codes in not_yet(meeting).items() for code in codes))
    meeting = meeting_in(file)
    seal = GridSealed(fingerprint=grid_of(meeting).fingerprint, signatures=signatures(meeting))
    done(file, (person(meeting, "Amina"), seal))
    return file


def taken(capsys: Capture, source: Path, name: str, *options: str) -> Path:
    file = source.parent / name
    ran = run(capsys, "new", "farmers", str(file), "--grid", str(source), *options)
    assert ran.status == 0, ran
    return file


def test_who_signed_is_named_in_the_second_meeting_and_in_the_third(first: Path, capsys: Capture) -> None:
    second = taken(capsys, first, "two.meeting", "--moderator", "Hassan")
    third = taken(capsys, second, "three.meeting", "--observer", "Salma")
    for file in (second, third):
        meeting = meeting_in(file)
        assert meeting.grids.standing == "agreed"
        assert grid_of(meeting).fingerprint == grid_of(meeting_in(first)).fingerprint
        told = run(capsys, "report", str(file)).out
        assert "Amina, Youssef" in told, "who signed"
        seal = meeting.grids.seal
        assert seal is not None
        assert seal.taken_from is not None
        assert seal.taken_from.meeting == meeting_in(first).id, "the meeting in which it was agreed, not one between"


def test_a_person_of_the_same_name_is_the_one_who_signed(first: Path, capsys: Capture) -> None:
    second = taken(capsys, first, "two.meeting", "--observer", "Amina", "--moderator", "Hassan")
    one, two = meeting_in(first), meeting_in(second)
    assert person(two, "Amina") == person(one, "Amina")
    assert two.people[person(two, "Amina")].roles == {Role.OBSERVER}
    assert len(two.people) == 3, "Amina, Hassan, and Youssef who has signed"


def test_a_signer_whose_name_was_erased_stays_erased(first: Path, capsys: Capture) -> None:
    youssef = person(meeting_in(first), "Youssef")
    done(first, (SETUP, PersonErased(person=youssef)))
    second = taken(capsys, first, "two.meeting")
    third = taken(capsys, second, "three.meeting", "--observer", "Youssef")
    for file in (second, third):
        assert meeting_in(file).people[youssef].erased
        assert meeting_in(file).name(youssef) == ""
    told = run(capsys, "report", str(second)).out
    assert "Youssef" not in told
    assert "Amina" in told
    assert person(meeting_in(third), "Youssef") != youssef, "a namesake is somebody else"


def test_a_grid_that_was_not_agreed_is_taken_so(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "one.meeting"
    assert run(capsys, "new", "youth", str(file), "--moderator", "Amina").status == 0
    second = meeting_in(taken(capsys, file, "two.meeting"))
    assert second.grids.standing == "not_agreed"
    assert second.people == {}
    assert grid_of(second).fingerprint == grid_of(meeting_in(file)).fingerprint


def test_an_amended_grid_comes_with_its_versions_and_their_mapping(first: Path, capsys: Capture) -> None:
    before = grid_of(meeting_in(first))
    after = replaced(small_grid(), title=Wording(en="other title"), version="2")
    mapping = tuple(Mapped(how="same", old=(code,), new=(code,)) for code in before.by_id)
    fact = GridAmended(grid=after, mapping=mapping, reason="clearer", before=before.fingerprint)
    done(first, (person(meeting_in(first), "Amina"), fact))
    second = taken(capsys, first, "two.meeting")
    third = meeting_in(taken(capsys, second, "three.meeting"))
    assert [each.fingerprint for each in third.grids.versions] == [before.fingerprint, after.fingerprint]
    assert third.grids.amendments[0].mapping == mapping
    assert third.grids.standing == "amended"


def test_the_rule_of_the_new_meeting_is_for_what_comes(first: Path, capsys: Capture) -> None:
    second = meeting_in(taken(capsys, first, "two.meeting", "--moderator", "Hassan", "--quorum", "1"))
    assert second.grids.standing == "agreed"
    assert second.grids.rule.quorum == 1


# What cannot be taken from.


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:3_000])


def flipped(file: Path) -> None:
    content = file.read_bytes()
    place = content.rindex(b"grid_sealed")
    file.write_bytes(content[:place] + b"grid_seaked" + content[place + 11 :])


def from_tomorrow(file: Path) -> None:
    with sqlite3.connect(file) as base:
        base.execute("PRAGMA user_version = 99")


def with_unknown_events(file: Path) -> None:
    journal = Journal.open(file)
    event = json.loads(journal.record.events[-1].to_json()) | {"kind": "grid_sung", "replica": "tomorrow", "seq": 1}
    journal.insert_foreign([("tomorrow", 1, "", json.dumps(event))])
    journal.close()


def is_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize("spoil", [cut_short, flipped, from_tomorrow, with_unknown_events, is_a_folder, Path.unlink])
def test_a_file_that_cannot_be_trusted_is_one_line(first: Path, capsys: Capture, spoil: object) -> None:
    assert callable(spoil)
    spoil(first)
    second = first.parent / "two.meeting"
    told = one_line(run(capsys, "new", "farmers", str(second), "--grid", str(first)))
    assert "one.meeting" in told
    assert not second.exists()
