"""Reading the answers that a grid file names: in conditions, and in the lists of answers that owe a fact."""

from __future__ import annotations

from facilitate.domain.scale import Answer, Number
from facilitate.kits.reading import items, number, text
from facilitate.kits.sheet import Place
from facilitate.kits.yaml_scalars import Bare

NOT_SCORED = (Answer.NOT_OBSERVED.value, Answer.NOT_APPLICABLE.value)
YES_NO = (Answer.YES.value, Answer.NO.value)
RESERVED = frozenset((*NOT_SCORED, "nobs", "na"))


def answer(place: Place) -> Number | str | None:
    """One answer: a number, or a word such as yes, no or the id of an option. Bare yes and no have one meaning here."""
    if isinstance(place.value, Bare):
        word = place.value.lower()
        if word in YES_NO:
            return word
        place.fault("fault.quote", value=place.written)
        return None
    if isinstance(place.value, str):
        return text(place)
    return number(place)


def answers(place: Place | None) -> list[tuple[Place, Number | str]]:
    """A list of answers with their places; one answer alone may stand without a list."""
    if place is None:
        return []
    places = items(place) if isinstance(place.value, list) else [place]
    read = [(each, answer(each)) for each in places]
    return [(each, value) for each, value in read if value is not None]
