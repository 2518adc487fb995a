"""What an event changes, so that only those who show it are woken."""

from __future__ import annotations

from collections.abc import Iterator

from facilitate.domain.events import Event
from facilitate.domain.events import agreeing as g
from facilitate.domain.events import capturing as c
from facilitate.domain.events import observing as o
from facilitate.domain.events import planning as n
from facilitate.domain.events import preparing as p
from facilitate.domain.events import running as r

CLOCK, AGENDA, TURNS, CAPTURES, PEOPLE, GRID, SENT, MEETING, KEPT = (
    "clock",
    "agenda",
    "turns",
    "captures",
    "people",
    "grid",
    "sent",
    "meeting",
    "kept",
)

EVERYTHING: frozenset[str] = frozenset({"*"})
"""After an undo or a merge anything may have changed; every listener is told."""


def scores_of(observer: str) -> str:
    """The topic of one observer's own scores: one mark wakes nobody else's screen."""
    return f"scores:{observer}"


def topics_of(event: Event) -> Iterator[str]:
    """The topics of one event."""
    match event.fact:
        case o.Observation() | o.EvidenceChanged():
            yield scores_of(event.fact.observer or event.by)
        case o.SheetSent() | o.SheetRecalled() | o.SheetReleased() | o.DebriefOpened():
            yield SENT
            yield scores_of(getattr(event.fact, "observer", None) or event.by)
        case o.ConsensusSet() | o.Reviewed():
            yield SENT
        case r.TurnStarted() | r.TurnEnded() | r.TurnCorrected() | r.TurnQueued() | r.TurnUnqueued():
            yield TURNS
        case p.PersonAdded() | p.PersonNamed() | p.PersonChanged() | p.PersonLeft() | p.PersonErased():
            yield PEOPLE
        case p.AttendanceCounted() | r.ChairTaken() | o.PinSet():
            yield PEOPLE
        case p.AgendaSet() | p.StepChanged() | p.StepMoved() | p.Retimed() | r.StepSkipped():
            yield AGENDA
        case r.OnTrack() | r.MeetingClosed() | r.MeetingReopened() | r.EnergiserRun() | r.Evaluated():
            yield CLOCK
            yield AGENDA
        case n.StepAssigned() | n.StepDropped() | n.EndLocked():
            yield AGENDA
        case (
            g.GridProposed()
            | g.Proposed()
            | g.AgreementRuleSet()
            | g.IndicatorJudged()
            | g.GridSealed()
            | g.GridAmended()
        ):
            yield GRID
        case c.Captured() | c.CaptureChanged() | c.CaptureWithdrawn() | c.NeedsGrouped() | c.Ranked():
            yield CAPTURES
        case c.ProjectSet() | c.PlanSet() | c.ActionFollowed():
            yield CAPTURES
        case _:
            yield MEETING
