"""What differs between two grids, a sentence a difference; nothing is cut."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from facilitate.analysis.differences import Difference
from facilitate.language.words import Words
from facilitate.report.differences.values import known, said


def described(differences: Iterable[Difference], words: Words) -> list[str]:
    """A sentence for each difference, in their order; each says by itself what it is about."""
    return [_sentence(each, words) for each in differences]


def grouped(differences: Iterable[Difference], words: Words) -> list[tuple[str, list[str]]]:
    """The same sentences under headings: the grid as a whole, its scales, its scoring, each section, its sources."""
    groups: dict[tuple[str, str], tuple[str, list[str]]] = {}
    for each in differences:
        part = "section" if each.part == "indicator" else each.part
        heading = groups.setdefault((part, each.section), (_heading(each, words), []))
        heading[1].append(_sentence(each, words))
    return list(groups.values())


def _heading(difference: Difference, words: Words) -> str:
    if difference.part not in ("section", "indicator"):
        return words(f"diff.heading.{difference.part}")
    title = difference.section_title.to(words.language)
    return words("diff.heading.section" if title else "diff.heading.untitled", code=difference.section, title=title)


def _sentence(difference: Difference, words: Words) -> str:
    values: dict[str, Any] = {
        "old": said(difference, difference.old, words),
        "new": said(difference, difference.new, words),
    }
    if difference.how == "renamed":
        return words("diff.renamed", subject=_subject(difference, words), old=difference.old)
    how = "changed" if difference.how == "moved" else difference.how
    return words(f"diff.{how}", subject=_named(difference, words), **values)


def _named(difference: Difference, words: Words) -> str:
    """The part and what of it differs."""
    named = (_subject(difference, words), _field(difference, words) if difference.field else "")
    return words.listed(each for each in named if each)


def _subject(difference: Difference, words: Words) -> str:
    if difference.part in ("grid", "scoring"):
        return ""
    return words(f"diff.part.{difference.part}", code=difference.code)


def _field(difference: Difference, words: Words) -> str:
    """What a field of a part is called; by its own name where no catalog knows it."""
    item = difference.item
    name = known(words, f"diff.field.{difference.part}.{difference.field}", item=item)
    name = name or known(words, f"diff.field.{difference.field}", item=item)
    name = name or words.listed((words("diff.field.other", name=difference.field), *([item] if item else [])))
    return words(f"diff.in.{difference.language}", name=name) if difference.language else name
