"""Every change is an event: an envelope that says who, where and when, around a fact that says what.

The catalogue, one line a kind, stands in ``docs/events.md``; a test holds the two together.
"""

from facilitate.domain.events.catalogue import FACTS, Fact
from facilitate.domain.events.envelope import Event, UnknownEvent, parse_event

__all__ = ["FACTS", "Event", "Fact", "UnknownEvent", "parse_event"]
