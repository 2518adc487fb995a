"""How far observers agree in what they counted, ticked and timed: all together, then code by code or group by group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.agreement.counted import CountedAgreement, kind_of
from facilitate.domain.events.observing import MEETING
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Duration, Indicator, Interval, Tally
from facilitate.workbook.agreement.spans import WIDTHS, Span, span_cells, span_heads
from facilitate.workbook.book import NOTHING, Book
from facilitate.workbook.scoresheet import subject_name
from facilitate.workbook.sheet_rows import Value, section

MEASURES = (
    "total_count",
    "mean_count_per_interval",
    "exact_count_per_interval",
    "interval_by_interval",
    "scored_interval",
    "unscored_interval",
)
BOLD = {"middle": "middle bold", "row name": "row name bold", "share": "share bold"}
FIRST = (
    Span("workbook.column.code", 1, 1, "middle"),
    Span("workbook.column.indicator", 2, 3),
    Span("sheets.agreement.over", 4, 4, "middle"),
)


def write_counted(book: Book, sheet: Worksheet, row: int, found: Sequence[CountedAgreement]) -> int:
    """Nothing where nothing was counted, ticked or timed; the first free row."""
    if book.meeting.grid is None or not found:
        return row
    return _Counted(book, sheet, book.meeting.grid, found).write(row)


class _Counted:
    """One table, with a column for each measure that anything in it has."""

    def __init__(self, book: Book, sheet: Worksheet, grid: Grid, found: Sequence[CountedAgreement]) -> None:
        self.book, self.sheet, self.grid, self.found = book, sheet, grid, found
        self.measures = [name for name in MEASURES if any(_compared(each) and name in each.measures for each in found)]
        self.columns = FIRST + tuple(
            Span(f"sheets.agreement.counted.{name}", place, place, "share")
            for place, name in enumerate(self.measures, FIRST[-1].last + 1)
        )

    def write(self, row: int) -> int:
        heading = section(self.book, self.sheet, row, self.book.words("agreed.counting"))
        row = span_heads(self.book, self.sheet, heading, self.columns)
        for (code, about), entries in groupby(self.found, key=lambda each: (each.indicator, each.about)):
            row = self._of(row, self.grid.by_id[code], about, tuple(entries))
        return row

    def _of(self, row: int, indicator: Indicator, about: str, entries: Sequence[CountedAgreement]) -> int:
        """One indicator about one subject: all together, then the codes and groups that anybody saw."""
        subject = "" if about == MEETING else subject_name(self.book, about)
        asked = self.book.line(indicator.text.to(self.book.words.language) or indicator.id, subject)
        whole = [each for each in entries if each.code is None]
        labels, parts = _labels(self.book, indicator), [each for each in entries if each.code is not None]
        for each in whole:
            row = self._row(row, indicator, each, (indicator.id, asked), bold=bool(parts))
        for each in parts:
            if each.looked and not _never(each):
                row = self._row(row, indicator, each, ("", labels.get(each.code or "", each.code or "")))
        never = [labels.get(each.code or "", each.code or "") for each in parts if each.looked and _never(each)]
        if never:
            told = self.book.words("report.sampled.never", codes=self.book.listed(never))
            wide = Span("", FIRST[1].first, len(WIDTHS), ours=True)
            row = span_cells(self.book, self.sheet, row, (FIRST[0], wide), ["", told])
        return row

    def _row(
        self, row: int, indicator: Indicator, each: CountedAgreement, names: tuple[str, str], bold: bool = False
    ) -> int:
        if not _compared(each):
            wide = Span("", FIRST[-1].first, len(WIDTHS), ours=True)
            alone = self.book.words("agreed.counting.alone", name=self.book.names.of(each.observers[0]))
            return span_cells(self.book, self.sheet, row, (*FIRST[:2], wide), [*names, alone])
        columns = [column._replace(look=BOLD[column.look]) for column in self.columns] if bold else self.columns
        values: list[Value] = [
            *names,
            self.book.words(f"sheets.agreement.over.{kind_of(indicator, each)}", each.looked),
        ]
        for name in self.measures:
            measure = each.measures.get(name)
            values.append("" if measure is None else NOTHING if measure.value is None else measure.value)
        return span_cells(self.book, self.sheet, row, columns, values)


def _compared(each: CountedAgreement) -> bool:
    return len(each.observers) > 1


def _labels(book: Book, indicator: Indicator) -> Mapping[str, str]:
    options = indicator.codes if isinstance(indicator, Interval) else ()
    if isinstance(indicator, Tally | Duration):
        options = indicator.groups
    return {option.id: option.label.to(book.words.language) for option in options}


def _never(each: CountedAgreement) -> bool:
    scored = each.measures.get("scored_interval")
    return scored is not None and scored.value is None
