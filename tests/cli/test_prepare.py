"""`new` with all that can be prepared, by options and by a file; `prepare` writes it back."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import Fact
from facilitate.domain.events.planning import ExpectedSet, ItemSet
from facilitate.domain.events.preparing import PersonAdded, PersonLeft, PersonNamed, StepChanged
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import replaced
from facilitate.domain.people import SETUP, Group, Role
from facilitate.journal.journal import Journal
from tests.cli.meeting_in import meeting_in
from tests.cli.running import one_line, run

Capture = pytest.CaptureFixture[str]

PEOPLE = ["--moderator", "Amina", "--moderator", "Hassan", "--observer", "Youssef"]

PREPARED = """\
schema_version: 1
kind: preparation
kit: youth
place: "Youth house"
start: "2026-07-16 15:00"
end: "17:00"
language: fr
people:
  - {name: "Amina", roles: [moderator], moderates: [Y03, Y04]}
  - {name: "Hassan", roles: [moderator, host], moderates: [Y05]}
  - {name: "Youssef", roles: [observer], observes: ["Amina"]}
expected:
  - {sex: women, number: 12}
  - {sex: men, number: 8}
checklist:
  materials: ["Cards"]
  invitations: ["The headman"]
consent: {keep_months: 6}
quorum: 2
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "douar.meeting"


@pytest.fixture
def prepared(tmp_path: Path) -> Path:
    path = tmp_path / "july.yaml"
    path.write_text(PREPARED, encoding="utf-8")
    return path


def by_name(meeting: Meeting) -> dict[str, str]:
    return {each.name: each.id for each in meeting.people.values()}


def leads(meeting: Meeting) -> dict[str, str]:
    return {step: meeting.name(person) for step, person in meeting.assigned.items()}


def test_options_say_all_that_is_planned(file: Path, capsys: Capture) -> None:
    when = ["--start", "2026-07-16 15:00", "--end", "17:00", "--audience", "youth", "--objective", "Hear all"]
    who = ["--moderates", "Amina=Y03,Y04", "--moderates", "Hassan=Y05", "--observes", "Youssef=Amina"]
    much = ["--expect", "women=12", "--expect", "m/18-29=10", "--material", "Cards", "--invite", "The headman"]
    kept = ["--consent", "We watch how it is run.", "--keep-until", "2027-01-16", "--quorum", "2"]
    ran = run(capsys, "new", "youth", str(file), *PEOPLE, *when, *who, *much, *kept)
    assert ran.status == 0, ran
    meeting = meeting_in(file)
    assert (meeting.audience, meeting.objectives) == ("youth", ("Hear all",))
    assert meeting.end == datetime(2026, 7, 16, 17)
    assert leads(meeting) == {"Y03": "Amina", "Y04": "Amina", "Y05": "Hassan"}
    assert [each.name for each in meeting.observed_by(by_name(meeting)["Youssef"])] == ["Amina"]
    assert {each.group: each.number for each in meeting.expected} == {
        Group(sex="women"): 12,
        Group(sex="men", age="18-29"): 10,
    }
    assert [(each.what, each.text) for each in meeting.checklist.values()] == [
        ("material", "Cards"),
        ("invitation", "The headman"),
    ]
    assert meeting.consent is not None
    assert (meeting.consent.wording, meeting.consent.until) == ("We watch how it is run.", date(2027, 1, 16))
    assert (meeting.grids.rule.rule, meeting.grids.rule.quorum) == ("quorum", 2)


def test_a_file_says_it_too_and_options_stand_before_it(file: Path, prepared: Path, capsys: Capture) -> None:
    changed = ["--start", "2026-08-13 09:00", "--end", "11:30", "--moderator", "Amina", "--moderator", "Karima"]
    more = ["--moderates", "Karima=Y03", "--expect", "women=15", "--material", "Rope"]
    assert run(capsys, "new", str(prepared), str(file), *changed, *more).status == 0
    meeting = meeting_in(file)
    roles = {each.name: set(each.roles) for each in meeting.people.values()}
    assert roles == {
        "Amina": {Role.MODERATOR},
        "Hassan": {Role.HOST},
        "Youssef": {Role.OBSERVER},
        "Karima": {Role.MODERATOR},
    }
    assert leads(meeting) == {"Y04": "Amina", "Y03": "Karima"}
    assert {each.group.sex: each.number for each in meeting.expected} == {"women": 15, "men": 8}
    assert [each.text for each in meeting.checklist.values()] == ["Rope", "The headman"]
    assert (meeting.place, meeting.language, meeting.end) == ("Youth house", "fr", datetime(2026, 8, 13, 11, 30))
    assert meeting.consent is not None
    assert meeting.consent.until == date(2027, 2, 13), "six months after the new day"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--moderates", "Amina=Y99"], "Y99"),
        (["--moderates", "Amina=Y03", "--moderates", "Hassan=Y03"], "twice"),
        (["--moderates", "Amina=Y03", "--moderates", "Amina=Y04"], "twice"),
        (["--moderates", "Nobody=Y03"], "Nobody"),
        (["--moderates", "Youssef=Y03"], "--moderator"),
        (["--moderates", "Amina"], "NAME=A,B"),
        (["--observes", "Youssef=Nobody"], "Nobody"),
        (["--observes", "Amina=Hassan"], "--observer"),
        (["--observes", "Youssef=Youssef"], "--moderator"),
        (["--expect", "women"], "women=12"),
        (["--expect", "women=many"], "women=12"),
        (["--expect", "women=0"], "women=12"),
        (["--expect", "cats=3"], "women=12"),
        (["--expect", "women=3", "--expect", "f=4"], "twice"),
        (["--material", "Cards", "--material", "Cards"], "twice"),
        (["--invite", " "], "--invite"),
        (["--end", "17:00"], "--start"),
        (["--start", "2026-07-16 15:00", "--end", "14:00"], "end"),
        (["--end", "25:00"], "17:00"),
        (["--keep-until", "soon"], "2027-01-31"),
        (["--start", "2026-07-16 15:00", "--keep-until", "2026-07-15"], "before the meeting"),
        (["--quorum", "0"], "--quorum"),
        (["--objective", "a", "--objective", "a"], "twice"),
    ],
)
def test_what_does_not_fit_is_one_line_and_nothing_is_made(
    file: Path, capsys: Capture, options: list[str], said: str
) -> None:
    assert said in one_line(run(capsys, "new", "youth", str(file), *PEOPLE, *options))
    assert list(file.parent.iterdir()) == []


