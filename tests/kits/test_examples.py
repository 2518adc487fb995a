"""The example grids and their kits, and clumsy mistakes in grids of their kinds."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitate.analysis.points import derive
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Derived, Duration, Interval, Note, Tally
from facilitate.kits import check as checking
from facilitate.kits.check import check
from facilitate.kits.grid_file import read_grid
from facilitate.kits.kit_file import read_kit
from facilitate.kits.library import grids_folder, shipped_kits
from facilitate.language import Words
from tests.kits.desk import Desk, checked

INTERVAL = "examples/interval-protocol.yaml"
BEHAVIOURS = "examples/behaviours.yaml"


def example(name: str) -> Grid:
    return read_grid(grids_folder() / name)


@pytest.mark.parametrize("name", [INTERVAL, BEHAVIOURS, "examples/kits/interval.yaml", "examples/kits/behaviours.yaml"])
def test_what_ships_has_neither_faults_nor_warnings(name: str) -> None:
    report = check([grids_folder() / name])
    assert (report.faults, report.warnings, report.files) == ((), (), 1)


@pytest.mark.parametrize(
    ("name", "text"),
    [(INTERVAL, ', ar: "شرح (المسيّر)"'), (BEHAVIOURS, ', fr: "Faible"')],
)
def test_a_gap_in_one_language_is_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch, name: str, text: str) -> None:
    monkeypatch.setattr(checking, "grids_folder", lambda: desk.folder)
    line = desk.spoil(name, text, "")
    (told,) = checked(desk.path(name))
    assert f":{line}: " in told


@pytest.mark.parametrize(("name", "grid"), [("interval", INTERVAL), ("behaviours", BEHAVIOURS)])
def test_a_meeting_can_start_from_their_kits(name: str, grid: str) -> None:
    kit = read_kit(name)
    assert kit.grid == example(grid)
    assert kit.agenda.steps


def test_examples_come_after_the_kits_for_meetings() -> None:
    assert shipped_kits() == ("farmers", "youth", "behaviours", "interval")


def test_the_interval_protocol_has_25_codes_and_other_kinds_around() -> None:
    grid = example(INTERVAL)
    protocol, snapshot = (each for each in grid.indicators() if isinstance(each, Interval))
    codes = [code.id for code in protocol.codes]
    assert [sum(code.startswith(sign) for code in codes) for sign in ("m-", "p-")] == [12, 13]
    assert (protocol.every_seconds, protocol.momentary, protocol.at_most) == (120, False, None)
    assert (snapshot.momentary, snapshot.at_most) == (True, 1)
    assert {Tally, Duration, Note} <= {type(each) for each in grid.indicators()}


def test_the_adapted_grid_says_whose_work_it_rests_upon() -> None:
    for name in (INTERVAL, BEHAVIOURS):
        teach = example(name).sources["TEACH"]
        assert "CC BY 4.0 IGO" in teach.cite
        assert "not endorsed by The World Bank" in (teach.note or "")


@pytest.mark.parametrize(
    ("behaviours", "element"),
    [
        ((1, 1, 1), 1),
        ((2, 2, 2), 3),
        ((3, 3, 3), 5),
        ((1, 2, 3), 3),
        ((3, 3, 2), 1 + 4 * (1 + 1 + 0.5) / 3),  # 4.33: reached all, all and half of the way
        ((1, 1, 3), 1 + 4 / 3),
        ((3, 2), 4),  # the third was not observed
    ],
)
def test_low_medium_high_make_an_element_from_1_to_5(behaviours: tuple[int, ...], element: float) -> None:
    grid = example(BEHAVIOURS)
    found = grid.by_id["A1"]
    assert isinstance(found, Derived)
    worth = [(grid.by_id[name], float(value)) for name, value in zip(found.behaviours, behaviours, strict=False)]
    assert derive(grid, found, worth) == pytest.approx(element)


def test_every_behaviour_feeds_one_element() -> None:
    grid = example(BEHAVIOURS)
    feeding = [name for each in grid.indicators() if isinstance(each, Derived) for name in each.behaviours]
    assert sorted(feeding) == sorted(each.id for each in grid.indicators() if each.kind == "rating")
    assert (len(feeding), len(set(feeding))) == (18, 18)


HEAD = """schema_version: 1
kind: observation-grid
id: g
languages: [en]
title: "G"
scales:
  low_high: {levels: {1: "Low", 2: "Medium", 3: "High"}}
  five: {levels: {1: "a", 2: "b", 3: "c", 4: "d", 5: "e"}}
  odd: {levels: {1: "a", 3: "b", 5: "c"}}
