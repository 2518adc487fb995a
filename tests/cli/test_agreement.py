"""`facilitate agreement`: an answer in words whatever the meeting holds, and the same for programs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from facilitate.domain.events.observing import Scored, SheetSent
from facilitate.domain.scale import Answer
from facilitate.journal.journal import Journal
from facilitate.language.words import CODES
from facilitate.report.width import width
from tests.cli.running import one_line, run
from tests.making import Room, small_room

Capture = pytest.CaptureFixture[str]


def filed(room: Room, path: Path) -> str:
    journal = Journal.create(path)
    assert isinstance(journal.append_all([(event.by, event.fact) for event in room.events]), list)
    journal.close()
    return str(path)


def scored(observers: int, *rows: tuple[object, ...], send: int | None = None) -> Room:
    """Observers who scored A1, A2 on mona and A1, A2 on milo, a row each; the first `send` of them have sent."""
    room = small_room(observers=observers)
    cells = [(about, code) for about in ("mona", "milo") for code in ("A1", "A2")]
    for (about, code), row in zip(cells, rows, strict=False):
        for person, value in zip(room.meeting.observers, row, strict=False):
            if isinstance(value, int | Answer):
                room.do(person.id, Scored(about=about, indicator=code, value=value))
    for person in room.meeting.observers[: send if send is not None else observers]:
        room.do(person.id, SheetSent())
    return room


@pytest.mark.parametrize(
    ("room", "status", "state", "said"),
    [
        (scored(1, (3,)), 1, "one_observer", "Only one observer scored"),
        (scored(2, (3, 4), send=1), 1, "hidden", "The scores are not shown yet: 1 observer has not sent."),
        (small_room(observers=2), 1, "hidden", "The scores are not shown yet: 2 observers have not sent."),
        (small_room(observers=0), 1, "nothing", "Nobody has scored anything yet."),
        (scored(2, (3, None), (None, 3)), 1, "no_pair", "No two observers scored the same thing"),
        (scored(2, (3, Answer.NOT_OBSERVED), (Answer.NOT_APPLICABLE, 3)), 1, "no_pair", "No two observers scored"),
        (scored(2, (3, 3), (3, 3), (3, 3), (3, 3)), 0, "compared", "Only 4 things were scored by two observers"),
    ],
)
def test_an_answer_in_words_whatever_there_is(
    tmp_path: Path, capsys: Capture, room: Room, status: int, state: str, said: str
) -> None:
    file = filed(room, tmp_path / "x.meeting")
    ran = run(capsys, "agreement", file)
    assert (ran.status, ran.err) == (status, "")
    assert said in " ".join(ran.out.split())
    assert "What to do next" in ran.out
    ran = run(capsys, "agreement", file, "--json")
    assert ran.status == status
    found = json.loads(ran.out, parse_constant=lambda name: pytest.fail(f"{name} in JSON"))
    assert found["state"] == state
    for name, each in found["coefficients"].items():
        assert (each["value"] is None) == bool(each["why"]), name
        assert each["value"] is not None or (each["low"], each["high"]) == (None, None)


def test_nothing_of_sheets_that_are_not_sent(tmp_path: Path, capsys: Capture) -> None:
    file = filed(scored(2, (1, 4), (1, 4), send=1), tmp_path / "x.meeting")
    found = json.loads(run(capsys, "agreement", file, "--json").out)
    assert (found["units"], found["observers"], found["indicators"]) == (0, 0, [])
    assert {each["why"] for each in found["coefficients"].values()} == {
        "The scores are not shown yet: 1 observer has not sent."
    }


def test_all_the_same_score_is_said_and_not_divided_by_nothing(tmp_path: Path, capsys: Capture) -> None:
    room = small_room(observers=2)
    for observer in ("olga", "omar"):
        for about in ("mona", "milo"):
            for code in ("A1", "A2"):
                room.do(observer, Scored(about=about, indicator=code, value=4))
        for step in ("S1", "S2", "S3", "S4"):
            room.do(observer, Scored(indicator="B2", step=step, value=4))
        room.do(observer, Scored(indicator="A3", value=Answer.YES), Scored(indicator="B1", value=0))
        room.do(observer, SheetSent())
    file = filed(room, tmp_path / "x.meeting")
    ran = run(capsys, "agreement", file)
    assert ran.status == 0
    assert "Every score is the same." in ran.out
    assert "Same score" in ran.out
    found = json.loads(run(capsys, "agreement", file, "--json").out)
    assert (found["units"], found["verdict"]) == (10, "all_the_same")
    assert found["coefficients"]["percent"]["value"] == 1
    assert found["coefficients"]["krippendorff_ordinal"]["why"].startswith("Undefined: every score is the same")


def test_three_languages_and_no_word_of_the_program_inside(tmp_path: Path, capsys: Capture) -> None:
    file = str(tmp_path / "x.meeting")
    assert run(capsys, "rehearse", "youth", file, "--seed", "3", "--observers", "3").status == 0
    said = {each: run(capsys, "agreement", file, "--lang", each).out for each in CODES}
    assert len(set(said.values())) == len(CODES)
    for text in said.values():
        assert not re.search(r"agreement\.|agreed\.|report\.|[a-z]+_[a-z]+|\bnan\b|NaN|\binf\b", text)
        assert max(map(width, text.splitlines())) <= 80
    values = [json.loads(run(capsys, "agreement", file, "--json", "--lang", each).out) for each in CODES]
    assert all(
        each["coefficients"]["fleiss_kappa"]["value"] == values[0]["coefficients"]["fleiss_kappa"]["value"]
        for each in values
    )
    assert {"units", "observers", "pairs", "coverage", "coefficients"} < set(values[0])


def test_the_names_that_programs_rely_on(tmp_path: Path, capsys: Capture) -> None:
    names = (
        "percent", "percent_within_1", "cohen_kappa", "cohen_kappa_linear", "cohen_kappa_quadratic", "fleiss_kappa",
        "conger_kappa", "krippendorff_nominal", "krippendorff_ordinal", "krippendorff_interval", "krippendorff_ratio",
        "gwet_ac1", "gwet_ac2_quadratic", "icc_1_1", "icc_2_1", "icc_3_1", "icc_1_k", "icc_2_k", "icc_3_k", "kendall_w",
    )  # fmt: skip
    file = filed(scored(2, (3, 4)), tmp_path / "x.meeting")
    found = json.loads(run(capsys, "agreement", file, "--json").out)["coefficients"]
    assert set(names) <= set(found)
    assert all({"value", "why", "low", "high"} <= set(each) for each in found.values())


def test_what_cannot_be_read_is_one_line(tmp_path: Path, capsys: Capture) -> None:
    assert "no such file" in one_line(run(capsys, "agreement", str(tmp_path / "none.meeting")))
    (tmp_path / "bad.meeting").write_text("no", encoding="utf-8")
    assert "bad.meeting" in one_line(run(capsys, "agreement", str(tmp_path / "bad.meeting"), "--json"))
