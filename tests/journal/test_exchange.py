"""Events out as lines and in again: a union in any order; nothing told that is not open, or that a terminal obeys."""

from __future__ import annotations

import json
from contextlib import closing
from itertools import permutations
from pathlib import Path
from random import Random

import pytest

from facilitate.domain.events import observing as o
from facilitate.domain.events.running import StepOpened
from facilitate.domain.pin import Pin
from facilitate.domain.scale import Answer
from facilitate.journal.exchange import lines, read_lines, safe, take_in
from facilitate.journal.faults import JournalError
from facilitate.journal.journal import Journal
from tests.journal.helping import ids, keep, need, new_meeting, reopened

PIN = Pin(salt="5a17", hash="4a54", cost=14, block=8, parallel=1)
SCORE = o.Scored(about="mona", indicator="A1", value=3, reason="secret")
FACT = o.EvidenceAdded(evidence="e1", about="mona", indicator="A1", text="secret words")


@pytest.fixture
def base(tmp_path: Path) -> Path:
    path = tmp_path / "base.meeting"
    new_meeting(path).close()
    return path


def copies(base: Path, number: int) -> list[Journal]:
    """Copies of a meeting on several laptops, each gone on by itself."""
    made = []
    for n in range(number):
        path = base.with_name(f"copy{n}.meeting")
        with closing(reopened(base)) as journal:
            journal.copy_to(path)
        copy = reopened(path)
        keep(copy, "mona", StepOpened(step=f"S{n}"))
        keep(copy, "milo", need(n))
        keep(copy, "nora", need(f"also{n}"))
        keep(copy, "olga", SCORE.model_copy(update={"value": n + 1}))
        copy.take_back("nora")
        made.append(copy)
    return made


def test_out_and_in_again_is_the_same_meeting(base: Path, tmp_path: Path) -> None:
    (copy,) = copies(base, 1)
    with closing(copy), closing(Journal.create(tmp_path / "new.meeting")) as new:
        written = list(lines(copy, unsent=True))
        assert take_in(new, written) == (len(written), 0, 0, ())
        assert new.record.meeting == copy.record.meeting
        assert list(lines(new, unsent=True)) == written
        assert take_in(new, written) == (0, len(written), 0, ())
    with closing(reopened(tmp_path / "new.meeting")) as new:
        assert new.record.meeting.id


def test_a_union_is_the_same_in_any_order_and_any_number_of_times(base: Path, tmp_path: Path) -> None:
    made = copies(base, 3)
    written = [list(lines(copy, unsent=True)) for copy in made]
    meetings = []
    for number, order in enumerate(permutations(written)):
        with closing(Journal.create(tmp_path / f"union{number}.meeting")) as union:
            for source in (*order, order[0]):
                shuffled = list(source)
                Random(number).shuffle(shuffled)
                take_in(union, shuffled)
            meetings.append((union.record.meeting, ids(union)))
    for copy in made:
        for source in written:
            take_in(copy, source)
        meetings.append((copy.record.meeting, ids(copy)))
        copy.close()
    assert all(each == meetings[0] for each in meetings)
    meeting, known = meetings[0]
    assert len(known) == len(written[0]) + 2 * 5
    assert [clash.message for clash in meeting.clashes] == ["clash.step_opened"] * 2
    assert set(meeting.captures) == {"n0", "n1", "n2"}


def test_the_same_identity_with_another_content_is_an_error_and_nothing_is_taken_in(base: Path) -> None:
    (copy,) = copies(base, 1)
    with closing(reopened(base)) as journal, closing(copy):
        written = list(lines(copy, unsent=True))
        forged = json.loads(written[3])
        forged["by"] = "mona"
        before = ids(journal)
        with pytest.raises(JournalError) as caught:
            take_in(journal, [*written, json.dumps(forged)])
        assert caught.value.message == "file.same_identity"
        assert caught.value.values == {"replica": forged["replica"], "seq": forged["seq"], "line": len(written) + 1}
        assert ids(reopened(base)) == before
        fresh = json.loads(written[-1])
        with pytest.raises(JournalError, match=r"file\.same_identity"):
            take_in(journal, [json.dumps(fresh), json.dumps({**fresh, "wall": "2020-01-01T00:00:00Z"})])
        assert ids(reopened(base)) == before


def test_lines_that_are_no_events_are_told_and_the_others_are_taken_in(base: Path, tmp_path: Path) -> None:
    (copy,) = copies(base, 1)
    with closing(copy), closing(reopened(base)) as journal:
        good = list(lines(copy, unsent=True))[-1]
        stranger = json.dumps({**json.loads(good), "meeting": "other", "seq": 77})
        deep = "[" * 100_000
        half = json.dumps({**json.loads(good), "kind": "drums", "seq": 78, "x": "\ud800"})
        huge = json.dumps({**json.loads(good), "seq": 10**30})
        taken = take_in(journal, ["", "junk", "[]", "7", good, stranger, good[:-5], deep, half, huge, f" {good} \n"])
        told = [(number, why) for number, why in taken.refused]
        assert told == [(n, "line.no_event") for n in (2, 3, 4)] + [(6, "line.other_meeting")] + [
            (n, "line.no_event") for n in (7, 8, 9, 10)
        ]
        assert (taken.new, taken.known) == (1, 1)
        keep(journal, "nora", need("after"))


