"""What all printed forms share: the head, the page, the map of cells that can be typed into.

What `import` finds on `_meta` of a paper pack: the fact `kind` is `paper`; `facilitate_meeting` is empty where the
pack was made from a grid or a kit. Each cell that can be filled has a row in the map (`hidden.MAP`). `key` tells its
form:

| key | field | what is typed there |
|---|---|---|
| `["scoresheet", OBSERVER, ABOUT]` | `answer` | the answer to `indicator`, as on an exported scoresheet |
| | `evidence` | the fact |
| | `observer`, `about`, `place`, `date` | the lines at the top of the page; names where the pack did not know them |
| `["need", N]` | `need`, `need.group`, `need.dots_women`, `need.dots_men` | one need of the list |
| `["ranking", N]` | `rank`, `rank.women`, `rank.men`, `rank.total` | one line of the count |
| `["decision", N]` | `decision`, `decision.step` | |
| `["action", N]` | `action`, `action.owner`, `action.due` | |
| `["attendance", N]` | `attendance`, `attendance.group`, `attendance.place` | a name, printed where `exported` has it |

OBSERVER and ABOUT are ids of people (ABOUT may be `meeting`); OBSERVER is empty, and ABOUT is `moderator`, where the
pack did not know whom. Columns `observer`, `about`, `indicator` and `step` say the same, cell by cell.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from facilitate.workbook.book import Book
from facilitate.workbook.hidden import Input
from facilitate.workbook.page import grid_line, meeting_line, print_pages, protect, title, warn

SIDE, END = 0.4, 0.6
"""Margins in inches; most printers can do that."""


def form_key(form: str, number: int) -> str:
    """What one line of a list is found by."""
    return json.dumps([form, number])


def head(book: Book, sheet: Worksheet, heading: str, columns: int, how: str = "") -> int:
    """The title, the meeting, what to do; the first free row. The way back stands beside the printed page."""
    book.text(sheet, 1, 1, heading, "paper title", ours=True)
    sheet.row_dimensions[1].height = 30
    _over(book, sheet, 2, columns, book.line(title(book), meeting_line(book), grid_line(book)), "paper line")
    row = 3
    if book.meeting.rehearsal:
        warn(book, sheet, row, columns, book.words("workbook.rehearsal"))
        row += 1
    if how:
        _over(book, sheet, row, columns, how, "paper how")
        row += 1
    first = book.workbook.worksheets[0].title
    if sheet.title != first:
        book.link(sheet, 1, columns + 1, first, first)
    return row


def _over(book: Book, sheet: Worksheet, row: int, columns: int, text: str, look: str) -> None:
    """A text over the whole width, on as many lines as it takes."""
    widths = [sheet.column_dimensions[get_column_letter(column)].width for column in range(1, columns + 1)]
    book.text(sheet, row, 1, text, look, ours=True)
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)
    book.fit(sheet, row, [text], [sum(widths)])


def heads(book: Book, sheet: Worksheet, row: int, texts: Sequence[str], height: float = 34) -> None:
    """The names of the columns."""
    for column, text in enumerate(texts, 1):
        book.text(sheet, row, column, text, "paper head", ours=True)
    sheet.row_dimensions[row].height = height


def finish(book: Book, sheet: Worksheet, last: str, *, repeat: int | None, one_page: bool) -> None:
    """A4 upright, up to the cell `last`, and nothing that can be changed by a slip but what is to be filled in."""
    print_pages(book, sheet, landscape=False, repeat=repeat, whole=one_page)
    sheet.page_margins.left = sheet.page_margins.right = SIDE
    sheet.page_margins.top = sheet.page_margins.bottom = END
    sheet.page_margins.header = sheet.page_margins.footer = END / 2
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_area = f"A1:{last}"
    protect(sheet)


def entry(book: Book, sheet: Worksheet, row: int, column: int, what: Input, look: str = "paper write") -> None:
    """A cell to be filled in, with what stands there already."""
    book.text(sheet, row, column, what.exported, look)
    book.inputs.append(what)


def entered(sheet: Worksheet, key: str, row: int, column: int, field: str, exported: str = "") -> Input:
    """What a cell of a list is about."""
    return Input(sheet.title, key, f"{get_column_letter(column)}{row}", field, "", "", "", "", exported)
