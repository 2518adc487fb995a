"""Small mistakes, made of a text that is right: what somebody's editor, or somebody's finger, does to a file."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from tests.kits.spoiling.anatomy import Part

WRONG = (
    *("yes", "no", "on", "off", "12:30", "2026-07-16", "010", "1_000", ".inf", "-.inf", ".nan", "1e400", "9" * 400),
    *(
        "0x1F",
        "null",
        '""',
        "'  '",
        "[]",
        "{}",
        "[1, 2]",
        "{a: 1}",
        "[[]]",
        "word",
        '"12"',
        "3",
        "-1",
        "0.5",
        "true",
        "0",
    ),
    *("99999999", '"\\u202e\\u202e"', '"\\0"', '"a\\0b"', '"\\e[31m"', '"a\\nb"', '"\xa0"', "\u200f", "x" * 3_000),
    *("=", "<<", "*", "&", "!", "@x", "`x`", "%x", '"open', "'open", "[open", "{open", "a: b", "a #b", "a: b: c"),
    *("!!python/object:os.system x", "!!str 1", "&x 1", "*x", "? a", "- a", "|", ">"),
)
"""What may stand where something else belongs."""

REPLACED = {f"= {value}" for value in ("[1, 2]", "{a: 1}", "[[]]", "a: b", "? a", "- a")}
"""Values that are two mistakes at once: they take away what was there, and bring what does not belong there."""


@dataclass(frozen=True)
class Mistake:
    """A spoilt text: what was spoilt, how, on which lines (from 1), and where the element begins that it is in."""

    shape: str
    how: str
    first: int
    last: int
    element: int
    text: str

    def __str__(self) -> str:
        return f"{self.shape} {self.how} (lines {self.first} to {self.last})"


def all_of(part: Part, chance: random.Random) -> list[Mistake]:
    """Every mistake that can be made with one part of a text."""
    return [
        *wrong_values(part),
        *keys(part, chance),
        *items(part),
        *indentation(part),
        *quotation(part),
        *brackets(part),
    ]


def wrong_values(part: Part) -> Iterator[Mistake]:
    """Another value in the place of the right one."""
    for value in WRONG:
        yield _of(part, f"= {value[:30]}", part.written_as(value))


def keys(part: Part, chance: random.Random) -> Iterator[Mistake]:
    """What can happen to a key: it is missing, misspelt by a letter, there twice, without its colon or its space."""
    if part.key is None:
        return
    yield _of(part, "left out", part.left_out())
    for how, name in misspellings(part.name, chance):
        yield _of(part, how, part.called(name))
    if part.in_block and not part.block:
        begin = part.text.rfind("\n", 0, part.key_start) + 1
        copy = "\n" + " " * (part.key_start - begin) + part.text[part.key_start : part.end]
        yield _of(part, "twice", part.text[: part.end] + copy + part.text[part.end :])
    rest = part.text[part.key_end :].lstrip(": ")
    yield _of(part, "no colon", f"{part.text[: part.key_end]} {rest}")
    yield _of(part, "no space", f"{part.text[: part.key_end]}:{rest}")


def misspellings(name: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """A name with one letter wrong."""
    place = chance.randrange(len(name))
    yield "letter lost", name[:place] + name[place + 1 :] or "x"
    yield "letter twice", name[: place + 1] + name[place:]
    yield "letter wrong", name[:place] + "q" + name[place + 1 :]
    yield "capital", name[0].swapcase() + name[1:]


def items(part: Part) -> Iterator[Mistake]:
    """An item of a list left out."""
    if part.key is None and part.siblings:
        yield _of(part, "left out", part.left_out())


def indentation(part: Part) -> Iterator[Mistake]:
    """A line one space too far, or not far enough; a tab; a space of word processors."""
    if not part.in_block:
        return
    begin = part.text.rfind("\n", 0, part.key_start) + 1
    line, rest = part.text[begin:], part.text[:begin]
    yield _of(part, "one space more", f"{rest} {line}")
    if line.startswith(" "):
        yield _of(part, "one space less", rest + line[1:])
        yield _of(part, "tab", f"{rest}\t{line.lstrip(' ')}")
        yield _of(part, "special space", f"{rest}\xa0{line[1:]}")


def quotation(part: Part) -> Iterator[Mistake]:
    """A quotation mark that is missing, or both."""
    if part.written[:1] in ('"', "'"):
        yield _of(part, "no opening quote", part.text[: part.start] + part.text[part.start + 1 :])
        yield _of(part, "no closing quote", part.text[: part.end - 1] + part.text[part.end :])
        yield _of(part, "no quotes", part.text[: part.start] + part.written[1:-1] + part.text[part.end :])


def brackets(part: Part) -> Iterator[Mistake]:
    """A bracket or a comma that is missing."""
    if part.written[:1] in ("[", "{"):
        yield _of(part, "no opening bracket", part.text[: part.start] + part.text[part.start + 1 :])
        yield _of(part, "no closing bracket", part.text[: part.end - 1] + part.text[part.end :])
        if "," in part.written:
            comma = part.start + part.written.rindex(",")
            yield _of(part, "no comma", part.text[:comma] + part.text[comma + 1 :])


def _of(part: Part, how: str, text: str) -> Mistake:
    last = part.line + part.text[part.key_start : part.end].count("\n")
    return Mistake(part.shape, how, part.line, last, part.siblings[0].line, text)
