"""The preparation of a meeting that is there already, for the next one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from facilitate.domain.agenda import Kit
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import LANGUAGES, Wording
from facilitate.domain.people import Person, Role
from facilitate.kits.moments import months_between
from facilitate.kits.preparation import Expected, Keeping, Planned, Preparation, ToDo


def preparation_from(meeting: Meeting, kit: Kit | None, file: str) -> Preparation:
    """What was prepared, with names. `file` is the meeting's own, from which the agenda and the grid are taken where
    they are not those of `kit` (the one that ships under the kit's name, if there is one).

    Participants, and people who have left, belong to that meeting and not to its preparation; what was got ready then
    is to be got ready anew.
    """
    agenda, grids, start = meeting.agenda, meeting.grids, meeting.start
    own_agenda = kit is None or agenda != kit.agenda
    own_grid = kit is None or grids.seal is not None or meeting.grid != kit.grid
    quorum = grids.rule.quorum if grids.rule.rule == "quorum" else None
    return Preparation(
        kit=kit.id if kit else None,
        agenda=file if own_agenda else None,
        grid=file if own_grid else None,
        title=Wording() if agenda and meeting.title == agenda.title else meeting.title,
        place=meeting.place,
        centre=meeting.centre,
        start=start,
        end=_end(meeting),
        language=next((each for each in LANGUAGES if each == meeting.language), None),
        audience="" if agenda and meeting.audience == agenda.audience else meeting.audience,
        objectives=meeting.objectives,
        people=tuple(_people(meeting)),
        expected=tuple(Expected(group=each.group, number=each.number) for each in meeting.expected),
        materials=_to_do(meeting, "material"),
        invitations=_to_do(meeting, "invitation"),
        consent=_consent(meeting),
        rule="quorum" if quorum is not None else None,
        quorum=quorum,
    )


def _end(meeting: Meeting) -> datetime | time | None:
    if meeting.end is None or meeting.start is None or meeting.end.date() != meeting.start.date():
        return meeting.end
    return meeting.end.time()


def _people(meeting: Meeting) -> Iterator[Planned]:
    names = _names(meeting)
    for person in meeting.people.values():
        if person.id not in names:
            continue
        moderates = [step.id for step in meeting.agenda.steps] if meeting.agenda else []
        yield Planned(
            name=names[person.id],
            roles=person.roles,
            observes=tuple(names[each] for each in person.observes if each in names and _moderates(meeting, each)),
            moderates=tuple(step for step in moderates if meeting.moderator_of(step) == person),
        )


def _names(meeting: Meeting) -> dict[str, str]:
    """Those who are to be named, each by a name of their own: a second one of that name gets a number."""
    found: dict[str, str] = {}
    for person in filter(_prepares, meeting.people.values()):
        name, number = person.name, 1
        while name.casefold() in (each.casefold() for each in found.values()):
            number += 1
            name = f"{person.name} {number}"
        found[person.id] = name
    return found


def _prepares(person: Person) -> bool:
    return bool(person.name and person.roles - {Role.PARTICIPANT} and not person.left and not person.erased)


def _moderates(meeting: Meeting, person: str) -> bool:
    return meeting.people[person].has(Role.MODERATOR)


def _to_do(meeting: Meeting, what: str) -> tuple[ToDo, ...]:
    return tuple(ToDo(text=each.text, who=each.who) for each in meeting.checklist.values() if each.what == what)


def _consent(meeting: Meeting) -> Keeping | None:
    """A length of time says more to the next meeting than a day of the last one."""
    consent = meeting.consent
    if consent is None:
        return None
    months = months_between(meeting.start.date(), consent.until) if meeting.start and consent.until else None
    return Keeping(wording=consent.wording, until=None if months else consent.until, months=months)
