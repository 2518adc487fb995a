"""Reading energisers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitate.domain.agenda import Energiser
from facilitate.domain.grid import Source
from facilitate.kits.header import opened
from facilitate.kits.reading import built, flag, identifier, identifiers, is_identifier, items, text, whole
from facilitate.kits.sheet import Place, Sheet, fields
from facilitate.kits.sources import Names, cited, defined, read_sources
from facilitate.kits.wordings import wording, wordings

KEYS = ("id", "title", "minutes", "posture", "touch", "materials", "good_for", "steps", "tip", "sources")


@dataclass(frozen=True)
class Energisers:
    """The energisers of a file, with the sources they cite."""

    exercises: tuple[Energiser, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(exercise.id for exercise in self.exercises)


def energisers_of(sheet: Sheet) -> Energisers | None:
    """The energisers of an open file of kind ``energisers``; faults and warnings are noted on the sheet."""
    top = opened(sheet, ("sources", "energisers"), ("energisers",))
    if top is None:
        return None
    exercises = read_energisers(top["energisers"], defined(top, "sources"))
    return Energisers(exercises, read_sources(top["sources"]))


def read_energisers(place: Place | None, sources: Names, shelf: Energisers | None = None) -> tuple[Energiser, ...]:
    """A list of energisers, each with its own id; one of those on the shelf stands by its id alone.

    Where there is a shelf, an empty list is an answer, too: none of them.
    """
    found: dict[str, Energiser] = {}
    for child in items(place, at_least=0 if shelf else 1):
        named = shelf is not None and isinstance(child.value, str)
        energiser = _of_shelf(child, shelf) if shelf and named else _energiser(child, sources)
        if energiser and energiser.id in found:
            child.within("energiser", energiser.id).fault("fault.duplicate_id", value=energiser.id)
        elif energiser:
            found[energiser.id] = energiser
    return tuple(found.values())


def raw_ids(place: Place | None, shelf: Energisers) -> Names:
    """The ids of a list, whether the rest of an item can be read or not.

    Unsure where an id cannot be, or stands alone and is not on the shelf: nobody is blamed for naming what was meant.
    """
    if place is None:
        return Names()
    listed = place.value if isinstance(place.value, list) else [None]
    ids = [item.get("id") if isinstance(item, dict) else item if item in shelf.names else None for item in listed]
    found = tuple(dict.fromkeys(str(each) for each in ids if is_identifier(each)))
    return Names(found, len(found) == len(listed))


def _of_shelf(place: Place, shelf: Energisers) -> Energiser | None:
    name = identifier(place)
    found = next((each for each in shelf.exercises if each.id == name), None)
    if name is not None and found is None:
        place.unknown("fault.unknown_energiser", name, shelf.names)
    return found


def _energiser(place: Place, sources: Names) -> Energiser | None:
    name = place.value.get("id") if isinstance(place.value, dict) else None
    here = place.within("energiser", str(name) if name else None)
    f = fields(here, KEYS, ("id", "title", "minutes"))
    if f is None:
        return None
    return built(
        here,
        Energiser,
        id=identifier(f["id"]),
        title=wording(f["title"]),
        minutes=whole(f["minutes"], 0, 24 * 60),
        posture=text(f["posture"]),
        touch=flag(f["touch"]),
        materials=text(f["materials"]),
        good_for=identifiers(f["good_for"]),
        steps=wordings(f["steps"]),
        tip=wording(f["tip"]),
        sources=cited(f["sources"], sources),
    )
