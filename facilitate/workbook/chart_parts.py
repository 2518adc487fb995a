"""What charts are made of: references to cells with what stands in them, lettering, how lines are told apart.

openpyxl writes references only; programs that do not calculate draw nothing then, and Excel waits for a click. So each
reference carries what its cells hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from openpyxl.chart.data_source import NumData, NumRef, NumVal, StrData, StrRef, StrVal
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.marker import Marker
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
    RichTextProperties,
)
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from facilitate.workbook.names import quoted
from facilitate.workbook.safe import writable
from facilitate.workbook.styles import GREY_INK, INK, LINE, NAVY

POINT = 12_700
"""English metric units in a point."""


class Cells(NamedTuple):
    """Cells under each other that a chart shows, and what stands in them."""

    reference: str
    values: tuple[float | str | None, ...]


class Line(NamedTuple):
    """One line, or one colour of bars: the cell with its name, and the cells with its values."""

    name: Cells
    values: Cells


class Telling(NamedTuple):
    """How a line or a bar is told from the others, by a colour-blind reader and on grey paper as well."""

    colour: str
    edge: str
    dash: str
    marker: str
    pattern: Literal["wdUpDiag", "dkHorz", "pct50"] | None = None


TELLING = (
    Telling(NAVY, NAVY, "solid", "circle"),
    Telling("F4A261", "9A4F12", "dash", "diamond"),
    Telling("DCE8F2", "2F75A8", "sysDot", "triangle"),
    Telling("6B7280", "374151", "lgDashDot", "square", "wdUpDiag"),
    Telling("9CC5A1", "2F5D3A", "sysDash", "x", "dkHorz"),
    Telling("FFFFFF", INK, "lgDash", "star", "pct50"),
)
"""From dark to light, so that neighbours differ in grey too."""


def column_of(sheet: Worksheet, column: int, first: int, values: Sequence[float | str | None]) -> Cells:
    """Cells of one column, from this row on."""
    letter = get_column_letter(column)
    last = first + len(values) - 1
    end = f":${letter}${last}" if last > first else ""
    return Cells(f"{quoted(sheet.title)}!${letter}${first}{end}", tuple(values))


def texts(cells: Cells) -> StrRef:
    """Names on an axis or in a key."""
    points = [StrVal(idx=place, v=writable(str(value or ""))) for place, value in enumerate(cells.values)]
    return StrRef(f=cells.reference, strCache=StrData(ptCount=len(points), pt=points))


def numbers(cells: Cells, form: str) -> NumRef:
    """Values; a dash or an empty cell is none."""
    points = [NumVal(idx=place, v=value) for place, value in enumerate(cells.values) if isinstance(value, int | float)]
    return NumRef(f=cells.reference, numCache=NumData(formatCode=form, ptCount=len(cells.values), pt=points))


def lettering(size: float, font: str, *, bold: bool = False, ink: str = INK) -> CharacterProperties:
    """Letters of one size in points."""
    faces = Font(typeface=font)
    return CharacterProperties(sz=round(size * 100), b=bold, solidFill=ink, latin=faces, cs=faces)


def small(font: str, size: float = 10) -> RichText:
    """The letters of axes, keys and labels."""
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=lettering(size, font)), endParaRPr=CharacterProperties())
    paragraph.r = []  # openpyxl puts an empty run, which has no place here
    return RichText(bodyPr=RichTextProperties(), p=[paragraph])


def heading(text: str, font: str, *, right_to_left: bool) -> Title:
    """A chart's title, above the plot and not upon it."""
    letters = lettering(12, font, bold=True, ink=NAVY)
    paragraph = Paragraph(
        pPr=ParagraphProperties(defRPr=letters, rtl=right_to_left or None), r=[RegularTextRun(rPr=letters, t=text)]
    )
    title = Title(tx=Text(rich=RichText(bodyPr=RichTextProperties(), p=[paragraph])), layout=None)
    title.overlay = False
    return title


def bar_look(place: int) -> GraphicalProperties:
    """The ground and edge of bars."""
    telling = TELLING[place % len(TELLING)]
    look = GraphicalProperties(ln=LineProperties(solidFill=telling.edge, w=POINT * 3 // 4))
    if telling.pattern is None:
        look.solidFill = telling.colour
    else:
        choice: Any = ColorChoice
        edge, ground = choice(srgbClr=telling.edge), choice(srgbClr="FFFFFF")
        look.pattFill = PatternFillProperties(prst=telling.pattern, fgClr=edge, bgClr=ground)
    return look


def line_look(place: int) -> tuple[GraphicalProperties, Marker]:
    """A line with its marks."""
    telling: Any = TELLING[place % len(TELLING)]
    colour = telling.edge if telling.colour != NAVY else NAVY
    look = GraphicalProperties(ln=LineProperties(solidFill=colour, w=POINT * 9 // 4, prstDash=telling.dash))
    marker = Marker(symbol=telling.marker, size=7)
    marker.graphicalProperties = GraphicalProperties(solidFill=colour, ln=LineProperties(solidFill=colour))
    return look, marker


def quiet_lines() -> GraphicalProperties:
    """Lines behind the values."""
    return GraphicalProperties(ln=LineProperties(solidFill=LINE, w=POINT // 2))


def axis_line() -> GraphicalProperties:
    """The axis itself."""
    return GraphicalProperties(ln=LineProperties(solidFill=GREY_INK, w=POINT * 3 // 4))


def inside(names: Sequence[str], across: float, down: float, *, right_to_left: bool) -> Layout:
    """Where lying bars stand in a frame `across` characters wide and `down` points high: beside names as long as these,
    under the title, above numbers and key, and with room for the number at the end of the longest bar."""
    longest = max((len(name) for name in names), default=0)
    for_names, for_numbers = min(0.42, 0.03 + longest * 0.9 / across), 0.07
    place = ManualLayout(layoutTarget="inner", xMode="edge", yMode="edge", y=36 / down, h=max(0.3, 1 - 96 / down))
    place.x, place.w = for_numbers if right_to_left else for_names, 1 - for_names - for_numbers
    return Layout(manualLayout=place)
