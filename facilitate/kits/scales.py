"""Reading scales: under ``scales:``, or as keys of the grid such as ``scale4:``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from facilitate.domain.model import Wording
from facilitate.domain.scale import Level, Measurement, Number, Scale
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


@dataclass(frozen=True)
class Scales:
    """The scales of a grid. `names` also has those that could not be read, so that nobody who names one is blamed."""

    names: tuple[str, ...]
    readable: tuple[Scale, ...]

    def named(self, name: str | None) -> Scale | None:
        """The scale of that name, where it could be read."""
        return next((scale for scale in self.readable if scale.id == name), None)

    @property
    def whole(self) -> bool:
        """Whether every scale could be read."""
        return len(self.names) == len(self.readable)

    @property
    def bounds(self) -> tuple[Number, Number] | None:
        """The lowest and the highest point of all scales; nothing where the grid has none, or one is faulty."""
        if not self.readable or not self.whole:
            return None
        return min(scale.lowest for scale in self.readable), max(scale.highest for scale in self.readable)


def looks_like_scale(value: Data) -> bool:
    """Whether a key of a grid is a scale: it has levels."""
    return isinstance(value, dict) and "levels" in value


def read_scales(root: Place, place: Place | None) -> Scales:
    """The scales of a grid, from both places where they may stand."""
    beside = root.value.items() if isinstance(root.value, dict) else ()
    places = [(str(key), root.child(key, value)) for key, value in beside if looks_like_scale(value)]
    names: list[str] = []
    readable: list[Scale] = []
    for name, child in (*places, *entries(place)):
        here = child.within("scale", name)
        if name in names:
            here.fault("fault.duplicate_id", value=name)
        elif name in INDICATOR_KINDS:
            here.fault("fault.reserved_scale", value=name)
        elif scale := _scale(here, name):
            readable.append(scale)
        names.append(name)
    return Scales(tuple(dict.fromkeys(names)), tuple(readable))


def _scale(place: Place, name: str) -> Scale | None:
    why = [str(key) for key in place.value if str(key).startswith("why_")] if isinstance(place.value, dict) else []
    known = ("levels", "not_observed", "not_applicable", "measurement", "best", "note", *why)
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
    )


def _note(f: Fields, why: Sequence[str]) -> str | None:
    """Everything that the file says about a scale beside it, in an order of its own: that of the keys says nothing."""
    said = [text(f[key]) for key in ("note", *sorted(why))]
    return " ".join(each for each in said if each) or None


def _levels(place: Place | None) -> tuple[Level, ...] | None:
    """The points of a scale, at least two, each number once."""
    if place is None:
        return None
    if isinstance(place.value, dict):
        pairs = [(_point(place.child(key, value), key), place.child(key, value)) for key, value in place.value.items()]
        levels = [_level(child, value, child) for value, child in pairs]
    elif isinstance(place.value, list):
        levels = [_listed(place.child(index, value)) for index, value in enumerate(place.value)]
    else:
        place.fault("fault.map_expected")
        return None
    readable = [level for level in levels if level is not None]
    if len(levels) < 2:
        place.fault("fault.few_levels")
        return None
    return tuple(readable) if len(readable) == len(levels) and _distinct(place, readable) else None


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
    twice = next((value for value in values if values.count(value) > 1), None)
    if twice is not None:
        place.fault("fault.duplicate_level", value=twice)
    return twice is None
