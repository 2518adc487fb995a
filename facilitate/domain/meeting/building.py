"""What events bring into a meeting, and what they build upon: what later ones need cannot be taken back."""

from __future__ import annotations

from collections.abc import Iterator

from facilitate.domain.events import Fact
from facilitate.domain.events import agreeing as g
from facilitate.domain.events import capturing as c
from facilitate.domain.events import observing as o
from facilitate.domain.events import planning as n
from facilitate.domain.events import preparing as p
from facilitate.domain.events import running as r
from facilitate.domain.events.base import PLENARY

_CLOCK = (r.StepOpened, r.StepClosed, r.Paused, r.Resumed, r.TrackOpened, r.TrackClosed)


def makes(fact: Fact) -> tuple[str, ...]:
    """What an event brings into the meeting that later ones can build upon."""
    match fact:
        case r.StepOpened() if fact.track == PLENARY:  # it ends the groups' clocks too
            return ("clock",)
        case r.TrackOpened():
            return (f"clock:{fact.track}", "together", f"track:{fact.track}")
        case r.StepOpened() | r.StepClosed() | r.Paused() | r.Resumed() | r.TrackClosed():
            return (f"clock:{fact.track}", "together")
        case r.MeetingClosed():
            return ("closed",)
        case r.ChairTaken():
            return (f"chair:{fact.to}",)
        case r.TurnStarted():
            return (f"turn:{fact.turn}", "floor")
        case r.TurnEnded():
            return ("floor",)
        case r.TurnQueued():
            return (f"turn:{fact.turn}",)
        case c.Captured():
            return (f"capture:{fact.capture}",)
        case c.NeedsGrouped():
            return (f"theme:{fact.theme}",)
        case c.ProjectSet():
            return (f"project:{fact.project}",)
        case o.EvidenceAdded():
            return (f"evidence:{fact.evidence}",)
        case p.PersonAdded():
            return (f"person:{fact.person}",)
        case p.AgendaSet():
            return ("agenda",)
        case p.StepChanged():
            return (f"step:{fact.step.id}",)
        case g.GridProposed():
            return ("grid",)
        case g.IndicatorProposed():
            return (f"indicator:{fact.code}", "content")
        case g.SectionProposed():
            return (f"section:{fact.section}", "content")
        case g.ScaleProposed():
            return (f"scale:{fact.scale}", "content")
        case g.FrameProposed() | g.AgreementRuleSet() | g.IndicatorJudged():
            return (fact.kind, "content")
        case n.ItemSet():
            return (f"item:{fact.item}",)
    return ()


def uses(fact: Fact) -> Iterator[str]:
    """What an event builds upon."""
    yield from _of_course(fact)
    yield from _of_team(fact)
    yield from _of_grid(fact)
    if isinstance(fact, _CLOCK):
        yield from ("clock", f"clock:{fact.track}")
        yield from ("together",) if isinstance(fact, r.StepOpened) and fact.track == PLENARY else ()


def _of_course(fact: Fact) -> Iterator[str]:
    """Of what happens while the meeting runs, and of what it brings."""
    match fact:
        case r.StepOpened():
            yield from (f"step:{fact.step}", "agenda")
        case r.TrackOpened():
            yield from (f"step:{fact.step}", "agenda", *_people(fact))
        case r.TrackChanged():
            yield from (f"track:{fact.track}", *_people(fact))
        case r.Extended() | c.Captured():
            yield f"track:{fact.track}"
        case r.MeetingClosed():
            yield from ("clock", "together")
        case r.MeetingReopened():
            yield "closed"
        case r.ChairTaken():
            yield from (f"chair:{fact.from_}", f"person:{fact.to}")
        case r.TurnStarted() | r.TurnEnded():
            yield from (f"turn:{fact.turn}", "floor")
        case r.TurnCorrected() | r.TurnUnqueued():
            yield f"turn:{fact.turn}"
        case c.CaptureChanged() | c.CaptureWithdrawn() | c.ActionFollowed():
            yield f"capture:{fact.capture}"
        case c.NeedsGrouped():
            yield from (f"capture:{need}" for need in fact.needs)
        case c.Ranked():
            yield from (f"{kind}:{each}" for each in fact.needs for kind in ("capture", "theme"))
        case c.PlanSet():
            yield f"project:{fact.project}"


def _of_team(fact: Fact) -> Iterator[str]:
    """Of who is there, what they observe, and what was planned for them."""
    match fact:
        case o.EvidenceChanged():
            yield f"evidence:{fact.evidence}"
        case o.Observation():
            yield from (f"person:{fact.about}", f"person:{fact.observer}", "grid", f"indicator:{fact.indicator}")
        case p.PersonAdded() | p.PersonNamed() | p.PersonChanged() | p.PersonLeft() | o.PinSet():
            yield f"person:{fact.person}"
        case p.StepMoved() | n.StepDropped():
            yield from ("agenda", f"step:{fact.step}")
        case n.StepAssigned():
            yield from (f"step:{fact.step}", f"person:{fact.moderator}")
        case n.ItemDropped():
            yield f"item:{fact.item}"
        case p.StepChanged() | p.Retimed():
            yield "agenda"


def _of_grid(fact: Fact) -> Iterator[str]:
    """Of the grid that is discussed."""
    match fact:
        case g.IndicatorProposed():
            scale = getattr(fact.indicator, "scale", None)
            yield from ("grid", f"indicator:{fact.code}", f"section:{fact.section}", f"scale:{scale}")
        case g.SectionProposed():
            yield from ("grid", f"section:{fact.section}")
        case g.ScaleProposed():
            yield from ("grid", f"scale:{fact.scale}")
        case g.FrameProposed():
            yield from ("grid", fact.kind)
        case g.GridSealed() | g.GridAmended():
            yield from ("grid", "content")


def _people(fact: r.TrackOpened | r.TrackChanged) -> Iterator[str]:
    """Who is with a group."""
    return (f"person:{each}" for each in (fact.moderator, *fact.observers) if each is not None)


def place(fact: Fact) -> Iterator[str]:
    """What others may have used after an event was undone, so that it cannot come back."""
    yield from makes(fact)
    if isinstance(fact, r.ChairTaken):
        yield f"chair:{fact.from_}"
    if isinstance(fact, r.MeetingClosed):  # the meeting went on
        yield from ("clock", "floor")
