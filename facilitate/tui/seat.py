"""A seat: one person in one program, with their language; what screens hold on to."""

from __future__ import annotations

from typing import NamedTuple

from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import TEAM, Person, Role
from facilitate.language import Words
from facilitate.session import Session


class Seat(NamedTuple):
    """Who sits here, in which meeting, reading which language."""

    session: Session
    person: str
    words: Words

    @property
    def meeting(self) -> Meeting:
        """The meeting as this person may see it, now."""
        return self.session.view(self.person)


SHOW = "show"
"""The seat of the projector: nobody's."""

SCREENS: tuple[tuple[str, frozenset[Role]], ...] = (
    ("moderate", frozenset({Role.MODERATOR}) | TEAM),
    ("observe", frozenset({Role.OBSERVER})),
    ("review", frozenset({Role.TRAINER})),
)


def screens_for(person: Person | None) -> tuple[str, ...]:
    """The screens of a person's roles, the first one first; then what has been sent, as far as they may see it."""
    found = tuple(name for name, roles in SCREENS if person and person.has(*roles))
    return found if "review" in found else (*found, "review")
