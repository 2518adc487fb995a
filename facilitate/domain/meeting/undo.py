"""Undo and redo as events: own events only, and no more once the thing was sent or built upon by a later event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Any, NamedTuple

from facilitate.domain.events import Event, Fact
from facilitate.domain.events import observing as o
from facilitate.domain.meeting.building import makes, place, uses


class Taken(NamedTuple):
    """What was taken back: events that do not count, and undos that were refused, with the reason."""

    back: frozenset[str]
    refused: tuple[tuple[Event, str], ...]


def _written_together(one: Event, other: Event) -> bool:
    """Whether two events are facts of one act: the journal gives these one reading of the clock."""
    first, second = ((each.replica, each.by, each.wall, each.boot, each.uptime) for each in (one, other))
    return first == second


def _copied(value: Any) -> Any:
    """A copy of a walk's notes, two levels deep."""
    if isinstance(value, dict):
        return {key: list(each) if isinstance(each, list) else each for key, each in value.items()}
    return type(value)(value)


class UndoWalk:
    """One pass over events in order, keeping what can be undone at each point."""

    def __init__(self) -> None:
        self.events: dict[str, Event] = {}
        self.back: dict[str, str] = {}
        self.refused: list[tuple[Event, str]] = []
        self.undo: dict[str, list[str]] = {}
        self.redo: dict[str, list[str]] = {}
        self.users: dict[str, list[str]] = {}
        self.makers: dict[str, list[str]] = {}
        self.missing: dict[str, frozenset[str]] = {}
        self.sent: set[str] = set()

    @classmethod
    def over(cls, ordered: Iterable[Event]) -> UndoWalk:
        """The walk over events that stand in their order."""
        walk = cls()
        for event in ordered:
            walk.take(event)
        return walk

    @property
    def taken(self) -> Taken:
        """What does not count, and which undos were refused."""
        return Taken(back=frozenset(self.back), refused=tuple(self.refused))

    def take(self, event: Event) -> None:
        """Go on to the next event."""
        fact = event.fact
        self.events[event.id] = event
        if isinstance(fact, o.Undone):
            self._change(event, fact.event, self.why_not_undo(event.by, fact.event), undo=True)
        elif isinstance(fact, o.Redone):
            self._change(event, fact.event, self.why_not_redo(event.by, fact.event), undo=False)
        else:
            self._note(event, fact)

    def _change(self, event: Event, target: str, why_not: str | None, *, undo: bool) -> None:
        if why_not is not None:
            self.refused.append((event, why_not))
            return
        source, goal = (self.undo, self.redo) if undo else (self.redo, self.undo)
        source[event.by].remove(target)
        goal.setdefault(event.by, []).append(target)
        if undo:
            self.missing[target] = self._missing(self.events[target])
            self.back[target] = event.id
        else:
            del self.back[target]

    def _note(self, event: Event, fact: Fact) -> None:
        for thing in (f"person:{event.by}", *uses(fact)):
            self.users.setdefault(thing, []).append(event.id)
        for thing in makes(fact):
            self.makers.setdefault(thing, []).append(event.id)
        if isinstance(fact, o.SheetSent):
            self.sent.add(fact.observer or event.by)
        elif isinstance(fact, o.SheetRecalled):
            self.sent.discard(fact.observer or event.by)
        if fact.undoable:
            self.undo.setdefault(event.by, []).append(event.id)
            if not fact.unasked:
                self.redo.pop(event.by, None)

    def _sheet_sent(self, event: Event) -> bool:
        fact = event.fact
        return isinstance(fact, o.Observation | o.EvidenceChanged) and (fact.observer or event.by) in self.sent

    def last_act(self, by: str, *, again: bool = False) -> tuple[Event, ...]:
        """What one *undo* of somebody takes back now, or, `again`, one *redo* brings back; in the order of doing so.

        The facts that one act wrote together (a new name and the action it owns) go and come back together. What the
        program wrote by itself is passed over.
        """
        stack = self._acts((self.redo if again else self.undo).get(by, ()))
        return tuple(takewhile(lambda each: _written_together(each, stack[0]), stack))

    def going_on_with(self, event: Event) -> UndoWalk:
        """A walk of its own that has taken one event more; this one stays as it is."""
        walk = UndoWalk()
        for name, value in vars(self).items():
            setattr(walk, name, _copied(value))
        walk.take(event)
        return walk

    def next_undo(self, by: str) -> Event | None:
        """What somebody's *undo* takes back now: their last event that still counts."""
        return next(iter(self._acts(self.undo.get(by, ()))), None)

    def next_redo(self, by: str) -> Event | None:
        """What somebody's *redo* brings back now."""
        return next(iter(self._acts(self.redo.get(by, ()))), None)

    def _acts(self, stack: Sequence[str]) -> list[Event]:
        """What somebody did themselves, the last act first."""
        events = (self.events[each] for each in reversed(stack))
        return [event for event in events if not event.fact.unasked]

    def why_not_undo(self, by: str, target: str) -> str | None:
        """The reason against undoing an event at this point, as a message id; nothing where it may be undone."""
        event = self.events.get(target)
        if event is None or event.by != by:
            return "refused.undo_not_own"
        if target not in self.undo.get(by, ()):
            return "refused.undo_done" if target in self.back else "refused.undo_never"
        if self._sheet_sent(event):
            return "refused.undo_sent"
        return "refused.undo_built_upon" if self.builder(target) else None

    def builder(self, target: str) -> str | None:
        """Who first built upon what an event brought; nobody where it may still be taken back."""
        event = self.events[target]
        later = [user for thing in makes(event.fact) for user in self._later(event, thing)]
        return min(later, key=lambda user: user.order).by if later else None

    def _later(self, event: Event, thing: str) -> tuple[Event, ...]:
        """What counts, came after the event, and builds upon a thing."""
        users = (self.events[each] for each in self.users.get(thing, ()) if each not in self.back)
        return tuple(user for user in users if user.order > event.order)

    def why_not_redo(self, by: str, target: str) -> str | None:
        """The reason against redoing an event at this point, as a message id; nothing where it may be redone."""
        event = self.events.get(target)
        if event is None or target not in self.redo.get(by, ()):
            return "refused.redo_nothing"
        if self._sheet_sent(event):
            return "refused.undo_sent"
        taken = any(self._later(event, thing) for thing in place(event.fact))
        return "refused.redo_moved_on" if taken or self._missing(event) != self.missing[target] else None

    def _missing(self, event: Event) -> frozenset[str]:
        """What was taken back of the things that an event builds upon."""
        makers = (each for thing in uses(event.fact) for each in self.makers.get(thing, ()))
        return frozenset(each for each in makers if each in self.back and self.events[each].order < event.order)


def taken_back(ordered: Iterable[Event]) -> Taken:
    """What of these events, which stand in their order, does not count."""
    return UndoWalk.over(ordered).taken
