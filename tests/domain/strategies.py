"""Values for every kind of fact, made from what its fields say: a new kind is covered as soon as it exists."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic import AwareDatetime, BaseModel, NaiveDatetime
from pydantic.fields import FieldInfo

from facilitate.domain.events.base import FactBase

EARLIEST, LATEST = datetime(1990, 1, 1), datetime(2100, 1, 1)

IDENTIFIERS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,6}", fullmatch=True)
TEXTS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["اجتماع الشباب", "l’été à Aït Bouguemez", "a [bold]b[/bold]", "\x1b[31mred", "two\nlines", '"\\']),
)


def facts(kind: type[FactBase]) -> st.SearchStrategy[FactBase]:
    """Facts of one kind; each field that may be left out sometimes is."""
    return models(kind)


def models(model: type[Any]) -> st.SearchStrategy[Any]:
    """Any content of a model."""
    needed: dict[str, st.SearchStrategy[Any]] = {}
    optional: dict[str, st.SearchStrategy[Any]] = {}
    for name, field in model.model_fields.items():
        into = needed if field.is_required() else optional
        into[name] = _values(field.annotation, tuple(field.metadata))
    return st.fixed_dictionaries(needed, optional=optional).map(model.model_validate)


def _values(annotation: Any, limits: tuple[Any, ...] = ()) -> st.SearchStrategy[Any]:
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _values(inside[0], (*_flat(inside[1:]), *limits))
    if origin in (Union, types.UnionType):
        return st.one_of([_values(each, limits) for each in inside])
    if origin is Literal:
        return st.sampled_from(inside)
    if origin is not None:
        return _several(origin, inside, limits)
    return _single(annotation, limits)


def _flat(limits: tuple[Any, ...]) -> Iterator[Any]:
    for each in limits:
        yield from each.metadata if isinstance(each, FieldInfo) else (each,)


def _limit(limits: tuple[Any, ...], *names: str) -> Any:
    return next((value for each in limits for name in names if (value := getattr(each, name, None)) is not None), None)


def _several(origin: Any, inside: tuple[Any, ...], limits: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    least = _limit(limits, "min_length") or 0
    if origin is tuple:
        return st.lists(_values(inside[0]), min_size=least, max_size=max(least, 2)).map(tuple)
    if origin is frozenset:
        return st.frozensets(_values(inside[0]), max_size=3)
    assert issubclass(origin, Mapping), origin
    return st.dictionaries(_values(inside[0]), _values(inside[1]), min_size=least, max_size=2)


def _single(annotation: Any, limits: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    if annotation is str:
        return _texts(limits)
    if annotation is int:
        low = _limit(limits, "ge")
        above = _limit(limits, "gt")
        return st.integers(low if above is None else above + 1, _limit(limits, "le") or 10**6)
    if annotation is float:
        return st.floats(_limit(limits, "ge"), _limit(limits, "le"), allow_nan=False, allow_infinity=False)
    if annotation is AwareDatetime:
        return st.datetimes(EARLIEST, LATEST, timezones=st.just(UTC))
    if annotation is NaiveDatetime:
        return st.datetimes(EARLIEST, LATEST)
    if annotation is date:
        return st.dates(EARLIEST.date(), LATEST.date())
    if annotation is bool or annotation is type(None):
        return st.booleans() if annotation is bool else st.none()
    if issubclass(annotation, Enum):
        return st.sampled_from(annotation)
    assert issubclass(annotation, BaseModel), annotation
    return st.deferred(lambda: models(annotation))


def _texts(limits: tuple[Any, ...]) -> st.SearchStrategy[str]:
    if _limit(limits, "pattern"):
        return IDENTIFIERS
    least = _limit(limits, "min_length") or 0
    return TEXTS.map(lambda text: f"{'x' * least}{text}")
