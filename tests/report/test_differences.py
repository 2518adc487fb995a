"""The differences between two grids in words: every field has its name in every language, and nothing is cut."""

from __future__ import annotations

import json
import re
import types
from collections.abc import Iterator
from typing import Annotated, Any, Union, get_args, get_origin

import pytest
from hypothesis import given
from pydantic import BaseModel, ValidationError

from facilitate.analysis.differences import Difference, differences
from facilitate.domain.grid import Grid, Scoring, Section, Source
from facilitate.domain.indicator import IndicatorBase
from facilitate.domain.model import Wording
from facilitate.domain.scale import Scale
from facilitate.language.catalog import find
from facilitate.language.words import CODES, Code, Words
from facilitate.report.differences import described, grouped
from tests.domain.strategies import models
from tests.domain.test_fingerprint import changed, leaves, wide_grid
from tests.making import small_grid, words

PARTS: dict[type[BaseModel], str] = {
    Grid: "grid",
    Scoring: "scoring",
    Scale: "scale",
    Section: "section",
    Source: "source",
}
ELSEWHERE = {"grid.scales", "grid.scoring", "grid.sections", "grid.sources", "section.indicators"}
"""Fields that are told part by part."""


def fields(part: str, model: type[BaseModel], inside: str = "") -> Iterator[str]:
    """Every field of a part as differences name it: also those of its options, anchors and points."""
    for name, field in model.model_fields.items():
        path = f"{inside}{name}"
        if f"{part}.{path}" in ELSEWHERE or name == ("id" if not inside or part == "indicator" else "value"):
            continue
        if inside and name in ("id", "value"):
            continue
        yield path
        for item in _items(field.annotation):
            if {"id", "value"} & set(item.model_fields):
                yield from fields(part, item, f"{path}.")


def _items(annotation: Any) -> Iterator[type[BaseModel]]:
    if get_origin(annotation) is tuple:
        inside = get_args(annotation)[0]
        inside = get_args(inside)[0] if get_origin(inside) is Annotated else inside
        if isinstance(inside, type) and issubclass(inside, BaseModel):
            yield inside
    elif get_origin(annotation) in (Union, types.UnionType, Annotated):
        for each in get_args(annotation):
            yield from _items(each)


def named() -> set[tuple[str, str]]:
    parts = {*PARTS.items(), *((kind, "indicator") for kind in IndicatorBase.__subclasses__())}
    found = {(part, path) for model, part in parts for path in fields(part, model)}
    return found | {("indicator", f"{each}.place") for each in ("options", "groups", "codes")} | {
        ("indicator", "place"),
        ("section", "place"),
    }  # fmt: skip


@pytest.mark.parametrize(("part", "path"), sorted(named()))
@pytest.mark.parametrize("language", CODES)
def test_every_field_of_a_grid_has_a_name(language: Code, part: str, path: str) -> None:
    """A field that is added to the models is told in any case; it should be told by a name that people know."""
    assert any(find(language, f"diff.field.{each}", None) for each in (f"{part}.{path}", path)), (part, path)


@pytest.mark.parametrize("language", CODES)
def test_every_single_change_is_a_sentence_in_words(language: Code) -> None:
    grid, said = wide_grid(), set()
    content = json.loads(grid.model_dump_json())
    for path in leaves(content):
        try:
            other = Grid.model_validate(changed(content, path))
        except (ValidationError, TypeError):
            continue
        sentences = described(differences(grid, other), Words(language))
        assert len(sentences) == len(differences(grid, other))
        for sentence in sentences:
            assert "diff." not in sentence, sentence
            assert not re.search(r"[{}\[\]]|\b(None|True|False)\b", sentence), sentence
            said.add(sentence)
    assert len(said) > 60


@given(before=models(Grid), after=models(Grid))
def test_whatever_two_grids_hold_there_is_a_sentence_for_each_difference(before: Grid, after: Grid) -> None:
    found = differences(before, after)
    for language in CODES:
        in_words = Words(language).for_lines()
        sentences = described(found, in_words)
        assert all(sentences)
        assert sorted(each for _, lines in grouped(found, in_words) for each in lines) == sorted(sentences)


