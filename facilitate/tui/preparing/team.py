"""Who does what in a meeting that is prepared: the lines, and what is kept when somebody comes, changes or goes."""

from __future__ import annotations

from collections.abc import Collection

from facilitate.domain.events import Fact
from facilitate.domain.events.preparing import PersonChanged, PersonLeft
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Person, Role
from facilitate.language import Words
from facilitate.tui.dialogs.joining import Question
from facilitate.tui.preparing.lines import labelled
from facilitate.tui.widgets.taplist import TapRow

ROLES = (
    Role.MODERATOR,
    Role.OBSERVER,
    Role.NOTE_TAKER,
    Role.TIMEKEEPER,
    Role.CO_MODERATOR,
    Role.HOST,
    Role.TRAINER,
)
"""What somebody can be whom a meeting is prepared with, the most usual first."""

WANTED = (Role.CO_MODERATOR, Role.TIMEKEEPER, Role.NOTE_TAKER, Role.HOST)
"""Roles of which it is told that nobody has them."""


def staff(meeting: Meeting) -> list[Person]:
    """Everybody with something to do who has not left, by their first role."""
    there = [each for each in meeting.people.values() if each.has(*ROLES) and not each.left]
    return sorted(there, key=lambda each: min(ROLES.index(role) for role in each.roles if role in ROLES))


def rows(meeting: Meeting, words: Words, room: int) -> list[TapRow]:
    """Name, roles, and whom they observe or how many steps are theirs."""
    return [
        labelled(each.id, each.name or words("floor.nameless"), _does(meeting, each, words), room)
        for each in staff(meeting)
    ]


def _does(meeting: Meeting, person: Person, words: Words) -> str:
    said = [words.listed(words(f"role.{role}") for role in ROLES if role in person.roles)]
    if person.has(Role.OBSERVER):
        said.append(_observes(meeting, person, words))
    if person.has(Role.MODERATOR):
        own = sum(getattr(meeting.moderator_of(step), "id", None) == person.id for step in meeting.assigned)
        said += [words("prepare.steps_of", count=own)] if own else []
    return " · ".join(said)


def _observes(meeting: Meeting, person: Person, words: Words) -> str:
    if not person.observes:
        return words("prepare.observes_all")
    names = [each.name for each in meeting.observed_by(person.id) if not each.left]
    return words("prepare.observes", names=tuple(names)) if names else words("prepare.observes_nobody")


def unfilled(meeting: Meeting, words: Words) -> str:
    """Which of the team's roles nobody has."""
    nobody = [role for role in WANTED if not any(each.has(role) for each in staff(meeting))]
    return words("prepare.nobody_yet", roles=tuple(words(f"role.{role}") for role in nobody)) if nobody else ""


def question(words: Words) -> Question:
    """What somebody who is added does."""
    return Question("role", words("people.role"), [(str(role), words(f"role.{role}")) for role in ROLES], ROLES[0])


def with_roles(person: Person, chosen: Collection[str]) -> list[Fact]:
    """What is kept where somebody has other roles now; being a participant stays beside them."""
    kept = {role for role in person.roles if role not in ROLES}
    roles = frozenset({*(Role(each) for each in chosen), *kept})
    return [PersonChanged(person=person.id, roles=roles)] if roles != person.roles else []


def observing(meeting: Meeting, person: Person, chosen: Collection[str]) -> list[Fact]:
    """What is kept where somebody observes others now; all of them, or none, is everybody there will be."""
    moderators = [each.id for each in meeting.moderators if not each.left]
    whom = tuple(each for each in moderators if each in chosen)
    whom = () if len(whom) == len(moderators) else whom
    return [PersonChanged(person=person.id, observes=whom)] if whom != person.observes else []


def taken_off(meeting: Meeting, person: Person) -> list[Fact]:
    """What is kept where somebody does not take part: before the start they have nothing to do, later they left."""
    if meeting.plenary.openings:
        return [PersonLeft(person=person.id)]
    return [PersonChanged(person=person.id, roles=frozenset(), observes=())]
