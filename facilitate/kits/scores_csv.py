"""Scores typed as CSV (design §6): the rows of a file, each with its line; bad rows are named and lose no good ones.

Files come from spreadsheets of any country: comma, semicolon or tab; UTF-8 or UTF-16, with or without a mark at the
beginning. A quotation mark that is never closed costs its own line only.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from facilitate.domain.decisions.refusal import Refused, refuse
from facilitate.domain.model import harmless, harmless_prose
from facilitate.domain.scale import Value
from facilitate.language.numbers import read_number

NEEDED = ("observer", "about", "indicator", "value")
COLUMNS = (*NEEDED, "evidence", "step")
SEPARATORS = (",", ";", "\t")

MOST_BYTES, MOST_ROWS = 64 * 1024 * 1024, 100_000
LONGEST_FIELD, LONGEST_EVIDENCE = 2_000, 50_000
MOST_LINES = 100
"""A field in quotation marks holds no more lines than that: an older one was never closed."""

_NO_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"SQLite format 3")
"""What workbooks and meetings begin with, whatever they are called."""

_LINE = re.compile(r"\r\n|\n|\r")
_END = "\ue000end"
"""Put behind the last line of a field that is not closed; no letter of any language."""


class ScoreRow(NamedTuple):
    """One answer as somebody typed it, with the place in its file that errors and events name."""

    place: str
    observer: str
    about: str
    indicator: str
    value: str | Value
    evidence: str = ""
    step: str = ""


class BadRow(NamedTuple):
    """A row that could not be taken in, and why."""

    place: str
    why: Refused


class ScoreFile(NamedTuple):
    """What a file says: its rows, those that cannot be read, and columns that nobody reads."""

    rows: tuple[ScoreRow, ...]
    bad: tuple[BadRow, ...] = ()
    unread: tuple[str, ...] = ()


class NoScores(Exception):  # an answer to a question, no error of the program
    """The file as a whole cannot be read: a message id and its values."""

    def __init__(self, message: str, **values: Any) -> None:
        super().__init__(message)
        self.message, self.values = message, values


def read_scores(path: Path) -> ScoreFile:
    """The rows of a file. Raises NoScores where it is no table of scores, OSError where it cannot be read."""
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise NoScores("import.too_large", most=MOST_BYTES // 2**20)
    return parse_scores(content)


def parse_scores(content: bytes) -> ScoreFile:
    """As `read_scores`, of what stands in the file."""
    lines = _LINE.split(_decoded(content))
    first, separator, names = _header(lines)
    rows: list[ScoreRow] = []
    bad: list[BadRow] = []
    for number, fields in _records(lines, first + 1, separator, names.index("value")):
        if fields is not None and not any(field.strip() for field in fields):
            continue
        if len(rows) + len(bad) >= MOST_ROWS:
            raise NoScores("import.too_many_rows", most=MOST_ROWS)
        read = _row(str(number), fields, names)
        if isinstance(read, ScoreRow):
            rows.append(read)
        else:
            bad.append(BadRow(str(number), read))
    return ScoreFile(tuple(rows), tuple(bad), tuple(name for name in names if name and name not in COLUMNS))


def _decoded(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    start = content[:4_000]
    if start.startswith(_NO_TEXT) or start.count(0) * 10 > len(start):
        raise NoScores("import.no_text")
    return content.decode("utf-8-sig", errors="surrogateescape")


def _header(lines: Sequence[str]) -> tuple[int, str, tuple[str, ...]]:
    """The line of the column names, counted from 0, with what separates them, and the names."""
    for place, line in enumerate(lines[:20]):
        if not line.strip() or re.fullmatch(r"\ufeff?sep=.", line.strip()):
            continue
        found = {each: _names(line, each) for each in SEPARATORS}
        separator = max(SEPARATORS, key=lambda each: len({*COLUMNS} & {*found[each]}))
        names = found[separator]
        missing = [name for name in NEEDED if name not in names]
        if missing:
            raise NoScores("import.columns", line=place + 1, missing=", ".join(missing), needed=",".join(COLUMNS))
        if twice := [name for name in COLUMNS if names.count(name) > 1]:
            raise NoScores("import.column_twice", line=place + 1, name=twice[0])
        return place, separator, names
    raise NoScores("import.empty", needed=",".join(COLUMNS))


def _names(line: str, separator: str) -> tuple[str, ...]:
    read = next(csv.reader([line[:LONGEST_EVIDENCE]], delimiter=separator), [])
    return tuple(harmless(name).strip("\ufeff").casefold()[:100] for name in read)


class _Lines:
    """The lines of one record after the other, for the reader of the standard library; a record that does not end is
    brought to an end that can be recognised."""

    def __init__(self, lines: Sequence[str], start: int) -> None:
        self.lines, self.next, self.begun = lines, start, start

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self.next == self.begun and self.next >= len(self.lines):
            raise StopIteration
        if self.next >= min(len(self.lines), self.begun + MOST_LINES):
            return f'{_END}"\n'
        self.next += 1
        return self.lines[self.next - 1] + "\n"


def _records(lines: Sequence[str], start: int, separator: str, value: int) -> Iterator[tuple[int, list[str] | None]]:
    """Each record with its line, counted from 1; nothing in place of one that is not closed, and the next line after
    it begins the next one. `value` is the column of answers."""
    before = csv.field_size_limit(MOST_BYTES)
    try:
        source = _Lines(lines, start)
        reader = csv.reader(source, delimiter=separator, strict=True)
        while source.next < len(lines):
            number = source.begun + 1
            fields = _record(reader)
            inside = lines[source.begun + 1 : source.next]
            if fields is None or any(_a_row(line, separator, value) for line in inside):
                source = _Lines(lines, number)
                reader = csv.reader(source, delimiter=separator, strict=True)
                yield number, None
            else:
                source.begun = source.next
                yield number, fields
    finally:
        csv.field_size_limit(before)


def _record(reader: Iterator[list[str]]) -> list[str] | None:
    """The next record; nothing where its quotation marks are not in order."""
    try:
        fields = next(reader)
    except csv.Error:
        return None
    return None if any(_END in field for field in fields) else fields


def _a_row(line: str, separator: str, value: int) -> bool:
    """Whether a line inside a quoted text is a row that a mark left open has swallowed."""
    fields = line.split(separator)
    if len(fields) < len(NEEDED) or value >= len(fields):
        return False
    said = fields[value].strip().casefold()
    return read_number(said) is not None or said in ("nobs", "na")


def _row(place: str, fields: list[str] | None, names: Sequence[str]) -> ScoreRow | Refused:
    if fields is None:
        return refuse("import.row.open")
    if any("\udc80" <= letter <= "\udcff" or letter == "\ufffd" for field in fields for letter in field):
        return refuse("import.row.letters")
    told = dict(zip(names, fields, strict=False))
    beyond = fields[len(names) :]
    if beyond and (any(field.strip() for field in beyond) or read_number(told.get("evidence", "")) is not None):
        return refuse("import.row.fields", count=len(fields), columns=len(names))
    for name in COLUMNS:
        limit = LONGEST_EVIDENCE if name in ("evidence", "value") else LONGEST_FIELD
        if len(told.get(name, "")) > limit:
            return refuse("import.row.long", name=name, most=limit)
    evidence = harmless_prose(told.get("evidence", ""))
    observer, about, indicator, step = (
        harmless(told.get(each, "")) for each in ("observer", "about", "indicator", "step")
    )
    for name, text in (("observer", observer), ("about", about), ("indicator", indicator)):
        if not text:
            return refuse("import.row.empty", name=name)
    return ScoreRow(place, observer, about, indicator, harmless_prose(told.get("value", "")), evidence, step)
