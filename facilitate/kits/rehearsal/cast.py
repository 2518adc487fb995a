"""Who takes part in a rehearsed meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from facilitate.domain.agenda import Agenda
from facilitate.domain.events import Fact
from facilitate.domain.events.preparing import PersonAdded, PersonNamed
from facilitate.domain.people import Group, Role
from facilitate.kits.rehearsal.chance import Chance, Ids, shuffled
from facilitate.kits.rehearsal.voices import Name, people

WOMEN, MEN = "women", "men"
SEXES = (WOMEN, MEN)

# For agendas that do not say in which bands people are counted.
_AGES = {"youth": ("15-17", "18-24", "25-29")}
_OTHER_AGES = ("18-29", "30-59", "60-99")


@dataclass(frozen=True)
class Member:
    """One person; `observes` is empty for an observer of all moderators, as for everybody else."""

    id: str
    name: str
    role: Role
    group: Group | None = None
    observes: tuple[str, ...] = ()

    def facts(self) -> Iterator[Fact]:
        """The person is added, and named."""
        yield PersonAdded(person=self.id, roles=frozenset({self.role}), group=self.group, observes=self.observes)
        yield PersonNamed(person=self.id, name=self.name)


@dataclass(frozen=True)
class Cast:
    """Everybody, by what they do."""

    trainer: Member
    moderators: tuple[Member, ...]
    timekeeper: Member
    note_taker: Member
    observers: tuple[Member, ...]
    participants: tuple[Member, ...]

    def everybody(self) -> Iterator[Member]:
        """All, in the order in which they are added."""
        yield self.trainer
        yield from self.moderators
        yield from (self.timekeeper, self.note_taker, *self.observers, *self.participants)

    def of_sex(self, sex: str) -> tuple[Member, ...]:
        """The participants who are women, or men."""
        return tuple(each for each in self.participants if each.group and each.group.sex == sex)

    def subjects(self, observer: Member) -> tuple[Member, ...]:
        """The moderators whom an observer scores."""
        return tuple(each for each in self.moderators if not observer.observes or each.id in observer.observes)


def cast(agenda: Agenda, chance: Chance, moderators: int, observers: int, language: str) -> Cast:
    """People for a meeting. From two observers on each moderator on, each of them scores one moderator only."""
    casting = _Casting(chance, language)
    trainer = casting.member(Role.TRAINER)
    leading = tuple(casting.member(Role.MODERATOR) for _ in range(moderators))
    timekeeper, note_taker = casting.member(Role.TIMEKEEPER), casting.member(Role.NOTE_TAKER)
    shared = 1 < moderators <= observers // 2
    watching = tuple(
        casting.member(Role.OBSERVER, observes=(leading[place % moderators].id,) if shared else ())
        for place in range(observers)
    )
    return Cast(trainer, leading, timekeeper, note_taker, watching, casting.participants(agenda))


class _Casting:
    """Gives each new person an id and a name that nobody else has."""

    def __init__(self, chance: Chance, language: str) -> None:
        self._ids = Ids(chance.stream("people"))
        self._stream = chance.stream("names")
        self._crowd = chance.stream("crowd")
        self._language = language
        content = people()
        self._pools = {WOMEN: self._pool(content.women), MEN: self._pool(content.men)}
        self._given: dict[str, int] = {}

    def _pool(self, names: tuple[Name, ...]) -> Iterator[str]:
        """Names without end; a number tells apart those who share one."""
        order = [name.to(self._language) for name in shuffled(names, self._stream)]
        yield from order
        number = 1
        while True:
            number += 1
            yield from (f"{name} {number}" for name in order)

    def member(
        self, role: Role, sex: str | None = None, group: Group | None = None, observes: tuple[str, ...] = ()
    ) -> Member:
        """A new person with a role."""
        name = next(self._pools[sex or self._stream.choice(SEXES)])
        return Member(self._ids.new("p"), name, role, group, observes)

    def participants(self, agenda: Agenda) -> tuple[Member, ...]:
        """As many as the agenda is made for, in no particular order."""
        number = self._crowd.randint(14, 24)
        if agenda.group_size:
            number = min(max(number, agenda.group_size.min), agenda.group_size.max)
        women = round(number * self._crowd.uniform(0.35, 0.6))
        ages = agenda.age_bands or _AGES.get(agenda.audience or "", _OTHER_AGES)
        groups = [_group(WOMEN if place < women else MEN, ages, self._crowd) for place in range(number)]
        return tuple(self.member(Role.PARTICIPANT, group.sex, group) for group in shuffled(groups, self._crowd))


def _group(sex: str, ages: tuple[str, ...], stream: Random) -> Group:
    weights = (3, 5, 2) if len(ages) == 3 else None
    return Group(sex=sex, age=stream.choices(ages, weights=weights)[0])
