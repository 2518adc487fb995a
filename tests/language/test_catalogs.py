"""The catalogs: the same ids in three languages, with the same values in them, all of them used and none missing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

import facilitate
from facilitate.domain.events import FACTS
from facilitate.language.catalog import FOLDER, ROOMS
from facilitate.language.words import CODES, Code, Words

CODE = Path(facilitate.__file__).parent
FILES = {".css", ".tcss", ".po", ".yaml", ".json", ".xlsx", ".docx", ".md", ".csv", ".meeting", ".py"}
TELLERS = {"refuse", "clash", "JournalError"}
PLURALS = {"en": 2, "fr": 2, "ar": 6}


@cache
def catalog(language: str, room: str) -> dict[str, Message]:
    with (FOLDER / language / f"{room}.po").open("rb") as file:
        messages = read_po(file, locale=language, abort_invalid=True)
    return {key(message): message for message in messages if message.id}


def key(message: Message) -> str:
    return str(message.id if isinstance(message.id, str) else message.id[0])


def sentences(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def names(sentence: str) -> set[str]:
    """The values of a sentence; raises ValueError where its braces are not in order."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


class Used(NamedTuple):
    """What the code asks for: ids written out, ids that are put together, and endings that are put after an id."""

    literal: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]
    endings: frozenset[str]

    def has(self, message: str) -> bool:
        if message in self.literal or any(pattern.fullmatch(message) for pattern in self.patterns):
            return True
        return any(message.endswith(each) and message.removesuffix(each) in self.literal for each in self.endings)


@cache
def known() -> frozenset[str]:
    return frozenset(message for room in ROOMS for message in catalog("en", room))


@cache
def used() -> Used:
    nodes = [node for path in CODE.rglob("*.py") for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    texts = frozenset(node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))
    joined = [node for node in nodes if isinstance(node, ast.JoinedStr)]
    return Used(texts, tuple(_patterns(joined)), frozenset(_endings(joined)))


def _patterns(joined: list[ast.JoinedStr]) -> Iterator[re.Pattern[str]]:
    for node in joined:
        parts = [str(part.value) if isinstance(part, ast.Constant) else None for part in node.values]
        if parts[0] and re.match(r"[a-z_]+\.", parts[0]):
            yield re.compile("".join(".+" if part is None else re.escape(part) for part in parts))


def _endings(joined: list[ast.JoinedStr]) -> Iterator[str]:
    for node in joined:
        if len(node.values) == 2 and isinstance(node.values[0], ast.FormattedValue):
            ending = node.values[1]
            if isinstance(ending, ast.Constant) and re.fullmatch(r"[._][a-z_]+", str(ending.value)):
                yield str(ending.value)


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("language", CODES)
def test_a_room_has_the_same_ids_in_every_language(language: str, room: str) -> None:
    assert set(catalog(language, room)) == set(catalog("en", room))


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("language", CODES)
def test_every_id_has_a_sentence_with_the_same_values(language: str, room: str) -> None:
    for message, translated in catalog(language, room).items():
        wanted = set[str]().union(*map(names, sentences(catalog("en", room)[message])))
        for number, sentence in enumerate(sentences(translated)):
            assert sentence.strip(), message
            assert sentence != message
            none = language == "ar" and translated.pluralizable and number == 0  # "nobody" needs no names
            free = wanted if none else {"count"} if translated.pluralizable else set()
            assert wanted - free <= names(sentence) <= wanted, message


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("language", CODES)
def test_plural_forms_are_complete_and_nothing_is_unsure(language: str, room: str) -> None:
    text = (FOLDER / language / f"{room}.po").read_text(encoding="utf-8")
    assert f"nplurals={PLURALS[language]};" in text
    assert "#, fuzzy" not in text
    assert "#~" not in text
    for message, translated in catalog(language, room).items():
        plural = catalog("en", room)[message].pluralizable
        assert translated.pluralizable == plural, message
        assert len(sentences(translated)) == (PLURALS[language] if plural else 1), message


