"""Names that are told apart: of people, who may share one or have none, and of sheets, for which Excel has rules."""

from __future__ import annotations

import re
from collections.abc import Iterable

from facilitate.domain.events.observing import MEETING
from facilitate.domain.meeting.state import Meeting
from facilitate.workbook.safe import cut, units, writable

SHEET_NAME_UNITS = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_RESERVED = frozenset({"history"})  # Excel keeps it for shared workbooks


class Names:
    """What each person is called in this workbook: the name, or the id where it is erased or was never given.

    No two people are called the same, nor is anybody called like the meeting: in the order in which people were added,
    the second one is "Amina (2)". Excel compares without case, so this does too.
    """

    def __init__(self, meeting: Meeting) -> None:
        taken = {MEETING}
        self._of = {person.id: _free(person.name or person.id, taken) for person in meeting.people.values()}

    def of(self, person: str | None) -> str:
        """The name of a person; of somebody the meeting does not know, the id; of nobody, nothing."""
        return self._of.get(person or "", person or "")

    def about(self, subject: str) -> str:
        """What a score is about, as tables say it: ``meeting``, or the moderator's name."""
        return MEETING if subject == MEETING else self.of(subject)


def _free(name: str, taken: set[str]) -> str:
    candidate, number = name, 1
    while candidate.casefold() in taken:
        number += 1
        candidate = f"{name} ({number})"
    taken.add(candidate.casefold())
    return candidate


class SheetNames:
    """Gives each sheet a name that Excel accepts and no other sheet has."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, *parts: str) -> str:
        """A name from some parts, each shortened evenly where all together are too long."""
        room = SHEET_NAME_UNITS - 3 * (len(parts) - 1)
        cleaned = _fitting([_clean(part) for part in parts], room)
        name = _not_quoted(" – ".join(part for part in cleaned if part)) or "-"
        candidate, number = name, 1
        while candidate.casefold() in self._taken | _RESERVED:
            number += 1
            suffix = f" ({number})"
            candidate = cut(name, SHEET_NAME_UNITS - len(suffix)).rstrip() + suffix
        self._taken.add(candidate.casefold())
        return candidate


def _clean(part: str) -> str:
    return " ".join(_FORBIDDEN.sub(" ", writable(part)).split())


def _not_quoted(name: str) -> str:
    """A sheet's name must not begin or end with an apostrophe."""
    return name.strip().strip("'").strip()


def _fitting(parts: list[str], room: int) -> list[str]:
    """Shorten the longest part, again and again, until all fit."""
    while sum(map(units, parts)) > room:
        longest = max(parts, key=units)
        place = parts.index(longest)
        parts[place] = cut(longest.rstrip("…"), units(longest) - 2).rstrip() + "…"
    return parts


def quoted(sheet: str) -> str:
    """A sheet's name as formulas and links write it."""
    return "'" + sheet.replace("'", "''") + "'"


def joined(parts: Iterable[str], separator: str = " · ") -> str:
    """The parts that say something, one after the other."""
    return separator.join(part for part in parts if part)
