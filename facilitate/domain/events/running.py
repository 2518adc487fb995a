"""Events of a meeting under way: steps, tracks, the chair, speaking turns, energisers, the end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from facilitate.domain.events.base import PLENARY, FactBase, Spoke
from facilitate.domain.model import Identifier, Line


class OnTrack(FactBase):
    """Something that happens on one track; in plenary unless a step has split the room."""

    track: Identifier = PLENARY


class StepOpened(OnTrack):
    """A step begins, and the one before it ends. `predecessor` is what was open, so that two people who press *next* at
    once open one step."""

    kind: Literal["step_opened"] = "step_opened"
    step: Identifier
    predecessor: Identifier | None = None


class StepClosed(OnTrack):
    """The open step ends and none begins."""

    kind: Literal["step_closed"] = "step_closed"
    step: Identifier


class StepSkipped(OnTrack):
    """A step is left out."""

    kind: Literal["step_skipped"] = "step_skipped"
    step: Identifier
    reason: Line = ""


class Paused(OnTrack):
    """The clock of the track stands still."""

    kind: Literal["paused"] = "paused"
    reason: Line = ""


class Resumed(OnTrack):
    """The clock of the track goes on."""

    kind: Literal["resumed"] = "resumed"


class Extended(OnTrack):
    """The open step gets some minutes more, or fewer."""

    kind: Literal["extended"] = "extended"
    step: Identifier
    minutes: Annotated[int, Field(ge=-240, le=240)]
    reason: Line = ""


class TrackOpened(OnTrack):
    """The room splits: a group with its own moderator, observers and clock."""

    kind: Literal["track_opened"] = "track_opened"
    title: Line
    step: Identifier
    moderator: Identifier | None = None
    observers: tuple[Identifier, ...] = ()


class TrackChanged(OnTrack):
    """A group that is at work has this name, this moderator and these observers from now on; its clock goes on."""

    kind: Literal["track_changed"] = "track_changed"
    title: Line
    moderator: Identifier | None = None
    observers: tuple[Identifier, ...] = ()


class TrackClosed(OnTrack):
    """The group comes back."""

    kind: Literal["track_closed"] = "track_closed"


class ChairTaken(FactBase):
    """Another moderator leads from now on: handed over, or taken because the one before is absent."""

    kind: Literal["chair_taken"] = "chair_taken"
    from_: Identifier | None = Field(default=None, alias="from")
    to: Identifier
    how: Literal["agreed", "absent"] = "agreed"


class TurnStarted(OnTrack):
    """Somebody takes the floor, and whoever had it has it no more."""

    kind: Literal["turn_started"] = "turn_started"
    turn: Identifier
    who: Spoke = Spoke()


class TurnEnded(FactBase):
    """Silence belongs to nobody."""

    kind: Literal["turn_ended"] = "turn_ended"
    turn: Identifier


class TurnCorrected(FactBase):
    """It was somebody else, or (`withdrawn`) nobody."""

    kind: Literal["turn_corrected"] = "turn_corrected"
    turn: Identifier
    who: Spoke = Spoke()
    withdrawn: bool = False


class TurnQueued(FactBase):
    """Somebody waits for the floor."""

    kind: Literal["turn_queued"] = "turn_queued"
    turn: Identifier
    who: Spoke


class TurnUnqueued(FactBase):
    """Somebody waits no more; the running turn is never touched."""

    kind: Literal["turn_unqueued"] = "turn_unqueued"
    turn: Identifier


class EnergiserRun(FactBase):
    """An energiser was done."""

    kind: Literal["energiser_run"] = "energiser_run"
    energiser: Identifier
    minutes: Annotated[int, Field(ge=0, le=240)] | None = None
    step: Identifier | None = None


EVALUATION = ("good", "fair", "poor")
"""The answers of the quick evaluation: three thumbs, or three pots."""


class Evaluated(FactBase):
    """The participants' quick evaluation: how many chose each answer."""

    kind: Literal["evaluated"] = "evaluated"
    counts: Annotated[Mapping[Identifier, Annotated[int, Field(ge=0)]], Field(min_length=1)]


class MeetingClosed(FactBase):
    """The meeting is over; `note` may say why before its last step."""

    kind: Literal["meeting_closed"] = "meeting_closed"
    note: Line = ""


class MeetingReopened(FactBase):
    """The meeting goes on after all."""

    kind: Literal["meeting_reopened"] = "meeting_reopened"
    undoable: ClassVar[bool] = False
    reason: Line
