"""All kinds of events in one tagged union."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, TypeAlias, get_args

from pydantic import Field, TypeAdapter

from facilitate.domain.events import agreeing, capturing, observing, planning, preparing, running
from facilitate.domain.events.base import FactBase

Fact: TypeAlias = Annotated[
    preparing.MeetingCreated
    | preparing.MeetingChanged
    | preparing.PersonAdded
    | preparing.PersonNamed
    | preparing.PersonChanged
    | preparing.PersonLeft
    | preparing.PersonErased
    | preparing.AttendanceCounted
    | preparing.AgendaSet
    | preparing.StepChanged
    | preparing.StepMoved
    | preparing.Retimed
    | planning.ExpectedSet
    | planning.EndLocked
    | planning.StepAssigned
    | planning.StepDropped
    | planning.ItemSet
    | planning.ItemDropped
    | planning.ConsentSet
    | agreeing.GridProposed
    | agreeing.FrameProposed
    | agreeing.SectionProposed
    | agreeing.ScaleProposed
    | agreeing.IndicatorProposed
    | agreeing.AgreementRuleSet
    | agreeing.IndicatorJudged
    | agreeing.GridSealed
    | agreeing.GridAmended
    | running.StepOpened
    | running.StepClosed
    | running.StepSkipped
    | running.Paused
    | running.Resumed
    | running.Extended
    | running.TrackOpened
    | running.TrackChanged
    | running.TrackClosed
    | running.ChairTaken
    | running.TurnStarted
    | running.TurnEnded
    | running.TurnCorrected
    | running.TurnQueued
    | running.TurnUnqueued
    | running.EnergiserRun
    | running.Evaluated
    | running.MeetingClosed
    | running.MeetingReopened
    | capturing.Captured
    | capturing.CaptureChanged
    | capturing.CaptureWithdrawn
    | capturing.NeedsGrouped
    | capturing.Ranked
    | capturing.ProjectSet
    | capturing.PlanSet
    | capturing.ActionFollowed
    | observing.Scored
    | observing.Tallied
    | observing.IntervalMarked
    | observing.Timed
    | observing.EvidenceAdded
    | observing.EvidenceChanged
    | observing.SheetSent
    | observing.SheetRecalled
    | observing.SheetReleased
    | observing.PinSet
    | observing.DebriefOpened
    | observing.ConsensusSet
    | observing.Reviewed
    | observing.Undone
    | observing.Redone,
    Field(discriminator="kind"),
]

FACT: TypeAdapter[Fact] = TypeAdapter(Fact)

FACTS: Mapping[str, type[FactBase]] = {each.model_fields["kind"].default: each for each in get_args(get_args(Fact)[0])}
"""Every kind by its name."""
