"""Reading scales: under ``scales:``, or as keys of the grid such as ``scale4:``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from facilitate.domain.model import Wording
from facilitate.domain.scale import Level, Measurement, Number, Scale
from facilitate.kits.distances import read_distances
from facilitate.kits.reading import built, entries, number, one_of, text
from facilitate.kits.sheet import Fields, Place, fields
from facilitate.kits.wordings import wording
from facilitate.kits.yaml_scalars import Data

INDICATOR_KINDS = (
    "yesno",
    "count",
    "choice",
    "tally",
    "duration",
    "interval",
    "snapshot",
    "derived",
    "note",
    "percent",
    "rating",
)

MOST_LEVELS = 101
"""Points of a scale, as many as from 0 to 100; nobody who observes tells more of them apart."""


@dataclass(frozen=True)
class Scales:
    """The scales of a grid. `names` also has those that could not be read, so that nobody who names one is blamed.

    Where it is not `sure`, others may be hidden by a fault.
    """

    names: tuple[str, ...]
    readable: tuple[Scale, ...]
    sure: bool = True

    def named(self, name: str | None) -> Scale | None:
        """The scale of that name, where it could be read."""
        return next((scale for scale in self.readable if scale.id == name), None)

    @property
    def whole(self) -> bool:
        """Whether every scale could be read."""
        return self.sure and len(self.names) == len(self.readable)

    @property
    def bounds(self) -> tuple[Number, Number] | None:
        """The lowest and the highest point of all scales; nothing where the grid has none, or one is faulty."""
        if not self.readable or not self.whole:
            return None
        return min(scale.lowest for scale in self.readable), max(scale.highest for scale in self.readable)


def looks_like_scale(value: Data) -> bool:
    """Whether a key of a grid is a scale: it has levels."""
    return isinstance(value, dict) and "levels" in value


def read_scales(top: Fields, beside: Sequence[str]) -> Scales:
    """The scales of a grid, from where they may stand: under `scales`, and `beside` it under their names."""
    raw, place = top.place.value, top["scales"]
    places = [(name, top.place.child(name, raw[name])) for name in beside if isinstance(raw, dict)]
    names: list[str] = []
    seen: set[str] = set()
    readable: list[Scale] = []
    for name, child in (*places, *entries(place)):
        here = child.within("scale", name)
        if name in seen:
            here.fault("fault.duplicate_id", value=name)
        elif name in INDICATOR_KINDS:
            here.fault("fault.reserved_scale", value=name)
        elif scale := _scale(here, name):
            readable.append(scale)
        names.append(name)
        seen.add(name)
    sure = "scales" not in top.misspelt and (place is None or isinstance(place.value, dict))
    return Scales(tuple(dict.fromkeys(names)), tuple(readable), sure)


def _scale(place: Place, name: str) -> Scale | None:
    why = [str(key) for key in place.value if str(key).startswith("why_")] if isinstance(place.value, dict) else []
    known = ("levels", "not_observed", "not_applicable", "measurement", "best", "distances", "note", *why)
    f = fields(place, known, ("levels",))
    if f is None:
        return None
    levels = _levels(f["levels"])
    if levels is None:
        return None
    return built(
        place,
        Scale,
        id=name,
        levels=levels,
        measurement=one_of(f["measurement"], get_args(Measurement)),
        best=one_of(f["best"], ("high", "low")),
        not_observed=wording(f["not_observed"]),
        not_applicable=wording(f["not_applicable"]),
        note=_note(f, why),
        distances=read_distances(f["distances"], levels),
    )


def _note(f: Fields, why: Sequence[str]) -> str | None:
    """Everything that the file says about a scale beside it, in an order of its own: that of the keys says nothing."""
    said = [text(f[key]) for key in ("note", *sorted(why))]
    return " ".join(each for each in said if each) or None


def _levels(place: Place | None) -> tuple[Level, ...] | None:
    """The points of a scale, at least two, each number once."""
    if place is None:
        return None
    if isinstance(place.value, dict | list) and len(place.value) > MOST_LEVELS:
        place.fault("fault.many_levels", most=MOST_LEVELS)
        return None
    if isinstance(place.value, dict):
        pairs = [(_point(place.child(key, value), key), place.child(key, value)) for key, value in place.value.items()]
        levels = [_level(child, value, child) for value, child in pairs]
    elif isinstance(place.value, list):
        levels = [_listed(place.child(index, value)) for index, value in enumerate(place.value)]
    else:
        place.fault("fault.map_expected", key="1")
        return None
    readable = [level for level in levels if level is not None]
    if len(place.value) < 2 and readable == levels:
        place.fault("fault.few_levels")
    return tuple(readable) if len(readable) == len(levels) >= 2 and _distinct(place, readable) else None


def _point(place: Place, key: object) -> Number | None:
    if isinstance(key, int | float):
        return int(key) if isinstance(key, float) and key.is_integer() else key
    place.fault("fault.level_number", value=key)
    return None


def _listed(place: Place) -> Level | None:
    if isinstance(place.value, int | float):
        return _level(place, number(place), None)
    f = fields(place, ("value", "label"), ("value",))
    return _level(place, number(f["value"]), f["label"]) if f else None


def _level(place: Place, value: Number | None, label: Place | None) -> Level | None:
    text = Wording() if label is None or label.value is None else wording(label)
    return built(place, Level, value=value, label=text)


def _distinct(place: Place, levels: Sequence[Level]) -> bool:
    values = [level.value for level in levels]
    twice = next((value for value, count in Counter(values).items() if count > 1), None)
    if twice is not None:
        place.fault("fault.duplicate_level", value=twice)
    return twice is None