def test_a_faulty_file_makes_nothing(file: Path, prepared: Path, capsys: Capture) -> None:
    prepared.write_text(PREPARED.replace("Y05", "Y55"), encoding="utf-8")
    told = one_line(run(capsys, "new", str(prepared), str(file)))
    assert "july.yaml:10:" in told
    assert "Y55" in told
    assert not file.exists()


# And back.


def test_a_preparation_goes_there_and_back(tmp_path: Path, file: Path, prepared: Path, capsys: Capture) -> None:
    assert run(capsys, "new", str(prepared), str(file)).status == 0
    again, second = tmp_path / "again.yaml", tmp_path / "second.meeting"
    assert run(capsys, "prepare", str(file), "-o", str(again)).status == 0
    assert run(capsys, "check", str(again)).status == 0
    assert run(capsys, "new", str(again), str(second)).status == 0
    one, two = meeting_in(file), meeting_in(second)
    assert leads(one) == leads(two)
    same = ("title", "place", "start", "end", "language", "expected", "consent", "agenda", "grid", "audience", "kit")
    assert {name: getattr(one, name) for name in same} == {name: getattr(two, name) for name in same}
    third = tmp_path / "third.yaml"
    assert run(capsys, "prepare", str(second), "-o", str(third)).status == 0
    assert third.read_text(encoding="utf-8") == again.read_text(encoding="utf-8")


def test_a_file_that_is_there_is_left_alone(file: Path, prepared: Path, capsys: Capture) -> None:
    assert run(capsys, "new", str(prepared), str(file)).status == 0
    assert "--force" in one_line(run(capsys, "prepare", str(file), "-o", str(prepared)))
    assert prepared.read_text(encoding="utf-8") == PREPARED
    assert run(capsys, "prepare", str(file), "-o", str(prepared), "--force").status == 0
    assert "Amina" in prepared.read_text(encoding="utf-8")
    assert sorted(each.name for each in file.parent.iterdir()) == ["douar.meeting", "july.yaml"]


def test_what_was_changed_in_the_meeting_is_written_back(tmp_path: Path, file: Path, capsys: Capture) -> None:
    assert run(capsys, "new", "youth", str(file), *PEOPLE, "--material", "Cards").status == 0
    journal = Journal.open(file)
    agenda, people = journal.record.meeting.agenda, by_name(journal.record.meeting)
    assert agenda is not None
    longer = replaced(agenda.steps[3], minutes=25)
    done = next(iter(journal.record.meeting.checklist.values()))
    acts: list[tuple[str, Fact]] = [
        (people["Amina"], StepChanged(step=longer)),
        (SETUP, ExpectedSet(group=Group(sex="women", place="Timit"), number=7)),
        (people["Amina"], ItemSet(item=done.id, what="material", text="Cards", done=True)),
        (SETUP, PersonAdded(person="villager", roles=frozenset({Role.PARTICIPANT}))),
        (SETUP, PersonNamed(person="villager", name="Zineb")),
        (SETUP, PersonAdded(person="gone", roles=frozenset({Role.OBSERVER}))),
        (SETUP, PersonNamed(person="gone", name="Karim")),
        (people["Amina"], PersonLeft(person="gone")),
    ]
    for act in acts:
        assert not isinstance(journal.append_all([act]), Refused)
    journal.close()
    folder = tmp_path / "next"
    folder.mkdir()
    assert run(capsys, "prepare", str(file), "-o", str(folder / "next.yaml")).status == 0
    text = (folder / "next.yaml").read_text(encoding="utf-8")
    assert "Zineb" not in text, "participants are no preparation"
    assert "Karim" not in text
    assert "done" not in text, "next time it is to be got ready anew"
    assert run(capsys, "new", str(folder / "next.yaml"), str(folder / "next.meeting")).status == 0
    meeting = meeting_in(folder / "next.meeting")
    assert meeting.agenda is not None
    assert meeting.agenda.step(longer.id) == longer, "the agenda as it was changed, taken from the meeting"
    assert meeting.expected[0].group == Group(sex="women", place="Timit")
