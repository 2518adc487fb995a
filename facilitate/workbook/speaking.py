"""Each group's share of speaking beside its share of the people present, with bars: formulas over the table `Turns`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.floor import LITTLE, MUCH, balanced
from facilitate.analysis.participation import FEW_PEOPLE, GroupVoice, group_voices
from facilitate.analysis.silence import longest_without
from facilitate.workbook.book import NOTHING, Book
from facilitate.workbook.chart_parts import Line, column_of
from facilitate.workbook.charts import Box, Shown, bars
from facilitate.workbook.live import literal
from facilitate.workbook.live_scores import Live
from facilitate.workbook.log_rows import TurnRow
from facilitate.workbook.safe import criterion
from facilitate.workbook.sheet_rows import Column, Value, cells, group_part, heads, section
from facilitate.workbook.silences import silent_minutes
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
    Column("voices.silent_minutes", 15, "minutes"),
)
SHARE = 6
"""The place of the share of speaking among the columns, from 0."""

COUNTED = 'Turns[counted],"yes"'


class Among(NamedTuple):
    """Turns as a formula names them, and the same rows; no formula can name what is longer than it may be."""

    criteria: str | None
    rows: Sequence[TurnRow]

    @property
    def turns(self) -> Live | int:
        return Live(f"COUNTIFS({self.criteria})", len(self.rows)) if self.criteria else len(self.rows)

    @property
    def spoken(self) -> float:
        """Minutes, as the table's seconds add up."""
        return sum(each.seconds for each in self.rows) / 60

    @property
    def minutes(self) -> Live | float:
        return Live(f"SUMIFS(Turns[seconds],{self.criteria})/60", self.spoken) if self.criteria else self.spoken


def among(turns: Iterable[TurnRow], column: str, value: str, kept: Callable[[TurnRow], bool], also: str = "") -> Among:
    """The turns with this value in a column, and by `kept` the same ones; `also` holds further criteria."""
    wanted = criterion(value)
    named = f"{COUNTED}{also},Turns[{column}],{wanted}" if wanted else None
    return Among(named, [each for each in turns if kept(each)])


def write_groups(book: Book, sheet: Worksheet, turns: Sequence[TurnRow], row: int) -> int:
    """Every group, and a chart beside its share of the people and of speaking time."""
    voices = group_voices(book.meeting, book.now)
    silences = longest_without(book.meeting, book.now)
    row = section(book, sheet, row, book.words("sheets.participation.groups"), book.words("voices.how_to_read"))
    if any(each.small for each in voices):
        book.text(sheet, row, 1, book.words("voices.small_explained", number=FEW_PEOPLE), "quiet line", ours=True)
        row += 1
    if not voices:
        book.text(sheet, row, 1, book.words("sheets.participation.no_groups"), "quiet line", ours=True)
        return row + 1
    top = row
    row = heads(book, sheet, row, COLUMNS)
    first, shares = row, list[float | None]()
    for voice in voices:
        values = _voice(book, turns, voice, voices, first, row)
        values.append(silent_minutes(silences[voice.dimension, voice.value]))
        row = cells(book, sheet, row, COLUMNS, values)
        share = values[SHARE]
        shares.append(share.result if isinstance(share, Live) and not isinstance(share.result, str) else None)
    if any(each.share is not None for each in voices):
        box = Box(1, len(COLUMNS), row + 1, row + 1 + max(9, min(24, 2 * len(voices) + 4)))
        _chart(book, sheet, voices, shares, top, box)
        row = box.bottom + 1
    return row


def _voice(
    book: Book, turns: Sequence[TurnRow], voice: GroupVoice, voices: Sequence[GroupVoice], first: int, row: int
) -> list[Value]:
    dimension = voice.dimension
    same = [place for place, each in enumerate(voices, first) if each.dimension == dimension]
    of = f"${same[0]}:${{0}}${same[-1]}"
    own = among(
        turns,
        dimension,
        voice.value,
        lambda each: each.participant == "yes" and getattr(each, dimension).casefold() == voice.value.casefold(),
        ',Turns[participant],"yes"',
    )
    same_kind = {each.value.casefold() for each in voices if each.dimension == dimension}
    whole = sum(
        each.seconds for each in turns if each.participant == "yes" and getattr(each, dimension).casefold() in same_kind
    )
    share = own.spoken * 60 / whole if voice.share is not None and whole else None
    relative = share / voice.presence if share is not None and voice.presence else None
    shared: Value = Live(f'IFERROR(F{row}/SUM(F{of.format("F")}),"{NOTHING}")', share) if share is not None else NOTHING
    return [
        book.words(f"sheets.dimension.{dimension}"),
        _name(book, voice),
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


def _name(book: Book, voice: GroupVoice) -> str:
    group = group_part(book, voice.dimension, voice.value)
    return book.words("voices.small_group", group=group) if voice.small else group


def _reading(book: Book, row: int, relative: float | None) -> Live:
    """How a share compares, in words that follow the number."""
    said = {name: book.words(f"sheets.balance.{name}") for name in ("little", "even", "much")}
    little, even, much = (literal(said[name]) for name in ("little", "even", "much"))
    formula = f'IF(ISNUMBER(H{row}),IF(H{row}<{LITTLE},{little},IF(H{row}>{MUCH},{much},{even})),"")'
    return Live(formula, said.get(balanced(relative), ""))


def _chart(
    book: Book, sheet: Worksheet, voices: Sequence[GroupVoice], shares: Sequence[float | None], top: int, box: Box
) -> None:
    words, first = book.words, top + 1
    names = column_of(sheet, 2, first, [group_part(book, each.dimension, each.value) for each in voices])
    presence = column_of(sheet, 4, first, [each.presence for each in voices])
    share = column_of(sheet, SHARE + 1, first, shares)
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
