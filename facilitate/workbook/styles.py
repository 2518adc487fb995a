"""How the workbook looks: a few named styles, shared by all sheets, so that a trainer can change one in one place.

Text on its ground keeps a contrast of at least 7:1, and nothing is said by colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from typing import Any, Literal, NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side

from facilitate.domain.model import Language
from facilitate.workbook.safe import Direction

INK, NAVY, WHITE, GREY_INK, LINK, RUST = "1F2937", "0F4C75", "FFFFFF", "374151", "0B4A8F", "6B2300"
PALE_BLUE, PALE_GREY, PALE_ORANGE, CREAM = "E3EEF7", "F3F4F6", "FBE3D0", "FFF9E3"
LINE = "C9CFD6"
LOW, MIDDLE, HIGH = "F6C9A8", "F7F7F7", "A9CCE9"
"""Ends and middle of the colours behind means; the number always stands on them."""


class Look(NamedTuple):
    """One style. `across` is where the text stands: at the start of the reader's line, or in the middle;
    `open` cells can be changed where the rest of a sheet is protected."""

    size: float = 11
    bold: bool = False
    italic: bool = False
    ink: str = INK
    ground: str | None = None
    lines: bool = False
    across: Literal["start", "center", "centerContinuous"] = "start"
    down: Literal["top", "center"] = "top"
    wrap: bool = False
    indent: int = 0
    underline: bool = False
    form: str = "General"
    open: bool = False
    boxed: bool = False
    """Dark lines all round: a box to cross."""
    rule: bool = False
    """A line below, to write on."""


CHANGE = "[>=0.05]+0.0;[<=-0.05]-0.0;0.0"
"""A difference with its sign; what is shown as 0 has none."""


LOOKS: Mapping[str, Look] = {
    "title": Look(size=17, bold=True, ink=WHITE, ground=NAVY, down="center", indent=1),
    "subtitle": Look(ink=WHITE, ground=NAVY, down="center", indent=1),
    "warning": Look(bold=True, ink=RUST, ground=PALE_ORANGE, down="center", indent=1, wrap=True),
    "verdict": Look(size=13, bold=True, ink=NAVY, down="center", wrap=True),
    "heading": Look(size=13, bold=True, ink=NAVY, down="center"),
    "quiet": Look(size=10, ink=GREY_INK, wrap=True),
    "quiet line": Look(size=10, ink=GREY_INK, down="center", indent=1),
    "plain": Look(wrap=True),
    "link": Look(ink=LINK, underline=True, down="center", wrap=True),
    "head": Look(bold=True, ink=WHITE, ground=NAVY, lines=True, across="center", down="center", wrap=True),
    "head start": Look(bold=True, ink=WHITE, ground=NAVY, lines=True, down="center", wrap=True, indent=1),
    "head over": Look(bold=True, ink=WHITE, ground=NAVY, lines=True, across="centerContinuous", down="center"),
    "band": Look(bold=True, ink=NAVY, ground=PALE_BLUE, lines=True, down="center", indent=1),
    "band note": Look(size=10, ink=GREY_INK, ground=PALE_BLUE, lines=True, down="center", wrap=True, indent=1),
    "band code": Look(bold=True, ink=NAVY, ground=PALE_BLUE, lines=True, across="center", down="center"),
    "band count": Look(ink=GREY_INK, ground=PALE_BLUE, lines=True, across="center", down="center"),
    "band mean": Look(bold=True, ink=NAVY, ground=PALE_BLUE, lines=True, across="center", down="center", form="0.00"),
    "text": Look(lines=True, wrap=True, indent=1),
    "code": Look(lines=True, across="center"),
    "answer": Look(bold=True, lines=True, across="center", wrap=True),
    "answer decimal": Look(bold=True, lines=True, across="center", form="0.00"),
    "input": Look(bold=True, lines=True, across="center", wrap=True, ground=CREAM, open=True),
    "input decimal": Look(bold=True, lines=True, across="center", ground=CREAM, open=True, form="0.00"),
    "input text": Look(lines=True, wrap=True, indent=1, ground=CREAM, open=True),
    "points": Look(lines=True, across="center"),
    "mean": Look(lines=True, across="center", down="center", form="0.00"),
    "mean bold": Look(bold=True, lines=True, across="center", down="center", form="0.00", ground=PALE_GREY),
    "row name": Look(lines=True, down="center", wrap=True, indent=1),
    "row name bold": Look(bold=True, lines=True, down="center", wrap=True, indent=1, ground=PALE_GREY),
    "spread": Look(lines=True, across="center", down="center", form="0.00"),
    "spread bold": Look(lines=True, across="center", down="center", form="0.00", ground=PALE_GREY),
    "compared": Look(lines=True, across="center", down="center"),
    "talk": Look(bold=True, ink=RUST, lines=True, across="center", down="center", wrap=True),
    "count": Look(lines=True, across="center", down="center", form="0"),
    "count bold": Look(lines=True, across="center", down="center", form="0", ground=PALE_GREY),
    "label": Look(bold=True, lines=True, wrap=True, indent=1, ground=PALE_GREY),
    "figure": Look(
        size=17, bold=True, ink=NAVY, ground=PALE_GREY, across="centerContinuous", down="center", form="#,##0"
    ),
    "percent figure": Look(
        size=17, bold=True, ink=NAVY, ground=PALE_GREY, across="centerContinuous", down="center", form="percent"
    ),
    "figure name": Look(size=10, ink=GREY_INK, ground=PALE_GREY, across="centerContinuous", down="center"),
    "share": Look(lines=True, across="center", down="center", form="percent"),
    "share bold": Look(bold=True, lines=True, across="center", down="center", form="percent", ground=PALE_GREY),
    "minutes": Look(lines=True, across="center", down="center", form="0.0"),
    "minutes bold": Look(bold=True, lines=True, across="center", down="center", form="0.0", ground=PALE_GREY),
    "change": Look(lines=True, across="center", down="center", form=CHANGE),
    "change bold": Look(bold=True, lines=True, across="center", down="center", form=CHANGE, ground=PALE_GREY),
    "hour": Look(lines=True, across="center", down="center", form="hh:mm"),
    "day": Look(lines=True, across="center", down="center", form="day"),
    "middle": Look(lines=True, down="center", across="center", wrap=True),
    "middle bold": Look(bold=True, lines=True, down="center", across="center", wrap=True, ground=PALE_GREY),
    "code bold": Look(bold=True, lines=True, down="center", across="center", ground=PALE_GREY),
    "flag": Look(bold=True, ink=RUST, ground=PALE_ORANGE, lines=True, across="center", down="center", wrap=True),
    "state": Look(bold=True, ink=NAVY, ground=PALE_BLUE, down="center", indent=1, wrap=True),
    "contents": Look(bold=True, ink=NAVY, ground=PALE_GREY, down="center", indent=1),
    "data text": Look(wrap=True, down="center", indent=1),
    "data number": Look(down="center", indent=1),
    "data moment": Look(form="moment", down="center", indent=1),
    "data day": Look(form="day", down="center", indent=1),
}


FORMS: Mapping[Language, Mapping[str, str]] = {
    "en": {"percent": "0%", "day": "yyyy-mm-dd", "moment": "yyyy-mm-dd hh:mm"},
    "fr": {"percent": '0"\u00a0"%', "day": "dd/mm/yyyy", "moment": "dd/mm/yyyy hh:mm"},
    "ar": {"percent": "0%", "day": "dd/mm/yyyy", "moment": "dd/mm/yyyy hh:mm"},
}
"""What programs do not do by themselves: the sign of decimals is theirs, the space before % is not."""


def form(language: Language, name: str) -> str:
    """The number format of a name such as ``percent``; formats of no language are as they are."""
    return FORMS[language].get(name, name)


class Styles:
    """The named styles of one workbook, added when they are first used."""

    def __init__(self, workbook: Workbook, language: Language) -> None:
        self._workbook, self._language = workbook, language
        self._side: Direction = "rtl" if language == "ar" else "ltr"
        self.font = "Arial" if language == "ar" else "Calibri"  # Calibri has no Arabic letters
        self._added: set[str] = set()
        self._looks: Mapping[str, Look] = LOOKS
        self._kept: dict[tuple[str, Direction | None], Any] = {}

    @property
    def side(self) -> Direction:
        """The direction in which the sheets are read."""
        return self._side

    def also(self, looks: Mapping[str, Look]) -> None:
        """Know more looks than those of the exported workbook."""
        self._looks = {**self._looks, **looks}

    def name(self, look: str, direction: Direction | None = None) -> str:
        """The name of a style, for text in this direction."""
        reads = direction or self._side
        name = f"facilitate {look}" + ("" if reads == self._side else f" {reads}")
        if name not in self._added:
            self._workbook.add_named_style(self._made(name, self._looks[look], reads))
            self._added.add(name)
        return name

    def put(self, cell: Any, look: str, direction: Direction | None = None) -> None:
        """Give a cell a style: by name to the first one only, since openpyxl looks a name up in all styles, for every
        cell anew; the others get a copy of what that one got."""
        kept = self._kept.get((look, direction))
        if kept is None:
            cell.style = self.name(look, direction)
            self._kept[look, direction] = copy(cell._style)
        else:
            cell._style = copy(kept)

    def _made(self, name: str, look: Look, reads: Direction) -> NamedStyle:
        style = NamedStyle(name=name, number_format=form(self._language, look.form))
        underline: Literal["single"] | None = "single" if look.underline else None
        style.font = Font(
            name=self.font, size=look.size, bold=look.bold, italic=look.italic, color=look.ink, underline=underline
        )
        if look.ground:
            style.fill = PatternFill("solid", start_color=look.ground, end_color=look.ground)
        if look.lines:
            side = Side(style="thin", color=LINE)
            style.border = Border(left=side, right=side, top=side, bottom=side)
        if look.boxed:
            side = Side(style="medium", color=INK)
            style.border = Border(left=side, right=side, top=side, bottom=side)
        if look.rule:
            style.border = Border(bottom=Side(style="thin", color=INK))
        start: Literal["right", "left"] = "right" if self._side == "rtl" else "left"
        style.alignment = Alignment(
            horizontal=start if look.across == "start" else look.across,
            vertical=look.down,
            wrap_text=look.wrap,
            indent=look.indent,
            readingOrder=2 if reads == "rtl" else 1,
        )
        style.protection = Protection(locked=not look.open)
        return style
