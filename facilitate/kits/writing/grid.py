"""A grid as the text of a file."""

from __future__ import annotations

from facilitate.domain.grid import Grid, Section
from facilitate.kits.header import GRID, SCHEMA_VERSION
from facilitate.kits.writing.common import sources
from facilitate.kits.writing.head import Origin, grid_head
from facilitate.kits.writing.indicators import indicator
from facilitate.kits.writing.scalars import name, number, quoted
from facilitate.kits.writing.scales import scales, scoring
from facilitate.kits.writing.tree import List, Map, Node, flow, lines_of, present
from facilitate.kits.writing.wordings import needed, wordings
from facilitate.language import Words

RULE = f"# {'-' * 98}"
"""What stands above a section, so that the eye finds it."""


def grid_text(grid: Grid, words: Words, origin: Origin | None = None) -> str:
    """The file of a grid, its comments in the reader's language. Reading it gives an equal grid."""
    parts = [
        grid_head(grid, words, origin) + lines_of(_header(grid)),
        lines_of(present(("sources", sources(grid.sources)))),
        lines_of(present(("observer_rules", wordings(grid.observer_rules, grid.languages)))),
        *(lines_of((scale,)) for scale in scales(grid.scales, grid.languages)),
        lines_of(present(("scoring", scoring(grid.scoring, grid)))),
        lines_of((("sections", List(tuple(_section(each, grid) for each in grid.sections), above=RULE, apart=True)),)),
    ]
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def _header(grid: Grid) -> tuple[tuple[str, Node], ...]:
    return present(
        ("schema_version", number(SCHEMA_VERSION)),
        ("kind", GRID),
        ("id", name(grid.id)),
        ("grid_version", quoted(grid.version)),
        ("languages", List(tuple(grid.languages), flows=True)),
        ("title", needed(grid.title, grid.languages)),
        ("locked", flow(map(name, grid.locked))),
    )


def _section(section: Section, grid: Grid) -> Map:
    return Map(
        present(
            ("id", name(section.id)),
            ("title", needed(section.title, grid.languages)),
            ("weight", number(section.weight) if section.weight != 1 else None),
            ("indicators", List(tuple(indicator(each, grid) for each in section.indicators), apart=True)),
        )
    )
