"""Reads the part of one sheet: cells and merged ranges; all else in it is passed over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from facilitate.kits.faults import clean
from facilitate.workbook.strangers import values
from facilitate.workbook.strangers.faults import NotAccepted
from facilitate.workbook.strangers.formats import Formats
from facilitate.workbook.strangers.limits import COLUMNS, LONGEST_NUMBER, ROWS, Budget
from facilitate.workbook.strangers.markup import STRICT, main
from facilitate.workbook.strangers.places import LAST, Place, area, place
from facilitate.workbook.strangers.sheet import CellValue, Sheet
from facilitate.workbook.strangers.strings import Collector, T, Text, finished

_ROOT, _DATA, _ROW, _CELL = main("worksheet"), main("sheetData"), main("row"), main("c")
_VALUE, _FORMULA, _INLINE, _PHONETIC = main("v"), main("f"), main("is"), main("rPh")
_MERGES, _MERGE = main("mergeCells"), main("mergeCell")


@dataclass(frozen=True)
class Shared:
    """What the cells of all sheets refer to."""

    strings: list[Text]
    formats: Formats
    epoch: datetime


class Rows:
    """Fills a sheet. Raises NotAccepted where a place cannot be, or where there is too much of anything."""

    def __init__(self, sheet: Sheet, part: str, shared: Shared, budget: Budget) -> None:
        self._sheet, self._part, self._shared, self._budget = sheet, part, shared, budget
        self._collector = Collector(part, budget)
        self._section = ""
        self._row = self._column = 0
        self._in_row = self._in_cell = self._wanted = self._phonetic = self._inline = self._has_value = False
        self._kind = "n"
        self._style: str | None = None
        self._at = Place(1, 1)
        self._formula = False

    def start(self, name: str, attributes: dict[str, str], depth: int) -> None:
        if self._in_cell:
            self._inside(name, depth)
        elif depth == 4 and self._in_row and name == _CELL:
            self._begin(attributes)
        elif depth == 3 and self._section == _DATA and name == _ROW:
            self._next_row(attributes.get("r"))
        elif depth == 3 and self._section == _MERGES and name == _MERGE:
            self._merge(attributes.get("ref", ""))
        elif depth == 2:
            self._section = name
        elif depth == 1 and name != _ROOT:
            strict = name.startswith(STRICT)
            raise NotAccepted("strangers.strict") if strict else NotAccepted("strangers.no_sheet", part=self._part)

    def end(self, name: str, depth: int) -> None:
        if depth == 5:
            self._wanted = False
        elif depth == 4 and self._in_cell:
            self._in_cell = False
            self._finish()
        elif depth == 3:
            self._in_row = False
        elif self._wanted and name == T:
            self._wanted = False
        elif name == _PHONETIC:
            self._phonetic = False

    def text(self, text: str) -> None:
        if self._wanted:
            self._collector.add(text)

    def _inside(self, name: str, depth: int) -> None:
        if depth == 5:
            self._inline = name == _INLINE
            self._formula = self._formula or name == _FORMULA
            self._wanted = name == _VALUE and self._kind != "inlineStr"
            self._has_value = self._has_value or self._wanted or self._inline
        elif name == _PHONETIC:
            self._phonetic = True
        elif name == T and self._inline and not self._phonetic:
            self._wanted = True

    def _next_row(self, written: str | None) -> None:
        row = self._row + 1
        if written is not None:
            row = int(written) if written.isascii() and written.isdigit() and len(written) < 8 else 0
        if not 1 <= row <= LAST.row:
            raise NotAccepted("strangers.bad_place", sheet=self._sheet.title, cell=clean(written))
        self._row, self._column, self._in_row = row, 0, True

    def _begin(self, attributes: dict[str, str]) -> None:
        written = attributes.get("r")
        at = Place(self._row, self._column + 1) if written is None else place(written)
        if at is None or at.column > LAST.column or at.row != self._row:
            raise NotAccepted("strangers.bad_place", sheet=self._sheet.title, cell=clean(written))
        self._at, self._column, self._in_cell = at, at.column, True
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s")
        self._formula = self._has_value = self._inline = self._phonetic = False

    def _finish(self) -> None:
        raw, at, sheet = self._collector.taken(), self._at, self._sheet
        value = self._value(raw) if self._has_value else None
        if value is None and not self._formula:
            return
        if at.row > ROWS or at.column > COLUMNS:
            raise NotAccepted("strangers.far_cell", sheet=sheet.title, cell=at.written)
        if at in sheet.values or at in sheet.formulas:
            raise NotAccepted("strangers.cell_twice", sheet=sheet.title, cell=at.written)
        self._budget.take("cells", 1, "strangers.too_many_cells", sheet=sheet.title, most=Budget.cells)
        if self._formula:
            sheet.formulas.add(at)
        if value is not None:
            sheet.values[at] = value

    def _value(self, raw: str) -> CellValue | None:
        match self._kind:
            case "s":
                return self._shared_text(raw)
            case "str" | "inlineStr":
                return self._text(finished(raw))
            case "e":
                return self._error(raw)
        if not raw.strip():
            return None
        value: CellValue | None
        if self._kind == "b":
            value = values.truth(raw)
        elif self._kind == "d":
            value = values.moment(raw)
        else:
            number, shows = values.number(raw), self._shared.formats.shows(self._style)
            value = None if number is None else values.dated(number, shows, self._shared.epoch)
        return self._error(raw) if value is None else value

    def _shared_text(self, raw: str) -> CellValue | None:
        index = values.number(raw)
        if not isinstance(index, int) or not 0 <= index < len(self._shared.strings):
            return self._error(raw)
        return self._text(self._shared.strings[index])

    def _text(self, text: Text) -> str:
        """Counted wherever it stands: whoever reads the sheets reads it as often."""
        self._budget.take("characters", len(text.text), "strangers.too_much_text", part=self._part)
        if text.cleaned:
            self._sheet.cleaned.add(self._at)
        if text.cut:
            self._sheet.cut.add(self._at)
        return text.text

    def _error(self, raw: str) -> str:
        """An error of a formula, or what is no value of the kind that the cell says: kept, to be shown, as an error."""
        self._sheet.errors.add(self._at)
        return finished(raw[:LONGEST_NUMBER]).text

    def _merge(self, written: str) -> None:
        merged, sheet = area(written), self._sheet
        if merged is None:
            raise NotAccepted("strangers.bad_place", sheet=sheet.title, cell=clean(written))
        self._budget.take("merged", merged.size, "strangers.merged_too_large", sheet=sheet.title, cells=merged.written)
        for each in merged.places():
            if sheet.merged.setdefault(each, merged.written) != merged.written:
                raise NotAccepted("strangers.merged_twice", sheet=sheet.title, cell=each.written)
