"""The pages for people who run meetings say the same in three languages: headings, commands, keys, names, links."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from facilitate.language.words import CODES, Code, Words

ROOT = Path(__file__).parents[1]
GUIDES = ("moderator", "observer", "trainer", "agreement", "scores")
PAGES = {
    "README": {"en": "README.md", "fr": "README.fr.md", "ar": "README.ar.md"},
    **{name: {"en": f"docs/{name}.md", "fr": f"docs/fr/{name}.md", "ar": f"docs/ar/{name}.md"} for name in GUIDES},
}
TRANSLATED = [(name, language) for name in PAGES for language in ("fr", "ar")]
EVERY = [(name, language) for name in PAGES for language in CODES]

KEYS = {"delete": "del", "échap": "esc", "entrée": "enter", "suppr": "del", "espace": "space", "مسافة": "space"}
"""The keys that people call by a word of their language."""


def page(name: str, language: str) -> str:
    return (ROOT / PAGES[name][language]).read_text(encoding="utf-8")


def headings(text: str) -> list[int]:
    """The levels of the headings, in order."""
    return [len(each) for each in re.findall(r"^(#+) ", text, re.MULTILINE)]


def commands(text: str) -> list[str]:
    """What stands in indented blocks, to be typed: without remarks; a place may have the name it has there."""
    lines = re.findall(
        r"^ {4,}(\S.*)$", re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL), re.MULTILINE
    )
    return [re.sub(r'--place "[^"]*"', "--place", re.sub(r"\s+# .*", "", line)) for line in lines]


def keys(text: str) -> Counter[str]:
    found = (each.casefold() for each in re.findall(r"<kbd[^>]*>(.*?)</kbd>", text))
    return Counter(KEYS.get(each, each) for each in found)


def anchors(text: str) -> set[str]:
    """The names by which a forge links to headings."""
    titles = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.casefold()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize(("name", "language"), TRANSLATED)
def test_a_translated_page_has_every_heading_command_and_key(name: str, language: str) -> None:
    english, translated = page(name, "en"), page(name, language)
    assert headings(translated) == headings(english)
    assert commands(english), "commands of the English page"
    assert commands(translated) == commands(english)
    assert keys(translated) == keys(english)


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_links_lead_somewhere(name: str, language: str) -> None:
    here = ROOT / PAGES[name][language]
    for link in re.findall(r"\]\(([^)\s]+)\)", page(name, language)):
        file, _, anchor = link.partition("#")
        there = (here.parent / file).resolve()
        assert there.exists(), link
        assert not anchor or anchor in anchors(there.read_text(encoding="utf-8")), link


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_a_page_leads_to_its_other_languages(name: str, language: str) -> None:
    here = ROOT / PAGES[name][language]
    linked = {(here.parent / link).resolve() for link in re.findall(r"\]\(([^)\s]+)\)", page(name, language))}
    assert {(ROOT / other).resolve() for code, other in PAGES[name].items() if code != language} <= linked


@pytest.mark.parametrize("language", CODES)
def test_pages_and_signs_are_called_as_on_the_screen(language: Code) -> None:
    text, words = page("moderator", language), Words(language)
    for id in ("step", "floor", "notes", "people", "needs", "groups", "closing"):
        assert f"| {words(f'key.{id}')} |" in text
    assert f"**`{words('top.kept')}`**" in text
    assert f"`{words('top.writing')}`" in text


@pytest.mark.parametrize("name", PAGES)
def test_arabic_is_read_from_the_right_and_what_is_typed_from_the_left(name: str) -> None:
    text = page(name, "ar")
    assert text.startswith('<div dir="rtl">\n\n')
    assert text.endswith("\n\n</div>\n")
    assert text.count("<div ") == text.count("</div>")
    outside = re.sub(r'<div dir="ltr">.*?</div>', "", text, flags=re.DOTALL)
    assert not commands(outside)
    assert not re.search(r"<kbd>[^\u0600-\u06ff]*</kbd>", text), "a key that its neighbours would turn round"
