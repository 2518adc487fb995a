"""People known by name: who is listed, whether a name is free, and what is kept when somebody joins or is put right."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rich.style import Style
from rich.text import Text

from facilitate.analysis.headcounts import SEXES, columns
from facilitate.domain.events import Fact
from facilitate.domain.events.preparing import PersonAdded, PersonChanged, PersonNamed
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import harmless
from facilitate.domain.people import Group, Person, Role, band_shown
from facilitate.language import Words
from facilitate.tui.console.naming import group_name
from facilitate.tui.dialogs.joining import Question

ROLES = (
    Role.PARTICIPANT,
    Role.HOST,
    Role.NOTE_TAKER,
    Role.TIMEKEEPER,
    Role.CO_MODERATOR,
    Role.OBSERVER,
    Role.MODERATOR,
    Role.TRAINER,
)
"""What somebody who joins can be, the most usual first."""


class Newcomer(NamedTuple):
    """What was said of somebody; sex and age band are empty where nobody asked, the role where nobody chose one."""

    name: str
    sex: str = ""
    age: str = ""
    role: str = ""

    @property
    def group(self) -> Group | None:
        return Group(sex=self.sex or None, age=self.age or None) if self.sex or self.age else None


def listed(meeting: Meeting) -> tuple[Person, ...]:
    """Everybody who has a name: the participants first, then the team, each as they came."""
    named = [each for each in meeting.people.values() if each.name]
    return tuple(sorted(named, key=lambda each: bool(each.roles) and not each.has(Role.PARTICIPANT)))


def row(person: Person, words: Words) -> Text:
    """One line of the list: the name, the roles, the group; who left is marked in words."""
    roles = [words(f"role.{role}") for role in sorted(person.roles)] or [words("people.mentioned")]
    if person.left:
        roles.insert(0, words("people.left"))
    beside = " · ".join(
        each for each in (words.listed(roles), group_name(person.group, words) if person.group else "") if each
    )
    mark, style = ("✗", Style(dim=True)) if person.left else (" ", Style(bold=True))
    return Text.assemble(f"{mark} ", (person.name, style), f"  {beside}")


def questions(meeting: Meeting, person: Person | None, words: Words) -> list[Question]:
    """What is asked beside the name, of somebody who joins or of a person who was listed wrongly."""
    group = (person and person.group) or Group()
    unsaid = ("", words("people.not_said"))
    sexes = dict.fromkeys((*SEXES, group.sex))
    bands = dict.fromkeys((*columns(meeting), group.age))
    ages = [(age, band_shown(age)) for age in bands if age]
    asked = [
        Question(
            "sex",
            words("people.sex"),
            [unsaid, *((s, group_name(Group(sex=s), words)) for s in sexes if s)],
            group.sex or "",
        )
    ]
    if ages:
        asked.append(Question("age", words("people.age"), [unsaid, *ages], group.age or ""))
    if person is None or len(person.roles) < 2:  # several roles stay as they are
        roles = [(str(role), words(f"role.{role}")) for role in ROLES]
        chosen = next(iter(person.roles), "") if person else Role.PARTICIPANT
        asked.append(Question("role", words("people.role"), roles, str(chosen)))
    return asked


def why_not_free(meeting: Meeting, name: str, person: str | None, words: Words) -> str | None:
    """Why this name would be taken for somebody else's; `person` is who has it already, where it is put right.

    A name that was only mentioned, as who will do something, is free for the one who now comes.
    """
    other = _holder(meeting, name)
    if other is None or other.id == person or (person is None and _mentioned(other)):
        return None
    return words("people.name_left" if other.left else "people.name_taken", name=other.name)


def _holder(meeting: Meeting, name: str) -> Person | None:
    """Who has that name; somebody with a role before somebody who was only mentioned."""
    wanted = harmless(name).casefold()
    found = [each for each in meeting.people.values() if each.name and each.name.casefold() == wanted]
    return next((each for each in found if not _mentioned(each)), found[0] if found else None)


def _mentioned(person: Person) -> bool:
    return not person.roles and not person.left


def joined(meeting: Meeting, who: Newcomer, fresh: Callable[[], str]) -> tuple[str, list[Fact]]:
    """The id of somebody who joins, and what is kept: a new person, or one who had only been mentioned."""
    roles, before = frozenset({Role(who.role or Role.PARTICIPANT)}), _holder(meeting, who.name)
    if before is not None and _mentioned(before):
        return before.id, [PersonChanged(person=before.id, roles=roles, group=who.group)]
    person = f"p{fresh()}"
    return person, [
        PersonAdded(person=person, roles=roles, group=who.group),
        PersonNamed(person=person, name=who.name),
    ]


def put_right(person: Person, who: Newcomer) -> list[Fact]:
    """What is kept where somebody was listed wrongly: only what differs."""
    facts: list[Fact] = []
    if harmless(who.name) != person.name:
        facts.append(PersonNamed(person=person.id, name=who.name))
    before = person.group or Group()
    group = Group(sex=who.sex or None, age=who.age or None, place=before.place)
    roles = frozenset({Role(who.role)}) if who.role else person.roles
    if group != before or roles != person.roles:
        changed_roles = roles if roles != person.roles else None
        facts.append(PersonChanged(person=person.id, roles=changed_roles, group=group if group != before else None))
    return facts
