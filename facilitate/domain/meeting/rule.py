"""What the rules of the fold share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from facilitate.domain.events import Event
from facilitate.domain.events.base import FactBase
from facilitate.domain.meeting.state import Clash, Meeting
from facilitate.domain.model import replaced

Rule: TypeAlias = Callable[[Meeting, Event, Any], Meeting]
"""From a meeting, an event and its fact, the meeting after it."""

Rules: TypeAlias = Mapping[type[FactBase], Rule]


def clash(meeting: Meeting, event: Event, message: str, **values: Any) -> Meeting:
    """The same meeting with this event listed as one that could not stand."""
    told = Clash(message=message, event=event.id, by=event.by, values=values)
    return replaced(meeting, clashes=(*meeting.clashes, told))
