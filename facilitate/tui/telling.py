"""What an act was, in few words: for the notice that it was taken back."""

from __future__ import annotations

from facilitate.domain.events import Event
from facilitate.domain.events import agreeing as g
from facilitate.domain.events import capturing as c
from facilitate.domain.events import observing as o
from facilitate.domain.events import planning as n
from facilitate.domain.events import preparing as p
from facilitate.domain.events import running as r
from facilitate.domain.grid import FRAME
from facilitate.domain.indicator import Interval
from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words
from facilitate.tui.console.naming import speaker_name
from facilitate.tui.drawing import cut
from facilitate.tui.observer.answers import shown
from facilitate.tui.preparing.telling import prepared


def described(event: Event, meeting: Meeting, words: Words) -> str:
    """The kind of act, and which one it was."""
    kind, which = _kind(event, meeting, words), _which(event, meeting, words)
    return words("undo.which", act=kind, which=which) if which else kind


def _kind(event: Event, meeting: Meeting, words: Words) -> str:
    if isinstance(event.fact, o.IntervalMarked) and meeting.grid is not None:
        indicator = meeting.grid.by_id.get(event.fact.indicator)
        if isinstance(indicator, Interval) and indicator.momentary:
            return words("snapshot.ticked")
    if isinstance(event.fact, o.EvidenceChanged) and event.fact.withdrawn:
        return words("undo.fact_withdrawn")
    return words(f"fact.{event.fact.kind}")


def _which(event: Event, meeting: Meeting, words: Words) -> str:
    match event.fact:
        case o.Scored() | o.ConsensusSet():
            indicator = meeting.grid.by_id.get(event.fact.indicator) if meeting.grid else None
            value = shown(event.fact.value, indicator, words) if indicator else ""
            return " ".join(filter(None, (event.fact.indicator, meeting.name(event.fact.about), value)))
        case o.EvidenceAdded() | o.EvidenceChanged() | c.Captured():
            return cut(event.fact.text, 40)
        case o.Observation():
            return event.fact.indicator
        case r.StepOpened() | r.StepClosed() | r.StepSkipped() | r.Extended():
            return event.fact.step
        case r.TrackOpened() | r.TrackChanged():
            return event.fact.title
        case r.TrackClosed():
            return meeting.tracks[event.fact.track].title if event.fact.track in meeting.tracks else ""
        case r.TurnStarted() | r.TurnQueued() | r.TurnCorrected():
            return speaker_name(event.fact.who, meeting, words)
        case p.StepChanged():
            return f"{event.fact.step.id} {event.fact.step.title.to(words.language)}"
        case p.StepMoved() | n.StepDropped():
            return event.fact.step
        case g.IndicatorJudged() | g.Proposed() | g.GridProposed() | g.AgreementRuleSet():
            return _of_grid(event.fact, words)
    return prepared(event.fact, meeting, words)


def _of_grid(fact: g.IndicatorJudged | g.Proposed | g.GridProposed | g.AgreementRuleSet, words: Words) -> str:
    """What was said of which line of the grid, or what was done to it."""
    match fact:
        case g.IndicatorJudged():
            code = words("agree.frame") if fact.code == FRAME else fact.code
            return f"{code} {words('common.yes' if fact.accepted else 'common.no')}"
        case g.IndicatorProposed():
            return words(f"agree.changed.{fact.action}", code=fact.code)
        case g.SectionProposed():
            return words(f"agree.changed.{fact.action}", code=words("agree.section", code=fact.section))
        case g.ScaleProposed():
            return words("agree.scale", code=fact.scale)
        case g.GridProposed():
            return fact.grid.title.to(words.language)
        case g.AgreementRuleSet():
            return words("agree.rule.all") if fact.rule == "all" else words("agree.rule.quorum", count=fact.quorum or 1)
    return ""
