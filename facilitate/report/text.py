"""The report as plain text: good to read on a screen, aloud, and by a screen reader.

Headings stand at the margin and everything else is set in by two columns; there are no lines of signs that a screen
reader would spell out. A table too wide for the line is said as "label: value".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from facilitate.language.words import END_ISOLATE, ISOLATE, Words
from facilitate.report.blocks import Block, Bullets, Heading, Paragraph, Table, introduces
from facilitate.report.width import padded, width, wrapped

INDENT = "  "
GAP = "  "
RIGHT_TO_LEFT_MARK = "\u200f"
_RIGHT = ("R", "AL")
_ISOLATED = re.compile(f"{ISOLATE}[^{END_ISOLATE}]*{END_ISOLATE}")


def render(blocks: Iterable[Block], words: Words, columns: int = 80) -> str:
    """The report as text with a line break at its end."""
    lines: list[str] = []
    before: Block | None = None
    for block in blocks:
        if not introduces(before):
            lines.append("")
        lines.extend(_sided(line, words).rstrip() for line in _part(block, words, columns))
        before = block
    return "\n".join(lines).strip("\n") + "\n"


def _part(block: Block, words: Words, columns: int) -> Iterator[str]:
    inner = columns - len(INDENT)
    match block:
        case Heading(level=level, text=text):
            # An empty line more before a part, so that parts are found at a glance.
            yield from [""] if level == 2 else ["", ""] if level == 1 else []
            yield from wrapped(text, columns)
        case Paragraph(text=text):
            yield from _indented(wrapped(text, inner))
        case Bullets(items=items):
            yield from (line for item in items for line in _indented(_item(item, inner)))
        case Table():
            yield from _indented(_table(block, words, inner))


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (INDENT + line if line else line for line in lines)


def _item(text: str, columns: int) -> Iterator[str]:
    for place, line in enumerate(wrapped(text, columns - 2)):
        yield f"  {line}" if place else f"- {line}"


def _table(block: Table, words: Words, columns: int) -> Iterable[str]:
    rows = [tuple(_cell(cell, words) for cell in row) for row in (block.header, *block.rows)]
    if any("\n" in cell for row in rows for cell in row):
        return _records(block, words, columns)
    sizes = [max(width(row[place]) for row in rows) for place in range(len(block.header))]
    if sum(sizes) + len(GAP) * (len(sizes) - 1) > columns:
        return _records(block, words, columns)
    return [_row(row, sizes, block.alignments) for row in rows]


def _row(row: Sequence[str], sizes: Sequence[int], alignments: Sequence[str]) -> str:
    cells = zip(row, sizes, alignments, strict=True)
    return GAP.join(padded(cell, size, end=alignment == "end") for cell, size, alignment in cells)


def _records(block: Table, words: Words, columns: int) -> Iterator[str]:
    """Each row as lines of its own, cells without content left out."""
    for place, row in enumerate(block.rows):
        if place:
            yield ""
        for label, cell in zip(block.header, row, strict=True):
            if cell and not label:
                yield from wrapped(cell, columns)
            elif cell:
                yield from wrapped(words("report.labelled", label=label, value=cell), columns)


def _cell(text: str, words: Words) -> str:
    """A cell in the other direction is isolated, or it would change places with its neighbours."""
    other = ("L",) if words.right_to_left else _RIGHT
    bare = _ISOLATED.sub("", text)
    return words.isolated(text) if any(unicodedata.bidirectional(each) in other for each in bare) else text


def _sided(line: str, words: Words) -> str:
    """A line of an Arabic report that starts with Latin letters or digits still runs from right to left."""
    if not words.right_to_left or not line.strip() or _direction(line) in _RIGHT:
        return line
    return RIGHT_TO_LEFT_MARK + line


def _direction(line: str) -> str | None:
    """The direction of the first letter that has one and stands in no isolate."""
    depth = 0
    for character in line:
        if character == ISOLATE:
            depth += 1
        elif character == END_ISOLATE:
            depth = max(0, depth - 1)
        elif not depth and unicodedata.bidirectional(character) in ("L", *_RIGHT):
            return unicodedata.bidirectional(character)
    return None
