"""Participation: who was there, who had the floor, and whether groups spoke in proportion to their number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.participation import moderators_share, never_spoke_share
from facilitate.analysis.presence import MODERATING, heads, present
from facilitate.analysis.turns import coverage
from facilitate.workbook.book import NOTHING, Book
from facilitate.workbook.live_scores import Live
from facilitate.workbook.log_rows import TurnRow, turn_rows
from facilitate.workbook.page import grid_line, head, meeting_line, print_pages, title
from facilitate.workbook.sheet_rows import Column, Value, cells, group_name, section
from facilitate.workbook.sheet_rows import heads as write_heads
from facilitate.workbook.silences import silence_lines
from facilitate.workbook.speaking import COLUMNS, COUNTED, Among, among, write_groups

FLOOR = (
    Column("sheets.participation.who", 30),
    Column("sheets.participation.turns", 12, "count"),
    Column("sheets.participation.minutes", 13, "minutes"),
    Column("sheets.participation.of_all", 12, "share"),
)


def fill_participation(book: Book, sheet: Worksheet, back: str) -> None:
    """Write the sheet."""
    book.widths(sheet, [each.width for each in COLUMNS])
    lines = (book.line(title(book), meeting_line(book)), grid_line(book))
    row = head(book, sheet, book.words("sheets.participation"), lines, len(COLUMNS), back)
    sheet.freeze_panes = f"A{row}"
    turns = [each for each in turn_rows(book.meeting, book.names, book.now) if each.counted == "yes"]
    row = _told(book, sheet, row)
    row = write_groups(book, sheet, turns, row + 1)
    row = _floor(book, sheet, turns, row + 1)
    _attendance(book, sheet, row + 1)
    print_pages(book, sheet, landscape=False, whole=True)


def _told(book: Book, sheet: Worksheet, row: int) -> int:
    """Whether the log can carry shares, and what it says of all participants."""
    words, percent = book.words, book.words.percent
    covered, moderators = coverage(book.meeting, book.now), moderators_share(book.meeting, book.now)
    never = never_spoke_share(book.meeting, book.now)
    told = [words("sheets.participation.covered", percent=percent(covered))] if covered is not None else []
    if moderators.value is None:
        told.append(words("report.speaking.not_shown", why=words(moderators.why or "")))
    elif never.value is not None:
        told.append(words("report.speaking.never", percent=percent(never.value)))
    elif never.why:
        told.append(words("report.speaking.never_not_known", why=words(never.why)))
    told += silence_lines(book)
    for line in told:
        book.text(sheet, row, 1, line, "quiet line", ours=True)
        sheet.row_dimensions[row].height = 17
        row += 1
    return row


def _floor(book: Book, sheet: Worksheet, turns: Sequence[TurnRow], row: int) -> int:
    """Each moderator, then all participants: turns, minutes, share of all speaking time."""
    row = section(book, sheet, row, book.words("sheets.participation.floor"))
    row = write_heads(book, sheet, row, FLOOR, first=2)
    everybody = Among(COUNTED, turns)
    sharable = moderators_share(book.meeting, book.now).value is not None and everybody.spoken > 0
    moderators = [person for person in book.meeting.people.values() if person.has(*MODERATING)]
    lines = [(name, _of(turns, name)) for name in (book.names.of(person.id) for person in moderators)]
    all_of_them = among(turns, "participant", "yes", lambda each: each.participant == "yes")
    lines += [(book.words("sheets.participation.participants"), all_of_them)]
    for name, own in lines:
        share: Value = NOTHING
        if sharable:
            whole = f"SUMIFS(Turns[seconds],{COUNTED})"
            share = Live(f'IFERROR(D{row}*60/{whole},"{NOTHING}")', own.spoken / everybody.spoken)
        row = cells(book, sheet, row, FLOOR, [name, own.turns, own.minutes, share], first=2)
    return row


def _of(turns: Iterable[TurnRow], name: str) -> Among:
    """The turns of one person."""
    return among(turns, "person", name, lambda each: each.person.casefold() == name.casefold())


def _attendance(book: Book, sheet: Worksheet, row: int) -> int:
    """The head counts as they were made; people in two of them are counted once in the sum."""
    counted = heads(book.meeting) if book.meeting.attendance else ()
    row = section(book, sheet, row, book.words("sheets.participation.attendance"))
    for each in counted:
        name = group_name(book, each.group) or book.words("sheets.participation.unknown_group")
        row = cells(book, sheet, row, COLUMNS[1:3], [name, each.number], first=2)
    together = (Column("", 30, "row name bold"), Column("", 12, "count bold"))
    return cells(
        book, sheet, row, together, [book.words("sheets.participation.together"), present(book.meeting)], first=2
    )
