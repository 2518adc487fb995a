"""What of an interval or a snapshot waits for a look now, in few words for the line above the grid."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from facilitate.analysis.sampling import begins, missed, running
from facilitate.domain.events.observing import MEETING
from facilitate.domain.indicator import Interval
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.sheets import Cell, Sheet
from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words
from facilitate.tui.observer.lines import subject_name

MOST_NUMBERS = 6
"""Of what was missed, so many numbers stand above the grid, the last ones."""


class Sign(NamedTuple):
    """An interval that has just begun, or a moment to look up: the indicator with its number, and the words."""

    which: tuple[str, int]
    said: str


def kind_of(indicator: Interval) -> str:
    """The first part of the messages that differ between intervals and snapshots."""
    return "snapshot" if indicator.momentary else "sampling"


def signs(
    meeting: Meeting, sheet: Sheet, sampled: Iterable[tuple[Interval, Cell]], now: Instant, words: Words
) -> tuple[Sign, ...]:
    """What has just begun, and was not marked yet."""
    found = []
    for indicator, cell in sampled if not sheet.sent else ():
        at = running(meeting, indicator, now)
        if at is not None and begins(meeting, indicator, now) and at.number not in sheet.intervals.get(cell, {}):
            said = words(f"{kind_of(indicator)}.now", code=indicator.id, number=words.number(at.number))
            found.append(Sign((indicator.id, at.number), said))
    return tuple(found)


def waits(meeting: Meeting, sheet: Sheet, sampled: Iterable[tuple[Interval, Cell]], now: Instant, words: Words) -> str:
    """Each interval that runs and is not marked yet, with its time; of a snapshot, the moment that was."""
    if sheet.sent or meeting.closed is not None:
        return ""
    said = []
    for indicator, cell in sampled:
        at = running(meeting, indicator, now)
        fresh = begins(meeting, indicator, now)
        if at is None or at.number < 1 or fresh or at.number in sheet.intervals.get(cell, {}):
            continue
        time = words.clock(at.left_ms)
        said.append(words(f"{kind_of(indicator)}.waits", code=indicator.id, number=words.number(at.number), time=time))
    return " · ".join(dict.fromkeys(said))


def missed_told(
    meeting: Meeting,
    sheet: Sheet,
    sampled: Iterable[tuple[Interval, Cell]],
    now: Instant,
    words: Words,
    *,
    sending: bool = False,
) -> list[str]:
    """What was missed of each indicator, with its numbers; all of them, also those that nobody waits for any longer,
    before a sheet is sent."""
    said = []
    for indicator, cell in sampled if not sheet.sent else ():
        marks = sheet.intervals.get(cell, {})
        gone = {number for number, mark in marks.items() if mark.missed}
        numbers = sorted(gone.union(missed(meeting, indicator, marks, now, sending=sending)))
        if not numbers:
            continue
        listed = words.listed(words.number(each) for each in (numbers if sending else numbers[-MOST_NUMBERS:]))
        listed = listed if sending or len(numbers) <= MOST_NUMBERS else f"… {listed}"
        name = "" if cell.about == MEETING else f" {subject_name(meeting, cell, words)}"
        said.append(words(f"{kind_of(indicator)}.missed_told", code=f"{indicator.id}{name}", numbers=listed))
    return said