def test_a_newer_program_s_events_are_carried_along(base: Path, tmp_path: Path) -> None:
    with closing(reopened(base)) as journal, closing(Journal.create(tmp_path / "new.meeting")) as new:
        drums = json.loads(next(iter(lines(journal)))) | {"kind": "drums", "seq": 1, "replica": "later", "beat": [1, 2]}
        assert take_in(journal, [json.dumps(drums)]).new == 1
        assert journal.record.meeting.read_only
        take_in(new, lines(journal, unsent=True))
        assert json.loads(list(lines(new, unsent=True))[-1]) == drums
        assert take_in(new, lines(journal, unsent=True)).new == 0
        shown = json.loads(list(lines(new))[-1])
        assert "beat" not in shown, "it may be somebody's score"
        assert (shown["kind"], shown["unsent"]) == ("drums", True)
        assert new.record.unknown == 1


def test_scores_that_are_not_open_are_placeholders(base: Path) -> None:
    with closing(reopened(base)) as journal:
        keep(journal, "olga", SCORE, FACT, o.Tallied(indicator="B3", change=1))
        keep(journal, "omar", SCORE)
        for stage in (None, o.SheetSent()):
            if stage:
                keep(journal, "olga", stage)
            written = [json.loads(line) for line in lines(journal)]
            hidden = [line for line in written if line.get("unsent")]
            assert [line["kind"] for line in hidden] == ["scored", "evidence_added", "tallied", "scored"]
            assert "secret" not in json.dumps(written)
            assert not {"value", "reason", "text", "change"} & {name for line in hidden for name in line}
            assert {line["by"] for line in hidden} == {"olga", "omar"}
            assert len(written) == len(journal.record.events)
        keep(journal, "omar", o.SheetSent())
        assert not any(json.loads(line).get("unsent") for line in lines(journal))
        keep(journal, "tess", o.ConsensusSet(indicator="A3", value=Answer.YES, reason="secret talk"))
        keep(journal, "omar", o.SheetRecalled(reason="a slip"))
        assert "secret" not in "".join(lines(journal))
        assert "secret talk" in "".join(lines(journal, unsent=True))


def test_placeholders_are_not_taken_in(base: Path, tmp_path: Path) -> None:
    with closing(reopened(base)) as journal, closing(Journal.create(tmp_path / "new.meeting")) as new:
        keep(journal, "olga", SCORE)
        written = list(lines(journal))
        taken = take_in(new, written)
        assert taken.refused == ((len(written), "line.placeholder"),)
        assert take_in(new, lines(journal, unsent=True)).new == 1
        assert new.record.meeting == journal.record.meeting


EVIL = "\x9b31m \x85 \x7f \u2028 \u2029 \u202e \u2066"


def test_a_line_obeys_nobody_and_is_still_the_same_json(base: Path) -> None:
    with closing(reopened(base)) as journal:
        drums = json.loads(next(iter(lines(journal)))) | {"kind": "drums", "replica": "later", "beat": EVIL}
        take_in(journal, [json.dumps(drums, ensure_ascii=False)])
        line = list(lines(journal, unsent=True))[-1]
        assert not set(line) & set(EVIL) - set(" 31m")
        assert len(line.splitlines()) == 1
        assert json.loads(line) == drums
    assert safe('{"a":"é ملاحظ"}') == '{"a":"é ملاحظ"}'


def test_a_file_of_lines_is_read_as_people_save_it(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_bytes('\ufeff{}\r\n{"a":"x\u2028y\u0085z"}\n'.encode())
    read = [line for line in read_lines(path) if line]
    assert [json.loads(line) for line in read] == [{}, {"a": "x\u2028y\u0085z"}]
    path.write_bytes(b'{"a":"\xe9"}')
    with pytest.raises(JournalError, match=r"file\.not_utf8"):
        read_lines(path)
    with pytest.raises(JournalError, match=r"file\.cannot_open"):
        read_lines(tmp_path / "nothing.jsonl")


def test_a_pin_is_told_without_what_it_can_be_guessed_from(base: Path, tmp_path: Path) -> None:
    with closing(reopened(base)) as journal, closing(Journal.create(tmp_path / "new.meeting")) as new:
        keep(journal, "olga", o.PinSet(person="olga", pin=PIN))
        keep(journal, "tess", o.PinSet(person="olga", reason="forgotten"))
        keep(journal, "olga", o.PinSet(person="olga", pin=PIN))
        quiet, loud = list(lines(journal)), list(lines(journal, unsent=True))
        assert "5a17" not in "".join(quiet)
        assert "4a54" not in "".join(quiet)
        assert [json.loads(each)["pin"] for each in (quiet[-3], quiet[-1])] == [
            {"cost": 14, "block": 8, "parallel": 1}
        ] * 2
        assert take_in(new, quiet).refused == tuple((len(quiet) - n, "line.placeholder") for n in (2, 0))
        assert new.record.meeting.pins == {}, "a placeholder is no PIN, and sets none"
        assert take_in(new, loud).refused == ()
        assert new.record.meeting.pins == {"olga": PIN}


def test_a_newer_program_s_pin_is_not_told_either(base: Path) -> None:
    with closing(reopened(base)) as journal:
        event = keep(journal, "olga", o.PinSet(person="olga", pin=PIN))[0]
        newer = json.loads(event.to_json()) | {"replica": "newer", "seq": 1, "finger": "5a17"}
        assert take_in(journal, [json.dumps(newer)]).new == 1
        assert "5a17" not in "".join(lines(journal))
        assert "5a17" in "".join(lines(journal, unsent=True))
