"""The agenda as planned: when each step begins, whether all of it fits before the end, and what would make it fit.

Everything is reckoned from the announced hour; a meeting under way has its own clock (`timing`).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import takewhile
from typing import NamedTuple

from facilitate.analysis.retiming import Row, cut_down
from facilitate.domain.agenda import Step
from facilitate.domain.meeting.minutes import is_over, least_minutes
from facilitate.domain.meeting.state import Meeting


class Planned(NamedTuple):
    """A step as planned; `start` is absent where no hour was announced, `least` is what it must have."""

    step: Step
    minutes: int
    least: int
    start: datetime | None


class Fit(NamedTuple):
    """Minutes: planned, at the least, and those from the announced hour to the locked end, if both stand."""

    planned: int
    least: int
    room: int | None

    @property
    def over(self) -> int:
        """So many minutes more are planned than there are."""
        return max(0, self.planned - self.room) if self.room is not None else 0

    @property
    def floors_over(self) -> int:
        """By so many even the shortest honest version is too long."""
        return max(0, self.least - self.room) if self.room is not None else 0


def planned(meeting: Meeting) -> tuple[Planned, ...]:
    """Every step in its order. Those before the first that counts end at the announced hour; any other that does not
    count takes no time of the meeting."""
    steps = meeting.agenda.steps if meeting.agenda else ()
    early = list(takewhile(lambda step: not step.counted, steps))
    clock = _later(meeting.start, -sum(_minutes(meeting, step) for step in early))
    found = []
    for place, step in enumerate(steps):
        minutes = _minutes(meeting, step)
        found.append(Planned(step, minutes, min(minutes, least_minutes(meeting, step)), clock))
        if step.counted or place < len(early):
            clock = _later(clock, minutes)
    return tuple(found)


def _minutes(meeting: Meeting, step: Step) -> int:
    """What a step takes; nothing where it was left out."""
    return 0 if step.id in meeting.skipped else meeting.planned_minutes(step.id)


def _later(moment: datetime | None, minutes: int) -> datetime | None:
    return None if moment is None else moment + timedelta(minutes=minutes)


def planned_end(meeting: Meeting) -> datetime | None:
    """When the meeting ends if everything takes as long as planned; nothing where no hour was announced."""
    return _later(meeting.start, fit(meeting).planned)


def fit(meeting: Meeting) -> Fit:
    """Whether what is planned has room before the locked end."""
    counted = [each for each in planned(meeting) if each.step.counted]
    room = None
    if meeting.start is not None and meeting.end is not None:
        room = (meeting.end - meeting.start) // timedelta(minutes=1)
    return Fit(sum(each.minutes for each in counted), sum(each.least for each in counted), room)


def brought_down(meeting: Meeting) -> Mapping[str, int]:
    """New minutes, of the steps that would not keep theirs, so that the meeting ends by the locked end.

    Minutes are taken in proportion to what each step can spare, as re-timing takes them; where even the floors are too
    long, every step gets its floor. Steps that are over keep theirs, and so does the one that is open.
    """
    current = meeting.current.step if meeting.current else None
    rows = tuple(
        Row(each.step.id, each.minutes, each.minutes, each.least)
        for each in planned(meeting)
        if each.step.counted and each.step.id != current and not is_over(meeting, each.step.id)
    )
    found = cut_down(rows, fit(meeting).over)
    return {row.step: found[row.step] for row in rows if found[row.step] != row.planned}
