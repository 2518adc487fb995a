"""Which formats of cells show a date, a time or a length of time: the only thing that styles are read for."""

from __future__ import annotations

from typing import Literal, TypeAlias

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format

from facilitate.workbook.strangers.faults import NotAccepted
from facilitate.workbook.strangers.limits import FORMATS, LONGEST_FORMAT, LONGEST_NUMBER, STYLES
from facilitate.workbook.strangers.markup import Nothing, main

Shows: TypeAlias = Literal["number", "date", "length"]

_FORMAT, _STYLES, _STYLE = main("numFmt"), main("cellXfs"), main("xf")


class Formats(Nothing):
    """Reads the part of styles."""

    def __init__(self, part: str = "") -> None:
        self._part = part
        self._codes: dict[str, str] = {str(number): code for number, code in BUILTIN_FORMATS.items()}
        self._styles: list[str] = []
        self._in_styles = False
        self._known: dict[str, Shows] = {}

    def start(self, name: str, attributes: dict[str, str], depth: int) -> None:
        if depth == 2:
            self._in_styles = name == _STYLES
        elif depth == 3 and self._in_styles and name == _STYLE:
            self._check(len(self._styles), STYLES)
            self._styles.append(attributes.get("numFmtId", "0")[:LONGEST_NUMBER])
        elif depth == 3 and name == _FORMAT:
            self._check(len(self._codes), FORMATS)
            code, number = attributes.get("formatCode", ""), attributes.get("numFmtId", "")
            if len(code) <= LONGEST_FORMAT and len(number) <= LONGEST_NUMBER:
                self._codes[number] = code

    def _check(self, number: int, most: int) -> None:
        if number >= most:
            raise NotAccepted("strangers.too_many_styles", part=self._part, most=most)

    def shows(self, style: str | None) -> Shows:
        """What the style of a cell shows; a number, where the style is none of the workbook's."""
        if style is None or not (style.isascii() and style.isdigit() and len(style) < 7):
            return "number"
        if int(style) >= len(self._styles):
            return "number"
        code = self._codes.get(self._styles[int(style)], "")
        if code not in self._known:
            self._known[code] = _of(code)
        return self._known[code]


def _of(code: str) -> Shows:
    if is_timedelta_format(code):
        return "length"
    return "date" if is_date_format(code) else "number"
