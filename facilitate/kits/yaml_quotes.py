"""Where a quotation mark was forgotten: a parser only sees that the next text makes no sense."""

from __future__ import annotations

import re

_BLOCK = re.compile(r"(?:^|[:-]) *[|>][-+0-9]* *(?:#.*)?$")
_BEGINS = re.compile(
    r"""(?:^(?:[ ]|-[ ]|\?[ ])*|:[ ]+|[\[{][ ]*|(?P<comma>,)[ ]*)(?P<mark>["'])|(?:^|[ ])\#.*$""", re.M
)
_TEXTS = {'"': re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL), "'": re.compile(r"'(?:[^']|'')*'")}
_GOES_ON = re.compile(r"[ ]*(?:\n|\Z|[,\]}:]|[ ]\#)")


def first_unclosed(text: str, last: int) -> int | None:
    """The line, from 1, of the first quoted text up to line `last` that is not closed, or closed amid another text."""
    text = without_blocks(text)
    place = 0
    while found := _BEGINS.search(text, place):
        line = text.count("\n", 0, found.end()) + 1
        if line > last:
            return None
        place = found.end()
        mark = found["mark"]
        if mark is None or (found["comma"] and not _in_brackets(text, found.start())):
            continue
        closed = _TEXTS[mark].match(text, place - 1)
        if closed is None or not _GOES_ON.match(text, closed.end()):
            return line
        place = closed.end()
    return None


def _in_brackets(text: str, place: int) -> bool:
    """Whether a comma can stand between two entries: some bracket is opened before it on its line."""
    line = text[text.rfind("\n", 0, place) + 1 : place]
    return "[" in line or "{" in line


def without_blocks(text: str) -> str:
    """The text with empty lines for those of texts after ``|`` and ``>``, where quotation marks mean nothing."""
    kept: list[str] = []
    within: int | None = None
    for line in text.split("\n"):
        indentation = len(line) - len(line.lstrip(" "))
        if within is not None and (not line.strip() or indentation > within):
            kept.append("")
            continue
        within = indentation if _BLOCK.search(line) else None
        kept.append(line)
    return "\n".join(kept)
