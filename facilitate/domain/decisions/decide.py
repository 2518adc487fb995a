"""The one place where something is allowed or refused."""

from __future__ import annotations

from collections.abc import Mapping

from facilitate.domain.decisions import (
    checks_amending,
    checks_grid,
    checks_observing,
    checks_planning,
    checks_running,
)
from facilitate.domain.decisions.authority import AUTHORITY, leads, may
from facilitate.domain.decisions.refusal import Refused, refuse
from facilitate.domain.events import Fact
from facilitate.domain.events.base import FactBase
from facilitate.domain.events.observing import ConsensusSet, Observation, Redone, Reviewed, SheetSent, Undone
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.meeting.undo import UndoWalk
from facilitate.domain.model import replaced
from facilitate.domain.people import SETUP

CHECKS: Mapping[type[FactBase], checks_running.Check] = {
    **checks_running.CHECKS,
    **checks_planning.CHECKS,
    **checks_grid.CHECKS,
    **checks_amending.CHECKS,
    **checks_observing.CHECKS,
}


def decide(meeting: Meeting, undo: UndoWalk, by: str, fact: Fact) -> Fact | Refused:
    """The fact as it will be kept, or the reason why not.

    `meeting` and `undo` are what all events so far make; `by` is the author's id.
    """
    if meeting.read_only:
        return refuse("refused.newer_program", count=meeting.unknown)
    person = meeting.people.get(by)
    if person is None and by != SETUP:
        return refuse("refused.unknown_author")
    if not may(person, by, fact) and not leads(meeting, by, fact):
        return refuse("refused.not_yours", roles=sorted(AUTHORITY[type(fact)]))
    why_not = _why_not(meeting, undo, by, fact)
    if why_not is not None:
        return why_not
    if isinstance(fact, SheetSent):
        return replaced(fact, after_seeing=meeting.sheet(fact.observer or by).saw)
    about_cell = isinstance(fact, Observation | ConsensusSet | Reviewed)
    if about_cell and meeting.grid is not None and meeting.grids.amendments:
        return replaced(fact, grid=meeting.grid.fingerprint[:16])
    return fact


def _why_not(meeting: Meeting, undo: UndoWalk, by: str, fact: Fact) -> Refused | None:
    if isinstance(fact, Undone | Redone):
        reason = (undo.why_not_undo if isinstance(fact, Undone) else undo.why_not_redo)(by, fact.event)
        builder = undo.builder(fact.event) if reason == "refused.undo_built_upon" else None
        if builder != by and (name := meeting.name(builder)):
            return refuse("refused.undo_other_built", name=name)
        return refuse(reason) if reason else None
    check = CHECKS.get(type(fact))
    return check(meeting, by, fact) if check else None
