"""What of the grid an observer wants before them: all of it, or only some of its lines, by a filter and by words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from facilitate.analysis.progress import Asked
from facilitate.domain.agenda import Agenda, named_by
from facilitate.domain.meeting.sheets import Sheet
from facilitate.language import Words
from facilitate.language.letters import folded


class Only(StrEnum):
    """Which lines."""

    ALL = "all"
    OPEN = "open"
    STEP = "step"
    OWED = "owed"


class Sight(NamedTuple):
    """A filter, and words that are searched for."""

    only: Only = Only.ALL
    search: str = ""

    @property
    def whole(self) -> bool:
        """Whether nothing is left out."""
        return self.only is Only.ALL and not self.search.strip()

    def next(self) -> Sight:
        """The same words under the next filter."""
        found = list(Only)
        return self._replace(only=found[(found.index(self.only) + 1) % len(found)])


def in_sight(
    sight: Sight,
    by_code: Mapping[str, tuple[Asked, ...]],
    sheet: Sheet,
    step: str | None,
    language: str,
    agenda: Agenda | None = None,
) -> frozenset[str] | None:
    """The codes of the lines that are shown; None is all of them. `step` is the one that is open now."""
    if sight.whole:
        return None
    kept, wanted = frozenset(_kept(sight.only, by_code, sheet, step, agenda)), folded(sight.search).split()
    return frozenset(code for code in kept if _said(by_code[code], wanted, language))


def _kept(
    only: Only, by_code: Mapping[str, tuple[Asked, ...]], sheet: Sheet, step: str | None, agenda: Agenda | None
) -> Iterable[str]:
    match only:
        case Only.OPEN:
            return (code for code, group in by_code.items() if any(each.open for each in group))
        case Only.OWED:
            return (code for code, group in by_code.items() if any(each.owes for each in group))
        case Only.STEP:
            noted = {each.cell.indicator for each in sheet.evidence.values() if each.seen == step}
            seen = {cell.indicator for cell, mark in sheet.marks.items() if mark.seen == step} | noted
            return (
                code for code, group in by_code.items() if step and (code in seen or _of_step(group[0], step, agenda))
            )
    return by_code


def _of_step(asked: Asked, step: str, agenda: Agenda | None) -> bool:
    """Whether the grid asks this in that step."""
    indicator = asked.indicator
    return named_by(indicator.steps, agenda, step) if indicator.steps else indicator.about == "step"


def _said(group: tuple[Asked, ...], wanted: list[str], language: str) -> bool:
    """Whether every word stands in the code or the text of an indicator, however it is typed."""
    indicator = group[0].indicator
    said = folded(f"{indicator.id} {indicator.text.to(language)}")
    return all(word in said for word in wanted)


def sight_told(sight: Sight, shown: int, total: int, step: str | None, words: Words) -> str:
    """The filter in force in words, how many lines it leaves, and how to be rid of it; nothing where all are shown."""
    if sight.whole:
        return ""
    said = [words(f"only.{sight.only}", step=step or "–")] if sight.only is not Only.ALL else []
    said += [words("observe.searched", text=sight.search.strip())] if sight.search.strip() else []
    count = words("observe.shown", shown=shown, total=total) if shown else words("observe.shown_none")
    return " · ".join([*said, count, words("observe.escape_all")])
