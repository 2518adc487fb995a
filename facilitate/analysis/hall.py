"""What time it is in the hall: the hour that people compare with the one that was announced.

A laptop's clock says it once, when the first step is opened on the announced day; from then on what has passed is
counted. So a clock that somebody sets back or forward moves neither the end of the meeting nor how late it is, and
screens on several laptops agree. Before the first step the clock of the laptop itself says it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from facilitate.domain.instants import NO_TIME, Instant, Span, between
from facilitate.domain.meeting.state import Meeting

SAME_DAY = timedelta(hours=12)
"""An announced hour further away than this was never meant for now, or a clock is wrong."""


class HallTime(NamedTuple):
    """What the clock in the hall shows; approximate where only the clocks of laptops could tell."""

    clock: datetime
    approximate: bool


def hall_time(meeting: Meeting, now: Instant) -> HallTime | None:
    """What the clock in the hall shows; nothing where no hour was announced, or one for another day.

    A laptop whose date was wrong at the first step, and was put right since, is believed from then on.
    """
    ends = (instant for opening in meeting.plenary.openings for instant in (opening.start, opening.end))
    points = [*(instant for instant in ends if instant is not None), now]
    for place, point in enumerate(points):
        if meeting.start is not None and abs(point.wall.replace(tzinfo=None) - meeting.start) <= SAME_DAY:
            passed = elapsed(points[place:])
            return HallTime(point.wall + timedelta(milliseconds=passed.ms), passed.approximate)
    return None


def elapsed(points: Sequence[Instant]) -> Span:
    """How long it took from the first of some instants to the last: exact as far as one boot of a laptop reaches, and
    told by clocks only from there to the next point."""
    passed, here = NO_TIME, 0
    while here < len(points) - 1:
        boot = points[here].boot
        reached = [place for place in range(here + 1, len(points)) if boot and points[place].boot == boot]
        there = reached[-1] if reached else here + 1
        passed = passed.plus(between(points[here], points[there]))
        here = there
    return passed


def full_minute(end: datetime) -> datetime:
    """An hour as people say it, without seconds: the minute by which the thing will be over."""
    begun = end.replace(second=0, microsecond=0)
    return begun if begun == end else begun + timedelta(minutes=1)
