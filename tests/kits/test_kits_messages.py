"""Every message of the kits has its sentence in three languages, with the same values."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

import facilitate.kits
from facilitate.kits.faults import Fault, Where, clean
from facilitate.language import Words
from facilitate.language.catalog import FOLDER

CODE = "\n".join(path.read_text(encoding="utf-8") for path in Path(facilitate.kits.__path__[0]).glob("*.py"))
USED = set(re.findall(r'"((?:fault|warning|unreadable)\.[a-z_]+)"', CODE))
WITH_NEAREST = set(re.findall(r'(?:unknown|named|_one_named)\([^()]*"(fault\.[a-z_]+)"', CODE))
PARTS = {f"where.{kind}" for kind in re.findall(r'within\("([a-z]+)"', CODE)}


def catalog(language: str) -> Catalog:
    with (FOLDER / language / "kits.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def sentences(language: str) -> dict[str, tuple[str, ...]]:
    found = {}
    for message in catalog(language):
        name = message.id[0] if isinstance(message.id, tuple | list) else message.id
        said = message.string if isinstance(message.string, tuple | list) else (message.string,)
        if name:
            found[str(name)] = tuple(map(str, said))
    return found


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_every_message_has_a_sentence(language: str) -> None:
    said = sentences(language)
    near = {f"{name}_near" for name in WITH_NEAREST}
    assert (USED | PARTS | near) - said.keys() == set()
    assert all(all(each) for each in said.values())


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_translations_carry_the_same_values(language: str) -> None:
    english, said = sentences("en"), sentences(language)
    assert said.keys() == english.keys()
    for name, forms in said.items():
        wanted = placeholders(english[name][0]) - {"count"}
        assert all(placeholders(form) - {"count"} == wanted for form in forms), name


def test_the_arabic_catalog_has_six_forms() -> None:
    forms = [said for said in sentences("ar").values() if len(said) > 1]
    assert forms
    assert all(len(said) == 6 for said in forms)


def test_a_fault_is_one_plain_line_with_the_place_first() -> None:
    fault = Fault(
        "grids/x.yaml", 41, Where("indicator", "B2"), "fault.unknown_scale", {"value": "five", "known": ("a", "b")}
    )
    assert (
        fault.shown(Words("en")) == 'grids/x.yaml:41: indicator B2: scale "five" is not defined; the file defines a, b'
    )
    arabic = fault.shown(Words("ar"))
    assert arabic.startswith("grids/x.yaml:41: المؤشر B2: ")
    assert "a، b" in arabic


def test_values_of_messages_are_short_and_harmless() -> None:
    assert clean("\x1b[31m" + "x" * 200) == "[31m" + "x" * 75 + "…"
    assert clean(None) == ""
    assert clean(["a", 1]) == ("a", "1")
