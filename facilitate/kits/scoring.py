"""Reading how answers become points."""

from __future__ import annotations

import re

from facilitate.domain.grid import Scoring
from facilitate.domain.scale import Number
from facilitate.kits.answers import YES_NO, answers
from facilitate.kits.reading import built, number, one_of, text
from facilitate.kits.scales import Scales
from facilitate.kits.sheet import Place, fields
from facilitate.kits.yaml_scalars import Bare

KEYS = ("section_score", "enough", "yesno_map", "count_map", "weights", "evidence_required_for", "basis")

_PERCENT = re.compile(r"(\d{1,3})\s*%")


def read_scoring(place: Place | None, scales: Scales) -> Scoring | None:
    """The rules of scoring; the usual ones where the file says nothing."""
    if place is None:
        return Scoring()
    f = fields(place, KEYS)
    if f is None:
        return None
    one_of(f["count_map"], ("bands",))
    about = text(f["section_score"])
    points = _yes_no(f["yesno_map"], scales)
    return built(
        place,
        Scoring,
        enough=_enough(f["enough"], about),
        yes=points.get("yes"),
        no=points.get("no"),
        evidence_for=_evidence(f["evidence_required_for"], scales),
        basis=text(f["basis"]),
        about=about,
        weights=one_of(f["weights"], ("equal", "declared")),
    )


def _enough(place: Place | None, about: str | None) -> float | None:
    """The share of a section that must be scored: a number from 0 to 1, else the first per cent of the sentence."""
    if place is None:
        return enough_said(about)
    share = number(place, 0)
    if share is not None and share > 1:
        place.fault("fault.share", value=place.written)
        return None
    return share


def enough_said(about: str | None) -> float | None:
    """The share that a sentence about the score of a section names: its first per cent."""
    found = _PERCENT.search(about or "")
    return min(int(found[1]), 100) / 100 if found else None


def _yes_no(place: Place | None, scales: Scales) -> dict[str, Number]:
    """The points of yes and no. Quoted or bare, `yes` and `no` have one meaning as keys of this map."""
    if place is None:
        return {}
    if not isinstance(place.value, dict):
        place.fault("fault.map_expected", key='"yes"')
        return {}
    points = {}
    for key, value in place.value.items():
        word = str(key).lower() if isinstance(key, Bare) else str(key)
        child = place.child(key, value)
        if word not in YES_NO:
            child.unknown("fault.unknown_key", word, YES_NO)
        elif (point := within_bounds(child, scales)) is not None:
            points[word] = point
    return points


def within_bounds(place: Place | None, scales: Scales) -> Number | None:
    """A score, which must lie within the scales of the grid."""
    score = number(place)
    if place is not None and score is not None and scales.bounds:
        low, high = scales.bounds
        if not low <= score <= high:
            place.everywhere("fault.score_outside", score, value=score, low=low, high=high)
            return None
    return score


def _evidence(place: Place | None, scales: Scales) -> tuple[Number | str, ...] | None:
    if place is None:
        return None
    points = {value for scale in scales.readable for value in scale.values}
    found = answers(place)
    for child, value in found:
        if points and scales.whole and not isinstance(value, str) and value not in points:
            child.everywhere("fault.no_point", value, value=value, known=[str(point) for point in sorted(points)])
    return tuple(value for _, value in found)
