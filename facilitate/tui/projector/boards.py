"""Lists for a whole room: cut into pages that fit, since nobody at the back can scroll."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from facilitate.tui.drawing import cut, fitted, weighed

LONGEST_ROWS = 4
"""Rows of one entry at most; the rest of a long one is read from the notes."""

_BAR_FROM = 36
"""Columns from which on a bar stands beside the words."""


ROOM = 12
"""Columns that words need at least beside a bar."""


class Line(NamedTuple):
    """One entry: a mark before it, its words, and at its end a bar for `share` (0 to 1) and what is said beside it.

    `tick` is a second share, drawn as a mark in the bar.
    """

    text: str
    mark: str = ""
    share: float | None = None
    beside: str = ""
    tick: float | None = None


class Board(NamedTuple):
    """A list under a heading."""

    heading: str
    lines: tuple[Line, ...]


Page = tuple[Text, ...]


def pages(boards: Sequence[Board], width: int, height: int, written: Callable[[int], str] = str) -> tuple[Page, ...]:
    """The rows of each page, with empty rows between the entries where everything fits on one; at least one page.
    `written` is how a number is written.

    An entry is never parted; a heading is said again on each page on which its list goes on.
    """
    if width < 8 or height < 2:
        return ((),)
    for airy in (True, False):
        found = tuple(_filled(boards, width, height, airy))
        if len(found) <= 1:
            return found or ((),)
    marks = (f"{written(number)}/{written(len(found))}" for number in range(1, len(found) + 1))
    return tuple(_numbered(page, mark, width) for page, mark in zip(found, marks, strict=True))


def _filled(boards: Sequence[Board], width: int, height: int, airy: bool) -> Iterator[Page]:
    page: list[Text] = []
    for board in boards:
        heading, opened = Text(cut(board.heading, width), Style(bold=True)), False
        for line in board.lines:
            rows = _rows(line, width)
            before = [] if opened and not airy else [Text()] if page else []
            wanted = [*before, *([] if opened else [heading]), *rows]
            if page and len(page) + len(wanted) > height:
                yield tuple(page)
                page, wanted = [], [heading, *rows]
            page += wanted[:height]
            opened = True
    if page:
        yield tuple(page)


def _numbered(page: Page, number: str, width: int) -> Page:
    """The page with its number at the end of its first row, which is a heading."""
    if not page:
        return page
    first = Text(fitted(page[0].plain, width - cell_len(number) - 2), Style(bold=True))
    first.append(f"  {number}", Style(bold=False))
    return (first, *page[1:])


def _rows(line: Line, width: int) -> list[Text]:
    """The rows of one entry: the first has the mark, the bar and what is beside it; where that leaves the words no
    room, the bar goes below them."""
    mark = f"{line.mark} " if line.mark else ""
    indent, beside = " " * cell_len(mark), f"  {line.beside}" if line.beside else ""
    drawn = _bar(line, width // 4) if width >= _BAR_FROM else ""
    end = f"  {drawn}{beside}" if drawn else beside
    room = width - cell_len(mark) - cell_len(end)
    if room < ROOM or (line.share is not None and not drawn):
        below = cut(f"{indent}{_bar(line, width - cell_len(indent) - cell_len(beside))}{beside}".rstrip(), width)
        return [*_rows(Line(line.text, line.mark), width), Text(below)]
    parts = wrapped(line.text, room, LONGEST_ROWS)
    rows = [Text.assemble((mark, Style(bold=True)), fitted(parts[0], room) if end else parts[0], end)]
    return rows + [Text(f"{indent}{part}") for part in parts[1:]]


def _bar(line: Line, width: int) -> str:
    return weighed(line.share, line.tick, width) if line.share is not None and width > 3 else ""


def wrapped(text: str, width: int, most: int) -> list[str]:
    """The words in rows of at most `width` cells; what is left over after `most` rows is cut, with an ellipsis."""
    rows: list[str] = [""]
    for word in text.split():
        joined = f"{rows[-1]} {word}".strip()
        if cell_len(joined) <= width:
            rows[-1] = joined
        elif len(rows) == most:
            rows[-1] = cut(joined, width)
            return rows
        else:
            rows = [*rows, word] if rows[-1] else [word]
        rows[-1] = cut(rows[-1], width)
    return rows
