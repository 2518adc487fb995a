"""Reading what each kind of indicator has of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from facilitate.domain.indicator import (
    Anchor,
    Choice,
    Count,
    Derived,
    Duration,
    IndicatorBase,
    Interval,
    Note,
    Rating,
    Tally,
    YesNo,
)
from facilitate.domain.scale import Number, Scale
from facilitate.kits.bands import read_bands
from facilitate.kits.options import read_options
from facilitate.kits.reading import built, flag, identifiers, number, one_of, whole
from facilitate.kits.scales import Scales
from facilitate.kits.sheet import Fields, Place
from facilitate.kits.sources import Names, named
from facilitate.kits.wordings import wording

MODELS: Mapping[str, type[IndicatorBase]] = {
    "rating": Rating,
    "yesno": YesNo,
    "choice": Choice,
    "count": Count,
    "percent": Count,
    "tally": Tally,
    "duration": Duration,
    "interval": Interval,
    "snapshot": Interval,
    "derived": Derived,
    "note": Note,
}

KEYS: Mapping[str, tuple[str, ...]] = {
    "rating": ("scale", "anchors"),
    "yesno": ("yes_means", "no_means"),
    "choice": ("options", "several"),
    "count": ("measure", "bands", "threshold", "split_by"),
    "percent": ("bands", "threshold", "split_by"),
    "tally": ("groups", "bands"),
    "duration": ("groups", "bands"),
    "interval": ("every_seconds", "codes", "momentary", "at_most"),
    "snapshot": ("every_seconds", "codes", "at_most"),
    "derived": ("from", "rule", "scale", "anchors"),
    "note": (),
}

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "choice": ("options",),
    "interval": ("codes",),
    "snapshot": ("codes",),
    "derived": ("from", "scale"),
}

CODE_KEYS = 35
"""Codes that the page of an interval has a key for."""

_MEASURES = get_args(Count.model_fields["measure"].annotation)
_RULES = get_args(Derived.model_fields["rule"].annotation)


@dataclass(frozen=True)
class Surroundings:
    """What the indicators of a grid can name: scales, sources, each other."""

    scales: Scales
    sources: Names
    indicators: Names


def own_fields(kind: str, f: Fields, scale: str | None, around: Surroundings) -> dict[str, Any]:
    """The values that only this kind has."""
    if kind == "rating":
        return {"scale": scale, "anchors": _anchors(f["anchors"], around.scales.named(scale))}
    if kind == "yesno":
        return {"yes_means": wording(f["yes_means"]), "no_means": wording(f["no_means"])}
    if kind == "choice":
        return {"options": read_options(f["options"], around.scales, 2), "several": flag(f["several"])}
    if kind in ("count", "percent"):
        return _count(kind, f, around.scales)
    if kind in ("tally", "duration"):
        bands = read_bands(f["bands"], around.scales)
        return {"groups": read_options(f["groups"], around.scales), "bands": bands}
    if kind in ("interval", "snapshot"):
        return _interval(kind, f, around.scales)
    return _derived(f, scale, around) if kind == "derived" else {}


def _count(kind: str, f: Fields, scales: Scales) -> dict[str, Any]:
    return {
        "measure": "percent" if kind == "percent" else one_of(f["measure"], _MEASURES),
        "bands": read_bands(f["bands"], scales),
        "threshold": number(f["threshold"]),
        "split_by": identifiers(f["split_by"]),
    }


def _interval(kind: str, f: Fields, scales: Scales) -> dict[str, Any]:
    codes = read_options(f["codes"], scales, at_most=CODE_KEYS)
    return {
        "every_seconds": whole(f["every_seconds"], 1, 86_400),
        "codes": codes,
        "momentary": True if kind == "snapshot" else flag(f["momentary"]),
        "at_most": whole(f["at_most"], 1, len(codes or ()) or 100_000),
    }


def _derived(f: Fields, scale: str | None, around: Surroundings) -> dict[str, Any]:
    if (behaviours := f["from"]) and behaviours.value == []:
        behaviours.fault("fault.too_few", count=1)
    return {
        "scale": scale,
        "behaviours": named(f["from"], around.indicators, "fault.unknown_behaviour") or None,
        "rule": one_of(f["rule"], _RULES),
        "anchors": _anchors(f["anchors"], around.scales.named(scale)),
    }


def _anchors(place: Place | None, scale: Scale | None) -> tuple[Anchor, ...]:
    """What is seen at each point. A point that is meant to have no anchor says so: ``2: null``."""
    if place is None:
        return ()
    if not isinstance(place.value, dict):
        place.fault("fault.map_expected", key="1")
        return ()
    found: dict[Number, Anchor] = {}
    astray = False
    for key, value in place.value.items():
        child = place.child(key, value)
        if scale is not None and key not in scale.values:
            astray = True
            known = [str(point) for point in scale.values]
            child.everywhere("fault.anchor_off_scale", key, scale.id, value=key, scale=scale.id, known=known)
        elif isinstance(key, int | float) and value is not None:
            point = int(key) if isinstance(key, float) and key.is_integer() else key
            anchor = built(child, Anchor, value=point, text=wording(child))
            found |= {point: anchor} if anchor else {}
    missing = [str(point) for point in scale.values if point not in place.value] if scale else []
    if missing and not astray:
        place.everywhere("fault.anchor_missing", *missing, points=missing)
    return tuple(found.values())
