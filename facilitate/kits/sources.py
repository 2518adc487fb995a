"""Reading sources, and the places that cite them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from facilitate.domain.grid import Source
from facilitate.kits.reading import built, entries, identifier, items, text
from facilitate.kits.sheet import Fields, Place, fields


def read_sources(place: Place | None) -> dict[str, Source]:
    """The sources that a file defines, by id."""
    found = {}
    for key, child in entries(place):
        source = _source(child.within("source", key))
        if source is not None:
            found[key] = source
    return found


def _source(place: Place) -> Source | None:
    f = fields(place, ("cite", "url", "note", "used_for"), ("cite",))
    if f is None:
        return None
    return built(
        place, Source, cite=text(f["cite"]), url=text(f["url"]), note=text(f["note"]), used_for=text(f["used_for"])
    )


@dataclass(frozen=True)
class Names:
    """What may be named; where it is not `sure`, a fault hides some of it, and nobody is blamed for naming it."""

    names: tuple[str, ...] = ()
    sure: bool = True

    def allow(self, name: str) -> bool:
        """Whether something may name it."""
        return not self.sure or name in self._set

    @cached_property
    def _set(self) -> frozenset[str]:
        return frozenset(self.names)


def defined_names(place: Place | None) -> tuple[str, ...]:
    """The keys of a map, whether their values can be read or not: a fault in one is not a fault in who names it."""
    if place is None or not isinstance(place.value, dict):
        return ()
    return tuple(str(key) for key in place.value)


def defined(top: Fields, key: str) -> Names:
    """The names that a part of a file defines; unsure where its key is misspelt, or it is no map."""
    place = top[key]
    return Names(defined_names(place), key not in top.misspelt and (place is None or isinstance(place.value, dict)))


def cited(place: Place | None, known: Names) -> tuple[str, ...]:
    """The sources that something cites. Faults: names that the file does not define, one named twice."""
    return named(place, known, "fault.unknown_source")


def named(place: Place | None, known: Names, message_id: str) -> tuple[str, ...]:
    """A list of names out of some known ones; `message_id` is the fault for others."""
    found: dict[str, None] = {}
    for item in items(place):
        name = identifier(item)
        if name is not None and not known.allow(name):
            _not_named(item, name, known, message_id)
        elif name in found:
            item.fault("fault.named_twice", value=name)
        elif name is not None:
            found[name] = None
    return tuple(found)


def _not_named(place: Place, name: str, known: Names, message_id: str) -> None:
    if known.names or message_id != "fault.unknown_source":
        place.unknown(message_id, name, known.names)
    else:
        place.everywhere("fault.unknown_source_none", value=name)


def only(sources: Mapping[str, Source], names: Collection[str]) -> dict[str, Source]:
    """Those sources that are named, in the order of the file."""
    return {key: source for key, source in sources.items() if key in names}
