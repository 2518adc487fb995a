"""Makes small workbooks part by part, so that a test can spoil any one of them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from facilitate.workbook.strangers.open import Opened
from facilitate.workbook.strangers.places import Place
from facilitate.workbook.strangers.places import place as read_place

Parts: TypeAlias = dict[str, str | bytes]

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"

SHEET = "xl/worksheets/sheet1.xml"
BOOK = "xl/workbook.xml"
BOOK_RELATIONS = "xl/_rels/workbook.xml.rels"
TYPES = "[Content_Types].xml"


@dataclass(frozen=True)
class Case:
    """A file that somebody could hand over, and what must come of it: a message id, or the values of some cells."""

    name: str
    make: Callable[[Path], object]
    expected: str | Mapping[str, object]
    file: str = "book.xlsx"


def worksheet(data: str, after: str = "", before: str = "") -> str:
    """A sheet's part; `data` are its rows."""
    return f'{XML}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">{before}<sheetData>{data}</sheetData>{after}</worksheet>'


def row(*cells: str, number: int = 1) -> str:
    """A row with cells written out."""
    return f'<row r="{number}">{"".join(cells)}</row>'


def relations(*each: tuple[str, str], more: str = "") -> str:
    """A part of relations, rId1 first: kind and target."""
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(each, 1)
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{inside}{more}</Relationships>'


def book(*titles: str, after: str = "") -> str:
    """The part that lists the sheets."""
    sheets = "".join(f'<sheet name="{title}" sheetId="{n}" r:id="rId{n}"/>' for n, title in enumerate(titles, 1))
    return f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets>{after}</workbook>'


def types(more: str = "", main: str = f"{KIND}.sheet.main+xml") -> str:
    """The kinds of the parts."""
    return (
        f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{BOOK}" ContentType="{main}"/>{more}</Types>'
    )


def good(data: str = row('<c r="A1"><v>3</v></c>'), after: str = "", **more: str | bytes) -> Parts:
    """A workbook with one sheet, S, that any program opens; further parts by name, with ``__`` for a slash."""
    parts: Parts = {
        TYPES: types(),
        "_rels/.rels": relations(("officeDocument", BOOK)),
        BOOK: book("S"),
        BOOK_RELATIONS: relations(("worksheet", "worksheets/sheet1.xml")),
        SHEET: worksheet(data, after),
    }
    return parts | {name.replace("__", "/") + ".xml": part for name, part in more.items()}


def with_part(name: str, part: str | bytes, parts: Parts | None = None) -> Parts:
    """The same workbook with one part more, or another one in its place."""
    return (parts or good()) | {name: part}


def without(name: str) -> Parts:
    """A workbook that lacks a part."""
    return {each: part for each, part in good().items() if each != name}


def packed(path: Path, parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    """The parts as a file."""
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return path


def packing(parts: Callable[[], Mapping[str, str | bytes]]) -> Callable[[Path], object]:
    """For a table of cases: the parts are made when the file is."""
    return lambda path: packed(path, parts())


def storing(parts: Callable[[], Mapping[str, str | bytes]]) -> Callable[[Path], object]:
    """The same, not compressed: else what repeats itself is refused for that alone."""
    return lambda path: packed(path, parts(), zipfile.ZIP_STORED)


def values(workbook: Opened) -> dict[str, object]:
    """Every value by sheet and cell: ``S!A1``."""
    return {f"{sheet.title}!{at.written}": value for sheet in workbook.sheets for at, value in sheet.values.items()}


def place(written: str) -> Place:
    """A cell that there is."""
    found = read_place(written)
    assert found
    return found
