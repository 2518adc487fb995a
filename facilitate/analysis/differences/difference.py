"""One thing in which two grids differ, and the content that is compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from pydantic import JsonValue

from facilitate.domain.canonical import canonical
from facilitate.domain.grid import Grid
from facilitate.domain.model import LANGUAGES, Frozen, Language, Wording

How: TypeAlias = Literal["added", "gone", "renamed", "moved", "changed"]
Part: TypeAlias = Literal["grid", "scale", "scoring", "section", "indicator", "source"]

Tree: TypeAlias = dict[str, Any]
"""Content of a model as plain data."""


class Difference(Frozen):
    """One thing in which the second of two grids differs from the first.

    `part` says in what: the grid as a whole, its scoring, or a scale, section, indicator or source, whose name `code`
    is that of the second grid, or of the first where it is gone. `section` and `section_title` are those under which
    it is told. `field` is the field of the model, such as ``weight`` or ``anchors.text``, `item` which of several: the
    point of an anchor, the id of an option, the number of a rule. `language` is there where a text differs in one
    language. `old` and `new` are the content as data; where a whole part was added or is gone, all of it.
    """

    how: How
    part: Part
    code: str = ""
    section: str = ""
    section_title: Wording = Wording()
    field: str = ""
    item: str = ""
    language: Language | None = None
    old: JsonValue = None
    new: JsonValue = None


@dataclass(frozen=True)
class Spot:
    """Where in a grid two things are compared."""

    part: Part
    code: str = ""
    section: str = ""
    section_title: Wording = field(default_factory=Wording)

    def differs(
        self, name: str = "", old: Any = None, new: Any = None, how: How | None = None, item: Any = "", **more: Any
    ) -> Difference:
        """The difference between two values that are not the same; what there was nothing of before is added."""
        became = how or _became(old, new)
        place = {"section": self.section, "section_title": self.section_title}
        values = {"field": name, "item": str(item), "old": old, "new": new, **more}
        return Difference(how=became, part=self.part, code=self.code, **place, **values)

    def texts(self, name: str, old: Tree, new: Tree, item: Any = "") -> Iterator[Difference]:
        """What differs between two wordings: as a whole where one is empty, else in each language."""
        if not any(old.values()) or not any(new.values()):
            if old != new:
                yield self.differs(name, old, new, item=item)
            return
        for language in LANGUAGES:
            if old[language] != new[language]:
                yield self.differs(name, old[language], new[language], item=item, language=language)


def _became(old: Any, new: Any) -> How:
    if nothing(old) == nothing(new):
        return "changed"
    return "added" if nothing(old) else "gone"


def nothing(value: Any) -> bool:
    """Whether some content says nothing."""
    return value is None or value in ("", [], {}) or (is_wording(value) and not any(value.values()))


def is_wording(value: Any) -> bool:
    """Whether some content is a text in up to three languages."""
    return isinstance(value, dict) and set(value) == set(LANGUAGES)


def content(grid: Grid) -> Tree:
    """Everything that a fingerprint is reckoned on, and defaults."""
    found: Tree = canonical(grid.model_dump(mode="json"))
    return found
