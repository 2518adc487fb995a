"""Intervals: the same for everybody, held in pauses, missed where nobody looked."""

from __future__ import annotations

from facilitate.analysis.sampling import Seen, codes_seen, passed_by, running, sampled_ms
from facilitate.domain.events import running as r
from facilitate.domain.indicator import Interval, Option
from facilitate.domain.meeting.sheets import IntervalMark
from tests.making import small_room, words

CODES = tuple(Option(id=code, label=words(code)) for code in ("asks", "tells", "waits"))
EVERY_TWO = Interval(id="I1", text=words("what is seen"), every_seconds=120, codes=CODES)


def marked(number: int, *codes: str, missed: bool = False) -> IntervalMark:
    return IntervalMark(interval=number, codes=codes, missed=missed, seen=None)


def test_intervals_begin_with_the_first_step_that_counts_and_hold_in_pauses() -> None:
    room = small_room()
    room.next("mona")
    room.laptop.passes(minutes=4)
    assert running(room.meeting, EVERY_TWO, room.laptop()) is None, "people still arrive"
    room.next("mona")
    room.laptop.passes(minutes=3)
    found = running(room.meeting, EVERY_TWO, room.laptop())
    assert found is not None
    assert (found.number, found.since_ms, found.left_ms, found.complete) == (2, 60_000, 60_000, 1)
    room.do("mona", r.Paused())
    room.laptop.passes(minutes=30)
    assert running(room.meeting, EVERY_TWO, room.laptop()) == found
    room.do("mona", r.Resumed())
    room.laptop.passes(minutes=1)
    assert sampled_ms(room.meeting, room.laptop()) == 4 * 60_000
    room.do("mona", r.MeetingClosed())
    room.laptop.passes(minutes=50)
    assert sampled_ms(room.meeting, room.laptop()) == 4 * 60_000


def test_an_interval_counts_as_missed_one_interval_later() -> None:
    marks = {1: marked(1, "asks"), 3: marked(3)}
    assert passed_by(marks, complete=2) == ()
    assert passed_by(marks, complete=5) == (2, 4)
    assert passed_by(marks, complete=5, grace=0) == (2, 4, 5)
    assert passed_by({}, complete=0) == ()


def test_a_code_is_seen_in_so_many_of_the_intervals_that_were_looked_at() -> None:
    marks = {1: marked(1, "asks", "tells"), 2: marked(2, missed=True), 3: marked(3, "asks"), 4: marked(4)}
    assert codes_seen(EVERY_TWO, marks) == {"asks": Seen(2, 3), "tells": Seen(1, 3), "waits": Seen(0, 3)}
