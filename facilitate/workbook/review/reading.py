"""Reads a reviewed workbook: every cell that could be changed, beside what was exported in it.

A cell that cannot be read is named and costs no other.
"""

from __future__ import annotations

import re

from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Derived, Interval, Note
from facilitate.domain.model import harmless_prose
from facilitate.domain.scale import Chosen, Value
from facilitate.kits.faults import clean
from facilitate.language import Words
from facilitate.workbook.hidden import Input
from facilitate.workbook.review.answers import AnswerReader, NoAnswer, offered
from facilitate.workbook.review.edits import At, Edit, Field, ReadBack, Said
from facilitate.workbook.review.locating import Part, located, row_of
from facilitate.workbook.review.meta import Meta, cell_of_input, decoded
from facilitate.workbook.strangers.cells import Reading, number, plain, text
from facilitate.workbook.strangers.faults import NotAccepted
from facilitate.workbook.strangers.open import Opened

NEAR = 1e-6
"""Numbers are exported to so many places."""

LONGEST = 2_000
"""Characters of a comment or a reason."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}")

NO_NUMBERS = ("strangers.cell.truth", "strangers.cell.date", "strangers.cell.no_number")
"""What is no number is told with the answers that there are: an answer's cell is not to be emptied."""

_VALUES: tuple[Field, ...] = ("answer", "consensus")
_FIELDS: dict[str, Field] = {
    "answer": "answer",
    "evidence": "evidence",
    "comment": "comment",
    "consensus": "consensus",
    "reason": "reason",
}


class _Refused(Exception):
    def __init__(self, said: Said) -> None:
        super().__init__(said.message)
        self.said = said


def read_back(opened: Opened, meta: Meta, grid: Grid) -> ReadBack:
    """Everything that differs from the export; `grid` is the one that the workbook was made with.

    Raises NotAccepted where what the workbook says of itself is spoilt.
    """
    return _Reader(opened, meta, grid).read()


