"""The one way by which a workbook comes in that this program did not write a moment ago."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from facilitate.kits.faults import clean
from facilitate.workbook.strangers.archive import Archive
from facilitate.workbook.strangers.attached import Comments, Properties, Table
from facilitate.workbook.strangers.faults import NotAccepted
from facilitate.workbook.strangers.formats import Formats
from facilitate.workbook.strangers.front import entered
from facilitate.workbook.strangers.held import held
from facilitate.workbook.strangers.limits import Budget
from facilitate.workbook.strangers.markup import Reader, parse
from facilitate.workbook.strangers.outline import Listed, Outline
from facilitate.workbook.strangers.parts import Parts, check_others
from facilitate.workbook.strangers.rows import Rows, Shared
from facilitate.workbook.strangers.sheet import Sheet
from facilitate.workbook.strangers.strings import SharedStrings


@dataclass(frozen=True)
class Opened:
    """A workbook that was read whole.

    `sheets` are in order; `names` are those of the workbook with the cells they stand for, `properties` those that a
    program has given to the file.
    """

    sheets: tuple[Sheet, ...]
    names: Mapping[str, str]
    properties: Mapping[str, str]

    @cached_property
    def workbook(self) -> Workbook:
        """The sheets for whoever likes openpyxl better: values (of formulas, the saved results), comments and which
        sheets are hidden; nothing else of the stranger's. Made when it is asked for."""
        return held(self.sheets)

    def sheet(self, title: str) -> Sheet | None:
        """The sheet of that name, if there is one."""
        return next((sheet for sheet in self.sheets if sheet.title == title), None)


def opened(path: Path) -> Opened:
    """The workbook in a file, which is never changed. Raises NotAccepted with one reason, and gives nothing then."""
    try:
        with entered(path) as file:
            return _Reading(file).whole()
    except NotAccepted as fault:
        fault.values["file"] = clean(path.name)
        raise
    except OSError as error:  # a memory stick that was pulled out meanwhile
        raise NotAccepted("strangers.unreadable", file=clean(path.name), why=error.strerror or str(error)) from None


class _Reading:
    """One file on its way in: everything is read once, and what nobody reads is gone over at the end."""

    def __init__(self, file: BinaryIO) -> None:
        self._budget = Budget()
        self._archive = Archive(file, self._budget)
        self._parts = Parts(self._archive, self._budget)
        self._read: set[str] = set()

    def whole(self) -> Opened:
        main = self._parts.main(self._archive)
        outline = Outline(main, self._budget)
        self._tell(main, outline)
        shared = self._shared(main, outline)
        found = [sheet for each in outline.sheets if (sheet := self._sheet(main, each, shared)) is not None]
        if not found:
            raise NotAccepted("strangers.no_sheets")
        properties = self._properties()
        check_others(self._archive, self._parts, self._budget, self._read)
        return Opened(tuple(found), outline.names, properties)

    def _tell(self, part: str, reader: Reader) -> None:
        """A part is read for one purpose: two sheets in the same part are none that a spreadsheet program saved."""
        if part.casefold() in self._read | self._parts.seen:
            raise NotAccepted("strangers.part_again", part=clean(part))
        self._read.add(part.casefold())
        parse(self._archive.chunks(part), part, self._budget, reader)

    def _shared(self, main: str, outline: Outline) -> Shared:
        strings, formats = SharedStrings(main, self._budget), Formats(main)
        for kind, reader in (("sharedStrings", strings), ("styles", formats)):
            for relation in self._parts.of(main, kind)[:1]:
                self._tell(relation.target, reader)
        return Shared(strings.found, formats, MAC_EPOCH if outline.from_1904 else WINDOWS_EPOCH)

    def _sheet(self, main: str, listed: Listed, shared: Shared) -> Sheet | None:
        """The sheet; nothing where it is a sheet of a chart alone."""
        relation = self._parts.called(main, listed.relation)
        if relation is None:
            raise NotAccepted("strangers.sheet_missing", sheet=listed.title)
        if relation.kind == "chartsheet":
            return None
        sheet, part = Sheet(listed.title, listed.hidden), relation.target
        self._tell(part, Rows(sheet, str(clean(part)), shared, self._budget))
        for each in self._parts.of(part, "comments"):
            self._tell(each.target, Comments(sheet, str(clean(each.target)), self._budget))
        for each in self._parts.of(part, "table"):
            self._tell(each.target, Table(sheet))
        last = sheet.last
        self._budget.take("area", last.row * last.column, "strangers.far_cell", sheet=sheet.title, cell=last.written)
        return sheet

    def _properties(self) -> Mapping[str, str]:
        reader = Properties("", self._budget)
        for relation in self._parts.of("", "custom-properties")[:1]:
            self._tell(relation.target, reader)
        return reader.found
