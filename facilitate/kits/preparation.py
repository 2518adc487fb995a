"""What a team prepares before a meeting, with names in it, as files and the command line say it."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from facilitate.domain.model import Frozen, Identifier, Language, Line, Prose, Wording, harmless
from facilitate.domain.people import OLDEST, Group, Role
from facilitate.kits.moments import months_after

SEXES = {"women": "women", "female": "women", "f": "women", "men": "men", "male": "men", "m": "men"}
"""What is understood as a sex, and the code that counts are kept under."""

_AGE = re.compile(r"(\d{1,2})(?:-(\d{1,2})|\+)")

Rule: TypeAlias = Literal["all", "quorum"]


class Planned(Frozen):
    """Somebody with their roles; whom they observe (all moderators where nobody is named) and which steps they lead."""

    name: Line
    roles: frozenset[Role] = frozenset()
    observes: tuple[Line, ...] = ()
    moderates: tuple[Identifier, ...] = ()


class Expected(Frozen):
    """How many of a group are expected."""

    group: Group
    number: Annotated[int, Field(ge=1, le=100_000)]


class ToDo(Frozen):
    """A line of the checklist, and who sees to it."""

    text: Line
    who: Line = ""
    done: bool = False


class Keeping(Frozen):
    """What people are told about being observed; kept until a day, or so many months after the meeting."""

    wording: Prose = ""
    until: date | None = None
    months: Annotated[int, Field(ge=1, le=600)] | None = None

    def last_day(self, held: date) -> date | None:
        """Until when it is kept, where the meeting is held on that day."""
        return months_after(held, self.months) if self.months is not None else self.until


class Preparation(Frozen):
    """Everything that is said before a meeting. What is absent is the kit's, or is not said.

    `kit` is a name or a path; `agenda` and `grid` are paths, of YAML files or of meetings, that stand before the kit's.
    `end` is a time of day where the meeting ends on the day on which it starts.
    """

    kit: str | None = None
    agenda: str | None = None
    grid: str | None = None
    title: Wording = Wording()
    place: Line = ""
    centre: Line = ""
    start: datetime | None = None
    end: datetime | time | None = None
    language: Language | None = None
    audience: Line = ""
    objectives: tuple[Line, ...] = ()
    people: tuple[Planned, ...] = ()
    expected: tuple[Expected, ...] = ()
    materials: tuple[ToDo, ...] = ()
    invitations: tuple[ToDo, ...] = ()
    consent: Keeping | None = None
    rule: Rule | None = None
    quorum: Annotated[int, Field(ge=1, le=1_000)] | None = None

    def named(self, role: Role) -> tuple[str, ...]:
        """The names of those who hold a role."""
        return tuple(each.name for each in self.people if role in each.roles)


def age_band(text: str) -> str | None:
    """A band of ages as counts have it: ``18-29``, and ``60-99`` for ``60+``; nothing where it is none."""
    found = _AGE.fullmatch(text.replace(" ", ""))
    if found is None or int(found[1]) > int(found[2] or OLDEST):
        return None
    return f"{int(found[1])}-{int(found[2] or OLDEST)}"


def group_of(text: str) -> Group | None:
    """A group as it is typed: ``women``, ``f/18-29``, ``18-29``, ``men/60+/Timit``; nothing where it is none."""
    first, *others = (harmless(part) for part in text.split("/"))
    if age_band(first) is not None:
        first, others = "", [first, *others]
    sex = SEXES.get(first.casefold())
    age = age_band(others[0]) if others and others[0] else None
    place = others[1] if len(others) > 1 else None
    wrong = len(others) > 2 or (first and sex is None) or (others and others[0] and age is None)
    return None if wrong or not (sex or age or place) else Group(sex=sex, age=age, place=place or None)
