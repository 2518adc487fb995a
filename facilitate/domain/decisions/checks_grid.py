"""When the agenda and the grid may change: a sealed grid is never edited."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from facilitate.domain.decisions.refusal import Refused, refuse
from facilitate.domain.events import preparing as p
from facilitate.domain.events.base import FactBase
from facilitate.domain.grid import Grid
from facilitate.domain.meeting.minutes import is_over, least_minutes
from facilitate.domain.meeting.state import Meeting

Check = Callable[[Meeting, str, Any], Refused | None]


def agenda_step(meeting: Meeting, _: str, fact: p.StepMoved) -> Refused | None:
    if meeting.agenda is None or meeting.agenda.step(fact.step) is None:
        return refuse("refused.no_such_step", step=fact.step)
    return refuse("refused.after_itself") if fact.step == fact.after else None


def retimed(meeting: Meeting, _: str, fact: p.Retimed) -> Refused | None:
    """Re-timing respects each step's floor, leaves protected steps their time, and what is over as it was."""
    if meeting.closed:
        return refuse("refused.meeting_closed")
    for code, minutes in fact.minutes.items():
        step = meeting.agenda.step(code) if meeting.agenda else None
        if step is None:
            return refuse("refused.no_such_step", step=code)
        if is_over(meeting, code):
            return refuse("refused.step_over", step=code)
        least = least_minutes(meeting, step)
        if minutes < least:
            return refuse("refused.below_floor", step=code, minutes=least)
    return None


def grid_proposed(meeting: Meeting, _: str, __: p.GridProposed) -> Refused | None:
    if meeting.grids.seal:
        return refuse("refused.grid_sealed")
    if any(sheet.begun for sheet in meeting.sheets.values()):
        return refuse("refused.grid_in_use")
    return None


def indicator_proposed(meeting: Meeting, _: str, fact: p.IndicatorProposed) -> Refused | None:
    grid = meeting.grid
    if grid is None:
        return refuse("refused.no_grid")
    if meeting.grids.seal:
        return refuse("refused.grid_sealed")
    known = fact.code in grid.by_id
    if fact.action == "add":
        return refuse("refused.code_taken", code=fact.code) if known else _content(grid, fact)
    if not known:
        return refuse("refused.no_such_indicator", code=fact.code)
    return _content(grid, fact) if fact.action == "edit" else _section(grid, fact)


def _content(grid: Grid, fact: p.IndicatorProposed) -> Refused | None:
    if fact.indicator is None or fact.indicator.id != fact.code:
        return refuse("refused.no_content", code=fact.code)
    scale = getattr(fact.indicator, "scale", None)
    if scale is not None and grid.scale(scale) is None:
        return refuse("refused.no_such_scale", scale=scale)
    return _section(grid, fact)


def _section(grid: Grid, fact: p.IndicatorProposed) -> Refused | None:
    """What is added needs a section of the grid; what is edited or moved may stay where it is."""
    known = fact.section in {section.id for section in grid.sections}
    if known or (fact.section is None and fact.action != "add"):
        return None
    return refuse("refused.no_such_section", section=fact.section or "")


def indicator_judged(meeting: Meeting, _: str, fact: p.IndicatorJudged) -> Refused | None:
    grid = meeting.grid
    if grid is None or fact.code not in grid.by_id:
        return refuse("refused.no_such_indicator", code=fact.code)
    if fact.fingerprint != grid.fingerprint:
        return refuse("refused.grid_changed_meanwhile")
    return refuse("refused.reason_needed") if not fact.accepted and not fact.reason else None


def objections(meeting: Meeting) -> tuple[str, ...]:
    """Codes of the grid in force with a *no* that was not taken back."""
    grid = meeting.grid
    if grid is None:
        return ()
    codes = (
        key[1] for key, each in meeting.grids.judgements.items() if key[0] == grid.fingerprint and not each.accepted
    )
    return tuple(dict.fromkeys(codes))


def grid_sealed(meeting: Meeting, _: str, fact: p.GridSealed) -> Refused | None:
    grid = meeting.grid
    if grid is None or not grid.by_id:
        return refuse("refused.no_grid")
    if meeting.grids.seal:
        return refuse("refused.grid_sealed")
    if fact.fingerprint != grid.fingerprint:
        return refuse("refused.grid_changed_meanwhile")
    if fact.taken_from is None and objections(meeting):
        return refuse("refused.objections", codes=", ".join(objections(meeting)))
    needed = fact.quorum if fact.rule == "quorum" else 1
    return refuse("refused.too_few_signatures") if len(fact.signatures) < (needed or 1) else None


def grid_amended(meeting: Meeting, _: str, fact: p.GridAmended) -> Refused | None:
    """A mapping must say of every indicator what became of it, so that no score is lost."""
    grid = meeting.grid
    if grid is None or not meeting.grids.seal:
        return refuse("refused.not_sealed")
    if not fact.reason:
        return refuse("refused.reason_needed")
    missing = set(grid.by_id) - {code for each in fact.mapping for code in each.old}
    missing |= set(fact.grid.by_id) - {code for each in fact.mapping for code in each.new}
    return refuse("refused.mapping_incomplete", codes=", ".join(sorted(missing))) if missing else None


CHECKS: Mapping[type[FactBase], Check] = {
    p.StepMoved: agenda_step,
    p.Retimed: retimed,
    p.GridProposed: grid_proposed,
    p.IndicatorProposed: indicator_proposed,
    p.IndicatorJudged: indicator_judged,
    p.GridSealed: grid_sealed,
    p.GridAmended: grid_amended,
}
