"""Finds the cells of a reviewed workbook: sheets by their key, columns by their heads, rows by their code.

Where something stands is never asked: sheets may have been renamed and put in another order, columns moved, rows
inserted and sorted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from facilitate.language import Words
from facilitate.workbook.hidden import EARLIER, LISTS, META, Input
from facilitate.workbook.review.meta import Meta
from facilitate.workbook.strangers.open import Opened
from facilitate.workbook.strangers.places import Place
from facilitate.workbook.strangers.sheet import Sheet

HEADS = {
    "scoresheet": {"code": "code", "step": "step", "answer": "answer", "evidence": "evidence", "comment": "comment"},
    "comparison": {"code": "code", "step": "", "consensus": "consensus", "reason": "reason"},
}
"""For each kind of part, the fields that its columns hold and the message ids of their heads."""


@dataclass
class Part:
    """A scoresheet, or one part of the comparison: its sheet, its columns, and its rows by code, in order.

    `cells` are all rows of the sheet by number, `doubled` columns whose head stands twice, `copies` other sheets that
    say that they are the same.
    """

    key: str
    sheet: Sheet
    columns: Mapping[str, int]
    cells: Mapping[int, Mapping[int, object]]
    rows: dict[str, list[int]] = field(default_factory=dict)
    doubled: frozenset[str] = frozenset()
    copies: list[str] = field(default_factory=list)


def located(opened: Opened, meta: Meta) -> dict[str, Part]:
    """Every part that is there, by its key; of copies the one whose sheet is still called as it was exported."""
    words = Words(meta.language)
    wanted: dict[str, str] = {each.key: each.sheet for each in meta.inputs}
    codes = {each.indicator for each in meta.inputs}
    found: dict[str, Part] = {}
    for sheet in opened.sheets:
        if sheet.title in (META, LISTS):
            continue
        for part in _parts(sheet, wanted, words, codes):
            first = found.setdefault(part.key, part)
            if first is not part:
                kept, other = (part, first) if _renamed(first, wanted) and not _renamed(part, wanted) else (first, part)
                found[part.key] = kept
                kept.copies += [*first.copies, other.sheet.title] if kept is part else [other.sheet.title]
    return found


def _renamed(part: Part, wanted: Mapping[str, str]) -> bool:
    return part.sheet.title != wanted[part.key]


def _parts(sheet: Sheet, wanted: Mapping[str, str], words: Words, codes: set[str]) -> Iterator[Part]:
    rows = sheet.rows()
    heads: list[tuple[int, str]] = []
    for number, row in rows.items():
        key = next((str(value) for value in row.values() if isinstance(value, str) and value in wanted), None)
        if key is not None:
            heads.append((number, key))
    if not heads:
        heads = _without_key(sheet, rows, wanted, words)
    for place, (top, key) in enumerate(heads):
        kind = "comparison" if key.startswith('["comparison"') else "scoresheet"
        columns = _columns(rows[top], kind, words)
        end = heads[place + 1][0] if place + 1 < len(heads) else max(rows, default=top) + 1
        part = Part(key, sheet, columns, rows, doubled=_doubled(rows[top], kind, words))
        for number in range(top + 1, end):
            row = rows.get(number, {})
            code = row.get(columns.get("code", 1))
            if code is not None and EARLIER not in row.values() and str(code).strip() in codes:
                part.rows.setdefault(str(code).strip(), []).append(number)
        yield part


def _without_key(
    sheet: Sheet, rows: Mapping[int, Mapping[int, object]], wanted: Mapping[str, str], words: Words
) -> list[tuple[int, str]]:
    """A scoresheet whose key somebody took away is known by its name, and its heads by their words."""
    key = next((key for key, title in wanted.items() if title == sheet.title and key.startswith('["scoresheet"')), None)
    heads = {words("workbook.column.code"), words("workbook.column.answer")}
    top = next((number for number, row in rows.items() if heads <= set(map(str, row.values()))), None)
    return [(top, key)] if key is not None and top is not None else []


def _columns(row: Mapping[int, object], kind: str, words: Words) -> dict[str, int]:
    heads = {words(f"workbook.column.{head}"): name for name, head in HEADS[kind].items() if head}
    return {heads[text]: column for column, value in row.items() if (text := str(value).strip()) in heads}


def _doubled(row: Mapping[int, object], kind: str, words: Words) -> frozenset[str]:
    texts = [str(value).strip() for value in row.values()]
    return frozenset(
        name for name, head in HEADS[kind].items() if head and texts.count(words(f"workbook.column.{head}")) > 1
    )


def row_of(part: Part, each: Input) -> int | str:
    """The row of an input; a message id where there is none, or where it cannot be told."""
    rows = part.rows.get(each.indicator, [])
    if each.step and "step" in part.columns:
        column = part.columns["step"]
        rows = [row for row in rows if str(part.sheet.values.get(Place(row, column), "")).strip() == each.step]
    elif each.step:
        rows = [row for row in rows if _names_step(part, row, each.step)]
    if len(rows) == 1:
        return rows[0]
    return "review.row_gone" if not rows else "review.row_twice"


def _names_step(part: Part, row: int, step: str) -> bool:
    """In the comparison the step stands behind the indicator, after a dot."""
    texts = map(str, part.cells.get(row, {}).values())
    return any(text.rstrip().endswith(f"· {step}") for text in texts)
