"""A grid that changes while somebody scores: what is new, reworded or gone, and what a sheet holds beside the grid."""

from __future__ import annotations

from typing import NamedTuple

from facilitate.analysis.answers import belongs, cells, put_aside
from facilitate.analysis.progress import subjects_of
from facilitate.domain.events.observing import MEETING
from facilitate.domain.grid import Grid
from facilitate.domain.meeting.sheets import Cell, Sheet
from facilitate.domain.meeting.state import Meeting


class Regridded(NamedTuple):
    """Codes of indicators, in the order of the grid that has them; all empty where nothing that is asked changed."""

    new: tuple[str, ...] = ()
    reworded: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def regridded(before: Grid | None, after: Grid | None) -> Regridded:
    """What became of the indicators; another scale under the same words is another wording too."""
    if before is after:
        return Regridded()
    old, new = (before.by_id if before else {}), (after.by_id if after else {})
    reworded = (
        code
        for code in new
        if code in old
        and before is not None
        and after is not None
        and (old[code] != new[code] or before.scale_of(old[code]) != after.scale_of(new[code]))
    )
    return Regridded(
        new=tuple(code for code in new if code not in old),
        reworded=tuple(reworded),
        gone=tuple(code for code in old if code not in new),
    )


class Beside(NamedTuple):
    """What a sheet holds that nobody is asked any longer: answers to indicators that are gone, and about people."""

    gone: tuple[Cell, ...]
    people: tuple[Cell, ...]


def asked_no_more(meeting: Meeting, cell: Cell) -> bool:
    """Whether the grid in force does not ask this: the indicator is gone, or asks about somebody else now."""
    indicator = meeting.grid.by_id.get(cell.indicator) if meeting.grid else None
    about_step = indicator is not None and indicator.about == "step"
    return indicator is None or not belongs(indicator, cell.about) or about_step != (cell.step is not None)


def beside(meeting: Meeting, sheet: Sheet) -> Beside:
    """Answers and facts that stay in the file although the grid in force, or the moderators, no longer have them."""
    subjects = {*subjects_of(meeting, sheet.observer), MEETING}
    found = sorted(cells(sheet), key=lambda cell: (cell.indicator, cell.about, cell.step or ""))
    gone = tuple(cell for cell in found if asked_no_more(meeting, cell))
    put_by = tuple(cell for _, cell in put_aside(sheet))
    return Beside((*gone, *put_by), tuple(cell for cell in found if cell not in gone and cell.about not in subjects))
