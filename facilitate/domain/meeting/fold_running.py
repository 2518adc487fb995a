"""The fold's rules for a meeting under way: steps, the chair, turns, the end. Those for tracks stand in `tracks`.

Where a merge brings two truths, the first in order stands and the other is listed as a clash.
"""

from __future__ import annotations

from typing import Any

from facilitate.domain.events import Event
from facilitate.domain.events import running as facts
from facilitate.domain.events.base import PLENARY
from facilitate.domain.meeting import tracks
from facilitate.domain.meeting.parts import EnergiserDone, Handover, Pause, Turn, Waiting
from facilitate.domain.meeting.rule import Rules, clash
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.meeting.tracks import ended, groups_follow, opened, silence, together_again, with_track
from facilitate.domain.model import replaced, with_item, without_item


def step_opened(meeting: Meeting, event: Event, fact: facts.StepOpened) -> Meeting:
    track = meeting.tracks.get(fact.track)
    if track is None or not track.open:
        return clash(meeting, event, "clash.track_missing", track=fact.track)
    current = track.current.step if track.current else None
    if current != fact.predecessor:
        return clash(meeting, event, "clash.step_opened", step=fact.step, open=current or "")
    if meeting.closed:
        return clash(meeting, event, "clash.closed", step=fact.step)
    if fact.track == PLENARY:
        meeting = groups_follow(meeting, event, fact.step)
    meeting = silence(meeting, fact.track, event.instant)
    meeting = with_track(meeting, opened(track, event, fact.step))
    return replaced(meeting, skipped=without_item(meeting.skipped, fact.step))


def step_closed(meeting: Meeting, event: Event, fact: facts.StepClosed) -> Meeting:
    track = meeting.tracks.get(fact.track)
    if track is None or track.current is None or track.current.step != fact.step:
        return clash(meeting, event, "clash.step_not_open", step=fact.step)
    return with_track(silence(meeting, fact.track, event.instant), ended(track, event.instant))


def step_skipped(meeting: Meeting, _: Event, fact: facts.StepSkipped) -> Meeting:
    return replaced(meeting, skipped=with_item(meeting.skipped, fact.step, fact.reason))


def paused(meeting: Meeting, event: Event, fact: facts.Paused) -> Meeting:
    track = meeting.tracks.get(fact.track)
    current = track.current if track else None
    if track is None or current is None or current.paused:
        return clash(meeting, event, "clash.not_running")
    pause = Pause(start=event.instant, reason=fact.reason)
    current = replaced(current, pauses=(*current.pauses, pause))
    meeting = silence(meeting, fact.track, event.instant)
    return with_track(meeting, replaced(track, openings=(*track.openings[:-1], current)))


def resumed(meeting: Meeting, event: Event, fact: facts.Resumed) -> Meeting:
    track = meeting.tracks.get(fact.track)
    current = track.current if track else None
    if track is None or current is None or not current.paused:
        return clash(meeting, event, "clash.not_paused")
    pauses = (*current.pauses[:-1], replaced(current.pauses[-1], end=event.instant))
    return with_track(meeting, replaced(track, openings=(*track.openings[:-1], replaced(current, pauses=pauses))))


def extended(meeting: Meeting, _: Event, fact: facts.Extended) -> Meeting:
    key = (fact.track, fact.step)
    minutes = meeting.extra_minutes.get(key, 0) + fact.minutes
    return replaced(meeting, extra_minutes=with_item(meeting.extra_minutes, key, minutes))


def chair_taken(meeting: Meeting, event: Event, fact: facts.ChairTaken) -> Meeting:
    if fact.from_ != meeting.chair:
        return clash(meeting, event, "clash.chair_taken", person=fact.to)
    done = Handover(from_=fact.from_, to=fact.to, absent=fact.how == "absent", at=event.instant)
    return replaced(meeting, chair=fact.to, handovers=(*meeting.handovers, done))


