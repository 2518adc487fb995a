"""How a grid was agreed, told from the history: its versions with their seals, every *no* and what settled it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from facilitate.analysis.mapping import Became, steps
from facilitate.domain.events.agreeing import IndicatorProposed, ScaleProposed
from facilitate.domain.grid import FRAME, Grid
from facilitate.domain.meeting.agreement import Amendment, Change, GridHistory, Judgement, Proposal, Seal
from facilitate.domain.meeting.state import Meeting


class VersionTold(NamedTuple):
    """One version, counted from 1: who sealed it, and how it came from the one before."""

    number: int
    grid: Grid
    seal: Seal | None
    amendment: Amendment | None = None
    before: Grid | None = None
    rows: tuple[Became, ...] = ()


def versions_told(history: GridHistory) -> tuple[VersionTold, ...]:
    """Every version, the first one first."""
    rows = dict(steps(history))
    return tuple(
        VersionTold(
            place + 1,
            grid,
            next((seal for seal in reversed(history.seals) if seal.fingerprint == grid.fingerprint), None),
            history.amendments[place - 1] if place else None,
            history.versions[place - 1] if place else None,
            rows.get(place - 1, ()),
        )
        for place, grid in enumerate(history.versions)
    )


How: TypeAlias = Literal["edited", "dropped", "moved", "amended", "agreed", "replaced", "left", "open"]


class Settled(NamedTuple):
    """What happened after a *no*: who did it, and why they said they did."""

    how: How
    by: str
    reason: str = ""


class Objection(NamedTuple):
    """A *no* with its reason, and what followed until it was settled."""

    said: Judgement
    settled: tuple[Settled, ...]


def objections_told(meeting: Meeting) -> tuple[Objection, ...]:
    """Every *no* that was ever said, in the order of time."""
    judged = meeting.grids.judgements
    return tuple(
        Objection(said, tuple(_settled(meeting, said, judged[place + 1 :])))
        for place, said in enumerate(judged)
        if not said.accepted
    )


def _settled(meeting: Meeting, said: Judgement, after: tuple[Judgement, ...]) -> Iterator[Settled]:
    history, code, found = meeting.grids, said.code, False
    for each in history.proposals:
        if each.at.wall >= said.at.wall and (how := _touches(history, each, code)) is not None:
            yield Settled(how, each.by, each.change.reason)
            found, code = True, _renamed(each.change, code)
    again = next((each for each in after if each.person == said.person and each.code in (said.code, code)), None)
    if again is not None and again.accepted:
        yield Settled("agreed", said.person)
        return
    for amendment in history.amendments:
        if amendment.at.wall >= said.at.wall and any(
            code in row.old and row.how != "same" for row in amendment.mapping
        ):
            yield Settled("amended", amendment.by, amendment.reason)
            return
    if not found:
        yield Settled(_left(meeting, said), said.person)


def _left(meeting: Meeting, said: Judgement) -> How:
    """How an objection stands that nobody answered."""
    person = meeting.people.get(said.person)
    if person is None or person.left:
        return "left"
    content = meeting.grid.content_of.get(said.code) if meeting.grid else None
    return "open" if content == said.content else "replaced"


def _touches(history: GridHistory, proposal: Proposal, code: str) -> How | None:
    """What a proposal did to what was objected to."""
    change = proposal.change
    if isinstance(change, IndicatorProposed) and code != FRAME:
        ways: dict[str, How] = {"edit": "edited", "drop": "dropped", "move": "moved"}
        return ways.get(change.action) if change.code == code else None
    if isinstance(change, ScaleProposed) and code != FRAME:
        found = next((grid.by_id[code] for grid in reversed(history.versions) if code in grid.by_id), None)
        return "edited" if getattr(found, "scale", None) == change.scale else None
    return "edited" if code == FRAME else None


def _renamed(change: Change, code: str) -> str:
    if isinstance(change, IndicatorProposed) and change.indicator is not None and change.code == code:
        return change.indicator.id
    return code
