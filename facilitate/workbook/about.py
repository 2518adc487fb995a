"""The last sheet: which meeting and which grid, who took part with which role, how to read this, what is not shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.domain.people import Person, Role
from facilitate.workbook.accord import MappingTold, mappings, objection_lines, version_lines
from facilitate.workbook.book import Book
from facilitate.workbook.hidden import SCHEMA
from facilitate.workbook.page import head, meeting_line, print_pages, title
from facilitate.workbook.waiting import waiting_lines

WIDTHS = (32, 34, 62)
READING = ("scores", "means", "empty", "log", "links", "edit", "send", "tables")
"""Paragraphs on how to read the workbook."""


class Entry(NamedTuple):
    """Something known, with its name; facts without a value are left out."""

    name: str
    value: str
    ours: bool = False


def fill_about(book: Book, sheet: Worksheet, back: str) -> None:
    """Write the sheet."""
    book.widths(sheet, WIDTHS)
    row = head(book, sheet, book.words("workbook.sheet.about"), (title(book), ""), len(WIDTHS), back)
    row = _facts(book, sheet, row + 1, "workbook.about.meeting", _meeting(book))
    row = _facts(book, sheet, row + 1, "workbook.about.grid", _grid(book))
    row = _accord(book, sheet, row + 1) if book.meeting.grid is not None else row
    row = _people(book, sheet, row + 1)
    row = _paragraphs(book, sheet, row + 1, "workbook.about.hidden", waiting_lines(book) or [_nothing_hidden(book)])
    row = _paragraphs(book, sheet, row + 1, "workbook.about.reading", _reading(book))
    print_pages(book, sheet, landscape=False)


def _nothing_hidden(book: Book) -> str:
    return book.words("workbook.nothing_hidden")


def _reading(book: Book) -> list[str]:
    grid = book.meeting.grid
    enough = book.words.percent(grid.scoring.enough if grid else 0)
    command = book.code("facilitate import MEETING.meeting WORKBOOK.xlsx")
    dry = book.code("--dry-run")
    return [book.words(f"workbook.reading.{name}", enough=enough, command=command, dry=dry) for name in READING]


def _meeting(book: Book) -> Iterator[Entry]:
    meeting, words = book.meeting, book.words
    yield Entry(words("workbook.about.id"), meeting.id)
    yield Entry(words("workbook.about.place"), meeting_line(book), ours=True)
    yield Entry(words("workbook.about.kit"), meeting.kit)
    yield Entry(words("workbook.about.audience"), meeting.audience)
    yield Entry(words("workbook.about.objectives"), "\n".join(f"• {each}" for each in meeting.objectives))
    if meeting.closed:
        yield Entry(words("workbook.about.closed"), words.moment(meeting.closed.wall))
    else:
        yield Entry(words("workbook.about.as_of"), words.moment(book.now.wall))
    if meeting.rehearsal:
        yield Entry(words("workbook.about.kind"), words("workbook.rehearsal"))
    yield Entry(words("workbook.about.debrief"), meeting.debrief or "")
    yield Entry(words("workbook.about.program"), f"facilitate {book.program_version}")
    yield Entry(words("sheets.about.schema"), str(SCHEMA))


def _grid(book: Book) -> Iterator[Entry]:
    grid, words, seal = book.meeting.grid, book.words, book.meeting.grids.seal
    standing = book.meeting.grids.standing
    if grid is None:
        yield Entry(words("workbook.about.grid"), words("workbook.grid.none"))
        return
    yield Entry(words("workbook.about.title"), grid.title.to(words.language))
    yield Entry(words("workbook.about.version"), grid.version)
    yield Entry(words("workbook.about.fingerprint"), f"{grid.short_fingerprint}\n{grid.fingerprint}")
    if seal is None or standing != "agreed":
        message = "accord.amended_open" if standing == "amended" else "grid.standing.not_agreed"
        yield Entry(words("workbook.about.agreement"), words(message))
    else:
        people = book.listed(book.names.of(each.person) for each in seal.signatures)
        yield Entry(
            words("workbook.about.agreement"), words("workbook.grid.agreed_by", when=seal.at.wall, names=people)
        )
    yield Entry(words("workbook.about.basis"), grid.scoring.basis or "")


def _accord(book: Book, sheet: Worksheet, row: int) -> int:
    """The versions with their seals, what became of every indicator, and what was objected."""
    versions = (Entry(name, told, ours=True) for name, told in version_lines(book))
    row = _facts(book, sheet, row, "accord.versions", versions)
    for each in mappings(book):
        row = _mapping(book, sheet, row + 1, each)
    objections = objection_lines(book)
    return _paragraphs(book, sheet, row + 1, "accord.objections", objections) if objections else row


def _mapping(book: Book, sheet: Worksheet, row: int, told: MappingTold) -> int:
    words = book.words
    book.text(sheet, row, 1, words("accord.mapping", number=told.version), "heading")
    row += 1
    for place, name in enumerate(("old", "how", "new"), 1):
        book.text(sheet, row, place, words(f"accord.{name}"), "head start")
    for texts in told.rows:
        row += 1
        for place, text in enumerate(texts, 1):
            book.text(sheet, row, place, text, "text", ours=True)
        book.fit(sheet, row, texts, WIDTHS)
    if told.same:
        row += 1
        _wide(book, sheet, row, 1, told.same, ours=True)
    return row + 1


def _facts(book: Book, sheet: Worksheet, row: int, heading: str, facts: Iterable[Entry]) -> int:
    book.text(sheet, row, 1, book.words(heading), "heading")
    known = [fact for fact in facts if fact.value]
    for place, fact in enumerate(known, row + 1):
        book.text(sheet, place, 1, fact.name, "label")
        _wide(book, sheet, place, 2, fact.value, ours=fact.ours)
    return row + 1 + len(known)


def _people(book: Book, sheet: Worksheet, row: int) -> int:
    """Everybody with a role; participants are counted in `Turns` and on the summary, not listed."""
    words = book.words
    book.text(sheet, row, 1, words("workbook.about.people"), "heading")
    row += 1
    for place, name in enumerate(("name", "roles", "observes"), 1):
        book.text(sheet, row, place, words(f"workbook.column.{name}"), "head start")
    for person in book.meeting.people.values():
        if person.roles <= {Role.PARTICIPANT}:
            continue
        row += 1
        book.text(sheet, row, 1, book.names.of(person.id), "label")
        roles = words.listed(words(f"workbook.role.{role}") for role in sorted(person.roles))
        roles += f" ({words('workbook.left')})" if person.left else ""
        book.text(sheet, row, 2, roles, "text", ours=True)
        observes = _observes(book, person)
        book.text(sheet, row, 3, observes, "text", ours=True)
        book.fit(sheet, row, [book.names.of(person.id), roles, observes], WIDTHS)
    return row + 1


def _observes(book: Book, person: Person) -> str:
    if not person.has(Role.OBSERVER):
        return ""
    moderators = [book.names.of(each.id) for each in book.meeting.observed_by(person.id)]
    return book.listed([*moderators, book.words("workbook.the_meeting")])


def _paragraphs(book: Book, sheet: Worksheet, row: int, heading: str, lines: list[str]) -> int:
    book.text(sheet, row, 1, book.words(heading), "heading")
    for place, line in enumerate(lines, row + 1):
        _wide(book, sheet, place, 1, line, ours=True)
    return row + 1 + len(lines)


def _wide(book: Book, sheet: Worksheet, row: int, first: int, text: str, *, ours: bool = False) -> None:
    """Text over the columns from `first` to the last; merged cells do not grow by themselves."""
    book.ground(sheet, row, range(first, len(WIDTHS) + 1), "text")
    book.text(sheet, row, first, text, "text", ours=ours)
    book.across(sheet, row, first, len(WIDTHS))
    book.fit(sheet, row, [text], [sum(WIDTHS[first - 1 :])])
