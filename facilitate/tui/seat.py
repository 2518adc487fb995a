"""A seat: one person in one program, with their language; what screens hold on to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from facilitate.domain.events.base import PLENARY
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.parts import Track
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import TEAM, Person, Role
from facilitate.language import Words
from facilitate.session import Session


@dataclass
class Standing:
    """Where a person stands: which group of a split room they went with, which they left for the plenary, what their
    pages remember of them, of which other programs they were told, and at which opening they were offered the lead."""

    track: str | None = None
    left: set[str] = field(default_factory=set)
    left_off: dict[str, object] = field(default_factory=dict)
    told_of: set[str] = field(default_factory=set)
    offered: str = ""

    @property
    def unfinished(self) -> int:
        """How many texts were begun on some page and are kept nowhere yet."""
        return sum(int(getattr(each, "unfinished", 0)) for each in self.left_off.values())


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
        return next((track for track in given if track not in self.standing.left), PLENARY)

    def news_of_elsewhere(self) -> list[Instant]:
        """Since when this person also sits in other programs; each of these once."""
        found = self.session.elsewhere.get(self.person, {})
        news = [since for replica, since in found.items() if replica not in self.standing.told_of]
        self.standing.told_of.update(found)
        return news

    def stand(self, group: str | None) -> None:
        """Go with a group from now on, or with nobody's: the plenary."""
        if group is None:
            self.standing.left.update(track.id for track in self.meeting.apart)
        else:
            self.standing.left.discard(group)
        self.standing.track = group

    @property
    def here(self) -> Track:
        """That track itself."""
        return self.meeting.tracks[self.track]


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


_BEFORE = (
    ("prepare", (Role.TRAINER, Role.MODERATOR, *TEAM)),
    ("agree", (Role.TRAINER, Role.MODERATOR, Role.OBSERVER)),
)
"""What is done before the meeting, and by whom."""


def screens_for(person: Person | None, begun: bool = True, prepares: bool = False) -> tuple[str, ...]:
    """The screens of a person's roles: the console's page with their own work, the grid; then what has been sent, as
    far as they may see it; and those on which a meeting is prepared and its grid agreed, which come first for a
    trainer, and for whoever else `prepares` it, until it has `begun`."""
    found = [next(page for role, page in _FIRST if person.has(role))] if person and person.has(*_CONSOLE) else []
    if person and person.has(Role.OBSERVER):
        found.append("observe")
    before = [name for name, roles in _BEFORE if person and person.has(*roles)]
    if person and not begun and (person.has(Role.TRAINER) or (prepares and person.has(Role.MODERATOR))):
        return (*before, *found, "review")
    return (*found, "review", *before)


def screens_at_first(meeting: Meeting, person: str, just_made: bool) -> tuple[str, ...]:
    """The screens of somebody who sits down, the first of them to be shown: where a meeting without a trainer was just
    made here, moderators go on preparing it. Where sheets were sent, it took place, if only on paper."""
    prepares = just_made and not meeting.people_with(Role.TRAINER)
    took_place = bool(meeting.plenary.openings) or any(sheet.sent is not None for sheet in meeting.sheets.values())
    return screens_for(meeting.people.get(person), took_place, prepares)


def seat_after(seats: tuple[tuple[str, str], ...], person: str, name: str) -> tuple[str, str]:
    """The seat (person, screen) after this one; on another page of the console, after that person's first."""
    people = [each for each, _ in seats]
    here = seats.index((person, name)) if (person, name) in seats else people.index(person) if person in people else -1
    return seats[(here + 1) % len(seats)]
