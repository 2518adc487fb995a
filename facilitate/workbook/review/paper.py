"""Reads a paper pack that was typed into: answers as rows of scores, the lists line by line.

A row whose code has moved is found by its code; a cell that cannot be read is named and costs no other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Note
from facilitate.domain.scale import Noted, Value
from facilitate.kits.faults import clean
from facilitate.kits.scores_csv import ScoreRow
from facilitate.workbook.hidden import Input
from facilitate.workbook.review.answers import AnswerReader, NoAnswer
from facilitate.workbook.review.edits import At, Said
from facilitate.workbook.review.meta import Meta
from facilitate.workbook.strangers.cells import Reading, number, text
from facilitate.workbook.strangers.open import Opened
from facilitate.workbook.strangers.places import Place, place
from facilitate.workbook.strangers.sheet import Sheet

CROSSES = frozenset(("x", "v", "×", "✗", "✘", "✓", "✔"))
"""What somebody types into a printed box on the screen."""

ANSWERS = ("answer", "evidence")
HEADS = ("observer", "about", "place", "date")


@dataclass
class Line:
    """One filled line of a list: what the list is of, where the line stands, and its fields by name."""

    of: str
    at: At
    fields: dict[str, str] = field(default_factory=dict)


@dataclass
class PaperFound:
    """Scores with the names that stand on the sheets, the lines of the lists, and what is not taken in."""

    rows: list[ScoreRow] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    refusals: list[Said] = field(default_factory=list)


def read_paper(opened: Opened, meta: Meta, grid: Grid) -> PaperFound:
    """Everything that was typed into the pack; `grid` is the one that it was made with."""
    reader = _Reader(opened, meta, grid)
    reader.read()
    return reader.found


class _Reader:
    def __init__(self, opened: Opened, meta: Meta, grid: Grid) -> None:
        self.opened, self.meta, self.grid = opened, meta, grid
        self.answers = AnswerReader(grid, meta.language)
        self.found = PaperFound()
        self.heads: dict[str, dict[str, str]] = {}
        self.gone: set[str] = set()

    def read(self) -> None:
        scores: dict[tuple[str, ...], dict[str, Input]] = {}
        lines: dict[str, Line] = {}
        for each in self.meta.inputs:
            if each.field in ANSWERS:
                scores.setdefault((each.key, each.indicator, each.step), {})[each.field] = each
            elif each.field in HEADS:
                self.heads.setdefault(each.key, {})[each.field] = self._said(each)
            else:
                self._line(each, lines)
        self.found.lines += [line for line in lines.values() if line.fields]
        for (key, code, step), inputs in scores.items():
            if code in self.grid.by_id:
                self._score(key, code, step, inputs)

    def _line(self, each: Input, lines: dict[str, Line]) -> None:
        said = self._said(each)
        if said and said != each.exported:
            of = each.field.partition(".")[0]
            line = lines.setdefault(each.key, Line(of, At(each.sheet, each.cell)))
            line.fields[each.field.partition(".")[2] or "text"] = said

    def _said(self, each: Input) -> str:
        sheet, at = self._sheet(each), place(each.cell)
        if sheet is None or at is None:
            return ""
        reading = text(sheet, at.row, at.column)
        if reading.refusal is not None:
            self._refuse(reading)
        return "" if reading.refusal or reading.value is None else str(reading.value).strip()

    def _sheet(self, each: Input) -> Sheet | None:
        sheet = self.opened.sheet(each.sheet)
        if sheet is None and each.sheet not in self.gone:
            self.gone.add(each.sheet)
            self.found.refusals.append(Said(At(str(clean(each.sheet)), ""), "review.sheet_gone"))
        return sheet

    def _score(self, key: str, code: str, step: str, inputs: Mapping[str, Input]) -> None:
        sheet = self._sheet(next(iter(inputs.values())))
        if sheet is None:
            return
        cells = {name: self._where(sheet, each) for name, each in inputs.items()}
        if any(at is None for at in cells.values()):
            what = Said(At(sheet.title, ""), "review.row_gone", {"code": clean(code)})
            self.found.refusals += [] if what in self.found.refusals else [what]
            return
        value: Value | None = None
        at = cells.get("answer")
        if at is not None:
            value = self._value(sheet, at, code)
            self._crossed(sheet, at, code)
        fact, written = cells.get("evidence"), ""
        if fact is not None:
            reading = text(sheet, fact.row, fact.column)
            written = "" if reading.refusal or reading.value is None else str(reading.value)
            if reading.refusal:
                self._refuse(reading)
        if value is not None or written:
            self._row(sheet, at or fact, key, inputs, (code, step), value, written)

    def _row(
        self,
        sheet: Sheet,
        at: Place | None,
        key: str,
        inputs: Mapping[str, Input],
        what: tuple[str, str],
        value: Value | None,
        written: str,
    ) -> None:
        heads, known = self.heads.get(key, {}), next(iter(inputs.values()))
        where = At(sheet.title, at.written if at else "")
        observer = heads.get("observer", "")
        about = known.about if known.about == "meeting" else heads.get("about", "")
        missing = "observer" if not observer else "about" if not about else ""
        if missing:
            said = Said(At(sheet.title, ""), f"review.paper.no.{missing}")
            self.found.refusals += [] if said in self.found.refusals else [said]
            return
        self.found.rows.append(
            ScoreRow(where.shown, observer, about, what[0], "" if value is None else value, written, what[1])
        )

    def _where(self, sheet: Sheet, each: Input) -> Place | None:
        """The cell, in the row that has the code; where it was, if it still is there."""
        at = place(each.cell)
        if at is None:
            return None
        wanted = [each.indicator, each.step] if each.step else [each.indicator]
        if str(sheet.values.get(Place(at.row, 1), "")).split() == wanted:
            return at
        rows = [row for (row, column), value in sheet.values.items() if column == 1 and str(value).split() == wanted]
        return Place(rows[0], at.column) if len(rows) == 1 else None

    def _crossed(self, sheet: Sheet, answer: Place, code: str) -> None:
        """Name crosses in the printed boxes where no answer was typed: boxes are not read."""
        if sheet.values.get(answer) in (None, ""):
            boxes = [Place(answer.row, column) for column in range(1, answer.column - 1)]
            crossed = [box for box in boxes if str(sheet.values.get(box, "")).strip().casefold() in CROSSES]
            values = {"code": clean(code), "cell": answer.written}
            self.found.refusals += [
                Said(At(sheet.title, box.written), "review.paper.crossed", values) for box in crossed
            ]

    def _value(self, sheet: Sheet, at: Place, code: str) -> Value | None:
        indicator, reading = self.grid.by_id[code], number(sheet, at.row, at.column)
        if reading.refusal == "strangers.cell.no_number":
            reading = text(sheet, at.row, at.column)
        if reading.refusal is not None:
            self._refuse(reading)
            return None
        if reading.value is None or not isinstance(reading.value, str | int | float):
            return None
        if isinstance(indicator, Note):
            return Noted(text=str(reading.value))
        try:
            return self.answers.read(indicator, reading.value)
        except NoAnswer as wrong:
            values = {"code": clean(code), "value": reading.shown, "offered": wrong.offered}
            self.found.refusals.append(Said(At(sheet.title, at.written), "review.no_answer", values))
        return None

    def _refuse(self, reading: Reading) -> None:
        said = Said(At(reading.sheet, reading.cell), reading.refusal or "", dict(reading.values))
        self.found.refusals.append(said)
