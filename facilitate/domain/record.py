"""A meeting's events with what they make, kept together while more arrive."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable

from facilitate.domain.events import Event
from facilitate.domain.events.observing import Redone, Undone
from facilitate.domain.instants import NO_STAMP, Stamp
from facilitate.domain.meeting.fold import extend, fold_ordered
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.meeting.undo import UndoWalk


class Record:
    """Events in their order, the meeting they make, and what can be undone.

    Adding an event that comes after all others costs one step of the fold; anything else folds anew, which takes some
    milliseconds for a meeting of 2,500 events.
    """

    def __init__(self, events: Iterable[Event] = (), unknown: int = 0) -> None:
        self.events: list[Event] = []
        self.unknown = unknown
        self.meeting = Meeting(unknown=unknown)
        self.undo = UndoWalk()
        self.latest: Stamp = NO_STAMP
        self.add(events)

    def add(self, events: Iterable[Event], unknown: int = 0, ahead: Meeting | None = None) -> None:
        """Take in more events, each of them new, and the number of new ones that are not understood.

        `ahead` is the meeting that they make, where somebody has folded them already: then it is not done again.
        """
        simple = unknown == 0
        for event in events:
            simple = simple and self._is_next(event)
            if simple:
                self._append(event, fold=ahead is None)
            else:
                insort(self.events, event, key=lambda each: each.order)
                self.latest = max(self.latest, event.at)
        if not simple:
            self.unknown += unknown
            self.refold()
        elif ahead is not None:
            self.meeting = ahead

    def _is_next(self, event: Event) -> bool:
        if isinstance(event.fact, Undone | Redone):
            return False
        return not self.events or self.events[-1].order < event.order

    def _append(self, event: Event, *, fold: bool) -> None:
        self.events.append(event)
        self.latest = event.at
        self.undo.take(event)
        if fold:
            self.meeting = extend(self.meeting, event)

    def refold(self) -> None:
        """Fold everything anew."""
        self.undo = UndoWalk.over(self.events)
        self.meeting = fold_ordered(self.events, self.undo.taken, self.unknown)

    def ahead(self, events: Iterable[Event]) -> Meeting:
        """The meeting as it will be when these events of one's own are kept too."""
        pending = list(events)
        if any(isinstance(event.fact, Undone | Redone) for event in pending):
            return Record([*self.events, *pending], self.unknown).meeting
        meeting = self.meeting
        for event in pending:
            meeting = extend(meeting, event)
        return meeting
