"""What the lines of the page are called: the frame and indicators by the code that is judged, sections and scales by a
sign that no code has before their own."""

from __future__ import annotations

from facilitate.domain.grid import FRAME, Grid

SECTION, SCALE = "§", "="


def section_key(section: str) -> str:
    return f"{SECTION}{section}"


def scale_key(scale: str) -> str:
    return f"{SCALE}{scale}"


def name_of(key: str) -> str:
    """The section's, scale's or indicator's own code."""
    return key.removeprefix(SECTION).removeprefix(SCALE)


def is_section(key: str) -> bool:
    return key.startswith(SECTION)


def is_scale(key: str) -> bool:
    return key.startswith(SCALE)


def is_indicator(key: str) -> bool:
    return bool(key) and key != FRAME and not is_section(key) and not is_scale(key)


def section_around(grid: Grid, key: str) -> str | None:
    """The section in which a line stands, for what is added there; else the last one."""
    if is_section(key) and any(each.id == name_of(key) for each in grid.sections):
        return name_of(key)
    if key in grid.section_of:
        return grid.section_of[key].id
    return grid.sections[-1].id if grid.sections else None


def languages_of(grid: Grid, reader: str) -> tuple[str, ...]:
    """The languages of the grid, the reader's first; theirs alone where a grid of another program names none."""
    return tuple(sorted(grid.languages or (reader,), key=lambda each: each != reader))
