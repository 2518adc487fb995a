"""What is still missing before a meeting can start well, each with the part of its preparation that mends it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple, TypeAlias

from facilitate.analysis.planned import fit
from facilitate.domain.meeting.minutes import was_opened
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Person

Part: TypeAlias = Literal["about", "team", "agenda", "expected", "checklist", "consent", "grid"]


class Lack(NamedTuple):
    """Something that is missing: its message and values, the part that mends it, and the line there, if any."""

    message: str
    part: Part
    line: str = ""
    values: Mapping[str, Any] = {}


def lacking(meeting: Meeting) -> tuple[Lack, ...]:
    """What is missing, the gravest first; nothing once the meeting is closed."""
    if meeting.closed is not None:
        return ()
    found = (_about, _people, _steps, _rest)
    return tuple(lack for each in found for lack in each(meeting))


def _about(meeting: Meeting) -> Iterator[Lack]:
    if meeting.start is None:
        yield Lack("lacking.hour", "about", "when")
    if not meeting.place:
        yield Lack("lacking.place", "about", "where")
    found = fit(meeting)
    if found.over:
        yield Lack("lacking.too_long", "agenda", values={"count": found.over})


def _people(meeting: Meeting) -> Iterator[Lack]:
    moderators = [each for each in meeting.moderators if not each.left]
    observers = [each for each in meeting.observers if not each.left]
    if not moderators:
        yield Lack("lacking.moderator", "team")
    if not observers:
        yield Lack("lacking.observer", "team")
    for each in observers:
        if moderators and not _observed(meeting, each):
            yield Lack("lacking.observes_nobody", "team", each.id, {"name": each.name})
    seen = {each.id for observer in observers for each in _observed(meeting, observer)}
    for each in moderators:
        if observers and each.id not in seen:
            yield Lack("lacking.unobserved", "team", each.id, {"name": each.name})


def _observed(meeting: Meeting, observer: Person) -> list[Person]:
    """The moderators whom somebody observes and who have not left; nobody observes themselves."""
    return [each for each in meeting.observed_by(observer.id) if not each.left and each.id != observer.id]


def _steps(meeting: Meeting) -> Iterator[Lack]:
    """Steps to come that nobody is to moderate, where there are several who could."""
    if sum(not each.left for each in meeting.moderators) < 2 or meeting.agenda is None:
        return
    open_ended = [
        step.id
        for step in meeting.agenda.steps
        if step.counted
        and step.id not in meeting.skipped
        and not was_opened(meeting, step.id)
        and meeting.moderator_of(step.id) is None
    ]
    if open_ended:
        yield Lack("lacking.unassigned", "agenda", open_ended[0], {"count": len(open_ended)})


def _rest(meeting: Meeting) -> Iterator[Lack]:
    if meeting.grid is not None and meeting.grids.standing != "agreed":
        yield Lack("lacking.agreement", "grid")
    if not meeting.expected and not meeting.attendance:
        yield Lack("lacking.expected", "expected")
    undone = [each for each in meeting.checklist.values() if not each.done]
    if undone:
        yield Lack("lacking.undone", "checklist", undone[0].id, {"count": len(undone)})
    elif not meeting.checklist:
        yield Lack("lacking.checklist", "checklist")
    if meeting.consent is None or meeting.consent.until is None:
        yield Lack("lacking.until", "consent", "until")
