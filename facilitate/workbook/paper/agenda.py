"""The agenda for the wall: when, what, how long, how; in letters that are read from the third row."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.agenda_rows import AgendaRow, agenda_rows
from facilitate.domain.agenda import Agenda
from facilitate.workbook.book import Book, Pages
from facilitate.workbook.fitting import height_of
from facilitate.workbook.names import joined
from facilitate.workbook.paper.frame import finish, head, heads

WIDTHS = (13, 46, 11, 26)
LARGE = 0.55
"""How much of a column's width is left to letters of 18 points."""


def fill_agenda(book: Book, sheet: Worksheet, agenda: Agenda) -> None:
    """Write the steps; by the clock where the hour is announced, else by minutes from the beginning."""
    words = book.words
    book.widths(sheet, WIDTHS)
    row = head(book, sheet, words("paper.agenda"), len(WIDTHS))
    heads(book, sheet, row, [words(f"paper.column.{name}") for name in ("hour", "step", "minutes", "method")], 30)
    for column in range(1, len(WIDTHS) + 1):
        sheet.cell(row, column).style = book.styles.name("wall head")
    top = row
    for each in agenda_rows(book.meeting):
        row += 1
        text = joined((each.step.id, each.step.title.to(words.language)), "  ")
        how = each.method.title.to(words.language) if each.method else ""
        book.text(sheet, row, 1, hour(book, each), "wall hour", ours=True)
        book.text(sheet, row, 2, text, "wall step", ours=True)
        book.text(sheet, row, 3, words.number(each.minutes), "wall minutes", ours=True)
        book.text(sheet, row, 4, how, "wall method")
        lines = height_of([(text, WIDTHS[1] * LARGE)], narrow=not words.right_to_left)
        sheet.row_dimensions[row].height = max(
            36, lines * 1.55, height_of([(how, WIDTHS[3] * 0.9)], narrow=False) * 1.15
        )
    for name, wording in (("room", agenda.room), ("materials", agenda.materials)):
        if said := wording.to(words.language):
            row += 1
            book.text(sheet, row, 1, words(f"paper.{name}"), "paper label", ours=True)
            book.text(sheet, row, 2, said, "wall method")
            sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=len(WIDTHS))
            sheet.row_dimensions[row].height = 1.3 * height_of([(said, sum(WIDTHS[1:]) * 0.85)], narrow=False)
    finish(book, sheet, f"D{row}", repeat=top, one_page=True)


def hour(book: Pages, row: AgendaRow) -> str:
    """When a step begins: by the clock, else hours and minutes from the beginning."""
    if row.at is not None:
        return book.words.hour(row.at)
    return book.words.figures(f"{'-' if row.after < 0 else ''}{abs(row.after) // 60}:{abs(row.after) % 60:02}")
