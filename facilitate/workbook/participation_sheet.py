"""Participation: who was there, who had the floor, and each group's share of speaking beside its share of the people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.floor import LITTLE, MUCH, balanced
from facilitate.analysis.participation import GroupVoice, group_voices, moderators_share, never_spoke_share
from facilitate.analysis.presence import MODERATING, heads, present
from facilitate.analysis.turns import coverage
from facilitate.workbook.book import NOTHING, Book
from facilitate.workbook.chart_parts import Line, column_of
from facilitate.workbook.charts import Box, Shown, bars
from facilitate.workbook.live import literal
from facilitate.workbook.live_scores import Live
from facilitate.workbook.log_rows import TurnRow, turn_rows
from facilitate.workbook.page import grid_line, head, meeting_line, print_pages, title
from facilitate.workbook.safe import criterion
from facilitate.workbook.sheet_rows import Column, Value, cells, group_name, group_part, section
from facilitate.workbook.sheet_rows import heads as write_heads
from facilitate.workbook.styles import form

COLUMNS = (
    Column("sheets.participation.by", 13, "row name"),
    Column("report.group", 30, "row name"),
    Column("sheets.participation.present", 12, "count"),
    Column("sheets.participation.presence", 13, "share"),
    Column("sheets.participation.turns", 12, "count"),
    Column("sheets.participation.minutes", 12, "minutes"),
    Column("sheets.participation.share", 13, "share"),
    Column("sheets.participation.relative", 14, "mean"),
    Column("sheets.participation.reading", 26, "row name"),
)
FLOOR = (
    Column("sheets.participation.who", 30),
    Column("sheets.participation.turns", 12, "count"),
    Column("sheets.participation.minutes", 13, "minutes"),
    Column("sheets.participation.of_all", 12, "share"),
)
COUNTED = 'Turns[counted],"yes"'


class Among(NamedTuple):
    """Turns as a formula names them, and the same rows."""

    criteria: str
    rows: Sequence[TurnRow]

    @property
    def turns(self) -> Live:
        return Live(f"COUNTIFS({self.criteria})", len(self.rows))

    @property
    def spoken(self) -> float:
        """Minutes, as the table's seconds add up."""
        return sum(each.seconds for each in self.rows) / 60

    @property
    def minutes(self) -> Live:
        return Live(f"SUMIFS(Turns[seconds],{self.criteria})/60", self.spoken)


def fill_participation(book: Book, sheet: Worksheet, back: str) -> None:
    """Write the sheet."""
    book.widths(sheet, [each.width for each in COLUMNS])
    lines = (book.line(title(book), meeting_line(book)), grid_line(book))
    row = head(book, sheet, book.words("sheets.participation"), lines, len(COLUMNS), back)
    sheet.freeze_panes = f"A{row}"
    turns = [each for each in turn_rows(book.meeting, book.names, book.now) if each.counted == "yes"]
    row = _told(book, sheet, row)
    row = _groups(book, sheet, turns, row + 1)
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
    for row, line in enumerate(told, row):
        book.text(sheet, row, 1, line, "quiet line", ours=True)
        sheet.row_dimensions[row].height = 17
    return row + 1


def _among(turns: Iterable[TurnRow], criteria: str, kept: Callable[[TurnRow], bool]) -> Among:
    return Among(f"{COUNTED},{criteria}" if criteria else COUNTED, [each for each in turns if kept(each)])


def _groups(book: Book, sheet: Worksheet, turns: Sequence[TurnRow], row: int) -> int:
    """Every group, and a chart beside its share of the people and of speaking time."""
    voices = group_voices(book.meeting, book.now)
    row = section(
        book, sheet, row, book.words("sheets.participation.groups"), book.words("report.speaking.how_to_read")
    )
    if not voices:
        book.text(sheet, row, 1, book.words("sheets.participation.no_groups"), "quiet line", ours=True)
        return row + 1
    top = row
    row = write_heads(book, sheet, row, COLUMNS)
    first = row
    for voice in voices:
        row = cells(book, sheet, row, COLUMNS, _voice(book, turns, voice, voices, first, row))
    if any(each.share is not None for each in voices):
        box = Box(1, len(COLUMNS), row + 1, row + 1 + max(9, min(24, 2 * len(voices) + 4)))
        _chart(book, sheet, voices, top, box)
        row = box.bottom + 1
    return row


