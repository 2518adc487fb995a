"""Sampling by time: which interval runs, which have gone by unseen, and how often each code was seen.

Intervals are counted from the first opening of a step that counts, so that they are the same for every observer and can
be compared one by one. A snapshot has a sign in place of an interval: the first falls one interval after that opening,
once people have settled, and its number stands until the next sign. The clock holds in the pauses of the plenary and
while the meeting is closed; a suspended laptop and a changed clock change nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from facilitate.analysis.timing import first_opening
from facilitate.domain.indicator import Interval
from facilitate.domain.instants import Instant, between, total
from facilitate.domain.meeting.parts import Opening, Pause
from facilitate.domain.meeting.sheets import IntervalMark
from facilitate.domain.meeting.state import Meeting

MOST = 100_000
"""As many intervals can be marked."""

GRACE = 1
"""Whole intervals that can still be marked before an unmarked one counts as missed. A moment has none: nobody remembers
it when the next one has come."""

BEGINS_MS, LOOK_MS = 4_000, 10_000
"""For so long it is told that an interval has begun, or that it is time to look up for a snapshot."""


class Running(NamedTuple):
    """The interval that runs, counted from 1, or the last sign for a snapshot, 0 before the first; with milliseconds
    since it began and until the next one."""

    number: int
    since_ms: int
    left_ms: int

    @property
    def complete(self) -> int:
        """How many whole intervals have gone by."""
        return max(0, self.number - 1)


class Seen(NamedTuple):
    """In how many of the intervals that were looked at a code was seen."""

    ticked: int
    looked: int


def sampled_ms(meeting: Meeting, now: Instant) -> int | None:
    """Milliseconds since sampling began, without pauses, until the meeting was closed; nothing before it begins."""
    opening = first_opening(meeting)
    if opening is None:
        return None
    end = meeting.closed or now
    held = total(between(each.start, each.end or end) for each in _held(meeting, opening, end))
    return max(0, between(opening.start, end).ms - held.ms)


def _held(meeting: Meeting, opening: Opening, end: Instant) -> list[Pause]:
    """Since that opening, the pauses, and the times in which the meeting was closed."""
    openings = meeting.plenary.openings
    pauses = [pause for each in openings[openings.index(opening) :] for pause in each.pauses]
    return [*pauses, *(each for each in meeting.shut if between(opening.start, each.end or end).ms)]


def wall_at(meeting: Meeting, passed: int, now: Instant) -> datetime | None:
    """The time of day at which so many milliseconds of sampling had passed, or will have; nothing before it begins."""
    opening = first_opening(meeting)
    if opening is None:
        return None
    end, held = meeting.closed or now, 0
    for each in sorted(_held(meeting, opening, end), key=lambda each: between(opening.start, each.start).ms):
        if between(opening.start, each.start).ms - held > passed:
            break
        held += between(each.start, each.end or end).ms
    return opening.start.wall + timedelta(milliseconds=passed + held)


def span_of(meeting: Meeting, indicator: Interval, number: int, now: Instant) -> tuple[datetime, datetime] | None:
    """From when to when an interval runs, by the clock on the wall; of a snapshot, its sign and the next one."""
    every = indicator.every_seconds * 1000
    first = number if indicator.momentary else number - 1
    start, stop = (wall_at(meeting, each * every, now) for each in (first, first + 1))
    return (start, stop) if start is not None and stop is not None else None


def running(meeting: Meeting, indicator: Interval, now: Instant) -> Running | None:
    """The interval that runs now; where the meeting was closed, the one in which it ended; nothing before it begins."""
    passed = sampled_ms(meeting, now)
    if passed is None:
        return None
    every = indicator.every_seconds * 1000
    whole, since = divmod(passed, every)
    return Running(min(whole if indicator.momentary else whole + 1, MOST), since, every - since)


def begins(meeting: Meeting, indicator: Interval, now: Instant) -> bool:
    """Whether an interval has just begun, or it is the moment of a snapshot; never in a pause."""
    found, opening = running(meeting, indicator, now), meeting.current
    if found is None or found.number < 1 or meeting.closed is not None or (opening is not None and opening.paused):
        return False
    return found.since_ms < (LOOK_MS if indicator.momentary else BEGINS_MS)


def passed_by(marks: Mapping[int, IntervalMark], complete: int, grace: int = GRACE) -> tuple[int, ...]:
    """Whole intervals that nobody marked, without the last `grace` of them: these are missed."""
    last = min(complete - grace, MOST)  # nobody closed the meeting, and it runs for months
    return tuple(number for number in range(1, last + 1) if number not in marks)


def missed(
    meeting: Meeting, indicator: Interval, marks: Mapping[int, IntervalMark], now: Instant, *, sending: bool = False
) -> tuple[int, ...]:
    """What an observer who has begun to sample has let go by. When the sheet is sent nothing is waited for any longer,
    but an interval that did not run to its end is not missed."""
    found = running(meeting, indicator, now) if marks else None
    if found is None:
        return ()
    if indicator.momentary:
        return passed_by(marks, found.number if sending else found.complete, grace=0)
    return passed_by(marks, found.complete, 0 if sending else GRACE)


def codes_seen(indicator: Interval, marks: Mapping[int, IntervalMark]) -> dict[str, Seen]:
    """How often each code was seen; intervals that were missed count nowhere."""
    looked = [mark for mark in marks.values() if not mark.missed]
    return {code.id: Seen(sum(code.id in mark.codes for mark in looked), len(looked)) for code in indicator.codes}
