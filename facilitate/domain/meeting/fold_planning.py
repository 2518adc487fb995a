"""The fold's rules for what is planned: who is expected, who moderates what, the end, the checklist, consent."""

from __future__ import annotations

from facilitate.domain.events import Event
from facilitate.domain.events import planning as facts
from facilitate.domain.meeting.fold_preparing import with_agenda
from facilitate.domain.meeting.minutes import was_opened
from facilitate.domain.meeting.parts import Consent, Headcount, Item
from facilitate.domain.meeting.rule import Rules, clash
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import replaced, with_item, without_item


def expected_set(meeting: Meeting, _: Event, fact: facts.ExpectedSet) -> Meeting:
    """A group keeps its place in the list."""
    known = {each.group: each for each in meeting.expected}
    known[fact.group] = Headcount(group=fact.group, number=fact.number, step=None)
    return replaced(meeting, expected=tuple(each for each in known.values() if each.number))


def end_locked(meeting: Meeting, _: Event, fact: facts.EndLocked) -> Meeting:
    return replaced(meeting, end=fact.end)


def step_assigned(meeting: Meeting, _: Event, fact: facts.StepAssigned) -> Meeting:
    if fact.moderator is None:
        return replaced(meeting, assigned=without_item(meeting.assigned, fact.step))
    return replaced(meeting, assigned=with_item(meeting.assigned, fact.step, fact.moderator))


def step_dropped(meeting: Meeting, event: Event, fact: facts.StepDropped) -> Meeting:
    agenda = meeting.agenda
    if agenda is None or agenda.step(fact.step) is None:
        return clash(meeting, event, "clash.step_missing", step=fact.step)
    if was_opened(meeting, fact.step) or len(agenda.steps) == 1:
        return clash(meeting, event, "clash.step_was_opened", step=fact.step)
    return with_agenda(meeting, replaced(agenda, steps=tuple(each for each in agenda.steps if each.id != fact.step)))


def item_set(meeting: Meeting, _: Event, fact: facts.ItemSet) -> Meeting:
    item = Item(id=fact.item, what=fact.what, text=fact.text, who=fact.who, done=fact.done)
    return replaced(meeting, checklist=with_item(meeting.checklist, fact.item, item))


def item_dropped(meeting: Meeting, _: Event, fact: facts.ItemDropped) -> Meeting:
    return replaced(meeting, checklist=without_item(meeting.checklist, fact.item))


def consent_set(meeting: Meeting, _: Event, fact: facts.ConsentSet) -> Meeting:
    return replaced(meeting, consent=Consent(wording=fact.wording, until=fact.until))


RULES: Rules = {
    facts.ExpectedSet: expected_set,
    facts.EndLocked: end_locked,
    facts.StepAssigned: step_assigned,
    facts.StepDropped: step_dropped,
    facts.ItemSet: item_set,
    facts.ItemDropped: item_dropped,
    facts.ConsentSet: consent_set,
}
