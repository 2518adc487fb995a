"""The fold's rules for agreeing on a grid."""

from __future__ import annotations

from facilitate.domain.events import Event
from facilitate.domain.events import agreeing as facts
from facilitate.domain.grid import Grid, short_fingerprint
from facilitate.domain.meeting.agreement import AgreementRule, Amendment, Change, Judgement, Proposal, Seal
from facilitate.domain.meeting.carrying import carried_on
from facilitate.domain.meeting.mapping import onward, whole
from facilitate.domain.meeting.proposing import proposed
from facilitate.domain.meeting.rule import Rules, clash
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import replaced


def grid_proposed(meeting: Meeting, event: Event, fact: facts.GridProposed) -> Meeting:
    if meeting.grids.seal:
        return clash(meeting, event, "clash.grid_sealed")
    meeting = _in_force(meeting, fact.grid, proposals=())
    return replaced(meeting, grids=replaced(meeting.grids, begun=fact.grid))


def _in_force(meeting: Meeting, grid: Grid, proposals: tuple[Proposal, ...]) -> Meeting:
    """The meeting with this grid instead of the one that was being discussed."""
    grids = replaced(meeting.grids, versions=(*meeting.grids.versions[:-1], grid), proposals=proposals)
    return replaced(meeting, grids=grids)


def change_proposed(meeting: Meeting, event: Event, fact: Change) -> Meeting:
    grid = meeting.grid
    if grid is None or meeting.grids.seal:
        return clash(meeting, event, "clash.grid_sealed" if grid else "clash.no_grid")
    proposal = Proposal(change=fact, by=event.by, at=event.instant)
    return _in_force(meeting, proposed(grid, fact), (*meeting.grids.proposals, proposal))


def rule_set(meeting: Meeting, event: Event, fact: facts.AgreementRuleSet) -> Meeting:
    rule = AgreementRule(rule=fact.rule, quorum=fact.quorum)
    return replaced(meeting, grids=replaced(meeting.grids, rule=rule))


def indicator_judged(meeting: Meeting, event: Event, fact: facts.IndicatorJudged) -> Meeting:
    judgement = Judgement(
        code=fact.code,
        person=event.by,
        content=fact.content,
        fingerprint=fact.fingerprint,
        accepted=fact.accepted,
        reason=fact.reason,
        at=event.instant,
    )
    return replaced(meeting, grids=replaced(meeting.grids, judgements=(*meeting.grids.judgements, judgement)))


def grid_sealed(meeting: Meeting, event: Event, fact: facts.GridSealed) -> Meeting:
    short = short_fingerprint(fact.fingerprint)
    if meeting.grids.standing == "agreed":
        return clash(meeting, event, "clash.sealed_twice", fingerprint=short)
    if meeting.grid is None or meeting.grid.fingerprint != fact.fingerprint:
        return clash(meeting, event, "clash.seal_outdated", fingerprint=short)
    seal = Seal(
        fingerprint=fact.fingerprint,
        rule=fact.rule,
        quorum=fact.quorum,
        signatures=fact.signatures,
        at=event.instant,
        taken_from=fact.taken_from,
    )
    return replaced(meeting, grids=replaced(meeting.grids, seals=(*meeting.grids.seals, seal)))


def grid_amended(meeting: Meeting, event: Event, fact: facts.GridAmended) -> Meeting:
    """Of two amendments of the same version the first stands: the other one maps codes of a grid that is no more.

    A line of another program may forget indicators in its mapping, or send two to one place: it never counts, since
    answers would be lost by it.
    """
    if meeting.grid is None or fact.before not in ("", meeting.grid.fingerprint):
        return clash(meeting, event, "clash.amended_twice", fingerprint=fact.grid.short_fingerprint)
    if not whole(meeting.grid, fact.grid, fact.mapping):
        return clash(meeting, event, "clash.mapping_not_whole", fingerprint=fact.grid.short_fingerprint)
    version = len(meeting.grids.versions) - 1
    amendment = Amendment(mapping=fact.mapping, reason=fact.reason, by=event.by, at=event.instant)
    grids = replaced(
        meeting.grids,
        versions=(*meeting.grids.versions, fact.grid),
        amendments=(*meeting.grids.amendments, amendment),
    )
    return carried_on(replaced(meeting, grids=grids), version, onward(fact.mapping))


RULES: Rules = {
    facts.GridProposed: grid_proposed,
    facts.FrameProposed: change_proposed,
    facts.SectionProposed: change_proposed,
    facts.ScaleProposed: change_proposed,
    facts.IndicatorProposed: change_proposed,
    facts.AgreementRuleSet: rule_set,
    facts.IndicatorJudged: indicator_judged,
    facts.GridSealed: grid_sealed,
    facts.GridAmended: grid_amended,
}
