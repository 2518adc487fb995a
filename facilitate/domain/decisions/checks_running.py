"""When a meeting's steps, turns, captures and people may change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from facilitate.domain.decisions.refusal import Refused, refuse
from facilitate.domain.events import capturing as c
from facilitate.domain.events import preparing as p
from facilitate.domain.events import running as r
from facilitate.domain.events.base import PLENARY, FactBase
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Role

Check = Callable[[Meeting, str, Any], Refused | None]


def _step(meeting: Meeting, step: str | None) -> Refused | None:
    if step is not None and (meeting.agenda is None or meeting.agenda.step(step) is None):
        return refuse("refused.no_such_step", step=step)
    return None


def _person(meeting: Meeting, person: str | None) -> Refused | None:
    return refuse("refused.no_such_person") if person is not None and person not in meeting.people else None


def _running(meeting: Meeting, track: str) -> Refused | None:
    if meeting.closed:
        return refuse("refused.meeting_closed")
    found = meeting.tracks.get(track)
    if found is None or not found.open:
        return refuse("refused.no_such_track")
    return None


def created(meeting: Meeting, _: str, __: p.MeetingCreated) -> Refused | None:
    return refuse("refused.created_already") if meeting.id else None


def person_added(meeting: Meeting, _: str, fact: p.PersonAdded) -> Refused | None:
    return refuse("refused.person_twice") if fact.person in meeting.people else None


def person_known(
    meeting: Meeting, _: str, fact: p.PersonNamed | p.PersonChanged | p.PersonLeft | p.PersonErased
) -> Refused | None:
    why = _person(meeting, fact.person)
    if why is None and isinstance(fact, p.PersonNamed) and meeting.people[fact.person].erased:
        return refuse("refused.erased")
    return why


def step_opened(meeting: Meeting, _: str, fact: r.StepOpened) -> Refused | None:
    why = _running(meeting, fact.track) or _step(meeting, fact.step)
    if why is not None:
        return why
    current = meeting.tracks[fact.track].current
    if current is not None and current.step == fact.step:
        return refuse("refused.step_open_already", step=fact.step)
    if (current.step if current else None) != fact.predecessor:
        return refuse("refused.moved_on", step=current.step if current else "")
    return None


def step_current(meeting: Meeting, _: str, fact: r.StepClosed | r.Extended) -> Refused | None:
    why = _running(meeting, fact.track) or _step(meeting, fact.step)
    if why is not None or isinstance(fact, r.Extended):
        return why
    current = meeting.tracks[fact.track].current
    return None if current and current.step == fact.step else refuse("refused.step_not_open", step=fact.step)


def step_skipped(meeting: Meeting, _: str, fact: r.StepSkipped) -> Refused | None:
    why = _running(meeting, fact.track) or _step(meeting, fact.step)
    if why is None and fact.step in meeting.skipped:
        return refuse("refused.skipped_already", step=fact.step)
    return why


def paused(meeting: Meeting, _: str, fact: r.Paused | r.Resumed) -> Refused | None:
    why = _running(meeting, fact.track)
    if why is not None:
        return why
    current = meeting.tracks[fact.track].current
    if current is None:
        return refuse("refused.nothing_open")
    if isinstance(fact, r.Paused) == current.paused:
        return refuse("refused.paused_already" if current.paused else "refused.not_paused")
    return None


def track_opened(meeting: Meeting, _: str, fact: r.TrackOpened) -> Refused | None:
    if meeting.closed:
        return refuse("refused.meeting_closed")
    if meeting.current is None:
        return refuse("refused.nothing_open")
    if fact.track in meeting.tracks:
        return refuse("refused.track_twice")
    return _step(meeting, fact.step) or _group(meeting, fact)


def track_changed(meeting: Meeting, by: str, fact: r.TrackChanged) -> Refused | None:
    return track_closed(meeting, by, fact) or _group(meeting, fact)


def _group(meeting: Meeting, fact: r.TrackOpened | r.TrackChanged) -> Refused | None:
    """A group has a name that no other has, and nobody is with two groups at once."""
    people = [each for each in (fact.moderator, *fact.observers) if each is not None]
    why = next((why for each in people if (why := _person(meeting, each))), None)
    if why is not None:
        return why
    if not fact.title:
        return refuse("refused.nothing_written")
    for other in meeting.apart:
        if other.id == fact.track:
            continue
        if other.title.casefold() == fact.title.casefold():
            return refuse("refused.track_title", title=other.title)
        for each in people:
            if each in (other.moderator, *other.observers):
                return refuse("refused.in_another_group", name=meeting.name(each), title=other.title)
    return None


def track_closed(meeting: Meeting, _: str, fact: r.TrackClosed | r.TrackChanged) -> Refused | None:
    return refuse("refused.no_such_track") if fact.track == PLENARY else _running(meeting, fact.track)


def chair_taken(meeting: Meeting, _: str, fact: r.ChairTaken) -> Refused | None:
    to = meeting.people.get(fact.to)
    if to is None or not to.has(Role.MODERATOR):
        return refuse("refused.not_a_moderator")
    if to.left or to.erased:
        return refuse("refused.person_left")
    if fact.to == meeting.chair:
        return refuse("refused.chair_already")
    return None if fact.from_ == meeting.chair else refuse("refused.chair_moved_on")


def turn_started(meeting: Meeting, _: str, fact: r.TurnStarted) -> Refused | None:
    if fact.turn in meeting.turns:
        return refuse("refused.turn_twice")
    return _running(meeting, fact.track) or _floor(meeting, fact.track) or _person(meeting, fact.who.person)


def _floor(meeting: Meeting, track: str) -> Refused | None:
    """Nobody has the floor in a pause, nor in plenary while groups are at work."""
    current = meeting.tracks[track].current
    if current is not None and current.paused:
        return refuse("refused.floor_paused")
    return refuse("refused.floor_split") if track == PLENARY and meeting.apart else None


def turn_known(meeting: Meeting, _: str, fact: r.TurnEnded | r.TurnCorrected) -> Refused | None:
    turn = meeting.turns.get(fact.turn)
    if turn is None:
        return refuse("refused.no_such_turn")
    return refuse("refused.turn_over") if isinstance(fact, r.TurnEnded) and turn.end is not None else None


def turn_queued(meeting: Meeting, _: str, fact: r.TurnQueued) -> Refused | None:
    """A person waits once; of a group several may wait whose names nobody knows."""
    if meeting.closed:
        return refuse("refused.meeting_closed")
    if fact.turn in meeting.turns or any(each.id == fact.turn for each in meeting.queue):
        return refuse("refused.turn_twice")
    if fact.who.person is not None and any(each.who.person == fact.who.person for each in meeting.queue):
        return refuse("refused.waits_already")
    return _person(meeting, fact.who.person)


def turn_unqueued(meeting: Meeting, _: str, fact: r.TurnUnqueued) -> Refused | None:
    waits = any(each.id == fact.turn for each in meeting.queue)
    return None if waits else refuse("refused.waits_not")


def closed(meeting: Meeting, _: str, __: r.MeetingClosed) -> Refused | None:
    return refuse("refused.meeting_closed") if meeting.closed else None


def reopened(meeting: Meeting, _: str, __: r.MeetingReopened) -> Refused | None:
    return None if meeting.closed else refuse("refused.not_closed")


def captured(meeting: Meeting, _: str, fact: c.Captured) -> Refused | None:
    if fact.capture in meeting.captures:
        return refuse("refused.capture_twice")
    if not fact.text:
        return refuse("refused.nothing_written")
    return _step(meeting, fact.step) or _person(meeting, fact.owner)


def capture_known(
    meeting: Meeting, _: str, fact: c.CaptureChanged | c.CaptureWithdrawn | c.ActionFollowed
) -> Refused | None:
    found = meeting.captures.get(fact.capture)
    return None if found and not found.withdrawn else refuse("refused.no_such_capture")


def needs_known(meeting: Meeting, _: str, fact: c.NeedsGrouped) -> Refused | None:
    needs = {each.id for each in meeting.captured(c.CaptureKind.NEED)}
    return None if needs.issuperset(fact.needs) else refuse("refused.no_such_capture")


def ranked(meeting: Meeting, _: str, fact: c.Ranked) -> Refused | None:
    """Needs and themes are ranked; what got a dot or was compared is among them."""
    known = {each.id for each in meeting.captured(c.CaptureKind.NEED)} | set(meeting.themes)
    counted = {*fact.counts, *(each for pair in fact.pairs for each in (pair.winner, pair.loser))}
    right = known.issuperset(fact.needs) and counted.issubset(fact.needs)
    return None if right else refuse("refused.no_such_capture")


def plan_set(meeting: Meeting, _: str, fact: c.PlanSet) -> Refused | None:
    return None if fact.project in meeting.projects else refuse("refused.no_such_project")


CHECKS: Mapping[type[FactBase], Check] = {
    p.MeetingCreated: created,
    p.PersonAdded: person_added,
    p.PersonNamed: person_known,
    p.PersonChanged: person_known,
    p.PersonLeft: person_known,
    p.PersonErased: person_known,
    r.StepOpened: step_opened,
    r.StepClosed: step_current,
    r.StepSkipped: step_skipped,
    r.Paused: paused,
    r.Resumed: paused,
    r.Extended: step_current,
    r.TrackOpened: track_opened,
    r.TrackChanged: track_changed,
    r.TrackClosed: track_closed,
    r.ChairTaken: chair_taken,
    r.TurnStarted: turn_started,
    r.TurnEnded: turn_known,
    r.TurnCorrected: turn_known,
    r.TurnQueued: turn_queued,
    r.TurnUnqueued: turn_unqueued,
    r.MeetingClosed: closed,
    r.MeetingReopened: reopened,
    c.Captured: captured,
    c.CaptureChanged: capture_known,
    c.CaptureWithdrawn: capture_known,
    c.ActionFollowed: capture_known,
    c.NeedsGrouped: needs_known,
    c.Ranked: ranked,
    c.PlanSet: plan_set,
}
