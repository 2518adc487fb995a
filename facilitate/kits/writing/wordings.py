"""Texts in the languages of a file: bare where the file has one, else by language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facilitate.domain.model import Language, Wording
from facilitate.kits.writing.scalars import quoted, safe
from facilitate.kits.writing.tree import List, Map, Node, Prose

ORDER: tuple[Language, ...] = ("en", "fr", "ar")
"""The order in which files name languages, and texts in languages that a file does not name."""


def languages_of(wordings: Iterable[Wording]) -> tuple[Language, ...]:
    """The languages that some texts have between them; English where there is no text."""
    found = {language for each in wordings for language in each.languages}
    return tuple(language for language in ORDER if language in found) or ("en",)


def text(said: str) -> Node:
    """A text in quotation marks; one of several lines keeps them."""
    return Prose(said) if "\n" in said and all(map(safe, said.split("\n"))) else quoted(said)


def wording(said: Wording, languages: Sequence[Language]) -> Node | None:
    """A text; nothing where it says nothing."""
    texts = _texts(said, languages)
    if not texts:
        return None
    if tuple(texts) == tuple(languages) and len(languages) == 1:
        return texts[languages[0]]
    return Map(tuple(texts.items()), flows=True)


def needed(said: Wording, languages: Sequence[Language]) -> Node:
    """A text that must be there, so that a reader finds what is missing."""
    return wording(said, languages) or "null"


def wordings(several: Sequence[Wording], languages: Sequence[Language]) -> Node | None:
    """Several texts: a list for each language, or text by text where they have not all the same languages."""
    rows = [_texts(each, languages) for each in several]
    spoken = {tuple(row) for row in rows}
    if not rows:
        return None
    if len(spoken) > 1 or () in spoken:
        return List(tuple(needed(each, languages) for each in several))
    (common,) = spoken
    lists = {language: List(tuple(row[language] for row in rows), flows=True) for language in common}
    if common == tuple(languages) and len(languages) == 1:
        return lists[languages[0]]
    return Map(tuple(lists.items()), even=True)


def _texts(said: Wording, languages: Sequence[Language]) -> dict[Language, Node]:
    order = (*languages, *(each for each in ORDER if each not in languages))
    found = {language: getattr(said, language) for language in order}
    return {language: text(each) for language, each in found.items() if each}
