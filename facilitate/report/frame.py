"""The head of the report: which meeting, who led it, who came, on which grid it was observed."""

from __future__ import annotations

from collections.abc import Iterator

from facilitate.analysis.consent import consent_said
from facilitate.analysis.presence import DIMENSIONS, present, present_by
from facilitate.domain.people import Person, Role
from facilitate.report.accord import accord
from facilitate.report.blocks import Block, Bullets, Heading, Paragraph, table
from facilitate.report.expecting import checklist, expected_lines
from facilitate.report.teller import Teller

PEOPLE = (
    (Role.MODERATOR, "report.people.moderated"),
    (Role.CO_MODERATOR, "report.people.co_moderated"),
    (Role.OBSERVER, "report.people.observed"),
    (Role.NOTE_TAKER, "report.people.noted"),
    (Role.TIMEKEEPER, "report.people.timed"),
    (Role.TRAINER, "report.people.trained"),
    (Role.HOST, "report.people.hosted"),
)
"""Roles in the order in which a reader looks for them, with what they did."""


def frame(tell: Teller) -> Iterator[Block]:
    """Title, facts, people, attendance, grid."""
    yield Heading(tell.level, title(tell))
    if tell.meeting.rehearsal:
        yield Paragraph(tell("report.rehearsal"))
    yield Bullets(tuple(_facts(tell)))
    if tell.meeting.objectives:
        yield tell.part("report.objectives")
        yield Bullets(tuple(tell.own(each) for each in tell.meeting.objectives))
    yield from consent(tell)
    yield from _people(tell)
    yield from _present(tell)
    yield from checklist(tell)
    yield from accord(tell)


def title(tell: Teller) -> str:
    """What the meeting is called; something where it has no title."""
    return tell.own(tell.meeting.title.to(tell.words.language)) or tell("report.untitled")


def _facts(tell: Teller) -> Iterator[str]:
    meeting = tell.meeting
    if meeting.place:
        yield tell("report.place", place=tell.own(meeting.place))
    if meeting.centre:
        yield tell("report.centre", centre=tell.own(meeting.centre))
    if meeting.start:
        yield tell("report.announced", moment=meeting.start)
    if meeting.kit:
        yield tell("report.kit", kit=tell.own(meeting.kit))
    yield _state(tell)


def _state(tell: Teller) -> str:
    meeting = tell.meeting
    if meeting.closed:
        return tell("report.state.closed", moment=meeting.closed.wall)
    if not meeting.plenary.openings:
        return tell("report.state.not_begun")
    if meeting.current:
        return tell("report.state.step", moment=tell.now.wall, step=tell.step(meeting.current.step))
    return tell("report.state.under_way", moment=tell.now.wall)


def consent(tell: Teller) -> Iterator[Block]:
    """What people were told about being observed and noted."""
    if said := consent_said(tell.meeting):
        yield tell.part("consent.title")
        yield Bullets(tuple(tell(each.message, **each.values) for each in said))


def people_lines(tell: Teller) -> list[str]:
    """Who has which role, a line each."""
    roles = ((message, tell.meeting.people_with(role)) for role, message in PEOPLE)
    named = ((message, tell.words.listed(_named(tell, each, message) for each in people)) for message, people in roles)
    return [tell(message, names=names) for message, names in named if names]


def _named(tell: Teller, person: Person, message: str) -> str:
    """A name; behind an observer's, whom they observe, where that is not everybody who moderates."""
    if message != "report.people.observed" or not person.observes:
        return tell.name(person.id)
    whom = tell.names(each.id for each in tell.meeting.observed_by(person.id))
    return tell("report.people.observes", name=tell.name(person.id), whom=whom)


def _people(tell: Teller) -> Iterator[Block]:
    lines = people_lines(tell)
    left = [person.id for person in tell.meeting.people.values() if person.left]
    if left:
        lines.append(tell("report.people.left", names=tell.names(left)))
    if lines:
        yield tell.part("report.people")
        yield Bullets(tuple(lines))


def _expected(tell: Teller) -> Iterator[Block]:
    if lines := tuple(expected_lines(tell)):
        yield tell.part("report.expected")
        yield Bullets(lines)


def _present(tell: Teller) -> Iterator[Block]:
    yield from _expected(tell)
    meeting, count = tell.meeting, present(tell.meeting)
    if count is None:
        if meeting.plenary.openings:
            yield tell.part("report.present")
            yield Paragraph(tell("report.present.not_counted"))
        return
    yield tell.part("report.present")
    yield Paragraph(tell("report.present.total" if meeting.attendance else "report.present.by_name", count=count))
    groups = [(each, present_by(meeting, each)) for each in DIMENSIONS]
    lines = tuple(
        tell("report.labelled", label=tell.value(dimension, value), value=number)
        for dimension, counted in groups
        for value, number in counted.items()
    )
    if len(meeting.attendance) > 1 and any(_several(each.group) for each in meeting.attendance):
        rows = [(tell.group(each.group), tell.words.number(each.number)) for each in meeting.attendance]
        yield table((tell("report.group"), tell("report.present.number")), rows, numbers_from=1)
    if lines:
        yield Bullets(lines)


def _several(group: object) -> bool:
    return sum(getattr(group, dimension) is not None for dimension in DIMENSIONS) > 1
