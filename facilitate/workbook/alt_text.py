"""Says in words what every chart shows: openpyxl cannot write it, so it is put into the saved drawing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from facilitate.workbook.safe import writable

_FRAME = re.compile(r'<((?:\w+:)?cNvPr) id="(\d+)" name="Chart \2"\s*/>')


class NotTold(Exception):
    """A chart without words: the file must not be handed on."""


def with_words(xml: str, told: Sequence[tuple[str, str]]) -> str:
    """A drawing's XML with the title and the description of each of its charts.

    Raises NotTold unless every chart got its own.
    """
    found: list[int] = []

    def put(frame: re.Match[str]) -> str:
        tag, number = frame.group(1), int(frame.group(2))
        found.append(number)
        if number > len(told):
            raise NotTold(frame.group())
        title, description = (quoteattr(" ".join(writable(text).split())) for text in told[number - 1])
        return f'<{tag} id="{number}" name="Chart {number}" descr={description} title={title}/>'

    filled = _FRAME.sub(put, xml)
    if sorted(found) != list(range(1, len(told) + 1)) or xml.count("graphicFrame>") != 2 * len(told):
        raise NotTold(f"{len(found)} / {len(told)}")
    return filled
