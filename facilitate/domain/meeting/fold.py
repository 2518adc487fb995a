"""The fold: from events in their order to the meeting they make. Pure, and the same for any order of arrival."""

from __future__ import annotations

from collections.abc import Iterable

from facilitate.domain.events import Event
from facilitate.domain.meeting import (
    fold_agreeing,
    fold_capturing,
    fold_observing,
    fold_planning,
    fold_preparing,
    fold_running,
)
from facilitate.domain.meeting.floor import keeping_order
from facilitate.domain.meeting.rule import Rules, clash
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.meeting.undo import Taken, taken_back

RULES: Rules = {
    **fold_preparing.RULES,
    **fold_planning.RULES,
    **fold_agreeing.RULES,
    **fold_running.RULES,
    **fold_capturing.RULES,
    **fold_observing.RULES,
}


def extend(meeting: Meeting, event: Event) -> Meeting:
    """The meeting after one more event that comes after all others; `undone` and `redone` need `fold`."""
    rule = RULES.get(type(event.fact))
    if rule is None:
        return meeting
    return keeping_order(meeting, rule(meeting, event, event.fact), event.fact)


def fold(events: Iterable[Event], unknown: int = 0) -> Meeting:
    """The meeting that these events make, in whatever order they are given.

    `unknown` is the number of events that were kept but not understood; a meeting with some is read-only.
    """
    ordered = sorted(events, key=lambda event: event.order)
    return fold_ordered(ordered, taken_back(ordered), unknown)


def fold_ordered(ordered: Iterable[Event], taken: Taken, unknown: int = 0) -> Meeting:
    """As `fold`, for events that stand in their order, with what was taken back known."""
    meeting = Meeting(unknown=unknown)
    refused = {event.id: why for event, why in taken.refused}
    for event in ordered:
        if event.id in refused:
            meeting = clash(meeting, event, refused[event.id])
        elif event.id not in taken.back:
            meeting = extend(meeting, event)
    return meeting
