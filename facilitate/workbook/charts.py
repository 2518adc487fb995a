"""Charts on a sheet: bars beside each other, and a radar.

Each lines up with columns and rows, and says in words what it shows, for those who do not see it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from openpyxl.chart import BarChart, LineChart, RadarChart
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import AxDataSource, NumDataSource
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.legend import Legend
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from facilitate.workbook.book import Pages
from facilitate.workbook.chart_parts import (
    Cells,
    Line,
    axis_line,
    bar_look,
    heading,
    inside,
    line_look,
    numbers,
    quiet_lines,
    small,
    texts,
)
from facilitate.workbook.styles import LINE

ROW_POINTS = 18.0
"""The height of the rows under a chart, so that it has the same shape in every program."""


class Box(NamedTuple):
    """The cells that a chart covers: columns and rows from the first to the last, counted from 1."""

    left: int
    right: int
    top: int
    bottom: int


class Shown(NamedTuple):
    """What a chart shows: its title, what it says in words, the names along it, its lines, how numbers are written, and
    where the axis of values begins and ends."""

    title: str
    told: str
    names: Cells
    lines: Sequence[Line]
    form: str = "0"
    low: float | None = 0
    high: float | None = None
    step: float | None = None


def bars(book: Pages, sheet: Worksheet, shown: Shown, box: Box) -> None:
    """Bars that lie, the first name on top; in right-to-left sheets they grow to the left."""
    chart = BarChart(barDir="bar", grouping="clustered", gapWidth=45 if len(shown.lines) > 1 else 60)
    chart.overlap = -5 if len(shown.lines) > 1 else 0
    for place, line in enumerate(shown.lines):
        series = _series(shown, line, place)
        series.graphicalProperties = bar_look(place)
        series.invertIfNegative = False
        series.dLbls = _labels(book, shown.form)
        chart.series.append(series)
    names, values = chart.x_axis, chart.y_axis
    names.scaling.orientation = "maxMin"
    values.scaling.orientation = "maxMin" if book.words.right_to_left else "minMax"
    values.crosses = "max"  # under the bars, since the names run downwards
    names.tickLblPos = "low"
    _axes(book, chart, shown)
    across = sum(sheet.column_dimensions[get_column_letter(column)].width for column in range(box.left, box.right + 1))
    said = [str(name or "") for name in shown.names.values]
    chart.layout = inside(said, across, (box.bottom - box.top + 1) * ROW_POINTS, right_to_left=book.words.right_to_left)
    _place(book, sheet, chart, shown, box)


def radar(book: Pages, sheet: Worksheet, shown: Shown, box: Box) -> None:
    """A spoke for each name, a line for each subject."""
    chart = RadarChart(radarStyle="marker")
    for place, line in enumerate(shown.lines):
        series = _series(shown, line, place)
        series.graphicalProperties, series.marker = line_look(place)
        chart.series.append(series)
    _axes(book, chart, shown)
    chart.y_axis.crossBetween = "between"
    _place(book, sheet, chart, shown, box)


def lines(book: Pages, sheet: Worksheet, shown: Shown, box: Box) -> None:
    """Values one after the other, a line for each subject; from right to left in right-to-left sheets."""
    chart = LineChart(grouping="standard")
    for place, line in enumerate(shown.lines):
        series = _series(shown, line, place)
        series.graphicalProperties, series.marker = line_look(place)
        series.smooth = False
        chart.series.append(series)
    _axes(book, chart, shown)
    chart.x_axis.scaling.orientation = "maxMin" if book.words.right_to_left else "minMax"
    chart.x_axis.tickLblPos = "low"
    _place(book, sheet, chart, shown, box)


def _series(shown: Shown, line: Line, place: int) -> Any:
    series: Any = Series(idx=place, order=place)
    series.tx = SeriesLabel(strRef=texts(line.name))
    series.cat = AxDataSource(strRef=texts(shown.names))
    series.val = NumDataSource(numRef=numbers(line.values, shown.form))
    return series


def _labels(book: Pages, form: str) -> DataLabelList:
    labels = DataLabelList(numFmt=form, dLblPos="outEnd", showVal=True)
    for other in ("showLegendKey", "showCatName", "showSerName", "showPercent", "showBubbleSize"):
        setattr(labels, other, False)
    labels.txPr = small(book.styles.font, 9)
    return labels


def _axes(book: Pages, chart: Any, shown: Shown) -> None:
    """Axes that are there: unless told otherwise Excel leaves out those that openpyxl writes."""
    for axis in (chart.x_axis, chart.y_axis):
        axis.delete = False
        axis.txPr = small(book.styles.font)
        axis.graphicalProperties = axis_line()
        axis.title = None
    chart.x_axis.majorGridlines = None
    chart.y_axis.majorGridlines = ChartLines(spPr=quiet_lines())
    chart.y_axis.number_format, chart.y_axis.majorTickMark = shown.form if "%" in shown.form else "General", "out"
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = shown.low, shown.high
    chart.y_axis.majorUnit = shown.step


def _place(book: Pages, sheet: Worksheet, chart: Any, shown: Shown, box: Box) -> None:
    chart.title = heading(shown.title, book.styles.font, right_to_left=book.words.right_to_left)
    chart.legend = None
    if len(shown.lines) > 1:
        chart.legend = Legend(legendPos="b")
        chart.legend.overlay = False
        chart.legend.txPr = small(book.styles.font)
    chart.roundedCorners = False
    chart.display_blanks = "gap"
    chart.graphical_properties = GraphicalProperties(solidFill="FFFFFF", ln=LineProperties(solidFill=LINE))
    start = AnchorMarker(col=box.left - 1, row=box.top - 1)
    chart.anchor = TwoCellAnchor(editAs="oneCell", _from=start, to=AnchorMarker(col=box.right, row=box.bottom))
    for row in range(box.top, box.bottom + 1):
        if sheet.row_dimensions[row].height is None:
            sheet.row_dimensions[row].height = ROW_POINTS
    sheet.add_chart(chart)
    book.pictures.setdefault(sheet.title, []).append((shown.title, shown.told))
