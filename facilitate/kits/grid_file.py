"""Reading observation grids."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from facilitate.domain.grid import Grid, Section
from facilitate.kits.grid_checks import check_together
from facilitate.kits.header import GRID, HEADER, kind_of, opened
from facilitate.kits.indicator_kinds import Surroundings
from facilitate.kits.indicators import ReadIndicator, raw_id, read_indicator
from facilitate.kits.reading import built, identifier, is_identifier, items, number, text
from facilitate.kits.scales import Scales, looks_like_scale, read_scales
from facilitate.kits.scoring import read_scoring
from facilitate.kits.sheet import Fields, Place, Sheet, fields, open_sheet
from facilitate.kits.sources import Names, defined, named, read_sources
from facilitate.kits.wordings import wording, wordings
from facilitate.kits.yaml_scalars import Data, Key

KEYS = ("id", "grid_version", "title", "scales", "scoring", "observer_rules", "sections", "sources", "locked")
REQUIRED = ("id", "title", "sections")


def read_grid(path: str | Path) -> Grid:
    """The grid of a file. Raises Faulty with every fault of the file, or OSError where it cannot be read."""
    sheet = open_sheet(path)
    return sheet.finished(grid_of(sheet) if kind_of(sheet, (GRID,)) else None)


def grid_of(sheet: Sheet) -> Grid | None:
    """The grid of an open file; faults and warnings are noted on the sheet."""
    root = sheet.root
    beside = _scales_beside(root.value)
    top = opened(sheet, (*KEYS, *beside), REQUIRED)
    if top is None:
        return None
    scales = read_scales(top, beside)
    places = _section_places(top)
    codes = _codes(places)
    around = Surroundings(scales, defined(top, "sources"), codes)
    read = [[read_indicator(child, around) for child in children] for _, children in places]
    check_together([each for section in read for each in section], scales)
    sections = [_section(place, each) for (place, _), each in zip(places, read, strict=True)]
    _check_sections(top, [place for place, _ in places])
    grid = _grid(sheet, top, scales, tuple(section for section in sections if section), codes)
    if grid:
        _check_weights(top["scoring"], grid)
    return grid


def _grid(sheet: Sheet, top: Fields, scales: Scales, sections: tuple[Section, ...], codes: Names) -> Grid | None:
    return built(
        sheet.root,
        Grid,
        id=identifier(top["id"]),
        version=text(top["grid_version"]),
        title=wording(top["title"]),
        languages=sheet.languages,
        scales=scales.readable,
        sections=sections,
        scoring=read_scoring(top["scoring"], scales),
        observer_rules=wordings(top["observer_rules"]),
        sources=read_sources(top["sources"]),
        locked=named(top["locked"], codes, "fault.unknown_locked"),
    )


def _scales_beside(raw: Data) -> tuple[str, ...]:
    """The keys at the top of a file that are scales: they have levels, or some indicator names them as its scale."""
    if not isinstance(raw, dict):
        return ()
    named = {str(indicator[key]) for indicator in _raw_indicators(raw) for key in ("type", "scale") if key in indicator}
    others = [key for key in raw if isinstance(key, str) and key not in (*HEADER, *KEYS)]
    return tuple(key for key in others if key in named or looks_like_scale(raw[key]))


def _raw_indicators(raw: dict[Key, Data]) -> Iterator[dict[Key, Data]]:
    sections = raw.get("sections")
    for section in sections if isinstance(sections, list) else ():
        indicators = section.get("indicators") if isinstance(section, dict) else None
        yield from (each for each in indicators if isinstance(each, dict)) if isinstance(indicators, list) else ()


def _codes(places: list[tuple[Place, list[Place]]]) -> Names:
    """The codes of all indicators; unsure where one has none, or two have the same, or a section's list has a fault."""
    found = [child.value.get("id") if isinstance(child.value, dict) else None for _, below in places for child in below]
    names = tuple(str(each) for each in found if is_identifier(each))
    raw = [place.value.get("indicators") if isinstance(place.value, dict) else None for place, _ in places]
    listed = all(isinstance(each, list) and each for each in raw)
    return Names(names, listed and bool(places) and len({*names}) == len(found))


def _section_places(top: Fields) -> list[tuple[Place, list[Place]]]:
    """The sections and the places of their indicators."""
    found = []
    for place in items(top["sections"], at_least=1):
        raw = place.value if isinstance(place.value, dict) else {}
        here = place.within("section", raw_id(place))
        indicators = raw.get("indicators")
        found.append((here, items(here.child("indicators", indicators)) if indicators is not None else []))
    return found


def _section(place: Place, read: list[ReadIndicator]) -> Section | None:
    f = fields(place, ("id", "title", "weight", "indicators"), ("id", "title", "indicators"))
    if f is None:
        return None
    if (indicators := f["indicators"]) and indicators.value == []:
        indicators.fault("fault.no_indicators")
    return built(
        place,
        Section,
        id=identifier(f["id"]),
        title=wording(f["title"]),
        weight=number(f["weight"], 0),
        indicators=tuple(each.indicator for each in read if each.indicator),
    )


def _check_sections(top: Fields, places: list[Place]) -> None:
    first: dict[str, Place] = {}
    for place in places:
        name = raw_id(place)
        if name and name in first:
            place.fault("fault.duplicate_section", value=name, first=first[name].line)
        first.setdefault(name, place)


def _check_weights(scoring: Place | None, grid: Grid) -> None:
    """Warns where the file says that weights are equal and then gives some."""
    if scoring is None or not isinstance(scoring.value, dict) or scoring.value.get("weights") != "equal":
        return
    weighted = [each.id for each in (*grid.sections, *grid.indicators()) if each.weight != 1]
    if weighted:
        scoring.child("weights", "equal").warning("warning.weights_equal", known=weighted)
