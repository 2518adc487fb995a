"""Whether something that a script foresees has been done already, by the meeting as it stands."""

from __future__ import annotations

from facilitate.domain.events import Fact
from facilitate.domain.events import capturing as c
from facilitate.domain.events import observing as o
from facilitate.domain.events import preparing as p
from facilitate.domain.events import running as r
from facilitate.domain.meeting.placing import cell_for
from facilitate.domain.meeting.state import Meeting


def stands(meeting: Meeting, by: str, fact: Fact, place: int = 1) -> bool:
    """Whether the meeting shows this fact already. `place` counts taps that are alike, from 1."""
    if isinstance(fact, o.Observation | o.SheetSent | o.ConsensusSet):
        return _observed(meeting, by, fact, place)
    return _moved(meeting, fact) or _noted(meeting, fact)


def _moved(meeting: Meeting, fact: Fact) -> bool:
    match fact:
        case r.StepOpened():
            return any(opening.step == fact.step for opening in meeting.plenary.openings)
        case r.StepSkipped():
            return fact.step in meeting.skipped
        case r.Extended():
            return (fact.track, fact.step) in meeting.extra_minutes
        case r.Paused():
            return any(opening.pauses for opening in meeting.plenary.openings[-1:])
        case r.Resumed():
            return not any(opening.paused for opening in meeting.plenary.openings[-1:])
        case r.TrackOpened():
            return fact.track in meeting.tracks
        case r.TrackClosed():
            return fact.track not in meeting.tracks or not meeting.tracks[fact.track].open
        case r.ChairTaken():
            return meeting.chair == fact.to
        case r.TurnStarted():
            return fact.turn in meeting.turns
        case r.TurnEnded():
            return fact.turn in meeting.turns and meeting.turns[fact.turn].end is not None
        case r.TurnCorrected():
            return fact.turn in meeting.turns and meeting.turns[fact.turn].corrected
        case r.TurnQueued():
            return fact.turn in meeting.turns or any(each.id == fact.turn for each in meeting.queue)
        case r.MeetingClosed():
            return meeting.closed is not None
    return False


def _noted(meeting: Meeting, fact: Fact) -> bool:
    match fact:
        case p.AttendanceCounted():
            return any(each.group == fact.group for each in meeting.attendance)
        case r.EnergiserRun():
            return any(each.step == fact.step for each in meeting.energisers)
        case r.Evaluated():
            return bool(meeting.evaluation)
        case c.Captured():
            return fact.capture in meeting.captures
        case c.CaptureChanged():
            return fact.capture in meeting.captures and meeting.captures[fact.capture].changed
        case c.NeedsGrouped():
            return fact.theme in meeting.themes
        case c.Ranked():
            return any((each.method, each.group) == (fact.method, fact.group) for each in meeting.rankings)
    return False


def _observed(meeting: Meeting, by: str, fact: o.Observation | o.SheetSent | o.ConsensusSet, place: int) -> bool:
    """Whether it is on the sheet; an answer in the cell stands, whoever gave it and whatever it is."""
    sheet = meeting.sheet(by)
    if isinstance(fact, o.SheetSent):
        return sheet.sent is not None
    cell = cell_for(meeting, fact)
    match fact:
        case o.ConsensusSet():
            return cell in meeting.consensus
        case o.Scored():
            return cell in sheet.marks
        case o.Tallied():
            return sheet.tallies.get(cell, {}).get(fact.group, 0) >= place
        case o.IntervalMarked():
            return (fact.interval in sheet.intervals.get(cell, {})) is not fact.withdrawn
        case o.Timed():
            timing = sheet.timings.get(fact.timing)
            return timing is not None and (fact.stop is None or timing.stop is not None)
        case o.EvidenceAdded():
            return bool(sheet.evidence_for(cell))
    return False
