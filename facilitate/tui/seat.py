"""A seat: one person in one program, with their language; what screens hold on to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from facilitate.domain.events.base import PLENARY
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import TEAM, Person, Role
from facilitate.language import Words
from facilitate.session import Session


@dataclass
class Standing:
    """Where a person stands: which group of a split room they went with, and what their pages remember of them."""

    track: str | None = None
    left_off: dict[str, object] = field(default_factory=dict)


class Seat(NamedTuple):
    """Who sits here, in which meeting, reading which language."""

    session: Session
    person: str
    words: Words
    standing: Standing

    @property
    def meeting(self) -> Meeting:
        """The meeting as this person may see it, now."""
        return self.session.view(self.person)

    @property
    def track(self) -> str:
        """The track this person is with: the one they chose, else the one that was given to them, else the plenary."""
        tracks = self.meeting.tracks
        chosen = self.standing.track
        if chosen is not None and chosen in tracks and tracks[chosen].open:
            return chosen
        given = (
            each.id
            for each in tracks.values()
            if each.open and (self.person == each.moderator or self.person in each.observers)
        )
        return next(given, PLENARY)


SHOW = "show"
"""The seat of the projector: nobody's."""

PAGES = ("step", "floor", "notes", "people", "needs", "groups", "closing")
"""The console's pages, by the ids of the intents that open them."""

_CONSOLE = frozenset({Role.MODERATOR}) | TEAM
_FIRST: tuple[tuple[Role, str], ...] = (
    (Role.MODERATOR, "step"),
    (Role.CO_MODERATOR, "floor"),
    (Role.TIMEKEEPER, "floor"),
    (Role.NOTE_TAKER, "notes"),
    (Role.HOST, "people"),
)
"""What each of the console's roles sees first: their own work."""


def screens_for(person: Person | None) -> tuple[str, ...]:
    """The screens of a person's roles: the console's page with their own work, the grid; then what has been sent, as
    far as they may see it."""
    found = [next(page for role, page in _FIRST if person.has(role))] if person and person.has(*_CONSOLE) else []
    if person and person.has(Role.OBSERVER):
        found.append("observe")
    return (*found, "review")
