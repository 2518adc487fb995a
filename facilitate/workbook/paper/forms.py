"""Lists to write on: who is there, needs, their ranking, decisions and actions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from facilitate.workbook.book import Book
from facilitate.workbook.expecting import expected_line
from facilitate.workbook.paper.frame import entered, entry, finish, form_key, head, heads

LINE = 27.0
"""Points: about 9.5 mm, what a hand needs."""

FEWEST, MOST, ON_ONE_PAGE = 25, 60, 36
"""Lines to sign on; so many are not torn over two pages."""


class Form(NamedTuple):
    """One list: its name, the columns with their widths and, where something is typed back, the fields."""

    name: str
    columns: tuple[str, ...]
    widths: tuple[float, ...]
    fields: tuple[str, ...]
    rows: int


ATTENDANCE = Form(
    "attendance",
    ("number", "person", "group", "from", "signature"),
    (6, 36, 26, 22, 28),
    ("", "attendance", "attendance.group", "attendance.place", ""),
    FEWEST,
)
NEEDS = Form(
    "need",
    ("number", "need", "said_by", "dots_women", "dots_men"),
    (6, 50, 22, 12, 12),
    ("", "need", "need.group", "need.dots_women", "need.dots_men"),
    26,
)
RANKING = Form(
    "ranking",
    ("rank", "need", "dots_women", "dots_men", "dots_all"),
    (8, 52, 14, 14, 14),
    ("", "rank", "rank.women", "rank.men", "rank.total"),
    22,
)
ACTIONS = Form(
    "action",
    ("number", "what", "who", "by_when"),
    (6, 52, 26, 22),
    ("", "action", "action.owner", "action.due"),
    13,
)
DECISIONS = Form(
    "decision",
    ("number", "decision", "agreed_how", "step"),
    ACTIONS.widths,
    ("", "decision", "", "decision.step"),
    11,
)


def fill_attendance(book: Book, sheet: Worksheet) -> None:
    """People to sign, those known by name printed before."""
    people = [book.names.of(each.id) for each in book.meeting.people.values() if each.name and not each.left]
    size = book.meeting.agenda.group_size if book.meeting.agenda else None
    rows = min(MOST, max(FEWEST, len(people) + 8, size.max if size else 0))
    row = _begun(book, sheet, ATTENDANCE)
    last = _lines(book, sheet, ATTENDANCE._replace(rows=rows), row, people)
    finish(book, sheet, f"E{last}", repeat=row, one_page=rows <= ON_ONE_PAGE)


def fill_list(book: Book, sheet: Worksheet, form: Form) -> None:
    """An empty list on one page."""
    row = _begun(book, sheet, form)
    last = _lines(book, sheet, form, row, ())
    finish(book, sheet, f"{get_column_letter(len(form.widths))}{last}", repeat=None, one_page=True)


def fill_decisions(book: Book, sheet: Worksheet) -> None:
    """Actions (who, what, by when), and decisions under them on the same page."""
    row = _begun(book, sheet, ACTIONS, heading="decisions")
    last = _lines(book, sheet, ACTIONS, row, ())
    book.text(sheet, last + 2, 1, book.words("paper.decision"), "paper title", ours=True)
    sheet.row_dimensions[last + 2].height = 30
    last = _lines(book, sheet, DECISIONS, last + 3, ())
    finish(book, sheet, f"D{last}", repeat=None, one_page=True)


def _begun(book: Book, sheet: Worksheet, form: Form, heading: str | None = None) -> int:
    """The head of a list; the row for the names of its columns."""
    book.widths(sheet, form.widths)
    name, how = heading or form.name, book.words(f"paper.{form.name}.how")
    if form.name == ATTENDANCE.name and (expected := expected_line(book)):
        how = f"{how}\n{book.words('director.expected', groups=expected)}"
    return head(book, sheet, book.words(f"paper.{name}"), len(form.widths), how)


def _lines(book: Book, sheet: Worksheet, form: Form, row: int, known: Sequence[str]) -> int:
    """The names of the columns, then numbered lines; the last row."""
    heads(book, sheet, row, [book.words(f"paper.column.{name}") for name in form.columns])
    for number in range(1, form.rows + 1):
        row += 1
        book.text(sheet, row, 1, book.words.number(number), "paper number", ours=True)
        for column, field in enumerate(form.fields[1:], 2):
            said = known[number - 1] if column == 2 and number <= len(known) else ""
            if field:
                entry(book, sheet, row, column, entered(sheet, form_key(form.name, number), row, column, field, said))
            else:
                book.ground(sheet, row, (column,), "paper text")
        sheet.row_dimensions[row].height = LINE
    return row
