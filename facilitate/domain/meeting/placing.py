"""Where on a sheet a fact counts: under its code in force, or put aside with the version that its code goes no further
than."""

from __future__ import annotations

from typing import Any, TypeAlias

from facilitate.domain.events import observing as facts
from facilitate.domain.meeting.mapping import furthest, known_last
from facilitate.domain.meeting.sheets import Cell, Said, Sheet, cell_of
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import replaced, with_item

AboutCell: TypeAlias = facts.Observation | facts.ConsensusSet | facts.Reviewed


def place_of(meeting: Meeting, fact: AboutCell) -> tuple[int, Cell]:
    """The version of the grid that a fact counts on, and the cell there; an indicator that no version has keeps the
    step out."""
    history = meeting.grids
    version, code = max(0, len(history.versions) - 1), fact.indicator
    known = _said_on(meeting, fact) if history.amendments else None
    if known is not None:
        version, code = furthest(history, known, code)
    grid = history.versions[version] if history.versions else None
    indicator = grid.by_id.get(code) if grid else None
    return version, cell_of(indicator, fact.about, fact.step) if indicator else Cell(fact.about, code)


def _said_on(meeting: Meeting, fact: AboutCell) -> int | None:
    """The version whose code a fact names: the one that it was said on, if that has it, else the last one that has.

    A team may go back to the words of an earlier version: the last one with that fingerprint is meant.
    """
    history = meeting.grids
    places = reversed(range(len(history.versions)))
    named = (place for place in places if history.versions[place].fingerprint.startswith(fact.grid))
    version = next(named, 0) if fact.grid else 0
    return version if fact.indicator in history.versions[version].by_id else known_last(history, fact.indicator)


def cell_for(meeting: Meeting, fact: AboutCell) -> Cell:
    """The cell that a fact is about."""
    return place_of(meeting, fact)[1]


def in_force(meeting: Meeting, version: int) -> bool:
    """Whether this is the version in force."""
    return version >= len(meeting.grids.amendments)


def with_sheet(meeting: Meeting, sheet: Sheet) -> Meeting:
    """The meeting with this sheet."""
    return replaced(meeting, sheets=with_item(meeting.sheets, sheet.observer, sheet))


def layer(meeting: Meeting, sheet: Sheet, version: int) -> Said:
    """What a sheet holds of a version: the sheet itself where it is in force."""
    return sheet if in_force(meeting, version) else sheet.earlier.get(version, Said())


def written(meeting: Meeting, sheet: Sheet, version: int, **parts: Any) -> Meeting:
    """The meeting with some parts of a sheet, or of what it holds of an earlier version, replaced."""
    if not in_force(meeting, version):
        parts = {"earlier": with_item(sheet.earlier, version, replaced(layer(meeting, sheet, version), **parts))}
    return with_sheet(meeting, replaced(sheet, **parts))


def given_on(meeting: Meeting, fact: facts.Scored) -> int:
    """The version that an answer was given on."""
    if not meeting.grids.amendments:
        return 0
    known = _said_on(meeting, fact)
    return len(meeting.grids.amendments) if known is None else known


def version_with(meeting: Meeting, sheet: Sheet, evidence: str) -> int | None:
    """The version of the grid that a fact stands with; nothing where the sheet does not have it."""
    if evidence in sheet.evidence:
        return len(meeting.grids.amendments)
    return next((version for version, each in sheet.earlier.items() if evidence in each.evidence), None)
