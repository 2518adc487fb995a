"""Reading bands: how a count becomes a score."""

from __future__ import annotations

from itertools import pairwise

from facilitate.domain.scale import Band
from facilitate.kits.reading import built, items, number
from facilitate.kits.scales import Scales
from facilitate.kits.scoring import within_bounds
from facilitate.kits.sheet import Place, fields


def read_bands(place: Place | None, scales: Scales) -> tuple[Band, ...]:
    """Bands whose upper limits rise; the last has none, so that no count falls outside."""
    places = items(place, at_least=1)
    bands = [_band(child, scales) for child in places]
    readable = [band for band in bands if band is not None]
    if place is None or len(readable) < len(bands):
        return ()
    for (band, following), child in zip(pairwise(readable), places[1:], strict=True):
        if band.max is None:
            child.fault("fault.band_after_open")
            return ()
        if following.max is not None and following.max <= band.max:
            child.fault("fault.bands_not_rising", value=following.max, before=band.max)
            return ()
    if readable and readable[-1].max is not None:
        places[-1].fault("fault.band_not_open", value=readable[-1].max)
    return tuple(readable)


def _band(place: Place, scales: Scales) -> Band | None:
    f = fields(place, ("max", "score"), ("score",))
    if f is None or "max" in f.misspelt:
        return None
    limit = number(f["max"])
    if f["max"] is not None and limit is None:
        return None
    return built(place, Band, max=limit, score=within_bounds(f["score"], scales))
