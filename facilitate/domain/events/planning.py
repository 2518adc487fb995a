"""Events that plan a meeting: who is expected, who moderates what, when it ends at the latest, what is to be got ready,
and what people are told about being observed."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, NaiveDatetime

from facilitate.domain.events.base import FactBase
from facilitate.domain.model import Identifier, Line, Prose
from facilitate.domain.people import Group


class ExpectedSet(FactBase):
    """How many of a group are expected; nobody takes the group off the list."""

    kind: Literal["expected_set"] = "expected_set"
    group: Group
    number: Annotated[int, Field(ge=0, le=100_000)]


class EndLocked(FactBase):
    """The meeting ends by then, whatever the steps add up to; without an end it is open again."""

    kind: Literal["end_locked"] = "end_locked"
    end: NaiveDatetime | None = None


class StepAssigned(FactBase):
    """Who is to moderate a step; nobody in particular where it is absent."""

    kind: Literal["step_assigned"] = "step_assigned"
    step: Identifier
    moderator: Identifier | None = None


class StepDropped(FactBase):
    """A step does not belong to the agenda any more; it was never opened."""

    kind: Literal["step_dropped"] = "step_dropped"
    step: Identifier
    reason: Line = ""
    agreed: bool = False


class ItemSet(FactBase):
    """A line of the checklist: something to get ready, or somebody to invite; who sees to it; whether it is done."""

    kind: Literal["item_set"] = "item_set"
    item: Identifier
    what: Literal["material", "invitation"]
    text: Line
    who: Line = ""
    done: bool = False


class ItemDropped(FactBase):
    """A line that should not stand on the checklist."""

    kind: Literal["item_dropped"] = "item_dropped"
    item: Identifier


class ConsentSet(FactBase):
    """What people are told about being observed and noted: why and by whom in own words, and how long it is kept.

    Without `wording` the program's own sentences are shown. `until` is the day by which notes and scores are erased.
    """

    kind: Literal["consent_set"] = "consent_set"
    wording: Prose = ""
    until: date | None = None
