"""What was seen at intervals, counted and timed, in the report: by observer, missed told, few named, nothing before."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import IntervalMarked, Scored, SheetSent, Tallied, Timed
from facilitate.domain.indicator import Duration, Interval, Option, Tally
from facilitate.domain.meeting.view import see
from facilitate.domain.people import SETUP
from facilitate.language.words import CODES, Code, Words
from facilitate.report import document, markdown
from facilitate.report.meeting import blocks
from tests.making import Room, small_grid, small_room, words
from tests.report.scene import told

OPTIONS = tuple(Option(id=each, label=words(each)) for each in ("asks", "tells", "waits"))
GROUPS = tuple(Option(id=each, label=words(each)) for each in ("women", "men"))
SEEN = Interval(id="I1", text=words("what is seen"), every_seconds=120, codes=OPTIONS)
SHOT = Interval(id="M1", text=words("who is with it"), every_seconds=600, momentary=True, at_most=1, codes=OPTIONS)
CUT_OFF = Tally(id="T1", text=words("cut off"), groups=GROUPS)
WAITS = Duration(id="D1", text=words("waiting"), groups=GROUPS)


def sampled(*sent: str) -> Room:
    """Olga looked at twelve intervals and missed one, Omar at two; both took a snapshot, counted and timed."""
    room = small_room()
    room.do(SETUP, GridProposed(grid=small_grid((SEEN, SHOT, CUT_OFF, WAITS))))
    room.next("mona")
    for number in range(1, 13):
        codes = ("asks", "tells") if number % 4 == 0 else ("asks",)
        room.do("olga", IntervalMarked(indicator="I1", interval=number, codes=codes))
    room.do("olga", IntervalMarked(indicator="I1", interval=13, missed=True))
    start = room.laptop.wall
    for observer, length in (("olga", 90), ("omar", 30)):
        room.do(observer, IntervalMarked(indicator="M1", interval=1, codes=("tells",)))
        room.do(observer, Tallied(indicator="T1", group="women"), Tallied(indicator="T1", group="men"))
        stop = start + timedelta(seconds=length)
        room.do(observer, Timed(indicator="D1", timing=f"d-{observer}", group="men", start=start, stop=stop))
    room.do("omar", IntervalMarked(indicator="I1", interval=1), IntervalMarked(indicator="I1", interval=2))
    room.do("omar", Scored(indicator="D1", value=75))
    for observer in sent:
        room.do(observer, SheetSent())
    return room


def test_each_code_with_count_and_share_of_what_was_looked_at() -> None:
    text = told(sampled("olga", "omar"))
    assert re.search(r"intervals looked at +12 +2\n", text)
    assert re.search(r"intervals missed +1 +0\n", text)
    assert re.search(r"asks +12 \(100 %\) +0 \(0 %\)\n", text)
    assert re.search(r"tells +3 \(25 %\) +0 \(0 %\)\n", text)
    assert "Never seen: waits." in text
    assert "Fewer than 10 intervals were looked at by Omar:" in text


def test_a_snapshot_is_called_one() -> None:
    text = told(sampled("olga", "omar"))
    assert "who is with it: a snapshot each 10:00" in text
    assert re.search(r"snapshots taken +1 +1\n", text)
    assert "Fewer than 10 snapshots were taken by Olga, Omar:" in text


def test_counts_and_times_by_group_and_what_was_typed_instead() -> None:
    text = told(sampled("olga", "omar"))
    assert re.search(r"cut off:\n.*\n +the meeting +2 +2\n +– women +1 +1\n +– men +1 +1\n", text)
    assert re.search(r"waiting:\n.*\n +the meeting +1:30 +1:15\n +– women +0:00 +0:00\n +– men +1:30 +0:30\n", text)


@pytest.mark.parametrize(("sent", "person"), [((), None), (("olga",), None), (("olga",), "omar"), ((), "mona")])
def test_nothing_of_it_is_shown_before_scores_may_be_seen(sent: tuple[str, ...], person: str | None) -> None:
    text = told(sampled(*sent), person=person)
    assert "(25 %)" not in text
    assert "1:30" not in text
    assert "intervals looked at  12" not in text


@pytest.mark.parametrize("language", CODES)
def test_in_every_form_and_language(language: Code) -> None:
    room, said = sampled("olga", "omar"), Words(language)
    found = blocks(see(room.meeting, None), room.laptop(), said)
    text = markdown.render(found, said)
    assert said("report.intervals.looked") in text
    assert said("report.snapshots.missed") in text
    assert "report." not in text
    assert document.render(found, said, room.laptop.wall)
