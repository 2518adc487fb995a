"""Every message has a sentence in three languages, and Arabic says six kinds of number."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

import facilitate.report
from facilitate.language.catalog import FOLDER, find

SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in Path(facilitate.report.__path__[0]).glob("*.py"))
NAMED = set(re.findall(r'"(report(?:\.[a-z_]+)+)"', SOURCES))
ENDINGS = {
    "status": ("open", "doing", "done", "dropped"),
    "projects": ("services", "product", "resources", "users"),
    "training": ("present", "minutes", "needs", "decisions", "actions"),
    "actions": ("what", "who", "when"),
    "sex": ("women", "men"),
    "evaluation": ("good", "fair", "poor"),
}
MESSAGES = sorted({*NAMED, *(f"report.{part}.{code}" for part, codes in ENDINGS.items() for code in codes)})


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_every_message_has_a_sentence(language: str) -> None:
    missing = [each for each in MESSAGES if find(language, each, None) is None and find(language, each, 3) is None]
    assert missing == []


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_translations_keep_the_values(language: str) -> None:
    def entries(code: str) -> dict[str, list[str]]:
        with (FOLDER / code / "report.po").open("rb") as file:
            catalog = read_po(file, locale=code)
        return {_listed(each.id)[0]: _listed(each.string) for each in catalog if each.id}

    english, other = entries("en"), entries(language)
    assert english.keys() == other.keys()
    for name, texts in other.items():
        values = _values(english[name][-1]) - {"count"}
        assert all(text for text in texts), name
        # Zero of them may need no more than a short sentence.
        assert all(_values(text) - {"count"} <= values for text in texts), name
        assert _values(texts[-1]) - {"count"} == values, name
        if len(english[name]) > 1:
            assert len(texts) == {"fr": 2, "ar": 6}[language], name


def _listed(text: object) -> list[str]:
    return [str(each) for each in text] if isinstance(text, list | tuple) else [str(text)]


def _values(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}
