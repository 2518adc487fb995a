"""The seal of a grid's file: the same however it is spelt, another one for whatever is said differently."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import example, given
from hypothesis import settings as how_often
from hypothesis import strategies as st

from facilitate.domain.grid import Grid
from facilitate.domain.indicator import About
from facilitate.kits.grid_file import grid_of, read_grid
from facilitate.kits.header import GRID, kind_of
from facilitate.kits.indicators import LOG_MEASURES
from facilitate.kits.library import grids_folder
from facilitate.kits.sheet import Sheet
from facilitate.kits.yaml_lines import Document, read_yaml
from tests.kits.respelling import respelt

SHIPPED = {
    "observation/grid-meeting.yaml": "02a038c504d1f31bf56ce6f5a9b4eb1bcd02b8b0849e11fe345ffb7f1455bc80",
    "examples/interval-protocol.yaml": "efc1b7da683b3ae1a11ac4784ab0720f5ce1fca119015ef2b775a47964006701",
    "examples/behaviours.yaml": "764f497f4def5b855c8c026eae140f16c3e9400a4857ba7a8010349f3f503e41",
}
"""Seals that hold on every machine, under every Python. Whoever changes a grid that ships changes its line here; where
a line must change although no grid did, every seal that people gave is broken."""

ONE_OF = {
    "unit": get_args(About),
    "type": ("yesno", "note", "count", "percent", "tally", "duration"),
    "auto": LOG_MEASURES,
    "measure": ("times", "minutes", "seconds", "steps", "people", "percent"),
    "rule": ("mean", "lowest", "highest", "share"),
    "weights": ("equal", "declared"),
    "languages": ("en", "fr", "ar"),
    "sources": ("IAF", "TEACH", "COPUS", "RTI", "MNSU"),
    "from": ("A1a", "A1b", "B1a"),
}
"""Other words that can stand under a key at which no other text can."""

SPELLING = (("schema_version",),)
"""What says how to read the file, and is no content of the grid."""


def seal_of(data: Any) -> str | None:
    """The seal of a file's data, as `read_grid` would find it; nothing where the file has a fault."""
    sheet = Sheet(Document("x.yaml", data, {}, {}))
    grid = grid_of(sheet) if kind_of(sheet, (GRID,)) else None
    return grid.fingerprint if grid and not sheet.faults else None


def data_of(name: str) -> Any:
    return read_yaml(grids_folder() / name).data


@pytest.mark.parametrize("name", SHIPPED)
def test_the_grids_that_ship_have_the_same_seal_everywhere(name: str) -> None:
    assert read_grid(grids_folder() / name).fingerprint == SHIPPED[name]
    assert seal_of(data_of(name)) == SHIPPED[name]


@pytest.mark.parametrize("name", SHIPPED)
@how_often(max_examples=12)
@given(seed=st.integers(0, 2**32))
@example(seed=0)
def test_another_spelling_of_a_file_has_the_same_seal(name: str, seed: int) -> None:
    path = _FOLDER / "respelt.yaml"
    path.write_bytes(respelt(data_of(name), seed))
    assert read_grid(path).fingerprint == SHIPPED[name]


_FOLDER = Path()


@pytest.fixture(autouse=True, scope="module")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    global _FOLDER
    _FOLDER = tmp_path_factory.mktemp("respelt")


