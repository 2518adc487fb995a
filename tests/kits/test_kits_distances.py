"""Scales that say themselves how far their points are from each other: read, blamed, and written again."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitate.domain.distances import apart
from facilitate.domain.scale import Scale
from facilitate.kits.grid_file import read_grid
from facilitate.kits.writing.grid import grid_text
from facilitate.language import Words
from facilitate.language.words import CODES, Code
from tests.kits.desk import checked

LEVELS = '{1: "one", 2: "two", 3: "three"}'
OWN = "[[0, 1, 3], [1, 0, 6], [3, 6, 0]]"


def text(distances: str = OWN, levels: str = LEVELS) -> str:
    return (
        'schema_version: 1\nkind: observation-grid\nid: g\nlanguages: [en]\ntitle: "G"\nscales:\n  diagnoses:\n'
        f"    levels: {levels}\n    measurement: nominal\n    distances: {distances}\n"
        'sections:\n  - id: A\n    title: "A"\n    indicators:\n      - {id: A1, type: diagnoses, text: "t"}\n'
    )


def rows(*each: str) -> str:
    """Rows of their own, from line 11 on."""
    return "".join(f"\n      - {row}" for row in each)


def written(folder: Path, content: str) -> Path:
    file = folder / "g.yaml"
    file.write_text(content, encoding="utf-8")
    return file


def read(folder: Path, content: str) -> Scale:
    return read_grid(written(folder, content)).scales[0]


def test_a_scale_says_how_grave_it_is_to_take_one_point_for_another(tmp_path: Path) -> None:
    scale = read(tmp_path, text())
    assert scale.distances == ((0, 1, 3), (1, 0, 6), (3, 6, 0))
    assert read(tmp_path, text(rows("[0, 1.0, 3]", "[1, 0, 6]", "[3, 6.0, 0]"))) == scale


def test_rows_stand_in_the_order_of_the_levels_whatever_that_is(tmp_path: Path) -> None:
    turned = text("[[0, 3, 6], [3, 0, 1], [6, 1, 0]]", '{3: "three", 1: "one", 2: "two"}')
    found = read_grid(written(tmp_path, turned))
    assert apart(found.scales[0])[2, 3] == 6
    assert found.fingerprint == read_grid(written(tmp_path, text())).fingerprint
    again = grid_text(found, Words("en"))
    assert "    - [0, 3, 6]\n    - [3, 0, 1]\n    - [6, 1, 0]\n" in again
    assert read_grid(written(tmp_path, again)) == found


@pytest.mark.parametrize(
    ("distances", "line", "said"),
    [
        ("[]", 10, 'rows in "distances": 0, points of the scale: 3'),
        (rows("[0, 1, 3]", "[1, 0, 6]"), 10, 'rows in "distances": 2, points of the scale: 3'),
        (rows("[0, 1, 3]", "[1, 0]", "[3, 6, 0]"), 12, "numbers in the row of point 2: 2, points of the scale: 3"),
        (rows("[0, 1, 3]", "[1, 0, 6, 2]", "[3, 6, 0]"), 12, "numbers in the row of point 2: 4"),
        (rows("[0, -1, 3]", "[-1, 0, 6]", "[3, 6, 0]"), 11, '"distances" is -1, below 0'),
        (rows("[0, 1, 3]", "[1, 0, far]", "[3, 6, 0]"), 12, '"distances" must be a number, not "far"'),
        (rows("[0, 1, 3]", "[1, 0, .inf]", "[3, 6, 0]"), 12, '"distances" must be a number, not ".inf"'),
        (rows("[0, 1, 3]", "[1, 0, yes]", "[3, 6, 0]"), 12, '"distances" must be a number, not "yes"'),
        (rows("[0, 1, 3]", "[1, 2, 6]", "[3, 6, 0]"), 12, "the point 2 cannot be 2 away from itself"),
        (rows("[0, 1, 3]", "[1, 0, 6]", "[3, 5, 0]"), 13, "from 2 to 3 it is 6, from 3 to 2 it is 5"),
        (rows("[0, 0, 0]", "[0, 0, 0]", "[0, 0, 0]"), 10, "all distances are 0"),
        (rows("[0, 1, 3]", "nothing", "[3, 6, 0]"), 12, '"distances" must be a list'),
        ('"0 1 3"', 10, '"distances" must be a list'),
    ],
)
def test_what_is_wrong_is_said_on_its_line(tmp_path: Path, distances: str, line: int, said: str) -> None:
    found = checked(written(tmp_path, text(distances)))
    place = f"g.yaml:{line}: scale diagnoses: "
    assert [each for each in found if place + said in each], found
    assert all("scale diagnoses" in each for each in found)


@pytest.mark.parametrize("language", CODES)
def test_two_points_that_contradict_each_other_are_named_in_every_language(tmp_path: Path, language: Code) -> None:
    (said,) = checked(written(tmp_path, text("[[0, 1, 3], [1, 0, 6], [3, 5, 0]]")), language)
    assert "fault." not in said
    assert all(number in said.partition("g.yaml:10:")[2] for number in "2365")
