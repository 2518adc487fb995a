"""Whether somebody who sits here also acts in another program: another window, or another laptop."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from facilitate.domain.events import Event
from facilitate.domain.events.observing import EvidenceChanged, Observation, SheetRecalled, SheetSent
from facilitate.domain.instants import Instant, Stamp
from facilitate.domain.model import with_item

Elsewhere: TypeAlias = Mapping[str, Mapping[str, Instant]]
"""For each person the replicas they act as in other programs, and when each of these began."""


def acts_itself(event: Event, after: Stamp) -> bool:
    """Whether its author did this with their own hands and later than `after`.

    What was brought in for an observer was not, and what is older comes from a sitting that is over.
    """
    fact = event.fact
    for_another = isinstance(fact, Observation | EvidenceChanged | SheetSent | SheetRecalled) and fact.observer
    return event.at > after and not for_another and getattr(fact, "source", None) is None


def with_others(known: Elsewhere, news: Iterable[Event], record: Iterable[Event], after: Stamp) -> Elsewhere:
    """What is known with what news from other programs add to it; the same object where that is nothing.

    `record` is all events, for when a replica began.
    """
    for event in news:
        seats = known.get(event.by, {})
        if event.replica not in seats and acts_itself(event, after):
            began = min((each for each in record if each.replica == event.replica), key=lambda each: each.order)
            known = with_item(known, event.by, with_item(seats, event.replica, began.instant))
    return known
