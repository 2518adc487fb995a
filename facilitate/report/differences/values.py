"""Content of a grid as people read it: words of the catalogs for what programs call by names, texts between quotes."""

from __future__ import annotations

import json
from typing import Any

from facilitate.analysis.differences import Difference
from facilitate.domain.model import LANGUAGES, Wording
from facilitate.domain.scale import Answer
from facilitate.language.words import Words

CODES = ("id", "scale", "auto", "evidence_auto", "url")
"""Fields whose text is a name for programs, and stands without quotes."""


def known(words: Words, message: str, **values: Any) -> str:
    """The sentence of a message; nothing where no catalog has it."""
    found = words(message, **values)
    return "" if found == message else found


def quoted(words: Words, text: str) -> str:
    return words("diff.quoted", text=text)


def said(difference: Difference, value: Any, words: Words) -> str:
    """One side of a difference."""
    if not difference.field:
        return _part(difference, value, words)
    return _Value(f"{difference.part}.{difference.field}", words).of(value)


def _part(difference: Difference, part: Any, words: Words) -> str:
    """What a whole scale, section, indicator or source is, told by the most important of it."""
    if not isinstance(part, dict):
        return ""
    match difference.part:
        case "scale":
            return _Value("scale.levels", words).of(part["levels"])
        case "section":
            return _Value("section.title", words).of(part["title"])
        case "indicator":
            values: dict[str, Any] = {
                name: _Value(f"indicator.{name}", words).of(part[name]) for name in ("text", "kind", "about")
            }
            return words("diff.indicator", **values)
    return quoted(words, part["cite"])


class _Value:
    """Values of one field, such as ``indicator.weight``."""

    def __init__(self, field: str, words: Words) -> None:
        self.field, self.words = field, words
        self.name = field.rpartition(".")[2]

    def of(self, value: Any) -> str:
        words = self.words
        if value in (None, "", [], {}):
            empty = "nothing" if value is None else "none"
            return known(words, f"diff.value.{self.field}.{empty}") or words("diff.nothing")
        match value:
            case bool():
                return words("common.yes" if value else "common.no")
            case int() | float():
                return self._number(value)
            case str():
                return self._text(value)
            case [[*_], *_]:
                return " · ".join(" ".join(map(words.number, row)) for row in value)
            case list():
                return words.listed(self._item(each) for each in value)
        return self._map(value)

    def _number(self, value: float) -> str:
        if self.name == "enough":
            return self.words("common.percent", number=self.words.number(value * 100))
        return self.words.number(value)

    def _text(self, value: str) -> str:
        """A word of the catalogs, an answer, a name for programs; else somebody's own words."""
        words = self.words
        if self.name == "languages":
            return known(words, f"diff.language.{value}") or value
        if self.name == "measure":
            return known(words, f"measure.{value}") or value
        if found := known(words, f"diff.value.{self.field}.{value}"):
            return found
        return value if self.name in CODES else quoted(words, value)

    def _item(self, value: Any) -> str:
        """One of several: an answer, a code, a band, a point."""
        if isinstance(value, str) and self.name != "languages":
            return self.words(f"common.{value}") if value in tuple(Answer) else self.words.shown(value)
        return self.of(value)

    def _map(self, value: dict[str, Any]) -> str:
        words, keys = self.words, set(value)
        if keys == set(LANGUAGES):
            text = Wording(**value).to(words.language)
            return quoted(words, text) if text else words("diff.nothing")
        if keys == {"max", "score"}:
            limit = "band_open" if value["max"] is None else "band"
            return words(f"diff.{limit}", limit=value["max"], score=value["score"])
        if keys == {"indicator", "values"}:
            return words("diff.when", code=value["indicator"], answers=words.listed(map(self._item, value["values"])))
        if "after" in keys:
            return self._place(value)
        if keys == {"value", "label"}:
            return words("diff.point", point=value["value"], label=self.of(value["label"]))
        if "label" in keys:
            label = self.of(value["label"])
            return label if value.get("score") is None else words("report.noted", what=label, note=value["score"])
        return json.dumps(value, ensure_ascii=False)

    def _place(self, value: dict[str, Any]) -> str:
        after, section = value["after"], value.get("section")
        place = self.words("diff.first" if after is None else "diff.after", code=after)
        return self.words("diff.place", section=section, place=place) if section is not None else place
