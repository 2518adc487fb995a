"""A workbook or a paper pack that was made before an amendment: what was written into it goes on under the codes in
force; what the amendment split, merged or dropped is told cell by cell."""

from __future__ import annotations

from dataclasses import replace

from facilitate.analysis.mapping import Became, became
from facilitate.domain.meeting.agreement import GridHistory
from facilitate.domain.meeting.mapping import carried
from facilitate.kits.faults import clean
from facilitate.workbook.review.edits import At, Edit, ReadBack, Said
from facilitate.workbook.review.paper import PaperFound


def carried_edits(found: ReadBack, history: GridHistory, version: int) -> ReadBack:
    """What was changed in a workbook of that version, as if it were one of the grid in force."""
    fate = _fates(history, version)
    edits: list[Edit] = []
    refusals = list(found.refusals)
    for edit in found.edits:
        now = carried(history, version, edit.cell.indicator)
        if now is None:
            refusals.append(_not_carried(edit.at, edit.cell.indicator, fate))
        else:
            edits.append(replace(edit, cell=edit.cell._replace(indicator=now)))
    return replace(found, edits=edits, refusals=refusals)


def carried_paper(found: PaperFound, history: GridHistory, version: int) -> PaperFound:
    """What was typed into a paper pack of that version."""
    fate, rows, refusals = _fates(history, version), [], list(found.refusals)
    for row in found.rows:
        now = carried(history, version, row.indicator)
        if now is None:
            sheet, _, cell = row.place.rpartition("!")
            refusals.append(_not_carried(At(sheet, cell), row.indicator, fate))
        else:
            rows.append(row._replace(indicator=now))
    return PaperFound(rows, found.lines, refusals)


def renamed(history: GridHistory, version: int) -> tuple[str, ...]:
    """The codes that differ, old and new with an arrow between."""
    rows = became(history, version)
    return tuple(f"{row.old[0]} → {row.new[0]}" for row in rows if row.how == "renamed" and row.old != row.new)


def _fates(history: GridHistory, version: int) -> dict[str, Became]:
    return {code: row for row in became(history, version) for code in row.old}


def _not_carried(at: At, code: str, fate: dict[str, Became]) -> Said:
    row = fate.get(code)
    if row is None or row.how == "dropped":
        return Said(at, "review.not_carried.dropped", {"code": clean(code)})
    return Said(at, f"review.not_carried.{row.how}", {"code": clean(code), "codes": row.new})