def turn_started(meeting: Meeting, event: Event, fact: facts.TurnStarted) -> Meeting:
    if fact.turn in meeting.turns:
        return clash(meeting, event, "clash.turn_twice")
    if meeting.closed:
        return clash(meeting, event, "clash.turn_after_end")
    meeting = silence(meeting, fact.track, event.instant)
    track = meeting.tracks.get(fact.track)
    step = track.current.step if track and track.current else None
    turn = Turn(id=fact.turn, who=fact.who, track=fact.track, step=step, start=event.instant)
    queue = tuple(each for each in meeting.queue if each.id != fact.turn)
    return replaced(meeting, turns=with_item(meeting.turns, fact.turn, turn), queue=queue)


def _with_turn(meeting: Meeting, event: Event, turn: str, **changes: Any) -> Meeting:
    found = meeting.turns.get(turn)
    if found is None:
        return clash(meeting, event, "clash.turn_missing")
    return replaced(meeting, turns=with_item(meeting.turns, turn, replaced(found, **changes)))


def turn_ended(meeting: Meeting, event: Event, fact: facts.TurnEnded) -> Meeting:
    found = meeting.turns.get(fact.turn)
    if found is not None and found.end is not None:
        return meeting
    return _with_turn(meeting, event, fact.turn, end=event.instant)


def turn_corrected(meeting: Meeting, event: Event, fact: facts.TurnCorrected) -> Meeting:
    return _with_turn(meeting, event, fact.turn, who=fact.who, withdrawn=fact.withdrawn, corrected=True)


def turn_queued(meeting: Meeting, _: Event, fact: facts.TurnQueued) -> Meeting:
    queue = tuple(each for each in meeting.queue if each.id != fact.turn)
    return replaced(meeting, queue=(*queue, Waiting(id=fact.turn, who=fact.who)))


def turn_unqueued(meeting: Meeting, _: Event, fact: facts.TurnUnqueued) -> Meeting:
    return replaced(meeting, queue=tuple(each for each in meeting.queue if each.id != fact.turn))


def energiser_run(meeting: Meeting, event: Event, fact: facts.EnergiserRun) -> Meeting:
    done = EnergiserDone(energiser=fact.energiser, minutes=fact.minutes, step=fact.step, at=event.instant)
    return replaced(meeting, energisers=(*meeting.energisers, done))


def evaluated(meeting: Meeting, _: Event, fact: facts.Evaluated) -> Meeting:
    return replaced(meeting, evaluation=dict(fact.counts))


def meeting_closed(meeting: Meeting, event: Event, _: facts.MeetingClosed) -> Meeting:
    if meeting.closed:
        return clash(meeting, event, "clash.closed_twice")
    meeting = silence(together_again(meeting, event), PLENARY, event.instant)
    meeting = with_track(meeting, ended(meeting.plenary, event.instant))
    return replaced(meeting, closed=event.instant, queue=())


def meeting_reopened(meeting: Meeting, event: Event, fact: facts.MeetingReopened) -> Meeting:
    shut = (Pause(start=meeting.closed, end=event.instant, reason=fact.reason),) if meeting.closed else ()
    return replaced(meeting, closed=None, reopened=(*meeting.reopened, fact.reason), shut=(*meeting.shut, *shut))


RULES: Rules = {
    facts.StepOpened: step_opened,
    facts.StepClosed: step_closed,
    facts.StepSkipped: step_skipped,
    facts.Paused: paused,
    facts.Resumed: resumed,
    facts.Extended: extended,
    **tracks.RULES,
    facts.ChairTaken: chair_taken,
    facts.TurnStarted: turn_started,
    facts.TurnEnded: turn_ended,
    facts.TurnCorrected: turn_corrected,
    facts.TurnQueued: turn_queued,
    facts.TurnUnqueued: turn_unqueued,
    facts.EnergiserRun: energiser_run,
    facts.Evaluated: evaluated,
    facts.MeetingClosed: meeting_closed,
    facts.MeetingReopened: meeting_reopened,
}
