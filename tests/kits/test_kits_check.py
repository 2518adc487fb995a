"""Checking paths: faults, warnings and what cannot be read are told apart."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from facilitate.cli.frame import DONE, FINDINGS
from facilitate.kits import check as checking
from facilitate.kits import library
from facilitate.kits.check import check
from facilitate.kits.library import grids_folder
from facilitate.language import Words
from tests.cli.running import run
from tests.kits.desk import ENERGISERS, GRID, WORDS, YOUTH, Desk, checked

README = grids_folder() / "README.md"
EXAMPLES = re.findall(r"```yaml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: re.findall(r"(?:id|kit): (\S+)", example)[0])
def test_examples_of_the_trainers_page_are_right(tmp_path: Path, example: str) -> None:
    file = tmp_path / "example.yaml"
    file.write_text(example, encoding="utf-8")
    report = check([file])
    assert (report.faults, report.warnings, report.files) == ((), (), 1)


def test_the_trainers_page_shows_every_kind_of_indicator() -> None:
    shown = set(re.findall(r"type: (\w+)", "\n".join(EXAMPLES)))
    assert {
        "yesno",
        "choice",
        "count",
        "percent",
        "tally",
        "duration",
        "interval",
        "snapshot",
        "derived",
        "note",
    } <= shown
    assert {"rating", "scale3"} <= shown


GAPS = {"en": ('en: "Partly", ', ""), "fr": ('fr: "En partie", ', ""), "ar": (', ar: "جزئي"', "")}
"""What is taken out of the shipped grid, by language."""


@pytest.mark.parametrize("language", GAPS)
@pytest.mark.parametrize("shipped", [True, False], ids=["shipped", "own"])
def test_the_command_refuses_a_gap_in_what_ships_and_warns_of_it_in_ones_own_file(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], language: str, shipped: bool
) -> None:
    if shipped:
        monkeypatch.setattr(checking, "grids_folder", lambda: desk.folder)
    assert run(capsys, "check", str(desk.folder)).status == DONE
    line = desk.spoil(GRID, *GAPS[language])
    ran = run(capsys, "check", str(desk.folder), "--lang", "en")
    assert ran.status == (FINDINGS if shipped else DONE)
    assert f"{desk.path(GRID)}:{line}: " in ran.out
    assert f"has no text in: {language}" in ran.out


def test_a_missing_language_is_a_warning_in_ones_own_file(desk: Desk) -> None:
    line = desk.spoil(GRID, 'fr: "En partie", ', "")
    report = check([desk.path(GRID)])
    assert not report.faults
    (warning,) = report.warnings
    assert warning.shown(Words("en")) == f'{desk.path(GRID)}:{line}: scale scale4: "2" has no text in: fr; add it'


def test_a_missing_language_is_a_fault_in_what_ships(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "grids_folder", lambda: desk.folder)
    desk.spoil(GRID, 'fr: "En partie", ', "")
    assert len(checked(desk.path(GRID))) == 1
    desk.spoil(YOUTH, "languages: [en, fr, ar]", "languages: [en, ar]")
    assert any("comes with the program" in line for line in checked(desk.path(YOUTH)))


def test_what_cannot_be_read_is_no_fault(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    report = check([tmp_path / "nowhere.yaml", empty])
    assert (report.faults, report.files) == ((), 0)
    assert [each.message_id for each in report.unreadable] == ["unreadable.missing", "unreadable.nothing"]
    assert report.unreadable[0].shown(Words("en")).startswith(f"{tmp_path / 'nowhere.yaml'}: there is no such file")


def test_a_file_without_the_right_to_read_is_named(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: object, *_: object, **__: object) -> None:  # chmod means nothing to root
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("builtins.open", refuse)
    assert [each.message_id for each in check([desk.path(GRID)]).unreadable] == ["unreadable.denied"]


def test_a_file_that_is_named_twice_is_read_once(desk: Desk) -> None:
    assert check([desk.path(GRID), desk.folder]).files == 11


def test_hidden_folders_and_other_files_are_left_alone(desk: Desk) -> None:
    desk.path(".hidden").mkdir()
    desk.write(".hidden/x.yaml", "a: [")
    desk.write("notes.txt", "a: [")
    desk.write("broken.YML", "a: [")
    assert len(checked(desk.folder)) == 1


def test_broken_yaml_does_not_stop_the_others(desk: Desk) -> None:
    desk.write("a.yaml", b"\xff")
    line = desk.spoil(GRID, "type: scale4", "type: five")
    told = checked(desk.folder)
    assert [told[0].split(":")[-2:][0].strip(), len(told)] == ["1", 2]
    assert f":{line}: " in told[1]


@pytest.mark.parametrize(("name", "old"), [(ENERGISERS, "minutes: 3"), (WORDS, 'title: {en: "Moderator"')])
def test_spoilt_words_of_the_program_are_told_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, name: str, old: str
) -> None:
    monkeypatch.setattr(library, "grids_folder", lambda: desk.folder)
    for cached in (library.vocabulary, library.shipped_energisers):
        cached.cache_clear()
    desk.spoil(name, old, "x" + old)
    told = checked(desk.folder)
    library.vocabulary.cache_clear()
    library.shipped_energisers.cache_clear()
    assert len(told) == 1, told
