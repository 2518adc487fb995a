"""Sampling by time: which interval runs, which have gone by unseen, and how often each code was seen.

Intervals are counted from the first opening of a step that counts, so that they are the same for every observer and can
be compared one by one. The clock holds in the pauses of the plenary; a suspended laptop changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from facilitate.analysis.timing import first_opening
from facilitate.domain.indicator import Interval
from facilitate.domain.instants import Instant, between, total
from facilitate.domain.meeting.sheets import IntervalMark
from facilitate.domain.meeting.state import Meeting

GRACE = 1
"""Whole intervals that can still be marked before an unmarked one counts as missed."""


class Running(NamedTuple):
    """The interval that runs, counted from 1, with milliseconds since it began and until it ends."""

    number: int
    since_ms: int
    left_ms: int

    @property
    def complete(self) -> int:
        """How many whole intervals have gone by."""
        return self.number - 1


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
    openings = meeting.plenary.openings
    pauses = [pause for each in openings[openings.index(opening) :] for pause in each.pauses]
    held = total(between(pause.start, pause.end or end) for pause in pauses)
    return max(0, between(opening.start, end).ms - held.ms)


def running(meeting: Meeting, indicator: Interval, now: Instant) -> Running | None:
    """The interval that runs now; where the meeting was closed, the one in which it ended; nothing before it begins."""
    passed = sampled_ms(meeting, now)
    if passed is None:
        return None
    every = indicator.every_seconds * 1000
    whole, since = divmod(passed, every)
    return Running(whole + 1, since, every - since)


def passed_by(marks: Mapping[int, IntervalMark], complete: int, grace: int = GRACE) -> tuple[int, ...]:
    """Whole intervals that nobody marked, without the last `grace` of them: these are missed."""
    return tuple(number for number in range(1, complete - grace + 1) if number not in marks)


def codes_seen(indicator: Interval, marks: Mapping[int, IntervalMark]) -> dict[str, Seen]:
    """How often each code was seen; intervals that were missed count nowhere."""
    looked = [mark for mark in marks.values() if not mark.missed]
    return {code.id: Seen(sum(code.id in mark.codes for mark in looked), len(looked)) for code in indicator.codes}
