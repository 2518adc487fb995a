"""Two grids compared: the list is empty exactly where the seals are the same, and says what became of each part."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from facilitate.analysis.differences import Difference, differences
from facilitate.domain.grid import Grid, Section
from facilitate.domain.indicator import Choice, Note, YesNo
from facilitate.kits.grid_file import read_grid
from facilitate.kits.library import grids_folder
from tests.domain.strategies import models
from tests.domain.test_fingerprint import changed, leaves, wide_grid
from tests.making import rating, small_grid, words

SHIPPED = ("observation/grid-meeting.yaml", "examples/interval-protocol.yaml", "examples/behaviours.yaml")


def told(before: Grid, after: Grid) -> list[tuple[Any, ...]]:
    """What tests look at: how, what, which field, before and after."""
    return [(each.how, each.code, each.field, each.old, each.new) for each in differences(before, after)]


def grid_of(*sections: Section) -> Grid:
    return small_grid().with_sections(sections)


def section(name: str, *indicators: Any) -> Section:
    return Section(id=name, title=words(f"title {name}"), indicators=indicators)


A, B, C, D = rating("A1"), rating("A2"), rating("A3"), rating("A4")


@pytest.mark.parametrize("name", SHIPPED)
def test_every_single_change_of_a_shipped_grid_is_told_once(name: str) -> None:
    grid = read_grid(grids_folder() / name)
    for each in (grid.with_sections(()), *(grid.with_sections((section,)) for section in grid.sections)):
        content = json.loads(each.model_dump_json())
        for path in leaves(content):
            if not each.sections or path[0] == "sections":
                _told_once(each, content, path)


def _told_once(grid: Grid, content: Any, path: tuple[Any, ...]) -> None:
    try:
        other = Grid.model_validate(changed(content, path))
    except (ValidationError, TypeError):
        return
    found = differences(grid, other)
    assert bool(found) == (grid.fingerprint != other.fingerprint), path
    assert len(found) == 1 or path[-1] in ("id", "kind", "value"), (path, found)


@given(before=models(Grid), after=models(Grid))
def test_two_grids_differ_in_nothing_where_their_seals_are_one(before: Grid, after: Grid) -> None:
    assert bool(differences(before, after)) == (before.fingerprint != after.fingerprint)
    assert differences(before, Grid.model_validate_json(before.model_dump_json())) == ()


@given(data=st.data(), grid=models(Grid))
def test_a_grid_and_another_that_differs_in_one_value(data: st.DataObject, grid: Grid) -> None:
    content = json.loads(grid.model_dump_json())
    path = data.draw(st.sampled_from(list(leaves(content))))
    try:
        other = Grid.model_validate(changed(content, path))
    except (ValidationError, TypeError):
        return
    assert bool(differences(grid, other)) == (grid.fingerprint != other.fingerprint)
    assert bool(differences(other, grid)) == bool(differences(grid, other))


def test_every_value_that_may_be_left_out_is_told_when_it_is() -> None:
    grid = wide_grid()
    content = json.loads(grid.model_dump_json())
    for path in leaves(content):
        try:
            other = Grid.model_validate(_without(content, path))
        except ValidationError:
            continue
        assert bool(differences(grid, other)) == (grid.fingerprint != other.fingerprint), path


@pytest.mark.parametrize("name", SHIPPED)
def test_every_item_left_out_and_every_two_that_changed_places_are_told(name: str) -> None:
    shipped = read_grid(grids_folder() / name)
    for grid in (
        wide_grid(),
        shipped.with_sections(()),
        *(shipped.with_sections((each,)) for each in shipped.sections),
    ):
        content = json.loads(grid.model_dump_json())
        for changed_list in _lists(content):
            try:
                other = Grid.model_validate(changed_list)
            except ValidationError:
                continue
            assert bool(differences(grid, other)) == (grid.fingerprint != other.fingerprint)


def _lists(content: Any) -> Iterator[Any]:
    """The content with an item of a list left out, or changed with the one before it, at any depth."""
    if isinstance(content, dict):
        for key, value in content.items():
            yield from ({**content, key: each} for each in _lists(value))
    elif isinstance(content, list):
        for place, value in enumerate(content):
            before, after = content[:place], content[place + 1 :]
            yield [*before, *after]
            if before:
                yield [*before[:-1], value, before[-1], *after]
            yield from ([*before, each, *after] for each in _lists(value))


def test_options_in_another_order_are_told_with_what_they_stand_after() -> None:
    grid = wide_grid()
    choice = grid.by_id["C1"]
    assert isinstance(choice, Choice)
    turned = choice.model_copy(update={"options": choice.options[::-1]})
    section = grid.section_of["C1"]
    others = tuple(turned if each.id == "C1" else each for each in section.indicators)
    sections = (
        each if each.id != section.id else each.model_copy(update={"indicators": others}) for each in grid.sections
    )
    found = differences(grid, grid.with_sections(tuple(sections)))
    assert [(each.how, each.code, each.field) for each in found] == [("moved", "C1", "options.place")]
    assert (found[0].old, found[0].new) in (({"after": None}, {"after": "b"}), ({"after": "a"}, {"after": None}))


def _without(content: Any, path: tuple[Any, ...]) -> Any:
    key, rest = path[0], path[1:]
    if isinstance(content, dict):
        return {
            each: _without(value, rest) if each == key else value
            for each, value in content.items()
            if rest or each != key
        }
    items = [_without(value, rest) if place == key and rest else value for place, value in enumerate(content)]
    return items if rest else [each for place, each in enumerate(items) if place != key]


def test_a_code_that_changed_is_no_new_indicator() -> None:
    before, after = grid_of(section("A", A, B)), grid_of(section("A", A.model_copy(update={"id": "A9"}), B))
    assert told(before, after) == [("renamed", "A9", "id", "A1", "A9")]


def test_after_one_was_dropped_the_others_moved_up_and_are_known_by_their_words() -> None:
    up = [each.model_copy(update={"id": code}) for each, code in ((B, "A1"), (C, "A2"))]
    before, after = grid_of(section("A", A, B, C)), grid_of(section("A", *up))
    assert [each[:3] for each in told(before, after)] == [
        ("renamed", "A1", "id"),
        ("renamed", "A2", "id"),
        ("gone", "A1", ""),
    ]


def test_a_code_and_a_word_beside_it_may_change_together() -> None:
    after = grid_of(section("A", A.model_copy(update={"id": "A9", "weight": 2.0}), B))
    found = told(grid_of(section("A", A, B)), after)
    assert found == [("renamed", "A9", "id", "A1", "A9"), ("changed", "A9", "weight", 1, 2)]


def test_one_that_moved_to_another_section_is_told_where_it_stands_now() -> None:
    before = grid_of(section("A", A, B), section("B", C))
    after = grid_of(section("A", B), section("B", C, A))
    found = differences(before, after)
    assert [(each.how, each.code, each.section) for each in found] == [("moved", "A1", "B")]
    assert (found[0].old, found[0].new) == ({"section": "A", "after": None}, {"section": "B", "after": "A3"})


def test_of_four_only_the_one_that_was_moved_is_told() -> None:
    before, after = grid_of(section("A", A, B, C, D)), grid_of(section("A", D, A, B, C))
    assert [each[:2] for each in told(before, after)] == [("moved", "A4")]


def test_a_section_that_is_gone_takes_its_indicators_along_or_leaves_them_elsewhere() -> None:
    before, after = grid_of(section("A", A), section("B", B, C)), grid_of(section("A", A, C))
    assert [each[:2] for each in told(before, after)] == [("moved", "A3"), ("gone", "B"), ("gone", "A2")]


def test_a_section_with_another_name_and_title_and_weight() -> None:
    before = grid_of(section("A", A), section("B", B))
    renamed = section("B", B).model_copy(update={"id": "Z", "weight": 2.0})
    assert told(before, grid_of(section("A", A), renamed)) == [
        ("renamed", "Z", "id", "B", "Z"),
        ("changed", "Z", "weight", 1, 2),
    ]
    found = told(before, grid_of(section("B", B), section("A", A)))
    assert [each[:3] for each in found] in ([("moved", "A", "place")], [("moved", "B", "place")])


def test_who_names_a_scale_or_an_indicator_follows_its_new_name() -> None:
    grid = wide_grid()
    text = grid.model_dump_json().replace('"scale4"', '"four"').replace('"A1"', '"Q1"')
    assert [each[:3] for each in told(grid, Grid.model_validate_json(text))] == [
        ("renamed", "four", "id"),
        ("renamed", "Q1", "id"),
    ]


def test_another_kind_under_the_same_code() -> None:
    text = words("was it quiet?")
    before = grid_of(section("A", YesNo(id="Q", text=text, yes_means=words("all heard"))))
    found = told(before, grid_of(section("A", Note(id="Q", text=text))))
    assert [each[:3] for each in found] == [("changed", "Q", "kind"), ("gone", "Q", "yes_means")]


def test_a_text_is_told_for_each_language_in_which_it_changed() -> None:
    one = A.model_copy(update={"text": A.text.model_copy(update={"en": "open", "fr": "ouvert", "ar": None})})
    two = A.model_copy(update={"text": A.text.model_copy(update={"en": "open", "fr": "ouverte", "ar": "مفتوح"})})
    found = differences(grid_of(section("A", one)), grid_of(section("A", two)))
    assert [(each.how, each.language, each.old, each.new) for each in found] == [
        ("added", "ar", None, "مفتوح"),
        ("changed", "fr", "ouvert", "ouverte"),
    ]


def test_a_rule_that_was_put_between_others_leaves_them_alone() -> None:
    rules = tuple(map(words, ("sit", "score alone", "one fact")))
    before = small_grid().model_copy(update={"observer_rules": rules})
    after = small_grid().model_copy(update={"observer_rules": (rules[0], words("be silent"), *rules[1:])})
    found = differences(before, after)
    assert [(each.how, each.field, each.item) for each in found] == [("added", "observer_rules", "2")]
    reworded = small_grid().model_copy(update={"observer_rules": (rules[0], words("alone"), rules[2])})
    assert {(each.how, each.item) for each in differences(before, reworded)} == {("changed", "2")}


def test_differences_are_data_that_can_be_written_and_read_again() -> None:
    found = differences(wide_grid(), small_grid())
    assert [Difference.model_validate_json(each.model_dump_json()) for each in found] == list(found)
