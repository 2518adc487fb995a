"""When observers may score, send and recall, and when trainers may open what was sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from facilitate.domain.decisions.refusal import Refused, refuse
from facilitate.domain.decisions.values import why_not
from facilitate.domain.events import observing as o
from facilitate.domain.events.base import FactBase
from facilitate.domain.indicator import Duration, Indicator, Interval, Tally
from facilitate.domain.meeting.placing import cell_for, version_with
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.meeting.view import scores_open
from facilitate.domain.people import Role

Check = Callable[[Meeting, str, Any], Refused | None]


def _indicator(meeting: Meeting, code: str) -> Indicator | Refused:
    if meeting.grid is None:
        return refuse("refused.no_grid")
    return meeting.grid.by_id.get(code) or refuse("refused.no_such_indicator", code=code)


def _subject(meeting: Meeting, indicator: Indicator, about: str, step: str | None) -> Refused | None:
    """An indicator about moderators needs one of them, every other one the meeting; one about steps needs a step."""
    if step is not None and (meeting.agenda is None or meeting.agenda.step(step) is None):
        return refuse("refused.no_such_step", step=step)
    if indicator.about == "moderator":
        person = meeting.people.get(about)
        if person is not None and not person.has(Role.MODERATOR) and person.name:
            return refuse("refused.moderates_no_longer", name=person.name)
        return None if person and person.has(Role.MODERATOR) else refuse("refused.about_moderator", code=indicator.id)
    if about != o.MEETING:
        return refuse("refused.about_meeting", code=indicator.id)
    if indicator.about == "step" and step is None:
        return refuse("refused.step_needed", code=indicator.id)
    return None


def observed(meeting: Meeting, by: str, fact: o.Observation) -> Refused | None:
    """What holds for everything an observer says."""
    observer = meeting.people.get(fact.observer or by)
    if observer is None or not observer.has(Role.OBSERVER):
        return refuse("refused.not_an_observer")
    if not _added_later(meeting, fact):
        if meeting.sheet(observer.id).sent:
            return refuse("refused.sheet_sent")
        if (mixed := _of_own_hand(meeting, by, fact)) is not None:
            return mixed
    indicator = _indicator(meeting, fact.indicator)
    if isinstance(indicator, Refused):
        return indicator
    return _subject(meeting, indicator, fact.about, fact.step) or _answer(meeting, observer.id, indicator, fact)


def _added_later(meeting: Meeting, fact: o.Observation) -> bool:
    """Whether a reviewer brings in a fact, with its source: what was sent stays as it is, with one fact more."""
    brought_in = isinstance(fact, o.EvidenceAdded) and fact.observer is not None and fact.source is not None
    return brought_in and scores_open(meeting)


def _answer(meeting: Meeting, observer: str, indicator: Indicator, fact: o.Observation) -> Refused | None:
    match fact:
        case o.Scored() if meeting.grid:
            return why_not(meeting.grid, indicator, fact.value)
        case o.Tallied():
            return _tally(meeting, observer, indicator, fact)
        case o.IntervalMarked():
            return _interval(indicator, fact)
        case o.Timed():
            if not isinstance(indicator, Duration):
                return refuse("refused.no_duration", code=indicator.id)
            if fact.stop is not None and fact.stop < fact.start:
                return refuse("refused.stop_before_start")
        case o.EvidenceAdded():
            if not (fact.text or fact.photo or fact.on_paper or fact.anchor is not None):
                return refuse("refused.nothing_written")
            if version_with(meeting, meeting.sheet(observer), fact.evidence) is not None:
                return refuse("refused.evidence_twice")
    return None


def _tally(meeting: Meeting, observer: str, indicator: Indicator, fact: o.Tallied) -> Refused | None:
    groups = {group.id for group in indicator.groups} if isinstance(indicator, Tally) else None
    if groups is None:
        return refuse("refused.no_tally", code=indicator.id)
    if (fact.group or "") not in (groups or {""}):
        return refuse("refused.no_such_option", code=indicator.id)
    counts = meeting.sheet(observer).tallies.get(cell_for(meeting, fact), {})
    return refuse("refused.below_zero") if counts.get(fact.group, 0) + fact.change < 0 else None


def _interval(indicator: Indicator, fact: o.IntervalMarked) -> Refused | None:
    if not isinstance(indicator, Interval):
        return refuse("refused.no_intervals", code=indicator.id)
    known = {code.id for code in indicator.codes}
    if not known.issuperset(fact.codes) or (fact.codes and (fact.missed or fact.withdrawn)):
        return refuse("refused.no_such_option", code=indicator.id)
    return (
        refuse("refused.too_many", code=indicator.id) if len(fact.codes) > (indicator.at_most or len(known)) else None
    )


def evidence_changed(meeting: Meeting, by: str, fact: o.EvidenceChanged) -> Refused | None:
    sheet = meeting.sheet(fact.observer or by)
    if sheet.sent:
        return refuse("refused.sheet_sent")
    known = version_with(meeting, sheet, fact.evidence) is not None
    return None if known else refuse("refused.no_such_evidence")


def sheet_sent(meeting: Meeting, by: str, fact: o.SheetSent) -> Refused | None:
    """Missing answers and facts are told before, and never block."""
    sheet = meeting.sheet(fact.observer or by)
    if sheet.sent:
        return refuse("refused.sent_already")
    if not sheet.begun:
        return refuse("refused.sheet_empty")
    return _of_own_hand(meeting, by, fact)


def _of_own_hand(meeting: Meeting, by: str, fact: o.Observation | o.SheetSent | o.SheetRecalled) -> Refused | None:
    """What an observer has answered here is added to, sent and recalled by that observer alone."""
    observer = fact.observer or by
    if observer != by and meeting.sheet(observer).own_hand:
        return refuse("refused.own_hand", name=meeting.name(observer))
    return None


def sheet_recalled(meeting: Meeting, by: str, fact: o.SheetRecalled) -> Refused | None:
    if not meeting.sheet(fact.observer or by).sent:
        return refuse("refused.sheet_not_sent")
    return _of_own_hand(meeting, by, fact) if fact.reason else refuse("refused.reason_needed")


def sheet_released(meeting: Meeting, by: str, fact: o.SheetReleased) -> Refused | None:
    observer = meeting.people.get(fact.observer)
    if observer is None or not observer.has(Role.OBSERVER):
        return refuse("refused.not_an_observer")
    if meeting.sheet(fact.observer).sent:
        return refuse("refused.sent_already")
    if by == fact.observer:
        return refuse("refused.release_own")
    return None if fact.reason else refuse("refused.reason_needed")


def pin_set(meeting: Meeting, by: str, fact: o.PinSet) -> Refused | None:
    """Setting is for observers; taking away needs a PIN, or that the owner answers to a trainer who took it away."""
    person = meeting.people.get(fact.person)
    if person is None:
        return refuse("refused.no_such_person")
    if fact.pin is not None:
        return None if person.has(Role.OBSERVER) else refuse("refused.not_an_observer")
    answered = by == fact.person and fact.person in meeting.pins_taken
    if not (person.pin or answered):
        return refuse("refused.no_pin")
    return refuse("refused.reason_needed") if by != fact.person and not fact.reason else None


def debrief_opened(meeting: Meeting, _: str, fact: o.DebriefOpened) -> Refused | None:
    if meeting.debrief is not None:
        return refuse("refused.debrief_open")
    return None if fact.reason else refuse("refused.reason_needed")


def consensus_set(meeting: Meeting, _: str, fact: o.ConsensusSet | o.Reviewed) -> Refused | None:
    if not scores_open(meeting):
        return refuse("refused.scores_closed")
    indicator = _indicator(meeting, fact.indicator)
    if isinstance(indicator, Refused) or meeting.grid is None:
        return indicator if isinstance(indicator, Refused) else None
    return _subject(meeting, indicator, fact.about, fact.step) or why_not(meeting.grid, indicator, fact.value)


def reviewed(meeting: Meeting, by: str, fact: o.Reviewed) -> Refused | None:
    return consensus_set(meeting, by, fact) if fact.observer in meeting.people else refuse("refused.no_such_person")


CHECKS: Mapping[type[FactBase], Check] = {
    o.Scored: observed,
    o.Tallied: observed,
    o.IntervalMarked: observed,
    o.Timed: observed,
    o.EvidenceAdded: observed,
    o.EvidenceChanged: evidence_changed,
    o.SheetSent: sheet_sent,
    o.SheetRecalled: sheet_recalled,
    o.SheetReleased: sheet_released,
    o.PinSet: pin_set,
    o.DebriefOpened: debrief_opened,
    o.ConsensusSet: consensus_set,
    o.Reviewed: reviewed,
}
