"""What all sheets share: the head with the meeting's name, what to warn of, and how pages are printed."""

from __future__ import annotations

from typing import Any

from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from facilitate.workbook.book import Book, Pages
from facilitate.workbook.safe import header_text
from facilitate.workbook.styles import RUST

WARNING_WIDTH = 100
"""Every sheet is at least this wide, in characters."""

A4 = 9
RIGHT_TO_LEFT_ISOLATE, END_ISOLATE = "\u2067", "\u2069"
SIDE_INCHES, END_INCHES = 0.45, 0.75


def grid_line(book: Book) -> str:
    """Which grid, by the fingerprint that people compare, and whether it was agreed."""
    grid = book.meeting.grid
    if grid is None:
        return book.words("workbook.grid.none")
    standing = book.words(f"grid.standing.{book.meeting.grids.standing}")
    return book.words("workbook.grid.line", fingerprint=book.code(grid.short_fingerprint), agreed=standing)


def meeting_line(book: Book) -> str:
    """Where and when."""
    meeting = book.meeting
    moment = meeting.start or (meeting.created.wall if meeting.created else None)
    return book.line(meeting.place, meeting.centre, book.words.moment(moment) if moment else "")


def title(book: Book) -> str:
    """What the meeting is called."""
    return book.meeting.title.to(book.words.language) or book.words("workbook.untitled")


def head(book: Pages, sheet: Worksheet, heading: str, lines: tuple[str, str], columns: int, back: str | None) -> int:
    """The head of a sheet over so many columns: a heading, a line under it, a quiet line, and the way back to another
    sheet; the first free row under it."""
    every = range(1, columns + 1)
    row = 2
    for place, (text, look) in enumerate(((heading, "title"), (lines[0], "subtitle")), 1):
        book.ground(sheet, place, every, look)
        book.text(sheet, place, 1, text, look, ours=True)
    sheet.row_dimensions[1].height, sheet.row_dimensions[2].height = 32, 20
    if book.rehearsal:
        row += 1
        warn(book, sheet, row, columns, book.words("workbook.rehearsal"))
        sheet.sheet_properties.tabColor = RUST
    row += 1
    sheet.row_dimensions[row].height = 18
    if back and not lines[1]:
        book.link(sheet, row, 1, back, back)
        return row + 1
    book.text(sheet, row, 1, lines[1], "quiet line", ours=True)
    if back:
        book.link(sheet, row, columns, back, back)
    return row + 1


def warn(book: Pages, sheet: Worksheet, row: int, columns: int, text: str) -> None:
    """A line that nobody overlooks."""
    book.ground(sheet, row, range(1, columns + 1), "warning")
    book.text(sheet, row, 1, text, "warning", ours=True)
    book.across(sheet, row, 1, columns)
    book.fit(sheet, row, [text], [WARNING_WIDTH])


def print_pages(
    book: Book, sheet: Worksheet, *, landscape: bool, repeat: int | None = None, whole: bool = False
) -> None:
    """A4, as wide as the page (and, `whole`, all on one), heads on every page, pages numbered; in the margins the
    meeting, the sheet and the grid's fingerprint."""
    paper(sheet, landscape=landscape, repeat=repeat, whole=whole)
    margins(book, sheet, title(book), grid_line(book))


def paper(sheet: Any, *, landscape: bool, repeat: int | None = None, whole: bool = False) -> None:
    """A4, as wide as the page (and, `whole`, all on one), with a row that every page repeats."""
    sheet.page_setup.paperSize = A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = int(whole)
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    sheet.page_margins.left = sheet.page_margins.right = SIDE_INCHES
    sheet.page_margins.top = sheet.page_margins.bottom = END_INCHES
    sheet.page_margins.header = sheet.page_margins.footer = END_INCHES / 2
    if repeat is not None:
        sheet.print_title_rows = f"{repeat}:{repeat}"


def margins(book: Pages, sheet: Any, above: str, below: str) -> None:
    """What printed pages say above and below, with the sheet's name and the number of the page."""
    begin, end = ("right", "left") if book.words.right_to_left else ("left", "right")
    rehearsal = book.words("workbook.rehearsal.short") if book.rehearsal else ""
    top = {begin: header_text(above), "center": header_text(rehearsal), end: header_text(sheet.title)}
    bottom = {begin: _isolated(book, header_text(below)), end: "&P / &N"}
    for margin, texts in ((sheet.oddHeader, top), (sheet.oddFooter, bottom)):
        for part, text in texts.items():
            getattr(margin, part).text = text or None


def _isolated(book: Pages, text: str) -> str:
    """Margins are read from left to right in every program: a line of our own stands apart in Arabic."""
    return f"{RIGHT_TO_LEFT_ISOLATE}{text}{END_ISOLATE}" if book.words.right_to_left else text


def protect(sheet: Worksheet) -> None:
    """Against a slip of the hand, without a password: only cells for input can be changed; rows and columns can be made
    larger, sorted and filtered."""
    protection = sheet.protection
    protection.sheet = True
    for allowed in ("formatCells", "formatColumns", "formatRows", "sort", "autoFilter"):
        setattr(protection, allowed, False)  # "not forbidden"
