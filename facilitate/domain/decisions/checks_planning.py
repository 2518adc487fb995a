"""When the agenda and the plan of a meeting may change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from facilitate.domain.decisions.refusal import Refused, refuse
from facilitate.domain.events import planning as n
from facilitate.domain.events import preparing as p
from facilitate.domain.events.base import FactBase
from facilitate.domain.meeting.minutes import is_over, least_minutes, was_opened
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Role

Check = Callable[[Meeting, str, Any], Refused | None]


def _known(meeting: Meeting, step: str) -> Refused | None:
    known = meeting.agenda is not None and meeting.agenda.step(step) is not None
    return None if known else refuse("refused.no_such_step", step=step)


def step_moved(meeting: Meeting, _: str, fact: p.StepMoved) -> Refused | None:
    return _known(meeting, fact.step) or (refuse("refused.after_itself") if fact.step == fact.after else None)


def retimed(meeting: Meeting, _: str, fact: p.Retimed) -> Refused | None:
    """Re-timing respects each step's floor, leaves protected steps their time, and what is over as it was."""
    if meeting.closed:
        return refuse("refused.meeting_closed")
    for code, minutes in fact.minutes.items():
        step = meeting.agenda.step(code) if meeting.agenda else None
        if step is None:
            return refuse("refused.no_such_step", step=code)
        if is_over(meeting, code):
            return refuse("refused.step_over", step=code)
        least = least_minutes(meeting, step)
        if minutes < least:
            return refuse("refused.below_floor", step=code, minutes=least)
    return None


def step_assigned(meeting: Meeting, _: str, fact: n.StepAssigned) -> Refused | None:
    person = meeting.people.get(fact.moderator or "")
    if fact.moderator is not None and (person is None or not person.has(Role.MODERATOR)):
        return refuse("refused.no_moderator")
    return _known(meeting, fact.step)


def step_dropped(meeting: Meeting, _: str, fact: n.StepDropped) -> Refused | None:
    why = _known(meeting, fact.step)
    if why is not None:
        return why
    if was_opened(meeting, fact.step):
        return refuse("refused.step_was_opened", step=fact.step)
    last = meeting.agenda is not None and len(meeting.agenda.steps) == 1
    return refuse("refused.last_step", step=fact.step) if last else None


def end_locked(meeting: Meeting, _: str, fact: n.EndLocked) -> Refused | None:
    """An end before the announced start is a slip of the finger."""
    if fact.end is not None and meeting.start is not None and fact.end <= meeting.start:
        return refuse("refused.end_before_start")
    return None


def item_set(_: Meeting, __: str, fact: n.ItemSet) -> Refused | None:
    return None if fact.text else refuse("refused.text_needed")


def item_dropped(meeting: Meeting, _: str, fact: n.ItemDropped) -> Refused | None:
    return None if fact.item in meeting.checklist else refuse("refused.no_such_item")


CHECKS: Mapping[type[FactBase], Check] = {
    p.StepMoved: step_moved,
    p.Retimed: retimed,
    n.StepAssigned: step_assigned,
    n.StepDropped: step_dropped,
    n.EndLocked: end_locked,
    n.ItemSet: item_set,
    n.ItemDropped: item_dropped,
}
