"""`report --json`: what programs find there, a reason for each null, and nothing of a sheet that is not to be seen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from facilitate.cli.main import main
from facilitate.cli.reported import as_json
from facilitate.domain.events.observing import ConsensusSet
from facilitate.domain.events.preparing import AttendanceCounted, PersonErased
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.meeting.view import see
from facilitate.domain.people import SETUP
from facilitate.journal.journal import Journal
from facilitate.language import Words
from facilitate.language.words import Code
from tests.cli.running import one_line, run
from tests.making import Laptop, Room, small_room
from tests.report.scene import WOMEN, begun, closed, observed

Capture = pytest.CaptureFixture[str]

KEYS = {
    "meeting", "title", "kit", "place", "centre", "date", "date_why", "audience", "rehearsal", "closed", "told_at",
    "people", "people_why", "time", "participation", "needs", "needs_by_group", "needs_without_group", "ranking",
    "first_choices", "decisions", "actions", "parking", "observers", "grid", "grid_why", "scores", "scores_why",
    "consensus", "agreement",
}  # fmt: skip

REASONS = {
    "value": "why", "spread": "spread_why", "relative": "why", "share": "why", "minutes": "why", "began": "why",
    "name": ("why", "name_why"), "date": "date_why", "people": "people_why", "sent": "sent_why", "rank": "why",
    "grid": "grid_why", "start_delay": "start_delay_why", "due": ("due_why", "due_said"), "present": "why",
}  # fmt: skip
"""Beside which null which reason stands."""


def data(room: Room | Meeting, language: Code = "en") -> dict[str, Any]:
    """The one meeting as a reader without a seat finds it."""
    meeting = room.meeting if isinstance(room, Room) else room
    now = room.laptop() if isinstance(room, Room) else Laptop()()
    found: dict[str, Any] = as_json([(see(meeting, None), now)], Words(language))["meetings"][0]
    assert "NaN" not in json.dumps(found, allow_nan=False)
    return found


def objects(found: Any) -> Iterator[dict[str, Any]]:
    """Every object, however deep."""
    for each in found.values() if isinstance(found, dict) else found if isinstance(found, list) else ():
        yield from objects(each)
    if isinstance(found, dict):
        yield found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two rehearsed meetings, the later one under the first name."""
    made = tmp_path_factory.mktemp("meetings")
    for name, kit, month in (("a", "youth", 2), ("b", "farmers", 1)):
        start = f"2026-0{month}-16 15:00"
        assert main(["rehearse", kit, str(made / f"{name}.meeting"), "--seed", "4", "--start", start]) == 0
    return made


def test_meetings_in_the_order_in_which_they_took_place(folder: Path, capsys: Capture) -> None:
    ran = run(capsys, "report", str(folder), "--json")
    assert (ran.status, ran.err) == (0, "")
    found = json.loads(ran.out)["meetings"]
    assert [each["date"] for each in found] == ["2026-01-16", "2026-02-16"]
    assert [each["audience"] for each in found] == ["farmers", "youth"]
    assert all(set(each) == KEYS for each in found)


def test_numbers_are_the_same_in_every_language(folder: Path, capsys: Capture) -> None:
    file = str(folder / "a.meeting")
    french, arabic = (
        json.loads(run(capsys, "report", file, "--json", "--lang", each).out)["meetings"][0] for each in ("fr", "ar")
    )
    assert french["participation"]["moderators_share"] == arabic["participation"]["moderators_share"]
    assert [each["overall"]["value"] for each in french["scores"]] == [
        each["overall"]["value"] for each in arabic["scores"]
    ]
    assert french["grid"]["title"] != arabic["grid"]["title"]