def leaves(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from leaves(value, (*path, key))
    else:
        yield path


def at(data: Any, path: tuple[Any, ...]) -> Any:
    return at(data[path[0]], path[1:]) if path else data


def others(path: tuple[Any, ...], value: Any) -> list[Any]:
    """What could stand there instead."""
    key = next(each for each in reversed(path) if isinstance(each, str))
    if isinstance(value, bool):
        return [not value]
    if value is None:
        return [7, {"en": "x", "fr": "x", "ar": "x"}]
    if isinstance(value, int | float):
        return [value + 1, value / 3, 0 if value else 0.5]
    return [each for each in (f"{value}x", *ONE_OF.get(key, ())) if each != value]


def with_other(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    key, rest = path[0], path[1:]
    copy = dict(data) if isinstance(data, dict) else list(data)
    copy[key] = with_other(copy[key], rest, value) if rest else value
    return copy


def without(data: Any, path: tuple[Any, ...]) -> Any:
    """The data without an item of a list."""
    *way, last = path
    items = [each for place, each in enumerate(at(data, tuple(way))) if place != last]
    return with_other(data, tuple(way), items)


def lists(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The ways to all items of lists."""
    if isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            if isinstance(data, list):
                yield (*path, key)
            yield from lists(value, (*path, key))


@pytest.mark.parametrize("name", SHIPPED)
def test_every_single_change_of_a_file_gives_another_seal(name: str) -> None:
    read = every = 0
    for data, path in changeable(data_of(name)):
        before = seal_of(data)
        assert before
        found = {seal_of(with_other(data, path, each)) for each in others(path, at(data, path))} - {None}
        assert before not in found or path in SPELLING, path
        read, every = read + bool(found), every + 1
    assert read > 0.75 * every  # a test that reads nothing would prove nothing


def changeable(data: Any) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Every leaf of a grid; those of a section in a grid of this section only, which is read in less time."""
    yield from ((data, path) for path in leaves(data) if path[0] != "sections")
    for section in data["sections"]:
        alone = data | {"sections": [section]}
        yield from ((alone, path) for path in leaves(alone) if path[0] == "sections")


@pytest.mark.parametrize("name", SHIPPED)
def test_every_item_left_out_and_every_order_of_a_list_gives_another_seal(name: str) -> None:
    data = data_of(name)
    for path in lists(data):
        assert seal_of(without(data, path)) != SHIPPED[name], path
        *way, place = path
        items = at(data, tuple(way))
        if place and items[place] != items[place - 1]:
            turned = [*items[: place - 1], items[place], items[place - 1], *items[place + 1 :]]
            assert seal_of(with_other(data, tuple(way), turned)) != SHIPPED[name], path


NUMBERS = """
schema_version: 1
kind: observation-grid
id: g
languages: [en]
title: "t"
scales: {{s: {{levels: {{0: "none", {one}: "one", 2: "two"}}}}}}
scoring: {{enough: {half}, yesno_map: {{"yes": 2, "no": {one}}}, evidence_required_for: [{one}]}}
sections:
  - id: A
    title: "a"
    weight: {half}
    indicators:
      - id: A1
        type: s
        text: "x"
        anchors: {{0: "n", {one}: "o", 2: "t"}}
        weight: {two}
        when: {{indicator: A2, is: [{one}]}}
      - id: A2
        type: count
        text: "y"
        bands: [{{max: {one}, score: {two}}}, {{score: {zero}}}]
        threshold: {two}
      - {{id: A3, type: interval, text: "z", every_seconds: {two}, codes: [c]}}
"""


def numbers(folder: Path, **spelt: str) -> Grid:
    path = folder / "numbers.yaml"
    path.write_text(NUMBERS.format(**{"zero": "0", "half": "0.5", "one": "1", "two": "2"} | spelt), encoding="utf-8")
    return read_grid(path)


@pytest.mark.parametrize(
    "spelt",
    [
        {"one": "1.0", "two": "2.0"},
        {"one": "1.", "two": "+2"},
        {"half": ".5"},
        {"half": "+0.500"},
        {"zero": "-0"},
        {"zero": "-0.0"},
        {"zero": ".0"},
    ],
)
def test_a_number_is_the_same_however_it_is_spelt(tmp_path: Path, spelt: dict[str, str]) -> None:
    assert numbers(tmp_path, **spelt).fingerprint == numbers(tmp_path).fingerprint


@pytest.mark.parametrize("spelt", [{"half": "0.25"}, {"zero": "1"}, {"one": "1.5"}])
def test_another_number_is_another_seal(tmp_path: Path, spelt: dict[str, str]) -> None:
    assert numbers(tmp_path, **spelt).fingerprint != numbers(tmp_path).fingerprint


def test_every_remark_on_a_scale_counts_in_whatever_order(tmp_path: Path) -> None:
    def seal(*remarks: str) -> str:
        text = NUMBERS.format(zero="0", half="0.5", one="1", two="2").replace("scales: {s: {", "scales: {s: {%s, ")
        path = tmp_path / "remarks.yaml"
        path.write_text(text % ", ".join(remarks), encoding="utf-8")
        return read_grid(path).fingerprint

    assert seal("why_a: x", "why_b: y", "note: z") == seal("note: z", "why_b: y", "why_a: x")
    assert len({seal("why_a: x", "why_b: y"), seal("why_a: x", "why_b: w"), seal("why_a: x")}) == 3
