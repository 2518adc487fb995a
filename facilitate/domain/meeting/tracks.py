"""Tracks: the plenary and the groups of a split room, each with a clock of its own, and who comes along when.

When the plenary opens a step that is done in groups, groups that are apart stay apart and begin it too; any other step
brings them back. A group may be ahead of the plenary; then it is left where it is.
"""

from __future__ import annotations

from facilitate.domain.events import Event
from facilitate.domain.events import running as facts
from facilitate.domain.events.base import PLENARY
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.parts import Opening, Track
from facilitate.domain.meeting.rule import Rules, clash
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import replaced, with_item


def with_track(meeting: Meeting, track: Track) -> Meeting:
    return replaced(meeting, tracks=with_item(meeting.tracks, track.id, track))


def ended(track: Track, at: Instant) -> Track:
    """The track with its running step, and a pause in it, ended."""
    current = track.current
    if current is None:
        return track
    pauses = tuple(replaced(pause, end=pause.end or at) for pause in current.pauses)
    return replaced(track, openings=(*track.openings[:-1], replaced(current, end=at, pauses=pauses)))


def opened(track: Track, event: Event, step: str) -> Track:
    """The track with that step running, in place of the one that ran."""
    track = ended(track, event.instant)
    opening = Opening(step=step, event=event.id, by=event.by, start=event.instant)
    return replaced(track, openings=(*track.openings, opening))


def silence(meeting: Meeting, track: str, at: Instant) -> Meeting:
    """End the turn that runs on a track, if one does: silence belongs to nobody."""
    if all(turn.end is not None or turn.track != track for turn in meeting.turns.values()):
        return meeting
    turns = {
        turn.id: replaced(turn, end=at) if turn.end is None and turn.track == track else turn
        for turn in meeting.turns.values()
    }
    return replaced(meeting, turns=turns)


def together_again(meeting: Meeting, event: Event) -> Meeting:
    """Every group has come back."""
    for track in meeting.apart:
        meeting = silence(meeting, track.id, event.instant)
        meeting = with_track(meeting, replaced(ended(track, event.instant), open=False))
    return meeting


def groups_follow(meeting: Meeting, event: Event, step: str) -> Meeting:
    """What becomes of the groups when the plenary, which still stands where it stood, opens a step."""
    found = meeting.agenda.step(step) if meeting.agenda else None
    if found is None or not found.apart:
        return together_again(meeting, event)
    for track in meeting.apart:
        if not _ahead(meeting, track, step):
            meeting = silence(meeting, track.id, event.instant)
            meeting = with_track(meeting, opened(track, event, step))
    return meeting


def _ahead(meeting: Meeting, track: Track, step: str) -> bool:
    """Whether a group has come to that step by itself, or beyond it and beyond the plenary."""
    here = _last(track)
    there, plenary = _place(meeting, here), _place(meeting, _last(meeting.plenary))
    return here == step or there > max(plenary, _place(meeting, step))


def _last(track: Track) -> str | None:
    return track.openings[-1].step if track.openings else None


def _place(meeting: Meeting, step: str | None) -> int:
    """Where a step stands in the agenda, counted from 0; -1 where it does not."""
    steps = meeting.agenda.steps if meeting.agenda else ()
    return next((place for place, each in enumerate(steps) if each.id == step), -1)


def track_opened(meeting: Meeting, event: Event, fact: facts.TrackOpened) -> Meeting:
    if fact.track in meeting.tracks:
        return clash(meeting, event, "clash.track_twice", track=fact.title)
    if meeting.closed:
        return clash(meeting, event, "clash.closed", step=fact.step)
    track = Track(id=fact.track, title=fact.title, step=fact.step, moderator=fact.moderator, observers=fact.observers)
    return with_track(silence(meeting, PLENARY, event.instant), opened(track, event, fact.step))


def track_changed(meeting: Meeting, event: Event, fact: facts.TrackChanged) -> Meeting:
    track = meeting.tracks.get(fact.track)
    if track is None or fact.track == PLENARY:
        return clash(meeting, event, "clash.track_missing", track=fact.title)
    changed = replaced(track, title=fact.title, moderator=fact.moderator, observers=fact.observers)
    return with_track(meeting, changed)


def track_closed(meeting: Meeting, event: Event, fact: facts.TrackClosed) -> Meeting:
    track = meeting.tracks.get(fact.track)
    if track is None or fact.track == PLENARY or not track.open:
        return clash(meeting, event, "clash.track_missing", track=track.title if track else fact.track)
    meeting = silence(meeting, fact.track, event.instant)
    return with_track(meeting, replaced(ended(track, event.instant), open=False))


RULES: Rules = {
    facts.TrackOpened: track_opened,
    facts.TrackChanged: track_changed,
    facts.TrackClosed: track_closed,
}
