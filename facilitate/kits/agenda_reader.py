"""Reading one agenda, wherever in a file it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from facilitate.domain.agenda import Agenda, GroupSize, Method, Step
from facilitate.domain.grid import Source
from facilitate.kits.ages import read_age_bands
from facilitate.kits.energisers_file import Energisers
from facilitate.kits.reading import built, identifier, identifiers, whole
from facilitate.kits.sheet import Fields, Place, fields
from facilitate.kits.sources import only
from facilitate.kits.steps import Shelf, read_steps
from facilitate.kits.wordings import wording

KEYS = (
    "id",
    "audience",
    "title",
    "goal",
    "group_size",
    "age_bands",
    "total_minutes",
    "floor_minutes",
    "products",
    "room",
    "materials",
    "schedule_advice",
    "steps",
)
REQUIRED = ("id", "title", "steps")


@dataclass(frozen=True)
class Around:
    """What an agenda can name, and takes along so that a meeting needs no other file."""

    shelf: Shelf
    methods: Mapping[str, Method]
    energisers: Energisers
    sources: Mapping[str, Source]


def agenda_from(f: Fields, around: Around) -> Agenda | None:
    """The agenda of a map whose keys are known already."""
    before = f.place.sheet.found
    steps = read_steps(f["steps"], around.shelf)
    if steps is not None and f.place.sheet.found == before:
        _check_sums(f, steps)
    return built(
        f.place,
        Agenda,
        id=identifier(f["id"]),
        audience=identifier(f["audience"]),
        group_size=_group_size(f["group_size"]),
        age_bands=read_age_bands(f["age_bands"]),
        products=identifiers(f["products"]),
        steps=steps,
        **{name: wording(f[name]) for name in ("title", "goal", "room", "materials", "schedule_advice")},
        **_taken_along(steps or (), around),
    )


def _taken_along(steps: tuple[Step, ...], around: Around) -> dict[str, Any]:
    """The methods that steps name, all energisers, and the sources that either cites."""
    named = {step.method for step in steps}
    exercises = around.energisers.exercises
    citing = {source for step in steps for source in step.sources}
    citing |= {source for exercise in exercises for source in exercise.sources}
    return {
        "methods": {name: method for name, method in around.methods.items() if name in named},
        "energisers": exercises,
        "sources": only({**around.energisers.sources, **around.sources}, citing),
    }


def _group_size(place: Place | None) -> GroupSize | None:
    if place is None:
        return None
    f = fields(place, ("min", "best", "max"), ("min", "best", "max"))
    if f is None:
        return None
    size = built(place, GroupSize, **{name: whole(f[name], 1, 100_000) for name in ("min", "best", "max")})
    if size and not size.min <= size.best <= size.max:
        place.fault("fault.group_size", least=size.min, best=size.best, most=size.max)
    return size


def _check_sums(f: Fields, steps: tuple[Step, ...]) -> None:
    """The minutes that a file says in sum must be those of its steps: people plan by them."""
    counted = [step for step in steps if step.counted]
    for key, real in (
        ("total_minutes", sum(step.minutes for step in counted)),
        ("floor_minutes", sum(step.min_minutes for step in counted)),
    ):
        place, said = f[key], whole(f[key])
        if place is not None and said is not None and said != real:
            place.fault("fault.sum_of_minutes", count=real, value=said)
