"""Reading YAML: lines of values, and what is refused before anything else is looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitate.kits.faults import Fault, Faulty
from facilitate.kits.yaml_lines import LARGEST_FILE, parse_yaml, read_yaml
from facilitate.kits.yaml_scalars import Bare


def refused(text: str) -> Fault:
    with pytest.raises(Faulty) as caught:
        parse_yaml("x.yaml", text)
    (fault,) = caught.value.faults
    return fault


def test_every_value_has_its_line() -> None:
    document = parse_yaml("x.yaml", "# note\na: 1\nb:\n  - x\n  - c: >\n      folded\n      text\n    d: 2.5\n")
    assert document.data == {"a": 1, "b": ["x", {"c": "folded text\n", "d": 2.5}]}
    assert [document.line(path) for path in (("a",), ("b",), ("b", 0), ("b", 1, "c"), ("b", 1, "d"))] == [2, 3, 4, 5, 8]


def test_a_value_that_is_not_there_has_the_line_of_what_should_hold_it() -> None:
    assert parse_yaml("x.yaml", "a:\n  b: 1\n").line(("a", "c", 3)) == 1


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("a: 1\nb: 2\na: 3\n", "fault.duplicate_key", 3),
        ("a: 1\n\tb: 2\n", "fault.tab", 2),
        ("a: &x 1\nb: *x\n", "fault.anchor", 1),
        ("a: 1\nb: *x\n", "fault.alias", 2),
        ("a: 1\nb: !!python/object:os.system x\n", "fault.tag", 2),
        ("a: 1\n---\nb: 2\n", "fault.several_documents", 2),
        ("a: 1\n[b]: 2\n", "fault.odd_key", 2),
        ("a: 1\n? {b: 1}\n: 2\n", "fault.odd_key", 2),
        ("a: 1\nnull: 2\n", "fault.odd_key", 2),
        ("a: b: c\n", "fault.syntax_colon", 1),
        ('a: 1\nb: "x\nc: 1\n', "fault.syntax_quote", 2),
        ("a: 1\nb: [1, 2\nc: 1\n", "fault.syntax_bracket", 2),
        ("a: 1\nb: @x\n", "fault.syntax_character", 2),
        ('a: "\\q"\n', "fault.syntax_backslash", 1),
        (" a: 1\nb: 2\n", "fault.syntax_indent", 2),
        ("a: 1\nb: \x1b[31mred\n", "fault.control_character", 2),
        ("a: 1\n" + "b: " + "[" * 60 + "]" * 60 + "\n", "fault.too_deep", 2),
    ],
)
def test_what_is_unclear_or_dangerous_is_one_fault(text: str, message: str, line: int) -> None:
    fault = refused(text)
    assert (fault.message_id, fault.line) == (message, line)


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    levels = "\n".join(f"l{i}: &l{i} [{', '.join([f'*l{i - 1}'] * 9)}]" for i in range(1, 9))
    assert refused(f"l0: &l0 [lol]\n{levels}\n").message_id == "fault.anchor"


def test_a_byte_order_mark_is_accepted(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    document = read_yaml(file)
    assert document.data == {"a": 1, "b": 2}
    assert document.line(("b",)) == 2


@pytest.mark.parametrize("content", [b"a: 1\nb: \xe9t\xe9\n", "a: 1\nb: 2\n".encode("utf-16")])
def test_another_encoding_is_named_with_its_line(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(content)
    with pytest.raises(Faulty) as caught:
        read_yaml(file)
    (fault,) = caught.value.faults
    assert fault.message_id == "fault.encoding"
    assert fault.line == (2 if content.startswith(b"a") else 1)


def test_a_huge_file_is_not_read_through(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(b"a: " + b"x" * LARGEST_FILE)
    with pytest.raises(Faulty) as caught:
        read_yaml(file)
    assert caught.value.faults[0].message_id == "fault.too_large"


def test_a_missing_file_is_no_fault() -> None:
    with pytest.raises(FileNotFoundError):
        read_yaml("nowhere.yaml")


@pytest.mark.parametrize(
    "word", ["yes", "No", "ON", "off", "12:30", "2026-07-16", "010", "0x1F", "1_000", "1,5", ".inf"]
)
def test_words_that_programs_read_in_different_ways_are_kept_as_written(word: str) -> None:
    document = parse_yaml("x.yaml", f"a: {word}\n'b': '{word}'\n")
    assert document.data == {"a": word, "b": word}
    assert isinstance(document.data, dict)
    assert isinstance(document.data["a"], Bare)
    assert not isinstance(document.data["b"], Bare)


@pytest.mark.parametrize(
    ("word", "value"),
    [("true", True), ("False", False), ("~", None), ("", None), ("-3", -3), ("0.60", 0.6), ("v1", "v1")],
)
def test_clear_words_have_their_value(word: str, value: object) -> None:
    assert parse_yaml("x.yaml", f"a: {word}\n").data == {"a": value}


def test_line_separators_that_editors_do_not_show_do_not_shift_lines() -> None:
    document = parse_yaml("x.yaml", 'a: "one\u2028two"\nb: 2\n')
    assert document.line(("b",)) == 2


def test_a_forgotten_first_line_of_an_item_is_one_mistake() -> None:
    assert refused("a:\n  - id: 1\n    b: 1\n    c: 1\n    b: 2\n    c: 2\n").line == 5