def one(reader: Code, /, **what: Any) -> str:
    return described([Difference(**({"how": "changed", "part": "indicator", "code": "A2"} | what))], Words(reader))[0]


def test_long_words_stand_whole_beside_each_other() -> None:
    old, new = "word " * 300 + "last", "word " * 300 + "end"
    said = one("en", field="anchors.text", item="3", language="fr", old=old, new=new)
    assert said == f"A2, anchor of point 3 in French: was “{old}”; now “{new}”"


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ({"field": "weight", "old": 1, "new": 2.5}, "A2, weight: was 1; now 2.5"),
        ({"field": "reverse", "old": False, "new": True}, "A2, points turned round: was no; now yes"),
        ({"field": "about", "old": "step", "new": "meeting"}, "about whom it is answered: was for each step; now once"),
        ({"field": "evidence_for", "old": None, "new": [1, "no"]}, "was as in the whole grid; now 1, no"),
        ({"field": "evidence_for", "old": [], "new": None}, "was no answer; now as in the whole grid"),
        ({"field": "sources", "old": [], "new": ["IAF"], "how": "added"}, "A2, sources, new: IAF"),
        ({"field": "auto", "old": "log.x", "new": None, "how": "gone"}, "A2, value from the log, no longer: log.x"),
        (
            {"field": "when", "old": {"indicator": "B1", "values": ["yes", 3]}, "new": None, "how": "gone"},
            "A2, condition, no longer: asked only where B1 was answered with yes, 3",
        ),
        (
            {"field": "bands", "old": [{"max": 5, "score": 4}, {"max": None, "score": 1}], "new": [], "how": "gone"},
            "A2, bands, no longer: up to 5 gives 4, above that gives 1",
        ),
        (
            {
                "field": "place",
                "how": "moved",
                "old": {"section": "A", "after": "A1"},
                "new": {"section": "B", "after": None},
            },
            "A2, place: was in section A, after A1; now in section B, first",
        ),
        ({"how": "renamed", "field": "id", "old": "A9", "new": "A2"}, "A2: was called A9 before"),
        ({"field": "options.score", "item": "rows", "old": 1, "new": 2}, "A2, points of option rows: was 1; now 2"),
        ({"field": "not_there_yet", "old": [1], "new": {"x": 2}}, 'A2, “not_there_yet”: was 1; now {"x": 2}'),
        ({"part": "scoring", "code": "", "field": "enough", "old": 0.55, "new": 0.6}, "scored: was 55 %; now 60 %"),
        (
            {"part": "grid", "code": "", "field": "languages", "old": ["en", "fr"], "new": ["ar"]},
            "was English, French; now Arabic",
        ),
    ],
)
def test_what_changed_is_said_as_people_say_it(what: dict[str, Any], said: str) -> None:
    assert said in one("en", **what)


def test_what_is_new_is_told_with_what_it_asks() -> None:
    after = small_grid().with_sections(small_grid().sections[:1])
    gone = described(differences(small_grid(), after), Words("en"))
    assert gone[0].startswith("Section B, no longer: “")
    assert all("(" in each for each in gone[1:])
    assert len(gone) == 1 + len(small_grid().sections[1].indicators)


def test_headings_are_those_of_the_sections_in_the_readers_words() -> None:
    title = Wording(en="Opening", fr="Ouverture")
    found = [
        Difference(how="changed", part="indicator", code="A2", section="A", section_title=title, field="weight", old=1)
    ]
    assert [heading for heading, _ in grouped(found, Words("fr"))] == ["Rubrique A\u00a0: Ouverture"]
    changed = small_grid().model_copy(update={"title": words("another"), "scoring": Scoring(enough=0.5)})
    headings = [heading for heading, _ in grouped(differences(small_grid(), changed), Words("en"))]
    assert headings == ["The grid as a whole", "How answers become points"]