class _Reader:
    def __init__(self, opened: Opened, meta: Meta, grid: Grid) -> None:
        self.meta, self.grid, self.answers = meta, grid, AnswerReader(grid, meta.language)
        self.parts = located(opened, meta)
        self.refusals: list[Said] = []
        self.notes: list[Said] = []
        self.missing: set[tuple[str, ...]] = set()

    def read(self) -> ReadBack:
        edits: list[Edit] = []
        unchanged = 0
        known: set[tuple[str, ...]] = set()
        for each in self.meta.inputs:
            kind, what = _FIELDS.get(each.field), each[3:-1]
            if kind is None or each.indicator not in self.grid.by_id or what in known or not _named(each):
                raise NotAccepted("review.spoilt_meta")
            known.add(what)
            try:
                edit = self._edit(each, kind)
            except _Refused as refused:
                self.refusals.append(refused.said)
                continue
            if edit is None:
                unchanged += 1
            else:
                edits.append(edit)
        meta = self.meta
        return ReadBack(meta.meeting, meta.grid, edits, self.refusals, self.notes, unchanged)

    def _edit(self, each: Input, kind: Field) -> Edit | None:
        part = self.parts.get(each.key)
        if part is None:
            self._once((each.key,), Said(At(str(clean(each.sheet)), ""), "review.sheet_gone"))
            return None
        for copy in part.copies:
            self._once((each.key, "copy", copy), Said(At(copy, ""), "review.copy", {"sheet": part.sheet.title}))
        column = part.columns.get(kind)
        for name in (kind, "code", "step"):
            if name in part.doubled or (name == kind and column is None):
                message = "review.column_twice" if name in part.doubled else "review.column_gone"
                self._once((each.key, name), Said(At(part.sheet.title, ""), message, {"column": self._head(name)}))
                return None
        if column is None:
            return None
        row = row_of(part, each)
        if isinstance(row, str):
            what = (each.key, each.indicator, each.step)
            self._once(what, Said(At(part.sheet.title, ""), row, {"code": clean(each.indicator)}))
            return None
        if kind in _VALUES:
            return self._value(each, kind, part, row, column)
        return self._text(each, kind, part, row, column)

    def _head(self, kind: str) -> str:
        return Words(self.meta.language)(f"workbook.column.{kind}")

    def _once(self, what: tuple[str, ...], said: Said) -> None:
        """One line for all cells that are missing for the same reason; what was empty in them is missed by nobody."""
        if what not in self.missing:
            self.missing.add(what)
            self.refusals.append(said)

    def _value(self, each: Input, kind: Field, part: Part, row: int, column: int) -> Edit | None:
        before, indicator = decoded(each.exported), self.grid.by_id[each.indicator]
        reading = plain(part.sheet, row, column)
        at = At(reading.sheet, reading.cell)
        if kind == "answer" and isinstance(indicator, Note | Interval):
            return None
        if "strangers.note.formula" in reading.notes or reading.refusal == "strangers.cell.not_calculated":
            if isinstance(indicator, Derived):
                return None  # our own formula: it follows from its behaviours
            raise _Refused(Said(at, "review.formula", {"code": clean(each.indicator)}))
        if reading.value is None and reading.refusal is None:
            if before is None:
                return None
            raise _Refused(Said(at, "review.emptied", {"code": clean(each.indicator)}))
        if _unmoved(before, reading.value):
            return None  # also what no observer could type: an element, a value of the log
        after = self._answer(reading, part, row, column, at, each)
        if _same(before, after):
            return None
        return Edit(at, kind, each.observer, cell_of_input(each), before, after)

    def _answer(self, reading: Reading, part: Part, row: int, column: int, at: At, each: Input) -> Value:
        if not isinstance(reading.value, str):
            reading = number(part.sheet, row, column)
        if reading.refusal is not None and reading.refusal not in NO_NUMBERS:
            raise _Refused(Said(at, reading.refusal, dict(reading.values)))
        indicator, typed = self.grid.by_id[each.indicator], reading.value
        try:
            if not isinstance(typed, str | int | float):
                raise NoAnswer(offered(self.grid, indicator))
            answer = self.answers.read(indicator, typed)
        except NoAnswer as wrong:
            values = {"code": clean(each.indicator), "value": reading.shown, "offered": wrong.offered}
            raise _Refused(Said(at, "review.no_answer", values)) from None
        if isinstance(typed, str) and isinstance(answer, int | float) and "–" not in typed:
            self.notes.append(Said(at, "strangers.note.number_as_text", dict(reading.values)))
        return answer

    def _text(self, each: Input, kind: Field, part: Part, row: int, column: int) -> Edit | None:
        reading = text(part.sheet, row, column)
        at = At(reading.sheet, reading.cell)
        if reading.refusal is not None:
            if reading.refusal == "strangers.cell.merged" and not each.exported:
                return None
            raise _Refused(Said(at, reading.refusal, dict(reading.values)))
        before, after = harmless_prose(each.exported), str(reading.value or "")
        if before.split() == after.split():
            return None
        if kind in ("comment", "reason") and len(after) > LONGEST:
            raise _Refused(Said(at, "review.too_long", {"most": LONGEST}))
        return Edit(at, kind, each.observer, cell_of_input(each), before, after)


def _named(each: Input) -> bool:
    """Whether what an input is about can be told apart by names that events take."""
    names = [name for name in (each.observer, each.about, each.step) if name]
    shared = each.field in ("consensus", "reason")
    return bool(each.about) and bool(each.observer) != shared and all(_NAME.fullmatch(name) for name in names)


def _unmoved(before: Value | None, found: object) -> bool:
    if isinstance(found, bool) or not isinstance(found, int | float) or not isinstance(before, int | float):
        return False
    return abs(before - found) <= NEAR


def _same(before: Value | None, after: Value) -> bool:
    if isinstance(before, int | float) and isinstance(after, int | float):
        return abs(before - after) <= NEAR
    if isinstance(before, Chosen) and isinstance(after, Chosen):
        return set(before.choices) == set(after.choices)
    return before == after
