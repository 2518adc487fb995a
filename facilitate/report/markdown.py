"""The report as Markdown. What people typed is shown as they typed it, whatever Markdown would make of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from facilitate.language.words import Words
from facilitate.report.blocks import Block, Bullets, Heading, Paragraph, Table

_SIGNS = re.compile(r"([\\`*_{}\[\]<>|~#&$])")
# What makes a list, a quotation, a rule or an underlined title where it starts a line.
_START = re.compile(r"^(\s*)(?:(\d+)([.)])|([-+=]))")
# Markdown turns bare addresses into links.
_ADDRESS = re.compile(r"(?i)\b(https?|ftp)(:)(?=//)|\b(www)(\.)|(?<=\w)(@)(?=\w)")


def render(blocks: Iterable[Block], words: Words) -> str:
    """The report as text in Markdown with a line break at its end."""
    text = "\n\n".join("\n".join(_part(block)) for block in blocks)
    if words.right_to_left:
        # Markdown knows no direction; its readers know this much HTML.
        text = f'<div dir="rtl">\n\n{text}\n\n</div>'
    return f"{text}\n"


def literal(text: str) -> str:
    """Text in which no sign means anything, on one line or several."""
    return "\n".join(_literal_line(line) for line in text.split("\n"))


def _literal_line(line: str) -> str:
    line = _ADDRESS.sub(_no_link, _SIGNS.sub(r"\\\1", line))
    return _START.sub(lambda found: f"{found[1]}{found[2] or ''}\\{found[3] or found[4]}", line)


def _no_link(found: re.Match[str]) -> str:
    scheme, colon, www, dot, _ = found.groups()
    if scheme:
        return f"{scheme}\\{colon}"
    return f"{www}\\{dot}" if www else "&#64;"


def _part(block: Block) -> Iterator[str]:
    match block:
        case Heading(level=level, text=text):
            yield f"{'#' * min(level, 6)} {_one_line(text)}"
        case Paragraph(text=text):
            yield literal(text).replace("\n", "\\\n")
        case Bullets(items=items):
            for item in items:
                yield "- " + literal(item).replace("\n", "\\\n  ")
        case Table(header=header, rows=rows, alignments=alignments):
            yield _row(header)
            yield _row_of("---:" if alignment == "end" else "---" for alignment in alignments)
            yield from (_row(row) for row in rows)


def _one_line(text: str) -> str:
    return literal(text.replace("\n", " "))


def _row(cells: Sequence[str]) -> str:
    return _row_of("<br>".join(literal(cell).split("\n")) for cell in cells)


def _row_of(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
