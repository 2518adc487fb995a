"""Reading sources, and the places that cite them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from facilitate.domain.grid import Source
from facilitate.kits.reading import built, entries, identifier, items, text
from facilitate.kits.sheet import Place, fields


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


def defined_names(place: Place | None) -> tuple[str, ...]:
    """The keys of a map, whether their values can be read or not: a fault in one is not a fault in who names it."""
    if place is None or not isinstance(place.value, dict):
        return ()
    return tuple(str(key) for key in place.value)


def cited(place: Place | None, known: Collection[str]) -> tuple[str, ...]:
    """The sources that something cites. Faults: names that the file does not define, one named twice."""
    return named(place, known, "fault.unknown_source")


def named(place: Place | None, known: Collection[str], message_id: str) -> tuple[str, ...]:
    """A list of names out of some known ones; `message_id` is the fault for others."""
    found: list[str] = []
    for item in items(place):
        name = identifier(item)
        if name is not None and name not in known:
            item.unknown(message_id, name, tuple(known))
        elif name in found:
            item.fault("fault.named_twice", value=name)
        elif name is not None:
            found.append(name)
    return tuple(found)


def only(sources: Mapping[str, Source], names: Collection[str]) -> dict[str, Source]:
    """Those sources that are named, in the order of the file."""
    return {key: source for key, source in sources.items() if key in names}
