"""Two grids compared: as a whole, their scales, their scoring, section by section, their sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from facilitate.analysis.differences.difference import Difference, Spot, Tree, content
from facilitate.analysis.differences.fields import fields
from facilitate.analysis.differences.pairing import paired
from facilitate.analysis.differences.parts import found_again, name, parts, renames
from facilitate.analysis.differences.sections import sections
from facilitate.domain.grid import Grid

APART = ("scales", "scoring", "sections", "sources")
"""Fields of a grid that are compared in a way of their own; all others are the grid as a whole."""


def differences(before: Grid, after: Grid) -> tuple[Difference, ...]:
    """In what the second grid differs from the first, in the order of the second; nothing where the seal is the same.

    Scales with another name and the same points, sections with another and the same title, indicators with another code
    and the same words are renamed; what names them follows.
    """
    return tuple(_between(content(before), content(after)))


def _between(old: Tree, new: Tree) -> Iterator[Difference]:
    yield from fields(Spot("grid"), old, new, but=APART)
    scales = found_again(old["scales"], new["scales"])
    yield from parts("scale", scales)
    yield from fields(Spot("scoring"), old["scoring"], new["scoring"])
    yield from sections(old["sections"], new["sections"], renames(scales))
    yield from parts("source", paired(_listed(old["sources"]), _listed(new["sources"]), name))


def _listed(sources: Mapping[str, Tree]) -> list[Tree]:
    return [{"id": code, **each} for code, each in sources.items()]
