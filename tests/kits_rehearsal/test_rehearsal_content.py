"""The words of rehearsed meetings are complete in three languages, and enough for every seed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from facilitate.domain.model import LANGUAGES, Wording
from facilitate.kits.rehearsal.voices import AUDIENCES, people, repertoire, sights
from tests.kits_rehearsal.kits import shipped


def wordings(value: object) -> Iterator[Wording]:
    if isinstance(value, Wording):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from wordings(getattr(value, name))
    elif isinstance(value, dict):
        for each in value.values():
            yield from wordings(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from wordings(each)


@pytest.mark.parametrize("content", [people(), sights(), *map(repertoire, AUDIENCES)])
def test_every_text_is_there_in_three_languages(content: BaseModel) -> None:
    found = list(wordings(content))
    assert len(found) > 10
    assert [text for text in found if set(text.languages) != set(LANGUAGES)] == []


def test_names_are_told_apart_in_both_scripts() -> None:
    names = [*people().women, *people().men]
    assert len({name.latin for name in names}) == len({name.ar for name in names}) == len(names)


def test_facts_are_for_indicators_that_the_shipped_grid_has() -> None:
    grid = shipped("youth").grid
    assert set(sights().indicators) <= set(grid.by_id)
    assert all(seen.low and seen.high for seen in sights().indicators.values())
    assert sights().any.low
    assert sights().any.high
    assert sights().remarks


@pytest.mark.parametrize("audience", AUDIENCES)
def test_there_is_enough_to_say(audience: str) -> None:
    content = repertoire(audience)
    assert sum(len(theme.needs) for theme in content.themes) >= 16
    assert min(map(len, (content.rules, content.notes, content.decisions, content.actions, content.parking))) >= 5
