"""Events that prepare a meeting: the meeting itself, its people, its agenda."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field, NaiveDatetime, field_serializer

from facilitate.domain.agenda import Agenda, Minutes, Step
from facilitate.domain.events.base import FactBase
from facilitate.domain.model import Identifier, Language, Line, Wording
from facilitate.domain.people import Group, Role


class MeetingCreated(FactBase):
    """A meeting begins its life. `start` is the announced hour, as the clock on the wall of the hall will show it."""

    kind: Literal["meeting_created"] = "meeting_created"
    undoable: ClassVar[bool] = False
    kit: Line
    title: Wording
    place: Line = ""
    centre: Line = ""
    start: NaiveDatetime | None = None
    language: Language = "en"
    audience: Line = ""
    objectives: tuple[Line, ...] = ()
    rehearsal: bool = False


class MeetingChanged(FactBase):
    """Some of what `meeting_created` said; what is absent stays."""

    kind: Literal["meeting_changed"] = "meeting_changed"
    title: Wording | None = None
    place: Line | None = None
    centre: Line | None = None
    start: NaiveDatetime | None = None
    language: Language | None = None
    audience: Line | None = None
    objectives: tuple[Line, ...] | None = None


class PersonAdded(FactBase):
    """Somebody belongs to the meeting from now on."""

    kind: Literal["person_added"] = "person_added"
    person: Identifier
    roles: frozenset[Role] = frozenset()
    group: Group | None = None
    observes: tuple[Identifier, ...] = ()

    @field_serializer("roles")
    def _in_order(self, roles: frozenset[Role]) -> list[str]:
        return sorted(roles)


class PersonNamed(FactBase):
    """The only place where a name stands."""

    kind: Literal["person_named"] = "person_named"
    person: Identifier
    name: Line


class PersonChanged(FactBase):
    """Other roles, another group, others to observe, or back after having left; what is absent stays."""

    kind: Literal["person_changed"] = "person_changed"
    person: Identifier
    roles: frozenset[Role] | None = None
    group: Group | None = None
    observes: tuple[Identifier, ...] | None = None
    returned: bool = False

    @field_serializer("roles")
    def _in_order(self, roles: frozenset[Role] | None) -> list[str] | None:
        return None if roles is None else sorted(roles)


class PersonLeft(FactBase):
    """Somebody went away."""

    kind: Literal["person_left"] = "person_left"
    person: Identifier


class PersonErased(FactBase):
    """The name is gone for good, here and wherever this event is merged."""

    kind: Literal["person_erased"] = "person_erased"
    undoable: ClassVar[bool] = False
    person: Identifier


class AttendanceCounted(FactBase):
    """How many of a group are in the room, from this step on."""

    kind: Literal["attendance_counted"] = "attendance_counted"
    group: Group
    number: Annotated[int, Field(ge=0, le=100_000)]
    step: Identifier | None = None


class AgendaSet(FactBase):
    """The agenda as a whole."""

    kind: Literal["agenda_set"] = "agenda_set"
    agenda: Agenda


class StepChanged(FactBase):
    """A step with new content; one that the agenda did not have comes after `after`, or last."""

    kind: Literal["step_changed"] = "step_changed"
    step: Step
    after: Identifier | None = None
    reason: Line = ""
    agreed: bool = False


class StepMoved(FactBase):
    """A step stands after another one now, or first."""

    kind: Literal["step_moved"] = "step_moved"
    step: Identifier
    after: Identifier | None = None
    reason: Line = ""
    agreed: bool = False


class Retimed(FactBase):
    """New minutes for some steps; `agreed` says whether the group was asked."""

    kind: Literal["retimed"] = "retimed"
    minutes: Annotated[Mapping[Identifier, Minutes], Field(min_length=1)]
    reason: Line = ""
    agreed: bool = False
