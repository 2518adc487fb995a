"""When a grid that is being discussed may change, when it can be sealed: a sealed grid is never edited."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from facilitate.domain.agreement import needed, not_yet, objections, signatures
from facilitate.domain.decisions.refusal import Refused, refuse
from facilitate.domain.events import agreeing as g
from facilitate.domain.events.base import FactBase
from facilitate.domain.grid import Grid
from facilitate.domain.locks import broken_locks
from facilitate.domain.meeting.agreement import Change
from facilitate.domain.meeting.proposing import proposed
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import SETUP
from facilitate.domain.soundness import lacks

Check = Callable[[Meeting, str, Any], Refused | None]


def grid_proposed(meeting: Meeting, _: str, fact: g.GridProposed) -> Refused | None:
    if meeting.grids.seal:
        return refuse("refused.grid_sealed")
    if any(sheet.begun for sheet in meeting.sheets.values()):
        return refuse("refused.grid_in_use")
    return _locked(meeting.grid, fact.grid)


def _locked(before: Grid | None, after: Grid) -> Refused | None:
    broken = broken_locks(before, after) if before else ()
    return refuse("refused.locked", codes=broken) if broken else None


def change_proposed(meeting: Meeting, _: str, fact: Change) -> Refused | None:
    grid = meeting.grid
    if grid is None:
        return refuse("refused.no_grid")
    if meeting.grids.seal:
        return refuse("refused.grid_sealed")
    return _WHY_NOT[type(fact)](grid, fact) or _locked(grid, proposed(grid, fact))


def _indicator(grid: Grid, fact: g.IndicatorProposed) -> Refused | None:
    known = fact.code in grid.by_id
    if fact.action == "add":
        return refuse("refused.code_taken", code=fact.code) if known else _content(grid, fact)
    if not known:
        return refuse("refused.no_such_indicator", code=fact.code)
    return _content(grid, fact) if fact.action == "edit" else _home(grid, fact)


def _content(grid: Grid, fact: g.IndicatorProposed) -> Refused | None:
    indicator = fact.indicator
    if indicator is None or (fact.action == "add" and indicator.id != fact.code):
        return refuse("refused.no_content", code=fact.code)
    if indicator.id != fact.code and indicator.id in grid.by_id:
        return refuse("refused.code_taken", code=indicator.id)
    scale = getattr(indicator, "scale", None)
    if scale is not None and grid.scale(scale) is None:
        return refuse("refused.no_such_scale", scale=scale)
    return _home(grid, fact)


def _home(grid: Grid, fact: g.IndicatorProposed) -> Refused | None:
    """What is added needs a section of the grid; what is edited or moved may stay where it is."""
    known = fact.section in {section.id for section in grid.sections}
    if known or (fact.section is None and fact.action != "add"):
        return None
    return refuse("refused.no_such_section", section=fact.section or "")


def _section(grid: Grid, fact: g.SectionProposed) -> Refused | None:
    section = next((each for each in grid.sections if each.id == fact.section), None)
    if fact.action == "add":
        if section is not None:
            return refuse("refused.section_taken", section=fact.section)
        return None if fact.title else refuse("refused.text_needed")
    if section is None:
        return refuse("refused.no_such_section", section=fact.section)
    held = tuple(each.id for each in section.indicators)
    return refuse("refused.section_not_empty", codes=held) if fact.action == "drop" and held else None


def _scale(grid: Grid, fact: g.ScaleProposed) -> Refused | None:
    if fact.content is not None:
        return None if fact.content.id == fact.scale else refuse("refused.no_such_scale", scale=fact.scale)
    if grid.scale(fact.scale) is None:
        return refuse("refused.no_such_scale", scale=fact.scale)
    rated = tuple(each.id for each in grid.indicators() if getattr(each, "scale", None) == fact.scale)
    return refuse("refused.scale_in_use", codes=rated) if rated else None


def _frame(_: Grid, __: g.FrameProposed) -> Refused | None:
    return None


_WHY_NOT: Mapping[type[Change], Callable[[Grid, Any], Refused | None]] = {
    g.FrameProposed: _frame,
    g.SectionProposed: _section,
    g.ScaleProposed: _scale,
    g.IndicatorProposed: _indicator,
}


def rule_set(meeting: Meeting, _: str, fact: g.AgreementRuleSet) -> Refused | None:
    if meeting.grids.standing == "agreed":
        return refuse("refused.grid_sealed")
    return refuse("refused.quorum_needed") if fact.rule == "quorum" and fact.quorum is None else None


def indicator_judged(meeting: Meeting, _: str, fact: g.IndicatorJudged) -> Refused | None:
    contents = meeting.grid.content_of if meeting.grid else {}
    if fact.code not in contents:
        return refuse("refused.no_such_indicator", code=fact.code)
    if fact.content != contents[fact.code]:
        return refuse("refused.reworded_meanwhile", code=fact.code)
    return refuse("refused.reason_needed") if not fact.accepted and not fact.reason else None


def grid_sealed(meeting: Meeting, by: str, fact: g.GridSealed) -> Refused | None:
    grid = meeting.grid
    if grid is None:
        return refuse("refused.no_grid")
    if meeting.grids.standing == "agreed":
        return refuse("refused.sealed_already")
    if fact.fingerprint != grid.fingerprint:
        return refuse("refused.grid_changed_meanwhile")
    if by == SETUP and fact.taken_from is not None:
        return None
    if fact.taken_from is not None or by == SETUP:
        return refuse("refused.seal_not_here")
    return unsound(grid) or _not_agreed(meeting, fact)


def unsound(grid: Grid) -> Refused | None:
    """The first thing that a grid lacks; the screen lists them all."""
    lack = next(iter(lacks(grid)), None)
    return Refused(lack.message, {"code": lack.code, **lack.values}) if lack else None


def _not_agreed(meeting: Meeting, fact: g.GridSealed) -> Refused | None:
    """Everybody's own yes, by the rule that the team chose; a *no* that stands is settled first."""
    against = objections(meeting)
    if against:
        return refuse("refused.objections", codes=tuple(dict.fromkeys(each.code for each in against)))
    rule, agreed = meeting.grids.rule, signatures(meeting)
    if (fact.rule, fact.quorum) != (rule.rule, rule.quorum):
        return refuse("refused.other_rule")
    if not agreed or len(agreed) < needed(meeting):
        missing = tuple(meeting.name(person) for person, codes in not_yet(meeting).items() if codes)
        return refuse("refused.too_few_signatures", count=needed(meeting) - len(agreed), names=missing)
    return None if set(fact.signatures) == set(agreed) else refuse("refused.grid_changed_meanwhile")


CHECKS: Mapping[type[FactBase], Check] = {
    g.GridProposed: grid_proposed,
    g.FrameProposed: change_proposed,
    g.SectionProposed: change_proposed,
    g.ScaleProposed: change_proposed,
    g.IndicatorProposed: change_proposed,
    g.AgreementRuleSet: rule_set,
    g.IndicatorJudged: indicator_judged,
    g.GridSealed: grid_sealed,
}
