"""In words: what of the grid or of its subjects changed while somebody scores, and what stays beside the grid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from facilitate.analysis.mapping import version_of
from facilitate.analysis.progress import subjects_of
from facilitate.analysis.regrid import Beside, Regridded, beside, regridded
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Indicator
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.scale import Scale
from facilitate.language import Words
from facilitate.tui.observer.amended import amendment_told, codes_told


class Before(NamedTuple):
    """What somebody had before them when they looked last: the grid, and whom they score."""

    grid: Grid | None
    subjects: tuple[str, ...]

    @classmethod
    def of(cls, meeting: Meeting, observer: str) -> Before:
        return cls(meeting.grid, subjects_of(meeting, observer))

    def asks(self, code: str) -> tuple[Indicator, Scale | None] | None:
        """The question of that code: its words, and its scale."""
        found = self.grid.by_id.get(code) if self.grid else None
        return None if found is None or self.grid is None else (found, self.grid.scale_of(found))


def changes_told(before: Before, meeting: Meeting, observer: str, words: Words) -> tuple[str, ...]:
    """What changed since, a line each, with what to do; nothing where it is all the same."""
    lines = []
    version = version_of(meeting.grids, before.grid) if before.grid and before.grid is not meeting.grid else None
    changed = regridded(before.grid, meeting.grid)
    if version is not None and version < len(meeting.grids.amendments):
        lines.append(amendment_told(meeting, observer, version, words))
    elif any(changed):
        lines.append(_grid_told(changed, meeting, observer, words))
    now = subjects_of(meeting, observer)
    if lost := [each for each in before.subjects if each not in now]:
        left = words.listed(meeting.name(each) for each in now) or words("observe.about_meeting")
        lines.append(words("regrid.subject_gone", names=_names(meeting, lost, words), left=left))
    if more := [each for each in now if each not in before.subjects]:
        lines.append(words("regrid.subject_new", names=_names(meeting, more, words)))
    return tuple(lines)


def _names(meeting: Meeting, people: Iterable[str], words: Words) -> str:
    return words.listed(meeting.name(each) or each for each in people)


def _grid_told(changed: Regridded, meeting: Meeting, observer: str, words: Words) -> str:
    named = (("regrid.new", changed.new), ("regrid.reworded", changed.reworded), ("regrid.gone", changed.gone))
    said = [words(message, codes=codes_told(codes, words)) for message, codes in named if codes]
    lines = [words("regrid.changed", what=" · ".join(said))]
    answered = [cell for cell in beside(meeting, meeting.sheet(observer)).gone if cell.indicator in changed.gone]
    if answered:
        lines.append(words("regrid.stay", count=len(answered)))
    if changed.new or changed.reworded:
        lines.append(words("regrid.read"))
    return " ".join(lines)


def beside_told(meeting: Meeting, observer: str, drafts: Mapping[Cell, Iterable[str]], words: Words) -> list[str]:
    """Before sending: what stays in the file beside the grid, and what was typed for it and is kept nowhere."""
    found: Beside = beside(meeting, meeting.sheet(observer))
    lines = []
    if found.gone:
        codes = codes_told((cell.indicator for cell in found.gone), words)
        lines.append(words("regrid.beside_gone", count=len(found.gone), codes=codes))
    if found.people:
        names = _names(meeting, dict.fromkeys(cell.about for cell in found.people), words)
        lines.append(words("regrid.beside_people", count=len(found.people), names=names))
    return [*lines, *drafts_told(drafts, words)]


def drafts_told(drafts: Mapping[Cell, Iterable[str]], words: Words) -> list[str]:
    """What was typed for something that is gone."""
    return [words("regrid.draft", code=cell.indicator, text=text) for cell, texts in drafts.items() for text in texts]
