"""Whole files that went wrong, or were made to do harm: cut off, mixed up, in another encoding, far too big."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitate.cli.frame import FINDINGS, NOT_DONE
from facilitate.kits import yaml_lines
from facilitate.kits.check import check
from facilitate.kits.yaml_lines import LARGEST_FILE
from facilitate.language import Words
from tests.cli.running import run
from tests.kits.desk import ENERGISERS, GRID, KIT, WORDS, YOUTH, Desk, checked

FILES = (GRID, YOUTH, ENERGISERS, WORDS, KIT)
HEAD = "schema_version: 1\nkind: observation-grid\nid: g\nlanguages: [en]\ntitle: T\n"
SCALE = "scales: {s: {levels: {1: a, 2: b}}}\n"


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_was_cut_off_is_told_in_one_line_or_is_still_right(desk: Desk, name: str) -> None:
    whole = desk.path(name).read_bytes()
    chance = random.Random(name)
    for place in (0, 1, 2, 3, *sorted(chance.sample(range(4, len(whole)), 50))):
        file = desk.write(name, whole[:place])
        told = [fault for fault in check([file]).faults if fault.file == str(file)]
        last = whole[:place].count(b"\n") + 1
        assert len(told) <= 2, (place, [each.shown(Words("en")) for each in told])
        assert all(1 <= fault.line <= last for fault in told), (place, last, [each.shown(Words("en")) for each in told])


WRONG_FILES: tuple[tuple[str, Callable[[str], str | bytes], str, int], ...] = (
    ("UTF-16", lambda text: text.encode("utf-16"), "not in UTF-8", 1),
    ("Windows-1256", lambda text: text.encode("cp1256", "replace"), "not in UTF-8", 0),
    ("a stray byte", lambda text: text.encode()[:200] + b"\xff" + text.encode()[200:], "not in UTF-8", 0),
    ("a null character", lambda text: text[:100] + "\0" + text[100:], "invisible control character", 0),
    ("a bell", lambda text: text + "# \a", "invisible control character", 0),
    ("an escape sequence", lambda text: "# \x1b[2J\n" + text, "invisible control character", 1),
    ("a merge conflict", lambda text: text + "<<<<<<< mine\na: 1\n=======\na: 2\n>>>>>>> theirs\n", "two versions", 0),
    ("a conflict at the top", lambda text: "<<<<<<< mine\n" + text + "=======\n>>>>>>> theirs\n", "two versions", 1),
    ("nothing", lambda _: "", "the file is empty", 1),
    ("blanks", lambda _: " \n\n \n", "the file is empty", 1),
    ("comments", lambda _: "# to do\n# later\n", "the file is empty", 1),
    ("a text", lambda _: "once upon a time", "keys with values", 1),
    ("a list", lambda _: "- a\n- b\n", "keys with values", 1),
    ("JSON, cut off", lambda _: '{"schema_version": 1,', "bracket", 1),
    ("a page of the web", lambda _: "<!DOCTYPE html>\n<html><body>x</body></html>\n", "keys with values", 1),
    ("two documents", lambda text: text + "\n---\na: 1\n", "second document", 0),
    ("a tag", lambda text: text + "x: !!python/object/apply:os.system [ls]\n", "tag", 0),
    ("an anchor", lambda text: text + "x: &a [1]\n", "anchor", 0),
    ("a merge key", lambda text: text + "x: {<<: *a}\n", "alias", 0),
    ("deep nesting", lambda text: text + "x: " + "[" * 100_000 + "\n", "nesting", 0),
    ("deep maps", lambda text: text + "x: " + "{a: " * 100_000 + "\n", "nesting", 0),
    ("too large", lambda text: text + "#" * LARGEST_FILE, "larger than", 1),
    ("a long line", lambda text: text + 'x: "' + "y" * 500_000 + '"\n', "not known here", 0),
    ("a long key", lambda text: text + "? " + "y" * 500_000 + "\n: 1\n", "not known here", 0),
)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(("spoil", "says", "line"), [each[1:] for each in WRONG_FILES], ids=[w[0] for w in WRONG_FILES])
def test_a_file_that_is_none_is_told_in_one_line(
    desk: Desk, name: str, spoil: Callable[[str], str | bytes], says: str, line: int
) -> None:
    file = desk.write(name, spoil(desk.path(name).read_text(encoding="utf-8")))
    (told,) = checked(file)
    assert says in told
    assert told.startswith(f"{file}:{line}: " if line else f"{file}:")
    assert len(told) < len(str(file)) + 500
    for language in ("ar", "fr"):
        assert len(checked(file, language)) == 1


def test_an_alias_bomb_is_never_unfolded(desk: Desk) -> None:
    levels = "".join(f"l{each}: &l{each} [{', '.join([f'*l{each - 1}'] * 9)}]\n" for each in range(1, 30))
    (told,) = checked(desk.write("bomb.yaml", f"l0: &l0 [lol]\n{levels}"))
    assert told.startswith(f"{desk.path('bomb.yaml')}:1: ")


def test_a_huge_file_is_read_no_further_than_the_limit(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    file = desk.path("huge.yaml")
    with file.open("wb") as stream:
        stream.truncate(10**12)  # a sparse file: it takes no room
    parsed: list[str] = []
    monkeypatch.setattr(yaml_lines, "parse_yaml", lambda *given: parsed.append(given[1]))
    (told,) = checked(file)
    assert "larger than 2 MB" in told
    assert not parsed


@pytest.mark.parametrize(
    "many",
    [
        "".join(f"key{each}: 1\n" for each in range(40_000)),
        "sections: [" + "{}, " * 40_000 + "]\n",
        "sections: [{id: A, title: T, indicators: [" + "x, " * 40_000 + "]}]\n",
        "sections: [{id: A, title: T, indicators: [{id: A1, type: s, text: t, sources: ["
        + ", ".join(f"s{each}" for each in range(40_000))
        + "]}]}]\n",
    ],
    ids=["keys", "sections", "indicators", "sources"],
)
def test_a_file_with_any_number_of_mistakes_gets_a_bounded_answer(desk: Desk, many: str) -> None:
    told = checked(desk.write("many.yaml", HEAD + SCALE + many))
    assert len(told) <= 101
    assert all(len(line) < 3_000 for line in told)
    if len(told) > 100:
        assert "mend these, then check again" in told[-1]


def test_a_long_chain_of_conditions_is_no_circle_and_a_long_circle_is_one(desk: Desk) -> None:
    def indicator(each: int, on: int) -> str:
        return f"  - {{id: A{each}, type: yesno, text: t, when: {{indicator: A{on}, is: [yes]}}}}\n"

    chain = "".join(indicator(each, each + 1) for each in range(2_000)) + "  - {id: A2000, type: yesno, text: t}\n"
    text = HEAD + "sections:\n- id: A\n  title: T\n  indicators:\n"
    assert checked(desk.write("chain.yaml", text + chain)) == []
    closed = chain.replace("{id: A2000, type: yesno, text: t}", indicator(2_000, 1_000).strip()[2:])
    (told,) = checked(desk.write("circle.yaml", text + closed))
    assert "indicator A1000: these indicators wait for each other" in told


RIGHT: tuple[tuple[str, Callable[[str], str | bytes]], ...] = (
    ("Windows line ends", lambda text: text.replace("\n", "\r\n")),
    ("old Mac line ends", lambda text: text.replace("\n", "\r")),
    ("a byte order mark", lambda text: b"\xef\xbb\xbf" + text.encode()),
    ("no last line end", lambda text: text.rstrip("\n")),
    ("empty lines", lambda text: text.replace("\n", "\n\n")),
    ("trailing spaces", lambda text: text.replace("\n", "  \n")),
    ("comments", lambda text: text.replace("\nid:", "\n# <<<<<<< no conflict\nid:", 1)),
    ("the line ---", lambda text: "---\n" + text + "...\n"),
    ("quoted keys", lambda text: text.replace("\nkind:", '\n"kind":', 1)),
    ("a text over two lines", lambda text: text.replace("kind: ", "kind:\n  ", 1)),
)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("change", [each[1] for each in RIGHT], ids=[each[0] for each in RIGHT])
def test_what_leaves_a_file_right_is_no_fault(desk: Desk, name: str, change: Callable[[str], str | bytes]) -> None:
    assert checked(desk.write(name, change(desk.path(name).read_text(encoding="utf-8")))) == []


def test_what_stands_in_a_block_of_text_is_text(desk: Desk) -> None:
    block = 'title: |\n  one: "two\n  \ttab\n  \xa0 special\n  <<<<<<< said he\n'
    text = (
        HEAD.replace("title: T\n", block)
        + "sections: [{id: A, title: T, indicators: [{id: N, type: note, text: t}]}]\n"
    )
    assert checked(desk.write("block.yaml", text)) == []


def _loop(file: Path) -> None:
    file.symlink_to(file.name)


PATHS: tuple[tuple[str, Callable[[Path], object], str], ...] = (
    ("missing", lambda _: None, "there is no such file"),
    ("folder", Path.mkdir, "the folder holds no YAML file"),
    ("loop of links", _loop, "cannot be read"),
    ("dead link", lambda file: file.symlink_to("nowhere.yaml"), "there is no such file"),
    ("pipe", os.mkfifo, "no ordinary file"),
)


@pytest.mark.parametrize(("make", "says"), [each[1:] for each in PATHS], ids=[each[0] for each in PATHS])
def test_a_path_that_is_no_file_is_not_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], make: Callable[[Path], object], says: str
) -> None:
    file = tmp_path / "x.yaml"
    make(file)
    for language in ("en", "fr", "ar"):
        ran = run(capsys, "check", str(file), "--lang", language)
        assert ran.status == NOT_DONE
        assert ran.out == ""
        (line,) = ran.err.splitlines()
        assert line.startswith(f"{file}: ")
        assert says in line or language != "en"


def test_the_good_files_beside_a_bad_path_are_still_looked_at(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(desk.path("pipe.yaml"))
    line = desk.spoil(GRID, "type: scale4", "type: five")
    ran = run(capsys, "check", str(desk.folder), "--lang", "en")
    assert ran.status == NOT_DONE
    assert f"{desk.path(GRID)}:{line}: " in ran.out
    assert "pipe.yaml" in ran.err


@pytest.mark.parametrize("path", ["a\\0b", "../kits", "/dev/zero", "x" * 300, "youth.yaml", "#", "."])
def test_a_kit_that_names_no_file_is_told_at_its_line(desk: Desk, path: str) -> None:
    line = desk.spoil(KIT, "agenda: ../agendas/youth-needs.yaml", f'agenda: "{path}"')
    told = checked(desk.path(KIT))
    assert len(told) == 1
    assert told[0].startswith((f"{desk.path(KIT)}:{line}: ", f"{desk.path(KIT)}:3: ")), told


def test_a_new_meeting_with_a_faulty_kit_makes_nothing_and_says_the_first_fault_of_several(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    meeting = tmp_path / "m.meeting"
    first = desk.spoil(GRID, "measure: steps", "measure: stones")
    desk.spoil(GRID, "- id: F6\n        type: yesno", "- id: F6\n        type: yesmo")
    desk.spoil(GRID, "unit: moderator\n", "unit: moderators\n")
    told = checked(desk.path(KIT))
    ran = run(capsys, "new", str(desk.path(KIT)), str(meeting), "--lang", "en")
    assert ran.status == NOT_DONE
    assert told[0] in ran.err
    assert "3" in ran.err.replace(told[0], "")
    assert not meeting.exists()
    assert not list(tmp_path.glob("m.meeting*"))
    assert first


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_findings_have_the_status_of_findings(desk: Desk, capsys: pytest.CaptureFixture[str], language: str) -> None:
    desk.spoil(YOUTH, "minutes: 8\n", "minutes: 12:30\n")
    ran = run(capsys, "check", str(desk.path(YOUTH)), "--lang", language)
    assert (ran.status, ran.err, len(ran.out.splitlines())) == (FINDINGS, "", 2)
