"""Reading the age bands in which participants are counted."""

from __future__ import annotations

import re
from itertools import pairwise

from facilitate.domain.people import OLDEST
from facilitate.kits.reading import items, text
from facilitate.kits.sheet import Place

_BAND = re.compile(r"(\d{1,2})(?:-(\d{1,2})|\+)")


def read_age_bands(place: Place | None) -> tuple[str, ...]:
    """Bands that rise and do not overlap, so that everybody is in one at most; ``60+`` is ``60-99``."""
    places = items(place)
    bands = [_band(child) for child in places]
    readable = [band for band in bands if band is not None]
    if len(readable) < len(bands):
        return ()
    for (before, band), child in zip(pairwise(readable), places[1:], strict=True):
        if band[0] <= before[1]:
            child.fault("fault.age_bands_not_rising", value=_written(band), before=_written(before))
            return ()
    return tuple(_written(band) for band in readable)


def _band(place: Place) -> tuple[int, int] | None:
    """The youngest and the oldest of a band, in years."""
    value = text(place)
    if value is None:
        return None
    found = _BAND.fullmatch(value.replace(" ", ""))
    youngest, oldest = (int(found[1]), int(found[2] or OLDEST)) if found else (1, 0)
    if youngest > oldest:
        place.fault("fault.age_band", value=value)
        return None
    return youngest, oldest


def _written(band: tuple[int, int]) -> str:
    return f"{band[0]}-{band[1]}"
