"""Rows of short words above the grid: on a narrow screen what has no room goes on in the next row."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

BETWEEN = " · "
MOST_ROWS = 3


def packed(parts: Iterable[Text], width: int, most: int = MOST_ROWS) -> list[Text]:
    """The parts one after the other, in rows of `width` cells; what is too much ends the last of `most` rows."""
    rows: list[Text] = []
    for part in parts:
        if rows and (len(rows) >= most or rows[-1].cell_len + len(BETWEEN) + part.cell_len <= width):
            rows[-1] = Text.assemble(rows[-1], BETWEEN, part)
        else:
            rows.append(part)
    return rows
