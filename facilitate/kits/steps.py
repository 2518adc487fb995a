"""Reading the steps of an agenda."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, get_args

from facilitate.domain.agenda import Phase, RoomShape, Step
from facilitate.domain.events.capturing import CaptureKind
from facilitate.kits.reading import built, flag, identifier, items, one_of, whole
from facilitate.kits.sheet import Fields, Place, fields
from facilitate.kits.sources import Names, cited, named
from facilitate.kits.wordings import wording, wordings

KEYS = (
    "id",
    "slug",
    "phase",
    "counted",
    "title",
    "purpose",
    "minutes",
    "min_minutes",
    "protect",
    "method",
    "groups",
    "group_rule",
    "turn_seconds",
    "records",
    "max_items",
    "energiser",
    "output",
    "tips",
    "sources",
)

RECORDS = ("attendance", "vote", *(kind.value for kind in CaptureKind))
LONGEST_STEP = 24 * 60


@dataclass(frozen=True)
class Shelf:
    """What steps can name: methods, energisers, sources."""

    methods: Names
    energisers: Names
    sources: Names


def read_steps(place: Place | None, shelf: Shelf) -> tuple[Step, ...] | None:
    """The steps of an agenda, at least one; None where one of them has a fault."""
    if place is None:
        return None
    places = items(place, at_least=1)
    steps = [_step(child, shelf) for child in places]
    _check_twice(places)
    readable = tuple(step for step in steps if step is not None)
    return readable if readable and len(readable) == len(steps) else None


def _step(place: Place, shelf: Shelf) -> Step | None:
    name = place.value.get("id") if isinstance(place.value, dict) else None
    here = place.within("step", str(name) if name else None)
    f = fields(here, KEYS, ("id", "title", "minutes"))
    if f is None:
        return None
    minutes, least = whole(f["minutes"], 0, LONGEST_STEP), whole(f["min_minutes"], 0, LONGEST_STEP)
    if minutes is not None and least is not None and least > minutes and (there := f["min_minutes"]):
        there.fault("fault.floor_above_plan", value=least, minutes=minutes)
        return None
    return built(here, Step, minutes=minutes, min_minutes=least, **_how(f, shelf), **_what(f))


def _how(f: Fields, shelf: Shelf) -> dict[str, Any]:
    return {
        "phase": one_of(f["phase"], get_args(Phase)),
        "counted": flag(f["counted"]),
        "protect": flag(f["protect"]),
        "method": _one_named(f["method"], shelf.methods, "fault.unknown_method"),
        "groups": one_of(f["groups"], get_args(RoomShape)),
        "group_rule": wording(f["group_rule"]),
        "turn_seconds": whole(f["turn_seconds"], 1, 86_400),
        "max_items": whole(f["max_items"], 1, 1_000),
        "energiser": _one_named(f["energiser"], shelf.energisers, "fault.unknown_energiser"),
        "sources": cited(f["sources"], shelf.sources),
    }


def _what(f: Fields) -> dict[str, Any]:
    return {
        "id": identifier(f["id"]),
        "slug": identifier(f["slug"]),
        "title": wording(f["title"]),
        "purpose": wording(f["purpose"]),
        "records": named(f["records"], Names(RECORDS), "fault.unknown_record"),
        "output": wording(f["output"]),
        "tips": wordings(f["tips"]),
    }


def _one_named(place: Place | None, known: Names, message_id: str) -> str | None:
    name = identifier(place)
    if place is None or name is None or known.allow(name):
        return name
    if known.names or message_id != "fault.unknown_energiser":
        place.unknown(message_id, name, known.names)
    else:
        place.everywhere("fault.unknown_energiser_none", value=name)
    return name


def _check_twice(places: Sequence[Place]) -> None:
    first: dict[str, Place] = {}
    for place in places:
        name = str(place.value.get("id") or "") if isinstance(place.value, dict) else ""
        if name and name in first:
            place.within("step", name).fault("fault.duplicate_step", value=name, first=first[name].line)
        first.setdefault(name, place)