sections:
  - id: A
    title: "A"
    indicators:
"""
BEFORE = HEAD.count("\n")
BASE = '{id: A0, type: low_high, unit: moderator, text: "t"}'


def derived(more: str, name: str = "A1") -> str:
    return f'{{id: {name}, type: derived, unit: moderator, scale: five, text: "t", {more}}}'


def interval(more: str) -> str:
    return f'{{id: A1, type: interval, text: "t", {more}}}'


def written(folder: Path, indicators: tuple[str, ...]) -> Path:
    file = folder / "g.yaml"
    file.write_text(HEAD + "".join(f"      - {each}\n" for each in indicators), encoding="utf-8")
    return file


WRONG = [
    ((interval("every_seconds: 120"),), 'the key "codes" is missing or empty'),
    ((interval("codes: []"),), '"codes" needs at least 1 entry'),
    ((interval("codes: [a, b], at_most: 3"),), '"at_most" is 3; write a number from 1 to 2'),
    ((interval("codes: [a, a]"),), 'the code "a" is used twice'),
    ((interval("codes: [a], every_seconds: 0"),), '"every_seconds" is 0; write a number from 1'),
    ((interval("codes: [a], every_seconds: two"),), '"every_seconds" must be a whole number'),
    (('{id: A1, type: tally, text: "t", groups: [women, women]}',), 'the code "women" is used twice'),
    (('{id: A1, type: odd, text: "t", anchors: {1: "x", 2: "y", 3: null, 5: "z"}}',), 'an anchor at "2"'),
    (('{id: A1, type: yesno, text: "t", when: {indicator: A1, is: ["yes"]}}',), "wait for each other: A1 → A1"),
    ((derived("from: [A1]"),), "wait for each other: A1 → A1"),
    ((BASE, derived("from: []")), '"from" needs at least 1 entry'),
    ((BASE, derived("from: [A9]")), 'behaviour "A9" is not defined'),
    ((BASE, derived("from: [A0, A0]")), '"A0" is in the list "from" twice'),
    ((BASE, derived("from: [A0], rule: average")), '"rule" cannot be "average"'),
    (('{id: A0, type: note, text: "t"}', derived("from: [A0]")), '"A0" is worth no points'),
    (('{id: A0, type: count, text: "t"}', derived("from: [A0]")), '"A0" is worth no points'),
    (('{id: A0, type: low_high, unit: step, text: "t"}', derived("from: [A0], rule: share")), 'has the unit "step"'),
    ((BASE, derived("from: [A0], rule: share"), derived("from: [A1]", "A2")), '"A1" is derived itself'),
]


@pytest.mark.parametrize(("indicators", "said"), WRONG, ids=[said for _, said in WRONG])
def test_a_clumsy_mistake_is_one_plain_line(tmp_path: Path, indicators: tuple[str, ...], said: str) -> None:
    file = written(tmp_path, indicators)
    (told,) = checked(file)
    assert said in told
    assert told.startswith(f"{file}:{BEFORE + len(indicators)}: indicator A")
    assert "; " in told  # the mend


def test_a_circle_of_elements_is_told(tmp_path: Path) -> None:
    told = checked(written(tmp_path, (derived("from: [A2]", "A1"), derived("from: [A1]", "A2"))))
    assert any("A1 → A2 → A1" in line for line in told)


def test_a_rule_that_cannot_reach_the_points_is_a_warning(tmp_path: Path) -> None:
    def warnings(rule: str) -> list[str]:
        report = check([written(tmp_path, (BASE, derived(f"from: [A0], rule: {rule}")))])
        assert not report.faults
        return [each.shown(Words("en")) for each in report.warnings]

    (told,) = warnings("mean")
    assert "points 1 to 3, but five goes from 1 to 5" in told
    assert warnings("share") == []
