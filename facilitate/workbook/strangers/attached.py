"""Reads what hangs on a sheet or on the file: comments, tables, and the file's own properties."""

from __future__ import annotations

from facilitate.domain.model import harmless
from facilitate.kits.faults import clean
from facilitate.workbook.strangers.faults import NotAccepted
from facilitate.workbook.strangers.limits import COLUMNS, LONGEST_WORD, ROWS, Budget
from facilitate.workbook.strangers.markup import Nothing, main
from facilitate.workbook.strangers.places import Place, area, place
from facilitate.workbook.strangers.sheet import Sheet
from facilitate.workbook.strangers.strings import Collector, T, finished

_COMMENT, _PHONETIC, _TABLE = main("comment"), main("rPh"), main("table")
_PROPERTY = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties property"


class Comments:
    """The comments of a sheet, each with its cell; who wrote them is often lost on the way, and not read."""

    def __init__(self, sheet: Sheet, part: str, budget: Budget) -> None:
        self._sheet, self._budget = sheet, budget
        self._collector = Collector(part, budget)
        self._at: Place | None = None
        self._in_text = False

    def start(self, name: str, attributes: dict[str, str], depth: int) -> None:
        if name == _COMMENT and depth == 3:
            title = self._sheet.title
            self._budget.take("comments", 1, "strangers.too_many_comments", sheet=title, most=Budget.comments)
            self._at = place(attributes.get("ref", ""))
            if self._at is None:
                raise NotAccepted("strangers.bad_place", sheet=title, cell=clean(attributes.get("ref")))
            if self._at.row > ROWS or self._at.column > COLUMNS:
                raise NotAccepted("strangers.far_cell", sheet=title, cell=self._at.written)
        elif name == T and self._at is not None:
            self._in_text = True

    def end(self, name: str, depth: int) -> None:
        if name == T:
            self._in_text = False
        elif name == _COMMENT and self._at is not None:
            self._sheet.comments[self._at] = finished(self._collector.taken()).text
            self._at = None

    def text(self, text: str) -> None:
        if self._in_text:
            self._collector.add(text)


class Table(Nothing):
    """One table: its name and its range."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def start(self, name: str, attributes: dict[str, str], depth: int) -> None:
        if depth == 1 and name == _TABLE:
            title, ref = str(clean(attributes.get("displayName", "")[:LONGEST_WORD])), area(attributes.get("ref", ""))
            if ref is not None:
                self._sheet.tables[title] = ref.written


class Properties:
    """The properties that a program has given to the file, as text."""

    def __init__(self, part: str, budget: Budget) -> None:
        self.found: dict[str, str] = {}
        self._budget, self._collector = budget, Collector(part, budget)
        self._name: str | None = None

    def start(self, name: str, attributes: dict[str, str], depth: int) -> None:
        if name == _PROPERTY and depth == 2:
            self._budget.take("names", 1, "strangers.too_many_names", most=Budget.names)
            self._name = harmless(attributes.get("name", "")[:LONGEST_WORD])

    def end(self, name: str, depth: int) -> None:
        if depth == 2 and self._name is not None:
            self.found[self._name] = finished(self._collector.taken()).text
            self._name = None

    def text(self, text: str) -> None:
        if self._name is not None:
            self._collector.add(text)
