"""What a workbook of ours says of itself: which meeting and grid, in which language, and what each cell held."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.model import LANGUAGES, Language
from facilitate.domain.scale import Value
from facilitate.workbook.hidden import MAP, META, SCHEMA, Input
from facilitate.workbook.strangers.faults import NotAccepted
from facilitate.workbook.strangers.open import Opened

_VALUE: TypeAdapter[Value] = TypeAdapter(Value)
_MOST = 200_000
"""More cells than a workbook of ours has."""


@dataclass(frozen=True)
class Meta:
    """The facts, and the map of cells that could be changed."""

    meeting: str
    grid: str
    language: Language
    inputs: tuple[Input, ...]
    kind: str = ""
    """What it is where it is no export: ``paper`` for a pack that was filled in."""


def read_meta(opened: Opened) -> Meta:
    """What `_meta` says. Raises NotAccepted where there is none, or one of another layout."""
    sheet = opened.sheet(META)
    if sheet is None:
        raise NotAccepted("review.no_meta")
    facts: dict[str, str] = {}
    inputs: list[Input] = []
    begun = False
    for _, row in sorted(sheet.rows().items()):
        texts = [str(row.get(column, "")) for column in range(1, len(MAP) + 1)]
        if tuple(texts) == MAP:
            begun = True
        elif begun and len(inputs) < _MOST:
            inputs.append(Input(*texts))
        elif not begun:
            facts[texts[0]] = texts[1]
    if not begun or facts.get("facilitate_schema") != str(SCHEMA):
        raise NotAccepted("review.other_layout", schema=facts.get("facilitate_schema", "?"))
    language = next((each for each in LANGUAGES if each == facts.get("language")), LANGUAGES[0])
    meeting, grid = facts.get("facilitate_meeting", ""), facts.get("facilitate_grid", "")
    return Meta(meeting, grid, language, tuple(inputs), facts.get("kind", ""))


def cell_of_input(each: Input) -> Cell:
    """What the input is about."""
    return Cell(each.about, each.indicator, each.step or None)


def decoded(text: str) -> Value | None:
    """An answer as `_meta` keeps it. Raises NotAccepted where somebody spoilt it."""
    if not text:
        return None
    try:
        found: Any = json.loads(text)
        return _VALUE.validate_python(tuple_choices(found))
    except (ValueError, TypeError, ValidationError, RecursionError):
        raise NotAccepted("review.spoilt_meta") from None


def tuple_choices(found: Any) -> Any:
    """Options as the model wants them."""
    if isinstance(found, Mapping) and "choices" in found:
        return {**found, "choices": tuple(found["choices"])}
    return found
