"""Grids: the shipped one, and every kind of indicator that grids in the field use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Choice, Count, Derived, Duration, Interval, Note, Rating, Tally, YesNo
from facilitate.kits.check import check
from facilitate.kits.faults import Faulty
from facilitate.kits.grid_file import read_grid
from facilitate.kits.library import grids_folder
from tests.kits.desk import GRID, Desk, checked

HEAD = 'schema_version: 1\nkind: observation-grid\nid: g\nlanguages: [en]\ntitle: "G"\n'
SCALES = (
    "scales:\n"
    '  five: {levels: {1: "a", 2: "b", 3: "c", 4: "d", 5: "e"}}\n'
    '  odd: {levels: [{value: 1, label: "a"}, {value: 3, label: "b"}, {value: 5, label: "c"}], best: low}\n'
    '  low_high: {levels: {1: "Low", 2: "Medium", 3: "High"}, measurement: nominal}\n'
    "  zero: {levels: [0, 1, 2, 3]}\n"
)


def with_indicators(*indicators: str, before: str = SCALES) -> str:
    return (
        HEAD
        + before
        + 'sections:\n  - id: A\n    title: "A"\n    indicators:\n'
        + "".join(f"      - {indicator}\n" for indicator in indicators)
    )


def written(folder: Path, text: str) -> Path:
    file = folder / "g.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def shipped() -> Grid:
    return read_grid(grids_folder() / GRID)


def test_the_shipped_grid_is_complete() -> None:
    grid = shipped()
    kinds = [indicator.kind for indicator in grid.indicators()]
    assert (len(grid.sections), len(kinds)) == (6, 28)
    assert (kinds.count("rating"), kinds.count("count"), kinds.count("yesno")) == (20, 5, 3)
    assert sum(1 for indicator in grid.indicators() if indicator.auto) == 4
    assert grid.version == "0.1-draft"
    assert (grid.scoring.enough, grid.scoring.yes, grid.scoring.no, grid.scoring.evidence_for) == (0.6, 4, 1, (1, 4))
    assert len(grid.observer_rules) == 5
    assert all(set(rule.languages) == {"ar", "en", "fr"} for rule in grid.observer_rules)
    assert grid.by_id["C3"].evidence_auto == "log.relative_speaking_share"


def test_the_way_a_file_is_written_does_not_change_the_seal(desk: Desk) -> None:
    file = desk.path(GRID)
    text = file.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^#.*\n", "", text).replace("score: 4}", "score: 4.0}")
    text = text.replace('{"yes": 4, "no": 1}', "{no: 1, yes: 4}")
    file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert read_grid(file).fingerprint == shipped().fingerprint


def test_enough_as_a_number_wins_over_the_sentence(desk: Desk) -> None:
    desk.spoil(GRID, "  count_map: bands", "  enough: 0.5\n  count_map: bands")
    assert read_grid(desk.path(GRID)).scoring.enough == 0.5


EVERY_KIND = (
    '{id: A1, type: five, unit: step, steps: [Y04], text: "t", not_applicable: false, weight: 2, reverse: true}',
    '{id: A2, type: rating, scale: odd, about: moderator, text: "t", anchors: {1: "x", 3: null, 5: "z"}}',
    '{id: A3, type: yesno, text: "t", when: {indicator: A1, is: [1, 2]}, evidence_required_for: no}',
    '{id: A4, type: choice, several: true, text: "t", options: [a, {id: "b", label: "B", score: 2}]}',
    '{id: A5, type: percent, text: "t", threshold: 80}',
    '{id: A6, type: tally, text: "t", groups: [women, men], bands: [{max: 2, score: 5}, {score: 1}]}',
    '{id: A7, type: duration, text: "t"}',
    '{id: A8, type: interval, every_seconds: 60, text: "t", codes: [a, b]}',
    '{id: A9, type: snapshot, at_most: 1, text: "t", codes: [a]}',
    '{id: B1, type: low_high, text: "t"}',
    '{id: B2, type: derived, from: [B1, A3], rule: share, scale: five, text: "t"}',
    '{id: B3, type: note, text: "t", not_observed: no}',
)


def test_every_kind_of_indicator_can_be_said(tmp_path: Path) -> None:
    grid = read_grid(written(tmp_path, with_indicators(*EVERY_KIND)))
    found = [type(indicator) for indicator in grid.indicators()]
    assert found == [
        Rating, Rating, YesNo, Choice, Count, Tally, Duration, Interval, Interval, Rating, Derived, Note
    ]  # fmt: skip
    one, two, three = grid.by_id["A1"], grid.by_id["A2"], grid.by_id["A3"]
    assert (one.about, one.steps, one.weight, one.reverse, one.not_applicable) == ("step", ("Y04",), 2, True, False)
    assert isinstance(two, Rating)
    assert [anchor.value for anchor in two.anchors] == [1, 5]
    assert three.when is not None
    assert (three.when.values, three.evidence_for) == ((1, 2), ("no",))
    snapshot = grid.by_id["A9"]
    assert isinstance(snapshot, Interval)
    assert (snapshot.momentary, snapshot.at_most) == (True, 1)
    assert grid.by_id["B3"].not_observed is False
    scale = grid.scale("odd")
    assert scale is not None
    assert (scale.values, scale.best) == ((1, 3, 5), "low")


RATING = '{id: A1, type: five, text: "t"}'


@pytest.mark.parametrize(
    ("indicators", "says"),
    [
        (["{id: A1, type: five, text: no}"], 'put quotation marks around it: "no"'),
        (['{id: A1, type: five, text: "t", anchors: {1: "x", 6: "y"}}'], 'an anchor at "6", which is no point of five'),
        (['{id: A1, type: five, text: "t", anchors: {1: "x", 2: "y", 3: "z", 4: "u"}}'], "no anchor at: 5"),
        (['{id: A1, type: choice, text: "t", options: [a, not_observed]}'], "kept for answers that are not scores"),
        (['{id: A1, type: choice, text: "t", options: [a]}'], "at least 2 entries"),
        (['{id: A1, type: choice, text: "t"}'], 'the key "options" is missing'),
        (['{id: A1, type: yesno, text: "t", bands: []}'], 'the key "bands" is not known here'),
        ([RATING, '{id: A2, type: note, text: "t", when: {indicator: A9, is: [1]}}'], '"A9" is not defined'),
        (
            [RATING, '{id: A2, type: note, text: "t", when: {indicator: A1, is: [7]}}'],
            '"7" is no answer of indicator A1',
        ),
        ([RATING, '{id: A2, type: note, text: "t", when: {indicator: A1, is: []}}'], "at least 1 entry"),
        ([RATING, '{id: A2, type: derived, scale: five, text: "t", from: [A1, A7]}'], 'behaviour "A7" is not defined'),
        (['{id: A1, type: rating, text: "t"}'], 'the key "scale" is missing'),
        (['{id: A1, type: rating, scale: fiv, text: "t"}'], "the file defines five, odd, low_high, zero"),
        (['{id: A1, type: five, text: "t", weight: -1}'], "write 0 or more"),
        (['{id: A1, type: five, text: "t", evidence_required_for: [often]}'], '"often" is no answer'),
        (['{id: A1, type: interval, every_seconds: 0, text: "t", codes: [a]}'], "a number from 1 to"),
    ],
)
def test_a_mistake_in_a_grid_is_told_in_one_line(tmp_path: Path, indicators: list[str], says: str) -> None:
    told = checked(written(tmp_path, with_indicators(*indicators)))
    assert len(told) == 1, told
    assert says in told[0]


def test_a_circle_is_told_once(tmp_path: Path) -> None:
    text = with_indicators(
        '{id: A1, type: yesno, text: "t", when: {indicator: A2, is: yes}}',
        '{id: A2, type: yesno, text: "t", when: {indicator: A3, is: [5]}}',
        '{id: A3, type: derived, scale: five, text: "t", from: [A1]}',
        '{id: A4, type: yesno, text: "t", when: {indicator: A1, is: no}}',
    )
    (told,) = checked(written(tmp_path, text))
    assert "A1 → A2 → A3 → A1" in told


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (HEAD + "sections: []\n", "at least 1 entry"),
        (HEAD + 'sections:\n  - {id: A, title: "A", indicators: []}\n', "there is no indicator here"),
        (HEAD, 'the key "sections" is missing'),
        ("", "the file is empty"),
        ("- a\n", "keys with values; begin with"),
        ("id: x\n", 'the key "kind" is missing'),
        (with_indicators('{id: A1, type: five, text: "t"}', before=""), "the file defines no scale"),
        (
            with_indicators(RATING, before=SCALES.replace("zero: {levels: [0, 1, 2, 3]}", "zero: {levels: [0]}")),
            "two levels",
        ),
        (with_indicators(RATING, before=SCALES.replace("[0, 1, 2, 3]", "[0, 1, 1]")), "the level 1 is there twice"),
        (with_indicators(RATING, before=SCALES.replace("zero:", "count:")), "which is a kind of indicator"),
        (with_indicators(RATING, before=SCALES.replace("zero:", "no:")), 'quotation marks around the key: "no"'),
    ],
)
def test_a_grid_that_is_none_is_told_in_one_line(tmp_path: Path, text: str, says: str) -> None:
    told = checked(written(tmp_path, text))
    assert len(told) == 1, told
    assert says in told[0]


def test_a_text_alone_is_enough_in_one_language_only(tmp_path: Path) -> None:
    text = with_indicators(RATING).replace("languages: [en]", "languages: [en, fr]")
    assert any("needs a text for each language (en, fr)" in line for line in checked(written(tmp_path, text)))


def test_weights_that_contradict_the_rule_are_a_warning(tmp_path: Path) -> None:
    text = with_indicators('{id: A1, type: five, text: "t", weight: 2}', before=SCALES + "scoring: {weights: equal}\n")
    report = check([written(tmp_path, text)])
    assert not report.faults
    assert [warning.message_id for warning in report.warnings] == ["warning.weights_equal"]


def test_text_from_strangers_reaches_no_terminal(tmp_path: Path) -> None:
    text = with_indicators(
        '{id: A1, type: five, text: "\\e[31mred\\u202e"}', '{id: A2, "\\e[2Jx": 1, type: note, text: "t"}'
    )
    (told,) = checked(written(tmp_path, text))
    assert "\x1b" not in told
    clean = with_indicators('{id: A1, type: five, text: "\\e[31mred\\u202e"}')
    assert read_grid(written(tmp_path, clean)).by_id["A1"].text.en == "[31mred"


def test_faults_are_raised_to_who_reads_a_grid(desk: Desk) -> None:
    desk.spoil(GRID, "type: scale4", "type: five")
    with pytest.raises(Faulty) as caught:
        read_grid(desk.path(GRID))
    assert [fault.message_id for fault in caught.value.faults] == ["fault.unknown_scale"]


def test_an_agenda_is_no_grid() -> None:
    with pytest.raises(Faulty) as caught:
        read_grid(grids_folder() / "agendas" / "youth-needs.yaml")
    assert [fault.message_id for fault in caught.value.faults] == ["fault.other_kind"]


@pytest.mark.parametrize(
    ("kind", "field", "most"), [("choice", "options", 9), ("tally", "groups", 9), ("interval", "codes", 35)]
)
def test_what_no_key_could_give_is_refused(tmp_path: Path, kind: str, field: str, most: int) -> None:
    more = "every_seconds: 60, " if kind == "interval" else ""

    def with_options(count: int) -> list[str]:
        options = ", ".join(f'{{id: o{each}, label: "o"}}' for each in range(count))
        indicator = f'{{id: A1, type: {kind}, text: "t", {more}{field}: [{options}]}}'
        return checked(written(tmp_path, with_indicators(indicator)))

    assert not any("keys" in fault for fault in with_options(most))
    assert [fault for fault in with_options(most + 1) if f"{most} at most" in fault]
