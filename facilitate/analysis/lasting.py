"""What lasts: for how long it has run, when its step ended, and how many seconds it comes to.

Timings of one group that overlap, such as two programs of one observer make, count the time in which at least one of
them ran, once. Groups are counted each for itself and added up: two of them may wait at the same time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from facilitate.domain.instants import Instant, between
from facilitate.domain.meeting.sheets import Cell, Sheet, Timing
from facilitate.domain.meeting.state import Meeting


def timings_of(sheet: Sheet, cell: Cell) -> tuple[Timing, ...]:
    """The timings of an answer, in the order in which they began."""
    return tuple(sorted((each for each in sheet.timings.values() if each.cell == cell), key=lambda each: each.start))


def still_running(sheet: Sheet, cell: Cell | None = None) -> tuple[Timing, ...]:
    """What lasts now, of one answer or of all."""
    return tuple(each for each in sheet.timings.values() if each.stop is None and cell in (None, each.cell))


def run_ms(timing: Timing, now: Instant) -> int:
    """Milliseconds since the start; a clock that was changed since it was typed moves nothing."""
    before = timing.typed.wall - timing.start
    return max(0, round(before.total_seconds() * 1000) + between(timing.typed, now).ms)


def stopped_at(timing: Timing, now: Instant) -> datetime:
    """What to write as the stop where it ends now."""
    return timing.start + timedelta(milliseconds=run_ms(timing, now))


def counted_seconds(timings: Iterable[Timing]) -> Iterator[tuple[Timing, float]]:
    """Each that was stopped with the seconds that it adds to those before it, in the order in which they began."""
    until: dict[str | None, datetime] = {}
    for each in sorted(timings, key=lambda each: (each.start, each.id)):
        if each.stop is None:
            continue
        start = max(each.start, until.get(each.group, each.start))
        until[each.group] = max(each.stop, start)
        yield each, max(0.0, (each.stop - start).total_seconds())


def seconds_by_group(timings: Iterable[Timing]) -> dict[str | None, float]:
    """Seconds of all that was stopped, group by group, in the order in which groups began."""
    found: dict[str | None, float] = {}
    for each, seconds in counted_seconds(timings):
        found[each.group] = found.get(each.group, 0.0) + seconds
    return found


def ended_at(meeting: Meeting, timing: Timing) -> datetime | None:
    """When the step ended in which it was started; nothing while that goes on."""
    ends = [
        opening.end.wall
        for track in meeting.tracks.values()
        for opening in track.openings
        if opening.step == timing.seen and opening.end is not None and opening.end.wall >= timing.start
    ]
    return min(ends, default=None)
