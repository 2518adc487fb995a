"""The director's agenda as a workbook of one sheet: for the wall in few large words, or for the moderators' hands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.agenda_rows import AgendaRow, agenda_rows, planned_end
from facilitate.analysis.consent import consent_said
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import Language, Wording
from facilitate.domain.people import Person, Role
from facilitate.workbook.book import Book
from facilitate.workbook.expecting import expected_line
from facilitate.workbook.export import last_moment, set_properties
from facilitate.workbook.fitting import height_of
from facilitate.workbook.names import joined
from facilitate.workbook.package import finished, put_in_place
from facilitate.workbook.page import print_pages
from facilitate.workbook.paper.agenda import LARGE, hour
from facilitate.workbook.paper.frame import SIDE, finish, head, heads
from facilitate.workbook.paper.looks import LOOKS

WALL = (13, 52, 24)
HAND = (9, 7, 27, 14, 34, 40, 32)
HAND_COLUMNS = ("hour", "minutes", "step", "who", "how", "with", "brings")


def director(
    meeting: Meeting, path: Path, language: Language, now: Instant, program_version: str, *, wall: bool
) -> None:
    """Write the agenda. Raises OSError where the file cannot be written; what stood there is then untouched."""
    book = build(meeting, language, now, program_version, wall=wall)
    put_in_place(finished(book.workbook, book.cached, last_moment(meeting, now)), path)


def build(meeting: Meeting, language: Language, now: Instant, program_version: str, *, wall: bool) -> Book:
    """The workbook in memory."""
    book = Book(meeting, language, now, program_version)
    book.styles.also(LOOKS)
    sheet = book.add_sheet(book.words("director.title"))
    (_fill_wall if wall else _fill_hand)(book, sheet)
    set_properties(book)
    return book


def _fill_wall(book: Book, sheet: Worksheet) -> None:
    """Time, step, who; on one page."""
    words, rows = book.words, agenda_rows(book.meeting)
    book.widths(sheet, WALL)
    row = top = head(book, sheet, words("director.title"), len(WALL))
    heads(book, sheet, row, [words(f"director.{name}") for name in ("hour", "step", "who")], 30)
    for column in range(1, len(WALL) + 1):
        sheet.cell(row, column).style = book.styles.name("wall head")
    lines = [(hour(book, each), each.step.title.to(words.language), _who(book, each)) for each in rows]
    if end := planned_end(book.meeting):
        lines.append((words.hour(end), words("director.end"), ""))
    for at, title, who in lines:
        row += 1
        book.text(sheet, row, 1, at, "wall hour", ours=True)
        book.text(sheet, row, 2, title, "wall step", ours=True)
        book.text(sheet, row, 3, who, "wall who")
        texts = ((title, WALL[1] * LARGE), (who, WALL[2] * LARGE))
        sheet.row_dimensions[row].height = max(40, 1.6 * height_of(texts, narrow=not words.right_to_left))
    finish(book, sheet, f"C{row}", repeat=top, one_page=True)


def _fill_hand(book: Book, sheet: Worksheet) -> None:
    """Everything that whoever leads needs in the hand, a row a step, on pages that lie."""
    words = book.words
    book.widths(sheet, HAND)
    row = head(book, sheet, words("director.title"), len(HAND))
    for text in _heading(book):
        _over(book, sheet, row, text)
        row += 1
    top = row
    heads(book, sheet, row, [words(f"director.{name}") for name in HAND_COLUMNS], 24)
    for each in agenda_rows(book.meeting):
        row += 1
        texts = _cells(book, each)
        for column, text in enumerate(texts, 1):
            look = "paper code" if column < 3 else "paper step" if column == 3 else "paper small"
            book.text(sheet, row, column, text, look, ours=column != 4)
        book.fit(sheet, row, texts, [width * 1.05 for width in HAND])
    if end := planned_end(book.meeting):
        row += 1
        book.text(sheet, row, 1, words.hour(end), "paper code", ours=True)
        book.text(sheet, row, 3, words("director.end"), "paper step", ours=True)
        sheet.row_dimensions[row].height = 20
    finish(book, sheet, f"G{row}", repeat=top, one_page=False)
    print_pages(book, sheet, landscape=True, repeat=top)
    sheet.page_margins.left = sheet.page_margins.right = SIDE


def _over(book: Book, sheet: Worksheet, row: int, text: str) -> None:
    book.text(sheet, row, 1, text, "paper how", ours=True)
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(HAND))
    book.fit(sheet, row, [text], [sum(HAND)])


def _named(book: Book, role: Role, person: Person) -> str:
    """A name; behind an observer's, whom they observe, where that is not everybody who moderates."""
    name = book.names.of(person.id)
    if role is not Role.OBSERVER or not person.observes:
        return name
    whom = book.listed(book.names.of(each.id) for each in book.meeting.observed_by(person.id))
    return book.words("report.people.observes", name=name, whom=whom)


def _heading(book: Book) -> Iterator[str]:
    """Who does what, how many are expected, what it is for, what people are told, what is needed."""
    meeting, words = book.meeting, book.words
    roles = ((role, meeting.people_with(role)) for role in Role if role != Role.PARTICIPANT)
    named = [(role, book.listed(_named(book, role, each) for each in people)) for role, people in roles if people]
    if people := book.line(
        *(words("director.labelled", label=words(f"role.{role}"), text=names) for role, names in named)
    ):
        yield people
    if meeting.end is not None:
        yield words("director.locked", end=words.moment(meeting.end))
    if expected := expected_line(book):
        yield words("director.expected", groups=expected)
    if meeting.objectives:
        yield words("director.labelled", label=words("report.objectives"), text=book.line(*meeting.objectives))
    if said := consent_said(meeting):
        text = " ".join(words(each.message, **each.values) for each in said)
        yield words("director.labelled", label=words("consent.title"), text=text)
    agenda = meeting.agenda
    for name, wording in (("room", agenda.room), ("materials", agenda.materials)) if agenda else ():
        if told := wording.to(words.language):
            yield words(f"director.{name}", text=told)
    for what in ("material", "invitation"):
        lines = [
            words("checklist.by", text=each.text, who=each.who) if each.who else each.text
            for each in meeting.checklist.values()
            if each.what == what
        ]
        if lines:
            yield words("director.labelled", label=words(f"checklist.{what}"), text=book.line(*lines))


def _cells(book: Book, each: AgendaRow) -> Sequence[str]:
    words, step = book.words, each.step

    def said(wording: Wording) -> str:
        return wording.to(words.language)

    method = (said(each.method.title), said(each.method.description)) if each.method else ()
    how = (*method, words(f"director.room.{step.groups}"), said(step.group_rule))
    title = joined((step.id, said(step.title)), "  ")
    energiser = "\n".join(_energiser(book, each))
    return (
        hour(book, each),
        words.number(each.minutes),
        title,
        _who(book, each),
        joined(how, "\n"),
        energiser,
        said(step.output),
    )


def _energiser(book: Book, each: AgendaRow) -> Iterator[str]:
    words, energiser = book.words, each.energiser
    if energiser is None:
        return
    yield joined((energiser.title.to(words.language), words("common.minutes", count=energiser.minutes)), " · ")
    if energiser.materials not in ("", "none"):
        yield words("director.materials", text=energiser.materials)
    for number, text in enumerate(energiser.steps, 1):
        yield words("director.numbered", number=number, text=text)
    if tip := energiser.tip.to(words.language):
        yield tip


def _who(book: Book, each: AgendaRow) -> str:
    return book.names.of(each.moderator.id) if each.moderator else ""
