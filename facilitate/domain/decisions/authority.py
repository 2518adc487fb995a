"""Who may do what, as one table (design §4)."""

from __future__ import annotations

from collections.abc import Mapping

from facilitate.domain.events import agreeing as g
from facilitate.domain.events import capturing as c
from facilitate.domain.events import observing as o
from facilitate.domain.events import planning as n
from facilitate.domain.events import preparing as p
from facilitate.domain.events import running as r
from facilitate.domain.events.base import FactBase
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import SETUP, TEAM, Person, Role

_LEADS = frozenset({Role.TRAINER, Role.MODERATOR})
_STAFF = _LEADS | TEAM
_AGREES = frozenset({Role.TRAINER, Role.MODERATOR, Role.OBSERVER})
_RUNS = frozenset({Role.MODERATOR, Role.TIMEKEEPER})
_SERVES = TEAM | {Role.MODERATOR}
_OBSERVES = frozenset({Role.OBSERVER})
_TRAINS = frozenset({Role.TRAINER})
_EVERYBODY = frozenset(Role)

AUTHORITY: Mapping[type[FactBase], frozenset[Role]] = {
    p.MeetingCreated: _LEADS,
    p.MeetingChanged: _LEADS,
    p.PersonAdded: _STAFF,
    p.PersonNamed: _STAFF,
    p.PersonChanged: _STAFF,
    p.PersonLeft: _STAFF,
    p.PersonErased: _STAFF,
    p.AttendanceCounted: _SERVES,
    p.AgendaSet: _LEADS,
    p.StepChanged: _LEADS,
    p.StepMoved: _LEADS,
    p.Retimed: _LEADS,
    n.ExpectedSet: _STAFF,
    n.EndLocked: _LEADS,
    n.StepAssigned: _LEADS,
    n.StepDropped: _LEADS,
    n.ItemSet: _STAFF,
    n.ItemDropped: _STAFF,
    n.ConsentSet: _LEADS,
    g.GridProposed: _AGREES,
    g.FrameProposed: _AGREES,
    g.SectionProposed: _AGREES,
    g.ScaleProposed: _AGREES,
    g.IndicatorProposed: _AGREES,
    g.AgreementRuleSet: _AGREES,
    g.IndicatorJudged: _AGREES,
    g.GridSealed: _AGREES,
    g.GridAmended: _AGREES,
    r.StepOpened: _RUNS,
    r.StepClosed: _RUNS,
    r.StepSkipped: _RUNS,
    r.Paused: _RUNS,
    r.Resumed: _RUNS,
    r.Extended: _RUNS,
    r.TrackOpened: _RUNS,
    r.TrackChanged: _RUNS,
    r.TrackClosed: _RUNS,
    r.ChairTaken: frozenset({Role.MODERATOR}),
    r.TurnStarted: _SERVES,
    r.TurnEnded: _SERVES,
    r.TurnCorrected: _SERVES,
    r.TurnQueued: _SERVES,
    r.TurnUnqueued: _SERVES,
    r.EnergiserRun: _SERVES,
    r.Evaluated: _SERVES,
    r.MeetingClosed: frozenset({Role.MODERATOR}),
    r.MeetingReopened: frozenset({Role.MODERATOR}),
    c.Captured: _SERVES,
    c.CaptureChanged: _SERVES,
    c.CaptureWithdrawn: _SERVES,
    c.NeedsGrouped: _SERVES,
    c.Ranked: _SERVES,
    c.ProjectSet: _TRAINS | TEAM,
    c.PlanSet: _TRAINS | TEAM,
    c.ActionFollowed: _TRAINS | TEAM,
    o.Scored: _OBSERVES,
    o.Tallied: _OBSERVES,
    o.IntervalMarked: _OBSERVES,
    o.Timed: _OBSERVES,
    o.EvidenceAdded: _OBSERVES,
    o.EvidenceChanged: _OBSERVES,
    o.SheetSent: _OBSERVES,
    o.SheetRecalled: _OBSERVES,
    o.SheetReleased: _LEADS,
    o.PinSet: _OBSERVES | _TRAINS,
    o.DebriefOpened: _TRAINS,
    o.ConsensusSet: _TRAINS,
    o.Reviewed: _TRAINS,
    o.Undone: _EVERYBODY,
    o.Redone: _EVERYBODY,
}

BRING_IN = _TRAINS | TEAM
"""Who may bring in what an observer has filled in elsewhere."""

SET_UP: frozenset[type[FactBase]] = frozenset(
    {
        p.MeetingCreated,
        p.MeetingChanged,
        p.PersonAdded,
        p.PersonNamed,
        p.PersonChanged,
        p.PersonErased,
        p.AgendaSet,
        n.ExpectedSet,
        n.EndLocked,
        n.StepAssigned,
        n.ItemSet,
        n.ConsentSet,
        g.AgreementRuleSet,
        g.GridProposed,
        g.GridSealed,
        g.GridAmended,
    }
)
"""What the command line may do before anybody has taken a seat."""


def may(person: Person | None, by: str, fact: FactBase) -> bool:
    """Whether this author may do this kind of thing at all; when and how is for the checks.

    What is brought in for an observer, with its source named, is the importer's: a trainer, the team that types what
    was filled in on paper, or the command line; so are reviews and consensus that a file brings to a meeting without a
    trainer.
    """
    brought_in = is_brought_in(fact)
    if by == SETUP:
        reviewed = isinstance(fact, o.Reviewed | o.ConsensusSet) and fact.source is not None
        return type(fact) in SET_UP or brought_in or reviewed
    if person is None:
        return False
    if brought_in and person.has(*BRING_IN):
        return True
    return person.has(*AUTHORITY[type(fact)]) and not (_on_anothers_sheet(by, fact) or _anothers_pin(person, fact))


def is_brought_in(fact: FactBase) -> bool:
    """Whether it is said for an observer out of a file or from paper."""
    return (
        isinstance(fact, o.Observation | o.SheetSent | o.SheetRecalled)
        and fact.observer is not None
        and fact.source is not None
    )


OF_A_GROUP = (r.StepOpened, r.StepClosed, r.Paused, r.Resumed, r.Extended)
"""What the moderator of a group may do to its clock, whatever their role in the meeting."""


def leads(meeting: Meeting, by: str, fact: FactBase) -> bool:
    """Whether the fact is about the clock of a group that this author moderates."""
    track = meeting.tracks.get(fact.track) if isinstance(fact, OF_A_GROUP) else None
    return track is not None and track.open and track.moderator == by


def _on_anothers_sheet(by: str, fact: FactBase) -> bool:
    """Whether an observer would write on the sheet of somebody else."""
    return isinstance(fact, o.Observation | o.EvidenceChanged | o.SheetSent | o.SheetRecalled) and (
        fact.observer not in (None, by)
    )


def _anothers_pin(person: Person, fact: FactBase) -> bool:
    """Whether somebody would set the PIN of somebody else; taking it away is a trainer's."""
    if not isinstance(fact, o.PinSet) or fact.person == person.id:
        return False
    return fact.pin is not None or not person.has(Role.TRAINER)
