"""Who is offered the floor, and in which order: the order of the keys, which never jumps under a finger.

Until the first turn: the groups that were counted, the moderators, the participants known by name. From the first turn
on whoever comes later is put last, and nobody goes: a key means the same until the end, on every laptop.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from facilitate.domain.events import Fact
from facilitate.domain.events.base import Spoke
from facilitate.domain.events.running import TurnCorrected, TurnQueued, TurnStarted
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import replaced
from facilitate.domain.people import Group, Person, Role

WOMEN, MEN = "women", "men"

_MODERATING = (Role.MODERATOR, Role.CO_MODERATOR)
_SEXES = {WOMEN: 0, "female": 0, "f": 0, MEN: 1, "male": 1, "m": 1}
_AGES = {"children": 0, "youth": 15, "young": 15, "adults": 30, "adult": 30, "elders": 60, "elder": 60, "old": 60}


def speaker(who: Spoke) -> Spoke:
    """Whose place on the board a turn belongs to: the person's, else the group's; a group's place of living is left
    out where its sex or age is known."""
    return Spoke(person=who.person) if who.person else Spoke(group=heard(who.group))


def heard(group: Group | None) -> Group | None:
    """A group as it is heard: by sex and age band, else by place; nothing where nothing is known."""
    if group is None or not (group.sex or group.age or group.place):
        return None
    return Group(sex=group.sex, age=group.age) if group.sex or group.age else group


def is_part(group: Group, whole: Group) -> bool:
    """Whether a group is one age band of another one, which was counted by sex alone."""
    return group.sex == whole.sex and group.sex is not None and group.age is not None and whole.age is None


def counted(meeting: Meeting) -> Mapping[Group, int]:
    """People present by the group as it is heard, nobody twice: of women, those of the age bands are taken off.

    Where nobody counted, the participants known by name; age bands that were counted apart from sexes are left out.
    """
    numbers = _by_group(meeting)
    if any(group.sex for group in numbers):
        numbers = {group: number for group, number in numbers.items() if group.sex}
    return {
        group: max(0, number - sum(numbers[each] for each in numbers if is_part(each, group)))
        for group, number in numbers.items()
    }


def _by_group(meeting: Meeting) -> dict[Group, int]:
    """As it was counted; of women here and women of two places, the larger number."""
    whole: dict[Group, int] = {}
    placed: dict[Group, int] = {}
    for group, number in _heads(meeting):
        known = heard(group)
        if known is not None:
            into = whole if known == group else placed
            into[known] = into.get(known, 0) + number
    return {group: max(whole.get(group, 0), placed.get(group, 0)) for group in {**whole, **placed}}


def _heads(meeting: Meeting) -> Iterable[tuple[Group | None, int]]:
    if meeting.attendance:
        return [(each.group, each.number) for each in meeting.attendance]
    return [(person.group, 1) for person in meeting.people.values() if _takes_part(person) and not person.left]


def offered(meeting: Meeting) -> tuple[Spoke, ...]:
    """Who may be given the floor, in the order of the keys."""
    return (*meeting.floor, *_new(meeting))


def keeping_order(before: Meeting, after: Meeting, fact: Fact) -> Meeting:
    """The meeting after an event, with who is offered the floor held in place from the first turn on.

    Whom the event names as speaking or waiting has a place too, whoever they are.
    """
    if not (after.floor or after.turns or after.queue):
        return after
    others = not after.floor or before.people is not after.people or before.attendance is not after.attendance
    new = _new(after) if others else ()
    named = speaker(fact.who) if isinstance(fact, TurnStarted | TurnCorrected | TurnQueued) else Spoke()
    if (named.person or named.group) and not _among((*after.floor, *new), named):
        new = (*new, named)
    return replaced(after, floor=(*after.floor, *new)) if new else after


def _among(speakers: tuple[Spoke, ...], who: Spoke) -> bool:
    """Whether somebody has a place; asked at each turn of a long meeting, so without comparing models."""
    if who.person:
        return any(each.person == who.person for each in speakers)
    return any(each.group == who.group for each in speakers if each.group)


def _new(meeting: Meeting) -> tuple[Spoke, ...]:
    """Those who have no place yet; each once."""
    known = frozenset(meeting.floor)
    people = [person for person in meeting.people.values() if not person.left and not person.erased]
    groups = sorted((group for group, number in counted(meeting).items() if number), key=_natural)
    if not groups and not meeting.floor:
        groups = [Group(sex=WOMEN), Group(sex=MEN)]
    found = [
        *(Spoke(group=group) for group in groups),
        *(Spoke(person=person.id) for person in people if person.has(*_MODERATING)),
        *(Spoke(person=person.id) for person in people if _takes_part(person)),
    ]
    return tuple(each for each in dict.fromkeys(found) if each not in known)


def _takes_part(person: Person) -> bool:
    return person.has(Role.PARTICIPANT)


def _natural(group: Group) -> tuple[int, str, int, str, str]:
    """Women before men, young before old; what somebody made up comes last, by its letters."""
    age = group.age or ""
    digits = re.match(r"\d+", age)
    years = int(digits[0]) if digits else _AGES.get(age, 200 if age else -1)
    return (_SEXES.get(group.sex or "", 2), group.sex or "", years, age, group.place or "")
