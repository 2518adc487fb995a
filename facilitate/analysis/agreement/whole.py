"""Everything about how far the observers of a meeting agree, as somebody may see it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

from facilitate.analysis.agreement.counted import CountedAgreement, counted_agreement
from facilitate.analysis.agreement.measuring import BRIEFLY, Apart, Measured, Without, between, measured, without_each
from facilitate.analysis.agreement.putting import Put, put, raw, worth
from facilitate.analysis.agreement.units import Coverage, Unit, coverage, units
from facilitate.analysis.answers import visible_sheets
from facilitate.analysis.coefficients import Declared
from facilitate.analysis.scores import Scores
from facilitate.domain.grid import Grid
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.meeting.view import awaited

State: TypeAlias = Literal["no_grid", "hidden", "nothing", "one_observer", "no_pair", "counted", "compared"]
"""Why there is nothing to compare: the meeting has no grid; sheets are not to be seen yet; nobody scored; one observer
did; no two scored the same thing; things were only ticked or counted in time. Else `compared`."""


Reach: TypeAlias = Literal["all", "told", "briefly"]
"""How much is reckoned: everything; what the text tells, without indicators and most figures of the sections; or
without sections too, and of the whole the first few coefficients only."""


class Agreement(NamedTuple):
    """How far observers agree: over all, by section, by indicator; how much of the grid that rests on; without each
    observer; and every two of them. `after_seeing` are observers who changed scores after they could see others'."""

    state: State
    whole: Measured
    coverage: Coverage
    sections: Mapping[str, Measured]
    indicators: Mapping[str, Measured]
    without: tuple[Without, ...]
    between: tuple[Apart, ...]
    units: tuple[Unit, ...]
    counted: tuple[CountedAgreement, ...]
    after_seeing: tuple[str, ...]
    waiting: tuple[str, ...]


def agreement(meeting: Meeting, found: Scores, now: Instant, reach: Reach = "all") -> Agreement:
    """The agreement of the observers whose sheets this view of a meeting shows; `found` are its scores."""
    judged = units(meeting, found, now)
    who = tuple(sheet.observer for sheet in visible_sheets(meeting))
    grid = meeting.grid
    common = put(grid, judged, who) if grid else Put("values", Declared(), (), (), ())
    counted = counted_agreement(meeting)
    whole = measured(common, BRIEFLY) if reach == "briefly" else measured(common)
    return Agreement(
        state=_state(meeting, whole, counted),
        whole=whole,
        coverage=coverage(meeting, found, judged),
        sections=_sections(grid, common, judged, who, reach) if grid and reach != "briefly" else {},
        indicators=_indicators(grid, judged, who) if grid and reach == "all" else {},
        without=without_each(whole),
        between=between(common),
        units=judged,
        counted=counted,
        after_seeing=tuple(each.observer for each in visible_sheets(meeting) if each.after_seeing),
        waiting=awaited(meeting),
    )


def _state(meeting: Meeting, whole: Measured, counted: tuple[CountedAgreement, ...]) -> State:
    if meeting.grid is None:
        return "no_grid"
    if whole.compared:
        return "compared"
    if any(each.looked and len(each.observers) > 1 for each in counted):
        return "counted"
    if not whole.observers and not counted:
        return "hidden" if awaited(meeting) or any(each.hidden for each in meeting.sheets.values()) else "nothing"
    everybody = {*whole.observers, *(who for each in counted for who in each.observers)}
    return "one_observer" if len(everybody) == 1 else "no_pair"


def _sections(
    grid: Grid, common: Put, judged: tuple[Unit, ...], who: tuple[str, ...], reach: Reach
) -> Mapping[str, Measured]:
    """Each section on the same scale as the whole, so that they can stand beside each other."""
    how = raw if common.on == "values" else worth
    found = {}
    for section in grid.sections:
        own = [unit for unit in judged if unit.section == section.id]
        if own:
            on = how(grid, own, who)
            found[section.id] = measured(on) if reach == "all" else measured(on, BRIEFLY, bounds=False)
    return found


def _indicators(grid: Grid, judged: tuple[Unit, ...], who: tuple[str, ...]) -> Mapping[str, Measured]:
    """Each indicator on a scale of its own."""
    by_code: dict[str, list[Unit]] = {}
    for unit in judged:
        by_code.setdefault(unit.cell.indicator, []).append(unit)
    return {code: measured(put(grid, own, who), BRIEFLY, bounds=False) for code, own in by_code.items()}
