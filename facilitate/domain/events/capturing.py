"""Events that keep what the meeting brings: needs, decisions, actions, parked topics; their ranking; what follows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from facilitate.domain.events.base import PLENARY, FactBase
from facilitate.domain.model import Frozen, Identifier, Line, Prose
from facilitate.domain.people import Group


class CaptureKind(StrEnum):
    """What a capture is."""

    NEED = "need"
    DECISION = "decision"
    ACTION = "action"
    PARKING = "parking"
    RULE = "rule"
    NOTE = "note"


class Captured(FactBase):
    """Something was said that must not be lost.

    `owner` is who does an action or follows a parked topic; `due` its day, `due_said` the day as people said it
    ("after the olives").
    """

    kind: Literal["captured"] = "captured"
    capture: Identifier
    what: CaptureKind
    text: Annotated[Prose, Field(min_length=1)]
    step: Identifier | None = None
    track: Identifier = PLENARY
    group: Group | None = None
    theme: Identifier | None = None
    owner: Identifier | None = None
    due: date | None = None
    due_said: Line = ""


class CaptureChanged(FactBase):
    """Other words, another owner or another day; what is absent stays, and what is `cleared` has none from now on."""

    kind: Literal["capture_changed"] = "capture_changed"
    capture: Identifier
    what: CaptureKind | None = None
    text: Annotated[Prose, Field(min_length=1)] | None = None
    step: Identifier | None = None
    theme: Identifier | None = None
    owner: Identifier | None = None
    due: date | None = None
    due_said: Line | None = None
    cleared: tuple[Literal["owner", "due", "theme"], ...] = ()


class CaptureWithdrawn(FactBase):
    """It should not stand there; the journal remembers it."""

    kind: Literal["capture_withdrawn"] = "capture_withdrawn"
    capture: Identifier
    reason: Line = ""


class NeedsGrouped(FactBase):
    """Needs that belong together get a theme; an empty list dissolves it."""

    kind: Literal["needs_grouped"] = "needs_grouped"
    theme: Identifier
    title: Line
    needs: tuple[Identifier, ...]


class Pair(Frozen):
    """One comparison: the first was put before the second."""

    winner: Identifier
    loser: Identifier
    note: Line = ""


class Ranked(FactBase):
    """One count of dots by one group, or the pairs that were compared; a group's last count of a method stands."""

    kind: Literal["ranked"] = "ranked"
    method: Literal["dots", "pair"]
    needs: tuple[Identifier, ...]
    group: Group | None = None
    counts: Mapping[Identifier, Annotated[int, Field(ge=0)]] = {}
    pairs: tuple[Pair, ...] = ()


class ProjectSet(FactBase):
    """A small project that answers needs; the last one with that code stands."""

    kind: Literal["project_set"] = "project_set"
    project: Identifier
    title: Line
    needs: tuple[Identifier, ...] = ()
    services: Prose = ""
    product: Prose = ""
    resources: Prose = ""
    users: Prose = ""


class PlanRow(Frozen):
    """One line of the action plan."""

    what: Line
    owner: Identifier | None = None
    start: date | None = None
    end: date | None = None
    resources: Line = ""


class PlanSet(FactBase):
    """The dated plan of a small project, as a whole."""

    kind: Literal["plan_set"] = "plan_set"
    project: Identifier
    rows: tuple[PlanRow, ...]


class ActionFollowed(FactBase):
    """What became of an action."""

    kind: Literal["action_followed"] = "action_followed"
    capture: Identifier
    status: Literal["open", "doing", "done", "dropped"]
    note: Line = ""
