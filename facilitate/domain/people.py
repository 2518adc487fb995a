"""People, their roles, and the groups that are counted."""

from __future__ import annotations

from enum import StrEnum

from facilitate.domain.model import Frozen, Identifier, Line


class Role(StrEnum):
    """What a person does in a meeting; one person may hold several."""

    TRAINER = "trainer"
    MODERATOR = "moderator"
    CO_MODERATOR = "co_moderator"
    TIMEKEEPER = "timekeeper"
    NOTE_TAKER = "note_taker"
    OBSERVER = "observer"
    HOST = "host"
    PARTICIPANT = "participant"


TEAM = frozenset({Role.CO_MODERATOR, Role.TIMEKEEPER, Role.NOTE_TAKER, Role.HOST})
"""The second keyboards: nobody on stage can type."""

OLDEST = 99
"""The upper end of an age band that has none: ``60-99`` is everybody from 60 on."""

SETUP = "setup"
"""The author of what is done on the command line before anybody has taken a seat, and of imports."""


class Group(Frozen):
    """A group of participants as it is counted: sex, age band, place; each may be unknown."""

    sex: Identifier | None = None
    age: Identifier | None = None
    place: Line | None = None


def band_shown(age: str) -> str:
    """An age band as people read it: ``18-29`` as it is, ``60-99`` as ``60+``."""
    youngest, _, oldest = age.partition("-")
    return f"{youngest}+" if youngest.isdigit() and oldest == str(OLDEST) else age


class Person(Frozen):
    """Somebody in the meeting. The name stands only in `person_named`, so that it can be erased.

    `pin` says whether their seat asks for one; which one is not told here.
    """

    id: Identifier
    name: Line = ""
    roles: frozenset[Role] = frozenset()
    group: Group | None = None
    observes: tuple[Identifier, ...] = ()
    left: bool = False
    erased: bool = False
    pin: bool = False

    def has(self, *roles: Role) -> bool:
        """Whether the person holds one of these roles."""
        return not self.roles.isdisjoint(roles)
