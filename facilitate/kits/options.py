"""Reading the answers of a choice, the codes of an interval protocol, the groups of a tally."""

from __future__ import annotations

from facilitate.domain.indicator import Option
from facilitate.domain.model import Wording
from facilitate.kits.answers import RESERVED
from facilitate.kits.reading import built, identifier, items
from facilitate.kits.scales import Scales
from facilitate.kits.scoring import within_bounds
from facilitate.kits.sheet import Place, fields
from facilitate.kits.wordings import wording
from facilitate.kits.yaml_scalars import Bare

KEYS = 9
"""Options and groups that a keyboard has a digit for; an observer could not give a tenth."""


def read_options(
    place: Place | None, scales: Scales, at_least: int = 1, at_most: int = KEYS
) -> tuple[Option, ...] | None:
    """Options, each with its own id. Faults: two with one id, ids that mean *not observed* or *not applicable*, more of
    them than keys.

    Nothing where one has a fault.
    """
    if place is None:
        return None
    before = place.sheet.found
    if isinstance(place.value, list) and len(place.value) > at_most:
        place.fault("fault.too_many", count=at_most)
    found: dict[str, Option] = {}
    for child in items(place, at_least):
        option = _option(child, scales)
        if option is None:
            continue
        if option.id.lower() in RESERVED:
            child.fault("fault.reserved_code", value=option.id)
        elif option.id in found:
            child.fault("fault.duplicate_id", value=option.id)
        else:
            found[option.id] = option
    return tuple(found.values()) if place.sheet.found == before else None


def _option(place: Place, scales: Scales) -> Option | None:
    """``{id, label, score}``; a word alone is both in files of one language."""
    if not isinstance(place.value, dict):
        return _word(place)
    f = fields(place, ("id", "label", "score"), ("id", "label"))
    if f is None:
        return None
    score = within_bounds(f["score"], scales)
    return built(place, Option, id=_option_id(f["id"]), label=wording(f["label"]), score=score)


def _option_id(place: Place | None) -> str | None:
    if place is not None and isinstance(place.value, Bare) and place.value.lower() in ("yes", "no"):
        return place.value.lower()  # one meaning only, here
    return identifier(place)


def _word(place: Place) -> Option | None:
    languages = place.sheet.languages
    if len(languages) > 1 and not place.sheet.unsure_languages:
        unnamed = "fault.option_label" if place.sheet.languages_named else "fault.languages_missing"
        place.everywhere(unnamed, value=place.written)
        return None
    name = _option_id(place)
    return built(place, Option, id=name, label=Wording(**{languages[0]: name})) if name else None