def _voice(
    book: Book, turns: Sequence[TurnRow], voice: GroupVoice, voices: Sequence[GroupVoice], first: int, row: int
) -> list[Value]:
    dimension = voice.dimension
    same = [place for place, each in enumerate(voices, first) if each.dimension == dimension]
    of = f"${same[0]}:${{0}}${same[-1]}"
    wanted = criterion(voice.value)
    own = _among(
        turns,
        f'Turns[participant],"yes",Turns[{dimension}],{wanted}',
        lambda each: each.participant == "yes" and getattr(each, dimension).casefold() == voice.value.casefold(),
    )
    among = {each.value.casefold() for each in voices if each.dimension == dimension}
    whole = sum(
        each.seconds for each in turns if each.participant == "yes" and getattr(each, dimension).casefold() in among
    )
    share = own.spoken * 60 / whole if voice.share is not None and whole else None
    relative = share / voice.presence if share is not None and voice.presence else None
    shared: Value = Live(f'IFERROR(F{row}/SUM(F{of.format("F")}),"{NOTHING}")', share) if share is not None else NOTHING
    return [
        book.words(f"sheets.dimension.{dimension}"),
        group_part(book, dimension, voice.value),
        voice.present,
        Live(
            f'IFERROR(C{row}/SUM(C{of.format("C")}),"{NOTHING}")',
            NOTHING if voice.presence is None else voice.presence,
        ),
        own.turns,
        own.minutes,
        shared,
        Live(f'IFERROR(G{row}/D{row},"{NOTHING}")', NOTHING if relative is None else relative),
        _reading(book, row, relative),
    ]


def _reading(book: Book, row: int, relative: float | None) -> Live:
    """How a share compares, in words that follow the number."""
    said = {name: book.words(f"sheets.balance.{name}") for name in ("little", "even", "much")}
    little, even, much = (literal(said[name]) for name in ("little", "even", "much"))
    formula = f'IF(ISNUMBER(H{row}),IF(H{row}<{LITTLE},{little},IF(H{row}>{MUCH},{much},{even})),"")'
    return Live(formula, said.get(balanced(relative), ""))


def _chart(book: Book, sheet: Worksheet, voices: Sequence[GroupVoice], top: int, box: Box) -> None:
    words, first = book.words, top + 1
    names = column_of(sheet, 2, first, [group_part(book, each.dimension, each.value) for each in voices])
    presence = column_of(sheet, 4, first, [each.presence for each in voices])
    share = column_of(sheet, 7, first, [each.share for each in voices])
    lines = (
        Line(column_of(sheet, 4, top, [words("sheets.participation.presence")]), presence),
        Line(column_of(sheet, 7, top, [words("sheets.participation.share")]), share),
    )
    parts = [
        words(
            "sheets.participation.chart.part",
            group=group_part(book, each.dimension, each.value),
            presence=words.percent(each.presence or 0),
            share=words.percent(each.share),
        )
        for each in voices
        if each.share is not None
    ]
    told = words("sheets.participation.chart.told", parts=words.listed(parts))
    percent = form(words.language, "percent")
    bars(book, sheet, Shown(words("sheets.participation.chart"), told, names, lines, percent), box)


def _floor(book: Book, sheet: Worksheet, turns: Sequence[TurnRow], row: int) -> int:
    """Each moderator, then all participants: turns, minutes, share of all speaking time."""
    row = section(book, sheet, row, book.words("sheets.participation.floor"))
    row = write_heads(book, sheet, row, FLOOR, first=2)
    everybody = _among(turns, "", lambda each: True)
    sharable = moderators_share(book.meeting, book.now).value is not None and everybody.spoken > 0
    moderators = [person for person in book.meeting.people.values() if person.has(*MODERATING)]
    lines = [(name, _of(turns, name)) for name in (book.names.of(person.id) for person in moderators)]
    all_of_them = _among(turns, 'Turns[participant],"yes"', lambda each: each.participant == "yes")
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
    wanted = criterion(name) or '""'
    return _among(turns, f"Turns[person],{wanted}", lambda each: each.person.casefold() == name.casefold())


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
