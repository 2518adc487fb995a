"""The fold's rules for what prepares a meeting."""

from __future__ import annotations

from facilitate.domain.agenda import Agenda, Step
from facilitate.domain.events import Event
from facilitate.domain.events import preparing as facts
from facilitate.domain.meeting.minutes import with_minutes
from facilitate.domain.meeting.parts import Headcount, Retiming
from facilitate.domain.meeting.rule import Rules, clash
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import replaced, with_item
from facilitate.domain.people import Person, Role


def created(meeting: Meeting, event: Event, fact: facts.MeetingCreated) -> Meeting:
    if meeting.id:
        return clash(meeting, event, "clash.created_twice")
    fields = fact.model_dump(exclude={"kind", "title"})
    return replaced(meeting, id=event.meeting, title=fact.title, created=event.instant, **fields)


def changed(meeting: Meeting, _: Event, fact: facts.MeetingChanged) -> Meeting:
    fields = {name: getattr(fact, name) for name in type(fact).model_fields if name != "kind"}
    return replaced(meeting, **{name: value for name, value in fields.items() if value is not None})


def person_added(meeting: Meeting, event: Event, fact: facts.PersonAdded) -> Meeting:
    if fact.person in meeting.people and meeting.people[fact.person].roles:
        return clash(meeting, event, "clash.person_twice", person=fact.person)
    before = meeting.people.get(fact.person) or Person(id=fact.person)
    person = replaced(before, roles=fact.roles, group=fact.group, observes=fact.observes)
    chair = meeting.chair or (fact.person if Role.MODERATOR in fact.roles else None)
    return replaced(meeting, people=with_item(meeting.people, fact.person, person), chair=chair)


def person_named(meeting: Meeting, _: Event, fact: facts.PersonNamed) -> Meeting:
    person = meeting.people.get(fact.person) or Person(id=fact.person)
    name = "" if person.erased else fact.name
    return replaced(meeting, people=with_item(meeting.people, fact.person, replaced(person, name=name)))


def person_changed(meeting: Meeting, event: Event, fact: facts.PersonChanged) -> Meeting:
    person = meeting.people.get(fact.person)
    if person is None:
        return clash(meeting, event, "clash.person_missing", person=fact.person)
    fields = {name: getattr(fact, name) for name in ("roles", "group", "observes")}
    given = {name: value for name, value in fields.items() if value is not None}
    person = replaced(person, left=person.left and not fact.returned, **given)
    return replaced(meeting, people=with_item(meeting.people, fact.person, person))


def person_left(meeting: Meeting, event: Event, fact: facts.PersonLeft) -> Meeting:
    person = meeting.people.get(fact.person)
    if person is None:
        return clash(meeting, event, "clash.person_missing", person=fact.person)
    return replaced(meeting, people=with_item(meeting.people, fact.person, replaced(person, left=True)))


def person_erased(meeting: Meeting, _: Event, fact: facts.PersonErased) -> Meeting:
    person = meeting.people.get(fact.person) or Person(id=fact.person)
    gone = replaced(person, name="", erased=True)
    return replaced(meeting, people=with_item(meeting.people, fact.person, gone))


def attendance_counted(meeting: Meeting, _: Event, fact: facts.AttendanceCounted) -> Meeting:
    others = tuple(each for each in meeting.attendance if each.group != fact.group)
    count = Headcount(group=fact.group, number=fact.number, step=fact.step)
    return replaced(meeting, attendance=(*others, count), counts=(*meeting.counts, count))


def agenda_set(meeting: Meeting, _: Event, fact: facts.AgendaSet) -> Meeting:
    return with_agenda(meeting, fact.agenda)


def with_agenda(meeting: Meeting, agenda: Agenda) -> Meeting:
    """The meeting with another agenda; until its first step is opened, that is what people are told it will take."""
    announced = meeting.announced_minutes if meeting.plenary.openings else agenda.total_minutes
    return replaced(meeting, agenda=agenda, announced_minutes=announced)


def step_changed(meeting: Meeting, event: Event, fact: facts.StepChanged) -> Meeting:
    agenda = meeting.agenda
    if agenda is None:
        return clash(meeting, event, "clash.no_agenda")
    if agenda.step(fact.step.id):
        steps = tuple(fact.step if each.id == fact.step.id else each for each in agenda.steps)
        return with_agenda(meeting, replaced(agenda, steps=steps))
    return with_agenda(meeting, _placed(agenda, fact.step, fact.after, first=False))


def step_moved(meeting: Meeting, event: Event, fact: facts.StepMoved) -> Meeting:
    step = meeting.agenda.step(fact.step) if meeting.agenda else None
    if meeting.agenda is None or step is None:
        return clash(meeting, event, "clash.step_missing", step=fact.step)
    rest = replaced(meeting.agenda, steps=tuple(each for each in meeting.agenda.steps if each.id != fact.step))
    return with_agenda(meeting, _placed(rest, step, fact.after, first=fact.after is None))


def _placed(agenda: Agenda, step: Step, after: str | None, *, first: bool) -> Agenda:
    known = any(each.id == after for each in agenda.steps)
    place = agenda.place_of(after) + 1 if after and known else 0 if first else len(agenda.steps)
    return replaced(agenda, steps=(*agenda.steps[:place], step, *agenda.steps[place:]))


def retimed(meeting: Meeting, event: Event, fact: facts.Retimed) -> Meeting:
    if meeting.agenda is None:
        return clash(meeting, event, "clash.no_agenda")
    after = with_minutes(meeting, fact.minutes)
    steps = tuple((step, meeting.planned_minutes(step), after.planned_minutes(step)) for step in fact.minutes)
    changed = tuple(each for each in steps if each[1] != each[2])
    done = Retiming(steps=changed, agreed=fact.agreed, reason=fact.reason, at=event.instant)
    return replaced(after, retimings=(*meeting.retimings, done)) if changed else after


RULES: Rules = {
    facts.MeetingCreated: created,
    facts.MeetingChanged: changed,
    facts.PersonAdded: person_added,
    facts.PersonNamed: person_named,
    facts.PersonChanged: person_changed,
    facts.PersonLeft: person_left,
    facts.PersonErased: person_erased,
    facts.AttendanceCounted: attendance_counted,
    facts.AgendaSet: agenda_set,
    facts.StepChanged: step_changed,
    facts.StepMoved: step_moved,
    facts.Retimed: retimed,
}
