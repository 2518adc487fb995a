"""A scale that declares distances, changed in the workshop: nothing that it says gets lost."""

from __future__ import annotations

import pytest

from facilitate.domain.distances import Distances
from facilitate.domain.events.agreeing import ScaleProposed
from facilitate.domain.grid import Grid
from facilitate.domain.model import replaced
from facilitate.domain.scale import Level, Scale
from facilitate.language import Words
from facilitate.tui.agreeing import other_forms
from facilitate.tui.agreeing.reading import Values, WrongError
from facilitate.tui.agreeing.told import scale_told
from tests.making import small_grid, words

EN = Words("en")
OWN: Distances = ((0, 1, 3), (1, 0, 1 / 3), (3, 1 / 3, 0))


def grid(points: tuple[float, ...] = (1, 2, 3), distances: Distances = OWN) -> Grid:
    levels = tuple(Level(value=value, label=words(f"name {value}")) for value in points)
    scale = Scale(id="names", levels=levels, measurement="nominal", distances=distances)
    return replaced(small_grid(), scales=(scale,))


def kept(asked_of: Grid, **changes: str) -> Scale:
    """The scale after its form was filled in anew."""
    asked = other_forms.change_scale("names", lambda: asked_of, EN)
    values = other_forms.with_lists(dict(asked.begun), ("en",))
    fact = asked.read(values | {f"point.{name.replace('_', '.')}": text for name, text in changes.items()}, "why")
    assert isinstance(fact, ScaleProposed)
    assert fact.content is not None
    return fact.content


@pytest.mark.parametrize("points", [(1, 2, 3), (3, 1, 2), (3, 2, 1)])
def test_a_form_that_is_kept_as_it_was_gives_the_same_scale(points: tuple[float, ...]) -> None:
    assert kept(grid(points)) == grid(points).scales[0]


def test_a_scale_without_distances_is_not_asked_for_them() -> None:
    asked = other_forms.change_scale("names", lambda: grid(distances=()), EN)
    values = other_forms.with_lists(dict(asked.begun), ("en",))
    assert not [each for each in asked.fields(values) if each.name.endswith("apart")]
    assert kept(grid(distances=())).distances == ()


def test_each_point_is_asked_how_far_it_is_from_those_above() -> None:
    asked = other_forms.change_scale("names", lambda: grid(), EN)
    values = other_forms.with_lists(dict(asked.begun), ("en",))
    lines = {each.name: each.label for each in asked.fields(values) if each.name.endswith("apart")}
    assert list(lines) == [f"point.p{place}.apart" for place in (2, 3, 4, 5)]
    assert lines["point.p2.apart"] == "Point 2: distances from the points above"
    assert (values["point.p2.apart"], values["point.p3.apart"]) == ("1", "3 0.3333333333333333")


def test_a_point_with_another_number_takes_its_distances_along() -> None:
    found = kept(grid(), p1_value="9")
    assert found.values == (9, 2, 3)
    assert found.distances == ((0, 1 / 3, 1), (1 / 3, 0, 3), (1, 3, 0))


def test_a_point_that_is_emptied_takes_its_distances_away() -> None:
    empty = {f"p2_{each}": "" for each in ("value", "en", "fr", "ar")}
    assert kept(grid(), **empty).distances == ((0, 3), (3, 0))
    assert kept(grid(), **empty, p2_apart="", p3_apart="7").distances == ((0, 7), (7, 0))


def test_a_new_point_says_how_far_it_is_from_all_others() -> None:
    found = kept(grid(), p4_value="4", p4_en="four", p4_apart="٢, 5 0,5")
    assert found.distances[3] == (2, 5, 0.5, 0)
    assert [row[3] for row in found.distances] == [2, 5, 0.5, 0]
    assert tuple(row[:3] for row in found.distances[:3]) == OWN


@pytest.mark.parametrize(
    ("changes", "at", "said"),
    [
        ({"p4_value": "4", "p4_en": "four"}, "p4", "numbers needed: 3"),
        ({"p3_apart": "3"}, "p3", "numbers needed: 2"),
        ({"p3_apart": "3 -1"}, "p3", "numbers needed: 2"),
        ({"p3_apart": "3 far"}, "p3", "numbers needed: 2"),
        ({"p2_apart": "0", "p3_apart": "0 0"}, "p2", "One distance at least is above 0"),
    ],
)
def test_distances_that_cannot_be_kept_are_named(changes: Values, at: str, said: str) -> None:
    with pytest.raises(WrongError) as wrong:
        kept(grid(), **changes)
    assert wrong.value.field == f"point.{at}.apart"
    assert said in wrong.value.said(EN)


def test_where_all_lines_are_emptied_the_scale_declares_none() -> None:
    assert kept(grid(), p2_apart=" ", p3_apart="").distances == ()


def test_everybody_reads_how_far_every_two_points_are_from_each_other() -> None:
    scale = grid((3, 1, 2)).scales[0]
    told = {each.label: each.text for each in scale_told(scale, EN, ("en",))}
    assert told["Distances"] == "1 to 2: 1 · 1 to 3: 3 · 2 to 3: 0.3333333333"
    assert not [each for each in scale_told(grid(distances=()).scales[0], EN, ("en",)) if each.field == "distances"]
