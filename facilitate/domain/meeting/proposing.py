"""What one proposal makes of a grid."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from facilitate.domain.events import agreeing as g
from facilitate.domain.grid import Grid, Section
from facilitate.domain.meeting.agreement import Change
from facilitate.domain.model import Wording, replaced

Part = TypeVar("Part")


def proposed(grid: Grid, change: Change) -> Grid:
    """The grid after one change. What the grid does not have is passed over; the grid is then the same."""
    found: Grid = _WAYS[type(change)](grid, change)
    return found


def _frame(grid: Grid, change: g.FrameProposed) -> Grid:
    names = ("title", "version", "scoring", "observer_rules", "locked")
    given = {name: value for name in names if (value := getattr(change, name)) is not None}
    return grid.with_parts(**given) if given else grid


def _scale(grid: Grid, change: g.ScaleProposed) -> Grid:
    kept = {scale.id: scale for scale in grid.scales}
    if change.content is not None:
        kept[change.scale] = change.content
    else:
        kept.pop(change.scale, None)
    return grid.with_parts(scales=tuple(kept.values()))


def _section(grid: Grid, change: g.SectionProposed) -> Grid:
    before = next((each for each in grid.sections if each.id == change.section), None)
    if change.action == "add":
        section = before or Section(id=change.section, title=change.title or Wording())
    elif before is None:
        return grid
    else:
        section = before
    section = _with_given(section, title=change.title, weight=change.weight)
    rest = [each for each in grid.sections if each.id != change.section]
    if change.action == "drop":
        return grid.with_sections(tuple(rest))
    place = None if before is None else grid.sections.index(before)
    names = [each.id for each in rest]
    return grid.with_sections(tuple(_inserted(rest, section, _place(names, change.after, change.first, place))))


def _with_given(section: Section, **given: Any) -> Section:
    return replaced(section, **{name: value for name, value in given.items() if value is not None})


def _indicator(grid: Grid, change: g.IndicatorProposed) -> Grid:
    """Without a section that the grid has, an indicator stays where it was."""
    before, home = grid.by_id.get(change.code), grid.section_of.get(change.code)
    known = change.section in {section.id for section in grid.sections}
    target = change.section if known else (home.id if home else None)
    indicator = change.indicator or before
    sections = []
    for section in grid.sections:
        codes = [each.id for each in section.indicators]
        place = codes.index(change.code) if change.code in codes else None
        rest = [each for each in section.indicators if each.id != change.code]
        if section.id == target and indicator is not None and change.action != "drop":
            names = [each.id for each in rest]
            rest = _inserted(rest, indicator, _place(names, change.after, change.first, place))
        sections.append(replaced(section, indicators=tuple(rest)))
    return grid.with_sections(tuple(sections))


def _place(names: Sequence[str], after: str | None, first: bool, before: int | None) -> int:
    """Where a part goes: after another one, first, where it was, or last."""
    if after is not None and after in names:
        return names.index(after) + 1
    if first:
        return 0
    return len(names) if before is None else before


def _inserted(parts: Sequence[Part], part: Part, place: int) -> list[Part]:
    return [*parts[:place], part, *parts[place:]]


_WAYS: Mapping[type[Change], Callable[[Grid, Any], Grid]] = {
    g.FrameProposed: _frame,
    g.SectionProposed: _section,
    g.ScaleProposed: _scale,
    g.IndicatorProposed: _indicator,
}
