"""Reading one indicator of a grid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast, get_args

from facilitate.domain.indicator import About, Condition, Indicator
from facilitate.domain.scale import Number
from facilitate.kits.answers import answers
from facilitate.kits.indicator_kinds import KEYS, MODELS, REQUIRED, Surroundings, own_fields
from facilitate.kits.reading import built, flag, identifier, identifiers, number, one_of, text
from facilitate.kits.sheet import Fields, Place, fields, nearest
from facilitate.kits.sources import cited
from facilitate.kits.wordings import wording

COMMON_KEYS = (
    "id",
    "type",
    "unit",
    "about",
    "text",
    "steps",
    "not_observed",
    "not_applicable",
    "evidence_required_for",
    "weight",
    "reverse",
    "when",
    "auto",
    "evidence_auto",
    "thresholds_basis",
    "sources",
)

LOG_MEASURES = (
    "log.start_delay_minutes",
    "log.steps_overrun_20pct",
    "log.percent_never_spoke_plenary",
    "log.moderator_speaking_share",
    "log.relative_speaking_share",
    "log.actions_complete_ratio",
)


@dataclass(frozen=True)
class ReadIndicator:
    """An indicator, where it has no fault of its own, and its place, for what can be judged only when all are known."""

    id: str
    place: Place
    indicator: Indicator | None


def raw_id(place: Place) -> str:
    """The id as it stands, which faults use before anything is read."""
    return str(place.value.get("id") or "") if isinstance(place.value, dict) else ""


def read_indicator(place: Place, around: Surroundings) -> ReadIndicator:
    """One indicator with all its fields."""
    name, before = raw_id(place), place.sheet.found
    here = place.within("indicator", name)
    raw = here.value if isinstance(here.value, dict) else {}
    typed = here.child("type", raw["type"]) if raw.get("type") is not None else None
    kind, scale = _kind(typed, around)
    own = KEYS.get(kind, ()) if kind else tuple(dict.fromkeys(key for keys in KEYS.values() for key in keys))
    needed = REQUIRED.get(kind or "", ()) + (("scale",) if kind == "rating" and scale is None else ())
    f = fields(here, (*COMMON_KEYS, *own), ("id", "type", "text", *needed))
    if f is None:
        return ReadIndicator(name, here, None)
    if scale is None and kind in ("rating", "derived"):
        scale = _scale(f["scale"], around)
    common = _common(f, around)
    if kind is None:
        return ReadIndicator(name, here, None)
    values = common | own_fields(kind, f, scale, around)
    indicator = cast(Indicator | None, built(here, MODELS[kind], **values))
    return ReadIndicator(name, here, indicator if place.sheet.found == before else None)


def _kind(place: Place | None, around: Surroundings) -> tuple[str | None, str | None]:
    """The kind of an indicator, and its scale where `type` names one."""
    value = text(place)
    if place is None or value is None:
        return None, None
    if value in KEYS:
        return value, None
    if value in around.scales.names:
        return "rating", value
    near = nearest(value, KEYS)
    if not around.scales.sure and not near:
        return None, None
    if near and not nearest(value, around.scales.names):
        place.fault("fault.unknown_kind_near", value=value, near=near)
    else:
        _unknown_scale(place, value, around)
    return None, None


def _scale(place: Place | None, around: Surroundings) -> str | None:
    value = text(place)
    if place is not None and value is not None and value not in around.scales.names:
        _unknown_scale(place, value, around)
        return None
    return value


def _unknown_scale(place: Place, value: str, around: Surroundings) -> None:
    known = around.scales.names
    if not around.scales.sure:
        return
    if known:
        place.everywhere("fault.unknown_scale", value, value=value, known=known)
    else:
        place.everywhere("fault.unknown_scale_none", value=value, kinds=tuple(KEYS))


def _common(f: Fields, around: Surroundings) -> dict[str, Any]:
    return {
        "id": identifier(f["id"]),
        "text": wording(f["text"]),
        "about": one_of(f.first("unit", "about"), get_args(About)),
        "steps": identifiers(f["steps"]),
        "not_observed": flag(f["not_observed"]),
        "not_applicable": flag(f["not_applicable"]),
        "evidence_for": _evidence(f["evidence_required_for"]),
        "weight": number(f["weight"], 0),
        "reverse": flag(f["reverse"]),
        "when": _condition(f["when"], around),
        "auto": _measure(f["auto"]),
        "evidence_auto": _measure(f["evidence_auto"]),
        "thresholds_basis": text(f["thresholds_basis"]),
        "sources": cited(f["sources"], around.sources),
    }


def _evidence(place: Place | None) -> tuple[Number | str, ...] | None:
    return None if place is None else tuple(value for _, value in answers(place))


def _measure(place: Place | None) -> str | None:
    """What the log of the meeting can answer."""
    name = identifier(place)
    if place is not None and name is not None and name not in LOG_MEASURES:
        place.unknown("fault.unknown_measure", name, LOG_MEASURES)
    return name


def _condition(place: Place | None, around: Surroundings) -> Condition | None:
    if place is None:
        return None
    f = fields(place, ("indicator", "is"), ("indicator", "is"))
    if f is None:
        return None
    other = identifier(f["indicator"])
    if other is not None and not around.indicators.allow(other) and (there := f["indicator"]):
        there.unknown("fault.unknown_condition", other, around.indicators.names)
        return None
    values = tuple(value for _, value in answers(f["is"]))
    if f["is"] is not None and f["is"].value == []:
        f["is"].fault("fault.too_few", count=1)
    return built(place, Condition, indicator=other, values=values or None)
