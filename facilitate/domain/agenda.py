"""The agenda: the steps of a meeting, and the energisers, methods and roles that steps name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from facilitate.domain.grid import Grid, Source
from facilitate.domain.model import Frozen, Identifier, Line, Wording

Minutes: TypeAlias = Annotated[int, Field(ge=0, le=24 * 60)]
Phase: TypeAlias = Literal["before", "opening", "exploring", "prioritising", "planning", "closing", "after"]
RoomShape: TypeAlias = Literal["plenary", "small", "split", "pairs", "alone"]


class Method(Frozen):
    """How a step is done."""

    title: Wording
    description: Wording = Wording()


class Energiser(Frozen):
    """A short exercise that wakes a group."""

    id: Identifier
    title: Wording
    minutes: Minutes
    posture: Line = "seated_or_standing"
    touch: bool = False
    materials: Line = "none"
    good_for: tuple[Identifier, ...] = ()
    steps: tuple[Wording, ...] = ()
    tip: Wording = Wording()
    sources: tuple[Identifier, ...] = ()


class Duty(Frozen):
    """What a role is called and does."""

    id: Identifier
    title: Wording
    duty: Wording = Wording()


class Term(Frozen):
    """One word of the glossary; `ar_ma` is what is heard in Morocco where it differs."""

    id: Identifier
    en: Line
    fr: Line
    ar: Line
    ar_ma: Line | None = None


def named_by(names: tuple[str, ...], agenda: Agenda | None, step: str | None) -> bool:
    """Whether a step is one of those named: by its own id, or by its phase, so that one grid serves many agendas."""
    found = agenda.step(step) if agenda is not None and step is not None else None
    return step in names or (found is not None and found.phase in names)


class Step(Frozen):
    """One step of the agenda.

    `minutes` is planned, `min_minutes` the floor below which the step is no longer honest; `counted` is false for steps
    before the start; `protect` marks what re-timing must never cut. `records` says what the step should bring.
    """

    id: Identifier
    slug: Identifier | None = None
    phase: Phase = "exploring"
    counted: bool = True
    title: Wording
    purpose: Wording = Wording()
    minutes: Minutes
    min_minutes: Minutes = 0
    protect: bool = False
    method: Identifier | None = None
    groups: RoomShape = "plenary"
    group_rule: Wording = Wording()
    turn_seconds: Annotated[int, Field(gt=0)] | None = None
    records: tuple[Identifier, ...] = ()
    max_items: Annotated[int, Field(gt=0)] | None = None
    energiser: Identifier | None = None
    output: Wording = Wording()
    tips: tuple[Wording, ...] = ()
    sources: tuple[Identifier, ...] = ()

    @property
    def apart(self) -> bool:
        """Whether it is done in groups, each with its own moderator and clock."""
        return self.groups in ("small", "split")


class GroupSize(Frozen):
    """How many participants the agenda is made for."""

    min: int
    best: int
    max: int


class Agenda(Frozen):
    """The steps of a meeting, with the methods and energisers they name, so that a meeting file needs no other file.

    `age_bands` are the bands in which participants are counted, in years, the youngest first: ``18-29``, and ``60-99``
    for everybody from 60 on.
    """

    id: Identifier
    audience: Identifier | None = None
    title: Wording
    goal: Wording = Wording()
    group_size: GroupSize | None = None
    age_bands: tuple[Identifier, ...] = ()
    products: tuple[Identifier, ...] = ()
    room: Wording = Wording()
    materials: Wording = Wording()
    schedule_advice: Wording = Wording()
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    methods: Mapping[Identifier, Method] = {}
    energisers: tuple[Energiser, ...] = ()
    sources: Mapping[Identifier, Source] = {}

    def step(self, identifier: str | None) -> Step | None:
        """The step of that code, if there is one."""
        return next((step for step in self.steps if step.id == identifier), None)

    def place_of(self, identifier: str) -> int:
        """The index of a step, counted from 0. Raises KeyError where there is none."""
        for place, step in enumerate(self.steps):
            if step.id == identifier:
                return place
        raise KeyError(identifier)

    def after(self, identifier: str | None) -> Step | None:
        """The step after that one; the first, where nothing was opened yet; nothing after the last, or where a new
        agenda does not have that step any more."""
        if identifier is None:
            return self.steps[0]
        if self.step(identifier) is None:
            return None
        place = self.place_of(identifier) + 1
        return self.steps[place] if place < len(self.steps) else None

    def before(self, identifier: str) -> Step | None:
        """The step before that one, if there is one."""
        place = self.place_of(identifier)
        return self.steps[place - 1] if place else None

    @property
    def total_minutes(self) -> int:
        """Planned minutes of the steps that count."""
        return sum(step.minutes for step in self.steps if step.counted)

    @property
    def floor_minutes(self) -> int:
        """The shortest honest version."""
        return sum(step.min_minutes for step in self.steps if step.counted)


class Kit(Frozen):
    """What a meeting starts from: an agenda, a grid, energisers."""

    id: Identifier
    title: Wording
    description: Wording = Wording()
    agenda: Agenda
    grid: Grid
