"""Reading single values: text, numbers, names, lists. An absent place gives None; so does a value with a fault, which
is noted where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from facilitate.domain.model import harmless_prose
from facilitate.domain.scale import Number
from facilitate.kits.sheet import Place
from facilitate.kits.yaml_scalars import NO, YES, Bare

Model = TypeVar("Model", bound=BaseModel)

LONGEST_LINE = 2_000
LONGEST_PROSE = 100_000

_IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}")


def text(place: Place | None, longest: int = LONGEST_LINE) -> str | None:
    """Some text that says something."""
    if place is None:
        return None
    value = place.value
    if isinstance(value, Bare | bool | int | float):
        place.fault("fault.quote", value=place.written)
    elif not isinstance(value, str):
        place.fault("fault.text_expected" if value is not None else "fault.empty_text")
    elif not harmless_prose(value):  # signs of a newer Unicode, too, say something: a grid comes back whole
        place.fault("fault.empty_text")
    elif len(value) > longest:
        place.fault("fault.too_long", count=longest)
    else:
        return value
    return None


def is_identifier(value: object) -> bool:
    """Whether a value can be a name for programs."""
    return isinstance(value, str) and not isinstance(value, Bare) and bool(_IDENTIFIER.fullmatch(value))


def identifier(place: Place | None) -> str | None:
    """A name for programs: Latin letters, digits and ``_ . : -``."""
    value = text(place)
    if place is None or value is None or _IDENTIFIER.fullmatch(value):
        return value
    place.fault("fault.identifier", value=value)
    return None


def number(place: Place | None, least: Number | None = None) -> Number | None:
    """A number; 4.0 is read as 4, so that both spellings give one seal."""
    if place is None:
        return None
    value = place.value
    if isinstance(value, bool) or not isinstance(value, int | float):
        place.fault("fault.number_expected", value=place.written)
        return None
    if least is not None and value < least:
        place.fault("fault.too_small", value=value, least=least)
        return None
    return int(value) if isinstance(value, float) and value.is_integer() else value


def whole(place: Place | None, least: int = 0, most: int = 1_000_000) -> int | None:
    """A whole number between two bounds; 120.0 is one."""
    if place is None:
        return None
    value = place.value
    value = int(value) if isinstance(value, float) and value.is_integer() else value
    if isinstance(value, bool) or not isinstance(value, int):
        place.fault("fault.whole_expected", value=place.written)
    elif not least <= value <= most:
        place.fault("fault.out_of_range", value=value, least=least, most=most)
    else:
        return value
    return None


def flag(place: Place | None) -> bool | None:
    """true or false; yes, no, on and off mean the same here and are taken."""
    if place is None:
        return None
    if isinstance(place.value, bool):
        return place.value
    word = str(place.value).lower() if isinstance(place.value, Bare) else ""
    if word in YES | NO:
        return word in YES
    place.fault("fault.flag_expected", value=place.written)
    return None


def one_of(place: Place | None, allowed: Sequence[str]) -> str | None:
    """One of some words."""
    value = text(place)
    if place is None or value is None or value in allowed:
        return value
    place.unknown("fault.not_one_of", value, tuple(allowed))
    return None


def items(place: Place | None, at_least: int = 0) -> list[Place]:
    """The places of a list."""
    if place is None:
        return []
    if not isinstance(place.value, list):
        place.fault("fault.list_expected")
        return []
    if len(place.value) < at_least:
        place.fault("fault.too_few", count=at_least)
    return [place.child(index, value) for index, value in enumerate(place.value)]


def identifiers(place: Place | None, at_least: int = 0) -> tuple[str, ...]:
    """A list of names for programs, each once."""
    found: dict[str, Place] = {}
    for item in items(place, at_least):
        name = identifier(item)
        if name in found:
            item.fault("fault.named_twice", value=name)
        elif name is not None:
            found[name] = item
    return tuple(found)


def entries(place: Place | None) -> list[tuple[str, Place]]:
    """The places of a map whose keys are names that the file chooses."""
    if place is None:
        return []
    if not isinstance(place.value, dict):
        place.fault("fault.map_expected", key="NAME")
        return []
    found = []
    for key, value in place.value.items():
        child = place.child(key, value)
        if isinstance(key, Bare) or not isinstance(key, str):
            child.fault("fault.quote_key", value=key)
        elif not _IDENTIFIER.fullmatch(key):
            child.fault("fault.identifier", value=key)
        else:
            found.append((key, child))
    return found


def built(place: Place, model: type[Model], /, **values: Any) -> Model | None:
    """A model of the values that could be read; None where a required one could not: that was noted then.

    What the model itself refuses is noted here: readers should have found it, but a trainer gets a line in any case.
    """
    given = {name: value for name, value in values.items() if value is not None}
    if any(each.is_required() and name not in given for name, each in model.model_fields.items()):
        return None
    try:
        return model(**given)
    except ValidationError as error:
        place.fault("fault.refused", name=".".join(str(part) for part in error.errors()[0]["loc"]))
        return None
