"""Reads the part that lists the sheets, and the names that were given to cells."""

from __future__ import annotations

from dataclasses import dataclass

from facilitate.domain.model import harmless
from facilitate.kits.faults import clean
from facilitate.workbook.safe import units
from facilitate.workbook.strangers.faults import NotAccepted
from facilitate.workbook.strangers.limits import LONGEST_WORD, SHEETS, Budget
from facilitate.workbook.strangers.markup import STRICT, main
from facilitate.workbook.strangers.strings import Collector, finished

_ROOT, _SHEET, _SETTINGS = main("workbook"), main("sheet"), main("workbookPr")
_NAME, _OUTSIDE = main("definedName"), main("externalReference")
_ID = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"
_LONGEST_TITLE = 31
_NO_TITLE = frozenset("[]:*?/\\")


@dataclass(frozen=True)
class Listed:
    """A sheet as the list has it; `relation` leads to its part."""

    title: str
    hidden: bool
    relation: str


class Outline:
    """Sheets in their order, names with the cells they stand for, and whether days are counted from 1904."""

    def __init__(self, part: str, budget: Budget) -> None:
        self.sheets: list[Listed] = []
        self.names: dict[str, str] = {}
        self.from_1904 = False
        self._part, self._budget = part, budget
        self._collector = Collector(part, budget)
        self._name: str | None = None
        self._titles: set[str] = set()

    def start(self, name: str, attributes: dict[str, str], depth: int) -> None:
        if depth == 1 and name != _ROOT:
            raise NotAccepted("strangers.strict" if name.startswith(STRICT) else "strangers.no_workbook")
        if name == _SHEET and depth == 3:
            self._list(attributes)
        elif name == _SETTINGS and depth == 2:
            self.from_1904 = attributes.get("date1904") in ("1", "true")
        elif name == _OUTSIDE:
            raise NotAccepted("strangers.external_link", part=self._part)
        elif name == _NAME and depth == 3:
            self._budget.take("names", 1, "strangers.too_many_names", most=Budget.names)
            # A name of one sheet is not one of the workbook.
            self._name = None if "localSheetId" in attributes else str(clean(attributes.get("name", "")[:LONGEST_WORD]))

    def end(self, name: str, depth: int) -> None:
        if name == _NAME and self._name is not None:
            self.names[self._name] = finished(self._collector.taken()).text
            self._name = None

    def text(self, text: str) -> None:
        if self._name is not None:
            self._collector.add(text)

    def _list(self, attributes: dict[str, str]) -> None:
        if len(self.sheets) >= SHEETS:
            raise NotAccepted("strangers.too_many_sheets", most=SHEETS)
        title = harmless(attributes.get("name", ""))
        if not title or units(title) > _LONGEST_TITLE or not _NO_TITLE.isdisjoint(title):
            raise NotAccepted("strangers.sheet_title", sheet=clean(title))
        if title.casefold() in self._titles:
            raise NotAccepted("strangers.sheet_twice", sheet=title)
        self._titles.add(title.casefold())
        hidden = attributes.get("state", "visible") != "visible"
        self.sheets.append(Listed(title, hidden, attributes.get(_ID, "")))
