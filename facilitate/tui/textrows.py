"""Texts of people as rows of a list: one line each, or in full."""

from __future__ import annotations

from typing import NamedTuple

from rich.style import Style
from rich.text import Text

from facilitate.tui.drawing import cut

FULL = 12
"""Lines of the chosen text at most; whoever wants all of a longer one opens it."""


class Row(NamedTuple):
    """One text: what it is, where it belongs, and what is said below it."""

    id: str
    kind: str
    place: str
    text: str
    more: str = ""


def drawn(row: Row, width: int, column: int, chosen: bool) -> list[Text]:
    """A row's lines, none wider than `width`; kinds are `column` cells wide, 0 where there is no room for columns."""
    head = Text(f"{'›' if chosen else ' '} ")
    head.append(row.kind.ljust(column + len(row.kind) - Text(row.kind).cell_len), Style(bold=True))
    head.append(f" {row.place}" if row.place else "", Style(dim=True))
    head.append("  ")
    indent = "  " if not column else " " * (column + 3)
    plain = " ".join(row.text[: 2 * width].split("\n"))
    if not chosen:
        lines = [head.append(cut(plain, width - head.cell_len))]
    elif len(plain) == len(row.text) and Text(plain).cell_len <= width - head.cell_len:
        lines = [head.append(plain)]
    else:
        lines = [head, *_wrapped(row.text, width, indent)]
    if row.more:
        more = Text(f"{indent}{row.more}", Style(italic=True))
        more.truncate(width, overflow="ellipsis")
        lines.append(more)
    return lines


def _wrapped(text: str, width: int, indent: str) -> list[Text]:
    """The text in lines, as many as `FULL`."""
    room = max(8, width - len(indent))
    lines: list[Text] = []
    for part in text[: FULL * width * 2].split("\n"):
        lines += [Text(f"{indent}{line}") for line in folded(part, room)]
        if len(lines) > FULL:
            return [*lines[: FULL - 1], Text(f"{indent}…")]
    return lines


def folded(line: str, room: int) -> list[str]:
    """A line broken between words; a word that is too long is broken anywhere."""
    lines, rest = list[str](), Text(line)
    while rest.cell_len > room:
        head = rest.copy()
        head.truncate(room)
        cells = len(head.plain) - (not rest.plain.startswith(head.plain))  # a wide sign at the edge was cut in two
        space = rest.plain.rfind(" ", 0, cells + 1)
        cells = space if space > 0 else max(1, cells)
        lines.append(rest.plain[:cells])
        rest = Text(rest.plain[cells:].lstrip(" "))
    return [*lines, rest.plain]