def test_no_id_is_given_twice() -> None:
    for language in CODES:
        texts = [(FOLDER / language / f"{room}.po").read_text(encoding="utf-8") for room in ROOMS]
        given = [message for text in texts for message in re.findall(r'^msgid "(.+)"$', text, re.MULTILINE)]
        assert sorted(given) == sorted(set(given)), language


def test_every_file_belongs_to_a_room() -> None:
    for language in CODES:
        assert {path.stem for path in (FOLDER / language).glob("*.po")} == set(ROOMS)


def test_every_id_that_the_code_writes_out_has_a_sentence() -> None:
    prefixes = {message.split(".")[0] for message in known()}
    ids = {
        text
        for text in used().literal
        if re.fullmatch(r"[a-z][a-z_]*(\.[a-z0-9_]+)+", text)
        and text.split(".")[0] in prefixes
        and Path(text).suffix not in FILES
    }
    assert sorted(ids - known()) == []


def _said() -> Iterator[re.Pattern[str]]:
    """What is handed to a reader's words as an id, written out or put together."""
    for path in CODE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                given = node.args[0]
                if name.strip("_") in ("words", "tell", "say") and isinstance(given, ast.JoinedStr):
                    yield from _patterns([given])
                elif name.strip("_") == "words" and isinstance(given, ast.Constant):
                    yield re.compile(re.escape(str(given.value)))


def test_every_id_that_is_said_has_a_sentence() -> None:
    said = set(_said())
    assert len(said) > 500
    assert [each.pattern for each in said if not any(map(each.fullmatch, known()))] == []


def test_every_sentence_is_used() -> None:
    assert sorted(message for message in known() if not used().has(message)) == []


def _told() -> Iterator[tuple[str, set[str]]]:
    """Messages of refusals, clashes and files, with the values that the code gives them."""
    for folder in ("domain", "journal"):
        for path in (CODE / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in TELLERS:
                    inside = [each for argument in node.args for each in ast.walk(argument)]
                    texts = [str(each.value) for each in inside if isinstance(each, ast.Constant)]
                    given = {str(each.arg) for each in node.keywords}
                    yield from ((text, given) for text in texts if text in catalog("en", "domain"))


def test_a_sentence_asks_for_no_value_that_it_does_not_get() -> None:
    told = list(_told())
    assert len({message for message, _ in told}) > 100
    for message, values in told:
        for sentence in sentences(catalog("en", "domain")[message]):
            assert names(sentence) <= values, message


@pytest.mark.parametrize("language", CODES)
def test_every_kind_of_event_has_a_name(language: str) -> None:
    assert {f"fact.{kind}" for kind in FACTS} == {
        message for message in catalog(language, "domain") if message.startswith("fact.")
    }


EVENTS: list[tuple[Code, int, str]] = [
    ("en", 1, "1 event "),
    ("en", 2, "2 events "),
    ("fr", 1, "1 événement "),
    ("fr", 5, "5 événements "),
    ("ar", 1, "حدث واحد "),
    ("ar", 2, "حدثان "),
    ("ar", 3, "3 أحداث "),
    ("ar", 11, "11 حدثًا "),
]


@pytest.mark.parametrize(("language", "count", "said"), EVENTS)
def test_a_number_takes_its_plural(language: Code, count: int, said: str) -> None:
    assert said in Words(language)("refused.newer_program", count=count)


VAGUE = {"what", "which", "how", "one", "other", "each", "all", "who", "when", "agreed", "logged"}
"""Names of values that do not tell whoever translates what will stand there."""


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("language", CODES)
def test_whoever_translates_is_told_what_a_value_is(language: str, room: str) -> None:
    for message, translated in catalog(language, room).items():
        if VAGUE & set[str]().union(*map(names, sentences(translated))):
            assert translated.auto_comments, message
