"""The seal of a grid: the same for the same content, another one for any other content."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError

from facilitate.domain.canonical import digest
from facilitate.domain.grid import Grid, Source
from facilitate.domain.indicator import Choice, Derived, Duration, Interval, Note, Option, YesNo
from facilitate.domain.scale import Band, Level, Scale
from tests.making import rating, small_grid, words

OPTIONS = (Option(id="a", label=words("a"), score=1), Option(id="b", label=words("b"), score=4))

LEVELS = tuple(Level(value=value, label=words(f"name {value}")) for value in (1, 2, 3))


def wide_grid() -> Grid:
    """A grid with indicators of all kinds and something in most fields."""
    grid = small_grid(
        (
            Choice(id="C1", text=words("choice"), options=OPTIONS, several=True),
            Duration(id="C2", text=words("duration"), groups=OPTIONS),
            Interval(id="C3", text=words("interval"), codes=OPTIONS, at_most=1),
            Derived(id="C4", text=words("derived"), scale="scale4", behaviours=("A1", "A2")),
            rating("C5", weight=2.0, reverse=True, auto="late_minutes", evidence_for=(1, "yes"), sources=("s1",)),
        )
    )
    names = Scale(id="names", levels=LEVELS, measurement="nominal", distances=((0, 1, 3), (1, 0, 6.5), (3, 6.5, 0)))
    others = {"sources": {"s1": Source(cite="A book")}, "observer_rules": (words("be silent"),)}
    return grid.model_copy(update={**others, "scales": (*grid.scales, names)})


GRID = wide_grid()
CONTENT: dict[str, Any] = json.loads(GRID.model_dump_json(exclude_defaults=True))


def leaves(content: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value in a tree."""
    if isinstance(content, dict | list):
        pairs = content.items() if isinstance(content, dict) else enumerate(content)
        for key, value in pairs:
            yield from leaves(value, (*path, key))
    else:
        yield path


def other(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int | float) else f"{value}x"


def changed(content: Any, path: tuple[Any, ...]) -> Any:
    key, rest = path[0], path[1:]
    copy = dict(content) if isinstance(content, dict) else list(content)
    copy[key] = changed(copy[key], rest) if rest else other(copy[key])
    return copy


def mirrored(content: Any) -> Any:
    """The same tree with the keys of every object the other way round."""
    if isinstance(content, dict):
        return {key: mirrored(content[key]) for key in reversed(content)}
    return [mirrored(each) for each in content] if isinstance(content, list) else content


def test_the_order_of_keys_does_not_matter() -> None:
    assert Grid.model_validate(mirrored(CONTENT)).fingerprint == GRID.fingerprint


def test_white_space_and_the_spelling_of_accents_do_not_matter() -> None:
    one = Grid(id="g", title=words("l’étape  du\tmatin "))
    two = Grid(id="g", title=words("l’e\u0301tape du matin"))
    assert one.fingerprint == two.fingerprint


def test_defaults_that_are_written_out_do_not_matter() -> None:
    assert Grid.model_validate(GRID.model_dump(mode="json")).fingerprint == GRID.fingerprint


def neighbours() -> Iterator[Any]:
    """Every grid that differs from this one in a single value, with where it differs."""
    for path in leaves(CONTENT):
        with suppress(ValidationError):
            yield pytest.param(Grid.model_validate(changed(CONTENT, path)), id=".".join(map(str, path)))


@pytest.mark.parametrize("grid", list(neighbours()))
def test_any_single_change_of_content_matters(grid: Grid) -> None:
    assert grid.fingerprint != GRID.fingerprint


def test_the_kind_of_an_indicator_matters() -> None:
    def grid(indicator: YesNo | Note) -> Grid:
        sections = small_grid().sections
        return small_grid().with_sections((sections[0].model_copy(update={"indicators": (indicator,)}),))

    text = words("was it quiet?")
    assert grid(YesNo(id="Q", text=text)).fingerprint != grid(Note(id="Q", text=text)).fingerprint


def test_the_order_of_indicators_matters() -> None:
    first, second = small_grid().sections
    assert small_grid().with_sections((second, first)).fingerprint != small_grid().fingerprint


@given(st.permutations(range(3)))
def test_a_grid_that_was_changed_forgets_the_old_fingerprint(order: list[int]) -> None:
    grid = small_grid()
    before, first = grid.fingerprint, grid.sections[0]
    indicators = tuple(first.indicators[place] for place in order)
    after = grid.with_sections((first.model_copy(update={"indicators": indicators}), grid.sections[1]))
    assert (after.fingerprint == before) == (order == [0, 1, 2])
    assert list(after.by_id)[:3] == [each.id for each in indicators]


def test_the_short_form_is_for_the_eye() -> None:
    assert re.fullmatch(r"[0-9A-F]{4}-[0-9A-F]{4}", GRID.short_fingerprint)
    assert GRID.fingerprint.upper().startswith(GRID.short_fingerprint.replace("-", ""))
    assert len(GRID.fingerprint) == 64


@pytest.mark.parametrize("text", ["0", "-0.0", "0.0", "0e0", "-0"])
def test_zero_is_zero(text: str) -> None:
    band = Band.model_validate_json(f'{{"max": {text}, "score": {text}}}')
    assert digest(band.model_dump(mode="json")) == digest({"max": 0, "score": 0})


@pytest.mark.parametrize("text", ["4", "4.0", "4e0", "0.4e1", "40e-1"])
def test_four_is_four(text: str) -> None:
    def with_points(four: str) -> Grid:
        raw = small_grid().model_dump_json().replace('"value":4,', f'"value":{four},')
        assert f'"value":{four},' in raw
        return Grid.model_validate_json(raw)

    assert with_points(text).fingerprint == small_grid().fingerprint
    assert with_points("4.5").fingerprint != small_grid().fingerprint


def test_what_a_file_writes_as_a_map_has_no_order() -> None:
    scale, rest = small_grid().scales[0], small_grid().scales[1:]
    turned = scale.model_copy(update={"levels": scale.levels[::-1]})
    other = scale.model_copy(update={"id": "a-scale"})
    one = small_grid().model_copy(update={"scales": (scale, other, *rest)})
    two = small_grid().model_copy(update={"scales": (*rest, other, turned)})
    assert one.fingerprint == two.fingerprint != small_grid().fingerprint


@given(st.text("\u064a\u0654\u200d\u0626\u0644\u0627e\u0301\u00e9\U0001f469\U0001f33e \u2329\u2260=\u0338", min_size=1))
@example("\u0626\u200d")
def test_a_letter_in_two_parts_is_the_letter_beside_whatever_joiners(text: str) -> None:
    spellings = {
        Grid(id="g", title=words(f"a{unicodedata.normalize(form, text)}")).fingerprint for form in ("NFC", "NFD")
    }
    assert len(spellings) == 1


@given(st.text())
def test_a_grid_that_went_through_a_journal_keeps_its_seal(text: str) -> None:
    grid = Grid(id="g", title=words(f"a{text}"), version=f"1{text}", observer_rules=(words(text),))
    assert Grid.model_validate_json(grid.model_dump_json()).fingerprint == grid.fingerprint
    assert Grid.model_validate_json(grid.model_dump_json(exclude_defaults=True)).fingerprint == grid.fingerprint


def test_a_copy_with_another_title_does_not_keep_the_old_seal() -> None:
    grid = small_grid()
    before, known = grid.fingerprint, grid.by_id
    copy = grid.model_copy(update={"title": words("another")})
    assert copy.fingerprint != before
    assert (grid.fingerprint, grid.by_id) == (before, known)