def test_with_a_file_to_write_both_come(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    target = tmp_path / "r.md"
    ran = run(capsys, "report", str(folder / "a.meeting"), "--json", "-o", str(target))
    assert ran.status == 0
    assert len(json.loads(ran.out)["meetings"]) == 1
    assert "r.md" in ran.err
    assert target.stat().st_size > 1_000


def test_what_cannot_be_read_is_named_and_costs_no_other(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    bad = tmp_path / "bad.meeting"
    bad.write_text("no meeting", encoding="utf-8")
    ran = run(capsys, "report", str(folder), str(bad), "--json")
    assert ran.status == 1
    assert "bad.meeting" in ran.err
    assert len(json.loads(ran.out)["meetings"]) == 2
    assert "bad.meeting" in one_line(run(capsys, "report", str(bad), "--json"))
    assert ".pdf" in one_line(run(capsys, "report", str(folder), "--json", "-o", str(tmp_path / "r.pdf")))


def test_time_by_step_and_in_all() -> None:
    found = data(closed())["time"]
    steps = {each["step"]: each for each in found["steps"]}
    assert (steps["S1"]["planned"], steps["S1"]["actual"], steps["S1"]["state"]) == (10, pytest.approx(15.83), "done")
    assert (steps["S3"]["state"], steps["S3"]["reason"]) == ("skipped", "no time left")
    assert not steps["S0"]["counted"]
    assert found["planned"] == 40
    assert found["actual"] == pytest.approx(15.83 + 15 + 9)
    assert (found["start_delay"], found["approximate"]) == (7, False)


def test_who_spoke() -> None:
    found = data(begun())["participation"]
    assert (found["turns"], found["minutes_spoken"]) == (3, pytest.approx(9.83))
    assert found["moderators_share"] == {"value": pytest.approx(200 / 590), "why": None}
    assert found["never_spoke"]["value"] == pytest.approx(18 / 20)
    _, women = found["groups"]
    assert (women["group"], women["present"], women["turns"], women["small"]) == ("women", 8, 1, False)
    assert women["relative"] == pytest.approx(150 / 390 / 0.4)
    assert women["longest_silence"]["minutes"] == pytest.approx(4)
    assert women["longest_silence"]["began"].startswith("2026-07-16T14:12:50")
    assert found["longest_silence"] == {
        "minutes": 0, "approximate": False, "began": None, "step": None, "why": "there was none",
    }  # fmt: skip


def test_small_groups_are_marked() -> None:
    room = begun()
    room.do("nora", AttendanceCounted(group=WOMEN, number=4))
    assert [each["small"] for each in data(room)["participation"]["groups"]] == [False, True]


def test_needs_with_their_groups_and_ranks() -> None:
    found = data(closed())
    road, water = found["needs"]
    assert (road["text"], road["group"]["sex"], road["theme"], road["rank"]) == (
        "Transport to school", "women", "Roads", 1,
    )  # fmt: skip
    assert (water["theme"], water["rank"]) == (None, 2)
    assert [(each["group"], each["needs"]) for each in found["needs_by_group"]] == [("men", 1), ("women", 1)]
    assert [(each["group"]["sex"], each["first"], each["score"]) for each in found["first_choices"]] == [
        ("women", ["Roads"], 9), ("men", ["ماء صالح للشرب"], 7),
    ]  # fmt: skip
    ask, letter = found["actions"]
    assert (ask["owner"]["name"], ask["due"], ask["complete"]) == ("عائشة", "2026-08-01", True)
    assert (letter["owner"]["why"], letter["due_why"], letter["complete"]) == ("nobody named", "no date", False)
    assert [each["text"] for each in found["parking"]] == ["The bridge"]


@pytest.mark.parametrize("sent", [(), ("olga",)])
def test_nothing_of_sheets_that_are_not_to_be_seen(sent: tuple[str, ...]) -> None:
    found = data(observed(*sent))
    assert found["scores"] == []
    assert found["scores_why"].startswith("Scores are shown once all observers have sent")
    assert "heard it" not in json.dumps(found)
    assert [each["sent"] is not None for each in found["observers"]] == ["olga" in sent, "omar" in sent]
    without = data(closed())
    same = KEYS - {"observers", "scores_why", "told_at", "agreement"}
    assert {key: found[key] for key in same} == {key: without[key] for key in same}


def test_a_file_with_unsent_sheets_tells_programs_no_score(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    sent = run(capsys, "journal", str(folder / "a.meeting")).out.splitlines(keepends=True)
    lines, unsent = tmp_path / "lines.jsonl", tmp_path / "unsent.meeting"
    lines.write_text("".join(line for line in sent if '"sheet_sent"' not in line), encoding="utf-8")
    Journal.create(unsent).close()
    run(capsys, "journal", str(unsent), "--from", str(lines))
    ran = run(capsys, "report", str(unsent), "--json", "--lang", "en")
    found = json.loads(ran.out)["meetings"][0]
    assert (found["scores"], found["consensus"]) == ([], [])
    assert {each["sent_why"] for each in found["observers"]} == {"not sent"}
    facts = [json.loads(line).get("text") for line in sent if '"evidence_added"' in line]
    assert facts
    assert not any(fact and fact in ran.out for fact in facts)


def test_scores_of_each_moderator_and_of_the_meeting_once_all_have_sent() -> None:
    room = observed("olga", "omar")
    room.do("tess", ConsensusSet(about="mona", indicator="A1", value=3, reason="both were right"))
    found = data(room)
    mona, milo, meeting = found["scores"]
    assert (mona["person"], milo["name"], meeting["about"], meeting["person"]) == ("mona", "Milo", "meeting", None)
    first = mona["indicators"][0]
    assert (first["indicator"], first["value"], first["spread"], first["observers"]) == ("A1", 3, 2, 2)
    assert first["sd"] == pytest.approx(2**0.5)
    assert mona["sections"][0]["value"] == pytest.approx(3.5)
    assert [(each["indicator"], each["value"], each["reason"]) for each in found["consensus"]] == [
        ("A1", 3, "both were right")
    ]
    assert found["grid"]["standing"] == "not_agreed"


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize(
    "meeting", [Meeting, small_room, begun, closed, lambda: observed("olga"), lambda: observed("olga", "omar")]
)
def test_beside_each_null_stands_its_reason(meeting: Any, language: Code) -> None:
    found = data(meeting(), language)
    for each in objects(found):
        for key, reasons in REASONS.items():
            if key in each and each[key] is None:
                names = (reasons,) if isinstance(reasons, str) else reasons
                assert any(each.get(name) for name in names), (key, each)
    reasons = [str(value) for each in objects(found) for key, value in each.items() if key.endswith("why") and value]
    assert not any(reason.startswith(("voices.", "analysis.", "report.", "compare.")) for reason in reasons)


def test_an_erased_person_has_no_name_left() -> None:
    room = closed()
    room.do(SETUP, PersonErased(person="aicha"))
    found = data(room)
    assert "عائشة" not in json.dumps(found, ensure_ascii=False)
    assert found["actions"][0]["owner"]["why"] == "(name erased)"
